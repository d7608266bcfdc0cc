"""What an ingest did, as printed and as JSON."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be taken in, and why."""

    source: str
    error: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know of a source: what of it was not read, or why all of it was passed over."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A briefing in a language (ISO 639) that the encoder does not know: search will hardly find it."""

    source: str
    language: str


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far a running ingest is: `done` of `total` sources; `source` is the one just finished.

    Or, where there are `passages`, the one at hand: `embedded` of them are. The first `stored` that were
    finished with are on file.
    """

    done: int
    total: int
    source: str
    embedded: int = 0
    passages: int = 0
    stored: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of sources: added + updated + unchanged + duplicates + failed = sources seen.

    A source of several briefings counts as many times. `undated`, `missing`, `foreign` and `notes` are
    overlays: briefings without a date among those taken in, briefings on file whose file is gone from the
    folder, briefings taken in whose language the encoder does not know, and what to know of a source.
    `pruned` were removed because their file is gone; `kept` says why others were not. `suspicious` says what
    is odd about a date: it is after tomorrow, or may be read in two ways. `came` are the ids of what was
    added, updated or found to be a duplicate.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    undated: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    suspicious: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    notes: tuple[Note, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    came: tuple[str, ...] = ()
    passages: int = 0
    seconds: float = 0.0

    @property
    def seen(self) -> int:
        return self.added + self.updated + self.unchanged + self.duplicates + len(self.failed)

    def to_json(self) -> dict[str, Any]:
        """The object that `ingest --json` prints: undated and missing as counts."""
        return {
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "duplicates": self.duplicates,
            "undated": len(self.undated),
            "missing": len(self.missing),
            "pruned": list(self.pruned),
            "kept": list(self.kept),
            "suspicious": list(self.suspicious),
            "failed": [{"source": f.source, "error": f.error} for f in self.failed],
            "foreign": [{"source": f.source, "language": f.language} for f in self.foreign],
            "notes": [{"source": n.source, "note": n.text} for n in self.notes],
            "passages": self.passages,
            "seconds": round(self.seconds, 3),
        }
