"""Tell whether two sentences say the same: in the same words or nearly, with the same figures."""

import re

from assistant.checking.prose import Similarity
from vectorstore.indexes.analysis import plain

SAME = 0.95  # cosine of two sentences that say the same


def say_the_same(one: str, other: str, similarity: Similarity) -> bool:
    """Say whether what one sentence tells is told by the other; capitals aside.

    >>> say_the_same("Peru pays 5 percent.", "peru  pays 5 percent.", lambda one, other: 0.0)
    True
    >>> say_the_same("Peru pays 5 percent.", "Peru pays 6 percent.", lambda one, other: 1.0)
    False
    """
    one, other = plain(one), plain(other)
    if one == other:
        return True
    return _figures(one) == _figures(other) and similarity(one, other) >= SAME


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*", text))
