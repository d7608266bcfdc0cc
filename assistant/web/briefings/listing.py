"""Search and sort the briefings on file, and show one page of them as a table.

Everything is done here, in memory: the browser is given fifty rows, however many there are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from typing import Any

from assistant.web.days import day_of, spoken_date
from assistant.web.markup import act, block
from ingest.text.parties import party_name
from vectorstore.briefing import Briefing

ROWS = 50  # a page: a few screens, drawn in a blink
PARTIES = 8  # in a cell

Sort = str  # a key of COLUMNS


@dataclass(frozen=True, slots=True)
class View:
    """What of the briefings is looked at: those with all words of `search`, sorted, page by page."""

    search: str = ""
    sort: Sort = "published"
    down: bool = True
    page: int = 0

    def searching(self, search: str) -> "View":
        return replace(self, search=search, page=0)

    def sorting(self, sort: Sort) -> "View":
        """Sort by a column, or the other way round by the same; dates and counts begin with the most."""
        if sort not in COLUMNS:
            return self
        down = not self.down if sort == self.sort else sort in _MOST_FIRST
        return replace(self, sort=sort, down=down, page=0)

    def turning(self, page: int) -> "View":
        return replace(self, page=max(0, page))


@dataclass(slots=True)
class Looking:
    """What a browser looks at by now: a table that takes long to draw shows that, not what it began with."""

    view: View = field(default_factory=View)

    def search(self, words: str) -> None:
        """Look at what has these words from now on."""
        if words != self.view.search:
            self.view = self.view.searching(words)


class Listing:
    """The briefings on file at one moment, ready to be searched: a few milliseconds for 14,000."""

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        self.briefings = briefings
        self._words = [_words_of(briefing) for briefing in briefings]

    def find(self, view: View) -> list[Briefing]:
        """Those that have every word that is searched for, in order; undated ones last by date."""
        wanted = view.search.casefold().split()
        found = [
            briefing
            for briefing, words in zip(self.briefings, self._words, strict=True)
            if all(word in words for word in wanted)
        ]
        found.sort(key=_KEYS[view.sort], reverse=view.down)
        if view.sort == "published":
            found.sort(key=lambda briefing: briefing.published is None)
        return found

    def html(self, view: View) -> str:
        """One page of the table, with how many there are and the way to the others."""
        if not self.briefings:
            return block(
                '<div class="empty"><h2>No briefings on file yet</h2><p>Take some in above: drop files, '
                "name a web page, or paste a text. From a terminal: "
                "<code>briefings ingest FOLDER</code></p></div>"
            )
        found = self.find(view)
        if not found:
            return block(
                f'<div class="empty"><p>None of {len(self.briefings):,} briefings has all of '
                "these words in its title, publisher, date, parties or source: "
                f"“{escape(view.search.strip())}”.</p></div>"
            )
        page = min(view.page, (len(found) - 1) // ROWS)
        rows = found[page * ROWS : (page + 1) * ROWS]
        return block(
            f'<p class="count">{_count(len(found), len(self.briefings))}</p>'
            f'<table class="briefings"><caption class="spoken">Briefings on file, sorted by '
            f"{COLUMNS[view.sort].lower()}</caption><thead><tr>{_head(view)}</tr></thead>"
            f"<tbody>{''.join(map(_row, rows))}</tbody></table>{_turning(page, len(found))}"
        )


# Whence a date is that somebody set, and one that nothing states; of others only the opened briefing tells.
BY_HAND, LIKELY = "person", "likely line"
COLUMNS = {
    "title": "Title",
    "publisher": "Publisher",
    "published": "Published",
    "parties": "Parties",
    "passages": "Passages",
    "taken": "Taken in",
    "also": "Also in",
}
_MOST_FIRST = ("published", "passages", "taken", "also")
_KEYS: dict[str, Callable[[Briefing], Any]] = {
    "title": lambda briefing: briefing.title.casefold(),
    "publisher": lambda briefing: (briefing.publisher or "").casefold(),
    "published": lambda briefing: briefing.published or date.min,
    "parties": lambda briefing: _parties(briefing).casefold(),
    "passages": lambda briefing: briefing.passage_count,
    "taken": lambda briefing: briefing.ingested_at,
    "also": lambda briefing: len(briefing.also_in),
}


def _words_of(briefing: Briefing) -> str:
    published = briefing.published
    parts = [
        briefing.title,
        briefing.publisher or "",
        f"{spoken_date(published)} {published.isoformat()}" if published else "undated",
        briefing.published_from or "",
        *briefing.parties,
        _parties(briefing),
        briefing.source,
    ]
    return "\n".join(parts).casefold()


def _parties(briefing: Briefing) -> str:
    return ", ".join(map(party_name, briefing.parties))


def _first_parties(briefing: Briefing) -> str:
    """Name as many as a cell holds: an act on sixty economies names dozens."""
    names = [party_name(code) for code in briefing.parties]
    more = f" and {len(names) - PARTIES} more" if len(names) > PARTIES else ""
    return ", ".join(names[:PARTIES]) + more


def _count(found: int, total: int) -> str:
    briefings = "1 briefing" if total == 1 else f"{total:,} briefings"
    return briefings if found == total else f"{found:,} of {briefings}"


def _head(view: View) -> str:
    return "".join(f'<th scope="col" class="{name}">{_sorter(name, view)}</th>' for name in COLUMNS)


def _sorter(name: str, view: View) -> str:
    if name != view.sort:
        return act("sort", COLUMNS[name], name, style="sort")
    way = "descending" if view.down else "ascending"
    arrow = "↓" if view.down else "↑"
    words = f'{COLUMNS[name]}&nbsp;{arrow}<span class="spoken"> sorted, {way}</span>'
    return act("sort", words, name, style="sort on")


def _row(briefing: Briefing) -> str:
    origin = {BY_HAND: "set by hand", LIKELY: "likely"}.get(briefing.published_from or "", "")
    beside = f' <span class="from">{origin}</span>' if origin else ""
    dated = f"{spoken_date(briefing.published)}{beside}" if briefing.published else _undated()
    also = ", ".join(briefing.also_in)
    counted = f'<span title="{escape(also)}">{len(briefing.also_in)}</span>' if also else ""
    copy = ' <span class="tag">copy</span>' if briefing.duplicate_of else ""
    return (
        f'<tr><td class="title">{act("open", escape(briefing.title), briefing.id)}{copy}</td>'
        f'<td class="publisher">{escape(briefing.publisher or "")}</td>'
        f'<td class="published">{dated}</td>'
        f'<td class="parties">{escape(_first_parties(briefing))}</td>'
        f'<td class="passages">{_passages(briefing.passage_count)}</td>'
        f'<td class="taken">{escape(day_of(briefing.ingested_at))}</td>'
        f'<td class="also">{counted}</td></tr>'
    )


def _passages(count: int) -> str:
    """The number of them; where rows are stacked, its unit is shown, too."""
    return f'{count}<span class="unit"> passage{"" if count == 1 else "s"}</span>' if count else ""


def _undated() -> str:
    return '<span class="tag">undated</span>'


def _turning(page: int, count: int) -> str:
    if count <= ROWS:
        return ""
    back = (
        act("page", "Previous", page - 1, style="previous") if page else '<span class="off">Previous</span>'
    )
    last = (page + 1) * ROWS >= count
    on = '<span class="off">Next</span>' if last else act("page", "Next", page + 1, style="next")
    shown = f"{page * ROWS + 1:,}–{min(count, (page + 1) * ROWS):,} of {count:,}"
    return f'<p class="turning">{back} <span class="where">{shown}</span> {on}</p>'
