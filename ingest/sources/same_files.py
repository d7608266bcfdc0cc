"""Know a file by its bytes, so that one that is on file as it is need not be read again.

Kept in the catalogue under `file:KEY`: what was read of a file of one briefing, and what read it. It is
believed only while that briefing is on file with the content of then, and by the readers of then.
"""

import hashlib
import json
import logging
from collections.abc import Collection, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ingest.sources.source import Given, Source
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.errors import StorageError

logger = logging.getLogger(__name__)

KEPT = "file:"
# That read files, or what stands in them. A test holds them against what `ingest` imports.
LIBRARIES = (
    "charset-normalizer", "dateparser", "feedparser", "lxml", "lxml-html-clean", "markdown-it-py",
    "py3langid", "pypdfium2", "python-docx", "pyyaml", "trafilatura",
)  # fmt: skip


class SameFiles:
    """The files that earlier ingests read, and those that this one looks at."""

    def __init__(self, catalogue: Catalogue, dating: bool = False) -> None:
        """While `dating`, every file is read: the command has a date for some."""
        self._catalogue = catalogue
        self._dating = dating
        self._before: dict[str, str] | None = None
        self._digests: dict[str, str] = {}

    def briefing_of(self, key: str, content: bytes) -> str | None:
        """The id of the briefing that a file gave when it was read, while both are as they were."""
        self._digests[key] = hashlib.sha256(_readers() + content).hexdigest()
        if self._dating:
            return None
        digest, id, content_hash = json.loads(self._kept().get(KEPT + key) or '["", "", ""]')
        facts = self._catalogue.facts().get(id)
        return id if digest == self._digests[key] and facts and facts.content_hash == content_hash else None

    def keep(self, taken: Mapping[Source, Mapping[str, Given]], unsure: Collection[str]) -> None:
        """Remember the files that gave one briefing, by the ids that they have now that these are stored.

        `unsure` are the labels of which there is something to report each time, parts of files too.
        """
        facts = self._catalogue.facts()
        parts_of = {label.rpartition("#")[0] for label in unsure} | set(unsure)
        rows: dict[str, str] = {}
        for source, parts in taken.items():
            given = parts.get(source.label)
            if source.key not in self._digests or len(parts) > 1 or source.label in parts_of:
                continue
            if given is None or given.id not in facts:
                continue
            row = json.dumps([self._digests[source.key], given.id, given.content_hash])
            if self._kept().get(KEPT + source.key) != row:
                rows[KEPT + source.key] = row
        if rows:
            try:
                self._catalogue.set_meta(rows)
            except StorageError as error:  # all is stored; the next time they are read once more
                logger.warning("What files were read was not noted: %s", error)

    def _kept(self) -> dict[str, str]:
        if self._before is None:
            self._before = self._catalogue.metas(KEPT)
        return self._before


@lru_cache(maxsize=1)
def _readers() -> bytes:
    """A digest of the code of all of `ingest` and of the libraries that it reads with."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    for library in LIBRARIES:
        try:
            digest.update(f"{library} {version(library)}".encode())
        except PackageNotFoundError:
            continue
    return digest.digest()
