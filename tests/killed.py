"""Work on a home until killed: `python -m tests.killed WORK HOME MODELS FOLDER OTHER_MODEL`.

A line is printed for each step that is acknowledged: what is on file from then on, or gone.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from threading import Lock

import ingest.maintenance.reindexing
from ingest.maintenance.reindex_report import ReindexProgress
from ingest.pipeline import ingest as take_in
from ingest.report import Report
from vectorstore.encoder.embedding import Encoder, load_encoder
from vectorstore.errors import IndexMismatchError
from vectorstore.settings import DEFAULT_ENCODER, HomeSettings
from vectorstore.store import Store

FILES = 3  # of a folder that is taken in at once


def write(folder: Path, number: int, revision: int) -> Path:
    """Write a folder of FILES briefings that say which they are, in which revision, in several passages."""
    inner = folder / f"{number:04}"
    inner.mkdir(parents=True, exist_ok=True)
    for n in range(FILES):
        sections = [
            f"## Part {p}\n\nRevision {revision} of duty {number}-{n} is in part {p}." for p in range(3)
        ]
        written = (
            folder.parent / f"{folder.name}-{number}-{n}.md"
        )  # put in place whole: who writes may be killed, too
        written.write_text(f"---\ntitle: Duty {number}-{n}\n---\n" + "\n\n".join(sections) + "\n")
        written.replace(inner / f"{n}.md")
    return inner


def complete(folder: Path) -> None:
    """Bring the files of each folder to its newest revision, where a kill came between them."""
    for inner in folder.iterdir():
        revisions = [revision_of(path.read_text()) for path in inner.iterdir()]
        if len(revisions) < FILES or len(set(revisions)) > 1:
            write(folder, int(inner.name), max(revisions, default=0))


def revision_of(text: str) -> int:
    return int(text.split("Revision ")[1].split()[0])


def open_home(home: Path, models: Path, other: Path, purpose: str = "ingest") -> Store:
    """Open a home with whichever of the two encoders it has."""
    settings = HomeSettings(home=home, models=models)
    try:
        return Store.open(settings, _encoder(DEFAULT_ENCODER, models), purpose=purpose)
    except IndexMismatchError as error:
        if error.recorded != str(other):
            raise
        return Store.open(settings, _encoder(str(other), models), purpose=purpose)


_loaded: dict[str, Encoder] = {}


def _encoder(name: str, models: Path) -> Encoder:
    if name not in _loaded:
        _loaded[name] = load_encoder(name, models)
    return _loaded[name]


def _ingest(store: Store, folder: Path, _models: Path, _other: Path) -> Iterator[str]:
    for number in count(len(list(folder.iterdir()))):
        _take_in(store, write(folder, number, 0))
        yield f"{number:04}"


def _update(store: Store, folder: Path, _models: Path, _other: Path) -> Iterator[str]:
    numbers = sorted(int(inner.name) for inner in folder.iterdir())
    text = store.catalogue.briefing(store.catalogue.briefings()[0].id).text
    for revision in count(revision_of(text) + 1):
        for number in numbers:
            _take_in(store, write(folder, number, revision))
            yield f"{number:04} {revision}"


def _remove(store: Store, _folder: Path, _models: Path, _other: Path) -> Iterator[str]:
    for briefing in store.catalogue.briefings():
        store.remove(briefing.id)
        yield briefing.key


def _reindex(store: Store, _folder: Path, models: Path, other: Path) -> Iterator[str]:
    ingest.maintenance.reindexing.PART, ingest.maintenance.reindexing.FEW = 4, 0
    while True:
        name = DEFAULT_ENCODER if store.encoder.identity.name == str(other) else str(other)
        for event in ingest.maintenance.reindexing.reindex(store, _encoder(name, models), Lock()):
            yield event.doing if isinstance(event, ReindexProgress) else event.encoder


def _take_in(store: Store, folder: Path) -> None:
    *_, report = take_in(store, [folder])
    assert isinstance(report, Report)
    assert (report.failed, report.added + report.updated) == ((), FILES)


WORKS: dict[str, Callable[[Store, Path, Path, Path], Iterator[str]]] = {
    "ingest": _ingest,
    "update": _update,
    "remove": _remove,
    "reindex": _reindex,
}


def main() -> None:
    """Do the work; each acknowledged step is a line."""
    work, home, models, folder, other = sys.argv[1], *map(Path, sys.argv[2:])
    with open_home(home, models, other) as store:
        print("ready", flush=True)
        for line in WORKS[work](store, folder, models, other):
            print(line, flush=True)


if __name__ == "__main__":
    main()
