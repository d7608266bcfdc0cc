"""Say which briefings a question was narrowed to by hand: whose, about whom, of which days."""

from collections.abc import Sequence
from datetime import date

from assistant.reading.days_in_words import long_date
from ingest.text.parties import party_name
from vectorstore.errors import QuestionError
from vectorstore.filters import Filters

NAMED = 3  # parties and publishers each; a refusal should be short


def scope(filters: Filters) -> str:
    """Return what goes on after "the briefings"; "on file" where nothing narrows.

    >>> scope(Filters(parties=("PE",), publishers=("Trade Desk",)))
    'of “Trade Desk” about Peru'
    >>> scope(Filters())
    'on file'
    """
    return " ".join(part for part in (whose(filters), _published(filters)) if part) or "on file"


def whose(filters: Filters) -> str:
    """Return the publishers and parties of a scope, empty where there are none."""
    publishers = _listed([f"“{name}”" for name in filters.publishers], "or")
    parties = _listed([party_name(code) for code in filters.parties], "and")
    return " ".join(
        [*([f"of {publishers}"] if publishers else []), *([f"about {parties}"] if parties else [])]
    )


def refuse_inverted(first: date | None, last: date | None) -> None:
    """QuestionError where a range of publication ends before it begins: no briefing is in it."""
    if first and last and first > last:
        raise QuestionError(
            f"The range of publication begins on {long_date(first)} and ends before that, on "
            f"{long_date(last)}. Exchange the two days."
        )


def _published(filters: Filters) -> str:
    first, last = filters.published_from, filters.last_day
    if first and last:
        return f"published from {long_date(first)} to {long_date(last)}"
    if first:
        return f"published since {long_date(first)}"
    return f"published by {long_date(last)}" if last else ""


def _listed(names: Sequence[str], word: str) -> str:
    named = (
        names[:NAMED] if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} others"]
    )
    return f" {word} ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else "".join(named)
