"""A question on its way to an answer: what has been found, chosen and drafted so far."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from assistant.asking.followups.about_answer import About
from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.asking.request import AskRequest
from assistant.asking.told_from import told_from
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import DraftSentence
from assistant.choosing.goods_of_origin import Origin
from assistant.choosing.in_place_of import InPlaceOf
from assistant.declining.abstention import Refusal
from assistant.superseding.endings import Ending
from vectorstore.briefing import Briefing
from vectorstore.filters import Filters
from vectorstore.hit import Hit

A_YEAR = timedelta(366)  # a home without anything newer is an archive


@dataclass(frozen=True, slots=True)
class Work:
    """Grows from step to step of `assistant.answering`."""

    request: AskRequest
    question: Question
    newest: date | None = None  # the day of the newest briefing that may be read
    hits: tuple[Hit, ...] = ()
    briefings: dict[str, Briefing] = field(default_factory=dict)
    parts: tuple[Weighed, ...] = ()
    read: tuple[Evidence, ...] = ()  # every sentence of the passages found, best first, before it is judged
    evidence: tuple[Evidence, ...] = ()
    at_hand: tuple[str, ...] = ()  # ids of the briefings that the conversation is at
    within: bool = False  # whether only those are looked at
    in_place: InPlaceOf | None = None  # whom a follow-up names, and whose place they take
    origin: Origin | None = None  # whose goods' rate alone is an answer
    shown: int = 0  # so many of the evidence, in its order, are what the latest is; 0 where parts choose
    charged: bool = False  # whether those are what a party is charged on its goods
    kin: frozenset[str] = frozenset()  # parties one of which all that answers has to be on
    ending: Ending | None = None
    draft: tuple[DraftSentence, ...] = ()
    refusal: Refusal | None = None
    undated: bool = False  # whether an act is told for the day of its publication, as nothing sets another
    pressed: str = ""  # what was typed, where that only presses for the answer to the question before
    about: About | None = None  # what is asked of the answer itself
    told_to: date | None = None  # the newest day of the answer of which this is a part, or goes on from
    read_as: str = ""  # the question in whole, where it is looked for in fewer words

    @property
    def seen(self) -> list[Evidence]:
        """Every sentence that was looked at, those that an answer is made of first."""
        judged = {(e.hit.passage.id, e.sentence) for e in self.evidence}
        return [*self.evidence, *(e for e in self.read if (e.hit.passage.id, e.sentence) not in judged)]

    @property
    def ended(self) -> Evidence | None:
        """What an answer has to say beside the rest: that something of it has ended."""
        return self.ending.evidence if self.ending and not self.ending.beside else None

    @property
    def counted_from(self) -> date | None:
        """The day after which days are to come: the as-of date, else that of the newest briefing."""
        return self.question.as_of or self.newest

    @property
    def today(self) -> date:
        """The day of which it is asked what holds: the as-of date, else today; of an archive its newest."""
        day = date.today()
        archived = self.newest is not None and day - self.newest > A_YEAR
        return self.question.as_of or (self.newest if archived and self.newest else day)

    @property
    def earlier(self) -> list[str]:
        """What the person asked before, oldest first."""
        return [turn.content for turn in self.request.history if turn.role == "user"]

    @property
    def typed(self) -> str:
        """The message that is answered, as it was typed."""
        return self.pressed or self.request.question

    @property
    def texts(self) -> dict[str, str]:
        """Briefing id -> text, of the briefings that were read."""
        return {id: briefing.text for id, briefing in self.briefings.items()}

    @property
    def narrowed(self) -> Filters:
        """What was asked for beside the question, and the day that it is asked as of."""
        request = self.request
        return Filters(
            as_of=self.question.as_of,
            published_from=request.published_from,
            published_to=request.published_to,
            parties=request.parties,
            publishers=request.publishers,
        )

    @property
    def filters(self) -> Filters:
        """What narrows the search: what was asked for, and the period that the question names."""
        question, told = self.question, told_from(self.question)
        if told and self.newest and told > self.newest:
            told = None  # nothing on file is of that time: `assistant.declining.unmet` says so
        return replace(
            self.narrowed,
            published_from=self.request.published_from or question.since or told,
            briefings=self.at_hand if self.within else (),
        )
