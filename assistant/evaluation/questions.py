"""Read a question set: one question a line, as JSON, with the facts that its answer is judged by."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.asking.request import AskRequest, Turn
from assistant.asking.scope import refuse_inverted
from assistant.asking.typed.line import as_line
from assistant.evaluation import fields
from assistant.evaluation.percents import search
from vectorstore.errors import QuestionError

UNTYPED = "question"  # the type of a line that names none


@dataclass(frozen=True, slots=True)
class Nugget:
    """A fact that an answer should state, in any of several wordings; "10%" and "10 percent" are one."""

    note: str
    any_of: tuple[re.Pattern[str], ...]
    must: bool = True

    def stated_in(self, text: str) -> bool:
        return any(search(pattern, text) is not None for pattern in self.any_of)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question of a set, and what is known of its answer.

    `answerable` is None when the line does not tell: the answer is counted, and not judged.
    `forbidden` are statements that a newer briefing has superseded, or that are false.
    """

    id: str
    request: AskRequest
    type: str = UNTYPED
    gold_docs: tuple[str, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    forbidden: tuple[re.Pattern[str], ...] = ()
    answerable: bool | None = None
    evidence: str = ""
    unanswerable_kind: str | None = None

    @property
    def musts(self) -> tuple[Nugget, ...]:
        """The facts without which an answer is not correct."""
        return tuple(nugget for nugget in self.nuggets if nugget.must)


def read_text(path: Path, name: str) -> str:
    """Read a question set as it stands; QuestionError, by its name, when it cannot be."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QuestionError(f"The question set {name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise QuestionError(f"The question set {name} is not UTF-8 text; save it as UTF-8.") from error


def questions_of(text: str, name: str) -> list[QuestionLine]:
    """Read the lines of a question set; QuestionError names the set and the line that is wrong."""
    lines = text.split("\n")  # not splitlines: U+2028 may stand in a text
    questions = [_question(line, f"{name}, line {n}") for n, line in enumerate(lines, 1) if line.strip()]
    if not questions:
        raise QuestionError(f"The question set {name} is empty; expected one JSON object a line.")
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise QuestionError(f"{name} has two questions with the id {question.id!r}; make them differ.")
        seen.add(question.id)
    return questions


def _question(line: str, place: str) -> QuestionLine:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        wrong = f"{error.msg}, at column {error.colno}"  # it counts lines within this one
        raise QuestionError(f"{place} is not JSON: {wrong}. Expected one object a line.") from error
    except ValueError as error:  # a number of thousands of digits
        raise QuestionError(f"{place} cannot be read: {error}.") from error
    if not isinstance(found, dict):
        raise QuestionError(f"{place}: found {type(found).__name__}, expected an object.")
    nuggets = tuple(_nugget(nugget, place) for nugget in fields.array(found, "nuggets", place))
    narrowed, beside = fields.mapping(found, "narrowed", place), f"{place}, 'narrowed'"
    answerable = fields.yes_or_no(found, "answerable", place, default=True if nuggets else None)
    request = AskRequest(
        question=fields.text(found, "question", place),
        history=tuple(_turn(turn, place) for turn in fields.array(found, "history", place)),
        as_of=fields.day(found, "as_of", place),
        published_from=fields.day(narrowed, "published_from", beside),
        published_to=fields.day(narrowed, "published_to", beside),
        parties=fields.texts(narrowed, "parties", beside),
        publishers=fields.texts(narrowed, "publishers", beside),
    )
    _refuse_unaskable(request, place)
    return QuestionLine(
        id=fields.text(found, "id", place),
        request=request,
        type=fields.text(found, "type", place, default=UNTYPED),
        gold_docs=tuple(dict.fromkeys(fields.texts(found, "gold_docs", place))),
        nuggets=nuggets,
        forbidden=fields.patterns(found, "forbidden", place),
        answerable=answerable,
        evidence=fields.text(found, "evidence", place, default=""),
        unanswerable_kind=fields.text(found, "unanswerable_kind", place, default="") or None,
    )


def narrowed_by(request: AskRequest) -> list[list[str]]:
    """What narrows a question beside its as-of date, for a digest; nothing where nothing does.

    >>> narrowed_by(AskRequest("Rice?", parties=("PE",)))
    [['PE'], [], ['', '']]
    """
    days = [day.isoformat() if day else "" for day in (request.published_from, request.published_to)]
    if not (any(days) or request.parties or request.publishers):
        return []
    return [sorted(request.parties), sorted(request.publishers), days]


def _refuse_unaskable(request: AskRequest, place: str) -> None:
    """Refuse what cannot be asked; found out now, not after those before it were asked."""
    try:
        as_line(request.question, "question", "Write what is to be asked.", "Shorten it.")
        refuse_inverted(request.published_from, request.published_to)
    except QuestionError as error:
        raise QuestionError(f"{place}: {error}") from error


def _nugget(nugget: Any, place: str) -> Nugget:
    if not isinstance(nugget, dict):
        raise QuestionError(
            f"{place}: 'nuggets' holds {nugget!r}; expected objects with 'any_of', 'must' and 'note'."
        )
    within = f"{place}, 'nuggets'"
    any_of = fields.patterns(nugget, "any_of", within)
    if not any_of:
        raise QuestionError(f"{within}: 'any_of' is empty; expected the wordings that state the fact.")
    return Nugget(
        note=fields.text(nugget, "note", within, default="") or any_of[0].pattern,
        any_of=any_of,
        must=bool(fields.yes_or_no(nugget, "must", within, default=True)),
    )


def _turn(turn: Any, place: str) -> Turn:
    if not isinstance(turn, dict) or turn.get("role") not in ("user", "assistant"):
        raise QuestionError(
            f"{place}: 'history' holds {turn!r}; expected objects with 'content' and "
            "'role', which is user or assistant."
        )
    return Turn(turn["role"], fields.text(turn, "content", place))
