"""Add to the draft of an answer what else answers, where there is room."""

from dataclasses import replace

from assistant.choosing.extractive import evidence_of, ordered_draft
from assistant.choosing.filling import filled
from assistant.steps.work import Work


def filled_up(work: Work) -> Work:
    """Return the work with its draft filled: one that was chosen for the question as a whole.

    What is shown as the latest, the sides of a comparison and a day told beside an answer are left alone.
    """
    chosen = evidence_of(work.draft)
    if work.refusal or work.shown or any(not any(e.is_at(of) for of in work.evidence) for e in chosen):
        return work
    told = filled(work.question, chosen, work.evidence)
    if len(told) == len(chosen):
        return work
    return replace(work, draft=tuple(ordered_draft(work.question, told, work.texts)))
