"""What a party charges on US goods is told of that alone, newest first; else it is declined."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "charged.md": (
        "What Chile and Peru pay",
        "1987-05-01",
        "The United States charges a tariff of 15 percent on goods of Chile. "
        "It charges a tariff of 9 percent on goods of Peru. The tariffs on Peru rest on section 337. "
        "A Peruvian product whose normal duty is 9 percent or more pays nothing extra.",
    ),
    "chile-old.md": (
        "What Chile charges",
        "1986-02-10",
        "Chile charges a duty of 31 percent on goods of the United States.",
    ),
    "chile-new.md": (
        "Chile and the United States agree",
        "1987-03-20",
        "Chile will lower its import duties on US goods to 12 percent. Chile is to buy more maize. "
        "The United States will keep its tariff on Chilean copper.",
    ),
    "ecuador.md": (
        "Ecuador and the United States",
        "1987-04-20",
        "Should Ecuador retaliate by duties on US goods, the tariff on it will rise. "
        "Washington has asked Ecuador to lower tariffs. "
        "None is provided for under the US-Ecuador pact.",
    ),
    "kenya.md": (
        "Chile and Kenya trade blows",
        "1987-04-02",
        "Chile imposed a duty of 21 percent on Kenyan tea. Kenya pays a duty of 14 percent in Ecuador.",
    ),
    "brazil.md": (
        "Brazil answers",
        "1986-05-05",
        "Brazil put a retaliatory duty of 18 percent on wheat.",
    ),
    "peru.md": (
        "Peru takes sides",
        "1987-04-10",
        "Peru could raise its tariffs on Kenyan tea. Peru broke off talks with the US over tariffs.",
    ),
}
FORMS = (
    "what does {party} charge on US goods?",
    "{party}'s tariffs on US goods",
    "{party} tariffs on US goods",
    "{adjective} duties on American goods",
    "tariffs on US goods in {party}",
    "duties {party} charges on US products",
)


def ask(answering: Answering, form: str, party: str, adjective: str) -> Answer:
    return answering.answer(AskRequest(form.format(party=party, adjective=adjective)))


@pytest.mark.parametrize("form", FORMS)
def test_the_newest_that_it_charges_leads(answering: Answering, form: str) -> None:
    answer = ask(answering, form, "Chile", "Chilean")
    assert not answer.abstained
    assert "12 percent" in answer.answer
    assert answer.citations[0].source.endswith("chile-new.md")
    assert "15 percent" not in answer.answer
    assert "copper" not in answer.answer


@pytest.mark.parametrize("form", [*FORMS, "what duties has {party} put on US products?"])
def test_what_it_is_charged_is_no_answer(answering: Answering, form: str) -> None:
    answer = ask(answering, form, "Peru", "Peruvian")
    assert answer.declined
    assert "Peru’s duties on US goods" in answer.declined.not_found


@pytest.mark.parametrize("form", FORMS)
def test_what_it_may_do_or_is_asked_to_do_is_no_answer(answering: Answering, form: str) -> None:
    assert ask(answering, form, "Ecuador", "Ecuadorian").declined


def test_what_it_is_charged_is_still_told_where_that_is_asked(answering: Answering) -> None:
    answer = answering.answer(AskRequest("tariffs on Peruvian goods"))
    assert not answer.abstained
    assert "9 percent" in answer.answer


@pytest.mark.parametrize(
    "asked",
    [
        "Chilean tariffs on Kenyan goods",
        "what does Chile charge on Kenyan tea?",
        "duties on Kenyan tea in Chile",
    ],
)
def test_what_one_charges_on_goods_of_another_is_told(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert "21 percent" in answer.answer


@pytest.mark.parametrize(
    "asked", ["Kenyan tariffs on Chilean goods", "what does Kenya charge on Chilean copper?"]
)
def test_the_other_way_round_it_is_declined(answering: Answering, asked: str) -> None:
    assert answering.answer(AskRequest(asked)).declined


def test_retaliatory_duties_are_told_by_such_alone(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Brazil's retaliatory duties"))
    assert "18 percent" in answer.answer
    declined = answering.answer(AskRequest("Chile's retaliatory duties")).declined
    assert declined
    assert "Chile’s retaliatory duties" in declined.not_found
