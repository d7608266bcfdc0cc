"""What came in as a file to keep: CSV for a sheet, Markdown for a note."""

from collections.abc import Iterator

from assistant.chronicle.entries import News, NewsItem
from assistant.web.days import spoken_date
from assistant.web.news.news_html import groups_of, named_elsewhere, title_of
from assistant.web.noted import noted
from assistant.web.sheet import sheet

COLUMNS = (
    "under", "published", "text", "title", "publisher", "source", "url", "start", "end", "also_in",
    "ingested_at",
)  # fmt: skip


def news_csv(news: News) -> str:
    """One briefing a row, or one section of a round-up, with a head."""
    return sheet(COLUMNS, (_row(under, item) for under, items in groups_of(news) for item in items))


def news_markdown(news: News) -> str:
    """A heading for each party, and under it a list: date, sentence, source."""
    verb = "taken in" if news.ingested else "published"
    lines = [f"# Briefings {verb} since {spoken_date(news.since)}"]
    for under, items in groups_of(news):
        lines += ["", f"## {noted(under)}", ""]
        for item in items:
            lines += _noted(item)
    return "\n".join(lines) + "\n"


def _noted(item: NewsItem) -> Iterator[str]:
    url = item.citation.url if item.citation else None
    source = ", ".join(noted(part) for part in (title_of(item), item.publisher, url) if part)
    said = f" {noted(item.citation.quote)}" if item.citation else ""
    yield f"- **{spoken_date(item.published)}**{said}"
    yield f"  Source: {source}"
    yield from (f"  {noted(told)}" for told in (named_elsewhere(item),) if told)
    yield from (f"  Also in: {noted(source)}" for source in item.also_in)


def _row(under: str, item: NewsItem) -> list[object]:
    citation = item.citation
    return [
        under,
        item.published or "",
        citation.quote if citation else "",
        title_of(item),
        item.publisher or "",
        item.source,
        (citation.url or "") if citation else "",
        citation.start if citation else "",
        citation.end if citation else "",
        "; ".join(item.also_in),
        item.ingested_at,
    ]
