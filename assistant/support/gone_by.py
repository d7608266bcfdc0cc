"""Find a day to come that a claim tells as gone by: "since August 22" by a briefing of the 19th."""

from collections.abc import Sequence
from datetime import date

from assistant.support.days import Day
from assistant.support.tokens import Token
from assistant.support.words import word_list

_UNCHANGED = frozenset(word_list("unchanged"))  # "bookings shut on July 6" may be to come


def what_is_not_gone_by(claim: Sequence[Token], published: date | None) -> str | None:
    """Say which day lies after the briefing though the claim tells what was done on it, or since."""
    if published is None:
        return None
    for at, token in enumerate(claim):
        if isinstance(token.value, Day) and _begins_after(token.value, published):
            link, verb = _before(claim, at)
            told = verb is not None and verb.past and verb.written not in _UNCHANGED and not verb.mood
            if link == "since" or (link == "on" and token.value.day and told):
                return f"{token.written} was still to come when what it cites was written"
    return None


def _begins_after(day: Day, published: date) -> bool:
    if day.year is None:
        return False
    whole = (day.year, day.month or 1, day.day or 1)
    return whole > (published.year, published.month, published.day)


def _before(tokens: Sequence[Token], at: int) -> tuple[str, Token | None]:
    """Return the preposition before a date, and the verb before that where they are next to each other."""
    if at < 2 or tokens[at - 1].kind != "link":
        return "", None
    verb = tokens[at - 2]
    return tokens[at - 1].written.casefold(), verb if verb.kind == "word" else None
