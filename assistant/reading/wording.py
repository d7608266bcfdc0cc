"""Know which words trade desks use for one thing: abbreviations, spellings, near synonyms."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from ingest.text.word_lists import rows_of

SHORT = 6  # letters of an abbreviation

Terms = tuple[str, ...]  # the analysed (lower-cased, stemmed) words of a word or phrase


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, rows_of("assistant.reading", "wording.tsv")))


@lru_cache(maxsize=4)
def wordings(analyse: Callable[[str], Sequence[str]]) -> dict[Terms, frozenset[Terms]]:
    """Map each word or phrase, analysed, to the other analysed forms of the same thing."""
    table: dict[Terms, set[Terms]] = {}
    for group in _groups():
        members = [tuple(analyse(member)) for member in group]
        for member in members:
            table.setdefault(member, set()).update(m for m in members if m != member)
    return {member: frozenset(others) for member, others in table.items()}


def spelled_out(name: str) -> str | None:
    """Return what an abbreviation stands for, or how a name is abbreviated; None where it is neither.

    >>> spelled_out("FTA"), spelled_out("free trade agreement"), spelled_out("quota")
    ('free trade agreement', 'fta', None)
    """
    for short, long, *_ in _groups():
        if len(short) <= SHORT and name.casefold() in (short, long):
            return long if name.casefold() == short else short
    return None
