"""Tell whether a follow-up asks how things are now, whatever day was asked about before."""

import re

from vectorstore.patterns import pattern

_LEAD = r"^\W*(?:(?:ok(?:ay)?|so|and|but|hm+)\W+)*"
_NOW_WORDS = r"(?:(?:right |just )?now(?:adays)?|today|these days|at (?:the moment|present)|currently)"
_SAYS_NOW = pattern(rf"(?<!\bfrom)(?<!\bby)(?<!\buntil),?\s+\b{_NOW_WORDS}\b(?! that\b)", re.I)
_NOW = pattern(rf"\b(?:{_NOW_WORDS}|(?:is|are) (?:that|this|it|those|they) still)\b", re.I)
# "And now?": the question before, of today.
_ONLY_NOW = pattern(rf"{_LEAD}(?:(?:what|how) about )?(?:as (?:of|at) )?{_NOW_WORDS}(?: then)?\W*$", re.I)
# "How much is it now?": the same, where that asks for a figure.
_HOW_MUCH_NOW = pattern(
    rf"{_LEAD}(?:how (?:much|high|big)|what|where) (?:is|are|does|do) (?:that|this|it|those|they)(?: stand)? "
    rf"{_NOW_WORDS}\W*$",
    re.I,
)
# "Is that still the figure?": the same.
_STILL_SO = pattern(
    rf"{_LEAD}(?:is|are) (?:that|this|it|those|they) still "
    r"(?:so|true|right|correct|valid|current|accurate|up to date"
    r"|(?:the )?(?:latest |current |same )?(?:case|figures?|numbers?|rates?|amounts?|levels?|prices?|dates?"
    r"|deadline|totals?|target|plan|position))\W*$",
    re.I,
)

# "Is that still in force?": of the measure that was told, and nothing else.
_HOLDS = pattern(
    rf"{_LEAD}(?:(?:is|are|was|were|does|do|has|have|did) (?:that|this|it|those|these|they)(?: one| all)? )?"
    r"(?:still |now |currently |really |already )*"
    r"(?:in (?:force|effect|place)|valid|active|applicable|on|alive|charged|levied|collected|applied|imposed"
    r"|appl(?:y|ies)|holds?|stands?|(?:been )?(?:ended|lifted|dropped)|over|gone|run out|expired?)"
    r"(?: (?:still|yet|now|today|any ?more|at (?:the moment|present)))*\W*$",
    re.I,
)


def asks_of_now(text: str) -> bool:
    """Whether words ask how things are now.

    >>> asks_of_now("and what is it these days"), asks_of_now("and what was it in May")
    (True, False)
    """
    return bool(_NOW.search(text))


def without_now(text: str) -> str:
    """Return a question without the word by which it asks of today.

    >>> without_now("what do Thai cars pay right now?"), without_now("what is charged from now on")
    ('what do Thai cars pay?', 'what is charged from now on')
    """
    return _SAYS_NOW.sub("", text)


def asks_only_of_now(text: str) -> bool:
    """Whether a follow-up asks the question before of today, and nothing else.

    >>> [asks_only_of_now(text) for text in ("and now?", "is that still the rate?", "is it on now?")]
    [True, True, False]
    """
    return bool(_ONLY_NOW.match(text) or _STILL_SO.match(text))


def asks_how_much_now(text: str) -> bool:
    """Whether a follow-up asks how much of today, and of nothing that it names.

    >>> asks_how_much_now("how much is it today?"), asks_how_much_now("how much is tin today?")
    (True, False)
    """
    return bool(_HOW_MUCH_NOW.match(text))


def asks_if_still_so(text: str) -> bool:
    """Whether a follow-up asks if what was told is still so: "is that still the rate?"."""
    return bool(_STILL_SO.match(text))


def asks_if_it_holds(text: str) -> bool:
    """Whether a follow-up asks if the measure that was told holds, and nothing else.

    >>> asked = "is that still in force?", "still in effect", "is the quota still on?"
    >>> [asks_if_it_holds(text) for text in asked]
    [True, True, False]
    """
    return bool(_HOLDS.match(text))
