"""Find the days, months, parts of years and years that a text names, with as much of each as is written.

What a text leaves out, a year above all, its readers supply each in its own way.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ingest.text.day_forms import BEGINS, COUNTS, FORMS, LEAD, NTH, ON_TO, QUARTERS, SEASONS, Kind
from ingest.text.months import number_of
from vectorstore.patterns import pattern

TURN = 50  # '49 is 2049, '50 is 1950: no briefing on file is older

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Named:
    """Days of a month, or a month and how many last with it, and the characters [start, end) that name them.

    `core` is where the date begins that the rest is counted from: "eight months to June 1987".
    """

    start: int
    end: int
    kind: Kind
    month: int
    year: int | None = None  # that it begins in; None where none is written
    days: tuple[int, ...] = ()
    months: int = 1
    short: bool = False  # the year is written in two figures
    core: int = 0
    lead: str = ""  # before a month alone: "in", "last"
    capital: bool = True  # its month is written with one

    def of(self, year: int) -> Days | None:
        """Return the first and the last day in a year; None where no calendar has them.

        >>> named_in("June 30-July 2")[0].of(1987)
        (datetime.date(1987, 6, 30), datetime.date(1987, 6, 30))
        """
        if not self.days:
            return date(year, self.month, 1), _end_of(year, self.month + self.months - 1)
        try:
            first, last = (date(year, self.month, day) for day in (self.days[0], self.days[-1]))
        except ValueError:
            return None
        return (first, last) if first <= last else None


@lru_cache(maxsize=16_384)
def named_in(text: str) -> tuple[Named, ...]:
    """Find what a text names, in order, never two over the same characters.

    >>> [(n.kind, n.year, n.month, n.days) for n in named_in("from June 6-8 and 1 July, 1987 to Q3 1988")]
    [('day', 1987, 6, (6, 8)), ('day', 1987, 7, (1,)), ('part', 1988, 7, ())]
    """
    small = text.casefold()
    if len(small) != len(text):
        small = text.lower() if len(text.lower()) == len(text) else text
    found: list[Named] = []
    at = 0
    while begins := BEGINS.search(small, at):
        named = _named_at(begins, small, text)
        at = named.end if named else begins.end()
        if named:
            found.append(named)
    return _with_years_further_on(found, small)


def dates_in(text: str) -> list[Named]:
    """Find what a calendar shows of what a text names: of "the second quarter of 1987" the year.

    >>> [(n.kind, n.year, n.month) for n in dates_in("in the eight months to August 1987 and in Q2 1986")]
    [('month', 1987, 8), ('year', 1986, 1)]
    """
    found: list[Named] = []
    for named in named_in(text):
        core = named.core
        if named.kind == "ended":
            inner = named_in(text[core : named.end])
            found += (replace(n, start=core + n.start, end=core + n.end, core=core + n.core) for n in inner)
        elif named.kind in ("day", "month", "run", "year"):
            found.append(named)
        elif named.year and not named.short:
            end = core + len(str(named.year))
            found.append(Named(core, end, "year", 1, named.year, months=12, core=core))
    return found


def in_full(short: str) -> int:
    """Return the year that two figures mean.

    >>> in_full("87"), in_full("26")
    (1987, 2026)
    """
    return int(short) + (2000 if int(short) < TURN else 1900)


def _named_at(begins: re.Match[str], small: str, text: str) -> Named | None:
    group = begins.lastgroup or ""
    for form, kind in FORMS[group]:
        if (match := form.match(small, begins.start(group))) and (named := _read(match, kind, text)):
            return named
    return None


def _read(match: re.Match[str], kind: Kind, text: str) -> Named | None:
    """Read a match of a form; None where it is none: "only 3 may be exempt"."""
    parts = match.groupdict()
    name = parts.get("month") or parts.get("lastmonth")
    short = bool(parts.get("short"))
    year = in_full(parts["short"] or "") if short else int(parts.get("year") or 0) or None
    month = number_of(name) if name else int(parts.get("number") or 1)
    named = Named(*match.span(), kind, month, year, short=short, core=match.start())
    if name:
        at = match.start("month" if parts.get("month") else "lastmonth")
        named = replace(named, capital=text[at].isupper())
    if nth := parts.get("nth"):
        named = replace(named, days=(NTH.index(nth) + 1,))
    elif kind == "day":
        named = replace(named, days=tuple(map(int, _NUMBER.findall(parts["days"]))))
    lead = LEAD.search(match.string, max(0, match.start() - 10), match.start())
    if lead and year is None and (kind != "day" or lead[1] in ("last", "next")):
        named = replace(named, lead=lead[1])
    if month > 12 or (name == "may" and not year and _is_verb(named, text)):
        return None
    return _lasting(named, match, parts)


def _lasting(named: Named, match: re.Match[str], parts: dict[str, str | None]) -> Named | None:
    """Count the months of what lasts for several, and find the first of them."""
    year, month, months, core = named.year, named.month, 1, named.core
    if named.kind == "run":
        months = (number_of(parts["lastmonth"] or "") - month) % 12 + 1
        if parts.get("lastyear"):
            years = (int(parts["lastyear"] or 0) - (year or 0)) % 100
            if years > LONGEST:
                return None
            months = max(1, 12 * years + number_of(parts["lastmonth"] or "") - month + 1)
    elif named.kind == "ended":
        months, core = _count(parts["count"] or ""), match.start("core")
        month = (month - months) % 12 + 1
        year = year - 1 if year and month + months > 13 else year  # it is that of the last month
    elif named.kind == "year" and parts.get("lastyear"):
        years = (int(parts["lastyear"] or 0) - (year or 0)) % 100  # more, of "1987-93"
        if not 0 < years < TURN:
            return None
        months = 12 * (years + 1)
    elif named.kind == "year":
        months = 12
    elif named.kind not in ("day", "month"):
        core = match.start("short" if named.short else "year") if year else named.end
        if "season" in parts:
            month, months = SEASONS[parts["season"] or ""], 3
        elif named.kind == "first months":
            month, months = 1, _count(parts["count"] or "")
        else:
            months = 3 if parts.get("quarter") else 6
            rank = parts.get("quarter") or parts.get("half") or ""
            month = months * (QUARTERS.get(rank) or int(rank)) - months + 1
    return replace(named, year=year, month=month, months=months, core=core)


def _count(written: str) -> int:
    return COUNTS.get(written) or int(written)


def _is_verb(named: Named, text: str) -> bool:
    """Whether "may" is no month: behind a number or "this" it is one where no verb follows."""
    if named.capital:
        return False
    if named.kind == "month" and named.lead != "this":
        return not named.lead
    start = named.start - len("this ") if named.kind == "month" else named.start
    if named.kind not in ("day", "month") or not _BEFORE_A_VERB.fullmatch(text, start, named.end):
        return False
    return not (_NO_VERB.match(text, named.end) or _BEFORE_A_DAY.search(text[:start]))


def _with_years_further_on(found: list[Named], small: str) -> tuple[Named, ...]:
    """Give the days of a list the year that stands behind it: "June 7, June 9 and July 1, 2025"."""
    for at in range(len(found) - 2, -1, -1):
        one, then = found[at : at + 2]
        listed = one.days and then.days and ON_TO.fullmatch(small, one.end, then.start)
        if listed and then.year and not one.year:
            found[at] = replace(one, year=then.year - (one.month > then.month))
    return tuple(found)


def _end_of(year: int, month: int) -> date:
    """Return the last day of a month; the 13th is the first of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


LONGEST = 25  # years, of "May 1986 to June 1987"
_NUMBER = pattern(r"\d+")
_BEFORE_A_VERB = pattern(r"(?:\d+|this) may")
_NO_VERB = pattern(
    r"\s*(?:$|[^\sa-z]|(?:in|on|at|to|and|or|by|from|since|until|till|through|for|with|between|about|as|was|were"
    r"|is|did|does|the|this|last|next)\b)"
)
_BEFORE_A_DAY = pattern(r"\b(?:on|the|since|until|before|after|dated)\s$", re.IGNORECASE)
