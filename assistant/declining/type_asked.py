"""Find the type of answer that a question asks for, and that no sentence of its answer has: a day, a number.

Only types that an answer states as such are looked for.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.asking.answer_type import CAP_ASKED, Detail, is_named_by_rate
from assistant.asking.bounds import until_asked
from assistant.asking.charge_asked import asks_charged, asks_what_held
from assistant.asking.counting import SPAN_UNIT, asks_how_many, what_counts
from assistant.asking.details import NUMBER_WORD, holds_detail, type_of_answer
from assistant.asking.question import Question
from ingest.text.auxiliaries import ASKING
from ingest.text.months import A_DAY
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

_SURE: tuple[Detail, ...] = ("count", "date", "span", "person", "place", "rate")
# What asks for a day or a name as such: not "the next step", nor "what happened when".
_ASKS_DAY = pattern(
    r"(?:^|[,;:–-] ?|\b(?:and|or|but|since|by|until|from|exactly) )when\b|\bwhen\W*$"
    r"|\b(?:what|which) (?:date|day|month|year)\b|(?<!\bto )\bdates?\b|\bhow long\b",
    re.I,
)
_ASKS_RATE = pattern(
    r"\b(?:rates?|pct|per ?cent(?:age)?|ad valorem)\b|%|\bhow (?:high|steep|low)\b"
    rf"|\b{CAP_ASKED}\b",
    re.I,
)
_ASKS_AMOUNT = pattern(
    r"^\W*(?:and |so |ok )*(?:how much|what|at what price)\b.*\b(?:worth|pay|pays|paid|paying|costs?"
    r"|spend|spends|spent|spending|invest\w*|lend|lent|price)\b|\bhow much money\b"
    rf"|\b{CAP_ASKED}\b"
    r"|^\W*(?:and |so |ok )*how much (?:is|are|was|were) (?:the|a|an)\b"
    r"|^\W*(?:the )?total\b.*\b(?:refunded|rebated|paid|raised|collected|spent)\b",
    re.I,
)
# "How much before?", "how much was it in May": of a thing just told, a figure and nothing else.
_HOW_MUCH = pattern(
    r"^\W*(?:(?:and|so|ok|but) )*how much(?: (?:is|was|are|were) (?:it|that|this|they|those))?"
    r"(?= (?:before|after|then|now|earlier|until|till|since|by|in)\b|\W*(?:$|\())(?! in (?:all|total)\b)",
    re.I,
)
_QUANTITY = pattern(
    rf"\b(?:\d[\d.,]*|{NUMBER_WORD}) ?(?:(?:million|mln|metric|short|long) )?"
    r"(?:tonnes?|tons?|kilo\w*|kg|barrels?|bushels?|bags?|bales?|units?|head|crowns?|pesos?|francs?|pounds?)\b",
    re.I,
)
_SHARE = pattern(
    r"\b(?:half|third|quarter|doubled?|twice|tripled?|duty[- ]free|nothing|none|all of|most of)\b", re.I
)
_EXCHANGE = pattern(r"\bexchange\b|\b[a-z]+/[a-z]+ rate", re.I)  # which no percentage tells
_FRACTION = pattern(r"\b(?:half|third|quarter|double|twice|triple|full|same|exempt\w*|free)\b", re.I)
_ASKS_WHETHER = pattern(rf"^\W*(?:{ASKING})\b", re.I)
_TO_NOTHING = pattern(  # what becomes of a duty, without a rate
    r"\b(?:eliminat\w+|abolish\w*|scrap(?:s|ped)?|remov(?:es?|ed|al)|lift(?:s|ed)?|duty[- ]free)\b", re.I
)
_ASKS_NAME = pattern(r"\bwho\b|\bname of\b", re.I)
# "When" is told by what comes before, too.
_UPON = pattern(r"\b(?:upon|once|as soon as|until|till|pending)\b", re.I)
_UNTIL_ITS_END = pattern(r"\b(?:until|till) the (?:expir\w+|end|last day)\b", re.I)
# The day of an act, which is not one of what it is on: "until the end of the quota of the Order of May 2".
_OF_AN_ACT = pattern(
    rf"\b(?:orders?|proclamations?|regulations?|decisions?|directives?|decrees?|acts?|laws?|memorand(?:um|a))\b"
    rf"(?: (?:No\. ?)?[\d/-]+)? (?:of|dated) (?:the )?{A_DAY}(?:,? (?:19|20)\d\d)?",
    re.I,
)
_HOW_MANY_YEARS = pattern(r"(?<!by )\bhow many (?:more )?(?:weeks|months|years)\b", re.I)
_SPAN = pattern(
    rf"\b(?:\d+|{NUMBER_WORD})[ -](?:\w+[ -])?{SPAN_UNIT}\b"
    r"|\b(?:until|till|through|to|by|from) (?:\w+ ){0,3}(?:19|20)\d\d\b",
    re.I,
)


def untold(question: Question, sentences: Sequence[str]) -> str | None:
    """Say what type of answer none of the sentences holds; None where that does not tell.

    What share a thing has may be told as "half of it", and how much as "all": those are not looked for. Who
    did something may be a party that the question does not name.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = [understand(text, date(1987, 4, 1)) for text in ("when did Chile sign?", "who buys it?")]
    >>> [untold(question, ["Chile signed it, and Peru buys it."]) for question in asked]
    ['a date', None]
    """
    if _HOW_MUCH.match(question.text) and not any(map(_is_figure, sentences)):
        return "a figure"
    sure = (*_SURE, "amount") if _ASKS_AMOUNT.search(question.asked) else _SURE
    if any(detail not in sure for detail in question.details):
        return None
    if asks_how_many(question.asked):
        sentences = [what_counts(sentence) for sentence in sentences]
    if _HOW_MANY_YEARS.search(question.asked) and not any(map(_SPAN.search, sentences)):
        return "a length of time"
    if until_asked(question.asked):
        sentences = [_OF_AN_ACT.sub(" ", sentence) for sentence in sentences]
    details = question.details
    together = bool(
        {"rate", "count", "amount"}.intersection(details)
    )  # as a day or a place tells either, too
    if question.kind == "date" and not _ASKS_RATE.search(question.asked):
        together = False  # "when did the duty start": its rate does not tell
    each = [details] if together else [(detail,) for detail in details]
    return next((type_of_answer(of) for of in each if of and _lacks(question, of, sentences)), None)


def only_points_at_the_end(question: Question, sentences: Sequence[str]) -> bool:
    """Whether it is asked until when something is so, and only told that something else is until its end.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = understand("when does the quota end?", date(1987, 4, 1))
    >>> only_points_at_the_end(asked, ["The duty is 4 percent until the end of the quota."])
    True
    """
    return until_asked(question.asked) and any(map(_UNTIL_ITS_END.search, sentences))


def reason_untold(question: Question, sentences: Sequence[str], answers: float) -> str | None:
    """Say that a reason is asked for, where none of the sentences gives one in the words that reasons have.

    Some are given in others: where the reranker finds, with log-odds of `answers`, that one does, it does.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = understand("why did Chile not sign?", date(1987, 4, 1))
    >>> reason_untold(asked, ["Chile has not signed."], -1.0)
    'a reason'
    >>> reason_untold(asked, ["Chile has not signed."], 1.0)
    >>> reason_untold(asked, ["Chile did not, citing costs."], -1.0)
    """
    if question.kind != "why" or answers >= 0 or any(holds_detail(("reason",), text) for text in sentences):
        return None
    return type_of_answer(("reason",))


def _lacks(question: Question, details: Sequence[Detail], sentences: Sequence[str]) -> bool:
    """Whether these types are asked for as such, and no sentence holds one of them."""
    if any(holds_detail(details, sentence) for sentence in sentences):
        return False
    upon = any(map(_UPON.search, sentences)) and not only_points_at_the_end(question, sentences)
    if "date" in details and (upon or not _ASKS_DAY.search(question.asked)):
        return False
    if "span" in details and any(map(_UPON.search, sentences)):
        return False
    if "rate" in details and (not _asks_rate(question) or any(map(_FRACTION.search, sentences))):
        return False
    if (
        "rate" in details
        and not _ASKS_RATE.search(question.asked)
        and any(map(_TO_NOTHING.search, sentences))
    ):
        return False
    if "person" in details and not _ASKS_NAME.search(question.asked):
        return False
    names = {"person", "place"}.intersection(details)
    return not (names and any(_names_another(question, sentence) for sentence in sentences))


def _is_figure(sentence: str) -> bool:
    figure = holds_detail(("rate", "amount"), sentence)
    return figure or bool(_QUANTITY.search(sentence) or _SHARE.search(sentence))


def _asks_rate(question: Question) -> bool:
    """Whether a rate is asked for as such: not "is it charged the full rate?"."""
    if _ASKS_WHETHER.search(question.asked) or _EXCHANGE.search(question.asked):
        return False
    if is_named_by_rate(question.asked):
        return False
    of_a_day = asks_what_held(question, date.max)
    as_such = _ASKS_RATE.search(question.asked) or asks_charged(question) or of_a_day
    return bool(as_such) and question.kind in ("number", "fact")


def _names_another(question: Question, sentence: str) -> bool:
    return not parties_in(sentence).issubset(question.parties)
