"""A sentence that is set as a list is shown whole and in its order, whichever of its clauses answers."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "prices.md": (
        "Minimum prices of wool",
        "1987-03-02",
        "The Board has looked at the wool trade for a year.\n\n"
        "The minimum import prices for wool and yarn shall be:\n\n"
        "(i) 21 crowns per kilogram for raw wool;\n\n"
        "(ii) 100 crowns per kilogram for combed wool;\n\n"
        "(iii) 22 crowns per spool for knitting yarn; and\n\n"
        "(iv) 38 crowns per spool for weaving yarn.\n\n"
        "The Board may change the prices of wool and yarn at any time.",
    ),
    "letters.md": (
        "Letters on the new duties",
        "1987-03-16",
        "The minister sent letters on the new duties to these countries:\n\n"
        "- Peru (40 percent)\n\n- Chile (25 percent)\n\n- Kenya (40 percent)\n",
    ),
    "yards.md": (
        "Yards abroad",
        "1987-03-20",
        "A yard abroad may build two ferries where it does all of these things: "
        "(i) buys a yard "
        "at home within two years of the day on which the contract is signed by the ministry and the owner; "
        "(ii) trains three hundred welders there, of whom half shall have lived on the coast for five years; "
        "(iii) lends its patents for hulls to the yards at home without a fee while the contract runs; and "
        "(iv) buys its steel at home.",
    ),
    "terms.md": (
        "Kenya and Oman conclude an accord",
        "1987-03-23",
        "- Key terms of the accord of Kenya and Oman include:\n"
        "    - Kenya will end its duties on ferries of Oman.\n"
        "    - Kenya and Oman commend the deals reached of 33 million crowns in ferries and fuel. This "
        "includes:\n"
        "        - Purchases of 15 million crowns of fuel.\n"
        "        - Purchases of 13 million crowns of ferries.\n",
    ),
    "plans.md": (
        "What the mills plan",
        "1987-03-09",
        "Mills said what they plan:\n\n"
        "- Alpha opens a mill for felt in Brno.\n\n"
        "- Beta sells its looms for linen to Chile.\n",
    ),
}


@pytest.mark.parametrize(
    "question", ["minimum price for weaving yarn?", "what are the minimum prices of raw wool and of yarn"]
)
def test_the_clauses_of_one_sentence_are_shown_together(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    at = [answer.answer.find(price) for price in ("21 crowns", "100 crowns", "22 crowns", "38 crowns")]
    assert at[0] >= 0
    assert at == sorted(at)
    assert answer.answer.count("shall be:") == 1
    texts = {c.quote for c in answer.citations}
    assert "(i) 21 crowns per kilogram for raw wool;" in texts


def test_a_list_that_is_asked_for_is_told_whole_though_its_clauses_are_long(answering: Answering) -> None:
    told = answering.answer(AskRequest("which conditions must a yard abroad meet to build ferries?")).answer
    at = [told.find(clause) for clause in ("buys a yard", "trains", "lends its patents", "its steel")]
    assert at[0] >= 0
    assert at == sorted(at)
    one = answering.answer(AskRequest("how many welders has a yard abroad to train?")).answer
    assert "three hundred welders" in one
    assert "patents" not in one


def test_items_that_are_sentences_of_their_own_are_not_dragged_in(answering: Answering) -> None:
    answer = answering.answer(AskRequest("to whom does Beta sell its looms for linen?"))
    assert "Chile" in answer.answer
    assert "Alpha" not in answer.answer


def test_of_a_list_with_rates_the_rows_with_the_one_asked_for_are_shown(answering: Answering) -> None:
    answer = answering.answer(AskRequest("which countries got the letters on a 40 percent duty?")).answer
    assert "Peru (40 percent)" in answer
    assert "Kenya (40 percent)" in answer
    assert "Chile" not in answer


def test_what_leads_in_a_list_is_told_once(answering: Answering) -> None:
    told = answering.answer(AskRequest("how much of the deals of Kenya and Oman is fuel?")).answer
    assert "15 million crowns of fuel" in told
    assert told.count("commend the deals") == 1
