"""Messages behind a question on a duty, asked beside the question in full."""

from datetime import date

import pytest

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest
from tests.evals.asked_on import IN_FULL, Message, asked_on, messages, read_names
from vectorstore.errors import QuestionError

MESSAGES = [Message(1, "party", "and {party2}?"), Message(2, "goods", "{goods2}?")]


def test_messages_are_asked_behind_the_first_question_beside_that_in_full() -> None:
    asked: list[AskRequest] = []

    def answer(request: AskRequest) -> Answer:
        asked.append(request)
        if request.question == "rice?":
            return Answer(request.question, "", "", abstention="no-subject")
        cited = Citation(1, "a", "a.md", "Tin", None, date(1987, 3, 2), None, "It is 4 percent.", 0, 16)
        said = (AnswerSentence("It is 4 percent.", (1,)),)
        return Answer(request.question, "", said[0].text, said, (cited,))

    found = list(asked_on([read_names("tin | Peru | Chile | rice")], MESSAGES, 1, 7, answer))
    assert [(of.text, of.lead == of.full) for of in found] == [("and Chile?", True), ("rice?", False)]
    behind = [request for request in asked if request.history]
    assert {tuple(turn.content for turn in request.history) for request in behind} == {
        (found[0].first, "It is 4 percent.")
    }
    assert len(asked) == 1 + len(IN_FULL) + len(MESSAGES)


def test_every_message_has_a_question_in_full() -> None:
    every = messages()
    assert {of.kind for of in every} == set(IN_FULL)
    assert {of.hand for of in every} == {1, 2, 3}
    assert len({(of.hand, of.kind, of.text) for of in every}) == len(every)


@pytest.mark.parametrize("line", ["tin", "tin | Peru | Chile", "tin | Peru | | rice"])
def test_a_line_without_all_four_is_refused(line: str) -> None:
    with pytest.raises(QuestionError, match="a bar between"):
        read_names(line)
