"""Choose what of a section to tell: a round-up has one on each of its parties or goods.

A section is read as a briefing of its own, and as it stands: what happened, how matters are, what is next.
"""

from collections.abc import Sequence

from assistant.chronicle.candidate import Candidate
from assistant.reading.developments import stands_alone
from assistant.reading.periods import periods_in
from assistant.reading.statuses import hedged

NEXT = 0.2  # added to the score of a sentence that tells what is to come


def told_beside(development: Candidate, told: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return up to `most` further sentences of a development's section, best first.

    One that leans on the sentence before it comes only with that one.
    """
    section = [
        c
        for c in told
        if (c.passage.id, c.title) == (development.passage.id, development.title)
        and c.telling != development.telling
    ]
    section.sort(key=_worth, reverse=True)
    chosen: list[Candidate] = []
    while len(chosen) < most:
        following = next((c for c in section if _can_follow(c, [development, *chosen])), None)
        if following is None:
            break
        section.remove(following)
        chosen.append(following)
    return chosen


def _worth(c: Candidate) -> tuple[float, int]:
    return c.score + NEXT * _tells_next(c), -c.telling.start


def _can_follow(c: Candidate, chosen: Sequence[Candidate]) -> bool:
    before = [other.telling.number for other in chosen]
    return stands_alone(c.telling.text, c.telling.sentence.kind) or c.telling.number - 1 in before


def _tells_next(c: Candidate) -> bool:
    """Whether a sentence tells of what may come, or names a day that was still to come."""
    days = periods_in(c.telling.text, c.briefing.published)
    return hedged(c.telling.text) or any(day.last > c.published for day in days)
