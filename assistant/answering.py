"""A question in, a checked answer out: the whole flow, as LangChain runnables.

    request -> understand -> draft -> finish -> Answer

A request may be read in several ways; each is drafted on its `Course`, and the best one is kept. Each step
takes and returns the growing `Work`; nothing is shown that was not checked.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Answer, InReserve
from assistant.asking.followups.about_answer import About
from assistant.asking.request import AskRequest
from assistant.choosing.evidence import Evidence
from assistant.choosing.similarity import SentenceVectors
from assistant.drafting.finishing import Finishing
from assistant.steps.at_hand import told_of
from assistant.steps.best_reading import BestReading
from assistant.steps.course import Course
from assistant.steps.day_of_measure import DayOfMeasure
from assistant.steps.filling_up import filled_up
from assistant.steps.judging import Judging
from assistant.steps.questions_on_file import QuestionsOnFile
from assistant.steps.readings import Readings
from assistant.steps.shown_of_answer import shown_of_answer
from assistant.steps.understanding import Understanding
from assistant.steps.work import Work
from assistant.superseding.announced import Announced
from assistant.superseding.own_acts import OwnActs
from vectorstore.store import Store

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from assistant.drafting.chat import Chat


class Answering:
    """Answers questions over one open home."""

    def __init__(self, store: Store, chat: "Chat | None" = None) -> None:
        self._store = store
        vectors = SentenceVectors(store.encoder)
        self._judging = Judging(store, vectors)
        questions = QuestionsOnFile(store)
        self._understanding = Understanding(store, questions)
        self._course = Course(store, questions, self._judging, vectors)
        self._days = DayOfMeasure(store, Announced(store, OwnActs(store)), self._course.searching.by_words)
        self._finishing = Finishing(store, questions, self._course, self._judging)
        self.chat = chat

    @property
    def chain(self) -> "Runnable[AskRequest, Answer]":
        """The whole flow; LangChain comes in with it, half a second that an ingest need not wait.

        Not kept: it refers to this object, and the two would keep a closed home's encoder in memory, 140 MB,
        until Python looks for such circles. Making it takes 0.03 ms.
        """
        from langchain_core.runnables import RunnableLambda

        return RunnableLambda(self._understand) | RunnableLambda(self._draft) | RunnableLambda(self._finish)

    def answer(self, request: AskRequest) -> Answer:
        """Answer or decline. QuestionError when there is nothing to answer."""
        started = time.perf_counter()
        answer = self.chain.invoke(request)
        return replace(answer, latency_ms=round(1000 * (time.perf_counter() - started)))

    def events(self, request: AskRequest) -> Iterator[str | InReserve | Answer]:
        """Say what is being done, then yield the answer as it grows, sentence by sentence."""
        started = time.perf_counter()
        count = len(self._store.catalogue.facts())
        yield f"Searching {count} briefing{'' if count == 1 else 's'}"
        for event in self._finishing.events(self.drafted(request), self.chat):
            took = round(1000 * (time.perf_counter() - started))
            yield replace(event, latency_ms=took) if isinstance(event, Answer) else event

    def drafted(self, request: AskRequest) -> Work:
        """Go as far as the draft, unchecked: what the weights are fitted on."""
        return self._draft(self._understand(request))

    def candidates(self, request: AskRequest) -> list[Evidence]:
        """Return the sentences found, before the reranker has seen them: what it is trained on."""
        work = self._course.searching.find(self._understand(request).plain)
        return [] if work.shown else [*self._judging.read(work).read]

    def _understand(self, request: AskRequest) -> Readings:
        return self._understanding.readings(request, self._verbatim)

    def _verbatim(self, request: AskRequest) -> Answer:
        return self._finishing.checked(self.drafted(request))

    def _draft(self, readings: Readings) -> Work:
        """Draft the answer, and remember what it is made of."""
        course = self._course
        best = BestReading(course.drafted, course.searching.by_words, self._days, self._judging)
        work = filled_up(best.of(readings))
        self._understanding.at_hand.keep(work.request, told_of(work))
        shorter: About | None = "shorter" if readings.short and not self.chat else None  # a model writes anew
        shown = shown_of_answer(work, readings.about or shorter, readings.pages, course.composing)
        return replace(shown, pressed=readings.pressed)

    def _finish(self, work: Work) -> Answer:
        *_, answer = self._finishing.events(work, self.chat)
        assert isinstance(answer, Answer)
        return answer
