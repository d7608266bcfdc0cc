"""A desk that says what a test tells it to, and what it is given to say."""

import itertools
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.answer import Answer, AnswerSentence, Citation, InReserve
from assistant.asking.request import AskRequest
from assistant.checking import citations
from assistant.chronicle.entries import News, NewsRequest
from vectorstore.briefing import Briefing
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.keeping import Conversations
from vectorstore.errors import NotFoundError


@dataclass
class FakeDesk:
    """Enough of a desk for the page's plumbing: canned briefings, one scripted answer a question."""

    briefings: list[Briefing]
    script: Callable[[AskRequest], Iterator[str | InReserve | Answer]]
    requests: list[AskRequest] = field(default_factory=list)
    next_questions: tuple[str, ...] = ()
    conversations: Conversations = field(default_factory=lambda: Conversations(_catalogue()))

    def follow_ups(self, request: AskRequest, answer: Answer) -> tuple[str, ...]:
        return self.next_questions

    def ask_events(self, request: AskRequest) -> Iterator[str | InReserve | Answer]:
        self.requests.append(request)
        yield from self.script(request)

    def ask(self, request: AskRequest) -> Answer:
        raise NotImplementedError

    def news(self, request: NewsRequest) -> News:
        return News(request.since)

    def ingest(
        self, sources: Sequence[str], published: date | None = None, prune: bool = False
    ) -> Iterator[Any]:
        raise NotImplementedError

    def list(self) -> list[Briefing]:
        return self.briefings

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        for briefing in self.briefings:
            if briefing.id == briefing_id:
                return briefing
        raise NotFoundError(f"No briefing {briefing_id}.")

    def remove(self, briefing_id: str) -> Briefing:
        raise NotImplementedError

    def doctor(self, repair: bool = False) -> dict[str, Any]:
        return {}

    def encoder_digest(self) -> str:
        return ""

    def close(self) -> None: ...


_SCRATCH = tempfile.TemporaryDirectory(prefix="briefings-page-")  # removed when the tests end
_NUMBERS = itertools.count(1)


def _catalogue() -> Catalogue:
    """A catalogue that holds nothing yet, in a folder of its own."""
    return Catalogue(f"sqlite:///{_SCRATCH.name}/{next(_NUMBERS)}.db")


def make_briefing(id: str, title: str, text: str, **more: Any) -> Briefing:
    return Briefing(id=id, key=id, source=f"{id}.md", title=title, text=text, content_hash=id, **more)


def cite(number: int, briefing: Briefing, quote: str) -> Citation:
    """Cite the words `quote` of a briefing, where they stand first."""
    start = briefing.text.index(quote)
    return citations.cite(number, briefing, start, start + len(quote))


def quoting(request: AskRequest, briefing: Briefing, *quotes: str, **more: Any) -> Answer:
    """An answer that quotes one briefing."""
    said = tuple(AnswerSentence(quote, (number,)) for number, quote in enumerate(quotes, 1))
    return Answer(
        question=request.question,
        standalone=request.question,
        answer=" ".join(f"{s.text} [{s.citations[0]}]" for s in said),
        sentences=said,
        citations=tuple(cite(number, briefing, quote) for number, quote in enumerate(quotes, 1)),
        **more,
    )


@dataclass
class Talks:
    """A desk with two briefings that answers everything from the first; `hold` keeps it searching."""

    desk: FakeDesk
    _go: threading.Event

    def hold(self) -> None:
        self._go.clear()

    def release(self) -> None:
        self._go.set()

    def script(self, request: AskRequest) -> Iterator[str | Answer]:
        yield from self.desk.script(request)
