"""What a briefing tells in its own terms: by another name, by its head, as the answer to its own question."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import ask

# name -> (title, date, text)
BRIEFINGS = {
    "board.txt": (
        "Guidance on the charge on zinc",
        "1987-05-04",
        "You have subscribed to messages of the Callao Board of Trade.\n\n"
        "Zinc of Peru that is entered from May 6 on pays 12 percent, and zinc of Chile 20 percent.\n",
    ),
    "letter.md": (
        "Shippers' letter",
        "1987-08-28",
        "## Kenya: no charge on tiles any more\n\n"
        "Readers ask whether Kenya still charges 22.5 percent on tiles of Egypt. No. Its duty for four "
        "months ran out on July 14 and was not renewed.\n\n"
        "## Axle loads\n\nLorries may carry 9 tonnes an axle.\n",
    ),
    "shoes.md": (
        "Limits on footwear from Kenya",
        "1987-03-02",
        "The orderly marketing agreement with Kenya limits its footwear to 122 million pairs in the first "
        "year.\n",
    ),
    "round.md": (
        "Thailand and Colombia: round seven",
        "1987-09-30",
        "The chapters on customs and on small firms were closed. The eighth round is planned for November.\n",
    ),
    "tonga.md": (
        "Tonga looks at pacts",
        "1986-09-30",
        "Officials of Tonga looked at NAFTA and at others as models for a pact of their own.\n",
    ),
    "unsigned.md": (
        "No signature of Iceland and Oman",
        "1987-09-18",
        "The trade pact of Iceland and Oman was not signed on September 15, since lawyers had found eleven "
        "places in which the two texts differ.\n",
    ),
    "cars.md": (
        "Norway: countervailing duties on BEVs of China",
        "1987-10-29",
        "| Maker | June 12 | July 4 | Definitive |\n| --- | --- | --- | --- |\n"
        "| Fenwei | 20.0 | 19.9 | 18.8 |\n| Dongtan | 17.4 | 17.4 | 17.0 |\n",
    ),
    "tomatoes.md": (
        "Duty on tomatoes of Mexico",
        "1987-07-22",
        "It has ended the accord on tomatoes of Mexico. Most imports now pay an anti-dumping duty "
        "of 17 percent.\n",
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what did CBT say zinc of Chile pays?", "20 percent"),  # the message is all of its own words
        ("Is Kenya still charging 22.5% on tiles from Egypt?", "ran out on July 14"),
        ("Kenya shoe OMA, first year limit", "122 million pairs"),
        ("why wasn't the Iceland-Oman pact signed in September", "eleven places"),
        ("Track Fenwei's EV duty from the first number to the last", "18.8"),
    ],
)
def test_it_is_told(answering: Answering, question: str, told: str) -> None:
    answer = ask(answering, question)
    assert told in answer.answer


def test_what_a_text_passes_on_as_asked_is_no_answer(answering: Answering) -> None:
    assert "Readers ask" not in ask(answering, "Is Kenya still charging 22.5% on tiles from Egypt?").answer


@pytest.mark.parametrize(
    "question", ["which chapters were closed in round 7 of nafta", "who chairs NAFTA round 7"]
)
def test_another_pact_than_the_one_named_is_not_told_of(answering: Answering, question: str) -> None:
    answer = ask(answering, question)
    assert answer.abstention


def test_all_imports_of_one_kind_are_no_others(answering: Answering) -> None:
    before = "What is the anti-dumping rate on tomatoes of Mexico?"
    rate = answering.answer(AskRequest(question=before))
    assert "17 percent" in rate.answer
    history = (Turn("user", before), Turn("assistant", rate.answer))
    assert answering.answer(AskRequest(question="and for aluminium foil?", history=history)).abstention
