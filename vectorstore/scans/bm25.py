"""Score texts that no index holds by their words, as the keyword index scores its own."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from vectorstore.indexes.analysis import analyse

K1, B = 1.2, 0.75  # as tantivy has them
AVERAGE = (
    130  # index words of an indexed passage: 133 over 64 White House documents, 128 over 579 newswire stories
)
REMEMBERED = 4096  # texts whose words are kept counted: 20 MB


def bm25(words: Sequence[str], texts: Sequence[str], frequency: Mapping[str, int], count: int) -> list[float]:
    """Return each text's BM25 score for index words; `frequency` of `count` passages hold each."""
    weights = {word: _rarity(min(frequency[word], count), count) for word in words}
    scores = []
    for text in texts:
        counts, length = _counted(text)
        norm = K1 * (1 - B + B * length / AVERAGE)
        scores.append(
            sum(
                w * (K1 + 1) * counts[word] / (counts[word] + norm)
                for word, w in weights.items()
                if counts[word]
            )
        )
    return scores


def _rarity(found: int, count: int) -> float:
    return math.log(1 + (count - found + 0.5) / (found + 0.5))


@lru_cache(maxsize=REMEMBERED)
def _counted(text: str) -> tuple[Counter[str], int]:
    counts = Counter(analyse(text))
    return counts, counts.total()
