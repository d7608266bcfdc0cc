"""Tell that a question asks why a measure was imposed, in whatever words it does."""

import re

from assistant.asking.question import Question
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_MEASURE = (
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|surtax(?:es)?|tax(?:es)?|quotas?|bans?"
    r"|embargo(?:es)?"
    r"|sanctions?|curbs?|restrictions?|safeguards?)"
)
# What a measure is called by: no verb of another thing done to it.
_OF = r"(?:[\w’'%.&/-]+ ){0,5}?"
_NAMED = (
    rf"(?P<measure>(?!(?:was|were|is|are|has|have|did|do|does|it)\b)(?:the |an? |these |those |this |that"
    rf" )?{_OF}{_MEASURE}"
    r"(?: (?:on|against|of|in) (?:[\w’'%.&/-]+ ?){1,5})?)"
)
_FORMS = tuple(
    pattern(rf"^\W*(?:(?:and|so|but|ok)\W+)?{form}\W*$", re.I)
    for form in (
        rf"(?:what(?:['’]?s| is| are| was| were) )?(?:the )?(?:reasons?|reasoning|rationale|justification"
        rf"|grounds?|basis|purpose"
        rf"|point|aim|motive|motivation|thinking|logic)(?: given)? (?:for|behind|of) {_NAMED}",
        rf"why (?:is|are|was|were) there (?:still )?{_NAMED}",
        rf"why (?:do|did|does) (?:we|they) (?:have|impose|put|levy|slap|introduce|set) {_NAMED}",
        rf"why {_NAMED}",
        rf"what (?:justifies|justified|explains|motivated|prompted|triggered|led to|is behind|was behind)"
        rf" {_NAMED}",
        rf"what(?:['’]?s| is| was) behind {_NAMED}",
        rf"what(?:['’]?s| is| are| was| were) {_NAMED} (?:\bfor|meant to (?:do|achieve)|supposed to (?:do"
        rf"|achieve)|about)",
        rf"(?:on|under) (?:what|which) grounds? (?:was|were|is|are) {_NAMED} (?:imposed|introduced|levied"
        rf"|set|put in place)",
        rf"why (?:was|were|is|are|has|have) {_NAMED} (?:been )?(?:imposed|introduced|levied|set|put in"
        rf" place|in place)",
    )
)
_HEAD = pattern(rf"\b{_MEASURE}\b", re.I)
_OTHER = pattern(
    r"\b(?:lift\w*|end(?:s|ed|ing)?|paus\w+|cut|cuts|rais\w+|increas\w+|delay\w*|suspen\w+|exempt\w*"
    r"|exclu\w+|chang\w+|ris\w+"
    r"|low\w+|reduc\w+|scrap\w*|drop\w*|not|refund\w*|postpon\w*|double[ds]?|remov\w+)\b",
    re.I,
)
_WHY_DID = pattern(
    r"^\W*(?:(?:and|so|but|ok)\W+)?why (?:did|has|have) (?P<who>(?:[\w’'.-]+ ){1,4}?)"
    r"(?:imposed?|put|lev(?:y|ied)|slap(?:ped)?|introduced?|set|placed?|adopt(?:ed)?) (?P<rest>[^?]*)",
    re.I,
)
_WHY_IMPOSED = pattern(rf"^\W*why (?:was|were) .*\b{_MEASURE}\b.* imposed\W*$", re.I)


def why_imposed(text: str) -> str:
    """Return a question for the grounds of a measure in one wording, whatever its own; any other as it is.

    >>> why_imposed("what is the rationale for the tin duty?"), why_imposed("what's the duty on tin for?")
    ('why was the tin duty imposed?', 'why was the duty on tin imposed?')
    >>> why_imposed("reason for the sanctions on Chile")
    'why were the sanctions on Chile imposed?'
    >>> kept = "why was the tin duty lifted?", "why did Chile impose the duty?", "what is the duty for tin?"
    >>> all(why_imposed(text) == text for text in kept)
    True
    """
    found = next(filter(None, (form.match(text) for form in _FORMS)), None)
    if found is None or _OTHER.search(found["measure"]):
        return text
    measure = found["measure"].strip()
    head = _HEAD.search(measure)
    return f"why {'were' if head and head[0].endswith('s') else 'was'} {measure} imposed?"


def asks_grounds(question: Question) -> bool:
    """Whether a question asks why a measure was imposed."""
    if question.kind != "why":
        return False
    by_whom = _WHY_DID.match(question.standalone)
    return bool(_WHY_IMPOSED.match(question.standalone) or (by_whom and _HEAD.search(by_whom["rest"])))


def imposers_asked(question: Question) -> frozenset[str]:
    """Return the parties of whose measure the grounds are asked for.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "why did Chile put a duty on tin of Peru?", "why was the duty on Peru imposed?"
    >>> [sorted(imposers_asked(understand(text, date(1987, 4, 1)))) for text in asked]
    [['CL'], []]
    """
    by_whom = _WHY_DID.match(question.standalone)
    who = find_parties(by_whom["who"], lower_case=True) if by_whom else []
    return frozenset(mention.code for mention in who)
