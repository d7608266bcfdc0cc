"""Change a number or a date of a sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.evals.pairs.patterns import DAYS, MONTHS, NUMBER, UNITS, dates_of, numbers_of
from tests.evals.pairs.rules import Corruption, Pool, replaced, swapped


def _number(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    present = {match["digits"] for match in numbers_of(sentence)}
    for match in numbers_of(sentence):
        digits = match["digits"]
        at = random.choice([i for i, digit in enumerate(digits) if digit.isdigit()])
        other = str((int(digits[at]) + random.randint(1, 8)) % 10)
        changed = digits[:at] + other + digits[at + 1 :]
        if changed not in present and not re.match(r"0\d", changed):
            yield replaced(sentence, match.span("digits"), changed)


def _number_beside(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in numbers_of(sentence):
        for other in numbers_of(pool.before):
            alike = _unit(match) == _unit(other) and bool(match["money"]) == bool(other["money"])
            if alike and other["digits"] not in sentence:
                yield replaced(sentence, match.span("digits"), other["digits"])


def _other_unit(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in numbers_of(sentence):
        if match["unit"] and not match["money"]:
            group = next(group for group in UNITS if match["unit"].lower() in group)
            others = [unit for unit in group if _same_unit(unit) != _unit(match)]
            yield replaced(sentence, match.span("unit"), random.choice(others))


def _unit(match: re.Match[str]) -> str:
    return _same_unit(match["unit"] or "")


def _same_unit(unit: str) -> str:
    unit = unit.lower().rstrip("s")
    return {"pct": "percent", "%": "percent", "per cent": "percent", "mln": "million"}.get(unit, unit)


_STEPS = {"million": "billion", "mln": "billion", "billion": "million", "trillion": "billion"}


def _magnitude(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in numbers_of(sentence):
        if (match["unit"] or "").lower() in _STEPS:
            yield replaced(sentence, match.span("unit"), _STEPS[match["unit"].lower()])
        elif "," in match["digits"]:
            yield replaced(sentence, match.span("digits"), match["digits"] + ",000")
        elif match["digits"].isdigit():
            yield replaced(sentence, match.span("digits"), match["digits"] + "0")


def _decimal(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in numbers_of(sentence):
        digits = match["digits"]
        if re.fullmatch(r"\d+\.\d+", digits):
            whole, part = digits.split(".")
            yield replaced(sentence, match.span("digits"), whole + part)
            yield replaced(sentence, match.span("digits"), f"{whole}{part[0]}.{part[1:] or '0'}")
        elif re.fullmatch(r"\d{2,3}", digits) and not digits.endswith("0"):
            yield replaced(sentence, match.span("digits"), f"{digits[:-1]}.{digits[-1]}")


def _numbers_exchanged(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for first, second in pairwise(numbers_of(sentence)):
        between = sentence[first.end() : second.start()]
        if first["digits"] == second["digits"] or len(between.split()) < 2 or _unit(first) != _unit(second):
            continue
        if not re.fullmatch(r"\W*(?:and|or|to|,|-)\W*", between) and "respectively" not in sentence:
            yield swapped(sentence, first.span("digits"), second.span("digits"))


def _ends(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    number = re.sub(r"\?P<\w+>", "", NUMBER.pattern)
    about = r"(?:about |a record |around |nearly )?"
    for low, high in (("from", "to"), ("from", "until"), ("to", "from")):
        pattern = rf"\b{low} {about}(?P<a>{number})(?P<mid>[^.;]{{0,40}}?) {high} {about}(?P<b>{number})"
        for match in re.finditer(pattern, sentence):
            if match["a"] != match["b"] and not re.search(r"\b(?:from|to)\b", match["mid"]):
                yield swapped(sentence, match.span("a"), match.span("b"))


def _day(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in dates_of(sentence):
        if match["day"]:
            others = [day for day in range(1, 29) if not re.search(rf"\b{day}\b", sentence)]
            yield replaced(sentence, match.span("day"), str(random.choice(others)))


def _month(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in dates_of(sentence):
        others = [month for month in MONTHS if month not in sentence]
        yield replaced(sentence, match.span("month"), random.choice(others))


def _year(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in re.finditer(r"(?<![\d,.$-])(?:19|20)\d\d(?![\d,.-]\d|[%\w])", sentence):
        others = [year for year in range(int(match[0]) - 4, int(match[0]) + 5) if str(year) not in sentence]
        yield replaced(sentence, match.span(), str(random.choice(others)))


def _weekday(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in re.finditer(rf"\b(?:{'|'.join(DAYS)})\b", sentence):
        others = [day for day in DAYS if day not in sentence]
        yield replaced(sentence, match.span(), random.choice(others))


def _date_beside(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in dates_of(sentence):
        for other in dates_of(pool.before):
            said, there = (match["month"], match["day"]), (other["month"], other["day"])
            if said != there and _is_alike(match, other):
                yield replaced(sentence, match.span(), other.group())


def _dates_exchanged(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for first, second in pairwise(dates_of(sentence)):
        between = sentence[first.end() : second.start()]
        if first.group() == second.group() or not _is_alike(first, second):
            continue
        if not re.fullmatch(r"\W*(?:and|or|,)?\W*", between):
            yield swapped(sentence, first.span(), second.span())


def _is_alike(first: re.Match[str], second: re.Match[str]) -> bool:
    return all(bool(first[part]) == bool(second[part]) for part in ("day", "year"))


RULES: dict[str, Corruption] = {
    "number": _number,
    "number of the sentence before": _number_beside,
    "unit": _other_unit,
    "order of magnitude": _magnitude,
    "decimal": _decimal,
    "numbers exchanged": _numbers_exchanged,
    "ends of a change exchanged": _ends,
    "day": _day,
    "month": _month,
    "year": _year,
    "weekday": _weekday,
    "date of the sentence before": _date_beside,
    "dates exchanged": _dates_exchanged,
}
