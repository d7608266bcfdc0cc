"""Tell in the briefings' own words what a chat model left out, or told in a way that the checks refuse.

Without its newest fact an answer would tell an older one as the latest. What stands in for it is a sentence
of the verbatim answer, so nothing is shown that would not be shown without a model: with its speaker's name
and with the sentence that it leans on, where these stood before it there, and none that says again what the
model has told by another briefing.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.checking.citations import check
from assistant.checking.prose import Similarity
from assistant.choosing.evidence import Evidence, neighbour
from assistant.choosing.extractive import DraftSentence, drafted, evidence_of
from assistant.choosing.read_alone import leans
from assistant.drafting.offering import with_speaker
from assistant.drafting.repeating import say_the_same
from assistant.steps.work import Work


class OwnWords:
    """The sentences of the verbatim answer whose evidence was `offered` to the model."""

    def __init__(self, work: Work, offered: Sequence[Evidence], similarity: Similarity) -> None:
        kept = check([*_each_alone(work)], work.briefings, work.question.as_of).kept
        self._latest = work.question.latest
        self._similarity = similarity
        self._sentences = [of for of in kept if all(_is_among(e, offered) for e in evidence_of([of]))]

    @property
    def newest_day(self) -> date | None:
        """The day of the leading one where the latest is asked for: a finished answer tells nothing older."""
        return self._sentences[0].evidence.hit.facts.published if self._latest and self._sentences else None

    def instead_of(
        self, refused: Sequence[Evidence], told: Sequence[Evidence], last: Sequence[Evidence] = ()
    ) -> list[DraftSentence]:
        """Return those on what a refused sentence cites, where nothing that is `told` says the same.

        `last` is cited by the sentence that they will stand behind.
        """
        found: list[DraftSentence] = []
        for at, of in enumerate(self._sentences):
            if not any(_is_among(e, refused) for e in evidence_of([of])) or self._is_told(of, told):
                continue
            before = self._leant_on(at)
            if before and not _is_among(before.evidence, [*last, *evidence_of(found[-1:])]):
                if self._is_told(before, told):
                    continue  # elsewhere, and this would hang on another sentence
                found.append(before)
            found.append(of)
        return found

    def newest(self, told: Sequence[Evidence]) -> list[DraftSentence]:
        """Return the leading one where the latest is asked for and all that is told is older.

        Or where it goes first whatever is newer, and is not told.
        """
        if not (self._latest and self._sentences and told):
            return []
        lead, *others = self._sentences
        untold = lead.evidence.leads and not self._is_told(lead, told)
        if not (untold or max(e.published for e in told) < lead.evidence.published):
            return []
        return [lead, *others[:1]] if self._leant_on(1) and not self._is_told(others[0], told) else [lead]

    def _is_told(self, of: DraftSentence, told: Sequence[Evidence]) -> bool:
        return any(
            e.is_at(other) or say_the_same(e.said, other.said, self._similarity)
            for e in evidence_of([of])
            for other in told
        )

    def _leant_on(self, at: int) -> DraftSentence | None:
        """Return the sentence before one that leans on it."""
        if not 0 < at < len(self._sentences) or not leans(self._sentences[at].evidence):
            return None
        before = self._sentences[at - 1]
        return before if neighbour(self._sentences[at].evidence, [before.evidence]) else None


def _each_alone(work: Work) -> Iterator[DraftSentence]:
    """Yield the sentences of the verbatim answer, each with who speaks, as the first of a turn is there."""
    for of in work.draft:
        yield from drafted(work.question, [with_speaker(e, work) for e in evidence_of([of])], work.texts)


def _is_among(e: Evidence, others: Sequence[Evidence]) -> bool:
    return any(e.is_at(other) for other in others)
