"""Judge a ranking of documents against the right ones: recall@k, success@k, MRR@k, nDCG@k.

As in TREC and BEIR, with binary gain. A document that is ranked twice counts where it stands
first. `gold` must not be empty. Unranked documents count as not found.
"""

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet


def recall_at(k: int, ranked: Sequence[str], gold: AbstractSet[str]) -> float:
    """Return the share of the gold documents among the first `k`.

    >>> recall_at(2, ["a", "b", "c"], {"a", "c"})
    0.5
    """
    return len(gold & set(_first(k, ranked))) / len(gold)


def success_at(k: int, ranked: Sequence[str], gold: AbstractSet[str]) -> float:
    """Return 1 when any gold document is among the first `k`, else 0."""
    return float(not gold.isdisjoint(_first(k, ranked)))


def reciprocal_rank_at(k: int, ranked: Sequence[str], gold: AbstractSet[str]) -> float:
    """Return 1 over the rank of the first gold document, 0 when none is among the first `k`.

    >>> reciprocal_rank_at(10, ["a", "b", "c"], {"b", "c"})
    0.5
    """
    return next((1 / rank for rank, name in enumerate(_first(k, ranked), 1) if name in gold), 0.0)


def ndcg_at(k: int, ranked: Sequence[str], gold: AbstractSet[str]) -> float:
    """Return the discounted gain of the first `k` over that of an ideal ranking.

    >>> ndcg_at(10, ["a", "b"], {"a", "b"})
    1.0
    """
    gain = sum(_discount(rank) for rank, name in enumerate(_first(k, ranked), 1) if name in gold)
    return gain / sum(_discount(rank) for rank in range(1, min(k, len(gold)) + 1))


def _first(k: int, ranked: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(ranked))[:k]


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)
