"""Make a timeline of dated briefings, without a home."""

from collections.abc import Sequence
from datetime import date

from assistant.asking.question import understand
from assistant.asking.subject import parts_of
from assistant.chronicle.entries import Development
from assistant.chronicle.timeline import candidates_of, developments_of
from vectorstore.briefing import Briefing


def told(
    subject: str, briefings: Sequence[Briefing], shares: float = 0.2, as_of: date | None = None
) -> list[Development]:
    """Return the developments of a subject, newest first; `shares` of all briefings concern its parties."""
    question = understand(subject, date(2024, 12, 1))
    parts = parts_of(
        question,
        question.parties,
        lambda words: dict.fromkeys(words, 1),
        100,
        dict.fromkeys(question.parties, shares),
    )
    passages = [(passage, 0.5) for briefing in briefings for passage in briefing.passages]
    found = candidates_of(parts, passages, {b.id: b for b in briefings}, {}, as_of)
    return developments_of(found, parts, date(2024, 12, 1))
