"""Take in what a web address gives: a page, another file, or the entries of a feed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from ingest.preparing.intake import canonical_url
from ingest.readers import FEED, KNOWN_ENDINGS, Reading, Unread, read
from ingest.readers.feeds import Feed, FeedEntry, is_feed, read_feed
from ingest.readers.lines.fragment import fragment_lines
from ingest.report import Note
from ingest.sources.memory import Kept, Memory
from ingest.sources.source import Held, Several, Source, Unchanged
from ingest.text.dates import Stated
from ingest.web.fetching import Fetched, UnreachableError, fetch
from vectorstore.errors import SourceError


@dataclass(frozen=True)
class Page:
    """An address that a person named; where a program did, `typed` is false, and it must be public."""

    label: str
    memory: Memory = field(compare=False, repr=False)
    folder: Path | None = None
    typed: bool = field(default=True, compare=False)

    @property
    def key(self) -> str:
        return canonical_url(self.label) or self.label

    def read(self) -> Iterator[Held]:
        known = self.memory.of(self.key)
        fetched = fetch(self.label, typed=self.label if self.typed else None, validators=known.validators)
        if fetched.body is None:
            yield from self._unchanged(list(known.kept), {label: row.id for label, row in known.kept.items()})
        elif is_feed(fetched.body):
            yield from self._entries(fetched, read_feed(fetched.body, fetched.url))
        else:
            readings = list(readings_of(fetched))
            if not any(isinstance(reading, Unread) for reading in readings):
                self.memory.note(self.key, fetched.validators, {self: ""})
            yield from readings

    def _unchanged(self, labels: list[str], ids: dict[str, str]) -> Iterator[Held]:
        if labels == [self.label]:
            yield Unchanged(ids[self.label])
        else:
            yield Several([KeptSource(label, ids[label]) for label in labels])

    def _entries(self, fetched: Fetched, feed: Feed) -> Iterator[Held]:
        known = self.memory.of(self.key)
        sources: dict[Source, str] = {}
        for entry in feed.entries:
            source = Entry(self.label, entry, self.memory, typed=self.typed)
            kept = known.kept.get(source.label)
            if kept and kept.digest == entry.digest and kept.is_complete:
                same = KeptSource(source.label, kept.id)
                sources[same] = entry.digest
                if kept.tried:
                    self.memory.note_without_page(same)
            else:
                sources[replace(source, kept=kept)] = entry.digest
        if feed.listed > len(feed.entries):
            yield Note(
                self.label, f"lists {feed.listed} entries; the newest {len(feed.entries)} are taken in."
            )
        self.memory.note(self.key, fetched.validators, sources)
        yield Several([*sources])


@dataclass(frozen=True)
class Entry:
    """An entry of a feed: the page that it links to or, where that cannot be had, what the feed says."""

    feed: str
    entry: FeedEntry
    memory: Memory = field(compare=False, repr=False)
    folder: Path | None = None
    kept: Kept | None = field(default=None, compare=False)  # what it gave before
    typed: bool = field(default=True, compare=False)  # whether a person named the feed

    @property
    def label(self) -> str:
        return self.entry.link or f"{self.feed}#{self.entry.id}"

    @property
    def key(self) -> str:
        return f"{self.feed} {self.entry.id}"

    def read(self) -> Iterator[Held]:
        said = "\n".join(fragment_lines(self.entry.html))
        try:
            if self.entry.link is None:
                raise UnreachableError("The feed links it to no page.")
            fetched = fetch(self.entry.link, typed=self.feed if self.typed else None)
            readings = list(readings_of(fetched))
            if len(said) > sum(len(found.text) for found in readings if isinstance(found, Reading)):
                raise UnreachableError("Its page has less text than the feed.")
        except SourceError as error:
            yield self._as_the_feed_says(said, error)
            return
        for reading in readings:
            yield self._completed(reading) if isinstance(reading, Reading) else reading

    def _as_the_feed_says(self, said: str, error: SourceError) -> Reading:
        if not said:
            raise SourceError(f"{error} The feed itself has no text of it.")
        # A feed may say what it likes of its own site's addresses, and of no other's.
        url = self.entry.link if _same_site(_host(self.entry.link), _host(self.feed)) else None
        has_page = not self.kept.tried if self.kept else self.memory.knows_url(canonical_url(url))
        if has_page:
            raise SourceError(f"{error} What is on file of it stays.")
        self.memory.note_without_page(self)
        note = f"taken in as the feed has it, for its page could not be had. {error}"
        return self._completed(Reading(said, url=url, notes=(note,)))

    def _completed(self, reading: Reading) -> Reading:
        dates = (Stated("feed", self.entry.published),) if self.entry.published else ()
        return replace(
            reading,
            title=reading.title or self.entry.title,
            publisher=reading.publisher or self.entry.publisher,
            dates=(*reading.dates, *dates),
        )


@dataclass(frozen=True)
class KeptSource:
    """What an address gave before and has not changed since."""

    label: str
    briefing_id: str
    folder: Path | None = None

    @property
    def key(self) -> str:
        return self.label

    def read(self) -> Iterator[Held]:
        yield Unchanged(self.briefing_id)


def readings_of(fetched: Fetched) -> Iterator[Reading | Unread]:
    """Read what was fetched by what it is; its URL is the one that it states, where that is its site's own.

    A page that names another site's address as its own would take the place of what is on file from there.
    """
    body = fetched.body or b""
    for reading in read(f"page{_ending(fetched, body)}", _as_utf8(body, fetched.charset)):
        if isinstance(reading, Unread) or reading.part:
            yield reading
            continue
        own = _same_site(_host(reading.url), _host(fetched.url))
        yield replace(reading, url=reading.url if own else fetched.url)


_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_HTML_WITHIN = re.compile(rb"<(?:body|article|main|div|p|h1)\b", re.I)
_BY_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}


def _ending(fetched: Fetched, body: bytes) -> str:
    """How a file of this content is called: the content decides, then the server, then the address."""
    named = PurePosixPath(urlsplit(fetched.url).path).suffix.lower()
    if _HTML_START.match(body[:4096]):
        return ".html"
    if body.startswith(b"%PDF-"):
        return ".pdf"
    if body.startswith(b"PK\x03\x04"):
        if "wordprocessingml" in fetched.content_type or named == ".docx":
            return ".docx"
        raise SourceError("It is a ZIP archive or office document. Download it and name that file.")
    ending = _BY_TYPE.get(fetched.content_type, named)
    by_name_alone = ending in (".html", ".htm") and fetched.content_type not in _BY_TYPE
    if (
        ending in (".pdf", ".docx", *FEED) or by_name_alone or ending not in KNOWN_ENDINGS
    ):  # its content says no
        return ".html" if _HTML_WITHIN.search(body[:4096]) else ".txt"
    return ending


def _as_utf8(body: bytes, charset: str | None) -> bytes:
    """The server's word on the encoding counts before the page's, where the bytes are no UTF-8 anyway."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return body.decode(charset or "utf-8").encode()
        except (UnicodeDecodeError, LookupError):
            pass
    return body


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _same_site(one: str, other: str) -> bool:
    """Whether two hosts are one, or one is within the other; `www.`, `m.` and `amp.` count for nothing.

    >>> _same_site("www.example.org", "news.example.org"), _same_site("example.org", "example.com")
    (True, False)
    """
    one, other = (re.sub(r"^(?:www|m|amp)\.", "", host) for host in (one, other))
    return bool(one and other) and (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))
