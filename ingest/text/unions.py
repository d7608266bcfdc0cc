"""Know which customs union sets a country's duties, by years (`unions.tsv`)."""

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ingest.text.word_lists import rows_of


class Membership(NamedTuple):
    """That of a country in a customs union, or of one that another's customs law holds for.

    `extent` is "all" where others charge its goods as the union's, too; "own" where only the duties that it
    charges itself are those of the union; "own industrial" where these are but for what farms grow.
    """

    union: str
    since: int  # years, both included
    until: int
    extent: str


def membership_of(code: str, day: date) -> Membership | None:
    """Return the membership of a party on a day, None without one.

    >>> [m and m.union for m in (membership_of(code, date(1987, 4, 1)) for code in ("IT", "SE", "BW"))]
    ['EU', None, 'SACU']
    >>> membership_of("GB", date(2025, 4, 1)) is None
    True
    """
    return next((m for m in _memberships()[code] if m.since <= day.year <= m.until), None)


def is_union(code: str) -> bool:
    """Whether a party is a customs union of others.

    >>> is_union("EU"), is_union("MERCOSUR"), is_union("IT"), is_union("CH")
    (True, True, False, False)
    """
    return sum(m.union == code for memberships in _memberships().values() for m in memberships) > 1


@lru_cache(maxsize=1)
def _memberships() -> defaultdict[str, list[Membership]]:
    _, *rows = rows_of("ingest.text", "unions.tsv")  # below the names of its columns
    found: defaultdict[str, list[Membership]] = defaultdict(list)
    for union, member, since, until, extent in rows:
        found[member].append(Membership(union, int(since), int(until or date.max.year), extent))
    return found
