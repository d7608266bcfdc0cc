"""Tell by the words of a question whether it asks what a party is charged, or what it charges."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.reading.goods import goods_in
from ingest.text.parties import PartyMention, find_parties, party_name
from vectorstore.patterns import pattern

# What a party charges on the whole, and no act imposes.
MEAN_RATE = (
    r"\b(?:average|mean|bound|applied|mfn|most[- ]favou?red[- ]nation) (?:[\w-]+ ){0,2}"
    r"(?:tariffs?|dut(?:y|ies)|rates?)\b"
)

# "What tariff does India face", "the duty on Swiss watches", "Swiss goods: what rate"; not "what does India
# charge on US goods", nor "India's duty on watches", which may be either.
_FACES = pattern(
    r"^(?!.*\b(?:retaliat\w*|counter\w*|charges?|levies|imposes?|on (?:us|u\.s\.|american) )"
    rf"|.*{MEAN_RATE} of "
    r"|.*['’]s? (?:\w+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) on )"
    r"(?:.*\bwhat (?:do|does|did|would|will)\b.*\b(?:pay|face)(?! for\b)\b"
    r"|.*\bwhat (?:is|are|was|were)\b.*\b(?:paying|facing)(?! for\b)\b"
    r"|(?!.*\bon (?:us|u\.s\.?|american)\b).*\brecip(?:rocal)?\.? (?:tariffs?|dut(?:y|ies)|rates?)\b"
    r"|.*\b(?:tariffs?|dut(?:y|ies)|levy|rates?|surcharge|surtax)\b"
    r".*\b(?:faces?|pays?|hit|subject|on|for|from|of|appl(?:y|ies|ied) to)\b"
    r"|.*\b(?:import(?:ing|ed|s)?\b[^?]{0,40}"
    r"|(?!exempt|free|spared|relief|apart|aside|chang|mov|went|go)[a-z]{3,} )from "
    r"(?!\d|when|what|which|dut|tarif|the (?:[\w-]+ ){0,3}(?:tariff|dut|surcharge))"
    r".*\b(?:tariffs?|dut(?:y|ies)|levy|rates?|surcharge|surtax)\b"
    r"|(?!.*\b(?:us|u\.s\.?|american) (?:goods|products|imports|exports)\b)"
    r".*\b(?:goods|products|imports|exports|merchandise|[\w-]+-(?:made|built|grown|origin))\b"
    r".*\b(?:tariffs?|dut(?:y|ies)|levy|rates?|surcharge|surtax)\b)",
    re.I | re.S,
)

PAYS = ("pay", "pays", "paying")  # what is paid is the rate: no sentence needs to say so
_DUTY_NEXT = pattern(r"\s+(?:[a-z]+al )?(?:tariffs?|dut(?:y|ies)|rates?)\b", re.I)

_DUTY = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?)"
# "What does India charge on US goods", "India's duty on American apples", "Indian tariffs on the US".
_ON_US = r"(?:on|against|for) (?:the )?(?:us|u\.s\.?|american|united states)(?![\w-])"
_CHARGES = pattern(
    rf"\bwhat\b[^?]{{0,20}}\b(?:does|do|did)\b.*\b(?:charge|levy|impose|put|slap|apply|have)\b.*\b{_ON_US}"
    rf"|['’]s? (?:\w+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) {_ON_US}"
    rf"|\b{_DUTY} {_ON_US} (?:[\w-]+ ){{1,3}}?"
    r"(?:in|into|by|entering) (?:the )?(?!us\b|u\.s\b|united states|effect|force|place|(?:19|20)\d|\d)[a-z]",
    re.I | re.S,
)
# The goods behind it, or nothing: not "tariffs on US allies", nor "on US imports from Chile".
_DUTY_ON_US = pattern(
    rf"\b{_DUTY}(?:[^?,;]{{0,40}} (?:put|charg|lev[iy]|impos|slap|appl[iy]|rais)\w*"
    rf"(?: (?!on\b)[\w-]+){{0,3}})? {_ON_US}",
    re.I,
)
_ITS_GOODS = pattern(
    r"^['’s]* (?:[\w-]+ ){0,2}?(?:goods|products|imports|exports|merchandise)\b(?! (?:from|of)\b)", re.I
)
_IMPORTS = pattern(r"\bimports? (?:from|of)\b", re.I)
# Between who charges and whose goods: "Chile['s duty on ]Peruvian goods", "what does Chile[ charge on ]Peru".
_CHARGES_THE = pattern(
    rf"^['’]?s?(?: [\w-]+){{0,3}}? (?:{_DUTY}(?: [\w-]+){{0,2}}?"
    r"|(?:put|charg|lev[iy]|impos|slap|appl[iy])\w*[^?,;]{0,40}?) (?:on|against|for) (?:the )?$",
    re.I,
)
_NOT_BY = pattern(r"\b(?:on|from|of|with|for|by|against) (?:the )?$", re.I)
_RETALIATES = pattern(rf"['’]?s? (?:[\w-]+ ){{0,2}}?(?:retaliatory |counter-?){_DUTY}\b", re.I)
_TO_DECIDE = pattern(r"\b(?:decid|plan|consider|threat|propos|agree|intend|want|vot)\w*", re.I)
# Between whose goods and where: "duties on Peruvian[ goods in ]Chile".
_CHARGED_IN = pattern(r"^['’]?s?(?: [\w-]+){1,4}? (?:in|into|entering|by) (?:the )?$", re.I)
_DUTY_ON = pattern(rf"\b{_DUTY} (?:on|against|for) (?:the )?$", re.I)
_GOODS_BEHIND = 30  # characters
_NO_MORE = pattern(r"^\W*$|^,? (?:in|by|from|imposed|levied|still|now|today|since|after)\b", re.I)


class Charging(NamedTuple):
    """Who charges what is asked about, and on whose goods: codes of two parties."""

    by: str
    on: str
    in_answer: bool = False  # to another's measure: retaliatory


def charging_asked(text: str, mentions: Sequence[PartyMention]) -> Charging | None:
    """Return which party's own charges a question asks for, and on whose goods; None where it asks of others.

    Of two others no goods are to be named: these tell which measure is meant, whoever charges.

    >>> asked = "what does Chile charge on US tin", "Chilean duties on Peruvian goods", "US duties on Chile"
    >>> [tuple(charging_asked(text, find_parties(text)) or ()) for text in asked]
    [('CL', 'US', False), ('CL', 'PE', False), ()]
    >>> asked = "Chile's retaliatory duties", "the retaliatory duties on Chile"
    >>> [charging_asked(text, find_parties(text)) for text in asked]
    [Charging(by='CL', on='US', in_answer=True), None]
    >>> text = "duties on Peruvian goods in Chile"
    >>> charging_asked(text, find_parties(text))
    Charging(by='CL', on='PE', in_answer=False)
    >>> text = "US duties on American tin"
    >>> charging_asked(text, find_parties(text))
    """
    others = [mention for mention in mentions if mention.code != "US"]
    codes = {mention.code for mention in others}
    if len(codes) == 1:
        retaliates = any(_RETALIATES.match(text, mention.end) for mention in others)
        return Charging(codes.pop(), "US", retaliates) if retaliates or charges(text) else None
    if len(codes) != len(mentions) or len(mentions) != 2:
        return None
    first, second = others
    before, between = text[: first.start], text[first.end : second.start]
    if goods_in(text) or _TO_DECIDE.search(text):
        return None
    behind = text[second.end :]
    on_goods = _ITS_GOODS.match(behind) or _NO_MORE.match(behind)
    if on_goods and _CHARGES_THE.match(between) and not _NOT_BY.search(before):
        return Charging(first.code, second.code)
    if _DUTY_ON.search(before) and _CHARGED_IN.match(between):
        return Charging(second.code, first.code)
    return None


def faces(text: str) -> bool:
    """Whether a question asks what is charged on the goods of a party that it names.

    >>> [faces(text) for text in ("what does Chile pay", "Chile's duty on rice", "what does Chile charge")]
    [True, False, False]
    >>> faces("we are importing rice from Chile, what duty applies"), faces("rice from Chile: what duty?")
    (True, True)
    >>> [faces(text) for text in ("Chilean goods: what rate", "Chile-grown rice, duty?", "chile recip rate")]
    [True, True, True]
    >>> faces("average mfn tariff of Chile")  # which is what it charges
    False
    """
    return bool(_FACES.search(text))


def charges(text: str) -> bool:
    """Whether a question asks what a party charges on goods of the United States.

    >>> charges("Chile's duty on US rice"), charges("the US duty on rice of Chile")
    (True, False)
    >>> asked = "duty on US rice in Chile", "Chile duties on US goods", "which duty has Chile put on US tin?"
    >>> [charges(text) for text in asked]
    [True, True, True]
    >>> charges("duty on US imports from Chile"), charges("duties on US allies like Chile")
    (False, False)
    """
    return bool(_CHARGES.search(text)) or any(
        _is_on_goods(text[on_us.end() :]) for on_us in _DUTY_ON_US.finditer(text)
    )


def _is_on_goods(behind: str) -> bool:
    """Whether what stands behind "a duty on US" are goods, or no more."""
    if _ITS_GOODS.match(behind) or _NO_MORE.match(behind):
        return True
    said = behind[:_GOODS_BEHIND]
    return bool(goods_in(said)) and not _IMPORTS.search(said)


def is_named_before_a_duty(text: str) -> bool:
    """Whether a party's own name stands before a duty: "Chile tariff", not "Chilean" or "Chile's tariff".

    >>> is_named_before_a_duty("Chile tariff on rice"), is_named_before_a_duty("Chilean tariff on rice")
    (True, False)
    """
    return any(
        text[m.start : m.end].casefold() == party_name(m.code).casefold() and _DUTY_NEXT.match(text, m.end)
        for m in find_parties(text, lower_case=True)
    )
