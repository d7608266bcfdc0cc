"""A text that a person pasted, with what that person says of it.

Every command imports it, so the readers are imported only when it is read.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vectorstore.errors import SourceError
from vectorstore.patterns import pattern

if TYPE_CHECKING:
    from ingest.sources.source import Held


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text without a file. What the person says of it counts before what the text says itself."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None

    @property
    def label(self) -> str:
        return self.url or self.key

    @property
    def key(self) -> str:
        """A name that the same text always has, with its URL; of another text with that URL another one."""
        name = f"pasted-{hashlib.sha256(self.text.strip().encode()).hexdigest()[:12]}"
        return f"{name} {self.url}" if self.url else name

    @property
    def folder(self) -> Path | None:
        return None

    def read(self) -> "Iterator[Held]":
        from ingest.preparing.intake import canonical_url
        from ingest.readers import Reading, read
        from ingest.text.dates import Stated

        if self.url and not canonical_url(self.url):
            raise SourceError(f"{self.url!r} is no http or https address. Check it, or leave --url out.")
        told = (Stated("person", self.published.isoformat()),) if self.published else ()
        for reading in read(f"pasted{self._ending}", self.text.encode(), self.title):
            if isinstance(reading, Reading):
                reading = replace(
                    reading,
                    title=self.title or reading.title,
                    publisher=self.publisher or reading.publisher,
                    url=self.url or reading.url,
                    dates=(*told, *reading.dates),
                )
            yield reading

    @property
    def _ending(self) -> str:
        if _HTML.match(self.text):
            return ".html"
        return ".md" if _FRONT_MATTER.match(self.text) else ".txt"


_HTML = pattern(r"\s*<(?:!doctype\s+html|html|body|article|div|p)\b", re.IGNORECASE)
_FRONT_MATTER = pattern(r"---[ \t]*\n")
