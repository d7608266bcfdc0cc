"""Run one turn of the chat: from a question to what is kept of it and shown, step by step.

Knows nothing of gradio. A failure becomes one polite line with an id that is in the log.
"""

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Answer, InReserve, Notice
from assistant.asking.request import AskRequest, Turn
from assistant.desks.desk import Desk
from assistant.web.ask.render import draft_html, status_html
from assistant.web.days import read_day
from assistant.web.failures import logged
from assistant.web.narrowing import Narrowing
from vectorstore.conversations.conversation import Exchange
from vectorstore.errors import BriefingsError, QuestionError

_ANSWER = TypeAdapter(Answer)
_NARROWING = TypeAdapter(Narrowing)

LOOKING = "Looking through the briefings"


@dataclass(frozen=True, slots=True)
class Step:
    """An exchange as far as it has come, and the HTML of an answer that is under way."""

    exchange: Exchange
    shown_html: str = ""

    @property
    def final(self) -> bool:
        return self.exchange.state != "asked"


def asked(question: str, narrowed: Narrowing) -> Exchange:
    """A question that was just asked, with an id that nobody can guess."""
    return Exchange(
        id=secrets.token_urlsafe(16),
        question=question,
        asked_at=datetime.now(UTC).isoformat(timespec="microseconds"),
        narrowed=_NARROWING.dump_python(narrowed, mode="json"),
    )


def request_of(exchange: Exchange, earlier: Sequence[Exchange]) -> AskRequest:
    """What the desk is asked: the question with what narrows it and what was said before."""
    narrowed = narrowing_of(exchange)
    return AskRequest(
        exchange.question,
        history_of(earlier),
        narrowed.as_of,
        narrowed.published_from,
        narrowed.published_to,
        narrowed.parties,
        narrowed.publishers,
    )


def run_turn(
    desk: Desk,
    exchange: Exchange,
    earlier: Sequence[Exchange],
    stands: Callable[[Answer], None] = lambda so_far: None,
) -> Iterator[Step]:
    """Ask the desk and yield the exchange as it grows; the last one is final.

    `stands` is told what there would be of the answer, were the rest not waited for.
    """
    yield Step(exchange, status_html(LOOKING))
    try:
        answer = None
        for event in desk.ask_events(request_of(exchange, earlier)):
            if isinstance(event, InReserve):
                stands(event.answer)
            elif isinstance(event, Answer):
                answer = event
                stands(answer)
                yield Step(exchange, draft_html(event))
            else:
                yield Step(exchange, status_html(event))
        if answer is None:
            raise RuntimeError("the desk ended without an answer")
        yield Step(_answered(exchange, answer))
    except QuestionError as error:
        yield Step(_failed(exchange, str(error)))
    except BriefingsError as error:
        yield Step(_failed(exchange, f"{error} {_logged(exchange.question)}"))
    except Exception:  # noqa: BLE001  # the top of a chat turn: logged there, one polite line here
        sorry = f"Something went wrong while answering. Please ask again. {_logged(exchange.question)}"
        yield Step(_failed(exchange, sorry))


def stopped(exchange: Exchange, so_far: Answer | None = None) -> Exchange:
    """The exchange as it is kept when the person stops it before the answer is finished."""
    if exchange.state != "asked":
        return exchange
    if so_far is None:
        return replace(exchange, state="stopped", said="Stopped.")
    told = "this answer is made of the briefings' own words"
    if so_far.engine != "extractive":
        told = f"what {so_far.engine} had written by then is shown"
    notice = Notice("stopped", f"You stopped before the answer was finished: {told}.")
    return _answered(exchange, replace(so_far, warnings=(*so_far.warnings, notice)))


def history_of(earlier: Sequence[Exchange]) -> tuple[Turn, ...]:
    """What was said so far, in plain words; a turn that failed or was stopped said nothing."""
    turns = []
    for exchange in earlier:
        if exchange.state == "answered":
            turns += [Turn("user", exchange.question), Turn("assistant", exchange.said)]
    return tuple(turns)


def answer_of(exchange: Exchange) -> Answer | None:
    """The answer that was kept; None where there is none, or one of a form that is no longer read."""
    if exchange.answer is None:
        return None
    try:
        return _ANSWER.validate_python(exchange.answer)
    except ValidationError:
        return None


def narrowing_of(exchange: Exchange) -> Narrowing:
    """What narrowed the question."""
    try:
        return _NARROWING.validate_python(exchange.narrowed)
    except ValidationError:
        return Narrowing()


def read_as_of(typed: str) -> date | None:
    """Read the as-of field: empty for none, else a calendar date.

    >>> read_as_of(" 2025-06-08 ")
    datetime.date(2025, 6, 8)
    """
    return read_day(typed, "as-of date", "use everything on file")


def _answered(exchange: Exchange, answer: Answer) -> Exchange:
    kept: dict[str, Any] = _ANSWER.dump_python(answer, mode="json")
    return replace(exchange, state="answered", said=answer.answer, answer=kept)


def _failed(exchange: Exchange, why: str) -> Exchange:
    return replace(exchange, state="failed", said=why)


def _logged(question: str) -> str:
    return logged(f"answering {question[:200]!r}")
