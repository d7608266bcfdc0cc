"""Tell whether an answer says that the person asked about left an office: "did the minister quit?".

Whatever names the person is near such a question, and so is whatever tells that somebody else resigned.
"""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.patterns import any_of
from vectorstore.patterns import pattern

_NAME = r"[A-ZÀ-Þ][\w.'’-]+"
_HAVING = r"(?:(?:really|just|already|finally|been|being|going to) )*"
_ASKS = pattern(
    rf"^\W*(?:(?:so|and|but) )?(?:[Dd]id|[Hh]as|[Hh]ave|[Ii]s|[Ww]as|[Ww]ere|[Ww]ill) "
    rf"(?:"
    rf"(?:{_NAME} ){{0,3}}(?P<own>{_NAME}) {_HAVING}"
    r"(?:resign(?:ed|ing)?|quit(?:ting)?|step(?:ped|ping)? down|fired|sacked|ousted|dismissed)"
    rf"|(?:{_NAME} ){{1,4}}{_HAVING}(?:fired?|sack(?:ed)?|oust(?:ed)?|dismiss(?:ed)?)"
    rf"(?: {_NAME}){{0,3}} (?P<other>{_NAME})"
    r")(?: (?:yet|over|for|because|as|from his|from her|now|already|after|this|last|in|on)\b[^?]*)?\W*$"
)
_LEFT = any_of(
    """
    resign* quit quits quitting sack sacked sacking fire fired firing dismiss* oust* step*_down retire*
    left_office left_his left_her left_the_post leave_office replaced succeeded_by successor*
    """
)
_OF_SOMEBODY = pattern(r"\b(?:he|she|his|her)\b", re.I)


def who_left_asked(question: Question) -> str | None:
    """Return the last name of who may have left an office; None where a question asks for no such thing.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = (
    ...     "Has Maria Quispe resigned?", "did Otieno fire Quispe over tea?", "did Peru quit the pact?",
    ...     "did the minister quit?",
    ... )
    >>> [who_left_asked(understand(text, date(1987, 4, 1))) for text in asked]
    ['Quispe', 'Quispe', None, None]
    """
    asks = _ASKS.match(question.asked)
    name = asks and (asks["own"] or asks["other"])
    return name if name and not question.parties else None


def departure_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say that nothing tells of the person's going, where it is asked for; None where something does."""
    who = who_left_asked(question)
    if who is None or any(_tells(e, who) for e in chosen):
        return None
    return f"that {who} left an office"


def _tells(e: Evidence, who: str) -> bool:
    around = f"{e.hit.passage.text} {e.headed}" if _OF_SOMEBODY.search(e.said) else e.headed
    return bool(_LEFT.search(e.said)) and who.casefold() in around.casefold()
