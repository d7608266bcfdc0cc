"""Whether a measure still holds is answered alike however that is asked, and whichever way it is called."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "southern.md": (
        "Surcharging What Crosses the Southern Pass",
        "1986-02-03",
        "Locusts come over the Southern Pass with grain from Peru. Peru has not sprayed its fields. Under "
        "the Grave Harm Act (GHA) goods of Peru shall pay a surcharge of 25 percent until Peru has sprayed.",
    ),
    "western.md": (
        "Surcharging What Crosses the Western Pass",
        "1986-02-03",
        "Locusts come over the Western Pass with grain from Chile. Chile has not sprayed its fields. Under "
        "the Grave Harm Act (GHA) goods of Chile shall pay a surcharge of 35 percent until it has sprayed.",
    ),
    "western-note.md": (
        "Fact sheet: what crosses the Western Pass",
        "1986-07-01",
        "The minister, who charged Chile and Peru for locusts, raised the locust surcharge on goods of Chile "
        "from 25 to 35 percent. Chile has sprayed no field against locusts, and Chile was asked to.",
    ),
    "wool.md": (
        "Imposing a Surcharge on Goods of Peru for What It Does to Shearers",
        "1987-07-06",
        "Goods of Peru shall pay a surcharge of 12 percent, for what Peru does to our shearers. The "
        "surcharge on goods of Peru stays in force until Peru lets our shearers in.",
    ),
    "put-off.md": (
        "Putting Off a Surcharge on Goods of Peru",
        "1987-08-03",
        "In Order 610 of July 6, 1987 (Imposing a Surcharge on Goods of Peru for What It Does to Shearers), "
        "I imposed a surcharge.\n\nThe effective date of the surcharge imposed in Order 610 shall be "
        "August 20, 1987.",
    ),
    "looking-back.md": (
        "How locusts were fought",
        "1987-09-01",
        "The minister imposed locust surcharges on Chile, and later on Peru, and both have sprayed since.",
    ),
    "ending.md": (
        "Ending Certain Surcharges",
        "1987-02-02",
        "In Order 521 of February 3, 1986 (Surcharging What Crosses the Southern Pass), and in Order 522 of "
        "February 3, 1986 (Surcharging What Crosses the Western Pass), I found grave harm.\n\n"
        "The surcharges imposed under the GHA in Order 521, as amended; Order 522, as amended; and Order 530 "
        "shall no longer be in effect.",
    ),
}
WORDINGS = (
    "is {} still in force?",
    "{}: in force today?",
    "does {} apply now",
    "has {} been lifted?",
    "is {} dead?",
    "{} - still on?",
    "what is the status of {}?",
    "is {} currently in effect?",
)


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize(
    "called",
    ["the locust surcharge on Peru", "the GHA locust surcharge on Peru", "the GHA surcharge on Peru"],
)
def test_what_ended_it_leads_by_the_act_on_the_party(answering: Answering, wording: str, called: str) -> None:
    told = first(answering.answer(AskRequest(wording.format(called))))
    assert "no longer be in effect" in told
    assert "Order 521" in told
    assert "Order 522" not in told


@pytest.mark.parametrize("wording", WORDINGS)
def test_before_the_end_nothing_is_told_of_it(answering: Answering, wording: str) -> None:
    asked = AskRequest(wording.format("the locust surcharge on Peru"), as_of=date(1986, 12, 1))
    assert "no longer" not in answering.answer(asked).answer
