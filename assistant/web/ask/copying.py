"""An answer with its citations as text to be pasted elsewhere: plain, or Markdown."""

import re

from assistant.answer import Answer, Citation
from assistant.web.days import spoken_date


def answer_text(answer: Answer) -> str:
    """The answer with its markers, then a line and a quote for each of them."""
    sources = [f"[{c.number}] {_about(c)}\n    “{_flat(c.quote)}”{_address(c)}" for c in answer.citations]
    return "\n".join([answer.answer, *(["", *sources] if sources else [])])


def answer_markdown(answer: Answer) -> str:
    """The same in Markdown; what stands in briefings is escaped, so that it stays text."""
    sources = [
        f"- \\[{c.number}\\] {as_markdown(_about(c))}\n  > {as_markdown(_flat(c.quote))}{_link(c)}"
        for c in answer.citations
    ]
    return "\n".join([as_markdown(answer.answer), *(["", *sources] if sources else [])])


def as_markdown(words: str) -> str:
    """Markdown that reads as these words.

    >>> print(as_markdown("a *b* [1]"))
    a \\*b\\* \\[1\\]
    """
    return re.sub(r"([\\`*_\[\]<>#|!~])", r"\\\1", words)


def _about(citation: Citation) -> str:
    page = f"page {citation.page}" if citation.page else None
    parts = [citation.title, citation.publisher, spoken_date(citation.published), page]
    return _flat(", ".join(part for part in parts if part))


def _address(citation: Citation) -> str:
    return f"\n    {_flat(citation.url)}" if citation.url else ""


def _link(citation: Citation) -> str:
    if not citation.url or not re.fullmatch(r"https?://[^\s<>]+", citation.url):
        return ""
    return f"\n\n  <{citation.url}>"


def _flat(words: str) -> str:
    return " ".join(words.split())
