"""Compare where things stand: which words are around a token, who acts, and what else the sentence says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.support.tokens import Token

WEIGHTS = (3.0, 2.0, 1.0)  # of the first, second and third neighbour on each side
LINK = 0.5  # of a neighbour's weight, for a preposition: "in" is beside many things
BEYOND_COMMA = 0.5  # of a neighbour's weight, for each comma between
AGENT = 3.0  # who does what weighs as much as the neighbour
SENTENCE = 4.0  # for sentences that have all words in common


@dataclass(frozen=True, slots=True)
class Place:
    """What is around a token: (side, key) -> weight, and the other words of its sentence."""

    around: dict[tuple[str, str], float]
    sentence: frozenset[str]


class Places:
    """The places of the tokens of a text, each worked out when it is first asked for."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._places: dict[int, Place] = {}
        self._sentences: list[tuple[int, frozenset[str]]] | None = None

    def __getitem__(self, at: int) -> Place:
        if at not in self._places:
            around = _around(self._tokens, at)
            token = self._tokens[at]
            if token.kind in ("party", "name", "role") or (token.opens and token.capital):
                around.update(dict.fromkeys(_acts(self._tokens, at), AGENT))
            self._places[at] = Place(around, self._sentence(at) - {token.key})
        return self._places[at]

    def _sentence(self, at: int) -> frozenset[str]:
        if self._sentences is None:
            self._sentences = list(_sentences(self._tokens))
        return next(words for end, words in self._sentences if at < end)


def fit(place: Place, other: Place) -> float:
    """Add up what two places have in common, and a little for the words that their sentences share.

    A word on each side is about 6, a whole sentence another 4.
    """
    small, large = place.around, other.around
    if len(small) > len(large):
        small, large = large, small
    local = sum(min(weight, large[key]) for key, weight in small.items() if key in large)
    return local + SENTENCE * len(place.sentence & other.sentence) / (len(place.sentence) or 1)


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield (end, words) of each sentence; a semicolon ends one too."""
    start = 0
    for end, token in enumerate(tokens, start=1):
        if end == len(tokens) or (token.kind == "break" and token.written in (".", "!", "?", ";")):
            yield end, frozenset(t.key for t in tokens[start:end] if t.kind not in ("break", "link"))
            start = end


def _around(tokens: Sequence[Token], at: int) -> dict[tuple[str, str], float]:
    around: dict[tuple[str, str], float] = {}
    _add(around, tokens, at, "before", -1)
    _add(around, tokens, at, "after", 1)
    if tokens[at].kind == "word" and at + 1 < len(tokens) and tokens[at + 1].key == "by":
        _add(around, tokens, at, "after", -1)  # "was signed by": what is signed stands before
        _add(around, tokens, at + 1, "before", 1)
    return around


def _add(
    around: dict[tuple[str, str], float], tokens: Sequence[Token], at: int, side: str, step: int
) -> None:
    rank, i, share = 0, at + step, 1.0
    of_quantity = tokens[at].kind == "quantity"
    while 0 <= i < len(tokens) and rank < len(WEIGHTS):
        token = tokens[i]
        i += step
        if token.kind == "break":
            if token.key == ".":
                return
            share *= BEYOND_COMMA
            continue
        if token.key == "and" and of_quantity:  # "8 on goods and 7 on energy"
            share *= BEYOND_COMMA
        weight = share * WEIGHTS[rank] * (LINK if token.kind == "link" else 1.0)
        key = (side, token.key)
        if around.get(key, 0.0) < weight:
            around[key] = weight
        rank += 1


def _acts(tokens: Sequence[Token], at: int) -> list[tuple[str, str]]:
    """Name what a party or person does: the word after it, or the one before "by"."""
    if at >= 2 and tokens[at - 1].key == "by" and tokens[at - 2].kind == "word":
        return [("does", tokens[at - 2].key)]
    first = at
    while first and tokens[first - 1].kind == "name":  # "Marsh of the White House says": not the House
        first -= 1
    before = tokens[first - 1] if first else None
    if (
        before is not None
        and before.kind == "link"
        and before.key not in ("and", "but", "while", "when", "if", "as", "after", "because")
    ):
        return []
    for token in tokens[at + 1 : at + 4]:
        if token.kind == "word":
            return [("does", token.key)]
        if token.kind not in ("name", "role"):
            break
    return []
