"""Ask a question in a test, alone or behind others, and find the sentence that its answer leads with."""

from datetime import date

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question=question, as_of=as_of))


def asked(answering: Answering, *questions: str, as_of: date | None = None) -> Answer:
    """Ask them one after the other; return the last answer."""
    history: list[Turn] = []
    for question in questions:
        answer = answering.answer(AskRequest(question, tuple(history), as_of))
        history += [Turn("user", question), Turn("assistant", answer.answer)]
    return answer


def asked_behind(answering: Answering, *questions: str, as_of: date | None = None, said: str = "") -> Answer:
    """Ask the last question alone; the others were asked before it, and each was answered with `said`."""
    *before, last = questions
    history = [turn for text in before for turn in (Turn("user", text), Turn("assistant", said))]
    return answering.answer(AskRequest(last, tuple(history), as_of))


def first(answer: Answer) -> str:
    """Return the first sentence behind the day that an answer opens with."""
    return next((s.text for s in answer.sentences if s.role != "frame"), answer.answer)
