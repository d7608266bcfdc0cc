"""Make dated briefings with passages of whole sentences, for what reads them without a home."""

import hashlib
from datetime import date

from ingest.text.parties import parties_of
from ingest.text.sentences import split_sentences
from vectorstore.briefing import Briefing, Passage, Sentence


def dated(day: str | None, title: str, text: str, source: str = "") -> Briefing:
    """A briefing, a passage a paragraph."""
    id = hashlib.sha256(f"{day}{title}{source}".encode()).hexdigest()[:16]
    passages: list[Passage] = []
    at = 0
    for paragraph in text.split("\n\n"):
        end = at + len(paragraph)
        sentences = tuple(Sentence(a, b) for a, b in split_sentences(text, at, end))
        passages.append(Passage(id, 1, len(passages), at, end, "", paragraph, sentences))
        at = end + 2
    return Briefing(
        id=id,
        key=id,
        source=source or f"{day}.md",
        title=title,
        text=text,
        content_hash=id,
        published=date.fromisoformat(day) if day else None,
        parties=parties_of(title, text),
        ingested_at="2025-01-05T10:00:00.000000+00:00",
        passages=tuple(passages),
    )
