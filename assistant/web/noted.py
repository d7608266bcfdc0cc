"""Write what stands in briefings into a note in Markdown, so that it stays text."""

import re

from assistant.answer import Citation
from assistant.web.days import spoken_date


def noted(words: str) -> str:
    """One line of Markdown that reads as these words.

    >>> print(noted("# 5 * 3"))
    \\# 5 \\* 3
    """
    return re.sub(r"([\\`*_\[\]<>#|!~])", r"\\\1", " ".join(words.split()))


def source_noted(citation: Citation) -> str:
    """Title, publisher, date, page and address."""
    page = f"page {citation.page}" if citation.page else None
    parts = [citation.title, citation.publisher, spoken_date(citation.published), page, citation.url]
    return ", ".join(noted(part) for part in parts if part)
