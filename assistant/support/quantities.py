"""Read quantities: a number with its magnitude and unit, however it is spelled.

15 percent is 15 pct and 15%, and neither 15 nor 15 billion; $1.5bn is 1,500 million dollars, and $1,500m.
"""

import re
from dataclasses import dataclass

from assistant.support.numbers import SMALL, TENS, any_of, number_before, worth
from assistant.support.words import forms, word_list

_RANKS = word_list("rank")
_UNITS = forms("unit")
_MAGNITUDES = {word: float(number) for word, number in forms("magnitude").items()}
_CURRENCIES = word_list("currency")
_CODES = {code.casefold(): unit for code, unit in forms("code").items()}  # "Rs 1.50", "DM 20"
_WRITTEN_ALIKE = ({"t", "tonne"}, {"t", "ton"})
_SIGNS = {"£": "pound", "€": "euro", "¥": "yen"}  # every other is some dollar
# The words that a quantity may start with; "US", "C" and the like before a dollar sign.
NUMBER_WORDS = frozenset(
    (*SMALL, *TENS, *_RANKS, *_CODES, "one", "a", "half", "dozen", "last", "us", "c", "nz", "hk", "nt", "s")
)

_UNIT = rf"(?:%|(?:{any_of(unit for unit in _UNITS if unit != '%')})\b)"
MAGNITUDE = rf"(?:{any_of(_MAGNITUDES)})\b"
_BETWEEN = (  # "20 long years"
    r"U\.?S\.? |Canadian |Australian |more |further |additional |other |"
    r"long |full |whole |straight |consecutive "
)
QUANTITY = (
    rf"(?:(?P<sign>(?:US|C|A|NZ|HK|NT|S)?\$ ?|[£€¥])|\b(?P<code>{any_of(_CODES)})\.? ?(?=\d))?"
    rf"(?P<number>{number_before(f'{MAGNITUDE}|{_UNIT}')})"
    r"(?P<ordinal>(?:st|nd|rd|th)\b)?"
    rf"(?:[ -]?(?P<magnitude>{MAGNITUDE})|(?<=\d)(?P<million>m)\b)?"
    rf"(?:[ -]?(?:{_BETWEEN})?(?P<unit>{_UNIT})|(?<=\d) ?(?P<tonnes>t)\b(?![-/.]\w))?"
)
# "First" is no rank where "then" follows.
# "Last" is one before a number or a stage alone: "the last three tranches", but not "last year", nor "the
# last three years".
_TIMES = r"(?! (?:years|quarters|months|weeks|days|hours)\b)"
RANK = (
    rf"\b(?P<rank>(?!first\b[^.;]{{0,120}}\bthen\b)(?:{any_of(_RANKS)})|"
    rf"last(?= (?:\d+{_TIMES} (?-i:[a-z])|(?:{any_of(SMALL)})\b{_TIMES}|"
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
    bare = worth(match["number"].casefold())
    if match["ordinal"]:
        return Quantity(bare, "th", bare)
    magnitude = _MAGNITUDES[match["magnitude"].casefold()] if match["magnitude"] else 1.0
    if match["million"]:  # "€31m"; "60 m" is a length
        magnitude = 1e6
    unit = _UNITS[match["unit"].casefold()] if match["unit"] else ""
    if match["tonnes"]:
        unit = "t"
    if not unit and match["code"]:
        unit = _CODES[match["code"].casefold()]
    if not unit and match["sign"]:
        unit = _SIGNS.get(match["sign"], "dollar")
    return Quantity(even(bare * magnitude), unit, bare, magnitude)


def same_quantity(claimed: Quantity, cited: Quantity) -> bool:
    """Say whether two quantities are one; of a large sum either side may leave the currency out."""
    if claimed.amount != cited.amount:
        return False
    if claimed.unit == cited.unit or {claimed.unit, cited.unit} in _WRITTEN_ALIKE:
        return True
    left_out = not claimed.unit and cited.unit in _CURRENCIES and claimed.magnitude > 1
    understood = not cited.unit and claimed.unit in _CURRENCIES and cited.magnitude > 1
    return left_out or understood


def even(amount: float) -> float:
    """Round away what floating point adds: 1.1 * 1e9 is 1100 * 1e6."""
    return float(f"{amount:.12g}")
