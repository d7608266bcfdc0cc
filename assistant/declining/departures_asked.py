"""Tell whether an answer says that the person asked about left an office: "did the minister quit?"."""

from collections.abc import Sequence

from assistant.asking.departures import tells_departure, who_left_asked
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence


def departure_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say that nothing tells of the person's going, where it is asked for; None where something does."""
    who = who_left_asked(question)
    if who is None or any(tells_departure(who, e.said, e.headed, e.hit.passage.text) for e in chosen):
        return None
    return f"that {who} left an office"
