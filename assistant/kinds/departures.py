"""Answer whether somebody left an office: the newest sentence that says so of that person."""

from assistant.asking.departures import tells_departure, who_left_asked
from assistant.asking.question import Question
from assistant.kinds.holders import newest_telling
from assistant.kinds.latest import Latest
from vectorstore.filters import Filters
from vectorstore.store import Store


def find_departure(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest sentence that tells of a departure asked about; None where none does."""
    who = who_left_asked(question)
    if who is None:
        return None
    return newest_telling(
        store,
        question,
        filters,
        who,
        lambda quote, passage, facts: tells_departure(who, quote, f"{facts.title}. {quote}", passage.text),
    )
