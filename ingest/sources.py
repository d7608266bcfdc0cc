"""Find the files that are to be read in what a person named: files and folders, links followed once."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.readers import KNOWN_ENDINGS, largest
from ingest.readers.decoding import refuse_too_large
from ingest.report import Failure
from vectorstore.errors import SourceError


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `label` is what people see; `folder` is the named one that it was found in."""

    path: Path
    label: str
    folder: Path | None = None

    @property
    def key(self) -> str:
        """The real path, the same by whatever link it was reached."""
        return readable(os.path.realpath(self.path))


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, each once and in order; what could not be looked into; the folders named."""

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    folders: tuple[Path, ...]


def find_sources(named: Sequence[str | Path]) -> Found:
    """List the files in `named`; in folders those with a known ending."""
    sources: dict[str, Source] = {}
    failures: list[Failure] = []
    folders: list[Path] = []
    for name in named:
        for found in _found_in(name):
            if isinstance(found, Failure):
                failures.append(found)
            elif isinstance(found, Source):
                sources.setdefault(found.key, found)
            else:
                folders.append(found)
    return Found(tuple(sources.values()), tuple(failures), tuple(folders))


def read_bytes(source: Source) -> bytes:
    """Read a file; SourceError says why it cannot be."""
    try:
        state = source.path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise SourceError("It is a device or a pipe, not a file. Save its text to a file.")
        refuse_too_large(state.st_size, largest(source.path.name))
        return source.path.read_bytes()
    except OSError as error:
        raise SourceError(_why(error)) from error


def readable(path: str) -> str:
    """A path as text that every database takes, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _found_in(name: str | Path) -> Iterator[Source | Failure | Path]:
    written = readable(str(name))
    if "://" in written:
        yield Failure(
            written,
            "It is a web address; files and folders are read. Save the page as .html and name that file.",
        )
        return
    path = Path(os.path.abspath(Path(name).expanduser()))
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        yield Failure(written, _why(error))
        return
    if not is_folder:
        yield Source(path, readable(path.name))
        return
    yield path
    empty = True
    for found in _walk(path):
        empty = False
        yield found
    if empty:
        endings = ", ".join(sorted(KNOWN_ENDINGS))
        yield Failure(
            written, f"It holds no briefings: no file in it ends with {endings}. Name another folder."
        )


def _walk(folder: Path) -> Iterator[Source | Failure]:
    """Every briefing below a folder, sorted; a folder that a link leads back to is read once."""
    visited: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        label = readable(place.relative_to(folder).as_posix())
        try:
            state = place.stat()
            if (state.st_dev, state.st_ino) in visited:
                continue
            visited.add((state.st_dev, state.st_ino))
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError as error:
            yield Failure(readable(str(folder)) if place == folder else label, _why(error))
            continue
        folders: list[Path] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = place / entry.name
            if _is_folder(entry):
                folders.append(path)
            elif path.suffix.lower() in KNOWN_ENDINGS:
                yield Source(path, readable(path.relative_to(folder).as_posix()), folder)
        waiting.extend(reversed(folders))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself is read as a file, which says what is wrong
        return False


def _why(error: OSError) -> str:
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no such file or folder ({reason}). Check the path."
    if isinstance(error, PermissionError):
        return f"It may not be read ({reason}). Change its permissions, or run as a user who may."
    return f"It cannot be read ({reason}). Check it and the disk it is on."
