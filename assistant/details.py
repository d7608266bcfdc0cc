"""Recognise the type of answer in a sentence: a rate, an amount, a date, a person, a reason."""

import re
from collections.abc import Sequence

from assistant.question import Detail, Question
from ingest.parties import find_parties

_NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|double|triple)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"

_PATTERNS: dict[Detail, re.Pattern[str]] = {
    "rate": re.compile(r"\d\s?(?:%|percent|per cent|pct|percentage|basis points)|\b(?:zero|duty-free|tariff-free)\b", re.I),
    "amount": re.compile(r"[$€£¥]\s?\d|\d[\d,.]*\s?(?:billion|million|trillion|bn|mln|dlrs?|dollars?|yen|euros?|marks?|cents)\b", re.I),
    "count": re.compile(rf"\d|\b{_NUMBER_WORD}\b", re.I),
    "date": re.compile(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}|\b{_MONTH},? (?:19|20)\d\d|\b(?:19|20)\d\d\b|\b(?:days?|weeks?|months?|years?)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
    "person": re.compile(r"\b(?:President|Minister|Secretary|Premier|Ambassador|Representative|Chancellor|Commissioner|Chair(?:man|woman)?|Director|Senator|Governor|Mr\.|Ms\.|Dr\.|Inc\.?|Corp\.?|Company|[A-Z][a-z]+ [A-Z][a-z]+)\b"),
    "place": re.compile(r"\b(?:in|at|to|near|from) (?:the )?[A-Z][a-z]+"),
    "reason": re.compile(r"\b(?:because|due to|in order to|since|as a result|in response|citing|given|after|so that|reason|therefore|to (?:offset|address|protect|ensure|encourage|counter|reflect|avoid|prevent|allow|remedy))\b", re.I),
    "list": re.compile(r"(?:[^,;]+[,;]){2,}|:\s*$"),
}  # fmt: skip


_SPOKEN: dict[Detail, str] = {
    "rate": "a rate",
    "amount": "an amount",
    "count": "a number",
    "date": "a date",
    "person": "a name",
    "place": "a place",
    "reason": "a reason",
    "list": "a list",
}


def type_of_answer(details: Sequence[Detail]) -> str:
    """Say in plain words what type of answer is asked for.

    >>> type_of_answer(["rate", "amount"])
    'a rate or an amount'
    """
    return " or ".join(_SPOKEN[detail] for detail in details)


_SURE: tuple[Detail, ...] = ("count", "date", "person", "place")  # that an answer states as such
# What asks for a day or a name as such: not "the next step", nor "what happened when".
_ASKS_DAY = re.compile(
    r"(?:^|[,;:–-] ?|\b(?:and|or|but|since|by|until|from|exactly) )when\b|\bwhen\W*$"
    r"|\b(?:what|which) (?:date|day|month|year)\b|\bdates?\b|\bhow long\b",
    re.I,
)
_ASKS_NAME = re.compile(r"\bwho\b|\bname of\b", re.I)
# "When" is told by what comes before, too.
_UPON = re.compile(r"\b(?:upon|once|as soon as|until|till|pending)\b", re.I)
_TIME = r"(?:minutes?|hours?|days?|weeks?|months?|years?)"
_HOW_MANY = re.compile(
    rf"\bhow many (?!(?:more |other |business |working )?(?:{_TIME}|percent|per ?cent|pct|%|points?|dollars?|\W))",
    re.I,
)
# Figures that count nothing: rates, sums of money, days and spans of time, numbers of acts and sections.
_COUNTS_NOTHING = re.compile(
    r"\d[\d.,]*\s?(?:%|percent|per ?cent|pct)"
    r"|[$€£¥]\s?\d[\d.,]*(?: (?:million|billion|trillion))?"
    r"|\d[\d.,]*\s(?:(?:million|billion|trillion)\s)?(?:dollars?|dlrs?|yen|euros?|marks?|francs?|pounds?|cents?)\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\b\d{{1,2}} {_MONTH}(?: \d{{4}})?|\b(?:19|20)\d\d\b"
    rf"|\b(?:\d+|{_NUMBER_WORD})[ -]{_TIME}\b"
    r"|\b(?:section|article|order|proclamation|law|chapter|title|annex|heading|no\.) (?:no\. )?\d[\d.]*",
    re.I,
)


def untold(question: Question, sentences: Sequence[str]) -> str | None:
    """Say what type of answer none of the sentences holds; None where that does not tell.

    What share a thing has may be told as "half of it", and how much as "all": those are not looked for. Who
    did something may be a party that the question does not name.

    >>> from datetime import date
    >>> from assistant.question import understand
    >>> asked = [understand(text, date(1987, 4, 1)) for text in ("when did Chile sign?", "who buys it?")]
    >>> [untold(question, ["Chile signed it, and Peru buys it."]) for question in asked]
    ['a date', None]
    """
    details = question.details
    if not details or any(detail not in _SURE for detail in details):
        return None
    if _HOW_MANY.search(question.asked):
        sentences = [_COUNTS_NOTHING.sub(" ", sentence) for sentence in sentences]
    if any(holds_detail(details, sentence) for sentence in sentences):
        return None
    asks_day = _ASKS_DAY.search(question.asked)
    if "date" in details and (not asks_day or any(map(_UPON.search, sentences))):
        return None
    if "person" in details and not _ASKS_NAME.search(question.asked):
        return None
    if {"person", "place"}.intersection(details) and any(_names_another(question, s) for s in sentences):
        return None
    return type_of_answer(details)


def _names_another(question: Question, sentence: str) -> bool:
    return any(mention.code not in question.parties for mention in find_parties(sentence))


def holds_detail(details: Sequence[Detail], sentence: str, kind: str = "prose") -> bool:
    """Say whether a sentence holds one of the types of answer asked for; True when none is.

    >>> holds_detail(["rate"], "The duty rises to 25 percent."), holds_detail(["rate"], "Talks go on.")
    (True, False)
    """
    if not details:
        return True
    return any(
        bool(_PATTERNS[detail].search(sentence)) or (detail == "list" and kind == "item")
        for detail in details
    )
