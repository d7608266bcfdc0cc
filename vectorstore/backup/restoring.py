"""Read an export back into a home, which is as it was until the last step.

What is in the file is taken for untrusted: only members that the manifest names and an export writes are
read, no further than their stated size, and each must have its digest.
"""

import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from vectorstore.backup.export_format import FORMAT, MANIFEST, MEMBER
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.adoption import note_imported
from vectorstore.encoder.embedding import Encoder
from vectorstore.encoder.weights import digest_of
from vectorstore.errors import BriefingsError, SourceError, StorageError
from vectorstore.home import lock
from vectorstore.home.encoder_check import check_encoder
from vectorstore.home.lacking import complete_vectors
from vectorstore.home.swapping import settle, swap
from vectorstore.indexes.pair import CurrentPassages, build, put_into_use, remove_unused
from vectorstore.settings import CATALOGUE, HISTORY, QUESTIONS, HomeSettings
from vectorstore.tables.migrations import MIGRATIONS
from vectorstore.tables.schema import SQLITE

SCRATCH = "import-"
LARGEST_MANIFEST = 10_000_000  # bytes; a year of daily runs of ten question sets is 500,000


def restore(settings: HomeSettings, encoder: Encoder, source: Path, replace: bool = False) -> dict[str, Any]:
    """Fill a home from an export; return its manifest. Without `replace` the home must hold nothing.

    HomeInUseError while another process has the home, SourceError when the file is no sound export,
    IndexMismatchError when it needs another encoder. Nothing is changed then, and nothing embedded.
    """
    home = settings.home
    held = lock.hold(home, "import")
    try:
        settle(home)
        found = _held(home)
        if found and not replace:
            raise StorageError(
                f"The home {home} has {found}. Import into an empty one (BRIEFINGS_HOME), or with --replace, "
                "which puts the import in place of all that it holds."
            )
        for left in home.glob(f"{SCRATCH}*"):  # of an import that was killed
            shutil.rmtree(left, ignore_errors=True)
        try:
            with tempfile.TemporaryDirectory(dir=home, prefix=SCRATCH) as scratch:
                manifest = _unpack(source, Path(scratch))
                number = _prepare(settings, encoder, Path(scratch), manifest)
                swap(home, Path(scratch))
        except OSError as error:
            raise StorageError(
                f"The import failed: {error.strerror or error}. The home {home} is as it was. Check the "
                "disk's free space and the folder's permissions."
            ) from error
        remove_unused(home, number)
        settle(home)
        return manifest
    finally:
        held.release()


def _held(home: Path) -> str:
    """Say what a home holds that an import would replace; "" when nothing."""
    held: dict[str, int] = {}
    path = home / CATALOGUE
    try:
        if path.exists():
            with closing(sqlite3.connect(path)) as connection:
                held["briefings"] = connection.execute("SELECT count(*) FROM briefings").fetchone()[0]
                with suppress(sqlite3.OperationalError):  # there were none before schema version 9
                    conversations = connection.execute("SELECT count(*) FROM conversations")
                    held["conversations"] = conversations.fetchone()[0]
    except sqlite3.Error:
        return "a catalogue that cannot be read"
    held["question sets"] = len([*(home / QUESTIONS).glob("*.jsonl")])
    held["runs of question sets"] = len([*(home / HISTORY).glob("*/*.jsonl")])
    return " and ".join(f"{count} {name}" for name, count in held.items() if count)


def _unpack(source: Path, scratch: Path) -> dict[str, Any]:
    """Write the members into `scratch`; return the manifest."""
    with _explained(source), zipfile.ZipFile(source) as packed:
        if packed.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise ValueError("its manifest is too large")
        manifest = json.loads(packed.read(MANIFEST))
        if manifest["format"] != FORMAT:
            raise ValueError(f"its format is {manifest['format']}, and this program knows {FORMAT}")
        newest = len(MIGRATIONS) + 1
        if int(manifest["schema_version"]) > newest:
            raise ValueError(
                f"it was written by a newer version of the program ({manifest['program']}, schema version "
                f"{manifest['schema_version']}; this one knows up to {newest}). Upgrade it: pip install -U "
                "trade-briefings-assistant"
            )
        files: Mapping[str, Mapping[str, Any]] = manifest["files"]
        if CATALOGUE not in files or not all(MEMBER.fullmatch(name) for name in files):
            raise ValueError("its manifest names files that no export has")
        needed = sum(int(of["bytes"]) for of in files.values())
        if needed > shutil.disk_usage(scratch).free:
            raise StorageError(
                f"{source} unpacks to {needed:,} bytes, for which the home's disk has no room."
            )
        for name, of in files.items():
            target = scratch / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(name) as member, target.open("wb") as file:
                _copy(member, file, int(of["bytes"]))
            if digest_of(target) != of["sha256"]:
                raise ValueError(f"{name} in it is damaged: its SHA-256 is not the one that was written")
        return dict(manifest)


def _copy(member: Any, file: Any, size: int) -> None:
    left = size
    while data := member.read(min(1 << 20, left + 1)):
        left -= len(data)
        if left < 0:
            raise ValueError("a file in it is larger than its manifest says")
        file.write(data)


@contextmanager
def _explained(source: Path) -> Iterator[None]:
    """Say in one sentence why a file is no export that can be read."""
    if source.exists() and not source.is_file():  # a device may have no end
        raise SourceError(f"{source} is no file. Expected one that `briefings export` wrote.")
    try:
        yield
    except FileNotFoundError as error:
        raise SourceError(f"{source} does not exist.") from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceError(
            f"{source} cannot be imported: it is no zip file, or cut off ({error}). Nothing was changed. "
            "Expected a file that `briefings export` wrote."
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = error.args[0] if isinstance(error, ValueError) and error.args else "it is no export"
        raise SourceError(f"{source} cannot be imported: {reason}. Nothing was changed.") from error


def _prepare(settings: HomeSettings, encoder: Encoder, scratch: Path, manifest: Mapping[str, Any]) -> int:
    """Bring the catalogue up to date and build its indexes in the home; return their number."""
    path = scratch / CATALOGUE
    with _sound(path):
        catalogue = Catalogue(f"{SQLITE}{path}")
    try:
        check_encoder(catalogue, encoder.identity, settings)
        complete_vectors(catalogue, encoder)
        note_imported(catalogue)
        counted = len(catalogue.facts()), catalogue.passage_count()
        if counted != (manifest["briefings"], manifest["passages"]):
            raise SourceError(
                f"The export holds {counted[0]} briefings and {counted[1]} passages, but says that it has "
                f"{manifest['briefings']} and {manifest['passages']}. Nothing was changed."
            )
        content = CurrentPassages(catalogue)
        indexes = build(settings.home, catalogue, encoder.identity, content)
        try:
            if problems := indexes.problems(content):
                raise StorageError(f"The import failed: {problems[0]}. Nothing was changed.")
            put_into_use(catalogue, indexes.number)
        finally:
            with suppress(BriefingsError):
                indexes.close()
        catalogue.scrub()
        return indexes.number
    finally:
        catalogue.close()


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    """Refuse a file that is no sound database before anything is made of it."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            said = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise SourceError(f"The catalogue in the export is damaged: {error}. Nothing was changed.") from error
    if said != "ok":
        raise SourceError(f"The catalogue in the export is damaged: {said}. Nothing was changed.")
    yield
