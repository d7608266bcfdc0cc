"""Put back what was set to a day that is over, or was prolonged since, where it is asked what holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.choosing.evidence import Evidence, score_of
from assistant.reading.statuses import statuses_in
from assistant.reading.terms import Term, term_of

AS_NEAR = 0.55  # of what another sentence reaches of the subject


def put_back_what_is_over(found: Sequence[Evidence], today: date) -> list[Evidence]:
    """Mark what was set to a day before `today`, where something about as near to the question runs on.

    And what was set to any day, where something as near prolonged it.
    """
    terms = [(e, term) for e in found if (term := term_of(e.said, e.hit.facts.published))]
    running = [e for e, term in terms if term.last >= today]
    past = [e for e, term in terms if term.last < today]
    over = [e for e in past if any(_as_near(r, e) for r in running)]
    over += [e for e, term in terms if any(_prolongs(*other, e, term) for other in terms)]
    return [_marked(e) if any(e is of for of in over) else e for e in found]


def _prolongs(newer: Evidence, to: Term, older: Evidence, term: Term) -> bool:
    """Whether a sentence prolongs to a later day what an older one sets to an earlier one."""
    later = newer.dated > older.dated and to.last > term.last
    return later and "extended" in statuses_in(newer.said) and _as_near(newer, older)


def _as_near(e: Evidence, other: Evidence) -> bool:
    """Whether a sentence reaches about as much of the subject, and as many parties, as another one."""
    return e.marks.subject >= AS_NEAR * other.marks.subject and e.marks.party >= other.marks.party


def _marked(e: Evidence) -> Evidence:
    marks = replace(e.marks, over=1.0)
    return replace(e, marks=marks, score=score_of(marks))
