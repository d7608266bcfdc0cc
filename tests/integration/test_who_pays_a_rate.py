"""Asked who pays a rate, an answer names the countries of that rate, not those of another in its list."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "glass.md": (
        "Order on glass",
        "1987-05-04",
        "The council has looked at the trade in glass for a year.\n\n"
        "The council shall set these duties on the glass of all countries:\n\n"
        "(i) 6 percent rate: The duty on glass is 6 percent for goods of Chile and Kenya.\n\n"
        "(ii) Rate of 6 percent or 9 percent, net of the usual duty: On glass of Norway the duty and the "
        "usual duty on glass shall be 9 percent.\n",
    ),
    "pay.md": (
        "Pay of glassblowers",
        "1987-05-05",
        "Glassblowers pay 6 percent of what they earn for their guild.",
    ),
}


def test_a_row_is_of_the_rate_that_it_sets_not_of_those_in_its_label(answering: Answering) -> None:
    answer = answering.answer(AskRequest("which countries are on the 6 percent rate"))
    assert "Chile and Kenya" in answer.answer
    assert "Norway" not in answer.answer


def test_who_pays_a_rate_is_asked_of_countries(answering: Answering) -> None:
    answer = answering.answer(AskRequest("who pays 9 percent"))
    assert answer.standalone == "which countries pay 9 percent"
    assert "Norway" in answer.answer
    assert "Kenya" not in answer.answer
