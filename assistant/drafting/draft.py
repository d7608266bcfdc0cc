"""Hold the draft of a chat model: its sentences in order, each checked when it is finished."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import AnswerSentence, Citation, Role
from assistant.checking.citations import Checked, cite
from assistant.checking.prose import Judges, behind_its_day, why_not_shown, without_markers
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import DraftSentence, spans_of
from assistant.drafting.offering import Offering
from assistant.steps.work import Work

SENTENCES_READ = 12  # of a draft; a model that goes on repeats itself
WORDS = 170  # of an answer; the prompt asks for 120
NO_ANSWER = "no answer"
SAME = 0.95  # cosine of two sentences that say the same
REPETITIONS = 2  # after as many the model goes in circles
# "Here is the answer:", "Summary": without a citation, and not a sentence by its end.
_HEADING = re.compile(r"[^\[\]]*:|[^\s\[\]]+(?: [^\s\[\]]+){0,5}(?<![.!?…”\"])")


@dataclass(slots=True)
class Slot:
    """A sentence in its place: as written, and why it may not be shown; None when it may."""

    sentence: str
    reason: str | None


class Draft:
    """Grows sentence by sentence; `checked` is what of it may be shown."""

    def __init__(self, work: Work, offering: Offering, judges: Judges) -> None:
        self._work = work
        self._offering = offering
        self._judges = judges
        self._slots: list[Slot] = []
        self._repeated = 0
        self.declined = False  # the model says that the evidence does not answer

    def add(self, sentence: str) -> bool:
        """Take a sentence in; returns whether it may be shown."""
        if self.full:
            return False
        if sentence.strip(" .").casefold() == NO_ANSWER:
            self.declined = True
            return False
        if is_heading(sentence):
            return False  # says nothing that could be shown, and is no sentence that was left out
        if self._is_said(sentence, self._slots):
            self._repeated += 1
            return False
        self._slots.append(Slot(sentence, self._why_not(sentence)))
        return self._slots[-1].reason is None

    def replace(self, slot: Slot, sentence: str) -> None:
        """Put a repaired sentence in the place of the one that failed, when it may be shown."""
        others = [other for other in self._slots if other is not slot]
        if self._why_not(sentence) is None and not self._is_said(sentence, others):
            slot.sentence, slot.reason = sentence, None

    @property
    def full(self) -> bool:
        """Whether there is enough to stop reading."""
        words = sum(len(slot.sentence.split()) for slot in self._slots if slot.reason is None)
        return len(self._slots) >= SENTENCES_READ or words >= WORDS or self._repeated >= REPETITIONS

    @property
    def failed(self) -> list[Slot]:
        """The sentences that may not be shown."""
        return [slot for slot in self._slots if slot.reason is not None]

    def checked(self) -> Checked:
        """Number the citations from 1, in order of appearance; newest first when the latest is asked for."""
        kept = [self._drafted(slot.sentence) for slot in self._slots if slot.reason is None]
        if self._work.question.latest:
            kept.sort(key=lambda pair: -(_published(pair[0]) or date.min).toordinal())
        newest = max((day for sentence, _ in kept if (day := _published(sentence))), default=None)
        citations: dict[tuple[str, int, int], Citation] = {}
        sentences = [
            AnswerSentence(
                sentence.text, self._numbers(cited, citations), self._role(_published(sentence), newest)
            )
            for sentence, cited in kept
        ]
        return Checked(
            tuple(sentences),
            tuple(citations.values()),
            tuple(sentence for sentence, _ in kept),
            tuple((slot.sentence, slot.reason) for slot in self._slots if slot.reason),
        )

    def _is_said(self, sentence: str, before: Sequence[Slot]) -> bool:
        """Whether an earlier sentence says the same, in these words or nearly, with the same figures."""
        said = _bare(sentence)
        for other in (_bare(slot.sentence) for slot in before):
            alike = _figures(said) == _figures(other) and self._judges.similarity(said, other) >= SAME
            if said == other or alike:
                return True
        return False

    def _why_not(self, sentence: str) -> str | None:
        as_of = self._work.question.as_of
        return why_not_shown(sentence, self._offering.offered, self._judges, as_of)

    def _drafted(self, sentence: str) -> tuple[DraftSentence, list[Evidence]]:
        """Pair a sentence with the evidence that it cites, newest first; it is as old as that."""
        text, numbers = without_markers(sentence)
        text = behind_its_day(text, [self._offering.offered[number] for number in numbers]) or text
        cited = [self._offering.evidence[number - 1] for number in numbers]
        cited.sort(key=lambda e: -(e.hit.facts.published or date.min).toordinal())
        return DraftSentence(text, spans_of(cited[0]), cited[0]), cited

    def _numbers(
        self, cited: Sequence[Evidence], citations: dict[tuple[str, int, int], Citation]
    ) -> tuple[int, ...]:
        numbers: list[int] = []
        for e in cited:
            briefing = self._work.briefings[e.hit.facts.id]
            for start, end in spans_of(e):
                key = (briefing.id, start, end)
                if key not in citations:
                    citations[key] = cite(len(citations) + 1, briefing, start, end)
                numbers.append(citations[key].number)
        return tuple(dict.fromkeys(numbers))

    def _role(self, published: date | None, newest: date | None) -> Role:
        superseded = newest is not None and published is not None and published < newest
        return "older" if superseded and not self._work.question.periods else "current"


def is_heading(sentence: str) -> bool:
    """Say whether a line only announces what follows.

    >>> is_heading("Status of the talks"), is_heading("Talks go on.")
    (True, False)
    """
    return bool(_HEADING.fullmatch(sentence))


def _published(sentence: DraftSentence) -> date | None:
    return sentence.evidence.hit.facts.published


def _figures(bare: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*", bare))


def _bare(sentence: str) -> str:
    return " ".join(without_markers(sentence)[0].casefold().split())
