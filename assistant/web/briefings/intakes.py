"""Ingests begun on the page: each goes on in a thread of its own, whoever looks on.

So a page that is left in the middle loses nothing, and opened again shows how far it is, or its report, or
that a stop of the server cut it off.
"""

import threading
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.desks.desk import Desk
from assistant.web.briefings.cut_off import Course, Journal, Noting, course_of
from assistant.web.briefings.taking_in import BEGUN, Taking, take_in
from assistant.web.under_way import UnderWay
from ingest.sources.pasted import Pasted
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked

KEPT_SECONDS = 3600.0  # a report is looked for after lunch; next week it is no news
CUT_OFF = "Taking in was cut off, for the server was stopped."

Intake = UnderWay[Taking]


class Intakes:
    """What each browser takes in, by whose it is."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self._desk = desk
        self._journal = Journal(home)
        self._begun: dict[str, list[Intake]] = {}
        self._ended: dict[Intake, float] = {}
        self._stopped: set[Intake] = set()
        self._files: dict[Intake, Path] = {}
        self._lock = threading.Lock()
        for file, course in self._journal.left():
            self._put_back(file, course)

    def begin(self, owner: str, sources: Sequence[str | Pasted | Uploaded | Linked]) -> Intake:
        """Begin to take in; it is done whether its steps are looked at or not."""
        intake, course, file = Intake(BEGUN), course_of(owner, sources), self._journal.place()
        self.close(owner)
        with self._lock:
            self._begun.setdefault(owner, []).append(intake)
            self._files[intake] = file
        noting = Noting(self._journal, file, course)
        args = (intake, course, noting, sources)
        threading.Thread(target=self._go, args=args, name="intake", daemon=True).start()
        return intake

    def of(self, owner: str) -> list[Intake]:
        """Those that go on, the first first; where none does, the last that ended, for an hour."""
        with self._lock:
            self._drop_old()
            begun = self._begun.get(owner, [])
            return [intake for intake in begun if not intake.over] or begun[-1:]

    def stop(self, owner: str) -> None:
        """Have those that go on end at their next step."""
        with self._lock:
            self._stopped.update(intake for intake in self._begun.get(owner, []) if not intake.over)

    def close(self, owner: str) -> None:
        """Show nothing more of those that have ended."""
        with self._lock:
            ended = {intake for intake in self._begun.get(owner, []) if intake.over}
            self._forget(ended)
            files = [self._files.pop(intake) for intake in ended if intake in self._files]
        for file in files:
            self._journal.drop(file)

    def _go(
        self,
        intake: Intake,
        course: Course,
        noting: Noting,
        sources: Sequence[str | Pasted | Uploaded | Linked],
    ) -> None:
        taking, file = BEGUN, self._files[intake]
        try:
            for taking in take_in(self._desk, sources, None, course, noting, lambda: intake in self._stopped):
                intake.take(taking)
        finally:
            if taking.settled:
                self._files.pop(intake, None)
                self._journal.drop(file)
            self._stopped.discard(intake)
            self._ended[intake] = time.monotonic()
            intake.take(taking, last=True)

    def _put_back(self, file: Path, course: Course) -> None:
        """Have one that was cut off shown to its owner until it is closed."""
        intake = Intake(BEGUN)
        intake.take(Taking(course.html(CUT_OFF)), last=True)
        self._begun.setdefault(course.owner, []).append(intake)
        self._files[intake] = file

    def _drop_old(self) -> None:
        before = time.monotonic() - KEPT_SECONDS
        self._forget({intake for intake, ended in list(self._ended.items()) if ended < before})

    def _forget(self, gone: set[Intake]) -> None:
        for intake in gone:
            self._ended.pop(intake, None)
        kept = {owner: [i for i in begun if i not in gone] for owner, begun in self._begun.items()}
        self._begun = {owner: begun for owner, begun in kept.items() if begun}
