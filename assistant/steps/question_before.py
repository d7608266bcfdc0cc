"""Find the question before to which a message comes back: it is answered or declined just as it was asked."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Answer
from assistant.asking.followups.pressing import claims_an_answer, only_presses
from assistant.asking.followups.standalone import asks_circumstance
from assistant.asking.request import AskRequest
from assistant.asking.typed.pleasantries import asks_nothing
from assistant.steps.at_hand import AtHand

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
        """Whether a message only asks for a circumstance of what was asked before, and that was declined.

        Of what is not on file there is no day, no reason and nobody who pays it.
        """
        measure = self.measure(request)
        if measure is None or not asks_circumstance([*self._asked(request), text]):
            return False
        return self.at_hand.told(measure, answered).declined

    def measure(self, request: AskRequest) -> AskRequest | None:
        """Return the last question that asked for more than a circumstance of one before, as it was asked."""
        asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
        texts = self._asked(request)
        for turn in range(len(asked) - 1, -1, -1):
            if not asks_circumstance(texts[: turn + 1]):
                at = asked[turn]
                return replace(request, question=request.history[at].content, history=request.history[:at])
        return None

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
    asked = [at for at, turn in enumerate(request.history) if turn.role == "user"]
    if not asked:
        return None
    before = request.history[asked[-1]]
    return replace(request, question=before.content, history=request.history[: asked[-1]])
