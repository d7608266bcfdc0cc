"""Work out what a batch changes: version numbers, old passages, and who takes over from an original.

A duplicate has no passages of its own. When its original goes or gets other content, the first
duplicate takes over the passages and the others are linked to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vectorstore.briefing import Briefing, Passage
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import Vectors
from vectorstore.errors import StorageError
from vectorstore.tables.near_rows import Sketch
from vectorstore.tables.rows import Change, Entry


@dataclass(frozen=True, slots=True)
class Prepared:
    """A briefing ready to be stored: a vector and the indexed text for each of its passages.

    `vectors` is float32, shape (passages, dimension). `indexed` is what was embedded: any
    prefix, then the passage's own text. A duplicate has no passages. Near-duplicates are found by
    `sketch`; without one, the next ingest makes it. `version` is the number under which a removed
    briefing comes back as it was; others get the next one.
    """

    briefing: Briefing
    vectors: Vectors
    indexed: tuple[str, ...] = field(default=(), repr=False)
    sketch: Sketch | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A change, and the passages that go when it has become visible."""

    change: Change
    outdated: tuple[str, ...]


def plan_change(catalogue: Catalogue, batch: Sequence[Prepared], removed: Sequence[str] = ()) -> Plan:
    """Plan to store `batch` and remove briefings; nothing is written."""
    entries = {prepared.briefing.id: _entry(catalogue, prepared) for prepared in batch}
    if len(entries) < len(batch):
        raise ValueError("a batch holds each briefing once")
    outdated: list[str] = []
    adopted: list[Entry] = []
    relinked: dict[str, str] = {}
    facts = catalogue.facts()
    for id in [*removed, *(id for id in entries if id in facts)]:
        passages = catalogue.passages_of(id)
        outdated += [passage.id for passage, _ in passages]
        if id in entries and _same_content(entries[id].briefing, facts[id].content_hash):
            continue
        staying = [
            other for other in catalogue.duplicates_of(id) if other not in entries and other not in removed
        ]
        arriving = [
            entry.briefing.id
            for entry in entries.values()
            if entry.briefing.duplicate_of == id and entry.briefing.content_hash == facts[id].content_hash
        ]
        if not staying + arriving:
            continue
        heir, *others = staying + arriving
        if heir in entries:
            own = replace(entries[heir].briefing, duplicate_of=None)
            entries[heir] = replace(_heir(own, passages), sketch=entries[heir].sketch)
        else:
            adopted.append(_heir(catalogue.briefing(heir), passages))
        for other in others:
            if other in entries:
                briefing = replace(entries[other].briefing, duplicate_of=heir)
                entries[other] = replace(entries[other], briefing=briefing)
            else:
                relinked[other] = heir
    change = Change(tuple(entries.values()), tuple(adopted), tuple(removed), relinked)
    _check_links(catalogue, change)
    return Plan(change, tuple(outdated))


def _entry(catalogue: Catalogue, prepared: Prepared) -> Entry:
    """Check a prepared briefing and give it its version number."""
    briefing = prepared.briefing
    sizes = {len(briefing.passages), len(prepared.vectors), len(prepared.indexed)}
    if len(sizes) > 1:
        raise ValueError(f"{briefing.source}: passages, vectors and indexed texts differ in number: {sizes}")
    if "\0" in briefing.text or not _encodable(briefing.text):
        raise StorageError(
            f"{briefing.source}: its text holds characters that no database takes (NUL or half of a "
            "surrogate pair). Save it as plain UTF-8 text and ingest it again."
        )
    version = prepared.version or catalogue.newest_version(briefing.id) + 1
    passages = tuple(
        replace(passage, briefing_id=briefing.id, version=version) for passage in briefing.passages
    )
    prefixes = [
        _prefix(briefing, passage, text) for passage, text in zip(passages, prepared.indexed, strict=True)
    ]
    return Entry(
        replace(briefing, version=version, passages=passages), tuple(prefixes), sketch=prepared.sketch
    )


def _prefix(briefing: Briefing, passage: Passage, indexed: str) -> str:
    if passage.text != briefing.text[passage.start : passage.end]:
        raise ValueError(f"{briefing.source}: passage {passage.number} is no slice of the text")
    if not indexed.endswith(passage.text):
        raise ValueError(
            f"{briefing.source}: what is indexed of passage {passage.number} does not end with it"
        )
    return indexed[: len(indexed) - len(passage.text)]


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _same_content(briefing: Briefing, content_hash: str) -> bool:
    return briefing.content_hash == content_hash and briefing.duplicate_of is None


def _heir(briefing: Briefing, passages: Sequence[tuple[Passage, str]]) -> Entry:
    """Return a duplicate with the passages of its original."""
    if any(passage.text != briefing.text[passage.start : passage.end] for passage, _ in passages):
        raise ValueError(f"{briefing.source} is on file as a duplicate, but its text is another")
    own = tuple(
        replace(passage, briefing_id=briefing.id, version=briefing.version) for passage, _ in passages
    )
    return Entry(replace(briefing, duplicate_of=None, passages=own), tuple(prefix for _, prefix in passages))


def _check_links(catalogue: Catalogue, change: Change) -> None:
    """Refuse duplicates of briefings that are not there, or are duplicates themselves."""
    originals = {facts.id for facts in catalogue.facts().values() if facts.duplicate_of is None}
    originals -= {*change.removed, *(e.briefing.id for e in change.written if e.briefing.duplicate_of)}
    originals |= {e.briefing.id for e in (*change.written, *change.adopted) if not e.briefing.duplicate_of}
    for entry in change.written:
        if entry.briefing.duplicate_of and entry.briefing.duplicate_of not in originals:
            raise StorageError(
                f"{entry.briefing.source} is a duplicate of {entry.briefing.duplicate_of}, which is no "
                "longer on file. Ingest it again."
            )
