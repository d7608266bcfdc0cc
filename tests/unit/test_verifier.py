"""The verifier reads a sentence beside what it cites; it is asked only of other words, and only refuses."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from assistant.checking.prose import BELIEVED, Held, Judges, Offered, why_not_shown
from assistant.checking.verifier import WEIGHTS, load_verifier, presented
from tests.evals.claims.claims import HELD_OUT, NOT_LEARNT, read_claims

LOAN = Offered("Togo has granted Ghana a loan of 4 million francs.", date(1981, 5, 2), "Togo lends")


@pytest.fixture(scope="module")
def held(models: Path) -> Held:
    return load_verifier(models)


def test_over_sentences_that_it_was_not_trained_on_it_tells_most_apart(held: Held) -> None:
    lines = [of for of in read_claims() if of.writer in NOT_LEARNT][:25]
    good = [held(sentence, of.cited) for of in lines for sentence in of.supported]
    bad = [held(sentence, of.cited) for of in lines for _, sentence in of.unsupported]
    apart = np.mean([above > below for above in good for below in bad])  # the area under the curve
    assert apart >= 0.8
    assert NOT_LEARNT.isdisjoint(HELD_OUT)


def test_cited_words_are_read_behind_their_titles_and_days_each_once() -> None:
    again = Offered("Ghana will **repay** it.", LOAN.published, LOAN.title)
    said = presented([LOAN, again, Offered("No title.")])
    assert said == f"Togo lends 1981-05-02: {LOAN.words} Ghana will repay it. No title."


def test_weights_are_of_every_layer() -> None:
    from safetensors.numpy import load_file

    changed = load_file(WEIGHTS)
    for layer in range(6):
        assert np.abs(changed[f"encoder.layer.{layer}.attention.self.query.weight.down"]).max() > 0


class Asked:
    """A verifier that says always the same, and remembers what it was asked."""

    def __init__(self, log_odds: float) -> None:
        self.log_odds = log_odds
        self.sentences: list[str] = []

    def __call__(self, sentence: str, cited: Sequence[Offered]) -> float:
        self.sentences.append(sentence)
        return self.log_odds


OTHER = "Ghana obtained a loan of 4 million francs from Togo. [1]"
SAME = "A loan of 4 million francs has been granted to Ghana by Togo. [1]"
WRONG = "Ghana obtained a loan of 5 million francs from Togo. [1]"


def test_it_is_asked_of_other_words_only_and_overrules_nothing() -> None:
    unlikely, sure = Asked(BELIEVED - 0.1), Asked(9.0)

    def reason(sentence: str, verifier: Asked) -> str | None:
        return why_not_shown(sentence, {1: LOAN}, Judges(lambda a, b: 1.0, verifier))

    assert reason(OTHER, Asked(BELIEVED)) is None
    assert "something else" in str(reason(OTHER, unlikely))
    assert reason(SAME, unlikely) is None
    assert "5 million" in str(reason(WRONG, sure))
    assert unlikely.sentences == [OTHER.removesuffix(" [1]")]
    assert sure.sentences == []


def test_without_one_the_rules_decide_alone() -> None:
    judges = Judges(lambda a, b: 1.0)
    assert why_not_shown(OTHER, {1: LOAN}, judges) is None
    assert why_not_shown(WRONG, {1: LOAN}, judges) is not None
