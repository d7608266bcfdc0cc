"""Ingests begun on the page: each goes on in a thread of its own, whoever looks on.

So a page that is left in the middle loses nothing, and opened again shows how far it is, or its report.
"""

import threading
import time
from collections.abc import Sequence

from assistant.desks.desk import Desk
from assistant.web.briefings.taking_in import BEGUN, Taking, take_in
from assistant.web.under_way import UnderWay
from ingest.sources.pasted import Pasted
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked

KEPT_SECONDS = 3600.0  # a report is looked for after lunch; next week it is no news

Intake = UnderWay[Taking]


class Intakes:
    """What each browser takes in, by whose it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._begun: dict[str, list[Intake]] = {}
        self._ended: dict[Intake, float] = {}
        self._lock = threading.Lock()

    def begin(self, owner: str, sources: Sequence[str | Pasted | Uploaded | Linked]) -> Intake:
        """Begin to take in; it is done whether its steps are looked at or not."""
        intake = Intake(BEGUN)
        with self._lock:
            self._drop_old()
            self._begun.setdefault(owner, []).append(intake)
        threading.Thread(target=self._go, args=(intake, sources), name="intake", daemon=True).start()
        return intake

    def of(self, owner: str) -> list[Intake]:
        """Those that go on, the first first; where none does, the last that ended, for an hour."""
        with self._lock:
            self._drop_old()
            begun = self._begun.get(owner, [])
            return [intake for intake in begun if not intake.over] or begun[-1:]

    def _go(self, intake: Intake, sources: Sequence[str | Pasted | Uploaded | Linked]) -> None:
        taking = BEGUN
        try:
            for taking in take_in(self._desk, sources):
                intake.take(taking)
        finally:
            self._ended[intake] = time.monotonic()
            intake.take(taking, last=True)

    def _drop_old(self) -> None:
        before = time.monotonic() - KEPT_SECONDS
        old = {intake for intake, ended in list(self._ended.items()) if ended < before}
        for intake in old:
            del self._ended[intake]
        kept = {owner: [i for i in begun if i not in old] for owner, begun in self._begun.items()}
        self._begun = {owner: begun for owner, begun in kept.items() if begun}
