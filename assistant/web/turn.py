"""Run one turn of the chat: from a question to what is shown, step by step.

Knows nothing of gradio. A failure becomes one polite line with an id that is in the log.
"""

import logging
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Answer
from assistant.desk import AskRequest, Desk, Turn
from assistant.web.days import read_day
from assistant.web.failures import logged
from assistant.web.narrowing import Narrowing
from assistant.web.render import answer_html, draft_html, error_html, question_html, status_html
from vectorstore.errors import BriefingsError, NotFoundError, QuestionError

logger = logging.getLogger(__name__)

NOT_NARROWED = Narrowing()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what came of it, as shown; `answer` is None until it is finished."""

    question: str
    asked_html: str
    shown_html: str
    answer: str | None = None


def run_turn(
    desk: Desk,
    question: str,
    as_of: date | None,
    earlier: Sequence[Exchange],
    narrowed: Narrowing = NOT_NARROWED,
) -> Iterator[Exchange]:
    """Ask the desk and yield the exchange as it grows; the last one is final."""
    exchange = Exchange(
        question, question_html(question, as_of, narrowed.words), status_html("Looking through the briefings")
    )
    yield exchange
    try:
        answer = None
        request = AskRequest(
            question,
            _history(earlier),
            as_of,
            narrowed.published_from,
            narrowed.published_to,
            narrowed.parties,
            narrowed.publishers,
        )
        for event in desk.ask_events(request):
            if isinstance(event, Answer):
                answer = event
                yield replace(exchange, shown_html=draft_html(event))
            else:
                yield replace(exchange, shown_html=status_html(event))
        if answer is None:
            raise RuntimeError("the desk ended without an answer")
        anchor = uuid.uuid4().hex[:8]
        shown = answer_html(answer, _texts(desk, answer), anchor)
        yield replace(exchange, shown_html=shown, answer=answer.answer)
    except QuestionError as error:
        yield replace(exchange, shown_html=error_html(str(error)))
    except BriefingsError as error:
        yield replace(exchange, shown_html=error_html(f"{error} {_logged(question)}"))
    except Exception:  # noqa: BLE001  # the top of a chat turn: logged there, one polite line here
        sorry = f"Something went wrong while answering. Please ask again. {_logged(question)}"
        yield replace(exchange, shown_html=error_html(sorry))


def stopped(exchange: Exchange) -> Exchange:
    """The exchange as it stays when the person stops it before the answer is finished."""
    if exchange.answer is not None:
        return exchange
    return replace(exchange, shown_html=status_html("Stopped.", settled=True))


def read_as_of(typed: str) -> date | None:
    """Read the as-of field: empty for none, else a calendar date.

    >>> read_as_of(" 2025-06-08 ")
    datetime.date(2025, 6, 8)
    """
    return read_day(typed, "as-of date", "use everything on file")


def _history(earlier: Sequence[Exchange]) -> tuple[Turn, ...]:
    """What was said so far, in plain words; a turn that failed or was stopped said nothing."""
    turns = []
    for exchange in earlier:
        if exchange.answer is not None:
            turns += [Turn("user", exchange.question), Turn("assistant", exchange.answer)]
    return tuple(turns)


def _texts(desk: Desk, answer: Answer) -> dict[str, str]:
    """The texts of the briefings that the answer shows; one removed in the meantime is left out."""
    texts = {}
    for briefing_id, version in {(citation.briefing_id, citation.version) for citation in answer.cited}:
        try:
            texts[briefing_id] = desk.show(briefing_id, version).text
        except NotFoundError:
            logger.warning("The cited briefing %s is no longer on file", briefing_id)
    return texts


def _logged(question: str) -> str:
    return logged(f"answering {question[:200]!r}")
