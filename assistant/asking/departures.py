"""Read from a question who may have left an office, and from a sentence that this person did.

Whatever names the person is near such a question, and so is whatever tells that somebody else resigned.
"""

import re

from assistant.asking.question import Question
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
_ASKS_IF_STAYS = pattern(
    rf"^\W*(?:(?:so|and|but) )?(?:[Ii]s|[Ww]ill) (?:{_NAME} ){{0,3}}(?P<own>{_NAME}) "
    r"(?:(?:really|still|now) )*"
    r"(?:(?:going to )?stay(?:ing)?(?: on)?|leaving|in office|out of office)"
    r"(?: (?:as [a-z ]+|in (?:office|his|her)[a-z ]*|now|yet|after all))?\W*$"
)
_LEAVES = any_of(
    """
    resign* quit quits quitting step*_down retire* left_office left_his left_her left_the_post leave_office
    succeeded_by successor* sacking firing dismissal ouster ousting was_sacked was_fired was_dismissed
    was_ousted was_replaced been_sacked been_fired been_dismissed been_ousted been_replaced be_sacked be_fired
    be_dismissed be_ousted be_replaced
    """
)
_REMOVES = any_of("sack* fire fired fires dismiss* oust* replaced replaces")
_SAYS = pattern(r"\b(?:sa(?:id|ys)|told|tells|announced|that|asked|whether)\b", re.I)
NEAR = 80  # characters from a name to what tells of the going
OBJECT = 40  # characters from what tells of it to the name of whom was made to go
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
    >>> asked = "is Quispe staying on?", "is Quispe still in office?", "is Quispe staying in Lima?"
    >>> [who_left_asked(understand(text, date(1987, 4, 1))) for text in asked]
    ['Quispe', 'Quispe', None]
    """
    asks, stays = _ASKS.match(question.asked), _ASKS_IF_STAYS.match(question.asked)
    name = stays["own"] if stays else asks and (asks["own"] or asks["other"])
    return name if name and not question.parties else None


def tells_departure(who: str, said: str, headed: str, passage: str) -> bool:
    """Whether a sentence says that somebody left an office; `headed` is it with what it stands under.

    >>> told = "Mrs Quispe's resignation is near.", "He resigned.", "Otieno quit.", "Otieno fired Quispe."
    >>> [tells_departure("Quispe", text, text, f"Maria Quispe met the press. {text}") for text in told]
    [True, True, False, True]
    >>> told = "Otieno dismissed the report.", "Otieno said that Quispe resigned."
    >>> [tells_departure("Otieno", text, text, text) for text in told]
    [False, False]
    """
    if who.casefold() in said.casefold():
        return any(_goes(said, name) for name in re.finditer(rf"\b{re.escape(who)}\b", said, re.I))
    around = f"{passage} {headed}" if _OF_SOMEBODY.search(said) else headed
    return bool(_LEAVES.search(said) or _REMOVES.search(said)) and who.casefold() in around.casefold()


def _goes(said: str, name: re.Match[str]) -> bool:
    """Whether the one whose name is found in a sentence goes by it: not who only tells of it."""
    before, behind = said[: name.start()], said[name.end() : name.end() + NEAR]
    clause = _SAYS.split(re.split(r"[;:]", behind)[0])[0]
    nearby = re.split(r"[;:,]", before[-OBJECT:])[-1]
    return bool(_LEAVES.search(clause) or _LEAVES.search(nearby) or _REMOVES.search(nearby))
