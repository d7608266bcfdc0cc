"""Count tokens without a model's own vocabulary: never too few, so that what fits here fits there."""

import re

# Vocabularies cut words into pieces of four letters on average and digits into ones to threes. Counted here
# is a piece for every three letters, every digit and every other sign (tests/integration/test_local_chat.py
# holds it against a real vocabulary).
_PIECE = re.compile(r"\d|[^\W\d_]{1,3}|[^\w\s]|_|\n")
WRAPPING = 24  # tokens around the messages of a turn


def token_count(text: str) -> int:
    """Return how many tokens a text takes at most.

    >>> token_count("Japan pays 15 percent.")
    10
    """
    ascii_pieces = len(_PIECE.findall(text))
    return ascii_pieces + sum(1 for character in text if ord(character) > 0x2E7F)
