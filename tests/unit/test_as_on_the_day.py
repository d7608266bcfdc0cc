"""Answers as of a day over all briefings beside those over the briefings of that day."""

from datetime import date

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest
from tests.evals.as_on_the_day import pairs

DAY = date(1987, 3, 2)


def told(request: AskRequest, title: str) -> Answer:
    assert request.as_of == DAY
    cited = Citation(1, title, title, title, None, DAY, None, "It is 4 percent.", 0, 16)
    return Answer(request.question, "", f"{title}: 4.", (AnswerSentence("It is 4 percent.", (1,)),), (cited,))


def test_another_text_and_another_lead_are_told_apart() -> None:
    asked = [AskRequest("tin?"), AskRequest("rice?", as_of=date(1987, 4, 1)), AskRequest("oats?")]
    declined = Answer("oats?", "", "Nothing.", abstention="no-subject")

    def since(request: AskRequest) -> Answer:
        return told(request, "Tin")

    def then(request: AskRequest) -> Answer:
        return {"tin?": told(request, "Tin"), "rice?": told(request, "Rice"), "oats?": declined}[
            request.question
        ]

    found = list(pairs(asked, DAY, since, then))
    assert [(pair.differs, pair.leads_otherwise) for pair in found] == [
        (False, False),
        (True, True),
        (True, True),
    ]
