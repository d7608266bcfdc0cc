"""Put back what was set to a day that is over, where it is asked what holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.choosing.evidence import Evidence, score_of
from assistant.reading.terms import term_of

AS_NEAR = 0.55  # of what another sentence reaches of the subject


def put_back_what_is_over(found: Sequence[Evidence], today: date) -> list[Evidence]:
    """Mark what was set to a day before `today`, where something about as near to the question runs on."""
    terms = [(e, term) for e in found if (term := term_of(e.said, e.hit.facts.published))]
    running = [e for e, term in terms if term.last >= today]
    past = [e for e, term in terms if term.last < today]
    over = [e for e in past if any(_as_near(r, e) for r in running)]
    return [_marked(e) if any(e is of for of in over) else e for e in found]


def _as_near(e: Evidence, other: Evidence) -> bool:
    """Whether a sentence reaches about as much of the subject, and as many parties, as another one."""
    return e.marks.subject >= AS_NEAR * other.marks.subject and e.marks.party >= other.marks.party


def _marked(e: Evidence) -> Evidence:
    marks = replace(e.marks, over=1.0)
    return replace(e, marks=marks, score=score_of(marks))
