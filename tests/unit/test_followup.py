"""A follow-up carries over what the person left out, and a new question carries over nothing."""

import inspect
from datetime import date

import pytest

from assistant.asking.followups.otherwise import leaning, of_the_other_side
from assistant.asking.followups.standalone import standalone
from assistant.asking.question import understand


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("What tariff do Japanese cars face?", "and for Mexico?", "What tariff do cars from Mexico face?"),
        ("how much beef may Australia sell", "what about Uruguay?", "how much beef may Uruguay sell"),
        ("what does Brazil pay on coffee", "same for Peru", "what does Peru pay on coffee"),
        ("status of US-China talks", "how about India", "status of US-India talks"),
        ("talks with the EU?", "and for Norway", "talks with Norway?"),
        ("what does Brazil pay on coffee", "Peru?", "what does Peru pay on coffee"),
        ("what does Brazil pay on coffee", "ok, Peru too then", "what does Peru pay on coffee"),
        ("what duty is there on coffee from Brazil", "from Peru?", "what duty is there on coffee from Peru"),
    ],
)
def test_another_party_takes_the_place_of_the_one_asked_about(
    earlier: str, question: str, expected: str
) -> None:
    assert standalone(question, [earlier]) == expected


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("what duty do Thai cars pay", "and Peruvian tin?", "what duty do tin from Peru pay"),
        ("what duty do Thai cars pay", "what about tin?", "what duty do Thai tin pay"),
        ("is tin taxed in Peru", "and Thai parasols?", "and Thai parasols? (is tin taxed in Thailand)"),
        ("who makes cars and tin in Peru", "and rice?", "and rice? (who makes cars and tin in Peru)"),
        (
            "how much did Chile sell Peru",
            "and buy from Peru?",
            "and buy from Peru? (how much did Chile sell Peru)",
        ),
    ],
)
def test_other_goods_or_another_direction_are_asked_with_another_party(
    earlier: str, question: str, expected: str
) -> None:
    assert standalone(question, [earlier]) == expected


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("Chile's trade surplus in May?", "and with Peru?", "Chile's trade surplus in May with Peru"),
        (
            "Chile's trade gap with the EU in May",
            "what about with Peru",
            "Chile's trade gap with Peru in May",
        ),
        ("status of talks with Norway", "ok, with the EU?", "status of talks with the EU"),
    ],
)
def test_another_counterpart_takes_no_partys_place(earlier: str, question: str, expected: str) -> None:
    assert standalone(question, [earlier]) == expected


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("what do drugs from Peru and Chile pay", "and from Norway?", "what do drugs from Norway pay"),
        ("duty on tin of Peru, Chile and the EU", "and for Norway?", "duty on tin of Norway"),
        ("compare Peru and Chile", "and with Norway?", "compare Peru and Chile with Norway"),
        ("what did the US and Peru agree", "and Chile?", "what did the US and Chile agree"),
    ],
)
def test_of_parties_that_are_listed_another_one_takes_the_place_of_all(
    earlier: str, question: str, expected: str
) -> None:
    assert standalone(question, [earlier]) == expected


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("Chile's trade gap in February 1987?", "and in January?", "Chile's trade gap in January 1987?"),
        ("Chile's trade gap in 1987", "what about 1986?", "Chile's trade gap in 1986"),
        ("chile exports q1 2026", "and Q2?", "chile exports Q2 2026"),
        ("Chile's trade gap", "and in January?", "and in January? (Chile's trade gap)"),
    ],
)
def test_another_period_takes_the_place_of_the_one_asked_about(
    earlier: str, question: str, expected: str
) -> None:
    assert standalone(question, [earlier]) == expected


@pytest.mark.parametrize(
    "question",
    [
        "sorry, I meant Indonesia",
        "no, Indonesia",
        "i mean indonesia",
        "oops Indonesia",
        "not India, Indonesia",
        "I meant Indonesia, not India",
    ],
)
def test_a_correction_takes_the_place_of_what_was_said(question: str) -> None:
    assert standalone(question, ["status of talks with India"]) == "status of talks with Indonesia"


@pytest.mark.parametrize(
    "question",
    [
        "who agreed it?",
        "why?",
        "how much is it",
        "since when?",
        "ok and how long",
        "is that final?",
        "has Italy agreed to it",
        "do both apply",
        "what is its share",
        "and the frozen ones",
        "would that hit Peru too",
        "does that cover frozen fillets",
    ],
)
def test_a_question_that_leans_on_the_one_before_carries_it(question: str) -> None:
    earlier = "when does the EU quota on beef open?"
    assert standalone(question, [earlier]) == f"{question} ({earlier})"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("and Chile, how long do its brewers get", "(when did Chile put a quota on malt?)"),
        ("and the Chilean brewers?", "(when did Chile put a quota on malt?)"),
        ("has Chile agreed to it", "(when did Peru put a quota on malt?)"),  # to what Peru did
    ],
)
def test_what_is_carried_is_of_the_party_that_is_named_now(question: str, expected: str) -> None:
    assert standalone(question, ["when did Peru put a quota on malt?"]).endswith(expected)


def test_a_party_that_was_asked_about_may_be_asked_about_further() -> None:
    before = "why did Chile suspend its duty on tin?"
    promised = "what did Chile promise in return?"
    assert leaning(promised, [before]) == f"{promised} ({before})"
    assert leaning("what did Peru promise in return?", [before]) is None


def test_a_correction_that_asks_anew_carries_the_party_alone() -> None:
    earlier = ["Peru's tariff cuts of May", "which goods?"]
    assert standalone("no I meant Chile. copper export orders", earlier) == "copper export orders (Chile)"


