"""A comparison has a sentence a side, and each side is looked for by itself."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from tests.scripted_chat import asked_of, scripted_chat
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "peru.md": (
        "Peru sets its levy on beef",
        "1987-03-02",
        "Peru set its levy on frozen beef at 12 percent. The ministry in Lima said that herds had grown.",
    ),
    "before.md": (
        "Peru lowers its levy on beef",
        "1986-05-05",
        "Peru set its levy on frozen beef at 9 percent. The ministry in Lima said that herds were small.",
    ),
    "chile.md": (
        "Chile and its beef",
        "1987-03-09",
        "Chile charges 31 percent on frozen beef. Ranchers in the south had asked for 40 percent.",
    ),
    "barley.md": (
        "Quotas for grain",
        "1987-03-12",
        "The quota for barley was set at 90,000 tonnes. Mills had asked for more.\n\n"
        "The quota for durum wheat was set at 40,000 tonnes.",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("levy on frozen beef: Peru vs Chile", "12 percent", "31 percent"),
        ("levy on frozen beef: Chile vs Peru", "31 percent", "12 percent"),
        ("quota for barley vs durum wheat", "90,000 tonnes", "40,000 tonnes"),
        (
            "How high is the Peruvian levy on frozen beef, and how high the Chilean one?",
            "12 percent",
            "31 percent",
        ),
        ("How do the levies set on frozen beef by Peru and by Chile compare?", "12 percent", "31 percent"),
    ],
)
def test_a_side_is_told_by_a_sentence_of_its_own_in_the_order_asked(
    answering: Answering, question: str, first: str, second: str
) -> None:
    answer = answering.answer(AskRequest(question))
    assert first in answer.answer
    assert second in answer.answer
    assert answer.answer.index(first) < answer.answer.index(second)


def test_where_a_side_is_not_on_file_it_is_not_made_up(answering: Answering) -> None:
    answer = answering.answer(AskRequest("levy on frozen beef: Peru vs Kenya"))
    assert "31 percent" not in answer.answer


def test_a_chat_model_is_given_the_evidence_of_both_sides(own_store: Store) -> None:
    chat = scripted_chat("NO ANSWER")
    answer = Answering(own_store, chat).answer(AskRequest("levy on frozen beef: Peru vs Chile"))
    [asked] = asked_of(chat)
    assert "12 percent" in asked
    assert "31 percent" in asked
    assert "9 percent" not in asked  # it was replaced
    assert "31 percent" in answer.answer  # of the verbatim answer, as the model has none
