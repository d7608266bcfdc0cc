"""Read how a sentence opens that a chat model wrote: with what it can do without, or what it leans on.

The sentence before may be left out, or stand elsewhere in the answer. So

- words that only say that something more is told ("Also", "Finally") are cut off;
- those that say how it relates to what was told ("Therefore", "After that", "The same day") are cut off, too,
  where what is cited has such a relation, and refused where it has none: the relation is the model's own;
- those without which it would say something else ("Otherwise", "Until then") stay where what is cited has
  them, and are refused elsewhere; so is what stands for something that only another sentence names ("It").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.text.auxiliaries import BE, DO, HAVE
from vectorstore.patterns import pattern

_SPAN = "(?:hour|day|date|morning|evening|week|month|quarter|year)"
# What an opener is cut off before: "In exchange go 290 buses" would lose its subject.
_COMMA = r", +(?!(?:and|second|third|fourth|fifth)\b)"
_SUBJECT = rf"(?:{_COMMA}| +(?=(?:the|an?|its|their|no|all)\b|[A-Z\d$€£]))"


@dataclass(frozen=True, slots=True)
class _Relation:
    """Openers that say how a sentence relates to what was told, and words of evidence that has such a one."""

    opens: re.Pattern[str]
    held: re.Pattern[str]
    reason: str


_NO_RELATION = (
    "and what it cites has no such relation: leave that out, or name in the sentence what it refers to"
)


def _relation(opens: str, held: str, reason: str = _NO_RELATION) -> _Relation:
    opening = pattern(rf"[\"“(]*(?P<opener>{opens})\b(?P<cut>{_SUBJECT}(?=\S))?")
    return _Relation(opening, pattern(held, re.IGNORECASE), reason)


_MORE = pattern(
    rf"(?:(?:Also|Meanwhile|And){_SUBJECT}|And (?=[a-z]+(?: [a-z]+){{0,3}},)|"
    "(?:At the same time|In the meantime|Finally|Lastly|"
    r"(?:First|Second|Third|Fourth|Fifth)(?:ly)?|To (?:begin|start) with|In addition|Additionally|Moreover|"
    r"Furthermore|Further|Besides|What is more|Apart from (?:that|this)|Plus|Separately|Likewise|Similarly|"
    r"Indeed|In fact|Notably|Importantly|For (?:example|instance)|In particular|Specifically|Overall|"
    rf"In (?:short|sum|summary|brief)|To (?:sum up|summari[sz]e)|Earlier){_COMMA})(?=\S)"
)
_BACK = (
    r"(?:An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Some|A few|Several|\d+) "
    rf"{_SPAN}s? "
)
# "A month earlier it had been 7.1 percent": only to compare with, and so told with what is compared.
_COMPARES = pattern(rf"{_BACK}(?:earlier|before)\b")
_RELATIONS = (
    _relation(
        r"Therefore|Thus(?! far)|Hence|Consequently|Accordingly|"
        r"As a (?:direct )?(?:result|consequence)(?! of)|In consequence(?! of)|For (?:this|that) reason|"
        r"(?:Because of|Due to|Owing to) (?:this|that)(?=,)|"
        r"So(?=, | (?:the|[A-Z]))|That is why",
        r"\b(?:therefore|thus|hence|consequen|as a (?:direct )?result|result(?:s|ed|ing)? (?:in|from|of)|"
        r"accordingly|because|since|so|reasons?|why|due|owing|leads?|led|follow)",
    ),
    _relation(
        r"However|But|Yet(?! (?:to|another))|Nevertheless|Nonetheless|(?:By|In) contrast(?! (?:to|with))|"
        r"On the (?:one|other) hand|On the contrary|Conversely|Even so|That said(?=,)|(?:Still|Rather)(?=,)|"
        r"(?:Despite|In spite of|Notwithstanding) (?:this|that|it)(?=,)|Instead(?! of)",
        r"\b(?:however|but|yet|nevertheless|nonetheless|contrast|other hand|contrary|conversely|though|"
        r"although|despite|in spite|notwithstanding|while|whereas|still|instead|rather)\b",
    ),
    _relation(
        r"After (?:that|this)(?=,| (?:the|[A-Z]))|Thereafter|Afterwards?|Subsequently|(?:Later|Next)(?=,)|"
        r"Then(?!-)|(?:Soon|Shortly) (?:after(?:wards?)?|thereafter)(?=,)|"
        r"(?:Before|Prior to) (?:that|this)(?=,)|Simultaneously",
        r"\b(?:after|subsequent|later|then|follow|next|before|prior|earlier|same time|simultaneous)",
    ),
    _relation(
        r"In (?:its|their|his|her) (?:place|stead)|In place of (?:it|that|this|them)(?=,)",
        r"\b(?:replac|in (?:its|their|his|her) (?:place|stead)|(?:place|lieu) of|instead|succeed|supersed|"
        r"substitut)",
    ),
    _relation(
        r"In (?:return|exchange)(?! for)|In turn|In (?:response|reply|reaction|retaliation)(?! (?:to|for))|"
        r"In (?:response|reply|reaction) to (?:this|that|it)(?=,)",
        r"\b(?:returns?|exchange|in turn|respon|reply|replied|react|retaliat|answer)",
    ),
    _relation(
        r"On top of (?:that|this|it)|Beyond (?:that|this)(?=,)", r"\b(?:on top|addition|besides|plus)\b"
    ),
    _relation(r"As for the others?", r"\bthe others?\b"),
    _relation(
        rf"(?:(?:(?:On|In) )?(?:[Tt]he|[Tt]hat) (?:very )?same {_SPAN}|(?:On|In) that {_SPAN}|"
        rf"That {_SPAN}|(?:The )?(?:next|following) (?:day|morning)|The following {_SPAN}|"
        rf"The day (?:before|after)(?=,)|{_BACK}(?:later|afterwards?|(?:after|before)(?=,)|earlier)|"
        "(?:Hours|Days|Weeks|Months|Years) later)"
        r"(?! (?:than|that|as|when|of|after|before|in \d|on which|[A-Z][a-z]+ \d|\d+ [A-Z])|"
        r", (?:[A-Z][a-z]+ \d|\d+ [A-Z]))",
        rf"\b(?:same {_SPAN}|that {_SPAN}|(?:next|following|previous|preceding) {_SPAN}|"
        rf"{_SPAN}s? (?:later|after|before|earlier|ago|on))\b",
        "which another sentence has to explain: name the day",
    ),
)
# The same behind its subject: "Japan therefore pays", "Japan, however, pays".
_BEHIND_SUBJECT = pattern(
    r"(?:(?!(?:and|but|or|nor|that|which|who|when|where|because|since|as|if|while|so|to)\b)[\w'’.-]+ ){0,5}"
    r"(?!(?:and|but|or)\b)[\w'’.-]+,? (?P<opener>therefore|thus(?! far)|hence|consequently|accordingly|"
    r"however|nevertheless|nonetheless|conversely|by contrast|in turn|as a (?:result|consequence)(?! of)|"
    r"after that|in its place)\b"
)
# Without these a sentence says something else.
_DEPENDENT = pattern(
    r"[\"“(]*(?P<opener>In (?:that|this|such|which) (?:case|event|way|regard)|Otherwise(?=,)|"
    r"If (?:so|not)(?=,)|(?:Until|By|Since|From) then|(?:At|By|Until|Since) that (?:time|point)|"
    r"At the time(?=,)|Under (?:it|them)(?=,)|"
    rf"Nor(?= (?:{BE}|{DO}|{HAVE}|will|would|can|could|may)\b))\b"
)
# A sentence that opens so speaks of what another one names.
_STANDS_FOR = pattern(
    r"[\"'“‘(]*(?P<opener>He(?! [A-Z])|She|They|"
    r"It(?! (?:is|was) (?:[a-z]+ )?(?:the )?[A-Z][\w ]* (?:that|who)\b)|Its|"  # "It is Peru that ..."
    r"This|These|Those(?! (?:who|that|with|in|of)\b)|That|Such(?! as)|His|Her|Their|And|"
    r"Both(?! [A-Z][\w-]*(?: [A-Z][\w-]*)* and )|"
    r"The (?:two(?! (?:[a-z]+ ){0,2}[a-z]+, (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*)* and (?:the )?[A-Z])|"
    r"pair|latter|former))\b(?! and )"
)
# One that opens so does not: "It has not been settled whether ...", "That the quota lapses is expected."
_ANNOUNCING = pattern(
    r"It (?:is|was|has been|had been)(?: not| yet| now| also){0,2} (?:agreed|decided|settled|understood|"
    r"expected|said|reported|announced|noted|known|clear|unclear|planned|proposed|likely|possible) "
    r"(?:that|to|whether|how|when|who)\b|That (?:the|an?|all|no)\b"
)
_TWO = pattern(r"(?:The two|Both) (side|countr|part|government)")


def without_openers(text: str, quotes: Sequence[str] | None) -> str:
    """Cut off what a sentence opens with and can do without; relations only as far as `quotes` have them.

    Relations of any kind where `quotes` is None.

    >>> without_openers("And finally, talks go on.", []), without_openers("Thus, talks go on.", [])
    ('Talks go on.', 'Thus, talks go on.')
    >>> without_openers("Thus, talks go on.", ["Because of it talks go on."])
    'Talks go on.'
    """
    while end := _end_of_opener(text, quotes):
        text = text[end].upper() + text[end + 1 :]
    return text


def why_leaning(text: str, quotes: Sequence[str]) -> str | None:
    """Say why a sentence cannot be read alone, which has no openers that can be cut off; None if it can.

    >>> why_leaning("It ends.", ["The truce ends."])
    'it opens with “It”, which nothing in it explains'
    """
    for relation in _RELATIONS:
        found = relation.opens.match(text)
        if found and not _is_held(relation, quotes):
            return f"it opens with “{found['opener']}”, {relation.reason}"
    within = _BEHIND_SUBJECT.match(text)
    if within and not any(_is_held(of, quotes) for of in _RELATIONS if of.opens.match(_opening(within))):
        return f"it says “{within['opener']}”, {_NO_RELATION}"
    dependent = _DEPENDENT.match(text)
    if dependent and not any(dependent["opener"].casefold() in quote.casefold() for quote in quotes):
        return f"it opens with “{dependent['opener']}”, which nothing in it explains"
    stands_for = None if _ANNOUNCING.match(text) else _STANDS_FOR.match(text)
    if stands_for and not _is_told_of_alike(text, quotes):
        return f"it opens with “{stands_for['opener']}”, which nothing in it explains"
    return None


def _end_of_opener(text: str, quotes: Sequence[str] | None) -> int:
    """Return where a sentence goes on behind an opener that may be cut off; 0 where it has none."""
    if more := _MORE.match(text):
        return more.end()
    for relation in _RELATIONS:
        found = relation.opens.match(text)
        if found and found["cut"] and not found.start("opener") and not _COMPARES.match(text):
            return found.end() if quotes is None or _is_held(relation, quotes) else 0
    return 0


def _opening(within: re.Match[str]) -> str:
    return f"{within['opener'].capitalize()}, "


def _is_held(relation: _Relation, quotes: Sequence[str]) -> bool:
    return any(relation.held.search(quote) for quote in quotes)


def _is_told_of_alike(text: str, quotes: Sequence[str]) -> bool:
    """Whether "the two sides" are named so in the evidence, which may be shown as it is."""
    two = _TWO.match(text)
    return two is not None and any(re.search(rf"\b{two[1]}", quote) for quote in quotes)
