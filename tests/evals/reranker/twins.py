"""Make twins of questions that a sentence answers: alike, but for one thing that it does not tell.

"What duty do copper rods from Peru pay in May" beside "... from Chile ...": a near miss, which a model
that looks for the subject takes for an answer. Months, years, countries, goods, names and numbers are
exchanged, and words for their opposites, only where the sentence, with all that is read around it, holds
the one and not the other.
"""

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

MONTHS = tuple(name.lower() for name in calendar.month_name if name)
COUNTRIES = (
    "japan korea china india vietnam thailand indonesia malaysia taiwan canada mexico brazil argentina "
    "chile peru colombia ecuador france germany italy spain portugal poland switzerland norway sweden "
    "finland turkey egypt morocco tunisia kenya ghana nigeria australia israel ukraine russia iran iraq "
    "pakistan bangladesh philippines cambodia guatemala honduras cuba venezuela bolivia greece austria "
    "hungary denmark netherlands belgium ireland britain uk eu"
)
PEOPLES = (
    "japanese korean chinese indian vietnamese thai indonesian malaysian taiwanese canadian mexican "
    "brazilian argentine chilean peruvian colombian french german italian spanish portuguese polish swiss "
    "norwegian swedish turkish egyptian moroccan kenyan australian israeli ukrainian russian iranian "
    "british european"
)
GOODS = (
    "steel copper aluminum aluminium wheat corn maize rice sugar coffee cocoa cotton wool tea rubber tin "
    "zinc nickel lithium timber lumber paper cement glass cars trucks tractors engines ships aircraft "
    "chips semiconductors drones batteries solar phones beef pork poultry chicken fish salmon shrimp "
    "cheese butter milk wine whisky beer tobacco oil gas coal uranium potash fertilizer soybeans apples "
    "bananas oranges grapes tomatoes footwear shoes textiles clothing carpets furniture pharmaceuticals "
    "drugs medicines robots machinery bicycles toys ceramics tiles"
)
OPPOSITES = (
    "imports exports, import export, minimum maximum, highest lowest, first second, second third, buy "
    "sell, raise cut, surplus deficit, upper lower, monthly annual, largest smallest, start end, begin "
    "end, monday thursday, tuesday friday, minister president, chairman secretary"
)
NAMED_OFTEN, AS_A_NAME = 2, 20  # times that a word stands with a capital, and as many more as without one
_KINDS = tuple(tuple(words.split()) for words in (COUNTRIES, PEOPLES, GOODS))
_WORD = re.compile(r"[A-Za-z0-9][\w'’-]*")
_YEAR, _NUMBER = re.compile(r"(?:19|20)\d\d"), re.compile(r"\d{1,4}")
# How often each kind is taken where several could be: what a near miss mostly turns on.
_DAY, _KIND, _NAME, _COUNT = 3, 3, 2, 1


def _opposites() -> dict[str, str]:
    found: dict[str, str] = {}
    for one, other in (pair.split() for pair in OPPOSITES.split(", ")):
        found.setdefault(one, other)
        found.setdefault(other, one)
    return found


@dataclass(frozen=True, slots=True)
class Twin:
    """A question that a sentence answers but for `other`, a word that it does not have."""

    question: str
    other: str


@dataclass(frozen=True, slots=True)
class _Exchange:
    start: int
    end: int
    other: str
    weight: int


class Twins:
    """Makes twins; names are what stands with a capital in `texts`."""

    def __init__(self, texts: Iterable[str], random: np.random.Generator) -> None:
        self._random = random
        self._names = sorted(_names(texts))
        self._are_names = frozenset(self._names)
        self._opposites = _opposites()

    def of(self, question: str, told: str) -> Twin | None:
        """Return a twin of a question that `told` answers, None where nothing of it can be exchanged.

        In brackets stands the question before a follow-up, which is left as it is.
        """
        asked, bracket, before = question.partition(" (")
        found = list(self._exchanges(asked, _Told(told)))
        if not found:
            return None
        weights = np.array([exchange.weight for exchange in found], float)
        chosen = found[int(self._random.choice(len(found), p=weights / weights.sum()))]
        twin = f"{asked[: chosen.start]}{chosen.other}{asked[chosen.end :]}{bracket}{before}"
        return Twin(twin, chosen.other.lower())

    def _exchanges(self, asked: str, told: "_Told") -> Iterator[_Exchange]:
        for match in _WORD.finditer(asked):
            word = match[0].lower()
            others, weight = self._others(word, match[0], told)
            tried = [str(self._random.choice(others)) for _ in range(4)] if others else []
            if other := next((o for o in tried if o[:4] != word[:4] and not told.has(o)), None):
                yield _Exchange(*match.span(), _written(other, match[0]), weight)

    def _others(self, word: str, typed: str, told: "_Told") -> tuple[Sequence[str], int]:
        """Return what may stand in the place of a word that is told, and how often it is taken."""
        month = next((m for m in MONTHS if word in (m, m[:3])), None)
        if month and (word != "may" or typed != "may"):
            free = [m for m in MONTHS if not told.has(m) and not told.has(m[:3])]
            named = told.has(month) or told.has(month[:3])
            return ([m if len(word) > 3 or m == "may" else m[:3] for m in free], _DAY) if named else ((), 0)
        if not told.has(word):
            return (), 0
        if _YEAR.fullmatch(word):
            return [str(int(word) + by) for by in (-4, -3, -2, -1, 1, 2, 3)], _DAY
        for of_a_kind in _KINDS:
            if word in of_a_kind:
                return of_a_kind, _KIND
        if word in self._opposites:
            return [self._opposites[word]], _NAME
        if word in self._are_names:
            return self._names, _NAME
        if _NUMBER.fullmatch(word) and int(word) > 1:
            return [str(max(1, int(word) + by)) for by in (-3, -2, -1, 1, 2, 3, 5)], _COUNT
        return (), 0


class _Told:
    """The words of a sentence and of what is read around it."""

    def __init__(self, text: str) -> None:
        self._words = f" {' '.join(_WORD.findall(text.lower()))} "

    def has(self, word: str) -> bool:
        """Whether a word stands there, in another form of it too: "pledged" for "pledges"."""
        if f" {word} " in self._words or f" {word}s " in self._words:
            return True
        return len(word) > 5 and word[:-2] in self._words


def _names(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words that hardly ever stand without a capital, but for months."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        for match in _WORD.finditer(text):
            opens = match.start() <= 2 or text[match.start() - 2] in '.:;?!"“'
            if match[0][0].isupper() and not opens:
                capital[match[0].lower()] += 1
            elif match[0][0].islower():
                small[match[0]] += 1
    for word, times in capital.items():
        if times >= NAMED_OFTEN and len(word) > 3 and small[word] * AS_A_NAME < times and word not in MONTHS:
            yield word


def _written(word: str, like: str) -> str:
    """Write a word with the capitals of another one."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
