"""Ranking metrics, on worked examples and against ir_measures over random rankings."""

import math
import random

import ir_measures
import pytest
from ir_measures import RR, R, Success, nDCG

from assistant.evaluation.ranking import ndcg_at, recall_at, reciprocal_rank_at, success_at

RANKED = ["d3", "d1", "d7", "d2"]
GOLD = {"d1", "d2"}


def test_recall_is_the_share_of_gold_documents_found() -> None:
    assert recall_at(1, RANKED, GOLD) == 0
    assert recall_at(3, RANKED, GOLD) == 0.5
    assert recall_at(5, RANKED, GOLD) == 1


def test_success_is_whether_any_gold_document_is_found() -> None:
    assert success_at(1, RANKED, GOLD) == 0
    assert success_at(2, RANKED, GOLD) == 1


def test_the_reciprocal_rank_is_of_the_first_gold_document() -> None:
    assert reciprocal_rank_at(10, RANKED, GOLD) == 1 / 2
    assert reciprocal_rank_at(1, RANKED, GOLD) == 0


def test_ndcg_is_worked_out_by_hand() -> None:
    gain = 1 / math.log2(3) + 1 / math.log2(5)
    assert ndcg_at(10, RANKED, GOLD) == pytest.approx(gain / (1 + 1 / math.log2(3)))
    # of twelve gold documents ten fit into the first ten: finding ten is ideal
    assert ndcg_at(10, [f"d{n}" for n in range(10)], {f"d{n}" for n in range(12)}) == pytest.approx(1)


def test_a_document_ranked_twice_counts_once_and_where_it_stands_first() -> None:
    assert recall_at(2, ["d1", "d1", "d2"], GOLD) == 1
    assert ndcg_at(10, ["d1", "d1", "d2"], GOLD) == pytest.approx(1)
    assert reciprocal_rank_at(10, ["d9", "d9", "d1"], GOLD) == 1 / 2


def test_nothing_ranked_is_nothing_found() -> None:
    for measure in (recall_at, success_at, reciprocal_rank_at, ndcg_at):
        assert measure(10, [], GOLD) == 0


def test_all_agree_with_ir_measures_over_random_rankings() -> None:
    """A thousand rankings of 0 to 30 documents with 1 to 15 gold ones, some of them never ranked."""
    drawn = random.Random(11)
    names = [f"d{n}" for n in range(40)]
    rankings = {f"q{n}": drawn.sample(names, drawn.randint(0, 30)) for n in range(1000)}
    gold = {query: set(drawn.sample(names, drawn.randint(1, 15))) for query in rankings}
    qrels = [ir_measures.Qrel(query, name, 1) for query, right in gold.items() for name in right]
    run = [
        ir_measures.ScoredDoc(query, name, float(-rank))
        for query, ranked in rankings.items()
        for rank, name in enumerate(ranked)
    ]
    ours = {
        R @ 5: lambda ranked, right: recall_at(5, ranked, right),
        Success @ 5: lambda ranked, right: success_at(5, ranked, right),
        RR @ 10: lambda ranked, right: reciprocal_rank_at(10, ranked, right),
        nDCG @ 10: lambda ranked, right: ndcg_at(10, ranked, right),
    }
    compared = 0
    for theirs in ir_measures.iter_calc(list(ours), qrels, run):
        found = ours[theirs.measure](rankings[theirs.query_id], gold[theirs.query_id])
        assert found == pytest.approx(theirs.value, abs=1e-9), (theirs, rankings[theirs.query_id])
        compared += 1
    assert compared >= 4 * sum(bool(ranked) for ranked in rankings.values())
