"""Every question answered and none declined, over a real home: what ablations and risk curves are made of."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.evaluation.questions import QuestionLine
from tests.evals.undeclined import answer_all
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "wheat.md": (
        "Uruguay raises the duty on wheat",
        "1986-01-10",
        "Uruguay raised the duty on wheat from Argentina to 20 percent on January 20, 1986.",
    ),
}


def test_what_would_be_declined_is_answered_and_its_signals_are_told(own_store: Store) -> None:
    asked = [
        QuestionLine("right", AskRequest("when did Uruguay raise the duty on wheat?")),
        QuestionLine("other", AskRequest("who signed the wheat accord with Norway?"), answerable=False),
        QuestionLine("on", AskRequest("since when?", (Turn("user", "what is the duty on wheat?"),))),
    ]
    right, other, on = answer_all(own_store, Answering(own_store), asked)
    assert right.signals is not None
    assert not right.would_decline
    assert other.signals is not None
    assert other.would_decline
    assert not other.answered.abstention
    assert on.signals is not None
