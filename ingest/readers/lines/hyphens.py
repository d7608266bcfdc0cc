"""Close up a word that was divided at the end of a line, and keep the hyphens that belong to it."""

import re
from collections.abc import Iterable

from vectorstore.patterns import pattern

# Words before or after which a hyphen is usual: "long-term", "non-tariff", "year-on-year".
_FIRST = frozenset(
    """
non anti pre post self well long short high low medium mid multi cross co ex pro sub semi inter intra
counter trade tariff duty rules year month day one two three four five six seven eight nine ten first
second third state world zero so in on off by up all half part full free fair cost time under over
dollar euro yen trans pan north south east west new ad
""".split()  # noqa: SIM905  # words read best in lines
)
_SECOND = frozenset(
    """
term based level wide free year old party way style led owned related specific added made tariff
country nation run off out up in on by to the and of border trade per a half edge scale range line day
month week long member led time
""".split()  # noqa: SIM905  # words read best in lines
)
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


# A hyphen that stands there as such, before a word that goes on.
_DIVIDED = pattern(r"\w-\n[a-z\d]")


class Hyphens:
    """Knows the words of a document: what is written elsewhere without a hyphen has none."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = {word.casefold() for line in lines for word in _WORD.findall(line)}

    def joined(self, before: str, after: str, hyphen: bool) -> tuple[str, str]:
        """Return the text so far and what follows it; put together they are the text.

        >>> Hyphens(["government"]).joined("the govern", "ment said", True)
        ('the govern', 'ment said')
        >>> Hyphens([]).joined("a long", "term plan", True)
        ('a long-', 'term plan')
        """
        if not hyphen and _DIVIDED.search(f"{before}\n{after[:1]}"):
            before, hyphen = before[:-1], True
        if not hyphen:
            return f"{before} ", after
        if re.match(r"(?:and|or|to) ", after):  # "pre- and post-war"
            return f"{before}- ", after
        return (before if self._is_one_word(before, after) else f"{before}-"), after

    def _is_one_word(self, before: str, after: str) -> bool:
        first, second = re.search(r"[\w-]+$", before), re.match(r"[\w]+", after)
        if not first or not second:
            return False
        start, end = first[0].casefold(), second[0].casefold()
        if f"{start}{end}" in self._words:
            return True
        if f"{start}-{end}" in self._words or not end[0].isalpha() or not start[-1].isalpha():
            return False
        # A capital after the hyphen is a name: "Asia-Pacific".
        last = start.rpartition("-")[2]
        return second[0][0].islower() and last not in _FIRST and end not in _SECOND
