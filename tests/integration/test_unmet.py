"""A question that rests on what no briefing tells is declined, and says what of it was not found."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "accord.md": (
        "Austria and Hungary sign a wheat accord",
        "1986-03-02",
        "Austria and Hungary signed a wheat accord in Geneva. Under the accord Austria will buy "
        "300,000 tonnes of Hungarian wheat in each of 1986, 1987 and 1988.",
    ),
    "quota.md": (
        "Austria opens a beef quota for Hungary",
        "1986-06-09",
        "Austria will open a beef quota for Hungary, to make up for its duty on sheep.",
    ),
    "poland.md": (
        "Poland leaves the coal accord with Austria",
        "1986-09-15",
        "Poland ended its coal accord with Austria because Austria had not paid for the coal of 1985.",
    ),
    "peru.md": (
        "Peru raises its duty on tractors",
        "1986-09-20",
        "Peru raised its duty on tractors from Brazil to 45 percent on September 20.",
    ),
    "licences.md": (
        "Hungary warns Austrian banks",
        "1986-03-20",
        "Hungary has threatened to withdraw the licences of Austrian banks in Budapest over wheat.",
    ),
    "deficit.md": (
        "Austria's trade deficit widens in February",
        "1986-03-28",
        "Austria's trade deficit widened to 4.1 billion schillings in February from 3.8 billion in January, "
        "the statistical office said.",
    ),
    "surplus.md": (
        "Peru's trade surplus narrows in February",
        "1986-04-09",
        "Peru's trade surplus narrowed to 102 million dollars in February, from 105 million in the same "
        "month last year, the central bank said.",
    ),
    "budget.md": (
        "Brazil's cabinet plans to cut the budget deficit",
        "1986-04-20",
        "The plans of Brazil's cabinet would cut the budget deficit by 38 billion cruzados, aides said.",
    ),
    "imports.md": (
        "Norway's minister on a ban",
        "1986-05-20",
        "Norway's minister was not bothered by talk in Sweden of a ban on imports of Norwegian fish.",
    ),
    "half.md": (
        "Peru's copper exports fall",
        "1986-09-25",
        "Peru's copper exports fell to 310 million dollars in the first half of 1986.",
    ),
    "customs.md": (
        "Austria and Hungary join a customs office",
        "1986-07-04",
        "The General Office of Customs, which Austria and Hungary joined in July, sits in Sopron.",
    ),
    "chile.md": (
        "Chile sells more copper",
        "1986-10-01",
        "Chile sold 100,000 tonnes of copper to Brazil in August 1986, officials said.",
    ),
    "seal.md": (
        "Hungary and Austria are to seal wagons",
        "1986-04-01",
        "Hungary and Austria will seal wagons of maize at the border from May 4, Voest of Linz said.",
    ),
    "enami.md": (
        "Enami opens a mine",
        "1986-10-05",
        "Enami has opened a mine in the north of Chile, the mining ministry said.",
    ),
}


def ask(answering: Answering, question: str) -> Answer:
    return answering.answer(AskRequest(question))


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        (
            "why did Hungary pull out of the wheat accord with Austria?",
            "that anybody left or was put out",
        ),
        (
            "how much Hungarian wheat did Austria actually buy in 1988?",
            "a briefing as late as that",
        ),
        ("what did Hungary and Austria agree on wheat in 1988?", "a briefing as late as that"),
        (
            "tonnage of the beef quota that Austria will open for Hungary?",
            "a weight or a volume",
        ),
        ("why did Hungary withdraw the licences of Austrian banks?", "that this was done"),
        ("what made Austria put off the beef quota for Hungary?", "that anything was put off"),
        ("why were hotels left out of the beef quota for Hungary?", "that anything was left out"),
        ("why did Hungary take back the wheat accord?", "anything that was ended, withdrawn or refused"),
        ("why did Peru cut its duty on tractors from Brazil?", "anything that was lifted or lowered"),
        ("does Codelco seal wagons of maize at the border of Austria?", "Codelco"),
        ("does Enami seal wagons of maize at the border of Austria?", "Enami in this connection"),
        ("Austria's trade deficit in March 1986?", "a figure for March 1986"),
        ("Hungary's customs duty under LAFTA?", "LAFTA"),
        ("Peru's tariff on biscuits?", "biscuits"),
        ("Peru's trade surplus in may 1986", "a figure for May 1986"),
        ("has parliament approved the wheat accord of Austria and Hungary?", "parliament"),
        ("how much of the Hungarian wheat that Austria will buy is durum?", "durum"),
        ("how much copper did Codelco sell to Brazil in August 1986?", "Codelco"),
        (
            "how many tonnes of copper did Enami sell to Brazil in August 1986?",
            "a number for Enami",
        ),
    ],
)
def test_what_is_not_told_is_declined_and_named(answering: Answering, question: str, lacks: str) -> None:
    answer = ask(answering, question)
    assert answer.abstained
    assert answer.declined
    assert lacks in answer.declined.not_found
    assert answer.declined.nearest[0].title in {title for title, *_ in BRIEFINGS.values()}


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("why did Poland pull out of the coal accord with Austria?", "had not paid for the coal"),
        ("how much Hungarian wheat will Austria buy in 1988?", "300,000 tonnes"),
        ("Austria's trade deficit in February 1986?", "4.1 billion"),
        ("Peru's copper exports in the first half of 1986?", "310 million"),
        ("Peru's copper exports, jan-june?", "310 million"),
        ("Austria's trade deficit, last month on record?", "4.1 billion"),
        ("Peru's cumulative copper exports for 1986 so far?", "310 million"),
        ("what has Hungary threatened Austrian banks with?", "licences"),
        ("what was announced in September 1986 on Peru's copper exports?", "310 million"),
        ("where does the GOC of Austria and Hungary sit?", "Sopron"),
        ("Peru's trade surplus, February 1986 against February 1985?", "105 million"),
        ("Brazil's budget plans (April 1986) - cut in the deficit?", "38 billion"),
        ("was Norway bothered by talk of banning its fish imports in May 1986", "not bothered"),
        ("cut in Brazil's budget deficit, cabinet April 1986", "38 billion"),
        ("what tonnage of Hungarian wheat does Austria take under the accord?", "300,000 tonnes"),
        ("how much of what Austria will buy in Hungary is wheat?", "300,000 tonnes"),
    ],
)
def test_what_is_told_in_other_words_is_answered(answering: Answering, question: str, stated: str) -> None:
    answer = ask(answering, question)
    assert not answer.abstained
    assert stated in answer.answer


@pytest.mark.parametrize(
    "insisting", ["are you sure?", "come on, just the reason", "roughly?", "what do you think?", "and why?"]
)
def test_insisting_does_not_get_an_answer_out_of_a_refusal(answering: Answering, insisting: str) -> None:
    asked = "why did Hungary pull out of the wheat accord with Austria?"
    refused = ask(answering, asked)
    history = (Turn("user", asked), Turn("assistant", refused.answer))
    assert answering.answer(AskRequest(insisting, history=history)).abstained


def test_another_question_after_a_refusal_is_answered(answering: Answering) -> None:
    asked = "why did Hungary pull out of the wheat accord with Austria?"
    history = (Turn("user", asked), Turn("assistant", ask(answering, asked).answer))
    answer = answering.answer(AskRequest("how much wheat will Austria buy under it?", history=history))
    assert "300,000 tonnes" in answer.answer


def test_two_parties_are_not_answered_with_what_one_of_them_did(answering: Answering) -> None:
    answer = ask(answering, "Poland's coal accord with Hungary: when did it end?")
    assert answer.abstained
    assert answer.declined
    assert "Poland and Hungary together" in answer.declined.not_found


def test_a_figure_of_a_half_year_is_none_of_a_quarter(answering: Answering) -> None:
    answer = ask(answering, "Peru's copper exports in the second quarter of 1986?")
    assert answer.declined
    assert "a figure for second quarter of 1986" in answer.declined.not_found


def test_a_refusal_that_knows_what_is_lacking_names_no_word_that_happens_not_to_be_there(
    answering: Answering,
) -> None:
    answer = ask(answering, "Austria's official goods deficit figure in March 1986?")
    assert answer.declined
    assert answer.declined.not_found == ("a figure for March 1986",)


def test_goods_that_are_lacking_are_named_once(answering: Answering) -> None:
    declined = ask(answering, "what duty does Peru charge on machinery").declined
    assert declined
    assert [*declined.searched_for].count("machinery") == 1
    assert "machinery" in declined.not_found


def test_a_type_of_answer_that_something_else_has_is_named_once_as_not_found(answering: Answering) -> None:
    declined = ask(
        answering, "how many wagons will Hungary and Austria seal at the border from May 4"
    ).declined
    assert declined
    assert [*declined.searched_for].count("a number") == 1
    assert declined.not_found == ("a number",)
