"""How alike texts are stands in for the reranker where another encoder was chosen."""

from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.choosing.cross_encoder import CrossEncoder
from assistant.choosing.similarity import CHARACTERS, SentenceVectors
from vectorstore.encoder.embedding import Encoder, load_encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

QUESTION = "the duty on jute"


def test_the_more_alike_a_sentence_is_the_likelier_it_answers(encoder: Encoder) -> None:
    vectors = SentenceVectors(encoder)
    near, far = vectors.log_odds(QUESTION, ["The duty on jute is 12 percent.", "The hotel has forty rooms."])
    assert near > far


def test_the_highest_cosine_is_of_the_beginnings(encoder: Encoder) -> None:
    vectors = SentenceVectors(encoder)
    assert vectors.highest(QUESTION, []) == 0
    assert vectors.highest(QUESTION, ["Rain.", QUESTION]) == pytest.approx(1, abs=1e-3)
    late = "Rain. " * CHARACTERS + QUESTION
    assert vectors.highest(QUESTION, [late]) == vectors.highest(QUESTION, [late[:CHARACTERS]])


@pytest.mark.slow
def test_a_home_is_judged_by_the_reranker_and_one_with_another_encoder_by_cosines(
    settings: HomeSettings, models: Path, encoder: Encoder, other_model: Path, tmp_path: Path
) -> None:
    with Store.open(settings, encoder) as store:
        assert isinstance(Answering(store)._judging.judge, CrossEncoder)
    other = HomeSettings(home=tmp_path / "other", models=models, encoder=str(other_model))
    with Store.open(other, load_encoder(str(other_model), models)) as store:
        assert isinstance(Answering(store)._judging.judge, SentenceVectors)
