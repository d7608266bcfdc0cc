"""Tell which questions ask what a party's goods are charged, and what they say beside that."""

import re
from datetime import date

from assistant.asking.asked import (
    DUTY,
    KINDS,
    MEASURES,
    MOST_SIDES,
    MOST_WORDS,
    is_one_of,
    others_than_us,
)
from assistant.asking.charging import is_named_before_a_duty
from assistant.asking.concepts import Concept
from assistant.asking.happened import asks_whether
from assistant.asking.question import Question, is_past, looks_ahead
from assistant.reading.goods import goods_in
from assistant.reading.legal_bases import laws_in
from assistant.reading.periods import Period
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_CHARGE = (
    "rate", "extra", "additional", "total", "stacked", "combined", "overall", "goods", "products", "imports",
    "exports", "merchandise", "shipments", "stuff", "cargo", "charged", "paying", "facing", "entry", "hit",
    "subject", "percent", "percentage", "applies", "all-in", "country", "import", "customs", "owed", "trade",
    "place", "effect", "force", "border", "arriving", "ports", "pct", "exporters", "shippers", "same",
    "higher", "lower", "high", "low", "heavier", "taxed", "collected", "levied", "imposed", "applied",
    "enforced", "made", "built", "grown", "tariffed", "burden", "blanket",
    "prevailing",
)  # fmt: skip
_ANY_CHARGE = ("add-on", "across-the-board")  # as typed: their words by themselves say something else
_GOODS = r"(?:goods|products|imports|exports|merchandise|shipments|exporters|shippers)"
# What goods do to a duty says nothing of which: "do Chilean goods carry", "are imports from Chile under".
_OF_GOODS = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|taxe?s?|rates?)\b[^?,.;]{0,20}?"
    r"\b(?:do|does|did|are|is|will|would) (?:the |all |most )?"
    rf"(?:(?P<they>they)|\0 {_GOODS}|{_GOODS} (?:made |produced )?(?:in|from|of|out of) \0)"
    r"(?: (?:still|now|currently|actually|get|have to|be))* (?P<verb>[a-z]+)",
    re.I,
)
_THIS = pattern(r"\bthis(?: \w*)?$", re.I)
_RATE = pattern(
    r"\b(?:rates?|pay(?:s|ing)?|fac(?:e|es|ing)|charged?|taxed|high|set|appl(?:y|ies)|owes?|much|level|more|less|higher|"
    r"lower|same|gets?|carr(?:y|ies))\b|%",
    re.I,
)


def asks_charged(question: Question) -> bool:
    """Whether a question asks for the rate that a party is charged, or a few are, on no goods in particular.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "duty on Hungarian goods", "duty on Hungarian maize", "latest on Hungary"
    >>> [asks_charged(understand(question, date(1987, 4, 1))) for question in asked]
    [True, False, False]
    """
    return _asks_rate_of_parties(question) and not words_beside_a_charge(question)


def asks_charged_under(question: Question) -> bool:
    """Whether a question asks for the rate that a party is charged, and tells the measure by a word or two.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "duty on Hungarian goods under the whaling order", "duty on Hungarian goods"
    >>> [asks_charged_under(understand(question, date(1987, 4, 1))) for question in asked]
    [True, False]
    """
    return _asks_rate_of_parties(question) and 1 <= len(words_beside_a_charge(question)) <= MOST_WORDS


def asks_its_tariffs(question: Question) -> bool:
    """Whether a question is on what a party's goods are charged, and asks nothing particular of it.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "tariffs on Hungary", "latest on Hungarian duties", "Hungarian steel duties", "Hungary talks"
    >>> [asks_its_tariffs(understand(question, date(1987, 4, 1))) for question in asked]
    [True, True, False, False]
    """
    if question.details or question.periods or question.since or question.past or question.charges:
        return False
    if question.kind not in KINDS or asks_whether(question.asked) or len(others_than_us(question)) != 1:
        return False
    return bool(DUTY.search(question.asked)) and not words_beside_a_charge(question)


