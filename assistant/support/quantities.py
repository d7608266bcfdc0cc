"""Read quantities: a number with its magnitude and unit, however it is spelled.

15 percent is 15 pct and 15%, and neither 15 nor 15 billion; $1.5bn is 1,500 million dollars, and $1,500m.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.support.words import forms, word_list

_SMALL, _TENS, _RANKS = word_list("small number"), word_list("tens"), word_list("rank")
_WORTH = {word: float(at) for at, word in enumerate(_SMALL, 2)}
_WORTH |= {word: 10.0 * at for at, word in enumerate(_TENS, 2)}
_WORTH |= {"one": 1.0, "a": 1.0, "half a": 0.5, "dozen": 12.0, "a dozen": 12.0, "a hundred": 100.0}
_UNITS = forms("unit")
_MAGNITUDES = {word: float(worth) for word, worth in forms("magnitude").items()}
_CURRENCIES = word_list("currency")
_SIGNS = {"£": "pound", "€": "euro", "¥": "yen"}  # every other is some dollar
# The words that a quantity may start with; "US", "C" and the like before a dollar sign.
NUMBER_WORDS = frozenset(
    (*_SMALL, *_TENS, *_RANKS, "one", "a", "half", "dozen", "last", "us", "c", "nz", "hk", "nt", "s")
)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first)


_UNIT = rf"(?:%|(?:{_any(unit for unit in _UNITS if unit != '%')})\b)"
MAGNITUDE = rf"(?:{_any(_MAGNITUDES)})\b"
_IN_WORDS = (
    rf"(?:(?:{_any(_TENS)})-(?:one|{_any(_SMALL[:8])})|{_any([*_SMALL, *_TENS])}|(?:a )?dozen|a hundred)\b|"
    rf"one(?=[ -](?:{MAGNITUDE}|{_UNIT}))|(?:half )?a(?= (?:million|billion|trillion)\b)"
)
_BETWEEN = (  # "20 long years"
    r"U\.?S\.? |Canadian |Australian |more |further |additional |other |"
    r"long |full |whole |straight |consecutive "
)
QUANTITY = (
    r"(?P<sign>(?:US|C|A|NZ|HK|NT|S)?\$ ?|[£€¥])?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:-\d+/\d+)?|\.\d+|"
    rf"\b(?:{_IN_WORDS}))"
    r"(?P<ordinal>(?:st|nd|rd|th)\b)?"
    rf"(?:[ -]?(?P<magnitude>{MAGNITUDE})|(?<=\d)(?P<million>m)\b)?"
    rf"(?:[ -]?(?:{_BETWEEN})?(?P<unit>{_UNIT}))?"
)
# "Last" is a rank before a number or a stage alone: "the last three tranches", but not "last year", nor "the
# last three years".
_TIMES = r"(?! (?:years|quarters|months|weeks|days|hours)\b)"
RANK = (
    rf"\b(?P<rank>{_any(_RANKS)}|"
    rf"last(?= (?:\d+{_TIMES} (?-i:[a-z])|(?:{_any(_SMALL)})\b{_TIMES}|"
    r"few|quarter|half|round|tranche|phase)))\b"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in a unit; `unit` is "" where none is written, "th" for a rank, the last being -1.

    `bare` is the number without its magnitude: "25 to 35 billion" gives the 25 what the 35 has.
    """

    amount: float
    unit: str
    bare: float
    magnitude: float = 1.0

    def with_unit_of(self, other: "Quantity") -> "Quantity":
        """Take over what the next number of a pair is counted in."""
        magnitude = self.magnitude if self.magnitude != 1 else other.magnitude
        return Quantity(even(self.bare * magnitude), self.unit or other.unit, self.bare, magnitude)


def quantity_of(match: re.Match[str]) -> Quantity:
    """Make the quantity that a match of QUANTITY or RANK is."""
    if rank := match["rank"]:
        place = float(_RANKS.index(rank.casefold()) + 1 if rank.casefold() in _RANKS else -1)
        return Quantity(place, "th", place)
    bare = _worth(match["number"].casefold())
    if match["ordinal"]:
        return Quantity(bare, "th", bare)
    magnitude = _MAGNITUDES[match["magnitude"].casefold()] if match["magnitude"] else 1.0
    if match["million"]:  # "€31m"; "60 m" is a length
        magnitude = 1e6
    unit = _UNITS[match["unit"].casefold()] if match["unit"] else ""
    if not unit and match["sign"]:
        unit = _SIGNS.get(match["sign"], "dollar")
    return Quantity(even(bare * magnitude), unit, bare, magnitude)


def same_quantity(claimed: Quantity, cited: Quantity) -> bool:
    """Say whether two quantities are one; of a large sum either side may leave the currency out."""
    if claimed.amount != cited.amount:
        return False
    if claimed.unit == cited.unit:
        return True
    left_out = not claimed.unit and cited.unit in _CURRENCIES and claimed.magnitude > 1
    understood = not cited.unit and claimed.unit in _CURRENCIES and cited.magnitude > 1
    return left_out or understood


def even(amount: float) -> float:
    """Round away what floating point adds: 1.1 * 1e9 is 1100 * 1e6."""
    return float(f"{amount:.12g}")


def _worth(number: str) -> float:
    if number in _WORTH:
        return _WORTH[number]
    if number[0].isalpha():
        tens, ones = number.split("-")
        return _WORTH[tens] + _WORTH[ones]
    whole, _, part = number.partition("-")
    value = float(whole.replace(",", ""))
    if part:  # 3-1/2
        above, below = part.split("/")
        value += int(above) / (int(below) or 1)
    return value
