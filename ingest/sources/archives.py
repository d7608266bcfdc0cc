"""Take the members of an archive for what they are: sources named `archive.zip/inner/name.md`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ingest.readers import KNOWN_ENDINGS, NoBriefingsError, largest, read
from ingest.readers.decoding import refuse_too_large
from ingest.report import Note
from ingest.sources.packing import MOST_MEMBERS, Pack, Packed, is_archive, unpacking
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.source import Held, Several
from vectorstore.errors import SourceError


@dataclass(frozen=True)
class Archive:
    """A zip or tar archive; in one that was found in a `folder` there may be no briefing."""

    path: Path
    label: str
    key: str
    folder: Path | None = None
    selection: Selection = field(default=EVERYTHING, compare=False)

    def read(self) -> Iterator[Held]:
        """Yield its briefings' files all at once and keep it open meanwhile."""
        with unpacking(self.path) as pack:
            members = [Member(self, *named, pack) for named in self._named(pack)]
            if not members and self.folder is None:
                raise SourceError(
                    f"It holds no briefings: no file in it ends with {', '.join(sorted(KNOWN_ENDINGS))}"
                    f"{', and is chosen by --include and --exclude' if self._is_narrowed else ''}."
                )
            yield Several(members)

    @property
    def _is_narrowed(self) -> bool:
        return bool(self.selection.include or self.selection.exclude)

    def _named(self, pack: Pack) -> Iterator[tuple[str, Packed]]:
        """The members that are looked at, each once, by their place in the archive."""
        seen: dict[str, Packed] = {}
        for number, member in enumerate(pack.members(), start=1):
            if number > MOST_MEMBERS:
                raise SourceError(
                    f"It has more than {MOST_MEMBERS} members. Pack them into several archives."
                )
            inner = _tidied(member.name)
            parts = PurePosixPath(inner).parts
            if not parts or any(part.startswith(".") and part != ".." for part in parts):
                continue
            if parts[0] == "__MACOSX" or not _is_looked_at(inner):
                continue
            if self.selection.takes(f"{self.label}/{inner}" if self.folder else inner):
                seen[inner] = member  # the last of a name counts, as when it is unpacked
        yield from seen.items()


@dataclass(frozen=True)
class Member:
    """A file in an archive that is open."""

    archive: Archive
    inner: str
    packed: Packed = field(compare=False)
    pack: Pack = field(compare=False, repr=False)

    @property
    def label(self) -> str:
        return f"{self.archive.label}/{self.inner}"

    @property
    def key(self) -> str:
        return f"{self.archive.key}/{self.inner}"

    @property
    def folder(self) -> Path | None:
        return self.archive.folder

    def read(self) -> Iterator[Held]:
        if ".." in PurePosixPath(self.inner).parts:
            raise SourceError(
                "Its name leads out of its archive. It is not read; pack it under another name."
            )
        if self.packed.fault:
            raise SourceError(self.packed.fault)
        if is_archive(self.inner):
            raise SourceError("It is an archive within an archive. Take it out and name it.")
        refuse_too_large(self.packed.size, largest(self.inner))
        try:
            yield from read(self.inner, self.pack.content(self.packed))
        except NoBriefingsError as error:
            yield Note(self.label, f"passed over. {error}")


def _tidied(name: str) -> str:
    """A member's name as a path: `.\\\\a\\\\b.md`, `/a/b.md` -> `a/b.md`; what leads out still shows it."""
    parts = name.encode("utf-8", "backslashreplace").decode().replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", "."))


def _is_looked_at(inner: str) -> bool:
    return PurePosixPath(inner).suffix.lower() in KNOWN_ENDINGS or is_archive(inner)
