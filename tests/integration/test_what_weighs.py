"""What a question is about outweighs the words that it is asked in."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.choosing.evidence import WEIGHTS

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
    "cuba.md": (
        "Duties on sugar of Cuba",
        "1987-03-02",
        "The duties on sugar were set on Monday, March 2, and Brazil protests. A part of them may be lifted.",
    ),
    "brazil.md": (
        "An accord of Norway with Brazil",
        "1987-05-04",
        "The duties on sugar will take effect on June 1, 1987. They are to end on May 31, 1988.",
    ),
    "drones.md": (
        "Norway sets a duty on drones",
        "1987-03-23",
        "The duty will take effect 21 days after signing. For parts it will take effect on May 4, 1987.",
    ),
    "acts.md": (
        "Duties of Poland that stand",
        "1987-04-06",
        "The minister of Poland has looked at these acts.\n\n"
        "- Regulation 2727/75 of May 2, 1986 (Duty on the Coal of Poland), as amended;\n"
        "- the duty on coal of Poland remains at 8 percent;\n",
    ),
    "tin.md": (
        "Poland and its tin quota",
        "1987-04-13",
        "The quota on tin of Poland is large, and Poland likes the quota on tin. Poland put off the quota on "
        "tin.",
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


def test_sentences_of_briefings_on_other_parties_stand_back(answering: Answering) -> None:
    found = answering.candidates(AskRequest("when do the duties on sugar of Cuba take effect?"))
    others = {e.hit.facts.source: e.marks.others for e in found if e.quote.startswith("The duties on sugar")}
    assert others == {"cuba.md": 0.0, "brazil.md": 1.0}
    assert WEIGHTS.others < 0


def test_the_name_of_an_act_alone_tells_nothing(answering: Answering) -> None:
    found = [e.quote for e in answering.candidates(AskRequest("duty on coal of Poland"))]
    assert any("remains at 8 percent" in quote for quote in found)
    assert not any("2727/75" in quote for quote in found)


def test_a_sentence_that_tells_what_the_question_needs_counts_for_more(answering: Answering) -> None:
    found = answering.candidates(AskRequest("when was the quota on tin of Poland postponed?"))
    needed = {e.quote: e.marks.needed for e in found if e.hit.facts.source == "tin.md"}
    assert needed == {
        "The quota on tin of Poland is large, and Poland likes the quota on tin.": 0.0,
        "Poland put off the quota on tin.": 1.0,
    }
    assert WEIGHTS.needed > 0
