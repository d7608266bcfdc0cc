"""Tell which way a measure went: put on or raised, or taken off, lowered or put off.

Why a duty was dropped is not told by why it was imposed, however well goods and parties fit.
"""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE
from assistant.reading.ending import an_end, ends, to_end, to_end_it
from assistant.reading.patterns import any_of
from assistant.reading.rates import rates_at
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import Status, statuses_in
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

Direction = Literal["on", "off"]

_ON: frozenset[Status] = frozenset(("imposed", "raised"))
_OFF: frozenset[Status] = frozenset(("ended", "suspended", "delayed", "lowered"))

# As it is asked about; what happened is told in the past, or behind "did".
_ASKED_ON = any_of(
    """
    impose imposed imposing slap slapped put_on put~on raise raised raising hike hiked hiking increase
    increased double doubled triple tripled add added levy levied introduce introduced up~the upped clamp~on
    hit~with
    """
)
_ENDING = ("end", "over", "off", "drop")
_ASKED_OFF = any_of(
    f"""
    {ends(*_ENDING)} {to_end(*_ENDING)} {to_end_it("end")} drop lift end suspend
    suspended pause paused delay delayed postpone postponed put_off put~off hold_back hold~back held_back
    held~back hold_off held_off push_back push~back pushed cut lower lowered reduce reduced ease eased relax
    relaxed roll_back rolled_back roll~back rolled~back shelve
    shelved spare spared
    """
)
# Nouns, as titles have them, and verbs yet to be done.
_TOLD_ON = any_of("imposition introduction impose raise increase hike add introduce")
_TOLD_OFF = any_of(
    f"""
    {an_end()} {to_end("end", "off")} end lift eliminat* no_longer_be
    suspension reduction exemption exempt* exclud* exclusion postponement delay pause suspend reduce lower
    """
)

# Rates without a word for them: "lifted from 25 to 35".
_FROM_TO = pattern(r"\bfrom (?P<first>\d+(?:\.\d+)?) to (?P<then>\d+(?:\.\d+)?)(?![\w,])", re.I)


@dataclass(frozen=True, slots=True)
class Move:
    """Which way a measure went that is asked about, the words that say so, and what kind of measure it is."""

    direction: Direction
    words: frozenset[str]  # analysed
    measures: frozenset[str]  # () where none is named

    def agrees(self, text: str) -> float:
        """Say whether a text tells that it went this way: 1, -1 where it tells only the other, or 0.

        >>> move = Move("off", frozenset(), frozenset({"tariff"}))
        >>> move.agrees("The duty of 5 pct was imposed last year and is suspended now.")
        1.0
        >>> move.agrees("Chile imposed the duty."), move.agrees("Chile suspended talks.")
        (-1.0, 0.0)
        """
        if self.measures and not self.measures & instruments_in(text):
            return 0.0
        done = frozenset(statuses_in(text))
        on, off = done & _ON or _TOLD_ON.search(text), done & _OFF or _TOLD_OFF.search(text)
        if not on and not off:
            return 0.0
        return 1.0 if (on if self.direction == "on" else off) else -1.0


def move_asked(question: Question) -> Move | None:
    """Return which way that went of which a question asks why; None where it does not say, or says both.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "why was the duty on rice dropped?", "why did Chile put a duty on rice?", "why the talks?"
    >>> [move and move.direction for move in (move_asked(understand(t, date(1987, 4, 1))) for t in asked)]
    ['off', 'on', None]
    >>> move_asked(understand("why lift the duty on rice from 5 to 9 percent?", date(1987, 4, 1))).direction
    'on'
    """
    return way_asked(question) if question.kind == "why" else None


def way_asked(question: Question) -> Move | None:
    """Return which way a question says that something went, whatever it asks of that."""
    on, off = _ASKED_ON.search(question.asked), _ASKED_OFF.search(question.asked)
    said = on or off
    if said is None or (on and off):
        return None
    up = bool(on)
    rates = rates_at(question.asked)
    was = {rate.percent for rate in rates if rate.role == "before"}
    now = {rate.percent for rate in rates if not rate.role}
    if was and now:  # "lifted" may be raised
        up = max(now) > max(was)
    elif bare := _FROM_TO.search(question.asked):
        up = float(bare["then"]) > float(bare["first"])
    words = frozenset(analyse(said[0]))
    return Move("on" if up else "off", words, instruments_in(question.standalone) & IN_FORCE)
