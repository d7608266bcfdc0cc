"""Of the rates that a briefing sets on goods, the one on those of the party asked about leads."""

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "wood.md": (
        "New duties on timber",
        "1987-03-02",
        "The order puts a duty of 25 percent on sawn timber and on planks from everywhere. Planks of oak pay "
        "30 percent. The duty on wood imports from Peru will not exceed 10 percent. Peru charges a duty of "
        "7 percent on wood itself.",
    ),
    "everything.md": (
        "Rates by country",
        "1987-06-01",
        "Goods of Peru pay a general duty of 4 percent. Goods of Chile pay a general duty of 5 percent.",
    ),
}


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


def test_a_follow_up_on_a_party_keeps_the_goods(answering: Answering) -> None:
    asked = Turn("user", "sawn timber duty now?")
    answer = answering.answer(
        AskRequest("what do the Peruvians pay", (asked, Turn("assistant", "25 percent.")))
    )
    assert "will not exceed 10 percent" in first(answer)


def test_without_goods_before_it_the_rate_on_all_is_meant(answering: Answering) -> None:
    assert "general duty of 4 percent" in first(answering.answer(AskRequest("what do the Peruvians pay")))
