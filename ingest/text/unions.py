"""Know which customs union sets a country's duties and speaks for it in trade, by years (`unions.tsv`)."""

from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class _Membership(NamedTuple):
    union: str
    since: int  # years, both included
    until: int


def union_of(code: str, day: date) -> str | None:
    """Return the union that a party is a member of on a day, None without one.

    >>> union_of("IT", date(1987, 4, 1)), union_of("SE", date(1987, 4, 1)), union_of("GB", date(2025, 4, 1))
    ('EU', None, None)
    """
    found = _memberships().get(code)
    return found.union if found and found.since <= day.year <= found.until else None


def is_union(code: str) -> bool:
    """Whether a party is a customs union of others.

    >>> is_union("EU"), is_union("IT")
    (True, False)
    """
    return any(membership.union == code for membership in _memberships().values())


@lru_cache(maxsize=1)
def _memberships() -> dict[str, _Membership]:
    lines = files("ingest.text").joinpath("unions.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {
        member: _Membership(union, int(since), int(until or date.max.year))
        for union, member, since, until in rows
    }
