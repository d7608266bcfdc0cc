"""Show one briefing whole: what is known of it, its versions, its text with a quote marked and its pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from assistant.web.briefings.listing import BY_HAND, LIKELY
from assistant.web.days import day_of, spoken_date
from assistant.web.markup import act, block, link
from ingest.text.parties import party_name
from vectorstore.briefing import Briefing, Version
from vectorstore.patterns import pattern

DEEPEST = 3  # levels of a nested list that are still moved in: more would leave no room at 360 px


@dataclass(frozen=True, slots=True)
class Place:
    """Characters [start, end) of a briefing in one of its versions; nothing marked when they are equal."""

    briefing_id: str
    version: int | None = None
    start: int = 0
    end: int = 0

    @property
    def words(self) -> str:
        """As an address names it: `0a1b2c3d`, or with version, start and end behind that.

        >>> Place("0a1b2c3d").words, Place("0a1b2c3d", None, 5, 9).words
        ('0a1b2c3d', '0a1b2c3d.0.5.9')
        """
        numbers = (self.version or 0, self.start, self.end)
        return ".".join([self.briefing_id, *(map(str, numbers) if any(numbers) else ())])


def briefing_html(briefing: Briefing, place: Place, name: str = "") -> str:
    """The briefing with the words at `place` marked; `name` begins its ids, so that two can be on a page."""
    return block(
        f'<article class="briefing"><h2 id="{name}briefing-title" tabindex="-1">{escape(briefing.title)}</h2>'
        f"{_facts(briefing)}{_versions(briefing)}"
        f'<div class="text">{"".join(_Text(briefing, place, name).blocks())}</div></article>'
    )


def _facts(briefing: Briefing) -> str:
    published = '<span class="tag">undated</span>'
    if briefing.published:
        told = {BY_HAND: "set by hand", LIKELY: "likely, by a line near the top"}
        origin = told.get(briefing.published_from or "", briefing.published_from or "")
        published = f'{spoken_date(briefing.published)} <span class="from">{escape(origin)}</span>'
    rows = {
        "Publisher": escape(briefing.publisher or ""),
        "Published": published,
        "Edited": f"after publication; known from {spoken_date(briefing.known_from)}"
        if briefing.edited
        else "",
        "Parties": escape(", ".join(map(party_name, briefing.parties))),
        "Source": escape(briefing.source),
        "Address": link(briefing.url) if briefing.url and briefing.url != briefing.source else "",
        "Pages": str(len(briefing.page_starts) or ""),
        "Corrected": escape(f"by a person: {', '.join(briefing.corrected)}") if briefing.corrected else "",
        "Copy of": act("open", "the same text under another name", briefing.duplicate_of)
        if briefing.duplicate_of
        else "",
        "Also in": escape(", ".join(briefing.also_in)),
        "Taken in": escape(day_of(briefing.ingested_at)),
    }
    shown = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows.items() if value)
    return f'<dl class="facts">{shown}</dl>'


def _versions(briefing: Briefing) -> str:
    if len(briefing.versions) < 2:
        return ""
    items = "".join(f"<li>{_version(version, briefing)}</li>" for version in reversed(briefing.versions))
    return f'<h3 class="label">Versions</h3><ol class="versions">{items}</ol>'


def _version(version: Version, briefing: Briefing) -> str:
    unknown = "undated" if version.published is None else "corrected later"
    known = f"known from {spoken_date(version.known_from)}" if version.known_from else unknown
    words = f"Version {version.number}"
    if version.number == briefing.version:
        name = f"<strong>{words}</strong>, shown here"
    else:
        name = act("open", words, briefing.id, version.number)
    return f"{name}, {known}, taken in {escape(day_of(version.ingested_at))}"


class _Text:
    """A briefing's text as blocks of HTML; offsets are into the text."""

    def __init__(self, briefing: Briefing, place: Place, name: str) -> None:
        self._text = briefing.text
        self._pages = briefing.page_starts
        self._place = place
        self._name = name
        self._anchored = False  # the first marked piece has the id that the page scrolls to

    def blocks(self) -> Iterator[str]:
        """One block of the text a line, list items and table rows together."""
        at, open_tag = 0, ""
        for line in self._text.split("\n"):
            end = at + len(line)
            tag, html = self._line(line, at, end)
            if tag != open_tag and (html or open_tag == "table"):
                yield _CLOSING[open_tag]
                yield _OPENING[tag]
                open_tag = tag
            yield html
            at = end + 1
        yield _CLOSING[open_tag]

    def _line(self, line: str, start: int, end: int) -> tuple[str, str]:
        if not line.strip():
            return "", ""
        if heading := _HEADING.match(line):
            return "", f"<h3>{self._inline(start + heading.end(), end, start)}</h3>"
        if item := _ITEM.match(line):
            depth = min(len(item["indent"]) // 2, DEEPEST)
            number = f"{escape(item['number'])} " if item["number"] else ""
            style = f"depth-{depth}{' numbered' if number else ''}"
            return "ul", f'<li class="{style}">{number}{self._inline(start + item.end(), end, start)}</li>'
        if line.startswith("|") and line.rstrip().endswith("|") and len(line.strip()) > 1:
            return "table", f"<tr>{''.join(self._cells(line, start))}</tr>"
        return "", f"<p>{self._inline(start, end, start)}</p>"

    def _cells(self, line: str, start: int) -> Iterator[str]:
        for cell in _CELL.finditer(line):
            first = start if cell.start() == 0 else start + cell.start(1)
            yield f"<td>{self._inline(start + cell.start(1), start + cell.end(1), first)}</td>"

    def _inline(self, start: int, end: int, first: int) -> str:
        """Characters [start, end), with the marked ones marked and a word where a page begins.

        From `first` on: the `# ` of a heading may be what a page begins with.
        """
        pages = {max(start, at): number for number, at in enumerate(self._pages, 1) if first <= at < end}
        edges = {start, end, *pages}
        edges |= {edge for edge in (self._place.start, self._place.end) if start < edge < end}
        cuts = sorted(edges)
        parts = []
        for at, until in zip(cuts, [*cuts[1:], end], strict=True):
            if at in pages and at < until:
                parts.append(f'<span class="page">page {pages[at]}</span> ')
            words = escape(self._text[at:until])
            if words and self._place.start <= at and until <= self._place.end:
                anchor = "" if self._anchored else f' id="{self._name}quoted" tabindex="-1"'
                self._anchored = True
                words = f"<mark{anchor}>{words}</mark>"
            parts.append(words)
        return "".join(parts)


_HEADING = pattern(r"#{1,6}\s+")
_ITEM = pattern(r"(?P<indent> *)(?:- |(?P<number>\d+[.)]) )")
_CELL = pattern(r"\|\s*((?:[^|\\]|\\.)*?)\s*(?=\|)")
_OPENING = {"": "", "ul": "<ul>", "table": '<div class="wide"><table><tbody>'}
_CLOSING = {"": "", "ul": "</ul>", "table": "</tbody></table></div>"}
