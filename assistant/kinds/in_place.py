"""Answer what happened in a place: what the briefings of that place say, newest first.

"What happened in Geneva": many texts speak of Geneva and few are on what went on there. Their titles say so,
"... Meeting in Geneva", or their datelines.
"""

import re
from dataclasses import replace

from assistant.asking.question import Question
from assistant.kinds.latest import Latest
from assistant.kinds.newest import find_newest
from vectorstore.filters import Filters
from vectorstore.patterns import pattern
from vectorstore.store import Store

PASSAGES = 100  # with the place's name, the best by BM25
DATELINE = 60  # characters that a briefing may begin with before its dateline ends

_ASKED = pattern(
    r"^\W*what(?:['’]s| is| was| were| has| did)? ?(?:all )?"
    r"(?:happen\w*|decided|agreed|came out|come out|went on|going on|done)"
    r" (?:(?:in|at|of|from) )+(?:the )?(?:(?:talks|meeting|summit|session) (?:in|at) )?"
    r"(?P<place>[a-z][a-z’'. -]{2,30}?)\W*$",
    re.I,
)


def find_in_place(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return what the briefings of a place say; None where something else is asked, or none is of it."""
    place = place_asked(question)
    if place is None:
        return None
    named = [id for id, _ in store.keywords.query(place, PASSAGES, filters)]
    passages = store.versions.passages(named).values()
    facts = store.versions.facts(question.as_of)
    titled = re.compile(rf"\b(?:in|at) (?:\w+ )?{re.escape(place)}\b", re.I)
    dated = re.compile(rf"\W{{0,3}}{re.escape(place)}\b[^.;]{{0,{DATELINE}}}?\s[-–—]+\s", re.I)
    there = {
        p.briefing_id
        for p in passages
        if (of := facts.get(p.briefing_id))
        and (titled.search(of.title) or (p.number == 0 and dated.match(p.text)))
    }
    if not there:
        return None
    return find_newest(store, question, replace(filters, briefings=tuple(sorted(there))))


def place_asked(question: Question) -> str | None:
    """Return the place of which it is asked what happened there.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what happened in Geneva in May 1986?", "what came out of Taupo", "what happened to rice"
    >>> [place_asked(understand(question, date(1987, 4, 1))) for question in asked]
    ['Geneva', 'Taupo', None]
    """
    if question.parties or question.details or question.text != question.standalone or question.since:
        return None
    text = question.text
    for period in sorted(question.periods, key=lambda period: -period.start):
        text = re.sub(r"\s+(?:in|on|during)\s*$", "", text[: period.start]) + text[period.end :]
    found = _ASKED.match(text)
    return found["place"].strip() if found else None
