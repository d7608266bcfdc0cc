"""The same asked in many wordings: which answers do not lead with the same briefing."""

from datetime import date

import pytest

from assistant.answer import Answer, AnswerSentence, Citation
from tests.evals.wordings import WORDINGS, by_lead, led_by_an_end, read_name, worded
from vectorstore.errors import QuestionError


def citation(number: int, title: str) -> Citation:
    return Citation(
        number, title, f"{title}.md", title, None, date(1987, 3, 2), None, "It is 4 percent.", 0, 16
    )


def test_answers_are_told_apart_by_the_briefing_that_they_lead_with() -> None:
    cited = (citation(1, "Tin"), citation(2, "Tin ended"))
    frame = AnswerSentence("As of 2 March 1987:", role="frame")
    answers = {
        "is it on?": Answer("", "", "", (frame, AnswerSentence("It is over.", (2,))), cited),
        "still on?": Answer("", "", "", (AnswerSentence("It is 4 percent.", (1,)),), cited),
        "in force?": Answer("", "", "", (AnswerSentence("It has ended.", (2,)),), cited),
        "and tin?": Answer("", "", "", abstention="no-subject"),
    }
    assert by_lead(answers, answers.__getitem__) == [
        ("1987-03-02 Tin ended", ["is it on?", "in force?"]),
        ("1987-03-02 Tin", ["still on?"]),
        ("declined", ["and tin?"]),
    ]


def test_an_end_is_counted_where_it_leads() -> None:
    said = AnswerSentence("The duty is 4 percent.", (1,)), AnswerSentence("The duty was abolished.", (1,))
    frame = AnswerSentence("As of 2 March 1987:", role="frame")
    told = [Answer("", "", "", (frame, *sentences)) for sentences in (said, said[::-1], ())]
    assert [led_by_an_end(answer) for answer in told] == [False, True, False]


@pytest.mark.parametrize("kind", WORDINGS)
def test_each_wording_asks_of_what_is_named(kind: str) -> None:
    asked = [worded(wording, "the tin duty") for wording in WORDINGS[kind]]
    assert all("tin duty" in text for text in asked)
    assert len(asked) == len({*asked})


@pytest.mark.parametrize("line", ["the tin duty", "ends: the tin duty", "holds:"])
def test_a_line_that_says_not_what_is_asked_of_what_is_refused(line: str) -> None:
    with pytest.raises(QuestionError, match="write one of holds, latest, rate, charged, start"):
        read_name(line)
