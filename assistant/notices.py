"""Say what a reader must know of what an answer cites: no date, edited since, or superseded."""

from collections.abc import Mapping, Sequence

from assistant.abstention import long_date
from assistant.answer import Citation, Notice
from vectorstore.briefing import Briefing


def notices_of(citations: Sequence[Citation], briefings: Mapping[str, Briefing]) -> tuple[Notice, ...]:
    """Return one notice a briefing that needs it, then one a citation that is superseded."""
    found = [notice for c in citations if (notice := _notice(briefings[c.briefing_id]))]
    found += [
        Notice("superseded", f"[{c.number}] is superseded: {c.superseded}.")
        for c in citations
        if c.superseded
    ]
    return tuple(dict.fromkeys(found))


def _notice(briefing: Briefing) -> Notice | None:
    if briefing.published is None:
        return Notice("undated", f"“{briefing.title}” has no date: it may be older than it reads.")
    if briefing.edited and briefing.known_from:
        return Notice(
            "edited",
            f"“{briefing.title}” was published on {long_date(briefing.published)} and edited later: "
            f"this version is known from {long_date(briefing.known_from)}.",
        )
    return None
