"""Say what a reader must know of the briefings that an answer cites: no date, or edited since."""

from collections.abc import Iterable

from assistant.abstention import long_date
from assistant.answer import Notice
from vectorstore.briefing import Briefing


def notices_of(cited: Iterable[Briefing]) -> tuple[Notice, ...]:
    """Return one notice a briefing that needs it, in their order."""
    found = [notice for briefing in cited if (notice := _notice(briefing))]
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
