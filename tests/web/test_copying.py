"""Taking an answer along: the clipboard holds the answer with its citations."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pydantic import TypeAdapter

from assistant.answer import Answer, AnswerSentence, Citation, Notice
from assistant.steps.notices import understood_line
from assistant.web.ask.conversation_file import conversation_markdown
from assistant.web.ask.copying import answer_markdown, answer_text
from vectorstore.conversations.conversation import Conversation, Exchange

QUOTE = "The fifth round took place."
CITATION = Citation(
    1, "a1", "a.md", "Asia, week 23", "Wire", date(2025, 6, 8), "https://example.org/a", QUOTE, 0, 27, page=2
)
ASKED = "Where do talks stand?"
ANSWER = Answer(ASKED, ASKED, f"{QUOTE} [1]", (AnswerSentence(QUOTE, (1,)),), (CITATION,))


def test_plain_text_names_each_source_under_the_answer() -> None:
    assert answer_text(ANSWER) == (
        f"{ASKED}\n\nThe fifth round took place. [1]\n\n[1] Asia, week 23, Wire, 8 June 2025, page 2\n"
        "    “The fifth round took place.”\n    https://example.org/a"
    )
    declined = Answer("Q?", "Q?", "They do not say.", abstention="no-subject")
    assert answer_text(declined) == "Q?\n\nThey do not say."


def test_a_copy_says_what_is_superseded_and_all_else_that_the_screen_says() -> None:
    old = replace(CITATION, superseded="a later round took place (“Week 30”)")
    told = "[1] is superseded: a later round took place (“Week 30”)."
    answer = replace(ANSWER, citations=(old,), warnings=(Notice("superseded", told),), as_of=date(2025, 7, 1))
    first, said, beside, sources = answer_text(answer).split("\n\n")
    assert first == "Where do talks stand? (as of 1 July 2025)"
    assert said == "The fifth round took place. [1]"
    assert beside == f"{told}\nNothing published after 1 July 2025 was used."
    assert sources.startswith("[1] Asia, week 23, Wire, 8 June 2025, page 2, superseded\n")
    marked = answer_markdown(answer)
    assert marked.startswith("**Where do talks stand? (as of 1 July 2025)**\n\n")
    assert "\n\n- \\[1\\] is superseded: a later round" in marked
    assert "page 2, superseded\n  > " in marked


def test_a_copy_says_how_a_follow_up_was_understood() -> None:
    answer = replace(ANSWER, question="and Korea?", standalone="Where do Korea talks stand?")
    for copied in (answer_text(answer), answer_markdown(answer)):
        assert understood_line(answer) in copied.split("\n\n")[0] + copied.split("\n\n")[1]


def test_the_file_of_a_conversation_says_what_is_superseded() -> None:
    old = replace(CITATION, superseded="a later round took place")
    answer = replace(ANSWER, citations=(old,), warnings=(Notice("superseded", "[1] is superseded: so."),))
    kept = TypeAdapter(Answer).dump_python(answer, mode="json")
    exchange = Exchange("e1", ASKED, "2025-07-01", state="answered", said=answer.answer, answer=kept)
    written = conversation_markdown(Conversation("c1", ASKED, "2025-07-01", (exchange,)))
    assert "- \\[1\\] is superseded: so." in written
    assert "page 2, superseded" in written
    assert written.count(ASKED) == 2  # title and heading: the answer does not repeat it


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


@pytest.mark.slow
def test_both_ways_are_copied_with_a_button(talks_address: str, open_page: Callable[..., Page]) -> None:
    page = open_page(talks_address, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Question").fill("Where do talks stand?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(1)
    copy = page.locator(".copy")
    copy.nth(0).click()
    expect(copy.nth(0)).to_have_text("Copied")
    plain = page.evaluate("navigator.clipboard.readText()")
    assert plain.startswith("Where do talks stand?\n\n")
    assert "\n\n[1] Asia, week 23, Example Wire, 8 June 2025\n    “The fifth round" in plain
    copy.nth(1).focus()
    page.keyboard.press("Enter")
    expect(copy.nth(1)).to_have_text("Copied")
    assert "- \\[2\\] Asia, week 23" in page.evaluate("navigator.clipboard.readText()")
    expect(page.locator(".to-copy").first).to_be_hidden()
