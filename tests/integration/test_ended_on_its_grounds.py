"""Asked whether a measure still holds, by the grounds that it was taken on: what ended it is found, too."""

from datetime import date

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "ending.md": (
        "Order that ends certain surcharges",
        "1987-05-04",
        "The surcharges imposed by Order 193 of May 5, 1986, as amended; Order 194 of May 6, 1986 (Charging "
        "Rye from Peru), as amended; Order 245 of June 8, 1986 (Charging Barley from Chile); and Order 246 "
        "of June 9, 1986 shall no longer be in effect.",
    ),
    "rye.md": (
        "Charging Rye from Peru",
        "1986-05-06",
        "Locusts come over the border with rye from Peru and have eaten two harvests. To stop this, rye from "
        "Peru shall pay a surcharge of 8 percent. Inspectors shall burn what carries locusts.",
    ),
    "barley.md": (
        "Charging Barley from Chile",
        "1986-06-08",
        "Locusts were found in barley from Chile, too. Barley from Chile shall pay a surcharge of 9 percent.",
    ),
    "helped.md": (
        "Minister tours the north",
        "1987-09-01",
        "The minister said that the surcharges which he imposed for locusts had helped.",
    ),
    "salt.md": (
        "Order on a salt surcharge",
        "1988-02-01",
        "Those who boil salt asked for help. I impose a salt surcharge of 10 percent. The salt surcharge "
        "shall continue in effect until June 30, 1988.",
    ),
}


def told(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]


def test_what_ended_the_acts_leads_and_names_each_of_them_alone(answering: Answering) -> None:
    answer = answering.answer(AskRequest("are the locust surcharges still on?"))
    first = told(answer)[0]
    assert "no longer be in effect" in first
    assert "Order 194 … Order 245" in first
    assert "Order 193" not in first
    assert "Order 246" not in first


def test_what_has_ended_is_told_after_it_and_marked(answering: Answering) -> None:
    answer = answering.answer(AskRequest("are the locust surcharges still on?"))
    rates = [c for c in answer.citations if "percent" in c.quote]
    assert len(rates) == 2
    reasons = {c.superseded for c in rates}
    (reason,) = reasons
    assert reason
    assert reason.startswith("the measure under Order 194 and Order 245 has ended (“Order that ends")


def test_before_the_end_nothing_is_said_of_it(answering: Answering) -> None:
    answer = answering.answer(AskRequest("are the locust surcharges still on?", as_of=date(1987, 5, 3)))
    assert "no longer" not in answer.answer


def test_the_last_day_of_a_measure_goes_first(answering: Answering) -> None:
    assert "until June 30, 1988" in told(answering.answer(AskRequest("is the salt surcharge still on?")))[0]
