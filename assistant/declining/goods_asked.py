"""Find the goods that a question is on and that no sentence of its answer tells of.

The duty on steel is no answer to what is charged on cement, however well the parties fit.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from assistant.asking.answer_type import Detail
from assistant.asking.asides import aside_in
from assistant.asking.happened import asks_whether
from assistant.asking.question import Question
from assistant.reading.counted import asks_statistic
from assistant.reading.goods import (
    AMBIGUOUS,
    alike,
    goods_in,
    most_specific,
    places_of,
    tells_of,
    tells_of_others,
    untold_by,
    word_for,
)
from assistant.reading.stop_words import STOP_WORDS
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_OF_GOODS: frozenset[Detail] = frozenset(("rate", "amount", "count"))

# What holds for all goods holds for these.
_OF_ALL = pattern(
    r"\b(?:all|most|any|every|other) (?:\w+ ){0,2}"
    r"(?:goods|products|articles|imports|exports|items|merchandise)\b",
    re.I,
)


# What is laid on goods, and what is done with them, behind their name: "tin quota", "tin exports".
_OF_THESE = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|quotas?|bans?|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|embargo(?:es)?|curbs?|subsid(?:y|ies)|caps?"
    r"|safeguards?|anti-?dumping|countervailing"
    r"|restrictions?|exports?|imports?|shipments?|sales?|purchases?|output|production|prices?)\b",
    re.I,
)
_ON = pattern(
    rf"(?:{_OF_THESE.pattern}|\b(?:charge[sd]?|tax(?:es|ed)?)) (?:on|for|of|against) (?:[\w'’-]+ ){{0,2}}$",
    re.I,
)

NEAR = 2  # words before goods, among which the one that says of what kind they are stands
_BEFORE = pattern(r"(\w[\w'’-]*)[ -]$")

# "The pasta war": goods that tell which quarrel is meant, and are not what is charged or sold.
_QUARREL = pattern(
    r"\w+ (?:sanctions|dispute|row|war|quarrel|fight|battle|conflict|case|retaliation|reprisals)\b", re.I
)


def goods_missing(
    question: Question, sentences: Sequence[str], passages: Sequence[str] = (), said: Sequence[str] = ()
) -> str | None:
    """Return the goods as the question calls them, where none of the sentences speaks of any it names.

    A sentence comes with what it stands under; `said` are the sentences alone. Which quarrel is meant may be
    told anywhere in the `passages` that they are of.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = understand("what duty does Peru charge on cement?", date(1987, 4, 1))
    >>> goods_missing(asked, ["Peru charges 20 pct on steel."]), goods_missing(asked, ["Clinker pays 9 pct."])
    ('cement', None)
    >>> asked = "is cement exempt?", "is the cement duty still on?"
    >>> [goods_missing(understand(text, date(1987, 4, 1)), ["Peru exempts steel."]) for text in asked]
    ['cement', 'cement']
    >>> asked, told = "the duty on white cement?", ["It starts on May 4."]
    >>> asked = understand(asked, date(1987, 4, 1))
    >>> goods_missing(asked, told), goods_missing(asked, told, ["Peru and cement that is white."])
    ('white cement', 'white cement')
    >>> goods_missing(asked, told, ["It taxes white-washed cement."]) is None
    True
    >>> asked, told = understand("aluminium foil duty?", date(1987, 4, 1)), "Most imports pay 9 pct."
    >>> goods_missing(asked, [f"Tomatoes from Peru. {told}"], [told], [told]), goods_missing(asked, [told])
    ('aluminium foil', None)
    >>> asked, told = understand("the duty on steel wire?", date(1987, 4, 1)), "Steel pipes pay 9 pct."
    >>> goods_missing(asked, [f"Steel duties. {told}"], [told], [told])
    'steel wire'
    """
    own = question.standalone.partition(" (")[0]  # behind which the question before asks no more
    of_goods = _OF_GOODS.intersection(question.details)
    asked = _newest_on_goods(question) if of_goods else own
    named = sorted(most_specific(goods_in(asked)) - AMBIGUOUS)
    if not named or not (asks_whether(own) or of_goods or _asks_measure_on(named, own)):
        return None
    quarrels = goods_in(" ".join(_QUARREL.findall(asked)))
    in_quarrel = quarrels & goods_in(" ".join(passages))
    kinds = frozenset(named)
    each = zip_longest(sentences, said, passages, fillvalue="")
    if (
        any(_tells(kinds, *texts) for texts in each)
        or any(alike(goods) & in_quarrel for goods in named)
        or any(
            _OF_ALL.search(headed) and not _is_on_others(kinds, headed.removesuffix(own))
            for headed, own in zip_longest(sentences, said, fillvalue="")
        )
    ):
        return None
    before = [_kind_before(start, asked, question) for start, _ in places_of(named[0], asked)]
    kind = next(filter(None, before), "")
    if kind and any(_is_of_kind(kind, named[0], passage) for passage in passages):
        return None
    return f"{kind} {word_for(named[0], asked)}".strip()


def _tells(kinds: frozenset[str], headed: str, said: str, passage: str) -> bool:
    """Whether a sentence speaks of goods; one on steel pipes does not speak of wire."""
    if untold_by(kinds, headed):
        return False
    if kinds & goods_in(headed):
        return True
    of_itself = bool(said) and not untold_by(kinds, said)
    return of_itself or not any(tells_of_others(kinds, text) for text in (said, passage))


def _is_on_others(kinds: frozenset[str], above: str) -> bool:
    """Whether what stands above a sentence is on other goods, so that "most imports" are imports of those."""
    named = goods_in(above) - AMBIGUOUS
    return bool(named) and named.isdisjoint(kinds) and untold_by(kinds, above)


def _kind_before(start: int, text: str, question: Question) -> str:
    """Return the word that says which goods are meant, "hormone beef", where one stands right before them."""
    before = _BEFORE.search(text[:start])
    if before is None or _OF_THESE.fullmatch(before[1]) or before[1].casefold() in STOP_WORDS:
        return ""
    typed = {concept.typed for concept in question.concepts if not concept.is_number}
    return before[1] if before[1] in typed and not goods_in(before[1]) else ""


def _is_of_kind(kind: str, goods: str, passage: str) -> bool:
    """Whether a passage speaks of goods of that kind: "hormone-fed beef", at most NEAR words apart."""
    stems = set(analyse(kind))
    return any(
        stems.intersection(analyse(" ".join(re.findall(r"\w+", passage[:start])[-NEAR:])))
        for start, _ in places_of(goods, passage)
    )


def goods_nowhere(question: Question, said: Sequence[str], briefings: Sequence[str]) -> str | None:
    """Return the goods as the question calls them, where no briefing that is cited speaks of any it names.

    `said` are the sentences, each with what it stands under, `briefings` the whole texts.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = understand("who leads the trout talks, not counting tuna?", date(1987, 4, 1))
    >>> told = ["Peru leads the talks."]
    >>> [goods_nowhere(asked, told, [briefing]) for briefing in ("Tuna is next.", "Fish is next.")]
    ['trout', None]
    """
    own = question.standalone.partition(" (")[0]
    for start, end in reversed(aside_in(own, of_a_rate=False)):
        own = own[:start] + own[end:]
    named = sorted(most_specific(goods_in(own)) - AMBIGUOUS)
    told = any(tells_of(goods, text) for goods in named for text in (*said, *briefings))
    if not named or told or any(map(_OF_ALL.search, said)):
        return None
    return word_for(named[0], own)


def _asks_measure_on(goods: Sequence[str], text: str) -> bool:
    """Whether a text asks what is laid on these goods, or done with them: "tin quota", "exports of tin"."""
    places = [place for kind in goods for place in places_of(kind, text)]
    return any(_ON.search(text[:start]) or _OF_THESE.match(text, end + 1) for start, end in places)


def _newest_on_goods(question: Question) -> str:
    """Return the newest turn of a question that names goods; one that asks for a statistic is on its own."""
    if asks_statistic(question.text):
        return question.text
    turns = question.standalone.split(" (")
    return next((turn for turn in turns if goods_in(turn) - AMBIGUOUS), turns[0])
