"""A page of conversations: what its answers quote, how a test asks on it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playwright.sync_api import Page, expect

from assistant.answer import Answer, AnswerSentence, InReserve
from assistant.asking.request import AskRequest
from tests.web.fake_desk import FakeDesk, cite, make_briefing

QUOTE = "The fifth round took place on June 6."
EVIL = "![x](http://evil.example/b.png) <img src=http://evil.example/a.png> [go](javascript:alert(2))"
QUOTED = 'https://example.org/"week"/23'


@dataclass
class Served:
    """A page that all tests here share, each with a browser of its own; `go` lets slow answers end."""

    address: str
    desk: Any
    go: threading.Event = field(default_factory=threading.Event)

    def asked(self, question: str) -> AskRequest:
        found: list[AskRequest] = [r for r in self.desk.requests if r.question == question]
        return found[-1]


def chatting(go: threading.Event) -> FakeDesk:
    """A desk that quotes one sentence, or a hostile one when asked for evil; slow answers wait for `go`.

    Prose is written by a model, with the same answer in reserve.
    """
    briefing = make_briefing("a1", "Asia, week 23", QUOTE, published=date(2025, 6, 8), parties=("JP", "US"))
    evil = make_briefing("e3", EVIL, EVIL, url=QUOTED)

    def script(request: AskRequest) -> Iterator[str | InReserve | Answer]:
        yield "Searching"
        told, quote = (evil, EVIL) if "evil" in request.question else (briefing, QUOTE)
        said = (AnswerSentence(quote, (1,)),)
        words = f"{quote} [1]"
        answer = Answer(request.question, request.question, words, said, (cite(1, told, quote),))
        if "prose" in request.question:
            yield "Writing with x:y"
            yield InReserve(answer)
        if "slow" in request.question:
            go.wait(20)
        yield answer

    return FakeDesk([briefing, evil], script, next_questions=("What of cars?", "What of steel?"))


def ask(page: Page, question: str, answers: int = 1) -> None:
    begin(page, question)
    answered(page, answers)


def begin(page: Page, question: str) -> None:
    """Ask, and wait for nothing."""
    page.get_by_label("Question").fill(question)
    page.keyboard.press("Enter")


def answered(page: Page, answers: int = 1) -> None:
    """Wait until this many answers are finished."""
    expect(page.locator(".answer .sources")).to_have_count(answers)
    at_rest(page)


def at_rest(page: Page) -> None:
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def until(page: Page, happened: Callable[[], bool]) -> None:
    """Wait for what is not seen on the page."""
    for _ in range(150):
        if happened():
            return
        page.wait_for_timeout(100)
    raise AssertionError("nothing happened in 15 seconds")


def titles(page: Page) -> Any:
    return page.locator("#conversations .title")


def more(page: Page, title: str) -> Any:
    """Open the menu of a conversation."""
    item = page.locator("#conversations li", has=page.locator(".title", has_text=title)).first
    item.locator("summary").click()
    return item
