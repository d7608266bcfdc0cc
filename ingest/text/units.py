"""Know the units that figures are counted in (`units.tsv`: the unit, how it is written)."""

from functools import lru_cache

from ingest.text.word_lists import rows_of

# In "in 1986 marks rose" and "the 1986 year" nothing is counted.
_NOT_BEHIND_A_YEAR = {"won", "mark", "marks", "point", "points", "year", "month", "week", "day"}


@lru_cache(maxsize=1)
def units() -> dict[str, tuple[str, ...]]:
    """Map each unit to the ways in which it is written."""
    return {unit: tuple(written.split("; ")) for unit, written in rows_of("ingest.text", "units.tsv")}


def counted() -> str:
    """Return a pattern of what stands behind a number that is no day or year: "2000 tonnes"."""
    written = {word for words in units().values() for word in words} - _NOT_BEHIND_A_YEAR
    return rf"(?:(?:{'|'.join(sorted(written))}|billion|million|mln|bln)(?!\w))"
