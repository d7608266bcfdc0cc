"""Tell a round-up from a briefing on one matter, and part it: it has a section on each party or goods."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.statements import goods_in
from assistant.subject import Part, holds, parties_named
from vectorstore.briefing import Briefing, Passage

LONGEST = 12  # words of a heading that says which parties its section is on
GOODS = 2  # the same of one on goods: "Wheat", "Rare earths"

_HEADING = re.compile(r"^#{1,6} (.+)$", re.M)


def sections_of(briefing: Briefing, passages: Sequence[Passage]) -> list[list[Passage]]:
    """Return the passages of each section of a round-up, [] for any other briefing."""
    found = [
        [p for p in passages if p.heading == heading]
        for heading in _on_one_matter(briefing.title, briefing.text)
    ]
    return [section for section in found if section]


def is_section_on(passage: Passage, briefing: Briefing, subject: Sequence[Part]) -> bool:
    """Whether a passage is of the one section on a subject, in a briefing on others too."""
    if not subject or not _heads(passage.heading, subject):
        return False
    others = parties_named(briefing.title) - parties_named(passage.heading) - {"US"}
    if not others and _heads(briefing.title, subject):
        return False
    headings = _headings(briefing.text)
    return sum(_heads(heading, subject) for heading in headings) == 1 < len(headings)


def _heads(heading: str, subject: Sequence[Part]) -> bool:
    return all(holds(part, heading) for part in subject)


@lru_cache(maxsize=256)
def _headings(text: str) -> tuple[str, ...]:
    """Return the headings of a text, each once."""
    return tuple(dict.fromkeys(line.strip() for line in _HEADING.findall(text)))


def _on_one_matter(title: str, text: str) -> tuple[str, ...]:
    """Return the headings of sections on one matter each, where there are several."""
    on: dict[frozenset[str], list[str]] = {}
    for heading in _headings(text):
        if subject := _subject(heading):
            on.setdefault(subject, []).append(heading)
    on.pop(parties_named(title) - {"US"}, None)
    alone = [headings[0] for headings in on.values() if len(headings) == 1]
    return tuple(alone) if len(alone) > 1 else ()


def _subject(heading: str) -> frozenset[str]:
    words = len(heading.split())
    if words <= LONGEST and (parties := parties_named(heading) - {"US"}):
        return parties
    return goods_in(heading) if words <= GOODS else frozenset()
