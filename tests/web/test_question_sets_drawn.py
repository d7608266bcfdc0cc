"""Of the question sets that one browser asks to see one after the other, the one asked for last is shown."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.evaluation.questions import QuestionLine
from assistant.web import drawing
from assistant.web.drawing import Drawings
from assistant.web.questions import tab
from tests.web.question_sets import opened, questions_in

Serve = Callable[..., str]
Open = Callable[..., Page]


def test_what_began_earlier_is_not_drawn_after_what_began_later() -> None:
    drawings = Drawings()
    older, newer = drawings.begin(), drawings.begin()
    assert drawings.draw("a", newer)
    assert not drawings.draw("a", older)
    assert not drawings.draw("a", older)
    assert drawings.draw("b", older)  # somebody else's
    assert drawings.draw("a", drawings.begin())


def test_what_is_remembered_of_sessions_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "SESSIONS", 2)
    drawings = Drawings()
    for session in "abcd":
        assert drawings.draw(session, drawings.begin())
    assert list(drawings._drawn) == ["c", "d"]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Told when a set of two questions is looked at, which ends when the other one is set."""
    asked, go, last_run = threading.Event(), threading.Event(), tab.last_run

    def slowly(desk: Any, home: Path, questions: Sequence[QuestionLine], *more: Any) -> Any:
        if len(questions) == 2:
            asked.set()
            go.wait(20)
        return last_run(desk, home, questions, *more)

    monkeypatch.setattr(tab, "last_run", slowly)
    yield asked, go
    go.set()


@pytest.mark.slow
def test_a_set_that_takes_long_to_show_is_not_shown_over_the_one_chosen_after_it(
    talks: Any, serve: Serve, open_page: Open, tmp_path: Path, slow: tuple[threading.Event, threading.Event]
) -> None:
    asked, go = slow
    questions_in(tmp_path, "First, Japan?", name="1 first")
    questions_in(tmp_path, "Slow, Korea?", "Slow, Peru?", name="2 slow")
    questions_in(tmp_path, "Quick, Chile?", name="3 quick")
    page = opened(open_page(serve(talks.desk, home=tmp_path)))
    for name in ("2 slow", "3 quick"):
        page.get_by_label("Question set").click()
        page.get_by_role("option", name=name).click()
    assert asked.wait(20)
    shown = page.locator(".questions .asked")
    expect(shown).to_have_text(["Quick, Chile?"])
    go.set()
    page.wait_for_timeout(500)  # what would be drawn over it has come by then
    expect(shown).to_have_text(["Quick, Chile?"])
    expect(page.get_by_label("Question set")).to_have_value("3 quick")
    page.locator("#run-set").click()
    expect(page.locator("#set-message")).to_contain_text("went wrong")  # this desk has no encoder
