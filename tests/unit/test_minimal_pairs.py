"""The citation check over pairs made from the samples; `make minimal-pairs` measures it over more."""

import tarfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.support import unsupported
from tests.conftest import SHARED
from tests.evals.minimal_pairs import judge, total
from tests.evals.pairs.claims import CORRUPTIONS, PARAPHRASES, Pair, pairs_of
from tests.evals.pairs.sentences import Source, sentences_of

SAMPLES = Path(__file__).parents[2] / "samples"
CORPORA = [SHARED / f"{name}.tar.xz" for name in ("whitehouse-trade", "newswire-1987")]
CORPORA = [path for path in CORPORA if path.is_file()]


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return list(sentences_of([SAMPLES]))


@pytest.fixture(scope="module")
def pairs(sources: Sequence[Source]) -> list[Pair]:
    return list(pairs_of(sources))


def test_the_samples_give_a_thousand_pairs_of_either_sort(pairs: Sequence[Pair]) -> None:
    assert sum(not pair.faithful for pair in pairs) >= 1000
    assert sum(pair.faithful for pair in pairs) >= 1000


@pytest.mark.slow
def test_the_same_sentences_give_the_same_pairs(sources: Sequence[Source], pairs: Sequence[Pair]) -> None:
    assert list(pairs_of(sources)) == pairs


def test_nearly_every_rule_finds_a_sentence_in_the_samples(pairs: Sequence[Pair]) -> None:
    unused = {*CORRUPTIONS, *PARAPHRASES} - {pair.kind for pair in pairs}
    assert unused <= {"weekday", "person of the sentence before", "lead-in cut"}


@pytest.mark.slow
def test_of_the_corrupted_claims_98_in_100_are_refused(pairs: Sequence[Pair]) -> None:
    tally = total(judge(pair for pair in pairs if not pair.faithful), faithful=False)
    assert tally.right >= 0.98 * tally.of, tally.wrong


@pytest.mark.slow
def test_of_the_faithful_claims_98_in_100_are_accepted(pairs: Sequence[Pair]) -> None:
    tally = total(judge(pair for pair in pairs if pair.faithful), faithful=True)
    assert tally.right >= 0.98 * tally.of, tally.wrong


def test_no_sentence_of_the_samples_contradicts_itself(sources: Sequence[Source]) -> None:
    assert len(sources) > 200
    assert [s.shown for s in sources if unsupported(s.shown, " ".join(s.quotes))] == []


def test_a_third_of_the_documents_is_held_out_whole(sources: Sequence[Source]) -> None:
    held_out = {source.document for source in sources if source.held_out}
    assert held_out.isdisjoint(source.document for source in sources if not source.held_out)
    assert 0 < len(held_out) < len({source.document for source in sources})


if CORPORA:

    @pytest.mark.long
    @pytest.mark.parametrize("archive", CORPORA, ids=lambda path: path.name)
    def test_no_sentence_of_a_large_corpus_contradicts_itself(archive: Path, tmp_path: Path) -> None:
        with tarfile.open(archive) as packed:
            packed.extractall(tmp_path, filter="data")
        sources = list(sentences_of([tmp_path]))
        assert len(sources) > 5000
        assert [s.shown for s in sources if unsupported(s.shown, " ".join(s.quotes))] == []
