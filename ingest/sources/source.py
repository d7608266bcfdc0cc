"""What a source is to an ingest: something with a label and a key, which gives what it holds when read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingest.readers.reading import Reading, Unread
from ingest.report import Note


class Source(Protocol):
    """A file, a member of an archive, a web page, a feed's entry, a text that was pasted.

    `label` is what people see, `key` what makes it the same one again, `folder` the named one that it
    was found in. Two sources are equal when these are.
    """

    @property
    def label(self) -> str: ...

    @property
    def key(self) -> str: ...

    @property
    def folder(self) -> Path | None: ...

    def read(self) -> Iterator["Held"]:
        """Yield what it holds; SourceError says why nothing of it can be read.

        It may keep something open until the last item has been taken.
        """
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """What a source gave: the briefing that it is, and the digest of what was read of it.

    What is on file of that briefing may be another text, such as a later state of its page.
    """

    id: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Several:
    """Sources within a source, such as the members of an archive; they are counted in its place."""

    sources: Sequence[Source]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A briefing that is on file as its file or its server still has it, so that nothing was read."""

    briefing_id: str


Held = Reading | Unread | Unchanged | Several | Note
