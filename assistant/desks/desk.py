"""What a person can do with a home: the one interface of the CLI, the page and the local API.

`LocalDesk` (in build.py's hands) has the home open; `RemoteDesk` hands the same calls to the
process that has. Neither parses arguments nor prints.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from assistant.answer import Answer, InReserve
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import News, NewsRequest, Timeline, TimelineRequest
from assistant.desks.chats import Chats
from assistant.desks.found import Found, SearchRequest
from ingest.maintenance.correction import Corrected, Correction
from ingest.maintenance.reindex_report import Reindexed, ReindexProgress
from ingest.report import IngestProgress as IngestProgress  # others know it as the desk's
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked
from vectorstore.briefing import Briefing


class Desk(Protocol):
    """A home that can be asked, fed and looked after."""

    def ask(self, request: AskRequest) -> Answer: ...

    def ask_events(self, request: AskRequest) -> Iterator[str | InReserve | Answer]:
        """Yield what is being done in plain words, then the answer as it grows; the last is final.

        Before a chat model is waited for, what stands without it.
        """
        ...

    def follow_ups(self, request: AskRequest, answer: Answer) -> tuple[str, ...]:
        """A few questions to ask next, made of what is on file, each of which would be answered."""
        ...

    @property
    def conversations(self) -> Chats:
        """The conversations kept in the home."""
        ...

    def search(self, request: SearchRequest) -> Found:
        """The passages nearest to some words; QuestionError when these are none."""
        ...

    def timeline(self, request: TimelineRequest) -> Timeline:
        """The dated developments of a subject; QuestionError when it names nothing to look for."""
        ...

    def news(self, request: NewsRequest) -> News:
        """What arrived since a day, by party, with the sentence that matters of each briefing."""
        ...

    def ingest(
        self,
        sources: Sequence[str | Pasted | Uploaded | Linked],
        published: date | None = None,
        selection: Selection = EVERYTHING,
        prune: bool = False,
    ) -> Iterator[IngestProgress | Report]:
        """Take sources in; yields progress, then one Report last.

        With `prune`, briefings whose file is gone from its folder are removed.
        """
        ...

    def list(self) -> list[Briefing]:
        """Every briefing on file, newest first, undated last; `text`, `versions`, `passages` are empty."""
        ...

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        """One briefing with its text and the list of its versions, in its current or another version.

        An unambiguous prefix of its id will do.
        """
        ...

    def edit(self, briefing_id: str, correction: Correction) -> Corrected:
        """Correct what a briefing says about itself; later ingests leave that alone."""
        ...

    def remove(self, briefing_id: str) -> Briefing:
        """Remove a briefing with all its versions; returns it with its text."""
        ...

    def restore(self, briefing: Briefing) -> Briefing:
        """Take a removed briefing in again as it was on file; of its versions only this one."""
        ...

    def doctor(self, repair: bool = False) -> dict[str, Any]:
        """State of the home: counts, encoder, and `problems` (empty when it is sound)."""
        ...

    def check_chat(self) -> dict[str, Any]:
        """Try the chat model that is set: what works, and `problems`; empty where none is set."""
        ...

    def encoder_digest(self) -> str:
        """The digest of the encoder's weights in use; unlike `doctor` it looks for no damage."""
        ...

    def reindex(self, encoder: str | None = None) -> Iterator[ReindexProgress | Reindexed]:
        """Change over to another encoder, by name or folder; yields progress, then one Reindexed last.

        Without one, passages without a vector are embedded and the indexes built anew. Questions are
        answered meanwhile.
        """
        ...

    def export(self, target: Path) -> dict[str, Any]:
        """Write everything into one file; returns its manifest."""
        ...

    def close(self) -> None: ...
