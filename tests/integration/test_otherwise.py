"""What an answer lacks may stand in a sentence that was as likely, and not chosen."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "weighs.md": (
        "Norway weighs lifting its curbs on Peru",
        "1987-06-02",
        "Norway has reviewed Peru's sales of fishmeal and has not yet decided whether its sanctions on Peru "
        "should be lifted.\n\nThe minister, in imposing the sanctions, said they would be lifted as soon as "
        "Peru kept to the accord.",
    ),
    "may-end.md": (
        "Norway may end more sanctions against Peru",
        "1987-10-20",
        "Norway may lift another 84 million crowns in sanctions against Peru this month.\n\nNorway lifted 51 "
        "million crowns of the sanctions last June after Peru ended its sales below cost.",
    ),
}


def test_the_newer_leads_where_it_is_asked_whether_something_was_done(answering: Answering) -> None:
    answer = answering.answer(AskRequest("has Norway lifted sanctions on Peru"))
    assert "lifted 51 million" in answer.answer
    assert "Earlier" not in answer.answer.split("lifted 51 million")[0]


def test_a_sentence_that_tells_it_as_done_answers_though_another_was_as_near(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what sanctions on Peru did Norway lift"))
    assert not answer.abstained
    assert "lifted 51 million" in answer.answer


def test_what_nothing_tells_as_done_is_declined(answering: Answering) -> None:
    assert answering.answer(AskRequest("what sanctions on Chile did Norway lift")).abstained
