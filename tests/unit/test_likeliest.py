"""What the reranker finds unlikely is no answer; what is far behind another tells no type of answer."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.declining.abstention import refusal_of, signals_of
from tests.told import told

DAY = date(1987, 4, 1)


@pytest.mark.parametrize(
    ("asked", "said", "answers", "score", "is_unlikely"),
    [
        ("why did Peru close its mills", "Mills in Peru were open in May.", -2.0, 5.0, True),
        ("why did Peru close its mills", "Mills in Peru were open in May.", -1.0, 5.0, False),
        ("why did Peru close its mills", "Mills in Peru were open in May.", -2.0, 10.5, False),
        ("what rate does tin pay", "A tariff of 9 percent is put on tin.", -2.0, 5.0, False),
        ("what rate does tin pay", "Exports of tin grew by 9 percent.", -2.0, 5.0, True),
        ("the tin order", "Order 7 is amended by striking “9%” and inserting “7%”.", -2.0, 5.0, False),
    ],
)  # fmt: skip
def test_where_neither_the_reranker_nor_the_rest_speaks_for_it_it_is_unlikely(
    asked: str, said: str, answers: float, score: float, is_unlikely: bool
) -> None:
    (e,) = told((said, DAY, score))
    e = replace(e, marks=replace(e.marks, answers=answers, detail=1.0))
    signals = signals_of(understand(asked, DAY), [e], [], DAY, 1.0)
    assert signals.is_unlikely == is_unlikely
    refused = refusal_of(understand(asked, DAY), [e], [], DAY, 1.0)
    assert not is_unlikely or refused is not None


@pytest.mark.parametrize(("party", "is_unlikely"), [(0.0, True), (1.0, False)])
def test_what_is_on_the_subject_does_not_stand_where_it_is_of_others(party: float, is_unlikely: bool) -> None:
    (e,) = told(("Mills were closed in May.", DAY, 5.0))
    e = replace(e, marks=replace(e.marks, answers=-2.0, subject=1.0, party=party))
    assert (
        signals_of(understand("did Peru close its mills", DAY), [e], [], DAY, 1.0).is_unlikely == is_unlikely
    )


@pytest.mark.parametrize(("behind", "place"), [(-3.5, True), (0.5, False)])
def test_a_place_in_a_far_less_likely_sentence_is_that_of_something_else(behind: float, place: bool) -> None:
    meets, agreed = told(("The council meets by May 4.", DAY, 9.0), ("They agreed in Lima on it.", DAY, 8.0))
    meets = replace(meets, marks=replace(meets.marks, answers=1.0))
    agreed = replace(agreed, marks=replace(agreed.marks, answers=behind))
    signals = signals_of(understand("what city will the council meet in", DAY), [meets, agreed], [], DAY, 1.0)
    assert ("a place" in signals.lacks) == place
