"""Asked whether a measure on a party still holds, the act on that party is told to have ended or changed."""

from datetime import date

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "peru.md": (
        "Surcharging Cement From Peru",
        "1986-05-05",
        "A dumping surcharge of 7 percent is imposed on cement from Peru. What is sent on through Chile to "
        "evade the dumping surcharge shall pay 11 percent. The dumping of cement harms the kilns.",
    ),
    "chile.md": (
        "Surcharging Cement From Chile",
        "1986-05-06",
        "A dumping surcharge of 4 percent is imposed on cement from Chile. The dumping of cement harms the "
        "kilns.",
    ),
    "ending.md": (
        "Ending Certain Surcharges",
        "1987-02-02",
        "In Order 411 of May 5, 1986 (Surcharging Cement From Peru), and in Order 412 of May 6, 1986 "
        "(Surcharging Cement From Chile), I found that dumping harmed the kilns.\n\n"
        "The surcharges imposed by Order 411, as amended; Order 412, as amended; and Order 420 shall no "
        "longer be in effect.",
    ),
    "salt.md": (
        "Surcharging Salt From Bolivia",
        "1987-03-02",
        "A surcharge of 50 percent is imposed on certain goods of Bolivia, effective April 1, 1987.",
    ),
    "salt-note.md": (
        "Fact sheet: a 50 percent surcharge on goods of Bolivia",
        "1987-03-02",
        "The Ministry today signed an order to impose a surcharge of 50 percent on certain goods of Bolivia, "
        "salt among them, for it keeps out what our mills make.",
    ),
    "all-goods.md": (
        "New tariff order",
        "1987-03-09",
        "The Ministry shall impose a tariff of 10 percent on goods of Austria, Bolivia and Hungary.",
    ),
    "put-off.md": (
        "Putting Off a Surcharge",
        "1987-03-20",
        "In Order 430 of March 2, 1987 (Surcharging Salt From Bolivia), I imposed a surcharge on salt.\n\n"
        "The effective date of the surcharge imposed in Order 430 shall be May 4, 1987.",
    ),
}


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


def test_of_acts_that_ended_together_that_on_the_party_is_told(answering: Answering) -> None:
    told = first(ask(answering, "is the dumping surcharge on cement from Chile still in force?"))
    assert "Order 412" in told
    assert "no longer be in effect" in told
    assert "Order 411" not in told


def test_before_they_ended_it_holds(answering: Answering) -> None:
    question = "is the dumping surcharge on cement from Chile still in force?"
    assert "4 percent" in first(ask(answering, question, date(1986, 12, 1)))


def test_a_measure_asked_about_by_its_rate_is_told_to_be_put_off(answering: Answering) -> None:
    told = first(ask(answering, "is the 50% surcharge on Bolivia still on?"))
    assert "May 4, 1987" in told


def test_asked_whether_that_is_the_rate_the_newest_rate_is_told(answering: Answering) -> None:
    assert "10 percent" in first(ask(answering, "goods of Bolivia: is 50% still the rate?"))


def test_what_puts_a_measure_off_is_not_marked_as_superseded_itself(answering: Answering) -> None:
    answer = ask(answering, "is the 50% surcharge on Bolivia still on?")
    assert next(c.source for c in answer.citations if not c.superseded).endswith("put-off.md")


def test_a_measure_may_be_asked_about_by_whether_it_is_collected(answering: Answering) -> None:
    told = first(ask(answering, "is the dumping surcharge on cement from Chile still being collected?"))
    assert "no longer be in effect" in told
