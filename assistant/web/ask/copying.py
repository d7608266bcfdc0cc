"""An answer as text to be pasted elsewhere, plain or Markdown: all that the screen says of it."""

import re

from assistant.answer import Answer, Citation
from assistant.steps.notices import notice_lines, understood_line
from assistant.web.days import spoken_date


def answer_text(answer: Answer) -> str:
    """The question, the answer with its markers, what is said beside it, then each source with its quote."""
    sources = "\n".join(
        f"[{c.number}] {_about(c)}\n    “{_flat(c.quote)}”{_address(c)}" for c in answer.citations
    )
    parts = ["\n".join(_head(answer)), answer.answer, "\n".join(notice_lines(answer)), sources]
    return "\n\n".join(part for part in parts if part)


def answer_markdown(answer: Answer) -> str:
    """The same in Markdown; what stands in briefings is escaped, so that it stays text."""
    question, *how = map(as_markdown, _head(answer))
    return "\n\n".join([f"**{question}**", *how, said_markdown(answer)])


def said_markdown(answer: Answer) -> str:
    """The answer without its question, in Markdown."""
    sources = "\n".join(
        f"- \\[{c.number}\\] {as_markdown(_about(c))}\n  > {as_markdown(_flat(c.quote))}{_link(c)}"
        for c in answer.citations
    )
    notices = "\n".join(f"- {as_markdown(_flat(line))}" for line in notice_lines(answer))
    return "\n\n".join(part for part in (as_markdown(answer.answer), notices, sources) if part)


def as_markdown(words: str) -> str:
    """Markdown that reads as these words.

    >>> print(as_markdown("a *b* [1]"))
    a \\*b\\* \\[1\\]
    """
    return re.sub(r"([\\`*_\[\]<>#|!~])", r"\\\1", words)


def _head(answer: Answer) -> list[str]:
    """The question as it was typed, as of which day, and how it was understood."""
    until = f" (as of {spoken_date(answer.as_of)})" if answer.as_of else ""
    return [f"{_flat(answer.question)}{until}", *([read] if (read := understood_line(answer)) else [])]


def _about(citation: Citation) -> str:
    page = f"page {citation.page}" if citation.page else None
    old = "superseded" if citation.superseded else None
    parts = [citation.title, citation.publisher, spoken_date(citation.published), page, old]
    return _flat(", ".join(part for part in parts if part))


def _address(citation: Citation) -> str:
    return f"\n    {_flat(citation.url)}" if citation.url else ""


def _link(citation: Citation) -> str:
    if not citation.url or not re.fullmatch(r"https?://[^\s<>]+", citation.url):
        return ""
    return f"\n\n  <{citation.url}>"


def _flat(words: str) -> str:
    return " ".join(words.split())
