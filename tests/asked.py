"""Ask a question in a test, and find the sentence that its answer leads with."""

from datetime import date

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question=question, as_of=as_of))


def first(answer: Answer) -> str:
    """Return the first sentence behind the day that an answer opens with."""
    return next((s.text for s in answer.sentences if s.role != "frame"), answer.answer)
