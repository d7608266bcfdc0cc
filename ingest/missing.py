"""Tell which briefings came from a folder that no longer holds their file.

The home remembers, for each folder, which file gave which briefing. Nothing is removed here.
"""

import json
import logging
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest.sources import Source, readable
from vectorstore.catalogue import Catalogue
from vectorstore.errors import StorageError

logger = logging.getLogger(__name__)


def missing_from(catalogue: Catalogue, folders: Sequence[Path], ids: Mapping[Source, str]) -> list[str]:
    """Return the files that gave briefings before and are gone, and remember those that are there."""
    on_file = catalogue.facts()
    read_now = set(ids.values())
    missing: list[str] = []
    for folder in folders:
        name = f"folder:{readable(os.path.realpath(folder))}"
        before: dict[str, str] = json.loads(catalogue.meta(name) or "{}")
        now = {source.label: id for source, id in ids.items() if source.folder == folder}
        for label, id in before.items():
            if label in now or id in read_now or id not in on_file:
                continue  # read again, under another name, or removed on purpose
            now[label] = id
            if not os.path.lexists(folder / label):
                missing.append(label)
        if now != before:
            try:
                catalogue.set_meta({name: json.dumps(now, ensure_ascii=False, separators=(",", ":"))})
            except StorageError as error:  # the briefings are stored; only a later report would be poorer
                logger.warning("What %s held was not noted: %s", folder, error)
    return sorted(missing)
