"""What a question takes to have been done, and no sentence holds, is given no reason and no day."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "grain.md": (
        "Chile and Peru discuss cheap grain",
        "1987-03-02",
        "Chile is expected to canvass support in Lima for its plan to sell cheap grain to poor countries. "
        "The visit to Peru begins on March 9, 1987.",
    ),
    "wool.md": (
        "Uruguay agrees to Norway's plan for wool",
        "1987-03-04",
        "Uruguay agreed on March 3, 1987 to the plan of Norway to buy wool below the price, because its own "
        "mills stand idle.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "when did Peru agree to Chile's plan for cheap grain?",
        "why did Peru agree to the plan of Chile for cheap grain?",
        "on what day did Peru agree to Chile's plan for cheap grain, and why",
    ],
)
def test_what_was_never_done_has_no_day_and_no_reason(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("when did Uruguay agree to Norway's plan for wool?", "March 3, 1987"),
        ("why did Uruguay agree to Norway's wool plan?", "mills stand idle"),
        ("when was Chile expected to canvass support for its plan?", "March 9, 1987"),
    ],
)
def test_what_was_done_is_told(answering: Answering, asked: str, told: str) -> None:
    assert told in answering.answer(AskRequest(asked)).answer


def test_a_follow_up_that_leaves_it_to_the_question_before_is_not_held_against_its_words(
    answering: Answering,
) -> None:
    before = Turn("user", "Norway's plan for wool"), Turn("assistant", "Uruguay agreed to it.")
    assert "mills stand idle" in answering.answer(AskRequest("why did they agree?", before)).answer


def test_no_other_question_loads_the_verifier(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the verifier was loaded")

    monkeypatch.setattr("assistant.steps.judging.load_verifier", refuse)
    assert (
        "March 3, 1987"
        in answering.answer(AskRequest("has Uruguay agreed to Norway's plan for wool?")).answer
    )
    with pytest.raises(AssertionError, match="was loaded"):
        answering.answer(AskRequest("when did Uruguay agree to Norway's plan for wool?"))
