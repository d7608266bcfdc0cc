"""Taking an answer along: the clipboard holds the answer with its citations."""

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.web.ask.copying import answer_markdown, answer_text

QUOTE = "The fifth round took place."
CITATION = Citation(
    1, "a1", "a.md", "Asia, week 23", "Wire", date(2025, 6, 8), "https://example.org/a", QUOTE, 0, 27, page=2
)
ANSWER = Answer("Q?", "Q?", f"{QUOTE} [1]", (AnswerSentence(QUOTE, (1,)),), (CITATION,))


def test_plain_text_names_each_source_under_the_answer() -> None:
    assert answer_text(ANSWER) == (
        "The fifth round took place. [1]\n\n[1] Asia, week 23, Wire, 8 June 2025, page 2\n"
        "    “The fifth round took place.”\n    https://example.org/a"
    )
    assert answer_text(Answer("Q?", "Q?", "They do not say.", abstention="no-subject")) == "They do not say."


def test_markdown_keeps_what_stands_in_briefings_as_text() -> None:
    evil = "![x](http://evil.example/a.png) <b>"
    answer = Answer(
        "Q?", "Q?", evil, citations=(Citation(1, "a", "a", evil, evil, None, "javascript:x", evil, 0, 9),)
    )
    marked = answer_markdown(answer)
    assert "\\!\\[x\\](http://evil.example/a.png) \\<b\\>" in marked
    assert "![" not in marked
    assert "javascript" not in marked
    assert "\n\n  <https://example.org/a>" in answer_markdown(ANSWER)


def test_both_ways_are_copied_with_a_button(talks_address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(talks_address, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Question").fill("Where do talks stand?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(1)
    copy = page.locator(".copy")
    copy.nth(0).click()
    expect(copy.nth(0)).to_have_text("Copied")
    plain = page.evaluate("navigator.clipboard.readText()")
    assert "\n\n[1] Asia, week 23, Example Wire, 8 June 2025\n    “The fifth round" in plain
    copy.nth(1).focus()
    page.keyboard.press("Enter")
    expect(copy.nth(1)).to_have_text("Copied")
    assert "- \\[2\\] Asia, week 23" in page.evaluate("navigator.clipboard.readText()")
    expect(page.locator(".to-copy").first).to_be_hidden()
