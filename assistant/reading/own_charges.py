"""Tell which sentences tell what a party itself charges on what it imports, or does to that."""

import re

from assistant.reading.goods import goods_in
from assistant.reading.statements import charges
from ingest.text.parties import PartyMention, find_parties, party_name
from vectorstore.patterns import pattern

_DUTY = (
    r"\b(?<!non-)(?:(?:import|customs) (?:tax(?:es)?|charges?|fees?)|tariffs?|dut(?:y|ies)"
    r"|(?<!to )lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|market access"
    r"|(?:preferential|duty-free|tariff-free) (?:access|treatment))\b"
)
_NAMED = pattern(_DUTY, re.I)
_GOODS = r"(?:goods|products?|imports|exports|shipments?|merchandise|articles?|trade|whose)\b"
# "Peru's average tariff", "Peruvian import duties", not "Peru's goods pay a duty".
_ITS_DUTY = pattern(
    rf"(?P<of>['’]s?)?(?: (?!{_GOODS}|\w+ly\b|to\b|pays?\b|paid\b|fac\w+)[a-z][\w-]*){{0,3}}? {_DUTY}"
)
_OTHERS = r"(?:(?: \([^)]*\)|,? (?:and|or|the)\b|,? [A-Z][\w.'’-]{1,30})+,?)?"
_HELPERS = (
    r"(?: (?:will|would|shall|to|also|now|then|has|have|had|is|are|be|further|today|yesterday|currently|still"
    r"|fully|(?:agree|commit|pledg|promis|intend|plan|decid|offer)\w*|or|and))*"
)
_DOES = (
    r" (?:impos|charg|lev(?:y|ies|ied)|maintain|appl(?:y|ies|ied)|eliminat|reduc|cut|lower|remov|suspend|lift"
    r"|rais|increas|put|slap|keep|kept|waiv|phas|scrap|abolish|drop|set|retain|collect|tax|halv|doubl|announc|open"
    r"|provid|grant|improv|exempt|end|ha(?:s|ve|d)\b|address|retaliat)\w*"
)
# What parts a verb from a duty that it does nothing to: "suspended talks over the duty".
_APART = (
    r"(?!,? and (?:the|a|an)\b|, and\b|[.;]"
    r"|\b(?:but|while|if|after|before|because|in (?:exchange|return|response)|against|over|about|on|from|that"
    r"|which|talks|negotiat\w+|retaliation)\b)"
)
_DOES_TO_IT = pattern(
    rf"(?:['’]s? (?:government|cabinet|ministry|parliament|commission))?{_OTHERS}{_HELPERS}{_DOES}"
    rf"(?:{_APART}.){{0,80}}?{_DUTY}"
)
_BY = pattern(rf"{_DUTY}[^.;]{{0,80}}\bby (?:the )?\Z")
_SUPPOSED = pattern(r"(?:^\W*|[,;] )(?:if|unless|should|in case|in the event)\b", re.I)
_ASKED = pattern(  # "asked Peru to cut duties"
    r"\b(?:ask|urg|press|want|demand|requir|tell|told|warn|get|request|forc|allow|let|expect)\w* (?:the )?\Z",
    re.I,
)
_NO_DOER = pattern(
    r"\b(?:of|with|from|to|in|for|on|by|against|than|into|at|over|between)\s+(?:the\s+)?\Z", re.I
)


def tells_own_charges(text: str, party: str) -> bool:
    """Whether a sentence tells what a party itself charges, by naming it.

    >>> told = "Peru will cut import taxes on fifty goods.", "Peru's average duty is 9 percent."
    >>> [tells_own_charges(text, "PE") for text in told]
    [True, True]
    >>> told = "The duty on Peruvian goods is 9 percent.", "Peru pays a duty of 9 percent."
    >>> [tells_own_charges(text, "PE") for text in told]
    [False, False]
    >>> told = "Peruvian tea pays a duty of 9 percent.", "A Peruvian product whose duty is 9 percent is free."
    >>> [tells_own_charges(text, "PE") for text in told]
    [False, False]
    >>> told = "Peru suspended talks over the duty.", "Peru will buy tin, and the duty on it will be cut."
    >>> [tells_own_charges(text, "PE") for text in told]
    [False, False]
    """
    if is_supposed(text):
        return False
    return charges(text, party) or any(_is_charging(m, text) for m in find_parties(text) if m.code == party)


def is_supposed(text: str) -> bool:
    """Whether a sentence tells what follows if something is done.

    >>> [is_supposed(text) for text in ("“If Peru retaliates, it will rise", "Peru will see if it helps.")]
    [True, False]
    """
    return bool(_SUPPOSED.search(text))


def names_duty(text: str) -> bool:
    """Whether a sentence names a duty, or the access to a market that takes its place."""
    return bool(_NAMED.search(text))


def _is_charging(named: PartyMention, text: str) -> bool:
    """Whether a duty is that of a party named here, or is what it acts on."""
    if _BY.search(text[: named.start]):
        return True
    own = _ITS_DUTY.match(text, named.end)
    if own and (own["of"] or (_is_adjective(named, text) and not goods_in(own[0]))):
        return True
    before = text[: named.start]
    return bool(_DOES_TO_IT.match(text, named.end)) and not (_NO_DOER.search(before) or _ASKED.search(before))


def _is_adjective(named: PartyMention, text: str) -> bool:
    return text[named.start : named.end] != party_name(named.code)
