"""Number the list items of a Word document, which holds only how they are numbered."""

from collections import defaultdict
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST_LEVELS = 9  # as many as Word has


class Numbering:
    """Counts the items of each list of a document, from the first on."""

    def __init__(self, numbering: Any) -> None:
        """`numbering` is the root element of the part of that name, None in a document without lists."""
        self._lists: dict[str, str] = {}  # number of a list -> of what it is made from
        self._levels: dict[tuple[str, int], tuple[str, int]] = {}  # (made from, level) -> (format, first)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is None:
            return
        for made in numbering.iter(f"{W}abstractNum"):
            for level in made.iter(f"{W}lvl"):
                at = (made.get(f"{W}abstractNumId", ""), _number(level.get(f"{W}ilvl")))
                self._levels[at] = (value_of(level, "numFmt"), _number(value_of(level, "start"), 1))
        for num in numbering.iter(f"{W}num"):
            self._lists[num.get(f"{W}numId", "")] = value_of(num, "abstractNumId")

    def marker(self, list_number: str, level: int) -> str | None:
        """The next marker of a list, `-` or `1.` or `(a)`; None where it marks nothing."""
        made = self._lists.get(list_number)
        if made is None or not 0 <= level < MOST_LEVELS:
            return None
        # A style of an inner level has a list of its own, of one level.
        form, first = self._levels.get((made, level)) or self._levels.get((made, 0), ("bullet", 1))
        counts = self._counts[made]
        counts[level] = counts.get(level, first - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if form == "none":
            return None
        if form == "decimal" or form == "decimalZero":
            return f"{counts[level]}."
        if form in ("lowerLetter", "upperLetter"):
            letter = chr(ord("a") + (counts[level] - 1) % 26)
            return f"({letter if form[0] == 'l' else letter.upper()})"
        if form in ("lowerRoman", "upperRoman"):
            roman = _roman(counts[level])
            return f"({roman if form[0] == 'l' else roman.upper()})"
        return "-"


def value_of(element: Any, name: str) -> str:
    """What a child element of a name holds; empty where there is none."""
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isdigit() else otherwise


def _roman(number: int) -> str:
    letters = []
    for value, letter in _ROMAN:
        letters.append(letter * (number // value))
        number %= value
    return "".join(letters)
