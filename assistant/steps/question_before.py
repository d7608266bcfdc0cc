"""Find the question before to which a message comes back: it is answered or declined just as it was asked."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer
from assistant.asking.followups.anaphora import points_back, subject_words
from assistant.asking.followups.own_subject import names_own_subject
from assistant.asking.followups.present import asks_only_of_now
from assistant.asking.followups.pressing import claims_an_answer, only_presses
from assistant.asking.followups.standalone import asks_circumstance
from assistant.asking.request import AskRequest
from assistant.asking.typed.pleasantries import asks_nothing
from assistant.reading.goods import goods_in
from assistant.steps.at_hand import AtHand
from ingest.text.auxiliaries import BE, DO, HAVE
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

MOST_OF_IT = 2  # words that say what is asked of "it"
_OF_IT = pattern(
    rf"^\W*(?:(?:and|so|but|ok(?:ay)?)\W+)*(?:{BE}|{HAVE}|{DO}|will)(?:n['’]?t)? "
    r"(?:it|that|this|they|these|those)\b",
    re.I,
)
Answered = Callable[[AskRequest], Answer]


@dataclass(frozen=True, slots=True)
class QuestionBefore:
    """Looks back on what was asked in conversations over one open home."""

    at_hand: AtHand
    meant: Callable[[str], str]  # what a message says, spelled as it was meant

    def claimed(self, request: AskRequest, answered: Answered) -> AskRequest | None:
        """Return the question before, where that was declined and a message claims that it has an answer."""
        claims = claims_an_answer(self.meant(request.question))
        return _last_asked(request) if claims and self.at_hand.declined(request, answered) else None

    def is_of_nothing(self, text: str, request: AskRequest, answered: Answered) -> bool:
        """Whether a message is about what was asked before alone, and that was declined.

        Of what is not on file there is no day, no reason and nobody who pays it; of what only was not told
        to be signed, there may be.
        """
        asked = self._asked(request)
        if not asked or not (_is_on_it(text) or asks_circumstance([*asked, text])):
            return False
        if names_own_subject(text) and not _is_on_it(text):  # "and when do the smaller ones start?"
            return False
        of = next((turn for turn in range(len(asked) - 1, 0, -1) if _names_its_own(asked[: turn + 1])), 0)
        told = self.at_hand.told(_as_asked(request, of), answered)
        return told.declined and not told.only_detail

    def measure(self, request: AskRequest) -> AskRequest | None:
        """Return the last question that asked for more than a circumstance of one before, as it was asked."""
        asked = self._asked(request)
        turns = range(len(asked) - 1, -1, -1)
        of = next((turn for turn in turns if not asks_circumstance(asked[: turn + 1])), None)
        return None if of is None else _as_asked(request, of)

    def _asked(self, request: AskRequest) -> list[str]:
        return [self.meant(turn.content) for turn in request.history if turn.role == "user"]


def pressed_for(request: AskRequest) -> AskRequest | None:
    """Return the question before as it was asked, where a message only presses for its answer.

    >>> from assistant.asking.request import Turn
    >>> again = pressed_for(AskRequest("are you sure?", (Turn("user", "the duty on rice?"),)))
    >>> again.question, again.history
    ('the duty on rice?', ())
    """
    if asks_nothing(request.question) or not only_presses(request.question):
        return None
    return _last_asked(request)


def _last_asked(request: AskRequest) -> AskRequest | None:
    """Return the question before as it was asked."""
    return _as_asked(request, -1) if any(turn.role == "user" for turn in request.history) else None


def _as_asked(request: AskRequest, turn: int) -> AskRequest:
    """Return one of the questions before, counted from the first, as it was asked."""
    at = [at for at, of in enumerate(request.history) if of.role == "user"][turn]
    return replace(request, question=request.history[at].content, history=request.history[:at])


def _is_on_it(text: str) -> bool:
    """Whether a message asks only whether something is so of "it"; not whether that is still the answer.

    >>> [_is_on_it(text) for text in ("has it changed?", "is it on tin?", "how much of it is lower cost?")]
    [True, False, False]
    """
    named = find_parties(text, lower_case=True) or goods_in(text) or len(subject_words(text)) > MOST_OF_IT
    return bool(_OF_IT.match(text)) and not (named or asks_only_of_now(text))


def _names_its_own(asked: Sequence[str]) -> bool:
    """Whether the last question of a conversation is about something that it names itself.

    >>> [_names_its_own(["duty on tin?", text]) for text in ("and Peru?", "which court heard it?", "why?")]
    [True, False, False]
    """
    return names_own_subject(asked[-1]) and not (points_back(asked[-1]) or asks_circumstance(asked))
