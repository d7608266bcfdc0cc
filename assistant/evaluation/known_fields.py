"""Name the fields of question lines that nothing reads: most of them are misspelt, and would be missed."""

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

ASKED = ("id", "question", "type", "history", "as_of", "narrowed")
JUDGED = ("gold_docs", "nuggets", "forbidden", "answerable", "evidence")
KEPT = ("unanswerable_kind", "comment", "answer")  # for whoever reads the set; the last two come from a thumb
LINE = (*ASKED, *JUDGED, *KEPT)
NUGGET = ("must", "any_of", "note")
NARROWED = ("parties", "publishers", "published_from", "published_to")


def unknown_fields(text: str, name: str) -> list[str]:
    """Say of each field of a question set that nothing reads it, where it is, and which one may be meant.

    Each is told once, however many lines have it. The set has been read: its lines are objects.

    >>> unknown_fields('{"id": "a", "question": "Rice?", "asof": "2025-06-30"}', "set")
    ["set, line 1: nothing reads the field 'asof'; is 'as_of' meant?"]
    """
    places: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for found in _unknown(json.loads(line)) if line.strip() else ():
            places.setdefault(found, []).append(number)
    return [
        f"{name}, {lines_named(numbers)}: nothing reads the field {field!r}; {_meant(field, known)}"
        for (field, known), numbers in places.items()
    ]


def _unknown(line: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each unknown field of a line with those that are known in its place."""
    parts = [(line, LINE), (line.get("narrowed") or {}, NARROWED)]
    parts += [(nugget, NUGGET) for nugget in line.get("nuggets") or ()]
    seen = dict.fromkeys((field, known) for part, known in parts for field in part if field not in known)
    yield from seen


def lines_named(numbers: list[int]) -> str:
    """Name the first of some lines, and how many there are beside it."""
    more = f" and {len(numbers) - 1} more" if len(numbers) > 1 else ""
    return f"line {numbers[0]}{more}"


def _meant(field: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(field.lower(), known, n=1)
    return f"is {near[0]!r} meant?" if near else f"known are {', '.join(known)}."
