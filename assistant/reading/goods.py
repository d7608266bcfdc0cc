"""Name the kinds of goods that a text speaks of, whatever it calls them: `goods.tsv`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.text.word_lists import rows_of
from vectorstore.patterns import pattern

_ROWS = rows_of("assistant.reading", "goods.tsv")
_WORDS = {name.rstrip("*"): words for name, words, _ in _ROWS}
_WHOLE = {name.rstrip("*"): whole for name, _, whole in _ROWS if whole}
_TOLD_BY_PARTS = frozenset(name.rstrip("*") for name, _, _ in _ROWS if name.endswith("*"))
_GOODS = {name: pattern(rf"\b(?:{words})\b", re.I) for name, words in _WORDS.items()}
_AROUND = pattern(r"\(\?<?[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_FIRST = pattern(r"(?:^|\|)(?:\(\?:)?(\W*\w)")  # of every form, and of some groups within one
# Kinds of goods by the letters that their words begin with: all forms at every word take ten times as long.
_BY_LETTER: dict[str, list[str]] = {}
for _name, _words in _WORDS.items():
    for _letter in {first[1][-1] for first in _FIRST.finditer(_AROUND.sub("", _words))}:
        _BY_LETTER.setdefault(_letter, []).append(_name)
_ANY_BY_LETTER = {
    letter: pattern("|".join(_GOODS[name].pattern for name in names), re.I)
    for letter, names in _BY_LETTER.items()
}  # most words begin none of them, which one look tells
_WORD = pattern(r"\b[a-z]")
# Words that are as often used of something else: "what goods will Sudan ship", "a paper", "gas" of any kind.
AMBIGUOUS = frozenset(
    ("ships", "gas", "farm goods", "paper", "services", "energy", "leather", "fish", "gold", "tin")
)
# What of the table may be called by one word: "vehicles" are cars or trucks.
_ALIKE = (
    frozenset(("cars", "trucks")),
    frozenset(("buses", "trucks")),
    frozenset(("textiles", "clothing")),
    frozenset(("solar panels", "polysilicon")),
)


def goods_in(text: str) -> frozenset[str]:
    """Name the kinds of goods that a text speaks of; tomato paste is no tomatoes.

    >>> sorted(goods_in("Duties on corn and motor vehicles")), sorted(goods_in("tomato paste"))
    (['cars', 'maize'], ['tomato paste'])
    """
    return frozenset(name for name, _, _ in _mentions(text))


@lru_cache(maxsize=16_384)  # a question looks at a sentence four times, and neighbouring ones read the same
def _mentions(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the goods at each place of a text, but for those in the name of what is no part of them."""
    text = text.lower()
    found = [
        (name, match.start(), match.end())
        for word in _WORD.finditer(text)
        if (any_of := _ANY_BY_LETTER.get(word[0])) and any_of.match(text, word.start())
        for name in _BY_LETTER[word[0]]
        if (match := _GOODS[name].match(text, word.start()))
    ]
    return tuple(
        (name, start, end)
        for name, start, end in found
        if not any(
            a <= start and end <= b and b - a > end - start and name not in _wholes(longer)
            for longer, a, b in found
        )
    )


def most_specific(kinds: frozenset[str]) -> frozenset[str]:
    """Leave out goods of which a part is named as well: of "stainless steel" not steel.

    >>> sorted(most_specific(goods_in("stainless steel, trout and fish from Peru, tin")))
    ['stainless steel', 'tin', 'trout']
    """
    return kinds - {whole for goods in kinds for whole in _wholes(goods)}


def speaks_of(goods: str, text: str) -> bool:
    """Whether a text speaks of goods of a kind, whatever it calls them, or of all that they are a part of."""
    return any(_GOODS[kind].search(text) for kind in (goods, *_wholes(goods)))


def untold_by(kinds: frozenset[str], text: str) -> bool:
    """Whether a text speaks of none of these goods, nor of what they are told by: flat steel is no wire.

    A whole that is named only within the name of another part tells of that part alone.

    >>> wire = frozenset(("steel wire",))
    >>> untold_by(wire, "flat steel pays 9 pct"), untold_by(wire, "steel pays 9 pct, flat steel 8 pct")
    (True, False)
    """
    found = _mentions(text)
    told = {
        name
        for name, start, end in found
        if not any(a <= start and end <= b and b - a > end - start for _, a, b in found)
    }
    return not any(alike(goods) & told for goods in kinds)


def tells_of_others(kinds: frozenset[str], text: str) -> bool:
    """Whether a text speaks of other parts of what these goods are a part of, and of none of them.

    >>> wire = frozenset(("steel wire",))
    >>> [tells_of_others(wire, text) for text in ("Steel pipes pay 9 pct.", "Steel pays 9 pct.", "It pays.")]
    [True, False, False]
    """
    wholes = {whole for goods in kinds for whole in _wholes(goods)}
    beside = any(wholes.intersection(_wholes(name)) for name, _, _ in _mentions(text))
    return beside and untold_by(kinds, text)


def tells_of(goods: str, text: str) -> bool:
    """Whether a text speaks of goods by anything that they are told by: `alike`.

    >>> tells_of("trout", "No fish is exempt."), tells_of("trout", "Salmon is exempt.")
    (True, False)
    """
    return not untold_by(frozenset((goods,)), text)


def word_for(goods: str, text: str) -> str:
    """Return the word by which a text calls goods that it speaks of.

    >>> word_for("cars", "the duty on motor vehicles")
    'motor vehicles'
    """
    match = _GOODS[goods].search(text)
    assert match
    return match.group()


def places_of(goods: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of each mention of goods."""
    for match in _GOODS[goods].finditer(text):
        yield match.span()


def with_goods(text: str, goods: str, word: str) -> str:
    """Put a word in the place of goods wherever a text speaks of them.

    >>> with_goods("the duty on Thai cars", "cars", "tin")
    'the duty on Thai tin'
    """
    return _GOODS[goods].sub(word, text)


def alike(goods: str) -> frozenset[str]:
    """Return the kinds of goods by which these are told: themselves, their wholes, some by their parts.

    >>> sorted(alike("trout")), "trout" in alike("fish"), "tractors" in alike("machinery")
    (['fish', 'trout'], True, False)
    """
    parts = (part for part in _WHOLE if goods in _TOLD_BY_PARTS and goods in _wholes(part))
    return frozenset((goods, *_wholes(goods), *parts)).union(*(kinds for kinds in _ALIKE if goods in kinds))


def _wholes(goods: str) -> Iterator[str]:
    """Yield what goods are a part of: lemons of citrus, citrus of fruit."""
    while whole := _WHOLE.get(goods):
        yield whole
        goods = whole
