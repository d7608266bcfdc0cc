"""Find the days that a text speaks of, and read them as its readers did on the day it was published.

"Tuesday", "last week" and "June 7" mean something only beside that day; without one only what states its
year is read. Where the words leave it open whether a day is past or to come, the last verb before it decides.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from ingest.text.day_forms import OF_YEAR
from ingest.text.days import Named, dates_in
from ingest.text.tense import is_ahead
from vectorstore.briefing import Event
from vectorstore.patterns import pattern

_Days = tuple[date, date]
_Read = Callable[["re.Match[str]", date, bool | None], _Days]

FUTURE_COUNTS = 2  # "June 7" without a verb is the nearest one; days ahead count this many times
# What comes so soon is told in the past, too: "The accord signed today opens talks in June".
_SOON = timedelta(60)
_JUST_OVER, _LONG = timedelta(31), timedelta(300)  # "Prices will rise as they did in May", told in June


def events_in(text: str, published: date | None, offset: int = 0) -> list[Event]:
    """Return the days named in `text`, in order, never two over the same words.

    `offset` is where the text begins in its briefing: places are characters of that.

    >>> [event.first.isoformat() for event in events_in("They met on Friday.", date(2025, 6, 8))]
    ['2025-06-06']
    """
    found = list(_dated(text, published))
    if published is not None:
        words = f"{text}\n{text.lower()}"
        may_occur = {hints for hints in _HINTS if any(hint in words for hint in hints)}
        for form, read, hints in _FORMS:
            if hints not in may_occur:
                continue
            for match in form.finditer(text):
                if any(match.start() < e.end and e.start < match.end() for e in found):
                    continue
                days = read(match, published, is_ahead(text[: match.start()], text[match.end() :]))
                found.append(Event(*match.span(), *days))
    found.sort(key=lambda event: event.start)
    return [replace(e, start=e.start + offset, end=e.end + offset) for e in found] if offset else found


def _dated(text: str, published: date | None) -> Iterator[Event]:
    """Days and months of the calendar; without a day of publication those that state their year."""
    dates = [named for named in dates_in(text) if named.capital and named.kind in ("day", "month", "run")]
    over = 0
    for at, named in enumerate(dates):
        then = dates[at + 1] if at + 1 < len(dates) else None
        if named.start < over:
            continue
        on_day = (
            _ON_DAY.search(text[max(0, named.start - _ON_DAY_LONG) : named.start]) if named.days else None
        )
        start, over = named.start - (len(on_day[0]) if on_day else 0), named.end
        if named.year:
            days = named.of(named.year)
            if days and then and (last := _last_day(named, then, text)) and days[0] < last:
                days, over = (days[0], last), then.end
        else:
            of_year = OF_YEAR.match(text, named.end)
            if published is None or not (named.days or named.lead or of_year):
                continue
            over = of_year.end() if of_year else named.end
            start -= len(named.lead) + 1 if named.lead else 0
            at_verb = named.start if named.lead in _PREPOSITIONS else start
            days = _yearless(named, text, published, of_year, is_ahead(text[:at_verb], text[over:]))
        if days:
            yield Event(start, over, *days)


def _last_day(named: Named, then: Named, text: str) -> date | None:
    """Return the second of two days with one year that mean all between them: "June 30 to July 2, 2025"."""
    has_own_year = text[: named.end].endswith(str(named.year))
    if has_own_year or not (named.days and then.days and then.year):
        return None
    days = then.of(then.year) if _TO.fullmatch(text, named.end, then.start) else None
    return days[1] if days else None


_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
} | {"a": 1, "an": 1, "a couple of": 2}

_WEEKDAY = r"(?P<weekday>" + "|".join(name.title() for name in _WEEKDAYS) + r")\b"
_ON_DAY = pattern(rf"\b(?:{'|'.join(calendar.day_name)}),?\s+(?:the\s+)?\Z")
_ON_DAY_LONG = len("Wednesday, the ") + 1
_TO = pattern(r"\s*(?:[-–—]|\b(?:to|through|until)\b)\s*")
_UNIT = r"(?P<unit>week|month|quarter|year)\b"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + r")"

_PREPOSITIONS = ("in", "of", "by", "since", "until", "through", "during")
_BACK_TO = pattern(r"\b(?:retroactive(?:ly)? (?:to|from)|back-?dated to)\s+(?:the\s+)?$", re.IGNORECASE)


def _yearless(
    named: Named, text: str, published: date, of_year: "re.Match[str] | None", ahead: bool | None
) -> _Days | None:
    """Read a day or month without a year in the one that its sentence means."""
    years = [published.year + change for change in (-1, 0, 1)]
    if of_year:
        years = [published.year + {"last": -1, "this": 0, "next": 1}[of_year["of"].lower()]]
    options = [days for year in years if (days := named.of(year))]
    before = [days for days in options if days[0] <= published]
    after = [days for days in options if days[1] >= published]
    if named.lead in ("last", "this past"):
        return max((days for days in before if days[1] < published), default=None)
    if named.lead == "next":
        return min((days for days in after if days[0] > published), default=None)
    if before and _BACK_TO.search(text[: named.start]):
        return max(before)
    if ahead and after:
        just_over = before and max(before)[1] >= published - _JUST_OVER
        return max(before) if just_over and min(after)[0] > published + _LONG else min(after)
    nearest = min(options, key=lambda days: _distance(days, published), default=None)
    if ahead is False and before and nearest and nearest[0] > published + _SOON:
        return max(before)
    return nearest


def _distance(days: _Days, published: date) -> int:
    if days[0] <= published <= days[1]:
        return 0
    ahead = (days[0] - published).days
    return FUTURE_COUNTS * ahead if ahead > 0 else (published - days[1]).days


def _near(match: "re.Match[str]", published: date, _ahead: bool | None) -> _Days:
    """Today, yesterday, tomorrow."""
    words = " ".join(match[0].lower().split())
    change = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(words.partition("'")[0], 0)
    if "before yesterday" in words:
        change = -2
    elif "after tomorrow" in words:
        change = 2
    return (published + timedelta(change),) * 2


def _weekday(match: "re.Match[str]", published: date, ahead: bool | None) -> _Days:
    """The last one up to that day, or the next one from it; next Tuesday is that of the next week."""
    wanted, which = _WEEKDAYS[match["weekday"].lower()], (match["which"] or "").lower()
    monday = published - timedelta(published.weekday())
    back = (published.weekday() - wanted) % 7
    if which in ("last", "past", "previous"):
        day = published - timedelta(back or 7)
    elif which == "next":
        day = monday + timedelta(7 + wanted)
    elif which == "this":
        day = monday + timedelta(wanted)
    elif which in ("coming", "upcoming") or ahead:
        day = published + timedelta(-back % 7 or (7 if which in ("coming", "upcoming") else 0))
    else:
        day = published - timedelta(back)
    return day, day


def _weekend(match: "re.Match[str]", published: date, ahead: bool | None) -> _Days:
    which = (match["which"] or "").lower()
    saturday = published + timedelta(5 - published.weekday())  # of the week published in
    if which in ("last", "past") or (which == "the" and not ahead and published.weekday() < 5):
        saturday -= timedelta(7)
    elif which == "next":
        saturday += timedelta(7)
    return saturday, saturday + timedelta(1)


def _period(match: "re.Match[str]", published: date, _ahead: bool | None) -> _Days:
    """A week from Monday to Sunday, a month, quarter or year, or the part of it before or after that day."""
    which = match["which"].lower()
    change = -1 if which in ("last", "past", "previous") else 1 if which in ("next", "coming") else 0
    first, last = _moved(match["unit"].lower(), published, change)
    if which == "past":  # the one that ends on that day
        span = last - first
        return published - span, published
    part = (match["part"] or "").lower()
    if change == 0 and part == "earlier":
        return first, published
    if change == 0 and part == "later":
        return published, last
    return first, last


def _end_of(match: "re.Match[str]", published: date, _ahead: bool | None) -> _Days:
    change = 1 if (match["which"] or "").lower() == "next" else 0
    return (_moved(match["unit"].lower(), published, change)[1],) * 2


def _ago(match: "re.Match[str]", published: date, _ahead: bool | None) -> _Days:
    """Days are counted; of weeks, months and years that many before this one."""
    count = match["count"].lower()
    number = int(count) if count.isdigit() else _NUMBERS[count]
    if match["span"].lower().startswith("day"):
        day = published - timedelta(number)
        return day, day
    return _moved(match["span"].lower().rstrip("s"), published, -number)


def _moved(unit: str, day: date, change: int) -> _Days:
    """The week, month, quarter or year that a day is in, moved by some of them."""
    if unit == "week":
        monday = day - timedelta(day.weekday()) + timedelta(weeks=change)
        return monday, monday + timedelta(6)
    if unit == "year":
        year = max(1, day.year + change)
        return date(year, 1, 1), date(year, 12, 31)
    months = 3 if unit == "quarter" else 1
    at = max(12, day.year * 12 + (day.month - 1) // months * months + change * months)
    last = at + months - 1
    return _month(at // 12, at % 12 + 1)[0], _month(last // 12, last % 12 + 1)[1]


def _month(year: int, month: int) -> _Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


_SOME_DAY = tuple(_WEEKDAYS)


def _forms() -> Iterator[tuple["re.Pattern[str]", _Read, tuple[str, ...]]]:
    """Each form with how it is read, and words without one of which it need not be tried."""
    near = (
        r"\b(?:the day before yesterday|the day after tomorrow|yesterday|tomorrow|last night|today|tonight"
        r"|this (?:morning|afternoon|evening))\b"
    )
    hints = ("yesterday", "tomorrow", "last night", "today", "tonight", "this morning", "this afternoon")
    yield re.compile(near, re.IGNORECASE), _near, (*hints, "this evening")
    which = r"(?:(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Tt]his|[Cc]oming|[Uu]pcoming)\s+)?"
    yield re.compile(rf"(?<!Black )(?<!Good )(?<!Super )\b{which}{_WEEKDAY}"), _weekday, _SOME_DAY
    weekend = r"\b(?P<which>the|this|last|past|next)\s+weekend\b"
    yield re.compile(weekend, re.IGNORECASE), _weekend, ("weekend",)
    end = rf"\bend of (?P<which>the|this|next)\s+{_UNIT}"
    yield re.compile(end, re.IGNORECASE), _end_of, ("end of",)
    period = rf"\b(?:(?P<part>earlier|later)\s+)?(?P<which>this|last|past|previous|next|coming)\s+{_UNIT}"
    yield re.compile(period, re.IGNORECASE), _period, ("week", "month", "quarter", "year")
    ago = rf"\b{_COUNT}\s+(?P<span>days?|weeks?|months?|years?)\s+ago\b"
    yield re.compile(ago, re.IGNORECASE), _ago, (" ago",)


_FORMS = list(_forms())
_HINTS = {hints for _, _, hints in _FORMS}
