"""A timeline as a file to keep: CSV for a sheet, Markdown for a note."""

from assistant.chronicle.entries import Development, Timeline
from assistant.steps.notices import also_in
from assistant.web.days import spoken_date
from assistant.web.noted import noted, source_noted
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
    lines = [f"# {noted(timeline.subject)}{as_of}", ""]
    for development in timeline.developments:
        citation = development.citation
        old = " (ended)" if development.ended_by else ""
        old = " (superseded)" if development.superseded_by is not None else old
        old += " (dated on a day still to come)" * development.to_come
        lines.append(
            f"{citation.number}. **{spoken_date(development.published)}**{old} {noted(development.text)}"
        )
        if development.superseded_by is not None:
            lines.append(f"   Replaced by {development.superseded_by}: {noted(development.reason or '')}.")
        if development.ended_by:
            lines.append(f"   {noted(development.end_told)}: {source_noted(development.ended_by)}")
        lines.append(f"   Source: {source_noted(citation)}")
        lines += [
            f"   {also_in(citation, other).capitalize()}: {source_noted(other)}"
            for other in development.also_in
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
