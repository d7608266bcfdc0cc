"""A timeline as a file to keep: CSV for a sheet, Markdown for a note."""

import re

from assistant.answer import Citation
from assistant.chronicle.entries import Development, Timeline
from assistant.steps.notices import also_in
from assistant.web.days import spoken_date
from assistant.web.sheet import sheet

COLUMNS = (
    "number", "published", "event", "text", "superseded_by", "reason", "title", "publisher", "page", "source",
    "url", "start", "end", "also_in", "ended_by", "to_come",
)  # fmt: skip


def timeline_csv(timeline: Timeline) -> str:
    """One development a row, with a head; what a sheet would take for a formula is quoted by `'`."""
    return sheet(COLUMNS, map(_row, timeline.developments))


def timeline_markdown(timeline: Timeline) -> str:
    """A heading and a numbered list; what stands in briefings is escaped, so that it stays text."""
    as_of = f", as of {spoken_date(timeline.as_of)}" if timeline.as_of else ""
    lines = [f"# {_text(timeline.subject)}{as_of}", ""]
    for development in timeline.developments:
        citation = development.citation
        old = " (ended)" if development.ended_by else ""
        old = " (superseded)" if development.superseded_by is not None else old
        old += " (dated on a day still to come)" * development.to_come
        lines.append(
            f"{citation.number}. **{spoken_date(development.published)}**{old} {_text(development.text)}"
        )
        if development.superseded_by is not None:
            lines.append(f"   Replaced by {development.superseded_by}: {_text(development.reason or '')}.")
        if development.ended_by:
            lines.append(f"   {_text(development.end_told)}: {_source(development.ended_by)}")
        lines.append(f"   Source: {_source(citation)}")
        lines += [
            f"   {also_in(citation, other).capitalize()}: {_source(other)}" for other in development.also_in
        ]
    return "\n".join(lines) + "\n"


def _row(development: Development) -> list[object]:
    citation = development.citation
    return [
        citation.number,
        development.published or "",
        development.event or "",
        development.text,
        development.superseded_by or "",
        development.reason or "",
        citation.title,
        citation.publisher or "",
        citation.page or "",
        citation.source,
        citation.url or "",
        citation.start,
        citation.end,
        "; ".join(other.source for other in development.also_in),
        development.ended_by.source if development.ended_by else "",
        "to come" if development.to_come else "",
    ]


def _source(citation: Citation) -> str:
    page = f"page {citation.page}" if citation.page else None
    parts = [citation.title, citation.publisher, spoken_date(citation.published), page, citation.url]
    return ", ".join(_text(part) for part in parts if part)


def _text(words: str) -> str:
    """One line of Markdown that reads as these words."""
    return re.sub(r"([\\`*_\[\]<>#|!~])", r"\\\1", " ".join(words.split()))
