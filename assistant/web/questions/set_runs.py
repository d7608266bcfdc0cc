"""Runs of question sets: each goes on in a thread of its own, whoever looks on, and is kept when it is done.

So a page that is reloaded in the middle finds how far it is. Sets belong to the home, and so do their
runs: every browser sees the same one.
"""

import secrets
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.desks.desk import Desk
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.run import Given, answers
from assistant.evaluation.standing import Standing, finish
from assistant.web.failures import in_words
from assistant.web.under_way import UnderWay

AT_ONCE = 2  # each keeps the encoder busy, and people ask meanwhile


@dataclass(frozen=True, slots=True)
class SetRun:
    """How far a run has come, and how it ended: with a `standing`, `stopped`, or `failed`, which says why."""

    questions: tuple[QuestionLine, ...]
    answered: int = 0
    waits: bool = False  # for other runs to end
    standing: Standing | None = None
    stopped: bool = False
    failed: str = ""

    @property
    def ended(self) -> bool:
        return self.standing is not None or self.stopped or bool(self.failed)


class SetRuns:
    """The last run of each set since the server began, by the set's name."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self._desk, self._home = desk, home
        self._runs: dict[str, UnderWay[SetRun]] = {}
        self._watched: dict[str | None, str] = {}  # session -> what `watch` returned
        self._places = threading.Semaphore(AT_ONCE)
        self._starting = threading.Lock()

    def start(self, name: str, questions: Sequence[QuestionLine]) -> None:
        """Begin to ask a set; nothing when it is being asked already."""
        with self._starting:
            before = self._runs.get(name)
            if before is not None and not before.over:
                return
            run = UnderWay(SetRun(tuple(questions), waits=True))
            self._runs[name] = run
        threading.Thread(target=self._go, args=(run,), name=f"set-{name}", daemon=True).start()

    def newest(self, name: str, ended_of: Sequence[QuestionLine] | None = None) -> SetRun | None:
        """How far the set's last run is, or how it ended; None when there was none.

        With `ended_of` one that has ended is returned only when it was of these questions: the set may be
        another one of its name, or have been changed since.
        """
        run = self._runs.get(name)
        now = run.step if run else None
        if now and now.ended and ended_of is not None and now.questions != tuple(ended_of):
            return None
        return now

    def forget(self, name: str) -> None:
        """End the run of a set that is removed, and know nothing of it when another one gets its name."""
        with self._starting:
            run = self._runs.pop(name, None)
        if run is not None:
            run.take(replace(run.step, stopped=True), last=True)

    def under_way(self) -> str | None:
        """The name of a set that is being asked, if any is."""
        return next((name for name, run in list(self._runs.items()) if not run.over), None)

    def stop(self, name: str) -> None:
        """End a run; what the desk still does for it is left behind. One that is being judged goes on."""
        run = self._runs.get(name)
        if run is not None and run.step.answered < len(run.step.questions):
            run.take(replace(run.step, stopped=True), last=True)

    def watch(self, session: str | None, name: str | None) -> str:
        """Say which run a tab of a browser looks on, None for none; returns what `follow` is to be asked."""
        wanted = f"{secrets.token_hex(4)} {name}" if name else ""
        if wanted:
            self._watched[session] = wanted
        else:
            self._watched.pop(session, None)
        return wanted

    def follow(self, session: str | None, wanted: str) -> Iterator[SetRun]:
        """Yield how far the run is, until it has ended or the tab looks on something else."""
        run = self._runs.get(wanted.partition(" ")[2])
        if run is not None:
            yield from run.steps(lambda: self._watched.get(session) == wanted)

    def _go(self, run: UnderWay[SetRun]) -> None:
        now = replace(run.step, waits=False)
        try:
            with self._places:
                if not run.take(now):
                    return
                given: list[Given] = []
                for one in answers(self._desk, now.questions):
                    given.append(one)
                    now = replace(now, answered=len(given))
                    if not run.take(now):
                        return
                run.take(replace(now, standing=finish(self._desk, self._home, given)), last=True)
        except Exception as error:  # noqa: BLE001  # the top of a run: logged there, one polite line here
            run.take(replace(now, failed=in_words(error, "running a question set")), last=True)
