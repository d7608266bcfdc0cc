"""Pages and feeds become briefings: under their own address, with what is the same not fetched again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from ingest.pipeline import ingest
from ingest.readers.feeds import read_feed
from ingest.readers.lines.fragment import fragment_lines
from ingest.report import Report
from ingest.sources.pasted import Pasted
from tests.web_server import WebServer, web_server
from vectorstore.briefing import Briefing
from vectorstore.store import Store


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as served:
        yield served


def run(store: Store, *sources: str | Path | Pasted, published: date | None = None) -> Report:
    *_, report = ingest(store, sources, published)
    assert isinstance(report, Report)
    return report


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.duplicates, len(report.failed)


def on_file(store: Store) -> dict[str, Briefing]:
    return {found.source: store.catalogue.briefing(found.id) for found in store.catalogue.briefings()}


def page(text: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>Steel duty</title>{head}</head><body><article><h1>Steel duty</h1>"
        f"<p>{text}</p><p>The two governments will look at the duty again before the end of the year, "
        "after the talks in Ottawa.</p></article></body></html>"
    )


def rss(*items: str, more: str = "") -> str:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Desk Notes</title>{more}"
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    )


def item(
    link: str, title: str = "Steel", day: str = "Sun, 08 Jun 2025 23:30:00 -0400", said: str = ""
) -> str:
    return (
        f"<title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{day}</pubDate>"
        f"<description>{said}</description>"
    )


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


def test_a_feed_is_told_by_its_content_and_its_entries_pages_are_taken_in(
    store: Store, server: WebServer
) -> None:
    steel = server.serve("/steel", page("Canada raised its duty."))
    tin = server.serve(
        "/tin", page("Peru raised it.", "<meta property='article:published_time' content='2025-05-01'>")
    )
    feed = server.serve("/news.html", rss(item(steel), item(tin, "Tin")), "text/html")
    assert counts(run(store, feed)) == (2, 0, 0, 0, 0)
    found = on_file(store)
    assert set(found) == {steel, tin}
    assert (found[steel].published, found[steel].published_from) == (date(2025, 6, 8), "feed")
    assert (found[tin].published, found[tin].published_from) == (date(2025, 5, 1), "meta tag")


def test_an_atom_feed_is_read_too(store: Store, server: WebServer) -> None:
    server.serve("/steel", page("Canada raised its duty."))
    feed = server.serve(
        "/feed",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Desk</title><entry><id>tag:1</id>"
        "<link href='/steel'/><updated>2025-06-08T10:00:00Z</updated><title>Steel</title></entry></feed>",
        "application/xml",
    )
    assert counts(run(store, feed)) == (1, 0, 0, 0, 0)
    assert on_file(store)[f"{server.address}/steel"].published == date(2025, 6, 8)


def test_an_entry_without_a_page_is_taken_in_as_the_feed_has_it_and_that_is_said(
    store: Store, server: WebServer
) -> None:
    link = server.fail("/closed", 403)
    said = "&lt;p&gt;Canada raised its duty on steel to 50 percent.&lt;/p&gt;"
    feed = server.serve("/feed", rss(item(link, "Steel duty", said=said)))
    report = run(store, feed)
    assert counts(report) == (1, 0, 0, 0, 0)
    (note,) = report.notes
    assert note.source == link
    assert note.text.startswith(
        "taken in as the feed has it, for its page could not be had. Its server answered 403"
    )
    found = on_file(store)[link]
    assert found.text == "Canada raised its duty on steel to 50 percent."
    assert (found.title, found.publisher) == ("Steel duty", "Desk Notes")
    assert (found.published, found.published_from, found.url) == (date(2025, 6, 8), "feed", link)


def test_a_page_that_says_less_than_the_feed_is_left_for_it(store: Store, server: WebServer) -> None:
    link = server.serve("/app", "<html><body><p>Please enable JavaScript.</p></body></html>")
    said = "Canada raised its duty on steel to 50 percent, the minister said in Ottawa."
    assert counts(run(store, server.serve("/feed", rss(item(link, said=said))))) == (1, 0, 0, 0, 0)
    assert on_file(store)[link].text == said


def test_a_summary_never_takes_the_place_of_the_page(store: Store, server: WebServer) -> None:
    link = server.serve("/steel", page("Canada raised its duty."))
    feed = server.serve("/feed", rss(item(link)))
    run(store, feed)
    text = on_file(store)[link].text
    server.fail("/steel", 500)
    server.serve("/feed", rss(item(link, "Steel, corrected", said="Short.")))
    report = run(store, feed)
    assert counts(report) == (0, 0, 0, 0, 1)
    assert report.failed[0].error.endswith("What is on file of it stays.")
    assert on_file(store)[link].text == text
    server.serve("/steel", page("Canada raised its duty to 50 percent."))
    assert counts(run(store, feed)) == (0, 1, 0, 0, 0)


def test_an_entry_with_neither_page_nor_text_fails_alone(store: Store, server: WebServer) -> None:
    steel = server.serve("/steel", page("Canada raised its duty."))
    feed = server.serve("/feed", rss(item(steel), item(server.fail("/gone", 404))))
    report = run(store, feed)
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.failed[0].source == f"{server.address}/gone"


def test_a_feed_leads_to_no_private_address(store: Store, server: WebServer) -> None:
    with web_server() as inside:
        feed = server.serve("/feed", rss(item(inside.serve("/secret", page("Secret.")))))
        (failure,) = run(store, feed).failed
        assert "private address" in failure.error
        assert inside.requests == []


def test_entries_that_are_the_same_are_not_fetched_again(store: Store, server: WebServer) -> None:
    steel, tin = (server.serve(path, page(path)) for path in ("/steel", "/tin"))
    feed = server.serve("/feed", rss(item(steel)))
    run(store, feed)
    server.serve("/feed", rss(item(tin), item(steel)))
    assert counts(run(store, feed)) == (1, 0, 1, 0, 0)
    assert server.paths() == ["/feed", "/steel", "/feed", "/tin"]
    server.serve("/feed", rss(item(tin), item(steel, "Steel, corrected")))
    server.serve("/steel", page("Corrected."))
    assert counts(run(store, feed)) == (0, 1, 1, 0, 0)
    assert server.paths()[4:] == ["/feed", "/steel"]


def test_an_unchanged_feed_is_asked_for_conditionally(store: Store, server: WebServer) -> None:
    steel, tin = (server.serve(path, page(path)) for path in ("/steel", "/tin"))
    feed = server.serve("/feed", rss(item(steel), item(tin)), ETag='"1"')
    run(store, feed)
    assert counts(run(store, feed)) == (0, 0, 2, 0, 0)
    assert server.requests[-1][0] == "/feed"
    assert server.requests[-1][1]["If-None-Match"] == '"1"'
    store.remove(on_file(store)[tin].id)
    assert counts(run(store, feed)) == (1, 0, 1, 0, 0)


def test_a_feed_of_ten_thousand_entries_is_bounded_and_that_is_said(
    store: Store, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.readers.feeds.MOST_ENTRIES", 3)
    for number in range(9_990, 10_000):
        server.serve(f"/{number}", page(f"Duty number {number}."))
    days = [f"{1 + number % 28:02} Jan {1600 + number // 28} 00:00:00 GMT" for number in range(10_000)]
    items = [item(f"{server.address}/{n}", f"Duty {n}", day=days[n]) for n in range(10_000)]
    feed = server.serve("/feed", rss(*items))
    began = monotonic()
    report = run(store, feed)
    assert monotonic() - began < 60
    assert counts(report) == (3, 0, 0, 0, 0)
    assert [(note.source, note.text) for note in report.notes] == [
        (feed, "lists 10000 entries; the newest 3 are taken in.")
    ]
    assert set(on_file(store)) == {f"{server.address}/{n}" for n in (9_997, 9_998, 9_999)}


def test_a_feed_without_entries_and_a_broken_one_are_said(store: Store, server: WebServer) -> None:
    (failure,) = run(store, server.serve("/feed", rss())).failed
    assert failure.error.startswith("It is a feed without entries.")
    steel = server.serve("/steel", page("Canada raised its duty."))
    cut = rss(item(steel), item(f"{server.address}/x"))[:-80]
    assert run(store, server.serve("/feed", cut)).added == 1


def test_a_feed_that_grows_by_its_own_entities_is_bounded(store: Store, server: WebServer) -> None:
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10 if n else 'talks ' * 10}'>" for n in range(10))
    bomb = f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]>" + rss(item("https://x.invalid", "&e9;"))[21:]
    began = monotonic()
    report = run(store, server.serve("/feed", bomb))
    assert monotonic() - began < 20
    assert len(report.failed) == 1


@pytest.mark.parametrize(
    "said", ["&lt;!--" * 30_000, "&lt;a href=" * 30_000, "&lt;![CDATA[&gt;" * 30_000, "&" * 30_000]
)
def test_a_feed_made_to_keep_its_reader_busy_does_not(said: str) -> None:
    began = monotonic()
    (entry,) = read_feed(rss(item("https://x.invalid/", said=said)).encode(), "https://x.invalid/f").entries
    fragment_lines(entry.html)
    assert monotonic() - began < 10  # some of them took minutes


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (rss(item("https://x.invalid/", said="<b>" * 100_000)), "more than 1000 deep"),
        (rss(item("https://x.invalid/", said="talks " * 1_700_000)), "It is a feed of 10 MB"),
    ],
)
def test_a_feed_too_deep_or_too_large_is_refused(
    store: Store, server: WebServer, body: str, message: str
) -> None:
    (failure,) = run(store, server.serve("/feed", body)).failed
    assert message in failure.error


def test_a_pasted_text_is_known_by_its_url_or_its_content(store: Store) -> None:
    text = "Steel duty\n\nCanada raised its duty on steel to 50 percent."
    told = Pasted(text, title="Told", publisher="Desk", url="https://example.org/steel#x")
    assert counts(run(store, told, Pasted(text), published=date(2025, 7, 1))) == (2, 0, 0, 0, 0)
    found = {briefing.key: briefing for briefing in on_file(store).values()}
    by_url = found.pop("https://example.org/steel")
    assert (by_url.title, by_url.publisher, by_url.published) == ("Told", "Desk", date(2025, 7, 1))
    ((key, by_content),) = found.items()
    assert key.startswith("pasted-")
    assert (by_content.title, by_content.source) == ("Steel duty", key)
    assert counts(run(store, Pasted(f"{text}\n"))) == (0, 0, 1, 0, 0)
    again = Pasted(text + " More.", url="https://example.org/steel")
    assert counts(run(store, again)) == (0, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "url", "message"),
    [("x", "example.org", "no http or https address"), (" \n", None, "It is empty")],
)
def test_a_pasted_text_that_is_none_is_said(store: Store, text: str, url: str | None, message: str) -> None:
    (failure,) = run(store, Pasted(text, url=url)).failed
    assert message in failure.error


def test_pasted_markdown_and_html_are_read_as_such(store: Store) -> None:
    run(store, Pasted("---\ntitle: Tin\ndate: 2025-06-08\n---\nPeru **raised** it."), Pasted(page("Chile.")))
    texts = {briefing.title: briefing.text for briefing in on_file(store).values()}
    assert texts["Tin"] == "Peru raised it."
    assert "<p>" not in texts["Steel duty"]
