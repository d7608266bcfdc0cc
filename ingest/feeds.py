"""Read an RSS or Atom feed: its newest entries, with what it says of each. Nothing is fetched."""

import codecs
import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ingest.readers.fragment import fragment_lines
from vectorstore.errors import SourceError

MOST_ENTRIES = 200  # of one feed at a time; a busy one lists 50 to 100, and each is a page to fetch


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed says of one briefing; `html` is its content, or its summary."""

    id: str
    link: str | None
    title: str | None
    publisher: str | None
    published: str | None
    html: str

    @property
    def digest(self) -> str:
        """Another one when the feed says anything else."""
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest entries of a feed, newest first, and how many it lists."""

    entries: tuple[FeedEntry, ...]
    listed: int


def is_feed(content: bytes) -> bool:
    """Whether the root of a document is that of a feed, whatever its server and its name say.

    >>> is_feed(b"<?xml version='1.0'?><!-- news --><rss version='2.0'>"), is_feed(b"<html><rss>")
    (True, False)
    """
    start = content[:_START]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "replace").encode()
    return _ROOT.match(start) is not None


def read_feed(content: bytes, url: str) -> Feed:
    """Read the feed at `url`; SourceError when it has no entry that can be told from others."""
    import feedparser  # type: ignore[import-untyped]

    # A file object: a string that looks like an address or a path would be opened by feedparser.
    parsed: Any = feedparser.parse(io.BytesIO(content), response_headers={"content-location": url})
    entries = {entry.id: entry for raw in parsed.entries if (entry := _entry(raw, parsed.feed))}
    if not entries:
        raise SourceError("It is a feed without entries. If it should have some, look at it in a browser.")
    when = {id: stamp for raw in parsed.entries if (id := _id(raw)) and (stamp := _stamp(raw))}
    # Stable: entries without a date stay where the feed has them, which is newest first by custom.
    newest = sorted(entries.values(), key=lambda entry: when.get(entry.id, _NEWEST), reverse=True)
    return Feed(tuple(newest[:MOST_ENTRIES]), len(entries))


_START = 4096  # bytes in which the root stands; what comes before it is declarations and comments
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>)*"
    rb"<(?:rss|feed|(?:\w+:)?RDF|atom:feed)[\s>]",
    re.DOTALL,
)
_NEWEST = (9999,)


def _id(raw: Mapping[str, Any]) -> str | None:
    return raw.get("id") or raw.get("link") or None


def _stamp(raw: Mapping[str, Any]) -> tuple[int, ...] | None:
    found = raw.get("published_parsed") or raw.get("updated_parsed")
    return tuple(found[:6]) if found else None


def _entry(raw: Any, feed: Any) -> FeedEntry | None:
    id = _id(raw)
    if not id:
        return None
    content = max((part.get("value") or "" for part in raw.get("content", ())), key=len, default="")
    link = raw.get("link") or ""
    return FeedEntry(
        id=id,
        link=link if link.startswith(("http://", "https://")) else None,
        title=_words(raw.get("title")),
        publisher=_words((raw.get("source") or {}).get("title") or feed.get("title") or raw.get("author")),
        published=raw.get("published") or raw.get("updated") or None,
        html=content or raw.get("summary") or "",
    )


def _words(html: str | None) -> str | None:
    return " ".join(fragment_lines(html or "")).strip() or None
