"""Make briefings that are ready to be stored: one passage a paragraph, no reader, no chunking."""

import hashlib
from datetime import date
from typing import Any

from vectorstore.briefing import Briefing, Passage, Sentence
from vectorstore.encoder.embedding import Encoder, Vectors
from vectorstore.store import Prepared


def prepared(
    encoder: Encoder,
    key: str,
    text: str,
    published: date | None = None,
    vectors: Vectors | None = None,
    **fields: Any,
) -> Prepared:
    """Prepare a briefing whose title is its key; with `duplicate_of` it gets no passages."""
    id = hashlib.sha256(key.encode()).hexdigest()[:16]
    passages = [] if fields.get("duplicate_of") else _paragraphs(id, text)
    briefing = Briefing(
        id=id,
        key=key,
        source=key,
        title=key,
        text=text,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        published=published,
        passages=tuple(passages),
        **fields,
    )
    indexed = tuple(f"{key}\n{passage.text}" for passage in passages)
    return Prepared(briefing, encoder.encode(indexed) if vectors is None else vectors, indexed)


def _paragraphs(id: str, text: str) -> list[Passage]:
    passages: list[Passage] = []
    at = 0
    for paragraph in text.split("\n\n"):
        end = at + len(paragraph)
        sentence = Sentence(at, end, "item", (0, 3))
        passages.append(Passage(id, 1, len(passages), at, end, "Heading", paragraph, (sentence,)))
        at = end + 2
    return passages
