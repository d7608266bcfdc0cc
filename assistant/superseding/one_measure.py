"""Tell whether sentences are about one measure, and whether a question is about what holds of it."""

from assistant.asking.question import Question, asks_of_a_day, holds_now
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.evidence import Evidence
from assistant.reading.statements import Statement, statement_of


def asks_what_holds(question: Question) -> bool:
    """Whether the answer is about what holds now, or on the as-of date, or began on a day."""
    if question.kind in ("who", "why"):
        return False
    return holds_now(question) or asks_of_a_day(question)


def same_measure(newer: Statement, older: Statement, question: Question) -> bool:
    """Whether both are about one kind of measure, and the newer one about the party asked about or any."""
    if not newer.instruments & older.instruments & IN_FORCE or newer.on_us != older.on_us:
        return False
    return not newer.parties or bool(newer.parties & (older.parties | set(question.parties)))


def said_by(e: Evidence) -> Statement:
    """Return what a sentence states of a trade measure."""
    return statement_of(e.said, e.hit.facts.published)
