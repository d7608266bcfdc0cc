"""Tell whether an amount is of what is asked: of what was done, not promised; of a duty; of those goods.

Whatever is near a question has figures: what Peru will buy is not what it has bought, and what it sold is
not what it must buy.
"""

import re
from collections.abc import Sequence

from assistant.asking.happened import was_done
from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.patterns import any_of
from vectorstore.patterns import pattern

REACHED = 0.3  # from which on goods are told of, in other words too

_DEALT = "paid|bought|purchased|spent|delivered|shipped|imported|handed over|transferred|disbursed|refunded"
_HOW_MUCH = r"\bhow (?:much|many)\b[^?]*"
# "How much has Peru paid"; what was invested is told by what was announced, unless it is asked so far.
_ASKS_DONE = pattern(rf"{_HOW_MUCH}\b(?:has|have) (?:[^?]* )?(?P<verb>{_DEALT})\b", re.I)
_ASKS_DONE_OF = pattern(
    rf"\bhow (?:much|many) of\b[^?]*\b(?:has|have) (?:[^?]* )?(?P<verb>invested|{_DEALT})\b"
    r"|\bhow (?:much|many)\b[^?]*\b(?:has|have) (?:[^?]* )?(?P<by_now>invested)\b[^?]*"
    r"\b(?:so far|to date|already|by now|until now)\b",
    re.I,
)
_DONE = pattern(
    rf"\b(?:{_DEALT}|invested|took|taken|received|collected|sold|(?:purchases|imports|deliveries|payments)"
    r" (?:rose|fell|reached|totall?ed|amounted|were|stood))\b",
    re.I,
)
_PROMISED = any_of(
    """
    will shall agree* commit* pledg* promis* plan* intend* announc* expect* to_buy to_purchase to_invest
    to_spend to_pay to_import
    """
)
_ASKS_MUST = pattern(rf"{_HOW_MUCH}\b(?:must|ha(?:s|ve) to|(?:obliged|required|bound|committed) to)\b", re.I)
_MUST = any_of(
    """
    must shall will has_to have_to had_to require* oblig* commit* agree* pledg* promis* undert* minimum
    at_least
    no_less_than quota* guarantee* bound contract* allow* accord deal pact
    """
)
_OF_WHAT = pattern(
    r"\bhow (?:much|many) (?:(?:tonnes?|tons?|bushels?|barrels?|bales?|kilos?|litres?|heads?) of )?"
    r"(?:[a-z-]+ )?"
    r"(?P<what>(?!(?:money|cash|funds?|percent|pct|points?|items|goods|products|tonnes?|tons?|yrs?|years?"
    r"|times?|months?|days?|collected)\b)[a-z-]+) "
    r"(?:must|do|does|did|has|have|will|would|can|should)\b",
    re.I,
)


def only_promised(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say what is asked to have been done, where all that is told of it was promised."""
    asked = _ASKS_DONE_OF.search(question.asked) or _ASKS_DONE.search(question.asked)
    if asked is None or not chosen:
        return None
    said = [e.said for e in chosen]
    if not any(map(_PROMISED.search, said)):
        return None
    if any(was_done(text, of) for text in said for of in _DONE.finditer(text)):
        return None
    verb = next(filter(None, asked.groupdict().values()))
    return f"what has been {verb.casefold()}"


def duty_to_do_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say that nothing tells what somebody has to do, where the extent of that is asked."""
    if not _ASKS_MUST.search(question.asked) or any(_MUST.search(e.said) for e in chosen):
        return None
    return "that this has to be done"


def goods_of_amount_missing(
    question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]
) -> str | None:
    """Return the goods of which an amount is asked, "how much wheat", where no sentence tells of them."""
    asked = _OF_WHAT.search(question.text)
    for at, part in enumerate(parts):
        typed = part.concept.typed.casefold() if part.concept else ""
        is_it = asked and typed == asked["what"].casefold()
        if is_it and all(e.reached[at].around < REACHED for e in chosen):
            return typed
    return None
