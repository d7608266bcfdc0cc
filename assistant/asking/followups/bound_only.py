"""Tell a follow-up that asks only for a day of what was just told: "since when?", "when does it go up?"."""

import re

from assistant.asking.bounds_told import Bound
from vectorstore.patterns import pattern

_IT = (
    r"(?:it|this|that|they|these|those|(?:the |this |that |these |those |its |their )?(?:new |extra "
    r"|additional )?"
    r"(?:measures?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|rates?|quotas?|bans?|exemptions?|cuts?"
    r"|rules?"
    r"|increases?|rises?|changes?|suspensions?|pauses?|limits?|curbs?))"
)
_AUX = r"(?:do|does|did|will|would|is|are|was|were|has|have|should)"
_BESIDE = (
    r"(?:and|so|but|ok(?:ay)?|then|hm+|right|now|exactly|precisely|again|please|on what date|already"
    r"|for us)"
)
_FORMS: dict[Bound, str] = {
    "rise": rf"when (?:{_AUX} )?{_IT} (?:due to |set to |supposed to |going to )?(?:(?:go(?:es|ing)?|went"
    rf"|gone) (?:up|higher)"
    r"|ris(?:es?|en)|rose|increas(?:es?|ed)|step(?:s|ped)? up|climbs?|(?:be |been )?(?:raised|increased))"
    r"|when (?:do|does|did|will) it (?:go|rise|increase|climb|get)(?: up)? to \d[\d.]*(?: ?(?:%|percent"
    r"|per cent|pct))?"
    r"|when (?:is|are|was|were) the (?:next |planned )?(?:increase|rise|step|hike)(?: due)?",
    "until": rf"(?:until|till?|up to) when(?: {_AUX} {_IT} (?:last|hold|run|apply|stay|go on|valid"
    rf"|in (?:force|effect))(?: for)?)?"
    rf"|when (?:{_AUX} )?{_IT} (?:due to |set to |going to )?(?:(?:be )?over|end(?:s|ed)?|expir(?:es?|ed)"
    rf"|laps(?:es?|ed)|r[au]ns? out|stop(?:s|ped)?)"
    r"|(?:what is |what's )?(?:the |its )?(?:end|expiry|expiration|closing) date",
    "from": rf"(?:since|from|as of|starting) (?:when|what (?:date"
    rf"|day))(?: {_AUX} {_IT}(?: been)?(?: {_BESIDE})*"
    r"(?: (?:so|the case|like that|in (?:force|effect|place)|apply|applied|on|valid))?)?"
    rf"|(?:(?:on )?(?:what|which) (?:date|day)|when) (?:{_AUX} )?{_IT} (?:{_BESIDE} )?(?:start(?:s|ed)?"
    rf"|beg[iau]ns?|kick(?:s|ed)? in"
    r"|t(?:akes?|ook) effect|com(?:es?|ing) into (?:force|effect)|came into (?:force|effect)"
    r"|enter(?:s|ed)? into force|go(?:es)? into (?:force|effect)|went into (?:force|effect)|appl(?:y|ies"
    r"|ied)|bites?|effective|in (?:force|effect)"
    r"|(?:put on|imposed|introduced)|be(?:come|came) effective)"
    r"|(?:what is |what's )?(?:the |its )?(?:start(?:ing)?|effective) date|when",
}  # fmt: skip
_VERB = (
    r"(?:start(?:s|ed)?|beg[iau]ns?|kick(?:s|ed)? in|t(?:akes?|ook) effect|com(?:es?|ing) into (?:force"
    r"|effect)"
    r"|came into (?:force|effect)|enter(?:s|ed)? into force|go(?:es)? into (?:force|effect)|effective"
    r"|in (?:force|effect)|appl(?:y|ies|ied))"
)
_ON_WHAT_DAY = r"(?:when|(?:on )?(?:what|which) (?:date|day))"
_WHAT_IS = r"(?:(?:what is|what['’]s) )?(?:the )?"
_WHOLE: dict[Bound, str] = {
    "rise": r"when (?:do|does|will|did|is|are) (?P<of>.+?) (?:due to |set to )?(?:go(?:es|ing)? (?:up"
    r"|higher)|rise|increase|(?:be )?raised)(?: again)?",
    "until": r"(?:until|till) when (?:do|does|will|is|are|was|were) (?P<of>.+?)(?: (?:last|hold|run|apply"
    r"|valid|good))?"
    rf"|{_ON_WHAT_DAY} (?:do|does|will|did|is|are) (?P<of2>.+?) (?:end|expire|lapse|run out|over)"
    rf"|{_WHAT_IS}(?:end|expiry|expiration) date (?:of|for) (?P<of3>.+?)"
    rf"|{_WHAT_IS}(?P<of4>\w.*\w)\W{{1,3}}(?:end|expiry|expiration) date",
    "from": rf"(?:since|from) when (?:do|does|did|have|has|is|are|was|were"
    rf"|will) (?P<of>.+?)(?: (?:been )?{_VERB})?"
    rf"|{_ON_WHAT_DAY} (?:do|does|did|will|is|are|was|were) (?P<of2>.+?) {_VERB}"
    rf"|{_WHAT_IS}(?:start(?:ing)?|effective|go-live) date (?:of|for) (?P<of3>.+?)"
    rf"|{_WHAT_IS}(?P<of4>\w.*\w)\W{{1,3}}(?:start(?:ing)?|effective|go-live) date",
}  # fmt: skip
# What is exempt is so from the measure that is charged otherwise.
_EXEMPT = pattern(r"\b(?:exempt(?:ions?|ed)?|exclusions?|carve-?outs?)\b", re.I)
_OF_A_MEASURE = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|quotas?|rates?|curbs?|bans?|pays?|paid|paying"
    r"|taxed|charged"
    r"|subject to|exempt\w*|suspended|embargo|sanctions?|\d+ ?(?:percent|pct|per cent))\b|%",
    re.I,
)
_ASKS_WHOLE = {bound: pattern(rf"\W*(?:{form})\W*", re.I) for bound, form in _WHOLE.items()}
_ASKS = {
    bound: pattern(rf"\W*(?:{_BESIDE}\b\W*)*(?:{form})\W*(?:{_BESIDE}\b\W*)*", re.I)
    for bound, form in _FORMS.items()
}


def bound_asked(text: str) -> Bound | None:
    """Return which day of what was just told a message asks for, where it asks nothing else.

    >>> asked = "and since when?", "till when does it last", "when does it go up?", "since when is tin taxed?"
    >>> [bound_asked(text) for text in asked]
    ['from', 'until', 'rise', None]
    """
    return next((bound for bound, form in _ASKS.items() if form.fullmatch(text)), None)


def bound_of(text: str) -> tuple[Bound, str] | None:
    """Return which day of which measure a question asks for in one, where it asks nothing else.

    >>> bound_of("since when is tin taxed at 5 percent?"), bound_of("when will the tin quota expire")
    (('from', 'tin taxed at 5 percent'), ('until', 'the tin quota'))
    >>> bound_of("tin duty: effective date?"), bound_of("what day did the tin duty kick in")
    (('from', 'tin duty'), ('from', 'the tin duty'))
    >>> bound_of("when was the accord signed?") is None
    True
    """
    for bound, form in _ASKS_WHOLE.items() if _OF_A_MEASURE.search(text) else ():
        if found := form.fullmatch(text):
            return bound, _EXEMPT.sub("tariff", next(of for of in found.groups() if of))
    return None
