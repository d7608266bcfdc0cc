"""Write everything that a home keeps into one file."""

import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from vectorstore.backup.export_format import FORMAT, MANIFEST
from vectorstore.encoder.weights import digest_of
from vectorstore.errors import StorageError
from vectorstore.settings import CATALOGUE, HISTORY, QUESTIONS
from vectorstore.store import Store
from vectorstore.tables.migrations import MIGRATIONS

SCRATCH = "export-"


def export(store: Store, target: Path) -> dict[str, Any]:
    """Write the home into `target`, a zip file, whole or not at all; return its manifest."""
    home = store.settings.home
    if target.exists() and not (target.is_file() and zipfile.is_zipfile(target)):
        raise StorageError(f"{target} is there already and is no export. Name another file.")
    for left in home.glob(f"{SCRATCH}*"):  # of an export that was killed
        shutil.rmtree(left, ignore_errors=True)
    try:
        with tempfile.TemporaryDirectory(dir=home, prefix=SCRATCH) as scratch:
            copy = Path(scratch) / CATALOGUE
            with store.writing():
                _copy(home / CATALOGUE, copy)
            manifest = _manifest(store, copy)
            members = [(CATALOGUE, copy), *_of_questions(home)]
            manifest["files"] = {
                name: {"bytes": path.stat().st_size, "sha256": digest_of(path)} for name, path in members
            }
            with _whole(target) as partial, zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr(MANIFEST, json.dumps(manifest, indent=2))
                for name, path in members:
                    packed.write(path, name)
            return manifest
    except (OSError, sqlite3.Error) as error:
        raise StorageError(
            f"The export to {target} failed: {error}. Nothing was written there. Check that its folder "
            "exists and may be written to, and the free space of both disks."
        ) from error


def _copy(source: Path, target: Path) -> None:
    """Copy a catalogue as it is at this moment, without what a removal or a reindex left in it."""
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        for table in ("next_passages", "next_words"):
            copy.execute(f"DELETE FROM {table}")
        copy.execute("DELETE FROM meta WHERE key IN ('next_digest', 'indexes')")
        copy.commit()
        copy.execute("VACUUM")


def _manifest(store: Store, copy: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(copy)) as connection:
        counts = {
            table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
            for table in ("briefings", "versions", "passages", "conversations", "feedback")
        }
    identity = store.encoder.identity
    return {
        "format": FORMAT,
        "program": version("trade-briefings-assistant"),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "schema_version": len(MIGRATIONS) + 1,
        **counts,
        "encoder": {
            "name": identity.name,
            "dimension": identity.dimension,
            "digest": identity.digest,
        },
    }


def _of_questions(home: Path) -> list[tuple[str, Path]]:
    """The sets of questions and their runs, by the names that they have in an export."""
    files = [*sorted((home / HISTORY).glob("*/*.jsonl")), *sorted((home / QUESTIONS).glob("*.jsonl"))]
    return [(path.relative_to(home).as_posix(), path) for path in files]


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """Yield a file beside `target` that takes its name when it is finished, and is on the disk by then."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")  # 0600
    os.close(descriptor)
    partial = Path(name)
    try:
        yield partial
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
