"""Tell which sentences set the rate on goods of one party, by name of the party or whatever their origin.

"What is the duty on Chilean copper": where a briefing sets it on copper of Chile, that is the answer. Most
rates are set on goods from everywhere, by sentences that name no origin: where none names the party, these
hold for it, too. What is charged on the goods of others, or by others, is no answer.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.asking.asked import others_than_us
from assistant.asking.concepts import Concept, has_all
from assistant.asking.exemptions import asks_exempt_from_measure
from assistant.asking.followups.measure_named import measure_named
from assistant.asking.grounds_asked import asks_grounds
from assistant.asking.happened import asks_whether
from assistant.asking.question import Question
from assistant.asking.still_asked import asks_still, of_measure
from assistant.choosing.evidence import Evidence
from assistant.choosing.origin import is_charged
from assistant.choosing.rate_of_goods import asks_rate, frees, goods_and_words, goods_asked, sets_rate_of
from assistant.reading.aimed_at import is_on_us
from assistant.reading.goods import AMBIGUOUS, alike, goods_in, word_for
from assistant.reading.rates import rates_in
from assistant.reading.statements import charges, instruments_in
from ingest.text.parties import find_parties, parties_in
from vectorstore.patterns import pattern

_MADE = r"(?:made|built|grown|produced)"
_BEFORE = pattern(rf"(?:\b(?:from|of|in|by|for|{_MADE} (?:in|by)) )?(?:\bthe )?$", re.I)
_BEHIND = pattern(rf"^(?:['’]s?)?(?:[- ](?:{_MADE}|origin))?(?=\W|$)", re.I)
# Before a party that charges: "the duty of Peru on rice", "cars in Peru", but not "cars made in Peru".
_CHARGING = pattern(
    r"(?:\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|rates?) (?:of|by)"
    r"|(?<!\bmade)(?<!\bbuilt)(?<!\bgrown)(?<!\bproduced) in|^in) (?:the )?$",
    re.I,
)
_SPACES = pattern(r" +(?=[ ?.,;:!]|$)")
_LET_IN = pattern(
    r"\b(?:(?:duty|tariff)[- ]free|de minimis|free of (?:duty|tariffs?|customs)"
    r"|(?:without|w/o|no) (?:any )?(?:dut(?:y|ies)|tariffs?|customs))\b",
    re.I,
)
_SHARED_OUT = pattern(
    r"\b(?:quotas?|trqs?|allotments?|allocations?|shares?)\b", re.I
)  # to each party its own
_SUPPOSED = pattern(r"\b(?:if|unless) (?:he|she|it|they|we|you|the)\b", re.I)  # "if they put 9 percent on it"
_BY_PIECE = pattern(  # "341 yen a kilogram"
    r"\d[\d,.]* ?\w+ (?:per|an?|each|every) (?:\w+ )?(?:kg|kilo\w*|ton\w*|pound|lb|lit(?:er|re)|gallon|barrel"
    r"|bushel|unit|piece|item|head)\b",
    re.I,
)
_EXCEPT = pattern(r"\b(?:except|exclud\w+|exempt\w*|other than|apart from|but not)\b[^.;]*", re.I)


@dataclass(frozen=True, slots=True)
class Origin:
    """Goods of one kind of a party; sentences have to name the party, or else no origin at all."""

    goods: str
    party: str
    named: bool
    words: tuple[Concept, ...] = ()  # what tells the goods from others of their kind: polished rice
    rates: frozenset[float] = frozenset()  # percent, which sentences have to tell
    sets: bool = True  # whether they have to set the rate, or free the goods of it


def origin_asked(question: Question) -> Origin | None:
    """Return the goods, by what tells their kind, and the party whose rate a question asks for; else None.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what duty do Thai cars pay", "the duty of Thailand on cars", "duty on cars in Thailand"
    >>> [bool(origin_asked(understand(text, date(1987, 4, 1)))) for text in asked]
    [True, False, False]
    """
    others = others_than_us(question)
    if not question.faces or len(others) != 1 or question.periods or question.since:
        return None
    if asks_exempt_from_measure(question.standalone):
        return None
    of_goods = goods_and_words(question) if asks_rate(question) else None
    if of_goods is None or _is_charging(others[0], question.asked):
        return None
    goods, words = of_goods
    if words and asks_whether(question.asked):  # "is Peru to lower the duty on tin": no kind of it
        return None
    return Origin(goods, others[0], named=True, words=words)


def any_origin(question: Question) -> Origin | None:
    """Return the goods and the party for which what holds of any origin may be told; None otherwise."""
    return origin_held(question) or origin_of_measure(question) or origin_let_in(question)


def origin_held(question: Question) -> Origin | None:
    """Return the goods and the party of whose duty it is asked whether it still holds, or how it stands.

    None otherwise. Sentences have to name no origin.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "is the duty on Thai polished rice still on?", "is the duty of Thailand on rice still on?"
    >>> [bool(origin_held(understand(text, date(1987, 4, 1)))) for text in asked]
    [True, False]
    """
    others = others_than_us(question)
    stands = (asks_still(question) or question.latest) and not (question.periods or question.since)
    of_duty = question.faces and "tariff" in instruments_in(question.asked)
    if not (stands and of_duty) or len(others) != 1:
        return None
    of_goods = goods_and_words(of_measure(question))
    if of_goods is None or _is_charging(others[0], question.asked):
        return None
    return Origin(of_goods[0], others[0], named=False, words=of_goods[1], rates=rates_in(question.asked))


def origin_of_measure(question: Question) -> Origin | None:
    """Return the goods and the party of whose duty the grounds, or what is exempt from it, are asked for.

    None otherwise. Sentences have to name no origin.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "why was the duty on rice from Peru imposed?", "why was the duty of Peru on rice imposed?"
    >>> [bool(origin_of_measure(understand(text, date(1987, 4, 1)))) for text in asked]
    [True, False]
    """
    others = others_than_us(question)
    if len(others) != 1 or not (asks_grounds(question) or asks_exempt_from_measure(question.standalone)):
        return None
    measure = measure_named(question.standalone)
    named = goods_in(measure.goods) - AMBIGUOUS if measure and measure.party else ()
    if len(named) != 1 or _is_charging(others[0], question.asked):
        return None
    return Origin(next(iter(named)), others[0], named=False, sets=False)


def origin_let_in(question: Question) -> Origin | None:
    """Return the goods and the party of which it is asked whether they come in free, or until when.

    None otherwise. Sentences have to name no origin.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "are parcels from Peru duty free", "is Peru's market for rice free", "duty free rice of Peru"
    >>> [bool(origin_let_in(understand(text, date(1987, 4, 1)))) for text in asked]
    [True, False, True]
    """
    others = others_than_us(question)
    named = goods_in(question.asked) - AMBIGUOUS
    if len(others) != 1 or len(named) != 1 or not _LET_IN.search(question.asked):
        return None
    if _is_charging(others[0], question.asked) or question.periods or question.since:
        return None
    if _SHARED_OUT.search(question.asked):
        return None
    return Origin(next(iter(named)), others[0], named=False, sets=False)


def goods_called(origin: Origin, asked: str) -> str:
    """Return goods by the name that a question gives them, with what tells their kind: "copper pipes".

    >>> goods_called(Origin("cars", "TH", named=False), "duty on Thai autos?")
    'autos'
    """
    goods = word_for(origin.goods, asked) if origin.goods in goods_in(asked) else origin.goods
    named = (goods, *(word.typed for word in origin.words))
    found = [place for name in named if (place := re.search(rf"\b{re.escape(name)}\b", asked, re.IGNORECASE))]
    if len(found) < len(named):
        return goods
    return asked[min(place.start() for place in found) : max(place.end() for place in found)]


def _is_charging(party: str, asked: str) -> bool:
    named = [mention for mention in find_parties(asked, lower_case=True) if mention.code == party]
    return any(_CHARGING.search(asked[: mention.start]) for mention in named)


def without_origin(text: str, party: str) -> str:
    """Leave a party out of a question wherever it is named.

    >>> without_origin("What is the duty on steel from the Netherlands now?", "NL")
    'What is the duty on steel now?'
    >>> without_origin("duty on Thai-built cars", "TH")
    'duty on cars'
    """
    for mention in reversed(find_parties(text, lower_case=True)):
        if mention.code == party:
            text = _BEFORE.sub("", text[: mention.start]) + _BEHIND.sub("", text[mention.end :])
    return _SPACES.sub("", text).strip()


def of_origin(origin: Origin, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return what sets the rate on the goods, or frees them of it: of the party, or of no origin named.

    Where the rate is not what is asked for, all that is of no origin named.
    """
    concerns = _names_party if origin.named else _names_nobody
    return [
        e
        for e in evidence
        if (not origin.sets or _sets_it(origin.goods, e.said))
        and concerns(origin, e)
        and has_all(origin.words, e.headed)
        and origin.rates <= rates_in(e.said)
    ]


