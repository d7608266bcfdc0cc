"""Keep to what is on one side of a comparison, where what answers best for it is on another.

"The duty on tin: Peru vs Chile" has the same words for either but one, so one sentence is likely for both.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, reranked
from assistant.choosing.reach import TITLE
from assistant.choosing.reranker import Judge
from assistant.reading.wording import Terms
from assistant.steps.work import Work
from ingest.text.parties import parties_in

Name = str | Terms  # a party's code, or the terms of a subject word

HELD = 0.75  # of a part of the question, by the sentence itself
BEHIND = 1.5  # log-odds by the reranker (tests/evals/LOG.md)


def own_names(sides: Sequence[Question]) -> list[set[Name]]:
    """Return what each side names and not all sides do: parties by their codes, words by their terms."""
    named: list[set[Name]] = [
        {*side.parties, *(concept.terms for concept in side.concepts)} for side in sides
    ]
    shared = set.intersection(*named)
    return [of - shared for of in named]


def name_of(part: Weighed) -> Name | None:
    """Return the name by which a part of a question is among those of a side; None of a period."""
    return part.party or (part.concept.terms if part.concept else None)


def on_its_side(side: Work, own: Set[Name], others: Set[Name], judge: Judge) -> Work | None:
    """Return the work with what is on its side alone in its evidence; None where it is well led as it is.

    It is led by what is on it where the first sentence names what the side alone does, its `own`, or where a
    title does that has none of the `others`. Else a sentence that names it leads, where one is nearly as
    likely to answer and tells as much, be it among what was read and not judged; failing that, one that
    anything around it says to be on it, where not even that is so of the first.
    """
    places = [i for i, part in enumerate(side.parts) if name_of(part) in own]
    if side.refusal or side.shown or not side.draft or not places:
        return None
    lead = side.draft[0].evidence
    if _names(lead, places) or (_reached(lead, places) >= TITLE and others.isdisjoint(_parties_above(lead))):
        return None
    evidence = [e for e in side.evidence if _names(e, places)]
    if not any(_is_as_good(e, lead) for e in evidence):  # what both sides name outweighs what one does
        evidence = reranked(side.question, [e for e in side.read if _names(e, places)], judge)
    if not any(_is_as_good(e, lead) for e in evidence):
        if _reached(lead, places):
            return None
        evidence = [e for e in side.evidence if _reached(e, places)]
    return replace(side, evidence=tuple(evidence), draft=()) if evidence else None


def _names(e: Evidence, places: Sequence[int]) -> bool:
    return any(e.reached[i].held >= HELD for i in places)


def _reached(e: Evidence, places: Sequence[int]) -> float:
    return max(e.reached[i].exact for i in places)


def _parties_above(e: Evidence) -> frozenset[str]:
    return parties_in(f"{e.hit.facts.title}. {e.hit.passage.heading}")


def _is_as_good(e: Evidence, lead: Evidence) -> bool:
    return e.marks.answers >= lead.marks.answers - BEHIND and e.marks.detail >= lead.marks.detail
