"""The recorded drafts are what their README says: enough of each kind, citing words that are there."""

from collections import Counter

import pytest

from assistant.evidence import SentenceVectors
from tests.evals.drafts import Draft, briefing, drafts, judged, rightly
from vectorstore.embedding import Encoder

ALL = list(drafts())


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
        mine = [draft.held_out for draft in ALL if draft.kind == kind]
        assert 0.25 < sum(mine) / len(mine) < 0.42


@pytest.fixture(scope="module")
def judgements(encoder: Encoder) -> list[tuple[Draft, str | None]]:
    return judged(ALL, SentenceVectors(encoder).similarity)


def test_of_the_supported_drafts_84_in_100_are_kept(judgements: list[tuple[Draft, str | None]]) -> None:
    kept, of = rightly(judgements, supported=True)
    assert kept >= 0.84 * of


def test_of_the_unsupported_drafts_92_in_100_are_removed(judgements: list[tuple[Draft, str | None]]) -> None:
    removed, of = rightly(judgements, supported=False)
    assert removed >= 0.92 * of
