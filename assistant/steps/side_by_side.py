"""Put the answers to the sides of a comparison together, or find one sentence that tells all of them."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, is_of_others
from assistant.choosing.extractive import DraftSentence, in_turn
from assistant.reading.statements import instruments_in
from assistant.steps.on_its_side import HELD, name_of, own_names
from assistant.steps.work import Work


def holds_all(e: Evidence, parts: Sequence[Weighed], sides: Sequence[Question]) -> bool:
    """Whether a sentence has the type of answer asked for, and what each side has that not all sides have."""
    held = {
        name
        for part, reached in zip(parts, e.reached, strict=True)
        for name in [name_of(part)]
        if name and reached.held >= HELD
    }
    measures = frozenset[str]().union(*(instruments_in(side.asked) for side in sides))
    if "tariff" in measures and not instruments_in(e.said):
        return False  # "trucks and buses move 70 percent of goods" is no duty on either
    return bool(e.marks.detail) and all(held & own for own in own_names(sides))


def side_by_side(work: Work, sides: Sequence[Work]) -> Work | None:
    """Put the answers of the sides into one, in the order asked; None where a side has no answer."""
    if any(side.refusal or not side.draft for side in sides):
        return None
    return replace(
        work,
        question=replace(work.question, latest=False),
        briefings={id: briefing for side in sides for id, briefing in side.briefings.items()},
        parts=(),  # each side has parts of its own
        evidence=tuple(_apart(e) for side in sides for e in side.evidence),
        draft=tuple(
            replace(of, evidence=_apart(of.evidence), also=tuple(map(_apart, of.also)))
            for of in in_turn(
                [_of_its_own(side) for side in sides], [side.ended for side in sides if side.ended]
            )
        ),
    )


def _of_its_own(side: Work) -> list[DraftSentence]:
    """Return what is told of a side without what names other parties only, where anything is left.

    What says that something of it has ended stays, whomever it names.
    """
    own = [
        of
        for of in side.draft
        if not is_of_others(of.evidence, side.question) or (side.ended and of.evidence.is_at(side.ended))
    ]
    return own or list(side.draft)


def _apart(e: Evidence) -> Evidence:
    """Return a sentence without how far it reaches the parts of its side's question."""
    return replace(e, reached=())
