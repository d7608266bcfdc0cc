"""Tell which sentences set a rate on the goods that a question asks the rate of, not on what is made of them.

Of steel: "duties on steel articles shall be 50 percent", "steel will pay 50%"; not a rate on its derivatives,
nor one that equipment with steel in it pays.
"""

import re

from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.concepts import Concept
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE, asks_still, of_measure
from assistant.reading.goods import AMBIGUOUS, alike, goods_in, places_of, speaks_of
from assistant.reading.rates import rates_in
from assistant.reading.statements import PROPOSED, instruments_in
from ingest.text.parties import parties_in
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

REACH = 140  # characters around goods in which there is what is charged on them

_MEASURE = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|rates?)"
_DIRECTLY = r"(?:(?!\b(?:that|which|with|whose|containing|holding|using)\b)[^.;:]){0,60}"
_CHARGED_ON = pattern(rf"\b{_MEASURE}\b[^.;:]{{0,60}}\b(?:on|of|for|against|to)\b{_DIRECTLY}$", re.I)
_IS_AT = r"(?:will|shall|is|are|was|were|be|remains?)\b[^.;:]{0,40}\b(?:at|to|of)(?: [\w-]+){0,6} \d"
_PAYS = pattern(
    rf"^[^.;:]{{0,80}}\b(?:pays?|fac(?:e|es|ing)|subject to|charged|dutiable|taxed|{_IS_AT})\b"
    rf"|^[ -]{_MEASURE}\b",
    re.I,
)
# A list of rates: "The rate of duty under Order 7; Order 9, on all tin articles, shall be: (b) 4 percent".
_RATES_OF = pattern(
    rf"\b{_MEASURE}\b(?P<charged>[^.:]*\b(?:on|of|for)\b[^.:]*)\b(?:is|are|shall be|will be): "
    r"\(\w{1,4}\) \d[\d.]*(?: ?%| per ?cent| pct)?(?: ad valorem)?(?P<whose> (?:for|on) [^,;.]*)?",
    re.I,
)
# "All zinc articles listed in Annex 2 pay 9 percent": which of them, another text says.
_OF_THE_LISTED = pattern(
    r"(?:(?:,| and| or|, and|, or) (?!as\b)\w+){0,3}(?: (?:goods|articles|products|imports))?(?: that are)?"
    r" (?:listed|enumerated|specified|identified|set forth) in\b"
)
_ITS_DUTY = pattern(rf"[ -](?:import )?{_MEASURE}\b", re.I)
# Goods that are only what something else is made of, or made by.
_NOT_ITSELF = pattern(
    r"^(?:[-/]| (?:and|or) \w+)* ?[- ](?:derivatives?|intensive|equipment|content|scrap|parts|components"
    r"|makers?|producers?|mills?|industr\w+|compan\w+|firms?|workers?|plants?|manufactur\w+|capacity|sector|market"
    r"|prices?)\b",
    re.I,
)
# "15 percent on nearly all of it, with separate treatment for steel": another rate, which is not told.
_TREATED_APART = pattern(
    r"\b(?:separate|different|special|specific)\b[^.;]{0,40}\btreatment (?:for|of)\b[^.;]*$", re.I
)
_FREE = pattern(
    r"\b(?:exempt\w*|(?:not|no longer|never) (?:be )?(?:subject|liable|dutiable)|(?:duty|tariff)[- ]free"
    r"|zero[- ]duty|free of dut(?:y|ies))\b"
    r"|\bexclu(?:de\w*|sions?)\b[^.;]{0,40}\b(?:tariffs?|dut(?:y|ies))\b",
    re.I,
)
_MADE_OF = pattern(
    r"\bderivatives?\b[^.;,]{0,30}\b(?:of|from|with)\b[^.;]{0,30}$"
    r"|\bderivative (?:\w+,? (?:and |or )){0,2}$"
    r"|(?:\b(?:or less|or more|less than|more than|at least|at most)(?: of)?|(?:\bpercent|%) of) "
    r"(?:\w+,? (?:or |and )?){0,3}$"
    r"|\bwith (?:\w+,? (?:or |and )?){0,4}$",
    re.I,
)


