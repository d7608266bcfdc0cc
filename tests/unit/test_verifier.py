"""The verifier reads a sentence beside what it cites: what it refuses, and which rules it overrules."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from assistant.checking.prose import (
    BELIEVED,
    BELIEVED_OF_A_DAY,
    OVERRULES,
    OVERRULES_GRAVE,
    Held,
    Judges,
    Offered,
    why_not_shown,
)
from assistant.checking.verifier import WEIGHTS, load_verifier, presented
from tests.evals.claims.claims import HELD_OUT, NOT_LEARNT, read_claims

LOAN = Offered("Togo has granted Ghana a loan of 4 million francs.", date(1981, 5, 2), "Togo lends")


@pytest.fixture(scope="module")
def held(models: Path) -> Held:
    return load_verifier(models)


@pytest.mark.slow
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


OTHER = "Ghana obtained a loan of 4 million francs from Togo. [1]"
WRONG = "Ghana obtained a loan of 5 million francs from Togo. [1]"
DOUBTED = "Togo has approved a loan of 4 million francs for Ghana. [1]"


def reason(sentence: str, under_its_title: float, alone: float) -> str | None:
    """Check a sentence with a verifier that judges so the cited words behind their title, and alone."""

    def held(_: str, cited: Sequence[Offered]) -> float:
        return under_its_title if any(e.title for e in cited) else alone

    return why_not_shown(sentence, {1: LOAN}, Judges(lambda a, b: 1.0, held))


def test_it_refuses_what_it_finds_unlikely_with_and_without_the_title() -> None:
    assert reason(OTHER, BELIEVED, -9.0) is None
    assert reason(OTHER, -9.0, BELIEVED) is None
    assert "something else" in str(reason(OTHER, BELIEVED - 0.1, BELIEVED - 0.1))


def test_of_what_tells_a_day_it_refuses_less() -> None:
    offered = {1: Offered("On 2 May 1981 Togo granted Ghana a loan.")}

    def why(sentence: str, log_odds: float) -> str | None:
        return why_not_shown(sentence, offered, Judges(lambda a, b: 1.0, lambda a, b: log_odds))

    dated = "Togo granted a loan to Ghana on 2 May 1981. [1]"
    assert why(dated, BELIEVED_OF_A_DAY) is None
    assert "something else" in str(why(dated, BELIEVED_OF_A_DAY - 0.1))
    assert "something else" in str(why("Togo granted a loan to Ghana. [1]", BELIEVED_OF_A_DAY))


def test_it_overrules_a_rule_on_words_where_the_cited_words_alone_do_for_it_too() -> None:
    assert "approved" in str(reason(DOUBTED, 0.0, 0.0))
    assert reason(DOUBTED, OVERRULES, OVERRULES) is None
    assert "approved" in str(reason(DOUBTED, 9.0, OVERRULES - 0.1))


def test_it_has_to_be_surer_where_a_denial_is_left_out() -> None:
    offered = {1: Offered("Togo will not repay the loan.")}

    def why(log_odds: float) -> str | None:
        judges = Judges(lambda a, b: 1.0, lambda a, b: log_odds)
        return why_not_shown("The loan will be repaid by Togo. [1]", offered, judges)

    assert "not deny" in str(why(OVERRULES_GRAVE - 0.1))
    assert why(OVERRULES_GRAVE) is None


def test_it_has_to_be_surer_where_most_words_of_a_clause_are_new() -> None:
    unheard = "Togo lent Ghana 4 million francs, and its bakers lost their ovens to the flood. [1]"
    assert "speaks of" in str(reason(unheard, OVERRULES_GRAVE - 0.1, OVERRULES_GRAVE))
    assert reason(unheard, OVERRULES_GRAVE, OVERRULES_GRAVE) is None


def test_it_overrules_no_figure() -> None:
    assert "5 million" in str(reason(WRONG, 9.0, 9.0))


def test_without_one_the_rules_decide_alone() -> None:
    judges = Judges(lambda a, b: 1.0)
    assert why_not_shown(OTHER, {1: LOAN}, judges) is None
    assert why_not_shown(WRONG, {1: LOAN}, judges) is not None
