"""Read the fields of a JSON line; what is wrong is named with its file and line.

Every function takes `place`, such as "questions.jsonl, line 3", and raises QuestionError.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from vectorstore.briefing import YEARS
from vectorstore.errors import QuestionError

Fields = Mapping[str, Any]


def text(found: Fields, key: str, place: str, default: str | None = None) -> str:
    """Return some text; `default` when there is one and the field is missing or null."""
    value = found.get(key)
    if value is None and default is not None:
        return default
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise QuestionError(f"{place}: {key!r} is {value!r}; expected some text.")
    return value


def array(found: Fields, key: str, place: str) -> list[Any]:
    """Return a list, an empty one when the field is missing or null."""
    value = found.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise QuestionError(f"{place}: {key!r} is {value!r}; expected a list.")
    return value


def mapping(found: Fields, key: str, place: str) -> Fields:
    """Return an object, an empty one when the field is missing or null."""
    value = found.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise QuestionError(f"{place}: {key!r} is {value!r}; expected an object.")
    return value


def texts(found: Fields, key: str, place: str) -> tuple[str, ...]:
    """Return a list of texts, an empty one when the field is missing."""
    values = array(found, key, place)
    if wrong := [value for value in values if not isinstance(value, str) or not value.strip()]:
        raise QuestionError(f"{place}: {key!r} holds {wrong[0]!r}; expected a list of texts.")
    return tuple(values)


def patterns(found: Fields, key: str, place: str) -> tuple[re.Pattern[str], ...]:
    """Return a list of regular expressions, compiled; they find upper and lower case alike."""
    compiled = []
    for pattern in texts(found, key, place):
        try:
            compiled.append(re.compile(pattern, re.IGNORECASE))
        except re.error as error:
            raise QuestionError(
                f"{place}: {key!r} holds {pattern!r}, which is no regular expression: {error}."
            ) from error
    return tuple(compiled)


def yes_or_no(found: Fields, key: str, place: str, default: bool | None) -> bool | None:
    """Return true or false; `default` when the field is missing or null."""
    value = found.get(key)
    if value is None:
        return default
    if not isinstance(value, bool):
        raise QuestionError(f"{place}: {key!r} is {value!r}; expected true or false.")
    return value


def day(found: Fields, key: str, place: str) -> date | None:
    """Return a calendar day, or None when the field is missing or null."""
    value = found.get(key)
    if value is None:
        return None
    try:
        read = date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise QuestionError(f"{place}: {key!r} is {value!r}; expected YYYY-MM-DD or null.") from error
    if read.year not in YEARS:
        raise QuestionError(f"{place}: {key!r} is {value!r}, of no year from {YEARS[0]} to {YEARS[-1]}.")
    return read
