"""Word for one side of a comparison what is asked of several: "who pays more, Peru or Chile" of Peru.

The other sides are left out, and what links and weighs them: no sentence on Peru alone says "more" or "each".
"""

import re
from collections.abc import Sequence

from assistant.steps.set_against import EITHER, PREPOSITION, VERSUS, Span
from ingest.text.auxiliaries import BE, DO, HAVE
from ingest.text.parties import find_parties, party_in_text
from vectorstore.patterns import pattern

_SLASH_LEFT = pattern(r"\s*/\s*(?=[,;:?]|$)|(?<=[,;:])\s*/|\s+/\s*")  # of "Chile/Peru"
_NEXT_TO = pattern(r"\s+next to\b(?:\s+(?:that|those)\s+of\b)?", re.I)
_TWICE = pattern(rf"(?<!\S)({PREPOSITION})(?:\s+{PREPOSITION})+(?!\S)", re.I)
_LEFT_OVER = pattern(rf"(?:\s+{PREPOSITION})+(?=\s*(?:$|[:,;?]))", re.I)
# What is left of "by Chile and by Peru" where one of them is taken out.
_LINKS_BEFORE = pattern(rf"\s+(?:and|or|than|&|{VERSUS.pattern})\s+(?:{PREPOSITION}\s+)?(?:the\s+)?$", re.I)
_LINKS_BEHIND = pattern(rf"^\s+(?:and|or|&)\s+(?:{PREPOSITION}\s+)?(?:the\s+)?", re.I)
# "Peru: how much did each promise": of one of them, it is what Peru promised.
_OF_EACH = pattern(
    r"^(?P<side>[^:]{2,40}): (?P<asked>[^?]*?\b(?:did|does|do|has|have|will|on|for) )(?:each|either)\b", re.I
)
_OVER = pattern(r"^(?:['’]s?|s['’])(?=\W)|^\s+ones?\b", re.I)  # of "Peru's", of "the Peruvian one"

# What is asked of each, where it is asked which is more; nothing where the noun beside it says so.
_MEASURES = {
    "longer": "how long",
    "shorter": "how long",
    "earlier": "when",
    "sooner": "when",
    "fewer": "how many",
    **dict.fromkeys(("more", "less", "bigger", "larger", "greater", "smaller"), "how much"),
    **dict.fromkeys(
        ("higher", "lower", "cheaper", "better", "worse", "harder", "heavier", "faster", "slower"), ""
    ),
}
_MORE = pattern(
    rf"(?:\b(?:{BE})\s+)?(?:\b(?:the|an?)\s+)?\b(?P<more>{'|'.join(_MEASURES)})\b(?!\s+than\s+\W?\d)"
    r"(?:\s+ones?\b)?",
    re.I,
)
_WHO = pattern(
    r"\b(?:who|whos|whose|which)(?:\s+one|\s+of\s+(?:them|the two))?(?:['’]s)?(?!\s+way)"
    rf"(?:\s+(?:gets?|takes?|took|{HAVE}|{BE}|{DO}))?(?!\w)",
    re.I,
)
_AUXILIARY = pattern(rf"(?:^|(?<=[:,;] ))\s*(?:{BE}|{DO}|will)\s+", re.I)
# ", and what are the two rates?", "need both dates".
_BOTH = pattern(
    r"[\s,;:?.–-]*(?:\b(?:and|&)\s+)?"
    r"(?:\b(?:what|which)\s+(?:are|were)\s+|\b(?:give|need|show|state|name)\s+(?:me\s+)?)?"
    r"(?:\bboth|\b(?:the|their)\s+two)"
    r"(?:\s+(?:figures?|numbers?|rates?|dates?|deadlines?|amounts?|sums?|of them))?\W*$",
    re.I,
)
_EACH = pattern(r"\s*\b(?:(?:on|for|to|of)\s+)?(?:each|either)(?:\s+of them)?\W*$", re.I)
_HOW_MUCH = pattern(
    r"[\s,;?–-]+(?:(?:and|&)\s+)?(?:by\s+)?(?P<how>how(?:\s+(?:much|many|long|far|high))?)\W*$", re.I
)
_DIFFERS = pattern(
    rf"\bhow\s+(?:{DO})\s+(?P<who>[^?]{{2,80}}?\s+)?(?:differ|compare)"
    r"(?:\s+(?:from|on|in|over|about|with))*(?!\w)",
    re.I,
)
_DIFFERENCE = pattern(r"\b(?:the\s+)?(?:(?:main|key|big|biggest)\s+)?diff(?:erence)?s?\s+in(?!\w)", re.I)
_ALIKE = pattern(r"\s*\bthe same\b", re.I)
_ASKS = pattern(r"\b(?:how|what|when|why|where)\b", re.I)


