"""Read a web page saved to disk: the article without what surrounds it, and what its head says.

Nothing is fetched. The article is found by trafilatura; dates come from meta tags and JSON-LD first.
"""

import re
from typing import Any

from ingest.dates import Stated, parse_date
from ingest.readers.article import article_lines
from ingest.readers.fragment import fragment_lines
from ingest.readers.opening import read_opening
from ingest.readers.page_tree import page_tree, whole_lines
from ingest.readers.plain_text import short_title
from ingest.readers.reading import Reading


def read_html_page(html: str) -> Reading:
    """Read a page; one without a recognisable article is read whole."""
    page = page_tree(html)
    if page is None:
        return Reading(text="\n".join(fragment_lines(html)))
    head = _Head(page.root)
    article = None if page.in_tables else _article(page.root, head.url)
    lines = article_lines(article.body) if article is not None and article.body is not None else []
    if not lines:
        lines = whole_lines(page.root)
    opening = read_opening(lines)
    stated = head.title or (article and article.title)
    text = opening.lines or lines
    if len(text) > 1 and stated and _letters(text[0]) == _letters(stated):
        text = text[1:]
    dates = [*head.dates, *opening.dates]
    if not dates and (guess := _date_in_page(html, head.url)):
        dates.append(Stated("meta tag", guess))
    return Reading(
        text="\n".join(text),
        title=stated or (short_title(text[0].lstrip("#|- ")) if text else None),
        publisher=head.publisher or opening.publisher or (article and article.sitename) or None,
        url=head.url or opening.url,
        language=head.language,
        dates=tuple(dates),
        modified=head.modified,
    )


def _article(tree: Any, url: str | None) -> Any:
    """What trafilatura takes for the article of a page, and for its title and site."""
    import trafilatura

    for moment in list(tree.iter("time")):
        if moment.xpath("ancestor::p | ancestor::li | ancestor::td | ancestor::blockquote"):
            moment.drop_tag()  # trafilatura takes its words out of their sentence
    return trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        with_metadata=True,
    )


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page names in its first bytes."""
    match = _CHARSET.search(content[:4096])
    return match[1].decode("ascii").lower() if match else None


_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)""")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
_PUBLISHED_NAMES = (
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
_MODIFIED_NAMES = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
)
_JSON_MODIFIED = re.compile(r'"dateModified"\s*:\s*"([^"]{4,40})"')
_JSON_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_JSON_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"]{1,100})"')


class _Head:
    """What the head of a page and its JSON-LD say."""

    def __init__(self, tree: Any) -> None:
        meta: dict[str, str] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = " ".join((element.get("content") or "").split())
            if name and content:
                meta.setdefault(name.strip().lower(), content)
        data = "\n".join(
            element.text or ""
            for element in tree.iter("script")
            if element.get("type") == "application/ld+json"
        )
        stated = [meta[name] for name in _PUBLISHED_NAMES if name in meta]
        stated += _JSON_PUBLISHED.findall(data)
        stated += [element.get("datetime") for element in tree.iter("time") if element.get("datetime")][:1]
        self.dates = [Stated("meta tag", text) for text in stated if parse_date(text)] or [
            Stated("meta tag", text) for text in stated[:1]
        ]
        changed = [meta[name] for name in _MODIFIED_NAMES if name in meta] + _JSON_MODIFIED.findall(data)
        self.modified = next((day for text in changed if (day := parse_date(text))), None)
        publisher = _JSON_PUBLISHER.search(data)
        self.publisher = (
            meta.get("og:site_name") or (publisher and publisher[1]) or meta.get("publisher") or None
        )
        self.title = meta.get("og:title") or _first_heading(tree)
        self.language = tree.get("lang")
        self.url = self._url(tree, meta)

    def _url(self, tree: Any, meta: dict[str, str]) -> str | None:
        canonical = [e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]
        saved = [_SAVED_FROM.search(f"<!--{e.text}-->") for e in tree.itersiblings(preceding=True) if e.text]
        stated = [*canonical, meta.get("og:url"), *(match[1] for match in saved if match)]
        return next((url for url in stated if url and url.startswith(("http://", "https://"))), None)


def _first_heading(tree: Any) -> str | None:
    import lxml.html  # type: ignore[import-untyped]  # its stubs are a package of their own

    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            lines = fragment_lines(lxml.html.tostring(element, encoding="unicode", with_tail=False))
            if words := " ".join(lines).lstrip("# "):
                return words
    return None


def _date_in_page(html: str, url: str | None) -> str | None:
    """A date that the page shows in a usual place; none that is only somewhere in its words."""
    import htmldate

    found = htmldate.find_date(html, url=url, extensive_search=False, original_date=True)
    return str(found) if found else None


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
