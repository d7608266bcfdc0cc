"""Asked whether a measure still holds, an answer leads with what ended it, over a list of acts, too."""

from assistant.answering import Answering
from assistant.desk import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "ending.md": (
        "Order that ends the grain surcharges",
        "1987-05-04",
        "All other steps under the grain surcharges of Order 193, Order 194 and Order 245, the reports among "
        "them, shall be taken. The grain surcharges imposed by Order 193 of May 5, 1986, as amended; "
        "Order 194 of May 6, 1986, as amended; and Order 245 of June 8, 1986 shall no longer be in effect.",
    ),
    "imposing.md": (
        "Order on a grain surcharge",
        "1986-05-05",
        "A grain surcharge of 7 percent is imposed by Order 193 of May 5, 1986 on grain from Peru.",
    ),
}


def test_what_ended_it_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("are the grain surcharges still in force?"))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "no longer be in effect" in told[0]
