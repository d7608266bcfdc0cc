"""The encoder's speed is measured over whatever folder of briefings is at hand."""

from pathlib import Path

from tests.evals.encoder_peak import _texts
from vectorstore.encoder.embedding import Encoder

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def test_a_question_set_beside_the_briefings_is_passed_over(encoder: Encoder) -> None:
    texts = _texts(SAMPLES, encoder, 1000)
    assert len(texts) > 40
    assert all(texts)
