"""The entries of a feed become briefings under the addresses of their pages."""

from datetime import date
from time import monotonic

import pytest

from ingest.readers.feeds import read_feed
from ingest.readers.lines.fragment import fragment_lines
from tests.web_server import WebServer, web_server
from tests.web_sources import counts, item, on_file, page, rss, run
from vectorstore.store import Store


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


@pytest.mark.slow
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


@pytest.mark.slow
def test_an_unchanged_feed_is_asked_for_conditionally(store: Store, server: WebServer) -> None:
    steel, tin = (server.serve(path, page(path)) for path in ("/steel", "/tin"))
    feed = server.serve("/feed", rss(item(steel), item(tin)), ETag='"1"')
    run(store, feed)
    assert counts(run(store, feed)) == (0, 0, 2, 0, 0)
    assert server.requests[-1][0] == "/feed"
    assert server.requests[-1][1]["If-None-Match"] == '"1"'
    store.remove(on_file(store)[tin].id)
    assert counts(run(store, feed)) == (1, 0, 1, 0, 0)


@pytest.mark.slow
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
