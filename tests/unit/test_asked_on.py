"""Messages behind a question on a duty, asked beside the question in full."""

from datetime import date

import pytest

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest
from tests.evals.asked_on import IN_FULL, Message, asked_on, messages, read_subject
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

    subject = read_subject("tin | Peru | Chile | rice")
    found = list(asked_on([subject], MESSAGES, 1, 7, answer))
    assert [(of.text, of.lead == of.full) for of in found] == [("and Chile?", True), ("rice?", False)]
    behind = [request for request in asked if request.history]
    assert {tuple(turn.content for turn in request.history) for request in behind} == {
        (found[0].first, "It is 4 percent.")
    }
    assert len(asked) == 1 + len(set(subject.full.values())) + len(MESSAGES)


def test_every_message_has_a_question_in_full() -> None:
    every = messages()
    assert {of.kind for of in every} == set(IN_FULL)
    assert {of.hand for of in every} == {1, 2, 3}
    assert len({(of.hand, of.kind, of.text) for of in every}) == len(every)


def test_behind_another_question_no_message_is_on_goods() -> None:
    subject = read_subject("what did {} sign? | Peru | Chile")
    every = [*messages(), *MESSAGES]
    texts = [message.text for message in every if subject.fits(message)]
    assert {message.kind for message in every if subject.fits(message)} == {"party", "meant"}
    assert "and {party2}?" in texts
    assert not any("tariff" in text or "goods" in text for text in texts)


@pytest.mark.parametrize(
    "line", ["tin", "tin | Peru | Chile", "tin | Peru | | rice", "what did {} sign? | Peru"]
)
def test_a_line_without_all_is_refused(line: str) -> None:
    with pytest.raises(QuestionError, match="a bar between"):
        read_subject(line)
