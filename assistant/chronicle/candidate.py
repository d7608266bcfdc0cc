"""A sentence that tells of the subject of a timeline, with where it stands and how well it tells."""

from dataclasses import dataclass
from datetime import date

from assistant.answer import Citation
from assistant.checking.citations import cite
from assistant.reading.developments import Telling
from vectorstore.briefing import Briefing, Passage


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that tells of the subject."""

    briefing: Briefing
    passage: Passage
    telling: Telling
    score: float
    event: date | None
    title: str  # what it is told under: its briefing's title, or its section's heading
    opens: bool = False  # the first sentence of its briefing, or section, that could be shown alone
    in_section: bool = False  # of a round-up, headed by the subject
    beside: str = ""  # the sentences right before and behind it in its paragraph

    @property
    def published(self) -> date:
        """The day for comparing: the first of all for an undated one."""
        return self.briefing.published or date.min

    @property
    def day(self) -> date:
        """When it happened, as far as is known."""
        return self.event or self.published

    def cited(self, number: int) -> Citation:
        return cite(number, self.briefing, self.telling.start, self.telling.end)
