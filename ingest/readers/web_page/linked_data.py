"""Read what the linked data (JSON-LD) of a page says of its own article, not of the others that it lists."""

import html
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.text.letters import letters
from vectorstore.patterns import pattern


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Dates as they are written, the strongest first."""

    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    publisher: str | None = None


def linked_data(blocks: Sequence[str], titles: Collection[str], url: str | None) -> LinkedData:
    """Read the blocks of a page that has these titles and this address.

    >>> linked_data(['{"@type": "NewsArticle", "datePublished": "2025-06-08"}'], [], None).published
    ('2025-06-08',)
    """
    objects: list[Mapping[str, Any]] = []
    broken: list[str] = []
    for block in blocks:
        try:
            objects += _objects(json.loads(_WRAPPING.sub("", block), strict=False))
        except (ValueError, RecursionError):
            broken.append(block)
    told = [*_own(objects, titles, url), *(it for it in objects if _is_page(it))]
    text = "\n".join(broken)
    return LinkedData(
        published=(*_texts(told, "datePublished"), *_PUBLISHED.findall(text)),
        modified=(*_texts(told, "dateModified"), *_MODIFIED.findall(text)),
        publisher=_publisher([*told, *objects], objects) or next(iter(_PUBLISHER.findall(text)), None),
    )


_WRAPPING = pattern(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_ARTICLE = pattern(r"(?:Article|BlogPosting|Report|Announcement)$")
# Only of what is no JSON.
_MODIFIED = pattern(r'"dateModified"\s*:\s*"([^"]{4,40})"')
_PUBLISHED = pattern(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_PUBLISHER = pattern(r'"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"]{1,100})"')


def _objects(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """What the page is about; what stands in lists of other pages, or is mentioned, is not."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth)
    elif isinstance(value, Mapping):
        yield value
        if depth < 3:  # a graph of a page of an article; deeper, others are told of
            for name in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _objects(value.get(name), depth + 1)


def _own(
    objects: Sequence[Mapping[str, Any]], titles: Collection[str], url: str | None
) -> list[Mapping[str, Any]]:
    """The article of the page: the one with its title or address, else the only one of its day."""
    articles = [it for it in objects if any(_ARTICLE.search(kind) for kind in _kinds(it))]
    named = {letters(title) for title in titles} - {""}
    address = _address(url)
    matching = [
        it
        for it in articles
        if letters(_text(it.get("headline"))) in named
        or (
            address
            and address in map(_address, (_text(it.get("url")), _id(it), _id(it.get("mainEntityOfPage"))))
        )
    ]
    if matching:
        return matching
    return articles if len(set(_texts(articles, "datePublished"))) == 1 else []


def _is_page(it: Mapping[str, Any]) -> bool:
    kinds = _kinds(it)
    return not kinds or any(kind.endswith("WebPage") for kind in kinds)


def _kinds(it: Mapping[str, Any]) -> list[str]:
    kinds = it.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _texts(objects: Sequence[Mapping[str, Any]], name: str) -> list[str]:
    return [text for it in objects if (text := _text(it.get(name)))]


def _publisher(told: Sequence[Mapping[str, Any]], objects: Sequence[Mapping[str, Any]]) -> str | None:
    """The name of the first publisher; one that is only referred to is looked up."""
    by_id = {_id(it): it for it in objects if it.get("name")}
    for it in told:
        publishers = it.get("publisher")
        for publisher in publishers if isinstance(publishers, list) else [publishers]:
            if isinstance(publisher, Mapping):
                publisher = publisher.get("name") or by_id.get(_id(publisher), {}).get("name")
            if name := _text(publisher):
                return name
    return None


def _id(value: Any) -> str:
    return _text(value.get("@id")) if isinstance(value, Mapping) else _text(value)


def _address(url: str | None) -> str:
    return re.sub(r"^https?://(?:www\.)?|[#?].*$|/+$", "", url or "").rstrip("/").casefold()


def _text(value: Any) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
