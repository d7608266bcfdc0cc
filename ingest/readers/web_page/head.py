"""Read what a page says of itself: in its meta tags, its linked data and its marked-up day of publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ingest.readers.lines.fragment import fragment_lines
from ingest.readers.web_page.dates import marked_dates
from ingest.readers.web_page.linked_data import linked_data
from ingest.readers.web_page.own_part import OwnPart
from ingest.text.dates import Stated, parse_date
from ingest.text.head_lines import is_office, is_paper, kind_of
from ingest.text.letters import letters
from vectorstore.patterns import pattern


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is stated; the dates are as written, the strongest first."""

    title: str | None
    publisher: str | None
    url: str | None
    language: str | None
    dates: tuple[Stated, ...]
    modified: date | None


def page_head(tree: Any, part: OwnPart) -> PageHead:
    """Read it from a whole page; `part` is what of it is about its article."""
    meta = _meta(tree)
    url = _url(tree, meta)
    titles = [title for title in (meta.get("og:title"), *_headings(tree, part)) if title]
    blocks = [e.text or "" for e in tree.iter("script") if e.get("type") == "application/ld+json"]
    linked = linked_data(blocks, titles, url)
    stated = [*linked.published, *_named(meta, _PUBLISHED), *marked_dates(part)]
    readable = [text for text in stated if parse_date(text)]
    changed = (*_named(meta, _MODIFIED), *linked.modified, *_marked_as_modified(part))
    return PageHead(
        title=next(iter(titles), None),
        publisher=meta.get("og:site_name") or linked.publisher or meta.get("publisher") or None,
        url=url,
        language=tree.get("lang"),
        dates=tuple(Stated("meta tag", text) for text in readable or stated[:1]),
        modified=next((day for text in changed if (day := parse_date(text))), None),
    )


def site_in_title(tree: Any, part: OwnPart) -> str | None:
    """The site that a page's title names beside the heading: "Talks go on | Trade Desk", "WTO | Talks"."""
    *_, title = ("", *(" ".join(title.text_content().split()) for title in tree.xpath("//head/title")))
    pieces = _BETWEEN.split(title)
    cited = _CITED.fullmatch(title)
    heading = "" if part.heading is None else letters(part.heading.text_content())
    heads = (letters("".join(pieces[:count])) for count in range(1, len(pieces)))
    is_site = len(pieces[-1]) <= LONGEST_SITE and not re.search(r"\d", pieces[-1])
    if heading and heading in heads and is_site:
        return pieces[-1] or None
    if cited and heading and heading == letters(cited["title"]):
        return cited["site"]
    ends = (letters("".join(pieces[count:])) for count in range(1, len(pieces)))
    is_name = pieces[0].isupper() or is_office(pieces[0]) or is_paper(pieces[0])
    is_name = is_name and kind_of(pieces[0]) != "kind"
    return pieces[0] if heading and heading in ends and is_name else None


LONGEST_SITE = 60  # characters; more is another sentence
_BETWEEN = pattern(r"\s+(?:[|–—·•»-]|::)\s+")
_CITED = pattern(  # "Talks go on (Trade Desk, 3 May 2025)"
    r"(?P<title>.+) \((?P<site>[^(),\d]{2,60}), [^()]*(?:1[89]|20)\d\d\)"
)
_SAVED_FROM = pattern(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "pubdate",
    "date",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
)


def _meta(tree: Any) -> dict[str, str]:
    """The meta tags by their names in small letters; those among its words may be another story's."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content and not (element.get("itemprop") and element.xpath("ancestor::body")):
            meta.setdefault(name.strip().lower(), content)
    return meta


def _named(meta: dict[str, str], names: tuple[str, ...]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _marked_as_modified(part: OwnPart) -> list[str]:
    found = part.root.xpath(".//*[@itemprop='dateModified']")
    return [element.get("content") or element.get("datetime") or "" for element in found]


def _headings(tree: Any, part: OwnPart) -> Iterator[str]:
    """The heading of the article and the title of the page, in words."""
    import lxml.html  # type: ignore[import-untyped]  # its stubs are a package of their own

    for element in (part.heading, *tree.iter("title")):
        if element is not None:
            lines = fragment_lines(lxml.html.tostring(element, encoding="unicode", with_tail=False))
            yield " ".join(lines).lstrip("# ")


def _url(tree: Any, meta: dict[str, str]) -> str | None:
    canonical = [e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]
    saved = [_SAVED_FROM.search(f"<!--{e.text}-->") for e in tree.itersiblings(preceding=True) if e.text]
    stated = [*canonical, meta.get("og:url"), *(match[1] for match in saved if match)]
    return next((url for url in stated if url and url.startswith(("http://", "https://"))), None)
