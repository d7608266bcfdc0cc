"""Fit what a person has asked so far into few tokens: the last questions as typed, earlier ones condensed.

Only what the person typed is remembered, as in `assistant.asking.followups.standalone`. Condensing keeps
every party, date and as-of date, in the order of their last mention, and as many of the subject words as
there is room for.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.asking.question import understand
from assistant.drafting.tokens import token_count
from assistant.reading.days_in_words import long_date
from assistant.reading.periods import periods_in
from ingest.text.parties import find_parties, party_name

VERBATIM = 6  # questions at most; what a person leans on was said just before


def condensed(questions: Sequence[str], room: int, assumed: date) -> str:
    """Return the questions, oldest first, a line each; what does not fit `room` tokens is condensed.

    Parties, dates and as-of dates are kept even where they alone take more than the room.

    >>> print(condensed(["Do Japanese cars pay duty as of 8 June 2025?", "and rice?"], 12, date(2025, 7, 1)))
    (before: Japan; 8 June 2025; as of 8 June 2025)
    and rice?
    """
    for kept in range(min(VERBATIM, len(questions)), -1, -1):
        earlier, last = questions[: len(questions) - kept], list(questions[len(questions) - kept :])
        for words in (40, 20, 10, 0):
            text = "\n".join([*_before(earlier, assumed, words), *last])
            if token_count(text) <= room or (kept <= 1 and not words):
                return text
    raise AssertionError("unreachable: the last try is taken as it is")


def _before(questions: Sequence[str], assumed: date, words: int) -> list[str]:
    """Return one line with what earlier questions were about; none when there are none."""
    if not questions:
        return []
    parts = [
        ", ".join(
            _last_first(party_name(m.code) for q in questions for m in find_parties(q, lower_case=True))
        ),
        ", ".join(_last_first(q[p.start : p.end] for q in questions for p in periods_in(q, assumed))),
    ]
    read = [understand(question, assumed) for question in questions]
    parts += [f"as of {long_date(q.as_of)}" for q in read if q.as_of][-1:]
    subject = _last_first(concept.typed for question in read for concept in question.concepts)
    parts.append(" ".join(subject[:words]))
    return [f"(before: {'; '.join(part for part in parts if part)})"]


def _last_first(found: Iterable[str]) -> list[str]:
    """Return each once, those mentioned last first."""
    return list(dict.fromkeys(reversed([*found])))
