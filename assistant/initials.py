"""Know a short name where it is spelled out: GM is General Motors, WTO the World Trade Organization."""

import re
from functools import lru_cache

SHORT = range(2, 7)  # letters

# Capitalised words, with the small ones that a name may have inside.
_SPELLED_OUT = re.compile(r"\b[A-Z][\w’']*(?:[ -](?:(?:of|and|for|the|on|in|to|de|&) ){0,2}[A-Z][\w’']*)+")
_INITIAL = re.compile(r"(?:^|[ -])([A-Z])")


def spells_out(text: str, name: str) -> bool:
    """Whether a text has, side by side, the words whose initials a short name is made of.

    >>> spells_out("the Court of International Trade ruled", "CIT"), spells_out("China is there", "CIT")
    (True, False)
    """
    if len(name) not in SHORT or not (name.isalpha() and name.isupper()):
        return False
    return any(name in initials for initials in _initials(text))


@lru_cache(maxsize=4096)
def _initials(text: str) -> tuple[str, ...]:
    return tuple("".join(_INITIAL.findall(match[0])) for match in _SPELLED_OUT.finditer(text))