def _asks_rate_of_parties(question: Question) -> bool:
    periods = [p for p in question.periods if not _is_present(p, question)]
    if periods or question.since or (is_past(question.asked) and not question.as_of):
        return False
    if question.charges:
        return False
    parties = len(others_than_us(question))
    kinds = ("number", "status", "fact", "yes-no") + ("compare", "who") * (parties > 1)
    if question.kind not in kinds or not 1 <= parties <= MOST_SIDES:
        return False
    rate = "rate" in question.details or _RATE.search(question.asked) or question.kind == "compare"
    return bool(rate and (DUTY.search(question.asked) or laws_in(question.asked)))


def _is_present(period: Period, question: Question) -> bool:
    """Whether a period is the one that runs on the as-of date: "this summer", "this year"."""
    this = bool(_THIS.search(question.standalone[: period.start + 5]))
    return this and question.as_of is not None and period.holds(question.as_of)


def asks_what_held(question: Question, today: date) -> bool:
    """Whether a question asks for a tariff rate of one period gone by, of a year at most.

    >>> from assistant.asking.question import understand
    >>> today = date(1987, 4, 1)
    >>> asked = "duty on Thai rice on 2 May 1986", "how much rice did Thailand sell in May 1986"
    >>> [asks_what_held(understand(text, today), today) for text in asked]
    [True, False]
    >>> asked = "Thai tariff in May 1986", "Thai tariff on US rice in May 1986"
    >>> [asks_what_held(understand(text, today), today) for text in asked]
    [True, False]
    """
    of_anybody = not {*question.parties} - {"US"}
    charged = question.faces or of_anybody or is_named_before_a_duty(question.asked)
    charged = charged or not words_beside_a_charge(question)  # as it is read where no period is named
    if len(question.periods) != 1 or question.since or not charged:
        return False
    if looks_ahead(question) and not question.past:
        return False
    (period,) = question.periods
    asked = question.kind != "why" and "rate" in question.details
    over = period.last < today or (question.as_of is not None and period.first <= question.as_of)
    return asked and over and (period.last - period.first).days <= 366


def laws_alone(question: Question) -> frozenset[str]:
    """Return the sections of laws by which a question tells the measure, where no goods and no party do.

    Not of the question that it goes on from.

    >>> from assistant.asking.question import understand
    >>> asked = "section 142 tariff rate", "section 142 tariff on rice", "section 142 tariff on Peru"
    >>> [sorted(laws_alone(understand(text, date(1987, 4, 1)))) for text in asked]
    [['section 142'], [], []]
    """
    if goods_in(question.asked) or others_than_us(question):
        return frozenset()
    return laws_in(question.text)


def words_beside_a_charge(question: Question) -> list[Concept]:
    """Return the subject words of a question that do not only say that something is charged.

    Its own, and of what a follow-up goes on from the goods: "what do the Swiss pay", after a duty on cheese.

    >>> from assistant.asking.question import understand
    >>> asked = "what duty do goods from Chile attract", "what duty does Chilean rice attract"
    >>> [[c.typed for c in words_beside_a_charge(understand(text, date(1987, 4, 1)))] for text in asked]
    [[], ['rice', 'attract']]
    """
    own = frozenset(analyse(question.asked))
    words = [
        c
        for c in question.concepts
        if not c.is_number and (own.issuperset(c.terms) or (c.context and goods_in(c.typed)))
    ]
    said_of_goods = _verb_of_goods(question.asked)
    of_any = (*_ANY_CHARGE, said_of_goods)
    return [c for c in words if not (is_one_of(c, _CHARGE + MEASURES) or c.typed.lower() in of_any)]


def _verb_of_goods(text: str) -> str | None:
    """What a question has the goods of a party do, or have done to them."""
    for mention in reversed(find_parties(text, lower_case=True)):
        text = f"{text[: mention.start]}\0{text[mention.end :]}"
    said = _OF_GOODS.search(text)
    if said is None or (said["they"] and not re.search(_GOODS, text[: said.start()], re.I)):
        return None
    return said["verb"].lower()
