"""Ask over the briefings of tests/library.py, after what was said before."""

from datetime import date

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

STATUS = "what is the status of the Norway-Chile salmon talks"
TOMATOES = "when does the Mexican tomato agreement expire"
MONGOLIA = "what is the status of the talks with Mongolia"


def ask(answering: Answering, question: str, *said: str, as_of: date | None = None) -> Answer:
    """Ask after the person's earlier messages `said`, each of them answered before."""
    history: list[Turn] = []
    for text in said:
        reply = answering.answer(AskRequest(text, tuple(history), as_of)).answer
        history += [Turn("user", text), Turn("assistant", reply)]
    return answering.answer(AskRequest(question, tuple(history), as_of))
