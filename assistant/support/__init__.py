"""Decide whether a sentence says no more and no other than the words it cites. No model is asked.

Questions, in this order:

1. Is every quantity, date, party, person, role and status that it names in the cited words?
2. Does it count something otherwise than they do?
3. Where it names one, do the cited words have another in that very place?
4. Are two words joined by "by" or "from" that the cited words join by "against" or "to"?
5. Does one of them deny what the other does not?
6. Is a word that both have possible, done or bounded otherwise in one of them?
7. Is it told as settled what the cited words only weigh, want, offer or expect, as gone by what is to come?
8. Is an amount by the year told without that?
9. Are two facts joined that the cited words have apart, each with another?
10. Is a day or a number the other end of a span or change?
11. Is there a clause of which most words are new?

A paraphrase may leave out, reorder and use other words; a word that neither stands for a fact nor
against one only counts in the last.
"""

from collections.abc import Iterator
from datetime import date

from assistant.support.counted import what_is_miscounted
from assistant.support.crossed import what_is_crossed
from assistant.support.denied import what_is_denied
from assistant.support.displaced import what_is_displaced
from assistant.support.ends import what_is_turned
from assistant.support.gone_by import what_is_not_gone_by
from assistant.support.may_follow import may_follow
from assistant.support.missing import what_is_missing
from assistant.support.objection import Objection
from assistant.support.otherwise import what_is_otherwise
from assistant.support.per_period import what_loses_its_period
from assistant.support.places import Places
from assistant.support.reading import read_tokens
from assistant.support.reversed import what_is_reversed
from assistant.support.strengthened import what_is_strengthened
from assistant.support.unheard import what_is_unheard

__all__ = ["Objection", "objections", "unsupported"]

_FIRM = ("quantity", "date", "weekday", "party")


def unsupported(text: str, evidence: str, published: date | None = None, context: str = "") -> str | None:
    """Say what of `text` the evidence does not hold, or has otherwise; None if nothing.

    Dates without a year in the evidence are read as near `published`. The context, a briefing's title,
    may say whom and what the evidence speaks of; it supports no number and no date.

    >>> unsupported("The rate is 25 percent.", "the rate rises to 15 percent")
    'the number 25 percent is not in what it cites'
    """
    return next((against.reason for against in objections(text, evidence, published, context)), None)


def objections(
    text: str, evidence: str, published: date | None = None, context: str = ""
) -> Iterator[Objection]:
    """Yield all that speaks against `text`, in the order of the questions above."""
    claim, cited, titles = read_tokens(text), read_tokens(evidence), read_tokens(context)
    for token in what_is_missing(claim, cited, evidence, published, titles):
        number = "the number " if token.kind == "quantity" else ""
        firm = token.kind in _FIRM and not may_follow(token, cited, evidence, published, titles)
        yield Objection(f"{number}{token.written} is not in what it cites", firm)
    if reason := what_is_miscounted(claim, cited):
        yield Objection(reason, firm=True)
    places, there = Places(claim), Places(cited)
    if objection := what_is_displaced(claim, places, cited, there, published):
        yield objection
    if reason := what_is_reversed(claim, cited):
        yield Objection(reason, firm=False, grave=True)
    if objection := what_is_denied(claim, places, cited, there):
        yield objection
    if reason := what_is_otherwise(claim, places, cited, there):
        yield Objection(reason, firm=False)
    if reason := what_is_strengthened(claim, cited):
        yield Objection(reason, firm=False, grave=True)
    if reason := what_is_not_gone_by(claim, published):
        yield Objection(reason, firm=True)
    if found := what_loses_its_period(claim, cited, published):
        yield Objection(*found)
    if reason := what_is_crossed(claim, cited, published) or what_is_turned(claim, cited, published):
        yield Objection(reason, firm=True)
    if reason := what_is_unheard(claim, cited, evidence):
        yield Objection(reason, firm=False, grave=True)
