"""Ask what is charged on a party's goods where asked whether anything is: "any duty on Peru's tin?".

What sets the rate answers both; asked whether, any sentence on a duty and on the party would do as well.
"""

import re

from assistant.reading.aimed_at import is_on_us
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

FEWEST_WORDS = 2  # of goods and their party

_DUTY = (
    r"(?:(?:an?|any|the|some) )?(?:(?:extra|additional|import|customs|u\.?s\.?|american|new|special) )*"
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|tax(?:es)?)"
)
_THE_US = r"(?:the )?(?:us|u\.s\.|usa|united states|america)"
_INTO = (
    rf"(?: (?:in|into|in to|to|entering|when (?:entering|imported (?:in)?to)) {_THE_US}"
    r"| at the border| now| today| at all)?"
)
_CHARGED = r"(?:charged|levied|imposed|collected|due|payable|placed|put|applied|owed|slapped)"
_WHAT = r"(?P<what>[^?:;]{3,80}?)"
_FORMS = tuple(
    pattern(rf"^\W*(?:(?:and|so|but|ok)\W+)?{form}{_INTO}\W*$", re.I)
    for form in (
        rf"(?:do|does|will|must) {_WHAT} (?:(?:have|need) to )?(?:pay|face|attract|carry|incur|owe) {_DUTY}",
        rf"(?:(?:is|are) there |(?=any\b)){_DUTY} (?:on|for|against) {_WHAT}",
        rf"(?:is|are) {_WHAT} (?:(?:being )?(?:hit|covered|affected) by|subject to|under|liable (?:to|for)"
        rf"|charged(?: with)?|facing|paying) {_DUTY}",
        rf"(?:is|are) {_WHAT} (?:being )?(?:tariffed|dutiable|taxed)",
        rf"(?:do|does|will) {_DUTY} (?:apply to|cover|hit|affect) {_WHAT}",
        rf"(?:do|does|will) {_THE_US} (?:tax|tariff|(?:charge|put|levy|impose|have|collect|apply) {_DUTY}"
        rf" (?:on|to)) {_WHAT}",
        rf"(?:is|are) {_DUTY} {_CHARGED} on {_WHAT}",
        r"(?:how much|what)(?: (?:tariff|duty))? (?:do|would|will|must) (?:i|we|you|one|importers) "
        rf"(?:have to )?(?:pay|owe)(?: in (?:tariffs?|dut(?:y|ies)))? on {_WHAT}",
    )
)
# What asks more than whether anything is charged: of a named measure, by now, on some of it.
_MORE = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|exempt\w*|still|yet|already|if|that|which|when|unless|under"
    r"|since|until|before|after|or|not|deal|section|s\d{3}|plan(?:s|ned)?|propos\w+)\b|\d",
    re.I,
)


def what_is_charged(text: str) -> str:
    """Return a question whether goods are charged anything as one for what, any other as it is.

    >>> asked = "do {} pay a tariff?", "any duty on {}?", "how much do we pay on {}?", "does the US tax {}?"
    >>> {what_is_charged(text.format("tin pipes from Peru")) for text in asked}
    {'what is the tariff on tin pipes from Peru?'}
    >>> kept = "duty on tin?", "is Peru's tin still under a duty?", "are there duties on US corn?"
    >>> all(what_is_charged(text) == text for text in kept)
    True
    """
    found = next(filter(None, (form.match(text) for form in _FORMS)), None)
    if found is None:
        return text
    what = found["what"].strip()
    of_party = any(mention.code != "US" for mention in find_parties(what, lower_case=True))
    if not of_party or len(what.split()) < FEWEST_WORDS or _MORE.search(what) or is_on_us(f"duty on {what}"):
        return text
    return f"what is the tariff on {what}?"
