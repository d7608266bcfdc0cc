"""Twins of questions, by which the reranker learns what a near miss lacks."""

import numpy as np
import pytest

from tests.evals.reranker.twins import Twin, Twins

TOLD = (
    "Codelco sells tin 1986-05: In May 1986 Codelco sold 40 tonnes of tin to Peru; Enami sold none to Peru."
)
NAMES = [
    "In 1986 Codelco and Enami sold it.",
    "We saw Codelco, Enami and Cominco there.",
    "Then Cominco left.",
]


def twins(question: str, told: str = TOLD) -> set[Twin | None]:
    random = np.random.default_rng(0)
    return {Twins(NAMES, random).of(question, told) for _ in range(20)}


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("what left in May?", "what left in "),
        ("what went to Peru", "what went to "),
        ("how much tin was it", "how much "),
        ("what was sold in 1986", "what was sold in "),
        ("who got the 40 tonnes", "who got the "),
        ("does codelco sell it", "does "),
    ],
)
def test_one_thing_is_exchanged_for_one_that_the_sentence_does_not_tell(question: str, kept: str) -> None:
    for twin in twins(question):
        assert twin
        assert twin.question != question
        assert twin.question.startswith(kept)
        assert twin.other not in TOLD.lower().split()


def test_what_the_sentence_does_not_tell_is_left() -> None:
    assert twins("what did Chile buy in August 1987") == {None}
    assert twins("what may they get") == {None}  # no month


def test_capitals_are_kept_and_the_question_before_a_follow_up_is_left() -> None:
    for twin in twins("And PERU? (what did Codelco sell in May 1986)"):
        assert twin
        assert twin.question.endswith(" (what did Codelco sell in May 1986)")
        assert twin.question.removeprefix("And ").partition("?")[0].isupper()


def test_a_word_gives_way_to_its_opposite() -> None:
    assert twins("largest imports", "the largest imports") <= {
        Twin("smallest imports", "smallest"),
        Twin("largest exports", "exports"),
    }
