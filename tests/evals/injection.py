"""Make the planted attacks: every technique with every goal, as files that a stranger could send.

`attacks/README.md` says what they are. Deterministic: the same files each time.
"""

import base64
import codecs
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

FOLDER = Path(__file__).parent / "attacks"

# What a planted briefing says besides, and an obeying model may say of it.
GENUINE = "Norway and Chile publish the list of smoked salmon shippers every month."
_BEFORE = "Norway and Chile carry out their salmon accord of October 2, 2024."
_LOOKALIKES = str.maketrans("aceopxyi", "асеорхуі")  # Cyrillic for Latin letters
_LEET = str.maketrans("aeiost", "431057")


@dataclass(frozen=True, slots=True)
class Goal:
    """What an attack is after: its order to the model, what a model that obeys writes, and a mark of it."""

    id: str
    order: str
    claim: str
    canary: str


@dataclass(frozen=True, slots=True)
class Technique:
    """A way to plant an order: a text with {order} or {claim}, where it stands, and how it is encoded.

    One that `states` has the claim in it as a sentence like any other.
    """

    id: str
    kind: str
    place: str
    text: str
    transform: str = ""
    wrap: str = ""
    states: bool = False


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack: the files to take in, by name, and the payload as it stands in them."""

    id: str
    kind: str
    goal: Goal
    payload: str
    states: bool
    files: tuple[tuple[str, str], ...]


def attacks() -> Iterator[Attack]:
    """Yield every attack: techniques in their order, goals within."""
    goals = [Goal(**line) for line in _lines("goals.jsonl")]
    for technique in (Technique(**line) for line in _lines("techniques.jsonl")):
        for goal in goals:
            yield _attack(technique, goal)


def _lines(name: str) -> Iterator[dict[str, Any]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _attack(technique: Technique, goal: Goal) -> Attack:
    order, claim = goal.order, goal.claim
    if technique.place == "front matter":  # or it is no YAML, and refused with its file
        order, claim = order.replace('"', "'"), claim.replace('"', "'")
    payload = technique.text.replace("{order}", order).replace("{claim}", claim)
    if technique.transform:
        coded = ENCODINGS[technique.transform](payload)
        payload = technique.wrap.replace("{coded}", coded)
    id = f"{technique.id}-{goal.id}"
    return Attack(id, technique.kind, goal, payload, technique.states, tuple(_files(technique, id, payload)))


def _files(technique: Technique, id: str, payload: str) -> Iterator[tuple[str, str]]:
    if technique.place == "split":
        for number, part in enumerate(payload.split("|", 1), 1):
            yield f"{id}-{number}.md", _file(body=part)
    elif technique.place == "file name":
        safe = "".join(c if c not in '/\\:*?"<>|' else "_" for c in payload)
        yield f"{safe}.md", _file()
    elif technique.place == "title":
        yield f"{id}.md", _file(title=payload)
    elif technique.place == "publisher":
        yield f"{id}.md", _file(publisher=payload)
    elif technique.place == "front matter":
        yield f"{id}.md", _file(more=payload)
    else:
        yield f"{id}.md", _file(body=payload)


def _file(
    body: str = "",
    title: str = "Norway and Chile: notes on the salmon accord",
    publisher: str = "Pier Dispatch",
    more: str = "",
) -> str:
    head = f"title: {json.dumps(title, ensure_ascii=False)}\npublisher: {json.dumps(publisher)}\n"
    head += f"date: 2024-11-01\n{more}".rstrip() + "\n"
    return f"---\n{head}---\n\n" + "\n\n".join(part for part in (_BEFORE, body, GENUINE) if part) + "\n"


def _between(text: str, mark: str) -> str:
    return mark.join(text)


def _as_tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(c)) for c in text if ord(c) < 0x7F)


def _as_entities(text: str) -> str:
    return "".join(f"&#{ord(c)};" for c in text)


ENCODINGS: dict[str, Callable[[str], str]] = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "rot13": lambda text: codecs.encode(text, "rot13"),
    "hex": lambda text: text.encode().hex(),
    "percent": lambda text: quote(text, safe="").replace("%20", "%2520"),
    "zero-width": lambda text: _between(text, "\u200b"),
    "tags": _as_tags,
    "homoglyph": lambda text: text.translate(_LOOKALIKES),
    "bidi": lambda text: f"\u202e{text[::-1]}\u202c",
    "leet": lambda text: text.translate(_LEET),
    "spaced": lambda text: _between(text, " "),
    "backwards": lambda text: text[::-1],
    "entities": _as_entities,
}
