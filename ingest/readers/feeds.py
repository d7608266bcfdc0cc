"""Read an RSS or Atom feed: its newest entries, with what it says of each. Nothing is fetched."""

import codecs
import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ingest.readers.lines.fragment import fragment_lines
from vectorstore.errors import SourceError

MOST_ENTRIES = 200  # of one feed at a time; a busy one lists 50 to 100, and each is a page to fetch
LARGEST_FEED = 10_000_000  # bytes: 10 s to read; 10,000 entries with a summary each have 5
DEEPEST = 1000  # elements within each other; a broken feed may leave a few hundred open


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
    import feedparser  # type: ignore[import-untyped]  # has no types

    _refuse_endless(content)
    # A file object: a string that looks like an address or a path would be opened by feedparser. Its
    # cleaning of HTML is left out: 1.4 MB of unclosed comments take it minutes, and we keep no tag anyway.
    parsed: Any = feedparser.parse(
        io.BytesIO(content),
        response_headers={"content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
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
_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]*?(/?)>")


def _refuse_endless(content: bytes) -> None:
    """Refuse a feed that would keep feedparser busy for hours: its time grows with size times depth."""
    if len(content) > LARGEST_FEED:
        raise SourceError(
            f"It is a feed of {len(content) / 1e6:.0f} MB; one may have {LARGEST_FEED / 1e6:.0f} MB. Name a "
            "feed that lists less, or the pages themselves."
        )
    depth = 0
    for tag in _TAG.finditer(_CDATA.sub(b"", content)):
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if depth > DEEPEST:
            raise SourceError(f"Its elements are more than {DEEPEST} deep within each other, as in no feed.")


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
