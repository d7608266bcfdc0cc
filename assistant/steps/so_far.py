"""Read the conversation so far as it was answered, for what a follow-up goes on from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.answer import Answer
from assistant.asking.followups.anaphora import subject_words
from assistant.asking.followups.otherwise import leaning
from assistant.asking.followups.standalone import asked_about, standalone
from assistant.asking.followups.substitution import without_period
from assistant.asking.request import AskRequest
from assistant.asking.stated_day import without_as_of
from assistant.reading.days_in_words import long_date
from assistant.steps.at_hand import AtHand
from vectorstore.errors import QuestionError
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

Answered = Callable[[AskRequest], Answer]  # in the briefings' own words

# "And before that?", "what was it before": the state before the one that was just told.
_STEPS_BACK = pattern(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?)\W+)*(?P<asks>(?:what|how|where)\b.{0,40}?)?"
    r"\b(?:(?:(?:right|just|shortly) )?before(?: (?:that|then|this|it))?|beforehand|previously|earlier"
    r"|until then|prior to (?:that|this))\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class SoFar:
    """Reads what was asked in conversations over one open home."""

    at_hand: AtHand
    meant: Callable[[str], str]  # what a message says, spelled as it was meant
    assumed: date  # the day that a date without a year is read near

    def asked(self, request: AskRequest, answered: Answered) -> tuple[list[str], str | None]:
        """Return what was asked before, oldest first, and the last question as of the day before it was told.

        Of what the last message goes on from there is left what it was answered with: nothing of what came
        before one that was answered by its words alone. None where nobody asked for the day before.
        """
        earlier: list[str] = []
        stepped: str | None = None
        asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
        for at in asked:
            meant = self.meant(request.history[at].content)
            if before := self.before(meant, [stepped] if stepped else earlier, request, answered):
                stepped = before
                continue
            stepped = None
            last = at == asked[-1]
            then = replace(request, question=request.history[at].content, history=request.history[:at])
            earlier = self._as_answered(meant, earlier, then, answered) if last else [*earlier, meant]
        return earlier, stepped

    def before(
        self, text: str, earlier: Sequence[str], request: AskRequest, answered: Answered
    ) -> str | None:
        """Return the question before, as of the day before what it was told, where that is asked for.

        As it was asked, where it was declined: there is no state to step back from.
        """
        if not earlier or not _STEPS_BACK.search(text):
            return None
        asked = asked_about(earlier)
        if not steps_back(text, f"{earlier[-1]} {asked}"):
            return None
        answers = [
            self._answered(of, request, answered) for of in (standalone(earlier[-1], earlier[:-1]), asked)
        ]
        told = next((day for day in map(_day_told, answers) if day), None)
        if not told:
            return asked if all(answer and answer.abstained for answer in answers) else None
        whole = without_period(without_as_of(asked, self.assumed))
        return f"{whole.rstrip('?!. ')} as of {long_date(told - timedelta(1))}"

    def _as_answered(
        self, text: str, earlier: list[str], request: AskRequest, answered: Answered
    ) -> list[str]:
        """Return what was asked up to a message, as that was answered."""
        joined = standalone(text, earlier)
        if not earlier or (joined == text and not leaning(text, earlier)):
            return [*earlier, text]
        asked = self.at_hand.told(request, answered).asked
        if not asked or asked == joined:
            return [*earlier, text]
        behind = asked.removeprefix(f"{text} (")
        return [asked] if behind == asked else [behind.removesuffix(")"), asked]

    @staticmethod
    def _answered(asked: str, request: AskRequest, answered: Answered) -> Answer | None:
        """Return the answer to a question as it would be asked first."""
        try:
            return answered(replace(request, question=asked, history=()))
        except QuestionError:  # a message that nobody could have answered
            return None


def _day_told(answer: Answer | None) -> date | None:
    """Return the day of the newest briefing that an answer cites."""
    return max((c.published for c in answer.citations if c.published), default=None) if answer else None


def steps_back(text: str, previous: str) -> bool:
    """Whether a follow-up asks for the state before the one just told, and for nothing else.

    >>> asked = "and before that?", "what was it before?", "was it higher before?"
    >>> [steps_back(text, "What is the duty on rice?") for text in asked]
    [True, True, False]
    """
    back = _STEPS_BACK.search(text)
    if back is None:
        return False
    said = frozenset(analyse(previous))
    return all(said.issuperset(analyse(word)) for word in subject_words(back["asks"] or ""))
