"""Find the type of answer that a question asks for, and that no sentence of its answer has: a day, a number.

Only types that an answer states as such are looked for.
"""

import re
from collections.abc import Sequence

from assistant.details import MONTH, NUMBER_WORD, holds_detail, type_of_answer
from assistant.question import Detail, Question
from ingest.parties import find_parties

_SURE: tuple[Detail, ...] = ("count", "date", "person", "place")
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
    r"\bhow many (?!(?:more |other |business |working )?"
    rf"(?:{_TIME}|percent|per ?cent|pct|%|points?|dollars?|\W))",
    re.I,
)
# Figures that count nothing: rates, sums of money, days and spans of time, numbers of acts and sections.
_COUNTS_NOTHING = re.compile(
    r"\d[\d.,]*\s?(?:%|percent|per ?cent|pct)"
    r"|[$€£¥]\s?\d[\d.,]*(?: (?:million|billion|trillion))?"
    r"|\d[\d.,]*\s(?:(?:million|billion|trillion)\s)?"
    r"(?:dollars?|dlrs?|yen|euros?|marks?|francs?|pounds?|cents?)\b"
    rf"|\b{MONTH} \d{{1,2}}(?:, \d{{4}})?|\b\d{{1,2}} {MONTH}(?: \d{{4}})?|\b(?:19|20)\d\d\b"
    rf"|\b(?:\d+|{NUMBER_WORD})[ -]{_TIME}\b"
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
