"""Tell in the briefings' own words what a chat model left out, or told in a way that the checks refuse.

Without its newest fact an answer would tell an older one as the latest. What stands in for it is a sentence
of the verbatim answer, so nothing is shown that would not be shown without a model.
"""

from collections.abc import Sequence
from datetime import date

from assistant.checking.citations import check
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import DraftSentence, evidence_of
from assistant.steps.work import Work


class OwnWords:
    """The sentences of the verbatim answer whose evidence was `offered` to the model."""

    def __init__(self, work: Work, offered: Sequence[Evidence]) -> None:
        kept = check(work.draft, work.briefings, work.question.as_of).kept
        self._latest = work.question.latest
        self._sentences = [of for of in kept if all(_is_among(e, offered) for e in evidence_of([of]))]

    @property
    def newest_day(self) -> date | None:
        """The day of the leading one where the latest is asked for: a finished answer tells nothing older."""
        return self._sentences[0].evidence.hit.facts.published if self._latest and self._sentences else None

    def instead_of(self, refused: Sequence[Evidence], told: Sequence[Evidence]) -> list[DraftSentence]:
        """Return those on what a refused sentence cites, where nothing that is told cites it."""
        return [
            of
            for of in self._sentences
            if any(_is_among(e, refused) for e in evidence_of([of]))
            and not any(_is_among(e, told) for e in evidence_of([of]))
        ]

    def newest(self, told: Sequence[Evidence]) -> list[DraftSentence]:
        """Return the leading one where the latest is asked for, and all that is told is older."""
        if not (self._latest and self._sentences and told):
            return []
        lead = self._sentences[0]
        return [lead] if max(map(_day, told)) < _day(lead.evidence) else []


def _is_among(e: Evidence, others: Sequence[Evidence]) -> bool:
    return any(e.is_at(other) for other in others)


def _day(e: Evidence) -> date:
    return e.hit.facts.published or date.min
