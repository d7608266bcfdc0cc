"""Spell the numbers, dates and parties of a sentence otherwise."""

import re
from collections.abc import Iterator

from tests.evals.pairs.patterns import DATE, MONTHS
from tests.evals.pairs.rules import Paraphrase

_AMOUNT = r"\d[\d.,]*\d|\d"


def _percent(sentence: str) -> Iterator[str]:
    yield re.sub(r"(\d) ?(?:percent|per cent|pct)\b", r"\1%", sentence)
    yield re.sub(r"(\d)%(?!\w)", r"\1 percent", sentence)


def _money(sentence: str) -> Iterator[str]:
    yield re.sub(rf"\$({_AMOUNT}) (million|billion|trillion)\b(?!-)", r"\1 \2 dollars", sentence)
    yield re.sub(
        rf"(?<!\d)({_AMOUNT}) (mln|billion|million) (?:dlrs|dollars)\b",
        lambda match: f"${match[1]} {match[2].replace('mln', 'million')}",
        sentence,
    )
    yield re.sub(rf"\$({_AMOUNT}) billion\b(?!-)", r"$\1bn", sentence)
    yield re.sub(r"(?<![\d.,])(\d+)\.(\d) billion\b", r"\1,\g<2>00 million", sentence)


def _date(sentence: str) -> Iterator[str]:
    for match in DATE.finditer(sentence):
        month, day, year = match["month"], match["day"], match["year"]
        ranges = re.match(r"-\d|,? (?:to|and|or|through) |, \d{1,2}\b", sentence[match.end() :])  # June 8-10
        ranges = ranges or re.search(r"\d (?:to|and|or|through) $", sentence[: match.start()])
        if not day or ranges:
            continue
        others = [f"{int(day)} {month}"]
        if year:
            iso = f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
            short = month if month == "May" else f"{month[:3]}."
            others = [f"{int(day)} {month} {year}", iso, f"{short} {day}, {year}"]
        for other in others:
            yield sentence[: match.start()] + other + sentence[match.end() :]


_ADJECTIVES = {
    "Canada": "Canadian",
    "Brazil": "Brazilian",
    "India": "Indian",
    "Mexico": "Mexican",
    "Taiwan": "Taiwanese",
}


_NO_PEOPLE = "".join(
    rf"(?<!{word} )" for word in ("Latin", "Native", "Central", "African", "South", "North", "an", "An")
)


def _party(sentence: str) -> Iterator[str]:
    not_theirs = r"(?! (?:dollar|Samoa|Indian))"
    yield re.sub(rf"\b(?:the )?U\.S\.(?= [a-z]){not_theirs}", "American", sentence)
    yield re.sub(rf"\bthe U\.S\.(?=[ ,])(?! [A-Z][a-z]){not_theirs}", "the United States", sentence)
    yield re.sub(r"\bUnited States\b", "US", sentence)
    yield re.sub(rf"{_NO_PEOPLE}\bAmerican\b(?! [A-Z]){not_theirs}", "U.S.", sentence)
    yield re.sub(r"\bJapanese\b(?! (?:people|officials?))", "Japan's", sentence)
    yield re.sub(r"\b(?:European Community|EC)\b", "EEC", sentence)
    yield re.sub(r"\bEuropean Union\b", "EU", sentence)
    yield re.sub(rf"\b({'|'.join(_ADJECTIVES)})[’']s\b", lambda match: _ADJECTIVES[match[1]], sentence)


_NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTED = r"(?:years?|months?|weeks?|days?|countries|percent|pct|billion|million|times|points)"


def _numeral(sentence: str) -> Iterator[str]:
    for at, word in enumerate(_NUMERALS, start=2):
        yield re.sub(rf"(?<![-\w]){word}\b(?=[ -]{_COUNTED})", str(at), sentence)
        yield re.sub(rf"(?<![\d.,$-]){at}(?= (?:years|months|weeks|days|countries|percent))", word, sentence)
    yield re.sub(r"(?<=\d),(?=\d{3})", "", sentence)


RULES: dict[str, Paraphrase] = {
    "percent spelled otherwise": _percent,
    "money spelled otherwise": _money,
    "date spelled otherwise": _date,
    "party named otherwise": _party,
    "number spelled otherwise": _numeral,
}
