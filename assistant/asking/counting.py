"""Tell which figures of a sentence count things, where it is asked how many there are."""

import re
from collections.abc import Sequence

from assistant.asking.answer_type import Detail
from assistant.asking.details import NUMBER_WORD
from assistant.support.quantities import MAGNITUDE
from ingest.text.months import MONTH
from vectorstore.patterns import pattern

SPAN_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?)"
_HOW_MANY = pattern(
    r"\bhow many (?!(?:more |other |business |working )?"
    rf"(?:{SPAN_UNIT}|percent|per ?cent|pct|%|points?|dollars?|cents?|yen|francs?|marks?|pounds|\W))",
    re.I,
)
_OF_ANY = pattern(r"\bhow many\b", re.I)
# Figures that count nothing: rates, sums of money, days and spans of time, numbers of acts and sections.
_COUNTS_NOTHING = pattern(
    rf"(?:\b(?:\d[\d.,]*|{NUMBER_WORD}) (?:and|to|or) )?(?:\d[\d.,]*|\b{NUMBER_WORD})"
    r"[\s-]?(?:%|percent|per ?cent|pct|percentage points?)"
    rf"|[$€£¥]\s?\d[\d.,]*(?:\s?{MAGNITUDE})?"
    rf"|\d[\d.,]*\s(?:{MAGNITUDE}\s)?"
    r"(?:dollars?|dlrs?|yen|euros?|marks?|francs?|pounds?|cents?)\b"
    rf"|\b{MONTH} \d{{1,2}}(?:, \d{{4}})?|\b\d{{1,2}} {MONTH}(?: \d{{4}})?|\b(?:19|20)\d\d\b"
    rf"|\b(?:\d+|{NUMBER_WORD})[ -]{SPAN_UNIT}\b"
    r"|\b(?:sections?|articles?|paragraphs?|clauses?|orders?|proclamations?|law|chapters?|title|annex|headings?"
    r"|no\.) (?:no\. )?\d[\d.]*(?:(?:,| and| or| to| through|, and) \d+)*",
    re.I,
)


def asks_how_many(text: str) -> bool:
    """Whether a question asks how many there are of something, not for how long or at what rate.

    >>> [asks_how_many(text) for text in ("how many mills?", "how many years?", "how many pct?")]
    [True, False, False]
    """
    return bool(_HOW_MANY.search(text))


def asks_count(text: str, details: Sequence[Detail]) -> bool:
    """Whether a question asks for a count or a quantity alone: of mills or tonnes, not of cents or years.

    >>> asked = ("how many mills?", ("count",)), ("quota size", ("count",)), ("how many cents?", ("count",))
    >>> [asks_count(text, details) for text, details in asked]
    [True, True, False]
    """
    return asks_how_many(text) or (tuple(details) == ("count",) and not _OF_ANY.search(text))


def what_counts(sentence: str) -> str:
    """Return a sentence without the figures that count nothing.

    >>> what_counts("From May 9 duties on 60 goods fall by five to 10 pct, under Order 193.")
    'From   duties on 60 goods fall by  , under  '
    """
    return _COUNTS_NOTHING.sub(" ", sentence)
