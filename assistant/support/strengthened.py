"""Find what a claim tells as done or decided where the evidence only weighs, wants, offers or expects it.

"Will consider lowering its duty" is not "will lower its duty", "offered to cut it to 2 percent" not "it is 2
percent". Such a word holds for what stands behind it, up to the end of its clause. A claim that is made of
that has to say as much itself, in whatever words.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.support.tokens import Token
from assistant.support.words import stem, word_list

FEWEST = 2  # words of a claim that stand behind such a word, to be made of it
MOST_OF = 0.6  # of those that the evidence has
# How far from done a thing is.
SETTLED, EXPECTED, WANTED, WEIGHED, DISPUTED = range(5)

_STATUSES = {"considered": WEIGHED, "proposed": WANTED, "expected": EXPECTED, "committed": EXPECTED}
_IF = frozenset(stem(word) for word in ("if", "unless", "provided"))
_OPENINGS = frozenset(word_list("clause"))
_MOODS = {"may": WEIGHED, "can": WEIGHED, "wish": WANTED}
_MOODS |= dict.fromkeys(("to", "will", "shall", "must"), EXPECTED)


def what_is_strengthened(claim: Sequence[Token], cited: Sequence[Token]) -> str | None:
    """Say which word of the evidence the claim leaves out, so that it tells more than that."""
    told = max((_told(token) for token in claim), default=SETTLED)
    keys = {token.key for token in claim if _counts(token)}
    heard = {token.key for token in cited}
    said = keys & heard
    for head, level, behind in _weakened(cited):
        if told >= level:
            continue
        elsewhere = {token.key for i, token in enumerate(cited) if i not in behind}
        of_it = {key for key in said if key not in elsewhere}
        if len(of_it) >= FEWEST and len(of_it) >= MOST_OF * len(said):
            return f"what it cites says “{cited[head].written}”, which it leaves out"
    return None


def _weakened(cited: Sequence[Token]) -> Iterator[tuple[int, int, range]]:
    """Yield where a weak word stands, how far from done it puts things, and what stands behind it."""
    for at, token in enumerate(cited):
        level = _levels().get(token.stem, SETTLED)
        if level and not (token.negated or token.opens) and token.kind in ("word", "link"):
            end = at + 1
            while end < len(cited) and not _ends(cited, end):
                end += 1
            yield at, level, range(at + 1, end)
        elif token.stem in _IF:
            yield at, WANTED, _what_depends(cited, at)


def _what_depends(cited: Sequence[Token], at: int) -> range:
    """Return what holds under a condition: behind its comma where it opens a sentence, else before it."""
    if cited[at].opens:
        first = next((i for i in range(at, len(cited)) if cited[i].key in (",", ".")), at)
        last = next((i for i in range(first + 1, len(cited)) if cited[i].key == "."), len(cited))
        return range(first, last)
    first = at
    while first and cited[first - 1].kind != "break" and cited[first - 1].key not in _OPENINGS:
        first -= 1
    return range(first, at)


def _ends(cited: Sequence[Token], at: int) -> bool:
    token = cited[at]
    if token.kind == "break":
        return token.key == "." or (at + 1 < len(cited) and cited[at + 1].key in _OPENINGS)
    if token.key in ("and", "or"):  # "would study the offer and reply": the reply is not studied
        return at + 1 < len(cited) and bool(cited[at + 1].shared_mood or cited[at + 1].past)
    return token.key in _OPENINGS and token.key not in ("as", "so")


def _told(token: Token) -> int:
    if token.negated:
        return DISPUTED
    if token.under == "if":
        return WEIGHED
    by_word = max(_levels().get(token.stem, SETTLED), _claimed().get(token.stem, SETTLED))
    return max(by_word, _MOODS.get(token.mood, SETTLED), _STATUSES.get(token.pole("status"), SETTLED))


def _counts(token: Token) -> bool:
    return token.kind in ("word", "role", "quantity", "date", "name")


@lru_cache(maxsize=1)
def _levels() -> dict[str, int]:
    lists = (("expected", EXPECTED), ("wanted", WANTED), ("weighed", WEIGHED), ("disputed", DISPUTED))
    return {stem(word): level for name, level in lists for word in word_list(name)}


@lru_cache(maxsize=1)
def _claimed() -> dict[str, int]:
    """Words of a claim that say as much, though in the evidence they are no reason for doubt."""
    lists = (("pledge", EXPECTED), ("intended", WANTED), ("attributed", WEIGHED))
    return {stem(word): level for name, level in lists for word in word_list(name)}
