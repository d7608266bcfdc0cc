"""What a question is about outweighs the words that it is asked in."""

from assistant.answering import Answering
from assistant.desk import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "purchases.md": (
        "Chile and Peru end their talks on grain",
        "1987-02-02",
        "Chile intends to purchase 40,000 tonnes of maize from Peru. The talks lasted three days.",
    ),
    "promise.md": (
        "A promise kept in Chile",
        "1987-03-16",
        "PROMISE KEPT: the minister of Chile met the press about trade with Peru and six other countries.",
    ),
    "trucks.md": (
        "Norway sets a duty on trucks",
        "1987-02-09",
        "Norway sets a duty of 12 percent on imports of trucks. It applies to entries from April 6, 1987.",
    ),
    "drones.md": (
        "Norway sets a duty on drones",
        "1987-03-23",
        "The duty will take effect 21 days after signing. For parts it will take effect on May 4, 1987.",
    ),
}


def first(answering: Answering, question: str) -> str:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    return answer.citations[0].source


def test_what_was_promised_outweighs_that_it_was(answering: Answering) -> None:
    assert first(answering, "what did Chile promise to buy from Peru?") == "purchases.md"


def test_the_goods_whose_duty_is_asked_outweigh_a_newer_duty(answering: Answering) -> None:
    assert first(answering, "when does the duty on trucks take effect?") == "trucks.md"
