"""What a person says that a briefing got wrong about itself, and what came of it."""

from dataclasses import dataclass
from datetime import date

from vectorstore.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a briefing; None leaves a field as it is, `undated` takes its date away."""

    published: date | None = None
    undated: bool = False
    title: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A briefing as it was and as it is now, both without their passages."""

    before: Briefing
    after: Briefing
