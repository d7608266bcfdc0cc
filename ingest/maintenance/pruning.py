"""Remove briefings whose file is gone from its folder, where it is sure to be gone.

A folder that is missing, cannot be read or holds no briefing at all loses nothing: a disk that is
not mounted looks the same as one that was emptied.
"""

import json
import os
from collections.abc import Collection, Sequence
from pathlib import Path

from ingest.maintenance.missing import NOTED, Missing
from vectorstore.errors import NotFoundError
from vectorstore.store import Store


def prune(
    store: Store, missing: Sequence[Missing], read_from: Collection[Path]
) -> tuple[list[str], list[str]]:
    """Remove what is sure to be gone; return the labels removed, and in words why others stay.

    `read_from` are the folders that gave briefings this time.
    """
    pruned, kept = [], []
    elsewhere = _noted(store)
    for gone in missing:
        if gone.folder not in read_from:
            reason = "no briefing could be read from its folder, which may not be mounted"
        elif not _is_gone(gone.folder, gone.label):
            reason = "whether its file is gone cannot be seen"
        elif there := next(
            (path for path in elsewhere.get(gone.briefing_id, ()) if os.path.lexists(path)), None
        ):
            reason = f"it is also in {there}"
        else:
            try:
                store.remove(gone.briefing_id)
            except NotFoundError:  # somebody else was faster
                continue
            pruned.append(gone.label)
            continue
        kept.append(f"{gone.label}: {reason}. Remove it yourself: briefings remove {gone.briefing_id[:8]}")
    return pruned, kept


def _noted(store: Store) -> dict[str, list[str]]:
    """Return for each briefing every file that gave it, of all folders ever read."""
    files: dict[str, list[str]] = {}
    for name, value in store.catalogue.metas(NOTED).items():
        for label, id in json.loads(value).items():
            files.setdefault(id, []).append(os.path.join(name.removeprefix(NOTED), label))
    return files


def _is_gone(folder: Path, label: str) -> bool:
    """Whether there is no file of this name, or only the file that it was a part of; not when in doubt."""
    try:
        os.lstat(folder / label)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
