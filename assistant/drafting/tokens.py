"""Count tokens without a model's own vocabulary: never too few, so that what fits here fits there."""

from typing import TYPE_CHECKING

from vectorstore.patterns import pattern

if TYPE_CHECKING:
    from prompts import Filled

# Vocabularies cut words into pieces of four letters on average, digits into ones to threes, and what they do
# not know into bytes. Counted here is a piece for every three letters, every digit, every other sign, and
# every byte beyond ASCII (tests/integration/test_local_chat.py holds it against a real vocabulary).
_PIECE = pattern(r"[a-zA-Z]{1,3}|[^\sa-zA-Z]|\n")
WRAPPING = 24  # tokens around the messages of a turn


def token_count(text: str) -> int:
    """Return how many tokens a text takes at most.

    >>> token_count("Japan pays 15 percent.")
    10
    """
    return sum(len(piece.encode()) if not piece.isascii() else 1 for piece in _PIECE.findall(text))


def filled_tokens(prompt: "Filled") -> int:
    """Return how many tokens a turn takes at most, without the reply."""
    return token_count(prompt.rules) + token_count(prompt.given) + WRAPPING
