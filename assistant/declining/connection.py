"""Tell what is on file in connection with a party, or with the rest of what a question asks for."""

from collections.abc import Sequence

from assistant.asking.parts import COMMON, Weighed
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import TITLE, Reach
from ingest.text.parties import parties_in, party_name

IN_CONNECTION = " in this connection"
LONGEST = 8  # words of a list; a refusal should be short


def concerns(e: Evidence, part: Weighed, reach: Reach) -> bool:
    """Whether a sentence is on a party: by itself, what stands above it, or its briefing as a whole.

    As a whole where neither it nor its heading names a party that is not the briefing's own.
    """
    if reach.around >= TITLE or not part.party or part.party not in e.hit.facts.parties:
        return reach.around >= TITLE
    named = parties_in(e.said) | parties_in(e.hit.passage.heading)
    return not named - {part.party} or part.party in named


def together(parts: Sequence[Weighed]) -> str:
    """Say that the parties asked about are to be told of together, but for those told of everywhere."""
    names = [party_name(part.party) for part in parts if part.party and part.weight > COMMON]
    return " and ".join(names) + " together"


def listed(parts: Sequence[str]) -> list[str]:
    """Return as many parts, from the first, as a short sentence holds; last those of one connection.

    >>> listed(["tin" + IN_CONNECTION, "Peru", "a rate", "zinc" + IN_CONNECTION])
    ['Peru', 'a rate', 'tin and zinc in this connection']
    """
    named = [part for part in parts if not part.endswith(IN_CONNECTION)]
    known = [part.removesuffix(IN_CONNECTION) for part in parts if part.endswith(IN_CONNECTION)]
    several = [*named, *known]
    kept = [part for at, part in enumerate(several) if len(" ".join(several[: at + 1]).split()) <= LONGEST]
    joined = " and ".join(kept[len(named) :])
    return [*kept[: len(named)], *([joined + IN_CONNECTION] if joined else [])]
