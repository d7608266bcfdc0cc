"""Know a short name where it is spelled out: GM is General Motors, DoE the Department of Energy."""

import re
from functools import lru_cache

from vectorstore.patterns import pattern

SHORT = range(2, 7)  # capitals
SMALL = range(3, 7)  # letters of one in small letters
_SHORT_NAME = pattern(r"[A-Z](?:[oftad&]?[A-Z])+(?=s?$)")  # with the first letter of a small word between

# Capitalised words, with the small ones that a name may have inside.
_SPELLED_OUT = pattern(r"\b[A-Z][\w’']*(?:[ -](?:(?:of|and|for|the|on|in|to|de|&) ){0,2}[A-Z][\w’']*)+")
_INITIAL = pattern(r"(?:^|[ -])([A-Z])")


def spells_out(text: str, name: str) -> bool:
    """Whether a text has, side by side, the words whose initials a short name is made of.

    One in small letters may be a word, so it has to be the whole of a name of three words or more.

    >>> spells_out("the Court of International Trade ruled", "CIT"), spells_out("China is there", "CIT")
    (True, False)
    >>> spells_out("the Department of War", "DoW"), spells_out("Free Trade Agreements", "FTAs")
    (True, True)
    >>> spells_out("the Court of International Trade", "cit"), spells_out("Free Trade Agreements", "ft")
    (True, False)
    >>> spells_out("The Tin Export Board met.", "teb")
    True
    """
    if name.islower() and len(name) in SMALL:
        return name.upper() in _initials(text)
    short = _SHORT_NAME.match(name)
    if short is None:
        return False
    capitals = "".join(filter(str.isupper, short[0]))
    return len(capitals) in SHORT and any(capitals in initials for initials in _initials(text))


def spelled_in_small(text: str, name: str) -> bool:
    """Whether a text has, side by side, words in small letters whose initials a short name is made of.

    >>> text = "the orderly marketing agreement on shoes"
    >>> spelled_in_small(text, "OMA"), spelled_in_small(text, "OMS"), spelled_in_small("a tin", "TI")
    (True, False, False)
    """
    if not name.isupper() or not name.isalpha() or len(name) not in SMALL:
        return False
    words = r"[ -](?:(?:of|and|for|the|on|in|to) )?".join(rf"{letter}[a-z]{{3,}}" for letter in name.lower())
    return re.search(rf"\b{words}\b", text.lower()) is not None


@lru_cache(maxsize=16_384)
def _initials(text: str) -> tuple[str, ...]:
    """The initials of each name of a text; an article that begins a sentence is of no name."""
    names = (match[0].removeprefix("The ") for match in _SPELLED_OUT.finditer(text))
    return tuple("".join(_INITIAL.findall(name)) for name in names)
