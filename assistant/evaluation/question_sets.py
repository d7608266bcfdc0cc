"""Keep question sets in the home, questions/NAME.jsonl, and change them line by line.

A set is read and checked before it is written, and written whole or not at all: what is on file can
always be run. Fields that a change does not name stay as they are.
"""

import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.questions import QuestionLine, questions_of, read_text
from assistant.evaluation.whole_file import write_whole
from vectorstore.errors import NotFoundError, QuestionError, StorageError

FOLDER = "questions"
FIRST = "questions"  # the name of the set that a first question makes
LONGEST_NAME = 60  # characters; it stands in a menu and in the names of downloads
LARGEST = 10_000_000  # bytes: 10,000 questions with all that is known of their answers

Line = dict[str, Any]

_CHANGING = threading.RLock()  # a change reads a set and writes it; sets belong to every browser


@dataclass(frozen=True, slots=True)
class Change:
    """The bytes of a set before a change and as the change left it; None where there is none.

    A file put there by hand need be no UTF-8 text, and may end its lines otherwise.
    """

    name: str
    before: bytes | None
    after: bytes | None


class QuestionSets:
    """The question sets of a home; any thread may change them."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def names(self) -> list[str]:
        """The names of the sets, in the order of the alphabet."""
        return sorted(path.stem for path in self._folder.glob("*.jsonl"))

    def text(self, name: str) -> str:
        """A set as it stands in its file."""
        return read_text(self._path(name), name)

    def questions(self, name: str) -> list[QuestionLine]:
        """The questions of a set; QuestionError names the line that is wrong."""
        return questions_of(self.text(name), name)

    def lines(self, name: str) -> list[Line]:
        """The questions of a set with all fields that their lines have."""
        self.questions(name)
        return [json.loads(line) for line in self.text(name).split("\n") if line.strip()]

    def add(self, name: str, text: str) -> tuple[str, bool]:
        """Keep a set; returns the name that it has now, and whether it was on file already.

        Another set of that name stays, and the new one gets a number behind its name.
        """
        if len(text.encode()) > LARGEST:
            raise QuestionError(
                f"The question set has {len(text.encode()) / 1e6:.0f} MB; at most "
                f"{LARGEST / 1e6:.0f} MB are read. Split it into several."
            )
        questions_of(text, name)
        wanted = plain_name(name)
        free, number = wanted, 1
        with _CHANGING:
            while free in self.names():
                if self.text(free).strip() == text.strip():
                    return free, True
                number += 1
                free = f"{wanted}-{number}"
            self._write(free, text)
        return free, False

    @contextmanager
    def changing(self, name: str) -> Iterator[list[Change]]:
        """Nobody else changes a set meanwhile; the list holds at the end what `undo` needs."""
        made: list[Change] = []
        with _CHANGING:
            before = self._found(name)
            yield made
            made.append(Change(name, before, self._found(name)))

    def undo(self, change: Change) -> None:
        """Have a set again as it was before a change; QuestionError where it was changed since."""
        with _CHANGING:
            if self._found(change.name) != change.after:
                raise QuestionError(
                    f"The question set {change.name} was changed since, in another tab or by a program. "
                    "Nothing was undone: look at the set again and change it there."
                )
            if change.before is None:
                self.remove(change.name)
            else:
                self._write_at(self._at(change.name), change.name, change.before)

    def remove(self, name: str) -> None:
        """Remove a set, whatever it holds."""
        path = self._path(name)
        try:
            path.unlink()
        except OSError as error:
            raise StorageError(f"The question set {name} cannot be removed: {error.strerror}.") from error

    def save(self, name: str, line: Mapping[str, Any], id: str | None = None) -> str:
        """Put a question in the place of the one with `id`, or behind the others; returns its id."""
        with _CHANGING:
            lines = self.lines(name) if name in self.names() else []
            if id is None:
                kept = {"id": _next_id(lines), **line}
                lines.append(kept)
            else:
                place = _place(lines, id, name)
                kept = lines[place] = {**lines[place], **line, "id": id}
            self._write_lines(name, lines)
            return str(kept["id"])

    def delete(self, name: str, id: str) -> None:
        """Take a question out; the last one of a set goes with the set."""
        with _CHANGING:
            lines = self.lines(name)
            del lines[_place(lines, id, name)]
            if lines:
                self._write_lines(name, lines)
            else:
                self.remove(name)

    def line(self, name: str, id: str) -> Line:
        lines = self.lines(name)
        return lines[_place(lines, id, name)]

    def _write_lines(self, name: str, lines: list[Line]) -> None:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        questions_of(text, name)
        self._write(name, text)

    def _write(self, name: str, text: str) -> None:
        """Write a set where it was read, or a new one under a plain name."""
        names = self.names()
        plain = name if name in names else plain_name(name)
        if plain != name and plain in names:
            raise QuestionError(f"There is a question set {plain} already. Choose another name.")
        self._write_at(self._at(plain), name, (text if text.endswith("\n") else text + "\n").encode())

    def _write_at(self, path: Path, name: str, content: bytes) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, content)
        except OSError as error:
            raise StorageError(
                f"The question set {name} cannot be written: {error.strerror or error}. It is as it was. "
                "Check the disk's free space and the permissions of the home."
            ) from error

    def _found(self, name: str) -> bytes | None:
        return self._at(name).read_bytes() if name in self.names() else None

    def _path(self, name: str) -> Path:
        """Where a set lies; only names that sets have lead anywhere."""
        if name not in self.names():
            raise NotFoundError(f"There is no question set {name[:LONGEST_NAME]!r}. Choose another one.")
        return self._at(name)

    def _at(self, name: str) -> Path:
        return self._folder / f"{name}.jsonl"


def plain_name(name: str) -> str:
    """A name that every file system takes and that is no path."""
    plain = re.sub(r"[^\w\- ]+", "-", name).strip("- ")[:LONGEST_NAME].strip("- ")
    return plain or FIRST


def _next_id(lines: list[Line]) -> str:
    """One more than the largest number that an id ends with: q-12 after q-11 and s-07.

    What is longer than anybody counts is no number.
    """
    ids = {str(line["id"]) for line in lines}
    ends = [re.search(r"(?<![0-9])[0-9]{1,9}$", id) for id in ids]
    number = 1 + max((int(end[0]) for end in ends if end), default=0)
    while f"q-{number}" in ids:
        number += 1
    return f"q-{number}"


def _place(lines: list[Line], id: str, name: str) -> int:
    for place, line in enumerate(lines):
        if line["id"] == id:
            return place
    raise NotFoundError(f"The question {id!r} is no longer in {name}. Look at the set again.")
