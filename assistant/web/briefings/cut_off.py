"""Remember which ingests of the page go on, so that one that is cut off is told of after the next start.

    intakes/<number>.json in the home: whose it is, what was named, and what of it is stored by now

A file goes when its ingest has ended with a report or was stopped by a person, or when its owner has seen
what became of it. Files that were dropped are gone with the process: they have to be dropped again.
"""

import json
import logging
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from assistant.evaluation.whole_file import write_whole
from assistant.web.markup import block
from ingest.report import IngestProgress
from ingest.sources.pasted import Pasted
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked

logger = logging.getLogger(__name__)

FOLDER = "intakes"
NOTED_EVERY = 0.5  # seconds
NAMED = 200  # of what is missing
KEPT = 50  # files; one whose owner never comes back is of no use

AGAIN = "Take the same in again for the rest: what is on file already stays as it is."


@dataclass(frozen=True, slots=True)
class Course:
    """How far an ingest has come: what was named, what of it and within it was finished with, and stored."""

    owner: str
    named: tuple[str, ...]
    finished: tuple[str, ...] = ()
    stored: int = 0  # the first so many of those finished with
    total: int = 0

    def after(self, event: IngestProgress) -> "Course":
        """The course with one more step."""
        if event.total == 0:
            return self
        new = event.done > len(self.finished)
        finished = (*self.finished, event.source) if new else self.finished
        return replace(self, finished=finished, stored=event.stored, total=event.total)

    @property
    def missing(self) -> list[str]:
        """What was named and is not stored, or not all of it."""
        stored = set(self.finished[: self.stored])
        return [name for name in self.named if name not in stored]

    def html(self, why: str) -> str:
        """What became of it: why it ended, how much is on file, what is missing and how to take it up."""
        total = self.total or len(self.named)
        missing = self.missing
        items = "".join(f"<li>{escape(name)}</li>" for name in missing[:NAMED])
        more = f"<li>and {len(missing) - NAMED:,} more</li>" if len(missing) > NAMED else ""
        listed = f"<h4>Missing: {len(missing):,}</h4><ul>{items}{more}</ul>" if missing else ""
        told = f"{why} {self.stored:,} of {total:,} {'is' if self.stored == 1 else 'are'} on file."
        return block(
            f'<section class="report"><h3 tabindex="-1">{escape(told)}</h3><p class="quiet">{AGAIN}</p>'
            f"{listed}</section>"
        )


def course_of(owner: str, sources: Sequence[str | Pasted | Uploaded | Linked]) -> Course:
    """The course of an ingest that begins."""
    return Course(owner, tuple(map(_name, sources)))


def _name(source: str | Pasted | Uploaded | Linked) -> str:
    if isinstance(source, Uploaded):
        return source.name
    if isinstance(source, Pasted):
        return source.title or "the pasted text"
    return source.url if isinstance(source, Linked) else source


class Noting:
    """Writes a course down as it goes on: not at each of a thousand sources, but before a long one."""

    def __init__(self, journal: "Journal", file: Path, begun: Course) -> None:
        self._journal, self._file = journal, file
        self._seen = self._kept = begun
        self._at = time.monotonic()
        journal.keep(file, begun)

    def __call__(self, course: Course) -> None:
        pauses = course.finished == self._seen.finished or time.monotonic() - self._at >= NOTED_EVERY
        self._seen = course
        if course.stored > self._kept.stored and pauses:
            self._journal.keep(self._file, course)
            self._kept, self._at = course, time.monotonic()


class Journal:
    """The courses that are kept in a home, each in a file of its own."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def place(self) -> Path:
        """A file for an ingest that begins."""
        return self._folder / f"{secrets.token_hex(8)}.json"

    def keep(self, file: Path, course: Course) -> None:
        """Write down how far it has come; where that cannot be, the ingest goes on all the same."""
        kept = {
            "owner": course.owner,
            "named": course.named,
            "finished": course.finished[: course.stored],
            "total": course.total,
        }
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(file, json.dumps(kept, ensure_ascii=False))
        except OSError as error:
            logger.warning("How far an ingest has come was not noted in %s: %s", file, error)

    def drop(self, file: Path) -> None:
        """Keep it no longer."""
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            logger.warning("%s could not be removed: %s", file, error)

    def left(self) -> list[tuple[Path, Course]]:
        """Those that an earlier process left behind, the oldest first."""
        found = []
        files = sorted(self._folder.glob("*.json"), key=_changed)
        for file in files[:-KEPT]:
            self.drop(file)
        for file in files[-KEPT:]:
            try:
                kept = json.loads(file.read_text(encoding="utf-8"))
                finished = tuple(map(str, kept["finished"]))
                named = tuple(map(str, kept["named"]))
                course = Course(str(kept["owner"]), named, finished, len(finished), int(kept["total"]))
            except (OSError, ValueError, TypeError, KeyError) as error:
                logger.warning("%s tells of no ingest: %s", file, error)
                continue
            found.append((file, course))
        return found


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:  # gone meanwhile, or a link that leads nowhere: what cannot be read is passed over
        return 0.0
