"""A desk over a home that this process has open."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answer import Answer, InReserve
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.checking.also_in import others_of
from assistant.chronicle.entries import News, NewsRequest, Timeline, TimelineRequest
from assistant.chronicle.lookback import find_news, find_timeline
from assistant.desks.desk import IngestProgress
from assistant.desks.finding import find_passages
from assistant.desks.found import Found, SearchRequest
from assistant.superseding.ended import Ended
from ingest.maintenance.correction import Corrected, Correction
from ingest.maintenance.reindex_report import Reindexed, ReindexProgress
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked
from vectorstore.briefing import Briefing
from vectorstore.conversations.keeping import Conversations
from vectorstore.errors import BriefingsError, BusyError, StoppingError
from vectorstore.store import Store

# A waiting ingest reports this often, so that its client sees that it waits and may leave.
WAITING_SECONDS = 0.5
PATIENCE_SECONDS = 5.0  # a handful of files is taken in by then; nobody waits the minutes of a feed
CLOSING_SECONDS = 10.0  # who stops is not kept waiting longer; between two slices of a batch it is seconds
# What has become of that which was being done when the process was told to stop.
_UNCHANGED = "Nothing was changed: try again when it has stopped."
_TAKEN_IN = "What it has taken in is on file; run the same command again for the rest."
_REINDEXED = "What the reindex has done by now is kept; run the same command again for the rest."


class LocalDesk:
    """Ask and feed an open home; safe from several threads, one ingest at a time."""

    def __init__(self, store: Store, answering: Answering) -> None:
        self._store = store
        self._answering = answering
        self._ended = Ended(store)
        self._conversations = Conversations(store.catalogue)
        self._answers_with = store.encoder
        self._writing = threading.Lock()  # one ingest or repair at a time; asks go on meanwhile
        self._progress: IngestProgress | None = None  # of the ingest under way
        self._reindexing = threading.Lock()
        self._closing = threading.Event()

    def ask(self, request: AskRequest) -> Answer:
        with self._store.gate.passing():
            return self._current_answering().answer(request)

    def ask_events(self, request: AskRequest) -> Iterator[str | InReserve | Answer]:
        with self._store.gate.passing():
            yield from self._current_answering().events(request)

    def follow_ups(self, request: AskRequest, answer: Answer) -> tuple[str, ...]:
        from assistant.desks.suggesting import follow_ups

        with self._store.gate.passing():
            answering = self._current_answering()
            if answering.chat:  # what is tried for a suggestion is worth no call of a model
                answering = Answering(self._store)
            return follow_ups(self._store, answering.answer, request, answer)

    @property
    def conversations(self) -> Conversations:
        return self._conversations

    def search(self, request: SearchRequest) -> Found:
        with self._store.gate.passing():
            return find_passages(self._store, request)

    def timeline(self, request: TimelineRequest) -> Timeline:
        with self._store.gate.passing():
            return find_timeline(self._store, request, self._ended)

    def news(self, request: NewsRequest) -> News:
        with self._store.gate.passing():
            return find_news(self._store, request)

    def ingest(
        self,
        sources: Sequence[str | Pasted | Uploaded | Linked],
        published: date | None = None,
        selection: Selection = EVERYTHING,
        prune: bool = False,
    ) -> Iterator[IngestProgress | Report]:
        """Take sources in; while another ingest runs, progress of 0 of 0 sources says so.

        Closing the iterator stops after the batch at hand.
        """
        from ingest.pipeline import ingest  # the readers take a second to import; an answer needs none

        while not self._writing.acquire(timeout=WAITING_SECONDS):
            self._refuse_when_closing(_UNCHANGED)
            yield IngestProgress(0, 0, "")
        try:
            for event in ingest(self._store, sources, published, selection, prune):
                if not isinstance(event, Report):
                    self._refuse_when_closing(_TAKEN_IN)
                    self._progress = event
                yield event
        finally:
            self._progress = None
            self._writing.release()

    def list(self) -> list[Briefing]:
        briefings = self._store.catalogue.briefings()
        others = others_of(self._store, [briefing.id for briefing in briefings])
        sources = {briefing.id: briefing.source for briefing in briefings}
        counts = self._store.versions.passage_counts()
        return [
            replace(
                b,
                also_in=tuple(sources[id] for id in others[b.id] if id in sources),
                passage_count=counts.get(b.duplicate_of or b.id, 0),
            )
            for b in briefings
        ]

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        briefing = self._store.catalogue.briefing(briefing_id, version)
        others = others_of(self._store, [briefing.id])[briefing.id]
        facts = self._store.catalogue.facts()
        also_in = tuple(facts[id].source for id in others if id in facts)
        return replace(briefing, versions=self._store.versions.of(briefing.id), also_in=also_in)

    def edit(self, briefing_id: str, correction: Correction) -> Corrected:
        from ingest.maintenance.editing import correct

        with self._turn():  # an ingest under way has read what was there before
            return correct(self._store, briefing_id, correction)

    def remove(self, briefing_id: str) -> Briefing:
        return self._store.remove(self._store.catalogue.resolve(briefing_id))

    def restore(self, briefing: Briefing) -> Briefing:
        from ingest.maintenance.restoring import restore

        with self._turn():  # an ingest under way has read what was there before
            return restore(self._store, briefing)

    def doctor(self, repair: bool = False) -> dict[str, Any]:
        """Look the home over; with `repair`, rebuild what the catalogue can rebuild, and look again."""
        from assistant.desks.health import look_over

        with self._turn() if repair else nullcontext():
            chat = self._answering.chat
            return {**look_over(self._store, repair), "engine": chat.name if chat else "extractive"}

    def check_chat(self) -> dict[str, Any]:
        from assistant.drafting.chat_check import check_chat

        chat = self._answering.chat
        return check_chat(chat) if chat else {}

    def encoder_digest(self) -> str:
        return self._store.encoder.identity.digest

    def reindex(self, encoder: str | None = None) -> Iterator[ReindexProgress | Reindexed]:
        from ingest.maintenance.reindexing import reindex
        from vectorstore.encoder.embedding import load_encoder

        if not self._reindexing.acquire(blocking=False):
            raise BriefingsError("This home is being reindexed already. Wait until that has finished.")
        try:
            settings, loaded = self._store.settings, self._store.encoder
            if encoder is not None and encoder != loaded.identity.name:
                loaded = load_encoder(encoder, settings.models, settings.threads, given_as="--encoder")
            for event in reindex(self._store, loaded, self._writing):
                if not isinstance(event, Reindexed):
                    self._refuse_when_closing(_REINDEXED)
                yield event
        finally:
            self._reindexing.release()

    def export(self, target: Path) -> dict[str, Any]:
        from vectorstore.backup.exporting import export

        return export(self._store, target)

    def close(self) -> None:
        """Let a running ingest come to its next stop, then give the home up; again, it does nothing.

        Answers that wait for a chat model go on without it. One that does not come to a stop keeps the home,
        which is whole at any moment, until the process ends.
        """
        if self._closing.is_set():
            return
        self._closing.set()
        if self._answering.chat:
            self._answering.chat.close()
        if self._writing.acquire(timeout=CLOSING_SECONDS):
            self._store.close()

    def _current_answering(self) -> Answering:
        """The answering with the encoder in use: another one may have been put into use since."""
        if self._answers_with is not self._store.encoder:
            self._answering, self._answers_with = (
                Answering(self._store, self._answering.chat),
                self._store.encoder,
            )
        return self._answering

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """What is written at once, not beside an ingest; raises BusyError when that takes long."""
        self._refuse_when_closing(_UNCHANGED)
        if not self._writing.acquire(timeout=PATIENCE_SECONDS):
            now = self._progress
            goes_on = f", {now.done:,} of {now.total:,} sources so far" if now else ", or repaired"
            raise BusyError(
                f"Briefings are being taken in{goes_on}. Nothing was changed: try again when that has ended."
            )
        try:
            yield
        finally:
            self._writing.release()

    def _refuse_when_closing(self, what_became: str) -> None:
        if self._closing.is_set():
            raise StoppingError(f"The process that serves this home is stopping. {what_became}")
