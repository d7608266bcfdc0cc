"""Read a question set: one question a line, as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.desk import AskRequest, Turn
from vectorstore.errors import QuestionError


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question of a set, and the sources that answer it."""

    id: str
    request: AskRequest
    gold_docs: tuple[str, ...] = ()


def read_questions(path: Path) -> list[QuestionLine]:
    """Read every line of `path`; raises QuestionError naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # not splitlines: U+2028 may stand in a text
    except OSError as error:
        raise QuestionError(f"The question set {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise QuestionError(f"The question set {path} is not UTF-8 text; save it as UTF-8.") from error
    questions = [_question(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()]
    if not questions:
        raise QuestionError(f"The question set {path} is empty; expected one JSON object a line.")
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise QuestionError(f"{path} has two questions with the id {question.id!r}; make them differ.")
        seen.add(question.id)
    return questions


def _question(line: str, place: str) -> QuestionLine:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise QuestionError(f"{place} is not JSON: {error}. Expected one object a line.") from error
    if not isinstance(found, dict):
        raise QuestionError(f"{place}: found {type(found).__name__}, expected an object.")
    return QuestionLine(
        id=_text(found, "id", place),
        request=AskRequest(
            question=_text(found, "question", place),
            history=tuple(_turn(turn, place) for turn in _array(found, "history", place)),
            as_of=_day(found, place),
        ),
        gold_docs=tuple(str(source) for source in _array(found, "gold_docs", place)),
    )


def _text(found: Mapping[str, Any], key: str, place: str) -> str:
    value = found.get(key)
    if not isinstance(value, str) or not value.strip():
        raise QuestionError(f"{place}: {key!r} is {value!r}; expected some text.")
    return value


def _array(found: Mapping[str, Any], key: str, place: str) -> list[Any]:
    value = found.get(key) or []
    if not isinstance(value, list):
        raise QuestionError(f"{place}: {key!r} is {value!r}; expected a list.")
    return value


def _turn(turn: Any, place: str) -> Turn:
    if not isinstance(turn, dict) or turn.get("role") not in ("user", "assistant"):
        raise QuestionError(
            f"{place}: 'history' holds {turn!r}; expected objects with 'content' and "
            "'role', which is user or assistant."
        )
    return Turn(turn["role"], _text(turn, "content", place))


def _day(found: Mapping[str, Any], place: str) -> date | None:
    value = found.get("as_of")
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise QuestionError(f"{place}: 'as_of' is {value!r}; expected YYYY-MM-DD or null.") from error
