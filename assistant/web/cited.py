"""Name what is cited as a link that opens its briefing at the quoted words."""

from html import escape

from assistant.answer import Citation
from assistant.web.days import spoken_date
from assistant.web.markup import act


def cited(citation: Citation) -> str:
    """Title, publisher, date and page, as HTML."""
    page = f"page {citation.page}" if citation.page else None
    parts = [citation.title, citation.publisher, spoken_date(citation.published), page]
    words = escape(", ".join(part for part in parts if part))
    return act("open", words, citation.briefing_id, citation.version or 0, citation.start, citation.end)
