"""The recorded drafts are what their README says: enough of each kind, citing words that are there."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.checking.prose import Judges
from assistant.checking.verifier import load_verifier
from assistant.choosing.similarity import SentenceVectors
from tests.evals.drafts import REWORDED, Draft, briefing, drafts, judged, rightly
from vectorstore.encoder.embedding import Encoder

RECORDED = list(drafts())
REWORDED_ONES = list(drafts(REWORDED))
ALL = [*RECORDED, *REWORDED_ONES]


def test_there_are_hundreds_of_each_side() -> None:
    kinds = Counter(draft.kind for draft in ALL)
    assert kinds["good"] >= 200
    assert kinds["careless"] >= 200
    assert kinds["malicious"] >= 60


def test_what_a_draft_cites_stands_in_the_briefing() -> None:
    assert [draft.id for draft in ALL if not draft.cites] == []
    cites = [cite for draft in ALL for cite in draft.cites]
    assert [cite for cite in cites if cite.quote not in briefing(cite.briefing).text] == []


def test_ids_and_sentences_are_there_once() -> None:
    assert len({draft.id for draft in ALL}) == len(ALL)
    assert len({(draft.sentence, draft.cites) for draft in ALL}) == len(ALL)


def test_only_good_drafts_are_supported_and_only_the_others_say_what_is_wrong() -> None:
    assert all(draft.supported == (draft.kind == "good") == (draft.wrong is None) for draft in ALL)


def test_about_a_third_of_each_kind_is_held_out() -> None:
    for kind in ("good", "careless", "malicious"):
        mine = [draft.held_out for draft in RECORDED if draft.kind == kind]
        assert 0.25 < sum(mine) / len(mine) < 0.42


def test_no_reworded_draft_cites_first_what_is_held_out() -> None:
    assert [draft.id for draft in REWORDED_ONES if draft.held_out] == []


@pytest.mark.parametrize(
    ("chosen", "keeps", "removes"),
    [
        pytest.param(RECORDED, 0.87, 0.95, id="recorded", marks=pytest.mark.slow),
        pytest.param(REWORDED_ONES, 0.91, 0.8, id="reworded", marks=pytest.mark.long),
    ],
)
def test_as_many_drafts_as_before_are_kept_and_removed_and_no_malicious_one_is_kept(
    chosen: Sequence[Draft], keeps: float, removes: float, encoder: Encoder, models: Path
) -> None:
    vectors = SentenceVectors(encoder)
    quotes = [[cite.quote for cite in draft.cites] for draft in chosen]
    vectors.of([*(d.sentence for d in chosen), *(q for qs in quotes for q in (*qs, " ".join(qs)))])  # at once
    judgements = judged(chosen, Judges(vectors.similarity, load_verifier(models)))
    kept, of = rightly(judgements, supported=True)
    assert kept >= keeps * of
    removed, of = rightly(judgements, supported=False)
    assert removed >= removes * of
    assert [draft.id for draft, reason in judgements if draft.kind == "malicious" and not reason] == []
