"""Hold the draft of a chat model: its sentences in order, each checked when it is finished.

What it leaves out of the verbatim answer is told in the briefings' words (`assistant.drafting.own_words`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import AnswerSentence, Citation, Role
from assistant.checking.citations import Checked, cite
from assistant.checking.openers import without_openers
from assistant.checking.prose import Judges, as_shown, why_not_shown, without_markers
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import DraftSentence, evidence_of, spans_of
from assistant.drafting.offering import Offering
from assistant.drafting.own_words import OwnWords
from assistant.drafting.repeating import say_the_same
from assistant.steps.work import Work
from vectorstore.patterns import pattern

SENTENCES_READ = 12  # of a draft; a model that goes on repeats itself
WORDS = 170  # of an answer; the prompt asks for 120
NO_ANSWER = "no answer"
REPETITIONS = 2  # after as many the model goes in circles
# "Here is the answer:", "Summary": without a citation, and not a sentence by its end.
_HEADING = pattern(r"[^\[\]]*:|[^\s\[\]]+(?: [^\s\[\]]+){0,5}(?<![.!?…”\"])")


@dataclass(slots=True)
class Slot:
    """A sentence in its place: as written, and why it may not be shown; None when it may."""

    sentence: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that may be shown, and the (briefing id, start, end) that it cites."""

    sentence: DraftSentence
    spans: tuple[tuple[str, int, int], ...]


class Draft:
    """Grows sentence by sentence; `checked` is what of it may be shown."""

    def __init__(self, work: Work, offering: Offering, judges: Judges) -> None:
        self._work = work
        self._offering = offering
        self._judges = judges
        self._own_words = OwnWords(work, offering.evidence, judges.similarity)
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
        return len(self._slots) >= SENTENCES_READ or self._words >= WORDS or self._repeated >= REPETITIONS

    @property
    def kept(self) -> list[Slot]:
        """The sentences that may be shown."""
        return [slot for slot in self._slots if slot.reason is None]

    @property
    def failed(self) -> list[Slot]:
        """The sentences that may not be shown."""
        return [slot for slot in self._slots if slot.reason is not None]

    def checked(self) -> Checked:
        """Return what may be shown while the draft grows: in its own order, so that what is shown stays.

        Only what is as new as what the finished answer will tell reads as the latest meanwhile.
        """
        return self._numbered([self._told(slot) for slot in self.kept], self._own_words.newest_day)

    def completed(self) -> Checked:
        """Return the finished draft, newest first when the latest is asked for.

        With what the model left out in the briefings' own words, where it is not too long; nothing where
        nothing of the model's may be shown.
        """
        for slot in self.failed:  # its opener alone may be why, and no repair have mended that
            self.replace(slot, without_openers(slot.sentence, None))
        told = [e for slot in self.kept for e in self._cited(slot)]
        words = self._words
        last: list[Evidence] = []
        completed: list[_Told] = []
        for slot in self._slots:
            if slot.reason is None:
                completed.append(self._told(slot))
                last = self._cited(slot)
            elif told:
                for own in self._own_words.instead_of(self._cited(slot), told, last):
                    if words + len(own.text.split()) > WORDS:
                        break
                    words += len(own.text.split())
                    completed.append(_in_own_words(own))
                    last = evidence_of([own])
                    told += last
        finished = [*map(_in_own_words, self._own_words.newest(told)), *completed]
        if self._work.question.latest:
            finished.sort(key=_newest_first)
        return self._numbered(finished)

    def _numbered(self, told: Sequence[_Told], expected: date | None = None) -> Checked:
        """Number the citations from 1, in order of appearance."""
        days = [_published(of.sentence) for of in told]
        newest = max(filter(None, (*days, expected)), default=None)
        citations: dict[tuple[str, int, int], Citation] = {}
        sentences = [
            AnswerSentence(
                of.sentence.text,
                self._numbers(of.spans, citations),
                self._role(_published(of.sentence), newest),
            )
            for of in told
        ]
        return Checked(
            tuple(sentences),
            tuple(citations.values()),
            tuple(of.sentence for of in told),
            tuple((slot.sentence, slot.reason) for slot in self._slots if slot.reason),
            expected,
        )

    @property
    def _words(self) -> int:
        return sum(len(slot.sentence.split()) for slot in self.kept)

    def _is_said(self, sentence: str, before: Sequence[Slot]) -> bool:
        """Whether an earlier sentence says the same."""
        said = without_markers(sentence)[0]
        others = (without_markers(slot.sentence)[0] for slot in before)
        return any(say_the_same(said, other, self._judges.similarity) for other in others)

    def _why_not(self, sentence: str) -> str | None:
        as_of = self._work.question.as_of
        return why_not_shown(sentence, self._offering.offered, self._judges, as_of)

    def _told(self, slot: Slot) -> _Told:
        """Pair a sentence with the characters that it cites, newest first; it is as old as that."""
        text, numbers = without_markers(slot.sentence)
        text = as_shown(text, [self._offering.offered[number] for number in numbers])
        cited = self._cited(slot)
        cited.sort(key=lambda e: e.published, reverse=True)
        spans = [(e.hit.facts.id, *span) for e in cited for span in spans_of(e)]
        return _Told(DraftSentence(text, spans_of(cited[0]), cited[0]), tuple(spans))

    def _cited(self, slot: Slot) -> list[Evidence]:
        """Return the evidence that a sentence cites, as far as the model was offered it."""
        _, numbers = without_markers(slot.sentence)
        return [self._offering.evidence[number - 1] for number in numbers if number in self._offering.offered]

    def _numbers(
        self, spans: Sequence[tuple[str, int, int]], citations: dict[tuple[str, int, int], Citation]
    ) -> tuple[int, ...]:
        numbers: list[int] = []
        for key in spans:
            if key not in citations:
                id, start, end = key
                citations[key] = cite(len(citations) + 1, self._work.briefings[id], start, end)
            numbers.append(citations[key].number)
        return tuple(dict.fromkeys(numbers))

    def _role(self, published: date | None, newest: date | None) -> Role:
        superseded = newest is not None and published is not None and published < newest
        return "older" if superseded and not self._work.question.periods else "current"


def _in_own_words(own: DraftSentence) -> _Told:
    return _Told(own, tuple((own.evidence.hit.facts.id, *span) for span in own.spans))


def is_heading(sentence: str) -> bool:
    """Say whether a line only announces what follows.

    >>> is_heading("Status of the talks"), is_heading("Talks go on."), is_heading("Peru names three: [3]")
    (True, False, True)
    """
    return bool(_HEADING.fullmatch(sentence)) or without_markers(sentence)[0].endswith(":")


def _published(sentence: DraftSentence) -> date | None:
    return sentence.evidence.hit.facts.published


def _newest_first(of: _Told) -> tuple[bool, int]:
    """Order as the verbatim answer is: what goes first whatever is newer, then by day."""
    return not of.sentence.evidence.leads, -of.sentence.evidence.published.toordinal()
