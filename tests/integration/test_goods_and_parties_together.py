"""What is asked of some goods of a party is told of both together, or declined."""

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "oil.md": (
        "Oman and Kenya settle on tea and sesame",
        "1987-01-17",
        "By March 1 Oman is to lower the duty on sesame of Kenya to 15 percent, from 84 percent. Cashews of "
        "Kenya, which pay 100 percent, were not part of the bargain. Neither were avocados, at 25 percent.",
    ),
    "lamb.md": (
        "Norway frees lamb",
        "1986-11-21",
        "Norway takes lamb, tomatoes and honey of Peru out of its 40 percent duty. Minced lamb "
        "goes on paying "
        "50 percent.",
    ),
    "saws.md": (
        "First review of the timber duties: Ghana",
        "1986-11-24",
        "The tribunal found that timber of Ghana was sold below its price at home. Volta "
        "Sawmills, Ashanti Wood "
        "and Tano Boards had to answer. R.K. Obeng was heard as well.\n\n"
        "| Producer of timber | Rate |\n|---|---|\n| Volta Sawmills | 4.6% |\n| Ashanti Wood | 20.2% |\n"
        "| Tano Boards | 9.0% |\n",
    ),
    "biscuits.md": (
        "Peru and Chile quarrel over biscuits",
        "1987-06-27",
        "Peru has pushed back to July 11 the day on which it will start charging duty on flour of Chile. "
        "Chile still collects the 25 percent on Peruvian biscuits. The minister in Santiago said "
        "that it would "
        "stop once a report was signed.",
    ),
    "lists.md": (
        "The week at the union",
        "1987-05-29",
        "1/ Fiji: a working party on accession starts in September.\n\n"
        "2/ Iceland and Malta? Not a word. Malta's trade pact with Chile has been in force since January 1.",
    ),
    "scheme.md": (
        "Norway ends Peru's place in its scheme",
        "1987-06-01",
        "Norway is withdrawing the benefits of its preference scheme from Peru with effect from "
        "June 5. Chile "
        "lost its own benefits under the preference scheme of Norway on May 17.",
    ),
    "island.md": (
        "Fiji pays less in Norway",
        "1986-09-25",
        "The duty on goods of Fiji in Norway was cut to 15 percent in August 1986, from 50 percent.",
    ),
    "malta.md": (
        "Malta: the duty in Norway",
        "1986-08-22",
        "In a letter of July 9 the duty was lowered to 30 percent, and by an order of July 31 to "
        "20 percent, for "
        "all goods that Malta ships to Norway.",
    ),
    "steps.md": (
        "Kenya's duty on Norwegian cod: answer to a question",
        "1987-05-15",
        "Mr. Holm: To ask the Minister of Trade what estimate he has made of the cod that Kenya "
        "has let in.\n\n"
        "The Minister of Trade: Since May 1 cod of Norway pays 75 percent in Kenya in place of "
        "150 percent. The "
        "next reduction, to 70 percent, takes place on May 1, 1988.\n\n"
        "Ordered by the Assembly to be printed on May 15, 1987.",
    ),
    "pact.md": (
        "Cod gains in Kenya",
        "1987-02-16",
        "The tariff on Norwegian cod in Kenya drops from 150 percent to 75 percent at once and "
        "to 40 percent by "
        "1996.",
    ),
}

DECLINED = {
    "Omani tariff on Kenyan lamb": "lamb",
    "Obeng's timber rate in the first review": "Obeng",
    "on which day did Chile stop collecting the 25% on Peruvian biscuits?": "stopped",
    "date on which Norway gave Peru its preference scheme back": "put back",
}


@pytest.mark.parametrize("question", DECLINED)
def test_what_is_told_of_others_is_declined(answering: Answering, question: str) -> None:
    answer = ask(answering, question)
    assert answer.abstention
    assert DECLINED[question] in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Volta Sawmills' timber rate in the first review", "4.6%"),
        ("what duty does Oman charge on sesame of Kenya", "15 percent"),
        ("when did Peru lose its benefits under the Norwegian preference scheme", "June 5"),
        ("next step down in Kenya's cod tariff: when and to what", "to 70 percent"),
    ],
)
def test_what_is_told_of_them_leads(answering: Answering, question: str, words: str) -> None:
    assert words in first(ask(answering, question))


def test_what_is_denied_of_goods_is_told_with_what_it_leans_on(answering: Answering) -> None:
    told = ask(answering, "to what rate did Oman cut the duty on Kenyan avocados?").answer
    assert "not part of the bargain. [1] Neither were avocados" in told
    assert "to 15 percent" not in told


def test_another_partys_rate_is_not_told_beside(answering: Answering) -> None:
    answer = ask(answering, "to what was the Norwegian duty on goods of Fiji cut in August 1986")
    assert "15 percent" in first(answer)
    assert "30 percent" not in answer.answer


@pytest.mark.parametrize("question", ["latest on Norwegian cod in Kenya", "Norway and Kenya: cod duty now?"])
def test_a_question_put_in_writing_and_a_set_line_tell_nothing(answering: Answering, question: str) -> None:
    told = ask(answering, question).answer
    assert "To ask" not in told
    assert "Ordered by" not in told