def tells_rate(question: Question, evidence: Iterable[Evidence]) -> bool:
    """Whether any of the evidence tells the rate on goods, where a question asks for that alone.

    Whether it is charged may be told by the day from which it is.
    """
    origin = origin_asked(question)
    goods = goods_asked(question)
    if goods is None or asks_whether(question.asked):
        return True
    return any(
        _is_on(goods, e, question.parties)
        and _tells_a_rate(goods, e.in_full, e.sentence.kind == "row")
        and not (origin and charges(e.said, origin.party))
        for e in evidence
    )


def _is_on(goods: str, e: Evidence, parties: Sequence[str]) -> bool:
    """Whether a sentence is on goods: by name, or where it names none, nor a party, under their heading."""
    wanted, named = alike(goods), goods_in(e.said)
    if named or parties_in(e.said) - {"US", *parties}:
        return bool(wanted & named)
    return bool(wanted & goods_in(e.above))


def _sets_it(goods: str, text: str) -> bool:
    if is_on_us(text) or (is_charged(text, "US") and " | " not in text):  # of a row that tells nothing
        return False
    return frees(goods, text) or (sets_rate_of(goods, text) and not _SUPPOSED.search(text))


def _tells_a_rate(goods: str, text: str, in_a_row: bool = False) -> bool:
    """Whether a text tells the rate on goods: "steel will pay a flat 50%" does so without the word."""
    of_duty = in_a_row or "tariff" in instruments_in(text) or sets_rate_of(goods, text)
    rate = bool(rates_in(text) or _BY_PIECE.search(text)) and of_duty
    return (rate and not _SUPPOSED.search(text)) or frees(goods, text)


def _names_party(origin: Origin, e: Evidence) -> bool:
    """Whether a sentence is on the goods of the party: by name, or as its briefing is about them."""
    party, others = origin.party, parties_in(e.said) - {"US"}
    if charges(e.said, party):
        return False
    if party in others - parties_in(_EXCEPT.sub(" ", e.said)) and not frees(origin.goods, e.said):
        return False  # "from all countries except Peru": what it pays is told elsewhere
    if not others:
        above = _above(e)
        return is_charged(above, party) or (party in parties_in(above) and sets_rate_of(origin.goods, e.said))
    by_another = any(charges(e.said, other) for other in others)
    return party in others and (not by_another or is_charged(e.said, party))


def _names_nobody(origin: Origin, e: Evidence) -> bool:
    """Whether a sentence holds for goods from anywhere: no party is named, but others as excepted."""
    if any(origin.party in parties_in(match[0]) for match in _EXCEPT.finditer(e.said)):
        return False
    return not (parties_in(_EXCEPT.sub(" ", e.said)) | parties_in(_above(e))) - {"US"}


def _above(e: Evidence) -> str:
    return f"{e.hit.facts.title}\n{e.hit.passage.heading}"
