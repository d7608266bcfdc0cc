"""A briefing shown whole, without a browser."""

import re
from datetime import date
from typing import Any

from assistant.web.briefings.reader import Place, briefing_html
from vectorstore.briefing import Briefing, Version

TEXT = (
    "# Talks\n\nThe fifth round ended. Talks go on.\n\n- Cars stay.\n  1. Steel too.\n\n"
    "| Rate | Day |\n| 5 | June |"
)


def shown(text: str = TEXT, start: int = 0, end: int = 0, **more: Any) -> str:
    briefing = Briefing("a1", "a1", "a.md", "Asia", text, "h", **more)
    return briefing_html(briefing, Place("a1", None, start, end))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_each_line_of_the_text_is_a_block_of_its_kind() -> None:
    html = shown().split('<div class="text">')[1]
    assert "<h3>Talks</h3>" in html
    assert (
        '<ul><li class="depth-0">Cars stay.</li><li class="depth-1 numbered">1. Steel too.</li></ul>' in html
    )
    assert "<tr><td>Rate</td><td>Day</td></tr><tr><td>5</td><td>June</td></tr>" in html
    assert html.count("<p>") == 1


def test_a_quote_is_marked_once_to_the_character_and_can_be_jumped_to() -> None:
    at = TEXT.index("Talks go")
    html = shown(start=at, end=at + len("Talks go on."))
    assert '<p>The fifth round ended. <mark id="quoted" tabindex="-1">Talks go on.</mark></p>' in html


def test_a_quote_over_several_lines_has_one_anchor() -> None:
    html = shown(start=TEXT.index("Talks go"), end=TEXT.index("stay"))
    assert html.count("<mark") == 2
    assert html.count("quoted") == 1


def test_pages_are_told_where_they_begin_even_in_a_heading() -> None:
    text = "One two.\n\n# Three\n\nFour five."
    html = shown(text, page_starts=(0, text.index("#"), text.index("five")))
    assert words(html.split('<div class="text">')[1]) == "page 1 One two. page 2 Three Four page 3 five."


def test_what_is_known_of_it_is_told_and_its_versions_are_links() -> None:
    html = shown(
        published=date(2025, 6, 8),
        published_from="dateline",
        known_from=date(2025, 6, 9),
        parties=("JP",),
        corrected=("title",),
        also_in=("b.md",),
        version=2,
        versions=(
            Version(1, "Asia", date(2025, 6, 8), date(2025, 6, 8), "2025-06-10T00:00"),
            Version(2, "Asia", date(2025, 6, 8), date(2025, 6, 9), "2025-06-11T00:00"),
        ),
    )
    for told in ("8 June 2025 dateline", "Edited after publication", "Japan", "by a person: title", "b.md"):
        assert told in words(html)
    assert "taken in 10 June 2025" in words(html)
    assert 'href="#open/a1/1"' in html
    assert "Version 2 , shown here" in words(html)


def test_a_likely_day_says_what_it_was_read_from() -> None:
    html = shown(published=date(2025, 6, 8), published_from="likely line")
    assert "8 June 2025 likely, by a line near the top" in words(html)


def test_nothing_untrusted_becomes_markup_and_no_address_but_the_web_a_link() -> None:
    evil = '<script>x</script> ![x](http://evil.example/a.png) " onclick="x'
    text = f"# {evil}\n{evil}\n- {evil}\n| {evil} |"
    html = shown(text, start=0, end=len(text), publisher=evil, url="javascript:alert(1)", also_in=(evil,))
    assert "<script" not in html
    assert 'onclick="' not in html
    assert "<a " not in html
