"""Tell which briefings came from a folder that no longer holds their file.

The home remembers, for each folder, which file gave which briefing; of a file that holds several,
`news.jsonl#12` is one, and `news.zip/a.md` of an archive. Nothing is removed here:
see `ingest.maintenance.pruning`.
"""

import json
import logging
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ingest.sources.finding import readable
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.source import Given, Source
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.errors import StorageError

NOTED = "folder:"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Missing:
    """A briefing whose file, or its part of a file, is no longer in the folder that it came from."""

    label: str
    briefing_id: str
    folder: Path


def missing_from(
    catalogue: Catalogue,
    folders: Sequence[Path],
    taken: Mapping[Source, Mapping[str, Given]],
    failed: Collection[str] = (),
    selection: Selection = EVERYTHING,
) -> list[Missing]:
    """Return what gave briefings before and is gone, by label, and remember what is there.

    `taken` maps each source that was read to its labels and what they gave; what `failed` names is still
    there. Of what `selection` leaves out nothing is known: it was not looked at.
    """
    on_file = catalogue.facts()
    read_now = {given.id for parts in taken.values() for given in parts.values()}
    missing: list[Missing] = []
    for folder in folders:
        name = noted_as(folder)
        before: dict[str, str] = json.loads(catalogue.meta(name) or "{}")
        here = {source.label: parts for source, parts in taken.items() if source.folder == folder}
        now = {label: given.id for parts in here.values() for label, given in parts.items()}
        for label, id in before.items():
            if label in now or id in read_now or id not in on_file:
                continue  # read again, under another name, or removed on purpose
            now[label] = id
            file = next((file for file in here if label.startswith(f"{file}#")), None)
            archive = _archive_of(folder, label)
            if not _is_chosen(selection, label, archive):
                continue
            if archive:
                is_gone = any(other.startswith(f"{archive}/") for other in here)  # it was looked into
            else:
                is_gone = file is not None or not _is_there(folder, label)
            if is_gone and label not in failed:
                missing.append(Missing(label, id, folder))
        if now != before:
            try:
                catalogue.set_meta({name: json.dumps(now, ensure_ascii=False, separators=(",", ":"))})
            except StorageError as error:  # the briefings are stored; only a later report would be poorer
                logger.warning("What %s held was not noted: %s", folder, error)
    return sorted(missing, key=lambda found: found.label)


def noted_as(folder: Path) -> str:
    """The name under which the home remembers what a folder held."""
    return f"{NOTED}{readable(os.path.realpath(folder))}"


def _archive_of(folder: Path, label: str) -> str | None:
    """The archive in the folder that a label names a member of."""
    parents = (parent.as_posix() for parent in PurePosixPath(label).parents)
    return next((parent for parent in parents if (folder / parent).is_file()), None)


def _is_chosen(selection: Selection, label: str, archive: str | None) -> bool:
    """Whether a selection takes a file for sure: by its place in the folder, and in its archive."""
    places = [label] if archive is None else [label, label.removeprefix(f"{archive}/")]
    return all(selection.takes(of) or selection.takes(of.partition("#")[0]) for of in places)


def _is_there(folder: Path, label: str) -> bool:
    """Whether there is a file of this name, or the one that it is a part of: a name may hold a #."""
    pieces = label.split("#")
    return any(os.path.lexists(folder / "#".join(pieces[:count])) for count in range(1, len(pieces) + 1))
