"""A page becomes a briefing under its own address."""

from datetime import date
from pathlib import Path

import pytest

from tests.web_server import WebServer, web_server
from tests.web_sources import counts, on_file, page, run
from vectorstore.store import Store


def test_a_page_is_a_briefing_under_its_address(store: Store, server: WebServer) -> None:
    url = server.serve(
        "/steel",
        page("Canada raised its duty.", "<meta property='article:published_time' content='2025-07-01'>"),
    )
    assert counts(run(store, url)) == (1, 0, 0, 0, 0)
    found = on_file(store)[url]
    assert (found.key, found.url, found.title) == (url, url, "Steel duty")
    assert (found.published, found.published_from) == (date(2025, 7, 1), "meta tag")
    assert "Canada raised its duty." in found.text
    assert counts(run(store, url)) == (0, 0, 1, 0, 0)


def test_a_page_is_known_by_the_address_that_it_states_and_by_where_redirects_end(
    store: Store, server: WebServer
) -> None:
    canonical = f"{server.address}/steel"
    server.serve("/steel?from=mail", page("Canada.", f"<link rel=canonical href='{canonical}'>"))
    server.serve("/tin", page("Peru raised its duty on tin."))
    server.redirect("/t", "/tin")
    run(store, f"{server.address}/steel?from=mail", f"{server.address}/t#top")
    assert {found.key for found in on_file(store).values()} == {canonical, f"{server.address}/tin"}


def test_a_page_cannot_take_the_place_of_another_sites(
    store: Store, server: WebServer, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Duty\nurl: https://example.org/duty\n---\nThe true text.")
    run(store, tmp_path / "a.md")
    url = server.serve(
        "/evil", page("Something else.", "<link rel=canonical href='https://example.org/duty'>")
    )
    assert counts(run(store, url)) == (1, 0, 0, 0, 0)
    assert on_file(store)["a.md"].text == "The true text."
    assert on_file(store)[url].key == url


def test_an_unchanged_page_is_asked_for_conditionally_and_not_read(store: Store, server: WebServer) -> None:
    url = server.serve("/steel", page("Canada raised its duty."), ETag='"1"')
    run(store, url)
    report = run(store, url)
    assert (counts(report), report.undated) == ((0, 0, 1, 0, 0), (url,))
    assert server.requests[1][1]["If-None-Match"] == '"1"'
    server.serve("/steel", page("Canada lowered its duty."), ETag='"2"')
    assert counts(run(store, url)) == (0, 1, 0, 0, 0)
    assert "lowered" in on_file(store)[url].text


def test_a_removed_page_is_fetched_whole_again(store: Store, server: WebServer) -> None:
    url = server.serve("/steel", page("Canada raised its duty."), ETag='"1"')
    run(store, url)
    store.remove(on_file(store)[url].id)
    assert counts(run(store, url)) == (1, 0, 0, 0, 0)
    assert "If-None-Match" not in server.requests[1][1]


def test_an_undated_page_is_read_again_when_the_command_has_a_date_for_it(
    store: Store, server: WebServer
) -> None:
    url = server.serve("/steel", page("Canada raised its duty."), ETag='"1"')
    run(store, url)
    assert counts(run(store, url, published=date(2025, 7, 2))) == (0, 1, 0, 0, 0)
    assert on_file(store)[url].published == date(2025, 7, 2)
    assert counts(run(store, url)) == (0, 0, 1, 0, 0)


@pytest.mark.parametrize(
    ("path", "content_type", "body", "text"),
    [
        ("/a", "text/plain", page("A page all the same."), "A page all the same."),
        ("/a.pdf", "application/pdf", page("A page all the same."), "A page all the same."),
        ("/a.md", "application/octet-stream", "# Steel\n\nCanada **raised** it.", "Canada raised it."),
        ("/a", "text/markdown; charset=utf-8", "# Steel\n\nCanada **raised** it.", "Canada raised it."),
        ("/a.html", "text/plain", "Steel\n\nCanada raised it.", "Canada raised it."),
        ("/a", "text/html; charset=iso-8859-2", page("Łódź").encode("iso-8859-2"), "Łódź"),
    ],
)
def test_a_page_is_read_by_what_it_is(
    store: Store, server: WebServer, path: str, content_type: str, body: str | bytes, text: str
) -> None:
    url = server.serve(path, body, content_type)
    assert counts(run(store, url)) == (1, 0, 0, 0, 0)
    assert text in on_file(store)[url].text.splitlines()


@pytest.mark.parametrize(
    ("content_type", "body", "message"),
    [
        ("text/html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "picture"),
        ("text/html", b"PK\x03\x04" + bytes(100), "ZIP archive"),
        ("text/html", b"", "empty"),
        ("application/octet-stream", bytes(range(256)) * 9, "not text"),
    ],
)
def test_what_is_no_page_whatever_its_type_says_is_refused(
    store: Store, server: WebServer, content_type: str, body: bytes, message: str
) -> None:
    (failure,) = run(store, server.serve("/a", body, content_type)).failed
    assert message in failure.error


def test_a_page_that_fails_stops_no_other(store: Store, server: WebServer, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Tin\n\nPeru raised its duty on tin.")
    with web_server() as inside:
        secret = server.redirect("/in", inside.serve("/secret", page("Secret.")))
        report = run(store, server.fail("/gone", 404), secret, tmp_path / "a.md")
        assert inside.requests == []
    assert [failure.source for failure in report.failed] == [f"{server.address}/gone", secret]
    assert counts(report) == (1, 0, 0, 0, 2)
