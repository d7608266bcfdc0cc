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
    "rice.md": (
        "Duty on rice of Chad raised",
        "1987-07-01",
        "In Decree 5 of May I provided that rice of Chad pays 15 percent. Rice of Chad that was transshipped "
        "to evade the duty on rice pays a duty of 60 percent, and customs will hold rice of Chad that pays "
        "no duty. The duty on rice of Chad is raised to 35 percent.",
    ),
    "hides.md": (
        "Duty on hides of Mali amended",
        "1987-07-03",
        "Hides of Mali that do not come in by rail and were smuggled in pay a duty of 60 percent.",
    ),
    "hides-news.md": (
        "Ministry raises a duty of Mali's",
        "1987-07-03",
        "The ministry raised the duty on hides from Mali from 10 to 20 percent.",
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


def test_what_those_pay_who_evade_a_duty_is_not_the_duty(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what is the duty on rice of Chad?"))
    assert "raised to 35 percent" in first(answer)


def test_nor_where_another_briefing_of_that_day_tells_the_duty(answering: Answering) -> None:
    answer = answering.answer(AskRequest("duty on hides of Mali that do not come in by rail?"))
    assert "from 10 to 20 percent" in first(answer)


def test_who_asks_of_evading_is_told_what_that_costs(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what duty does transshipped rice of Chad pay?"))
    assert "60 percent" in first(answer)