def goods_asked(question: Question) -> str | None:
    """Return the one kind of goods whose rate a question asks for, and nothing else; None otherwise.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what duty does Thai rice pay", "when does the duty on rice start", "duty on polished rice"
    >>> [goods_asked(understand(text, date(1987, 4, 1))) for text in asked]
    ['rice', None, None]
    """
    return _goods_alone(question) if asks_rate(question) else None


def asks_rate(question: Question) -> bool:
    """Whether a question asks for a rate, and for no day or reason."""
    details = question.details
    return "rate" in details and {"date", "span", "reason"}.isdisjoint(details)


def goods_meant(question: Question) -> str | None:
    """Return the one kind of goods whose rate, or whose duty, a question is about; None otherwise."""
    return goods_asked(question) or goods_of_measure(question)


def goods_of_measure(question: Question) -> str | None:
    """Return the one kind of goods of whose duty it is asked whether it still holds, or nothing at all.

    None otherwise.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "is the duty on rice still on?", "rice duties", "is the duty on polished rice still on?"
    >>> [goods_of_measure(understand(text, date(1987, 4, 1))) for text in asked]
    ['rice', 'rice', None]
    """
    bare = question.kind == "fact" and not question.details and not question.latest
    if not (bare or asks_still(question)) or "tariff" not in instruments_in(question.asked):
        return None
    return _goods_alone(of_measure(question))


def _goods_alone(question: Question) -> str | None:
    """Return the one kind of goods that a question names beside a duty, and nothing else; else None."""
    named = goods_and_words(question)
    return named[0] if named and not named[1] else None


def goods_and_words(question: Question) -> tuple[str, tuple[Concept, ...]] | None:
    """Return the one kind of goods that a question names, and what else it says beside a duty; else None.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> goods, words = goods_and_words(understand("duty on polished rice", date(1987, 4, 1)))
    >>> goods, [word.typed for word in words]
    ('rice', ['polished'])
    """
    named = sorted(goods_in(question.asked) - AMBIGUOUS)
    if len(named) != 1:
        return None
    goods = terms_of(named[0], question.asked)
    return named[0], tuple(c for c in words_beside_a_charge(question) if not goods.issuperset(c.terms))


def terms_of(goods: str, text: str) -> frozenset[str]:
    """Return the terms by which a text names goods.

    >>> sorted(terms_of("cars", "the duty on Thai cars"))
    ['car']
    """
    return frozenset(term for start, end in places_of(goods, text) for term in analyse(text[start:end]))


def speaks_of_duty_on(goods: str, text: str) -> bool:
    """Whether a text speaks of goods, and of a measure in force on any.

    >>> [speaks_of_duty_on("rice", f"{said} rice") for said in ("the duty on", "exports of")]
    [True, False]
    """
    return bool(instruments_in(text) & IN_FORCE) and goods in goods_in(text)


def goods_charged(text: str) -> frozenset[str]:
    """Return the goods that a text, or a question, names as what a duty is charged on.

    >>> asked = "when does the tariff on Thai rice start?", "new rice duties", "how much rice did Peru buy?"
    >>> [sorted(goods_charged(text)) for text in asked]
    [['rice'], ['rice'], []]
    """
    return frozenset(goods for goods in goods_in(text) - AMBIGUOUS if _is_charged_on(goods, text))


def _is_charged_on(goods: str, text: str) -> bool:
    return any(
        _CHARGED_ON.search(text[:start]) or _ITS_DUTY.match(text[end:])
        for start, end in places_of(goods, text)
    )


