"""Tell that a question asks why a measure was imposed, in whatever words it does."""

import re

from assistant.asking.question import Question
from assistant.reading.measures import MEASURE, NAMED
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_FORMS = tuple(
    pattern(rf"^\W*(?:(?:and|so|but|ok)\W+)?{form}\W*$", re.I)
    for form in (
        rf"(?:what(?:['’]?s| is| are| was| were) )?(?:the )?(?:reasons?|reasoning|rationale|justification"
        rf"|grounds?|basis|purpose|point|aim|motive|motivation|thinking|logic)(?: given)? (?:for|behind"
        rf"|of) {NAMED}",
        rf"why (?:is|are|was|were) there (?:still )?{NAMED}",
        rf"why (?:do|did|does) (?:we|they) (?:have|impose|put|levy|slap|introduce|set) {NAMED}",
        rf"why {NAMED}",
        rf"what (?:justifies|justified|explains|motivated|prompted|triggered|led to|is behind"
        rf"|was behind) {NAMED}",
        rf"what(?:['’]?s| is| was) behind {NAMED}",
        rf"what(?:['’]?s| is| are| was| were) {NAMED} (?:\bfor|meant to (?:do|achieve)|supposed to (?:do"
        rf"|achieve)|about)",
        rf"(?:on|under) (?:what|which) grounds? (?:was|were|is|are) {NAMED} (?:imposed|introduced|levied"
        rf"|set|put in place)",
        rf"why (?:was|were|is|are|has|have) {NAMED} (?:been )?(?:imposed|introduced|levied|set"
        rf"|put in place|in place)",
    )
)
_HEAD = pattern(rf"\b{MEASURE}\b", re.I)
_OTHER = pattern(
    r"\b(?:lift\w*|end(?:s|ed|ing)?|paus\w+|cut|cuts|rais\w+|increas\w+|delay\w*|suspen\w+|exempt\w*"
    r"|exclu\w+|chang\w+|ris\w+|low\w+|reduc\w+|scrap\w*|drop\w*|not|refund\w*|postpon\w*|double[ds]?"
    r"|remov\w+)\b",
    re.I,
)
_WHY_DID = pattern(
    r"^\W*(?:(?:and|so|but|ok)\W+)?why (?:did|has|have) (?P<who>(?:[\w’'.-]+ ){1,4}?)(?:imposed?|put"
    r"|lev(?:y|ied)|slap(?:ped)?|introduced?|set|placed?|adopt(?:ed)?) (?P<rest>[^?]*)",
    re.I,
)
_WHY_IMPOSED = pattern(rf"^\W*why (?:was|were) (?P<rest>.*\b{MEASURE}\b.*) imposed\W*$", re.I)


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


def whether_it_holds(question: Question) -> str:
    """Return a question for whether the measure is in force whose grounds are asked for.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "why were the duties on tin imposed?", "why did Chile put a duty on tin of Peru?"
    >>> [whether_it_holds(understand(text, date(1987, 4, 1))) for text in asked]
    ['are the duties on tin still in force?', 'is the duty on tin of Peru still in force?']
    """
    asked = _WHY_IMPOSED.match(question.standalone) or _WHY_DID.match(question.standalone)
    measure = re.sub(r"^(?:an?|the) ", "", asked["rest"].rstrip(" ?.")) if asked else question.standalone
    head = _HEAD.search(measure)
    return f"{'are' if head and head[0].endswith('s') else 'is'} the {measure} still in force?"


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
