"""A desk that answers with what it was asked, for tests of what passes between two processes."""

import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from assistant.answer import Answer, AnswerSentence, Citation, Notice
from assistant.asking.request import AskRequest
from assistant.desks.desk import IngestProgress
from ingest.report import Failure, Report
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from vectorstore.briefing import Briefing
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.keeping import Conversations
from vectorstore.errors import NotFoundError, QuestionError, SourceError

ANSWER = Answer(
    question="How many rounds?",
    standalone="How many rounds of Japan-US talks?",
    answer="Five [1].",
    sentences=(AnswerSentence("Five.", (1,), "older"),),
    citations=(Citation(1, "0a1b", "a.md", "Talks", None, date(2025, 6, 8), None, "Five rounds.", 0, 12),),
    as_of=date(2025, 6, 30),
    warnings=(Notice("undated", "One source has no date."),),
    retrieved=("a.md",),
    latency_ms=7,
)
BRIEFING = Briefing(
    "0a1b", "/a.md", "a.md", "Talks – día", "Five rounds.", "ff", None, date(2025, 6, 8), "dateline"
)
REPORT = Report(added=1, undated=("a.md",), failed=(Failure("b.md", "empty"),), passages=3, seconds=0.5)


class SmallDesk:
    """Answers with what it was asked, and remembers what became of its ingest."""

    def __init__(self) -> None:
        self.asked: list[AskRequest] = []
        self.scratch = tempfile.TemporaryDirectory()
        self.chats = Conversations(Catalogue(f"sqlite:///{self.scratch.name}/catalogue.db"))
        self.ended = threading.Event()
        self.closed = False

    def ask(self, request: AskRequest) -> Answer:
        self.asked.append(request)
        if not request.question:
            raise QuestionError("The question is empty; ask something.")
        return ANSWER

    def ask_events(self, request: AskRequest) -> Iterator[str | Answer]:
        yield "Searching"
        if not request.question:
            raise QuestionError("The question is empty; ask something.")
        yield ANSWER

    def follow_ups(self, request: AskRequest, answer: Answer) -> tuple[str, ...]:
        self.asked.append(request)
        return (f"And then? ({answer.answer})",)

    @property
    def conversations(self) -> Conversations:
        return self.chats

    def ingest(
        self,
        sources: Sequence[str | Pasted],
        published: date | None = None,
        selection: Selection = EVERYTHING,
        prune: bool = False,
    ) -> Iterator[IngestProgress | Report]:
        self.sources = sources
        self.selection = selection
        try:
            first = str(sources[0])
            if first.endswith("broken"):
                raise RuntimeError("a bug")
            if first.endswith("missing"):
                raise SourceError(f"{first} does not exist.")
            for done in range(1, 200 if first.endswith("long") else 3):
                time.sleep(0.02)
                yield IngestProgress(done, 200, f"{published}")
            yield REPORT
        finally:
            self.ended.set()

    def list(self) -> list[Briefing]:
        return [BRIEFING]

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        if briefing_id != "0a1b":
            raise NotFoundError(f"No briefing {briefing_id}.")
        return BRIEFING

    def remove(self, briefing_id: str) -> Briefing:
        return self.show(briefing_id)

    def doctor(self, repair: bool = False) -> dict[str, Any]:
        return {"problems": [], "repaired": ["all"] if repair else []}

    def encoder_digest(self) -> str:
        return "53aa"

    def close(self) -> None:
        self.closed = True