def sets_rate_of(goods: str, text: str) -> bool:
    """Whether a text sets a rate on goods.

    >>> sets_rate_of("cement", "The duty on cement is raised to 9 percent.")
    True
    >>> sets_rate_of("trucks", "A tariff of 25 percent is put on imports of trucks and truck parts.")
    True
    >>> sets_rate_of("cement", "Mills with 80 percent of cement content pay 9 percent.")
    False
    >>> sets_rate_of("cement", "The rate of duty, by Order 7; Order 9, for cement shall be: (b) 9 percent.")
    True
    >>> sets_rate_of("cement", "A duty of 9 percent on all goods, with separate duty treatment for cement.")
    False
    """
    if not rates_in(text) or PROPOSED.search(text):
        return False
    if is_listed_rate_of(goods, text):
        return True
    for start, end in places_of(goods, text):
        before, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
        charged = (_CHARGED_ON.search(before) and not _TREATED_APART.search(before)) or _PAYS.match(behind)
        if charged and _are_meant(text, start, end):
            return True
    return False


def is_of_a_list(text: str) -> bool:
    """Whether a text is one of several rates that one clause sets.

    >>> is_of_a_list("The duty on tin shall be: (b) 4 percent for tin of Peru.")
    True
    """
    return bool(_RATES_OF.search(text))


def is_listed_rate_of(goods: str, text: str) -> bool:
    """Whether a text is of a list of rates on goods, and not the one on something else.

    >>> told = "4 percent for tin of Peru", "4 percent for rings"
    >>> [is_listed_rate_of("tin", f"The duty on tin shall be: (b) {rate}.") for rate in told]
    [True, False]
    """
    rates = _RATES_OF.search(text)
    if rates is None:
        return False
    whose = rates["whose"] or ""
    if whose and not (parties_in(whose) or goods in goods_in(whose)):
        return False
    return any(
        rates.start("charged") < start < rates.end("charged")
        and _are_meant(text, start, end)
        and not _OF_THE_LISTED.match(text, end)
        for start, end in places_of(goods, text)
    )


def of_the_listed(goods: str, text: str) -> bool:
    """Whether a text speaks of those goods alone that another text lists.

    >>> told = "all zinc articles listed in Annex 2", "zinc, as listed in Annex 2"
    >>> [of_the_listed("zinc", f"The duty on {of}, is 9 percent.") for of in told]
    [True, False]
    """
    return any(_OF_THE_LISTED.match(text, end) for _, end in places_of(goods, text))


def are_meant(goods: str, text: str) -> bool:
    """Whether a text speaks of goods themselves, not only of what is made of them or by them.

    >>> are_meant("cars", "duty on cars"), are_meant("cars", "duty on car parts")
    (True, False)
    """
    return any(_are_meant(text, start, end) for start, end in places_of(goods, text))


def frees(goods: str, text: str) -> bool:
    """Whether a text says of goods that a duty is not charged on them.

    >>> frees("coffee", "No longer subject to the surcharge: - coffee and tea")
    True
    >>> frees("coffee", "Tins are no longer subject to the duty on coffee.")
    False
    """
    if not _FREE.search(text) or PROPOSED.search(text):
        return False
    return any(
        _are_meant(text, start, end) and not _CHARGED_ON.search(text[max(0, start - REACH) : start])
        for start, end in places_of(goods, text)
    )


def _are_meant(text: str, start: int, end: int) -> bool:
    """Whether goods are meant themselves, not what is made of them or by them.

    In "trucks and truck parts" trucks are, in "steel and tin derivatives" steel is not.
    """
    made_of = _NOT_ITSELF.match(text[end : end + REACH])
    again = made_of and text[start:end].casefold().rstrip("s") in made_of[0].casefold()
    return not ((made_of and not again) or _MADE_OF.search(text[max(0, start - REACH) : start]))


def other_goods(asked: frozenset[str], under: str, shown: str) -> float:
    """Return the share of the goods asked about that a sentence, with all above it, does not speak of.

    All, where it tells what is charged on others alone.
    """
    if not asked:
        return 0.0
    charged = goods_charged(shown)
    if charged and charged.isdisjoint(other for of in asked for other in alike(of)):
        return 1.0
    return sum(not speaks_of(of, under) for of in asked) / len(asked)
