"""Tell whether a sentence speaks of what was said before it."""

import re

from ingest.text.auxiliaries import BE, DO, HAVE
from vectorstore.patterns import pattern

# Words that only tie a sentence to the one before; the quote starts after them.
TIE = pattern(
    r"(?:Meanwhile|However|Moreover|Furthermore|In addition|Additionally|Also|Still|Likewise|Similarly|"
    r"Nevertheless|Nonetheless|Accordingly|Indeed|Separately|As a result|In response|In turn|Instead|"
    r"Then), +(?=\w)"
)
# "It is necessary to ..." speaks of nothing that was said.
_IMPERSONAL = (
    r" (?:is|was|remains|seems) (?:\w+ )?(?:necessary|imperative|essential|appropriate|important|vital|"
    r"crucial|critical|clear|possible|impossible|time|unlawful)\b.{0,30}?\b(?:to|that)\b"
)
# "This week", "this order": of the time or the document that it stands in.
_HERE = (
    r" (?:week|month|quarter|year|morning|afternoon|evening|spring|summer|fall|autumn|winter|proclamation|"
    r"order|memorandum|notice)\b"
)
# "In response to Peru's ban" says to what.
_OF_WHAT = r"(?! (?:to|of) (?!(?:this|that|these|those|it|them|such)\b))"
# A sentence that opens so speaks of what was said before.
_DANGLING = pattern(
    rf"[\"'“‘(]*(?:He|She|They|It(?!{_IMPERSONAL})|This(?!{_HERE})|These|Those|That|Such|His|Her|Their|Its|"
    rf"But|And|Nor|Neither (?:{BE}|{DO}|{HAVE}|will|would)\b|"
    rf"(?:In response|As a result|Instead){_OF_WHAT}|In turn|Then|"
    r"The (?:two|pair|latter|former|spokesman|official|proposal|correct)|Both|"
    r"(?:For|On|To) (?:\w+ ){0,2}(?:of|from) (?:these|those|such) \w+|"
    r"(?:At|During|Before|After|Following) the (?:visit|trip|meeting|call|session|round|talks|summit)(?=,))\b"
)

# "He raised both tariffs": which two was said before.
_BOTH = pattern(
    r"\b(?:both|each of) (?:of )?(?:the |these )?"
    r"(?:tariffs|duties|levies|rates|quotas|surcharges|bans|taxes|caps)\b"
    r"(?! (?:on|of|for|in|from|that|which)\b)",
    re.I,
)


def leans_back(text: str) -> bool:
    """Whether a sentence speaks of what was said before it.

    >>> leans_back("It was cut to 2 percent."), leans_back("It is necessary to cut it.")
    (True, False)
    >>> leans_back("In May he raised both duties."), leans_back("Peru set both duties on tin.")
    (True, False)
    >>> leans_back("The correct code is 12.40."), leans_back("The duty is 5 percent.")
    (True, False)
    """
    tie = TIE.match(text)
    said = text[tie.end() :] if tie else text
    return bool(_DANGLING.match(f"{said[:1].upper()}{said[1:]}") or _BOTH.search(said))
