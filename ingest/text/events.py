"""Find the days that a text speaks of, and read them as its readers did on the day it was published.

"Tuesday", "last week" and "June 7" mean something only beside that day; without one only what states its
year is read. Where the words leave it open whether a day is past or to come, the last verb before it decides.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from ingest.text.tense import is_ahead
from vectorstore.briefing import Event

_Days = tuple[date, date]
_Read = Callable[["re.Match[str]", date, bool | None], _Days | None]

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
    found: list[Event] = []
    words = f"{text}\n{text.lower()}"
    may_occur = {hints for hints in _HINTS if any(hint in words for hint in hints)}
    for form, read, hints in _FORMS:
        if hints not in may_occur:
            continue
        for match in form.finditer(text):
            if any(match.start() < e.end - offset and e.start - offset < match.end() for e in found):
                continue
            if published is None and read not in (_stated, _span):
                continue
            day = published or date.min
            with_preposition = _PREPOSITION.match(text, match.start())
            begins = with_preposition.end() if with_preposition else match.start()
            if days := read(match, day, is_ahead(text[:begins], text[match.end() :])):
                found.append(Event(offset + match.start(), offset + match.end(), *days))
    return sorted(found, key=lambda event: event.start)


def year_further_on(month: int, text: str, behind: int) -> int | None:
    """Return the year of a day without one in a list of days with one: "June 7, June 9 and July 1, 2025".

    `behind` is where the day ends.

    >>> year_further_on(12, "from December 30 to January 2, 1987", 16)
    1986
    """
    stated = _ON_TO_YEAR.match(text, behind)
    if not stated:
        return None
    months = [_MONTHS[name.lower()] for name in re.findall(_MONTH, stated[0], re.IGNORECASE)]
    return int(stated["year"]) - (month > (months or [month])[-1])


_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
} | {"a": 1, "an": 1, "a couple of": 2}

# Capitals tell the month of May from "may" and March from a march.
_MONTH = r"(?P<month>" + "|".join(sorted((m.title() for m in _MONTHS), key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?P<weekday>" + "|".join(name.title() for name in _WEEKDAYS) + r")\b"
_ON_DAY = r"(?:" + "|".join(name.title() for name in _WEEKDAYS) + r"),?\s+(?:the\s+)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|per cent|[:.,]\d))"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_LAST = r"(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r"\s*(?:[-–—]|\b(?:to|through|until)\b)\s*"
_AND = r"\s*(?:[-–—&]|\b(?:and|or|to|through|until)\b)\s*"
_UNIT = r"(?P<unit>week|month|quarter|year)\b"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + r")"

_SOME = _MONTH.replace("?P<month>", "?:")
# What may stand between a day and the year that it is of: "June 7, June 9 and July 1, 2025".
_ON_TO_YEAR = re.compile(
    rf"(?:(?:\s*,\s*(?:and\s+)?|{_AND})(?:{_SOME}\s*)?[0-3]?\d(?:st|nd|rd|th)?\b(?:\s+(?:of\s+)?{_SOME})?)+"
    rf",?\s+{_YEAR}",
    re.IGNORECASE,
)

_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?P<of>[Ll]ast|[Tt]his|[Nn]ext)\s+year\b)?"

_BACK_TO = re.compile(r"\b(?:retroactive(?:ly)? (?:to|from)|back-?dated to)\s+(?:the\s+)?$", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:in|of|by|since|until|through|during)[ -]", re.IGNORECASE)


def _stated(match: "re.Match[str]", _published: date, _ahead: bool | None) -> _Days | None:
    """A day or month with its year."""
    parts = match.groupdict()
    month = _MONTHS[parts["month"].lower()] if parts.get("month") else int(parts["number"])
    return _day_or_month(int(parts["year"]), month, parts.get("day"))


def _span(match: "re.Match[str]", _published: date, _ahead: bool | None) -> _Days | None:
    """Days from one to another of a year that is stated behind them."""
    parts = match.groupdict()
    year, month = int(parts["year"]), _MONTHS[parts["month"].lower()]
    until = _MONTHS[parts["until"].lower()] if parts.get("until") else month
    first = _day_or_month(year - (month > until), month, parts["day"])
    last = _day_or_month(year, until, parts["last"])
    return (first[0], last[1]) if first and last and first < last else None


def _yearless(match: "re.Match[str]", published: date, ahead: bool | None) -> _Days | None:
    """A day or month in the year that its sentence means: one stated further on, else one nearby."""
    parts = match.groupdict()
    month, which = _MONTHS[parts["month"].lower()], (parts.get("which") or "").lower()
    if parts.get("day") and (stated := year_further_on(month, match.string, match.end())):
        return _day_or_month(stated, month, parts["day"])
    years = [published.year + change for change in (-1, 0, 1)]
    if of_year := match["of"]:
        years = [published.year + {"last": -1, "this": 0, "next": 1}[of_year.lower()]]
    options = [days for year in years if (days := _day_or_month(year, month, parts.get("day")))]
    before = [days for days in options if days[0] <= published]
    after = [days for days in options if days[1] >= published]
    if which in ("last", "past"):
        return max((days for days in before if days[1] < published), default=None)
    if which == "next":
        return min((days for days in after if days[0] > published), default=None)
    if before and _BACK_TO.search(match.string[: match.start()]):
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


def _ago(match: "re.Match[str]", published: date, _ahead: bool | None) -> _Days | None:
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


def _day_or_month(year: int, month: int, day: str | None) -> _Days | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return _month(year, month)
    if not 1 <= int(day) <= calendar.monthrange(year, month)[1]:
        return None
    return (date(year, month, int(day)),) * 2


def _month(year: int, month: int) -> _Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


_SOME_MONTH = (
    *calendar.month_name[1:], "Sept", *(f"{month}{end}" for month in calendar.month_abbr[1:] for end in ". ")
)  # fmt: skip
_SOME_DAY = tuple(_WEEKDAYS)


def _forms() -> Iterator[tuple["re.Pattern[str]", _Read, tuple[str, ...]]]:
    """Each form with how it is read, and words without one of which it need not be tried."""
    on_day = rf"\b(?:{_ON_DAY})?"
    yield re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b"), _stated, ("-",)
    until = _MONTH.replace("month", "until", 1)
    yield re.compile(rf"{on_day}{_MONTH}\s+{_DAY}{_AND}{_LAST},?\s+{_YEAR}"), _span, _SOME_MONTH
    yield re.compile(rf"{on_day}{_MONTH}\s+{_DAY}{_TO}{until}\s+{_LAST},?\s+{_YEAR}"), _span, _SOME_MONTH
    yield re.compile(rf"\b{_DAY}{_AND}{_LAST}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"), _span, _SOME_MONTH
    yield re.compile(rf"{on_day}{_MONTH}\s+{_DAY},?\s+{_YEAR}"), _stated, _SOME_MONTH
    yield re.compile(rf"{on_day}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"), _stated, _SOME_MONTH
    yield re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}"), _stated, _SOME_MONTH
    yield (
        re.compile(rf"{on_day}(?:(?P<which>last|next)\s+)?{_MONTH}\s+{_DAY}{_OF_YEAR}"),
        _yearless,
        _SOME_MONTH,
    )
    yield re.compile(rf"{on_day}{_DAY}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}"), _yearless, _SOME_MONTH
    lead = r"(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]hrough|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his)[ -]"
    which = r"(?P<which>[Ll]ast|[Nn]ext|[Pp]ast)\s"
    yield re.compile(rf"\b(?:{which}|{lead}){_MONTH}(?!\s+\d){_OF_YEAR}"), _yearless, _SOME_MONTH
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
