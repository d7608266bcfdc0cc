"""Find the question whose answer a message is about: "source?", "what else", "and after that?"."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from assistant.asking.followups.about_answer import (
    About,
    about_answer,
    asks_help,
    asks_then,
    is_about_answer,
    pages_shown,
)
from assistant.asking.question import understand
from assistant.asking.request import AskRequest, Turn, without_messages
from assistant.kinds.ahead import asks_ahead


class OfTheAnswer(NamedTuple):
    """The request to answer, what to show of its answer, and how often more of it was asked for."""

    request: AskRequest
    about: About | None = None
    pages: int = 0


def of_the_answer(request: AskRequest) -> OfTheAnswer:
    """Return the question before, where a message is about its answer, else the request without such ones.

    >>> history = Turn("user", "duty on rice?"), Turn("assistant", "..."), Turn("user", "what else")
    >>> of = of_the_answer(AskRequest("source?", history))
    >>> of.request.question, of.request.history, of.about, of.pages
    ('duty on rice?', (), 'sources', 1)
    >>> of_the_answer(AskRequest("and wheat?", history)).about is None
    True
    """
    asked = [turn.content for turn in request.history if turn.role == "user"]
    of_days = _asks_ahead(asked)
    history = without_messages(request.history, is_about_answer)
    history = _without_then(history) if of_days else history
    then = of_days and asks_then(request.question)
    about: About | None = "more" if then else about_answer(request.question)
    last = max((at for at, turn in enumerate(history) if turn.role == "user"), default=None)
    if about is None or last is None or asks_help(request.question):
        return OfTheAnswer(replace(request, history=history))
    pages = pages_shown([*asked, request.question], of_days)
    before = replace(request, question=history[last].content, history=history[:last])
    return OfTheAnswer(before, about, pages)


def _asks_ahead(asked: list[str]) -> bool:
    """Whether the last question asks which days are to come."""
    last = next((text for text in reversed(asked) if not (is_about_answer(text) or asks_then(text))), None)
    return bool(last and last.strip()) and asks_ahead(understand(last or "", date.today()))


def _without_then(history: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Leave out what only asked for the days behind those that were told, and what was said to it."""
    last = max(at for at, turn in enumerate(history) if turn.role == "user" and not asks_then(turn.content))
    answers = [at for at, turn in enumerate(history) if at > last and turn.role == "user"]
    return history[: answers[0]] if answers else history
