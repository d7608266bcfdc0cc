"""Find what is to be read in what a person named: files and folders, archives, web addresses, pasted text.

In a folder links are followed once. Nothing is read or fetched yet.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.readers import KNOWN_ENDINGS, NoBriefingsError, largest, read
from ingest.readers.decoding import refuse_too_large
from ingest.report import Failure, Note
from ingest.sources.archives import Archive
from ingest.sources.memory import Memory
from ingest.sources.packing import is_archive
from ingest.sources.pages import Page
from ingest.sources.pasted import Pasted
from ingest.sources.same_files import SameFiles
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.source import Held, Source, Unchanged
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked
from vectorstore.errors import SourceError

NAMED = 5  # documents that are not read, by their names
_DOCUMENTS = """
doc docm dot rtf odt pages wpd wps xls xlsx xlsm ods numbers csv tsv ppt pptx odp key msg mbox epub mht mhtml
webarchive ps djvu tex rst org adoc
"""
DOCUMENTS = frozenset(f".{ending}" for ending in _DOCUMENTS.split())  # which a person may take for read


@dataclass(frozen=True)
class File:
    """A file to read, in the `folder` named; `label` is its path in there, or its name."""

    path: Path = field(compare=False)
    label: str
    key: str  # the real path, the same by whatever link it was reached
    folder: Path | None = None
    same: SameFiles | None = field(default=None, compare=False, repr=False)

    def read(self) -> Iterator[Held]:
        content = _bytes_of(self.path)
        if self.same and (id := self.same.briefing_of(self.key, content)):
            yield Unchanged(id)
            return
        try:
            yield from read(self.path.name, content)
        except NoBriefingsError as error:
            if self.folder is None:
                raise
            yield Note(self.label, f"passed over. {error}")


@dataclass(frozen=True, slots=True)
class Found:
    """The sources to read, each once and in order; what could not be looked into; the folders named.

    `notes` say which documents in folders are in formats that are not read.
    """

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    folders: tuple[Path, ...]
    notes: tuple[Note, ...]


def find_sources(
    named: Sequence[str | Path | Pasted | Uploaded | Linked],
    memory: Memory,
    selection: Selection = EVERYTHING,
) -> Found:
    """List the sources in `named`; in folders the files with a known ending that are selected."""
    sources: dict[str, Source] = {}
    failures: list[Failure] = []
    folders: list[Path] = []
    notes: list[Note] = []
    for name in named:
        for found in _found_in(name, memory, selection):
            if isinstance(found, Failure):
                failures.append(found)
            elif isinstance(found, Note):
                notes.append(found)
            elif isinstance(found, Path):
                folders.append(found)
            else:
                known = replace(found, same=memory.files) if isinstance(found, File) else found
                sources.setdefault(found.key, known)
    return Found(tuple(sources.values()), tuple(failures), tuple(folders), tuple(notes))


def files_in(
    folder: Path, selection: Selection = EVERYTHING, unread: list[str] | None = None
) -> Iterator[File | Archive | Failure]:
    """Every file and archive below a folder that may hold briefings, sorted; and what cannot be looked into.

    A folder that a link leads back to is looked into once. `unread` gets the documents of which no format
    is read.
    """
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
            elif source := _chosen(path, folder, selection):
                yield source
            elif unread is not None and path.suffix.lower() in DOCUMENTS:
                inner = readable(path.relative_to(folder).as_posix())
                unread += [inner] if selection.takes(inner) else []
        waiting.extend(reversed(folders))


def readable(path: str) -> str:
    """A path as text that every database takes, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _found_in(
    name: str | Path | Pasted | Uploaded | Linked, memory: Memory, selection: Selection
) -> Iterator[Source | Failure | Path | Note]:
    if isinstance(name, Pasted):
        yield name
        return
    if isinstance(name, Uploaded):
        yield _uploaded(name)
        return
    if isinstance(name, Linked):
        yield Page(name.url.partition("#")[0], memory, typed=False)
        return
    written = readable(str(name))
    if "://" in written:
        yield Page(written.partition("#")[0], memory)
        return
    if not written.strip():  # as "$DIR" is where DIR is unset; its path would be the folder worked in
        yield Failure("(empty)", "This name is empty. Name a file, a folder or an address.")
        return
    path = Path(os.path.abspath(Path(name).expanduser()))
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        yield Failure(written, _why(error))
        return
    if not is_folder:
        yield _source(path, readable(path.name), None, selection)
        return
    yield path
    if selection.only is not None:
        for one in map(Path, selection.only):
            if one.is_relative_to(path) and (source := _chosen(one, path, selection)):
                yield source
        return
    empty = True
    unread: list[str] = []
    for found in files_in(path, selection, unread):
        empty = False
        yield found
    if empty:
        yield Failure(written, _why_empty(selection))
    elif unread:
        yield Note(written, _not_read(unread))


def _chosen(path: Path, folder: Path, selection: Selection) -> File | Archive | None:
    label = readable(path.relative_to(folder).as_posix())
    if is_archive(path.name):  # `include` is for its members
        return None if selection.leaves_out(label) else _source(path, label, folder, selection)
    if path.suffix.lower() in KNOWN_ENDINGS and selection.takes(label):
        return _source(path, label, folder, selection)
    return None


def _uploaded(file: Uploaded) -> File | Archive | Failure:
    label = readable(file.name)
    try:
        key = readable(file.key())
    except OSError as error:
        return Failure(label, _why(error))
    path = Path(file.path)
    return Archive(path, label, key) if is_archive(path.name) else File(path, label, key)


def _source(path: Path, label: str, folder: Path | None, selection: Selection) -> File | Archive:
    key = readable(os.path.realpath(path))
    if is_archive(path.name):
        return Archive(path, label, key, folder, selection)
    return File(path, label, key, folder)


def _bytes_of(path: Path) -> bytes:
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise SourceError("It is a device or a pipe, not a file. Save its text to a file.")
        refuse_too_large(state.st_size, largest(path.name))
        return path.read_bytes()
    except OSError as error:
        raise SourceError(_why(error)) from error


def _why_empty(selection: Selection) -> str:
    endings = ", ".join(sorted(KNOWN_ENDINGS))
    if selection.include or selection.exclude:
        return (
            f"No file in it ends with {endings} and is chosen by --include and --exclude. Choose otherwise."
        )
    return f"It holds no briefings: no file in it ends with {endings}. Name another folder."


def _not_read(labels: Sequence[str]) -> str:
    """Name documents that a person may take for read.

    >>> _not_read(["a.doc"])
    '1 document in it has a format that is not read (a.doc). Save it as .docx, .pdf or .txt.'
    """
    named = ", ".join(labels[:NAMED]) + (", ..." if len(labels) > NAMED else "")
    one = len(labels) == 1
    what = "1 document in it has" if one else f"{len(labels)} documents in it have"
    return (
        f"{what} a format that is not read ({named}). Save {'it' if one else 'them'} as .docx, .pdf or .txt."
    )


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself is read as a file, which says what is wrong
        return False


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the path."
    reason = error.strerror or str(error)
    if isinstance(error, NotADirectoryError):
        return f"There is no such file or folder ({reason}). Check the path."
    if isinstance(error, PermissionError):
        return f"It may not be read ({reason}). Change its permissions, or run as a user who may."
    return f"It cannot be read ({reason}). Check it and the disk it is on."
