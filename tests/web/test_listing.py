"""Searching, sorting and paging the briefings on file, without a browser."""

import re
import time
from datetime import date, timedelta
from typing import Any

from assistant.web.briefings.listing import ROWS, Listing, View
from vectorstore.briefing import Briefing


def briefing(id: str, title: str = "Talks", **more: Any) -> Briefing:
    return Briefing(id=id, key=id, source=f"{id}.md", title=title, text="", content_hash=id, **more)


def ids(listing: Listing, view: View) -> list[str]:
    return [found.id for found in listing.find(view)]


def test_every_word_must_occur_somewhere() -> None:
    listing = Listing(
        [
            briefing("a", "Tin talks", publisher="Lima Wire", parties=("PE",)),
            briefing("b", "Tin duty", published=date(2025, 6, 8), published_from="dateline"),
        ]
    )
    for words, found in (
        ("TIN", ["b", "a"]),
        ("peru tin", ["a"]),
        ("wire duty", []),
        ("8 june 2025", ["b"]),
        ("2025-06 dateline", ["b"]),
        ("undated", ["a"]),
        ("b.md", ["b"]),
    ):
        assert ids(listing, View(words)) == found


def test_a_day_that_nothing_states_is_marked_as_likely() -> None:
    day = date(2025, 6, 8)
    for origin, told in (("likely line", "likely"), ("person", "set by hand"), ("dateline", "")):
        html = Listing([briefing("a", "Tin", published=day, published_from=origin)]).html(View())
        assert ('<span class="from">' in html) == bool(told)
        assert told in html


def test_undated_ones_come_last_whichever_way_dates_are_sorted() -> None:
    listing = Listing(
        [briefing("u"), briefing("a", published=date(2025, 1, 1)), briefing("b", published=date(2025, 2, 1))]
    )
    assert ids(listing, View()) == ["b", "a", "u"]
    assert ids(listing, View().sorting("published")) == ["a", "b", "u"]


def test_a_column_is_sorted_the_other_way_by_the_same_link_and_the_pages_begin_anew() -> None:
    view = View(page=3).sorting("title")
    assert (view.sort, view.down, view.page) == ("title", False, 0)
    assert view.sorting("title").down
    assert view.sorting("passages").down
    assert view.sorting("nonsense") == view


def test_what_was_taken_in_last_comes_first_and_says_when() -> None:
    listing = Listing(
        [
            briefing("a", ingested_at="2026-11-27T06:00:00+00:00"),
            briefing("b", ingested_at="2026-11-28T06:00"),
        ]
    )
    assert ids(listing, View().sorting("taken")) == ["b", "a"]
    assert '<td class="taken">27 November 2026</td>' in listing.html(View())


def test_a_page_holds_fifty_rows_and_says_where_it_is() -> None:
    listing = Listing([briefing(f"{number:03}") for number in range(120)])
    html = listing.html(View(page=1))
    assert html.count("<tr>") == ROWS + 1
    assert "51–100 of 120" in html
    assert 'href="#page/0"' in html
    assert 'href="#page/2"' in html
    last = listing.html(View(page=99))
    assert "101–120 of 120" in last
    assert 'href="#page/3"' not in last


def test_fourteen_thousand_are_searched_and_sorted_quickly() -> None:
    start = date(2021, 1, 1)
    listing = Listing(
        [
            briefing(
                f"{number:05}",
                f"Fact sheet {number} on tariffs and trade with partners",
                publisher="The White House",
                published=start + timedelta(days=number % 2000),
                parties=("US", "CN", "JP"),
                passage_count=number % 40,
            )
            for number in range(14_102)
        ]
    )
    for view in (View("fact japan 99"), View(sort="title"), View(sort="parties"), View()):
        began = time.process_time()
        html = listing.html(view)
        assert time.process_time() - began < 0.5  # of the processor, whatever else it does
        assert html.count("<tr>") == ROWS + 1


def test_nothing_untrusted_becomes_markup() -> None:
    evil = "<script>x</script>\n\n![x](http://evil.example/a.png)"
    html = Listing([briefing(evil, evil, publisher=evil, parties=(evil,), also_in=(evil,))]).html(View())
    assert "\n" not in html
    assert not re.search("<script|<img", html)
    assert "<script" not in Listing([briefing("a")]).html(View("<script>"))
