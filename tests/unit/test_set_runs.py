"""A run belongs to the questions that were asked, not to whatever set has its name by now."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.questions import QuestionLine, questions_of
from assistant.evaluation.run import Given
from assistant.web.questions import set_runs
from assistant.web.questions.set_runs import SetRuns

OLD, NEW = (
    questions_of(f'{{"id": "a", "question": "{words}"}}', "daily") for words in ("Truce?", "Who chairs it?")
)


@pytest.fixture
def go() -> threading.Event:
    return threading.Event()


@pytest.fixture
def runs(tmp_path: Path, go: threading.Event, monkeypatch: pytest.MonkeyPatch) -> SetRuns:
    def answers(desk: Any, questions: tuple[QuestionLine, ...]) -> Iterator[Given]:
        go.wait(10)
        raise OSError("the end of it")
        yield

    monkeypatch.setattr(set_runs, "answers", answers)
    made = SetRuns(None, tmp_path)  # type: ignore[arg-type]
    made.start("daily", OLD)
    return made


def ended(runs: SetRuns) -> None:
    deadline = time.monotonic() + 10
    while runs.under_way() and time.monotonic() < deadline:
        time.sleep(0.02)


def test_a_run_that_ended_is_not_shown_of_another_set_of_its_name(runs: SetRuns, go: threading.Event) -> None:
    go.set()
    ended(runs)
    now = runs.newest("daily", OLD)
    assert now
    assert now.failed
    assert runs.newest("daily", NEW) is None


def test_one_that_goes_on_is_shown_while_its_set_is_changed(runs: SetRuns, go: threading.Event) -> None:
    now = runs.newest("daily", NEW)
    assert now
    assert not now.ended
    go.set()


def test_the_run_of_a_removed_set_ends_and_its_name_is_free(runs: SetRuns, go: threading.Event) -> None:
    runs.forget("daily")
    assert (runs.under_way(), runs.newest("daily")) == (None, None)
    runs.start("daily", NEW)
    now = runs.newest("daily")
    assert now
    assert now.questions == tuple(NEW)
    go.set()
