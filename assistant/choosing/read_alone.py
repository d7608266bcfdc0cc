"""Tell which sentences can be read without the one before: an answer can open with these alone."""

import re

from assistant.choosing.evidence import Evidence

# Words that only tie a sentence to the one before; the quote starts after them.
TIE = re.compile(
    r"(?:Meanwhile|However|Moreover|Furthermore|In addition|Additionally|Also|Still|Likewise|Similarly|"
    r"Nevertheless|Nonetheless|Accordingly|Indeed|Separately|As a result|In response|In turn|Instead|"
    r"Then), +(?=\w)"
)
# The number of a paragraph of an act, which says nothing where it stands alone.
MARKER = re.compile(r"\((?:[a-z]{1,4}|\d{1,2})\)\s+(?=[A-Z])")
# A figure alone behind such a number: of what, its list's lead-in says.
_BARE = re.compile(
    r"\((?:[a-z]{1,4}|\d{1,2})\)\s+[\d$€£¥.,]+ ?(?:%|per ?cent|pct)?(?: ad valorem)?\s*[,;:.]", re.I
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
_DANGLING = re.compile(
    rf"[\"'“‘(]*(?:He|She|They|It(?!{_IMPERSONAL})|This(?!{_HERE})|These|Those|That|Such|His|Her|Their|Its|"
    rf"But|And|Nor|(?:In response|As a result|Instead){_OF_WHAT}|In turn|Then|"
    r"The (?:two|pair|latter|former|spokesman|official|proposal)|Both|"
    r"(?:For|On|To) (?:\w+ ){0,2}(?:of|from) (?:these|those|such) \w+|"
    r"(?:At|During|Before|After|Following) the (?:visit|trip|meeting|call|session|round|talks|summit)(?=,))\b"
)
_AUXILIARY = r"is|was|are|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do"
# Neither a verb nor an adjective that says nothing of which one is meant.
_TELLING = (
    rf"(?!(?:{_AUXILIARY}|new|latest|same|recent|major|historic|important|additional|further|first|second|"
    r"last|next|kind|sort|type)\b)"
)
_NOUN = rf"{_TELLING}[a-z-]+(?<!ed)(?<!s)"
_VERB = r"(?:[a-z]+(?:s|ed)|will|would|may|shall|can)\b"
# One that says by name of what it speaks: "These Rule 4 quotas" and "These quota cuts" can be read alone,
# "These quotas" cannot.
_NAMES_ITSELF = re.compile(
    r"(?:This|These|Those|That|Such)(?: [a-z]+){0,2} (?:[A-Z]\w*|\d+%?) \w+"
    rf"|(?:These|Those|Such) (?:{_TELLING}[a-z-]*[a-rt-z] ){{1,2}}[a-z-]+s\b"
    rf"|(?:This|That|Such an?) {_NOUN} {_NOUN} (?={_VERB})"
)
# "But now others may sell it": after who alone could until then.
_TURNS = re.compile(r"But\b[^.;]{0,40}\b(?:now|no longer|from now on|as of today)\b")


def leans(e: Evidence) -> bool:
    """Whether a sentence speaks of what was said before it."""
    tie = TIE.match(e.quote)
    said = e.quote[tie.end() :] if tie else e.quote
    return bool(_DANGLING.match(f"{said[:1].upper()}{said[1:]}"))


def turns(e: Evidence) -> bool:
    """Whether one that leans tells how things are now, against what the sentence before tells of."""
    return bool(_TURNS.match(e.quote))


def names_itself(e: Evidence) -> bool:
    """Whether one that leans says by name of what it speaks, so that it can be read alone all the same."""
    return bool(_NAMES_ITSELF.match(e.quote))


def is_bare(e: Evidence) -> bool:
    """Whether a sentence is an item of a list with a figure, "(a) 25 percent", whose lead-in is not told."""
    return not e.lead and bool(_BARE.match(e.quote))
