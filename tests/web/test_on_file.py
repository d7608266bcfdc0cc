"""What the page says is on file, and what it offers to ask."""

import threading
from datetime import date
from typing import Any

from assistant.web.briefings.on_file import Shelf, look
from vectorstore.briefing import Briefing

TODAY = date(2025, 6, 10)


def briefing(id: str, *parties: str, published: date | None = date(2025, 6, 8), **more: Any) -> Briefing:
    return Briefing(
        id=id,
        key=id,
        source=id,
        title=id,
        text="",
        content_hash=id,
        parties=parties,
        published=published,
        **more,
    )


def test_the_line_counts_and_dates_what_is_on_file() -> None:
    assert look([], TODAY).line == "No briefings on file"
    assert look([briefing("a")], TODAY).line == "1 briefing, newest 8 June 2025"
    assert (
        look([briefing("a"), briefing("b", published=None)], TODAY).line == "2 briefings, newest 8 June 2025"
    )
    assert look([briefing("b", published=None)], TODAY).line == "1 briefing, undated"


def test_a_briefing_dated_after_tomorrow_is_not_the_newest() -> None:
    seen = look([briefing("a", "CN", "US", published=date(2052, 6, 8)), briefing("b", "JP", "US")], TODAY)
    assert seen.newest == date(2025, 6, 8)
    assert not any("China" in example for example in seen.examples)


def test_examples_ask_about_the_parties_most_on_file_and_for_what_is_ahead() -> None:
    seen = look([briefing("a", "US", "JP"), briefing("b", "JP", "US"), briefing("c", "US", "EU")], TODAY)
    assert seen.examples == (
        "What is the status of Japan-US talks?",
        "What is the status of EU-US talks?",
        "What is the latest on Japan?",
        "Which deadlines come next?",
    )


def test_nothing_is_offered_when_no_party_is_known() -> None:
    assert look([briefing("a")], TODAY).examples == ()


def test_what_is_removed_while_another_tab_lists_is_listed_no_more() -> None:
    listing, go = threading.Event(), threading.Event()
    on_file = [briefing("a"), briefing("b")]

    class Slow:
        def list(self) -> list[Briefing]:
            found = list(on_file)
            listing.set()
            go.wait(10)
            return found

    shelf = Shelf(Slow())  # type: ignore[arg-type]
    other_tab = threading.Thread(target=shelf.look)
    other_tab.start()
    assert listing.wait(10)
    on_file.pop()
    shelf.forget()
    go.set()
    other_tab.join(10)
    assert [b.id for b in shelf.listing().briefings] == ["a"]
