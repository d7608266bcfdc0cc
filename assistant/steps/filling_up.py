"""Add to the draft of an answer what else answers, where there is room."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import evidence_of, ordered_draft
from assistant.choosing.filling import filled
from assistant.steps.work import Work


def filled_up(work: Work) -> Work:
    """Return the work with its draft filled: one that was chosen for the question as a whole.

    What is shown as the latest, the sides of a comparison and a day told beside an answer are left alone.
    """
    if work.refusal or work.shown:
        return work
    chosen = [_as_judged(e, work.evidence) for e in evidence_of(work.draft)]
    judged = [e for e in chosen if e is not None]
    told = filled(work.question, judged, work.evidence) if len(judged) == len(chosen) else []
    if len(told) <= len(chosen):
        return work
    return replace(work, draft=tuple(ordered_draft(work.question, told, work.texts)))


def _as_judged(drafted: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """Return a sentence of a draft with its speaker, whom another may come before now; None if unjudged."""
    return next((replace(drafted, turn=e.turn) for e in evidence if e.is_at(drafted)), None)
