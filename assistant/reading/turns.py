"""Part a transcript into the turns of its speakers, by the names before them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
# Set before each turn: "MR. LI:", "**THE PRESIDENT (via video):**", "Q "; whom a letter is to speaks no turn.
_TURN = re.compile(
    r"^\**(?:(?P<asks>(?:Q|QUESTION|REPORTER|PARTICIPANT|AUDIENCE MEMBER)\b\**(?:[:.]\**)?\s)"
    r"|(?P<name>(?!(?:TO|FOR|FROM|BY|CC|MEMORANDUM|SUBJECT)\b)"
    rf"{_CAPITAL}(?:{_CAPITAL}|[ .,'’–-]){{2,50}}(?:\([^)\n]{{0,60}}\) ?)?:))",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: from character `start` to `end`, of which all to `named` is the name."""

    start: int
    named: int
    end: int
    name: str  # "MR. LI:"; "" of who asks


def turn_at(text: str, at: int) -> Turn | None:
    """Return the turn of a transcript that a character is of.

    >>> text = "Q: Is it so?\\n\\nMR. LI: No."
    >>> turn = turn_at(text, text.index("No"))
    >>> turn.name, turn_at(text, 0).name
    ('MR. LI:', '')
    """
    starts, turns = _turns(text)
    number = bisect_right(starts, at) - 1
    return turns[number] if number >= 0 else None


def has_turns(text: str) -> bool:
    """Whether a text is a transcript: somebody's turn begins in it."""
    return bool(_turns(text)[1])


@lru_cache(maxsize=64)
def _turns(text: str) -> tuple[Sequence[int], Sequence[Turn]]:
    begun = [*_TURN.finditer(text)]
    ends = [match.start() for match in begun[1:]] + [len(text)] * bool(begun)
    turns = [
        Turn(match.start("name") if match["name"] else match.start(), match.end(), end, match["name"] or "")
        for match, end in zip(begun, ends, strict=True)
    ]
    return [turn.start for turn in turns], turns
