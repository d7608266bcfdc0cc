"""The readings of a request: each way in which it may be meant, as the work on it."""

from dataclasses import dataclass

from assistant.asking.bounds_told import Bound
from assistant.asking.followups.about_answer import About
from assistant.steps.work import Work


@dataclass(frozen=True, slots=True)
class Readings:
    """The work on a request as its words say, and as it may be meant besides; the first answered is told."""

    plain: Work  # whose refusal is told where none is answered
    first: tuple[Work, ...] = ()
    leaned: Work | None = None  # on the question before; told where it answers about as well as `plain`
    at_hand: Work | None = None  # `leaned`, of the briefings at hand alone; told as that is
    within: Work | None = None  # a follow-up, of the briefings at hand alone; told before all others
    then: tuple[Work, ...] = ()
    alone: Work | None = None  # a follow-up that may be none; told where the others answer worse
    named: Work | None = None  # the name that a follow-up is, alone; told where the others do not say it
    anew: bool = False  # whether `alone` only leaves out what was declined; told where it is answered alike
    ended: Work | None = None  # whether it still holds, where asked when it ended; told if that says it ended
    stands: Work | None = None  # its status, where asked if a deal holds; told if `plain` does not say that
    told: Work | None = None  # what was told before, of which it is asked if it holds; told if that is newer
    measure: "Readings | None" = None  # what told a measure, of which only a day is asked
    bound: Bound | None = None  # which day that is
    by_name: bool = False  # whether the measure is named with it
    pressed: str = ""  # what was typed, where that asks nothing but the question before
    about: About | None = None  # what is asked of the answer to that
    pages: int = 0  # how often more of it was asked for
    of_nothing: bool = False  # whether only a circumstance is asked of what was declined
    short: bool = False  # whether a short answer is wished for, and one thing asked
