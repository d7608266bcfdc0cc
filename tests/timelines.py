"""Make a timeline of dated briefings, without a home."""

from collections.abc import Sequence
from datetime import date

from assistant.asking.question import understand
from assistant.asking.subject import parts_of
from assistant.chronicle.entries import Development
from assistant.chronicle.timeline import candidates_of, developments_of
from tests.dated import dated
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


OPENED = dated(
    "2024-03-04",
    "Norway and Chile open salmon talks",
    "Norway and Chile opened talks on salmon in Oslo on March 4, 2024. No date has been set for more.",
)
STALLED = dated(
    "2024-06-12",
    "Second round of Norway-Chile salmon talks ends without agreement",
    "It was a long day. The second round of the Norway-Chile salmon talks ended in Santiago on June 11, "
    "2024 without an agreement. Both sides still disagree on the quota for smoked salmon.",
)
SIGNED = dated(
    "2024-10-03",
    "Norway and Chile sign salmon accord",
    "Fishermen cheered. Norway and Chile signed their salmon accord on October 2, 2024. It ends the talks.",
)
BEEF = dated(
    "2024-07-01",
    "Beef for Britain",
    "Australia and the United Kingdom signed an accord on beef. Norway and Chile export no beef at all.",
)
ALL = (OPENED, STALLED, SIGNED, BEEF)