@pytest.mark.parametrize(
    "question",
    [
        "What is the status of softwood lumber talks with Canada?",
        "Which companies supply titanium to Boeing plants in Poland?",
        "what is the status of EU-India talks",
        "how many tonnes of rice does Thailand export",
        "has Canada dropped its digital tax",
        "do Chile and Peru both pay the levy",
        "what rate are Hungarian goods on, and Thai ones",
        "UK trade deal, how far along are they",
        "Thai goods: reciprocal rate they face?",
        "price of the Cray that Itochu is buying",
        "who is in that Japanese seamless pipe cartel",
        "Ecuador trade balance so far this year",
        "who speaks for Peru in the farm talks these days",
    ],
)
def test_a_new_question_carries_nothing_over(question: str) -> None:
    assert standalone(question, ["when does the quota on Kenyan tea open?"]) == question


def test_a_first_question_stands_as_it_is() -> None:
    assert standalone("and for Korea?", []) == "and for Korea?"


def test_a_substitution_lasts_over_three_turns() -> None:
    turns = ["how much beef may Australia sell", "what about New Zealand?", "and lamb?"]
    text = standalone(turns[2], turns[:2])
    assert "lamb" in text
    assert "New Zealand" in text
    assert "Australia" not in text


def test_a_third_turn_still_knows_the_subject_of_the_first() -> None:
    turns = ["when does the EU quota on beef open?", "who agreed it?", "why?"]
    assert "EU quota on beef" in standalone(turns[2], turns[:2])


def test_after_a_change_of_topic_the_old_one_does_not_come_back() -> None:
    turns = [
        "when does the EU quota on beef open?",
        "What is the status of softwood lumber talks with Canada?",
        "who leads them?",
    ]
    text = standalone(turns[2], turns[:2])
    assert "lumber" in text
    assert "beef" not in text


def test_a_challenge_after_a_correction_keeps_the_corrected_party() -> None:
    turns = ["status of talks with India", "no, Indonesia", "are you sure? just tell me"]
    text = standalone(turns[2], turns[:2])
    assert "Indonesia" in text
    assert "India)" not in text


def test_only_what_the_person_typed_can_be_carried_over() -> None:
    assert list(inspect.signature(standalone).parameters) == ["question", "earlier"]


@pytest.mark.parametrize(
    "question",
    ["different topic - is wheat still taxed", "ok, another question: is wheat still taxed",
     "Switching gears: is wheat still taxed", "new subject. is wheat still taxed"],
)  # fmt: skip
def test_a_new_topic_carries_nothing_over(question: str) -> None:
    assert standalone(question, ["what is the duty on Chilean salmon?"]) == "is wheat still taxed"


@pytest.mark.parametrize("insisting", ["are you sure?", "but is that right", "come on, what do you think"])
def test_what_only_insists_is_not_carried_further(insisting: str) -> None:
    earlier = "why did Hungary leave the accord"
    assert standalone("and when was it?", [earlier, insisting]) == f"and when was it? ({earlier})"


def test_another_subject_that_is_asked_about_is_carried_further() -> None:
    turns = ["what is the duty on Chilean salmon?", "what about the tin accord?", "how long?"]
    assert standalone(turns[2], turns[:2]).startswith("how long? (what about the tin accord?")


@pytest.mark.parametrize(
    ("earlier", "question", "asked"),
    [
        ("why did Hungary leave the accord", "are you sure?", "why did Hungary leave the accord"),
        ("tonnage of the beef quota", "roughly?", "tonnage of the beef quota"),
        ("why did Hungary leave the accord", "why not", "why not (why did Hungary leave the accord)"),
        ("why did Hungary leave the accord", "what did it agree to?", "what did it agree to?"),
    ],
)
def test_what_is_insisted_on_is_still_what_is_asked(earlier: str, question: str, asked: str) -> None:
    whole = understand(standalone(question, [earlier]), date(1987, 6, 1), question)
    assert whole.asked.removesuffix(")") == asked.removesuffix(")")


@pytest.mark.parametrize(
    ("question", "before", "meant"),
    [
        ("and Norway?", "Swedish boycott of South Africa?", "Norway boycott of South Africa?"),
        ("what about Peru", "does Chile still tax Thai rice", "does Peru still tax Thai rice"),
        ("and Norway?", "Swedish boycott?", None),
        ("and Norway?", "Sweden vs Denmark on cod", None),  # compared: which of them is left open
        ("and Norway's salmon?", "Swedish boycott of South Africa?", None),
    ],
)
def test_another_party_may_be_meant_for_either_of_two(question: str, before: str, meant: str | None) -> None:
    assert of_the_other_side(question, [before]) == meant


@pytest.mark.parametrize(
    ("question", "before", "meant"),
    [
        ("no i meant tin", ["Chile rice purchases in May"], "Chile tin purchases in May"),
        ("no i meant Peru, the june ones", ["Chile rice cuts in april"], "Peru rice cuts in june"),
        ("no i meant Peru, june", ["Chile rice cuts"], "Peru rice cuts, june"),
    ],
)
def test_goods_and_a_period_are_corrected_as_a_party_is(question: str, before: list[str], meant: str) -> None:
    assert standalone(question, before) == meant


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        ("duty on tin now?", "and in March 1986?", "duty on tin in March 1986"),
        ("duty on tin in March 1986", "how much is it today?", "duty on tin"),
        ("duty on tin in March 1986", "what is it now?", "duty on tin"),
    ],
)
def test_a_day_alone_is_put_into_the_figure_asked_for_before(before: str, question: str, whole: str) -> None:
    assert standalone(question, [before]) == whole
