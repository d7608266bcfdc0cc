"""Keep the balance of two parties' trade apart from what one of them trades with all others.

"Chile's trade surplus with the US" is asked in the words of Chile's whole surplus; a sum in "U.S. dollars"
names the party, and is no trade with it.
"""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.money import CURRENCY
from assistant.reading.patterns import either
from ingest.text.parties import find_parties, parties_in, party_in_text
from vectorstore.patterns import pattern

_BALANCE = pattern(r"\b(?:deficits?|surplus(?:es)?|imbalances?|trad(?:e|ing) (?:gaps?|balances?))\b", re.I)
_TOLD = either(_BALANCE, pattern(r"\b(?:gaps?|shortfalls?|balances?)\b", re.I))
_WITH = pattern(r"\b(?:with|against|over|vis-[aà]-vis) (?:the )?", re.I)
_BETWEEN = pattern(r"\bbetween\b", re.I)
# Whose money it is tells of no trade.
_MONEY = pattern(rf"\b(?:[A-Z][\w.]+ ){{1,2}}(?i:{CURRENCY})")

BEFORE = 240  # characters, about a sentence


def balance_asked(question: Question) -> tuple[str, str] | None:
    """Return the two parties whose balance with each other is asked for; None where none is.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = (
    ...     "Chile's surplus with the US?", "trade gap between Chile and Peru", "Chile's trade surplus?",
    ...     "what did Chile say to Peru of its deficit?",
    ... )
    >>> [balance_asked(understand(text, date(1987, 4, 1))) for text in asked]
    [('CL', 'US'), ('CL', 'PE'), None, None]
    """
    if not _BALANCE.search(question.asked) or len(question.parties) != 2:
        return None
    first, second = sorted(question.parties)
    told = _with_each_other(question.asked, first, second)
    return (first, second) if told else None


def names_both(text: str, parties: tuple[str, str]) -> bool:
    """Whether a text names both parties, other than by the money in which it counts.

    >>> both = ("CL", "US")
    >>> names_both("Chile's surplus with the U.S. fell to 3 billion dlrs.", both)
    True
    >>> names_both("Chile's surplus rose to a record 3 billion U.S. Dlrs.", both)
    False
    """
    return set(parties) <= parties_in(_MONEY.sub(" ", text))


def of_the_balance(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Leave out balances of one of two parties with all others, where that with each other is asked for."""
    both = balance_asked(question)
    if not both:
        return list(evidence)
    return [e for e in evidence if not _BALANCE.search(e.said) or _is_on(e, both)]


def balance_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say that the balance of two parties with each other is told of nowhere; None where it is."""
    both = balance_asked(question)
    if not both or any(_TOLD.search(e.said) and _is_on(e, both) for e in chosen):
        return None
    return f"the trade balance of {party_in_text(both[0])} with {party_in_text(both[1])}"


def _is_on(e: Evidence, parties: tuple[str, str]) -> bool:
    return names_both(f"{e.hit.facts.title}. {e.headed}", parties) or _stands_behind_both(e, parties)


def _stands_behind_both(e: Evidence, parties: tuple[str, str]) -> bool:
    """Whether the words before name both: "It wants less surplus with the US. It rose to 3"."""
    before = e.hit.passage.text[: e.sentence.start - e.hit.passage.start]
    return names_both(before[-BEFORE:], parties)


def _with_each_other(text: str, first: str, second: str) -> bool:
    """Whether one of the parties stands behind "with", or both behind "between"."""
    mentions = [m for m in find_parties(text, lower_case=True) if m.code in (first, second)]
    if any(m.start == with_.end() for m in mentions for with_ in _WITH.finditer(text)):
        return True
    return any(
        {m.code for m in mentions if m.start > of.end()} == {first, second} for of in _BETWEEN.finditer(text)
    )
