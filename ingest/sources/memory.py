"""Remember what web addresses gave, so that what is the same need not be fetched again.

Kept in the catalogue under `web:ADDRESS`. It is believed only while every briefing that it tells of is
on file with the content of then, and it is written when all of an ingest is stored.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime

from ingest.sources.same_files import SameFiles
from ingest.sources.source import Given, Source
from ingest.web.fetching import Validators
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.errors import StorageError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """A briefing that an address gave; `tried` is the day on which its page could not be had.

    `digest` is that of what a feed said of it.
    """

    id: str
    content_hash: str
    digest: str = ""
    tried: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether it need not be tried again today."""
        return self.tried is None or self.tried == _today()


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an address gave the last time, by label."""

    validators: Validators = field(default_factory=Validators)
    kept: Mapping[str, Kept] = field(default_factory=dict)


class Memory:
    """Reads what was remembered before this ingest, and collects what to remember of it."""

    def __init__(self, catalogue: Catalogue, dating: bool = False) -> None:
        """While `dating`, undated briefings are read again: the command has a date for them."""
        self.files = SameFiles(catalogue, dating)
        self._catalogue = catalogue
        self._dating = dating
        self._given: dict[str, tuple[Validators, Mapping[Source, str]]] = {}
        self._without_page: set[Source] = set()

    def of(self, address: str) -> Remembered:
        """What an address gave, as far as that is still on file as it was."""
        found = json.loads(self._catalogue.meta(f"web:{address}") or "{}")
        if not found:
            return Remembered()
        kept = {label: Kept(*row) for label, row in found["kept"].items()}
        valid = {label: row for label, row in kept.items() if self._is_on_file(row)}
        complete = kept and len(valid) == len(kept) and all(row.is_complete for row in kept.values())
        return Remembered(Validators(*found["validators"]) if complete else Validators(), valid)

    def knows_url(self, url: str | None) -> bool:
        """Whether a briefing from this URL is on file."""
        return url is not None and any(facts.url == url for facts in self._catalogue.facts().values())

    def note(self, address: str, validators: Validators, digests: Mapping[Source, str]) -> None:
        """Take down what an address gives; `digests` are those of what a feed says of each source."""
        self._given[address] = (validators, digests)

    def note_without_page(self, source: Source) -> None:
        """Take down that a feed's entry was taken in without its page."""
        self._without_page.add(source)

    def keep(self, taken: Mapping[Source, Mapping[str, Given]]) -> None:
        """Remember what was noted, by the ids that the sources have now that they are stored."""
        facts = self._catalogue.facts()
        rows: dict[str, str] = {}
        for address, (validators, digests) in self._given.items():
            before = self.of(address).kept
            kept: dict[str, Kept] = {}
            for source, digest in digests.items():
                tried = _today() if source in self._without_page else None
                if source not in taken and source.label in before:  # it failed: what is on file stays its own
                    kept[source.label] = replace(before[source.label], digest="")
                for label, given in taken.get(source, {}).items():
                    if given.id in facts:
                        kept[label] = Kept(given.id, given.content_hash, digest, tried)
            whole = all(source in taken for source in digests)
            seen = validators if whole else Validators()
            rows[f"web:{address}"] = json.dumps(
                {"validators": astuple(seen), "kept": {label: astuple(row) for label, row in kept.items()}},
                ensure_ascii=False,
            )
        if rows:
            try:
                self._catalogue.set_meta(rows)
            except StorageError as error:  # all is stored; the next time it is fetched once more
                logger.warning("What was fetched was not noted: %s", error)

    def _is_on_file(self, kept: Kept) -> bool:
        facts = self._catalogue.facts().get(kept.id)
        if facts is None or facts.content_hash != kept.content_hash:
            return False
        return not (self._dating and facts.published is None)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