def worded(text: str, sides: Sequence[Sequence[Span]]) -> list[str]:
    """Leave out of the text, for each side, all others and what links them."""
    kept = [
        _without(text, [span for other in sides if other is not side for span in other]) for side in sides
    ]
    return [_OF_EACH.sub(_of_one, one) for one in kept]


def unweighed(text: str) -> str:
    """Leave out what weighs one side against the others.

    >>> unweighed("Peru, who pays the higher beef levy?")
    'Peru, pays beef levy'
    >>> unweighed("who gives firms longer to leave, Peru? need both dates")
    'gives firms to leave, Peru, how long'
    >>> unweighed("how does Peru differ on beef quotas?"), unweighed("beef duty: Peru?")
    ('Peru beef quotas', 'beef duty: Peru?')
    """
    kept = _EACH.sub("", without_both(text))
    how = _HOW_MUCH.search(kept)
    kept = kept[: how.start()] if how else kept
    more = _MORE.search(kept)
    kept = _ALIKE.sub("", _DIFFERENCE.sub("", _DIFFERS.sub(_who_differs, kept)))
    if more:
        kept = _WHO.sub("", _MORE.sub("", kept))
    if kept == text:
        return text
    kept = _AUXILIARY.sub("", " ".join(kept.split()))
    asked = (how["how"] if how else "") or (_MEASURES[more["more"].lower()] if more else "")
    if asked and not _ASKS.search(kept):
        kept = f"{_tidy(kept).rstrip('? ')}, {asked}"
    return _tidy(kept).rstrip("? ")


def without_both(text: str) -> str:
    """Leave out at the end that both are wanted: ", and what are the two rates?"."""
    return _BOTH.sub("", text)


def _who_differs(asked: re.Match[str]) -> str:
    who = (asked["who"] or "").strip()
    return "" if who.lower() in ("they", "these", "those") else who


def _of_one(each: re.Match[str]) -> str:
    """Return what is asked of each of several, of one of them: a party by its name, not "Chilean"."""
    named = find_parties(each["side"], lower_case=True)
    whole = len(named) == 1 and named[0].end - named[0].start == len(each["side"])
    return each["asked"] + (party_in_text(named[0].code) if whole else each["side"])


def _without(text: str, spans: Sequence[Span]) -> str:
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces.append(_LINKS_BEFORE.sub(" ", text[at:start]))
        at = end
    rest = [" " if piece.strip() == "," else piece for piece in pieces[1:]] + [text[at:]]
    kept = " ".join([*pieces[:1], *(_LINKS_BEHIND.sub(" ", _OVER.sub("", piece)) for piece in rest)])
    kept = VERSUS.sub(" ", kept)
    kept = _NEXT_TO.sub(" ", _SLASH_LEFT.sub(" ", kept))
    if not VERSUS.search(text):
        kept = EITHER.sub(" ", kept)
    kept = _LEFT_OVER.sub("", _TWICE.sub(r"\1", " ".join(kept.split())))
    return _tidy(kept)


def _tidy(text: str) -> str:
    """Return a text without what marks stood between words that are left out."""
    spaced = re.sub(r"\s+([:,;?])", r"\1", " ".join(text.split()))
    return re.sub(r"[,;–-]\s*(?=[,;:?]|$)", "", spaced).strip(" ,;–-")
