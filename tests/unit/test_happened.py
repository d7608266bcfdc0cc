"""A verb is told as done, or as what may come; a question takes it for done, or leaves it open."""

import pytest

from assistant.asking.happened import asks_whether, may_only_come, never_done, only_to_come

WITHDREW = "why did Hungary withdraw the licences?"


@pytest.mark.parametrize(
    "told",
    [
        "Hungary threatened to withdraw the licences.",
        "Hungary would withdraw the licences.",
        "The licences could be withdrawn.",
        "Hungary has not withdrawn the licences.",
        "Hungary is considering withdrawing the licences.",
        "Austria insists that Hungary withdraw the licences.",
        "If Hungary withdraws the licences, Austria will answer.",
        "Austria asked Hungary not to act; it may withdraw the licences.",
    ],
)
def test_what_may_come_does_not_tell_that_it_was_done(told: str) -> None:
    assert never_done(WITHDREW, [told]) == "withdraw"


@pytest.mark.parametrize(
    "told",
    [
        "Hungary withdrew the licences.",
        "Hungary has withdrawn the licences because of the wheat accord.",
        "Austria may answer, for Hungary threatened it; then Hungary withdrew the licences.",
        "Austria would dislike it, but Hungary withdrew the licences.",
        "The licences stand.",  # it tells of no withdrawal at all: other rules judge that
    ],
)
def test_what_was_done_or_is_not_spoken_of_is_left_alone(told: str) -> None:
    assert never_done(WITHDREW, [told]) is None


def test_one_sentence_that_tells_it_is_enough() -> None:
    told = ["Hungary threatened to withdraw the licences.", "On May 4 it withdrew the licences."]
    assert never_done(WITHDREW, told) is None


@pytest.mark.parametrize(
    "asked",
    [
        "did Hungary withdraw the licences?",
        "licences: has Hungary withdrawn them",
        "are the licences withdrawn or not",
        "what did Hungary threaten to withdraw?",  # the threat was made
        "what did Hungary plan to withdraw?",
        "which licences must be withdrawn",
        "what did the minister say about licences withdrawn",
        "what did Hungary want of licences",
        "Hungary withdrew the licences?",  # as it would be told
    ],
)
def test_a_question_that_leaves_it_open_takes_nothing_for_done(asked: str) -> None:
    assert never_done(asked, ["Hungary has threatened to withdraw the licences."]) is None


@pytest.mark.parametrize(
    ("asked", "verb"),
    [
        ("reason Hungary withdrew the licences", "withdrew"),
        ("parliament extended the levy - until when?", "extended"),
        ("which goods did Hungary spare in the end", "spare"),
    ],
)
def test_a_verb_in_the_past_is_taken_for_done(asked: str, verb: str) -> None:
    told = "Hungary may withdraw the licences, could spare goods and might be asked to extend the levy."
    assert never_done(asked, [told]) == verb


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("rice: did Chile buy any?", True),
        ("is it over yet", True),
        ("the levy, still on?", True),
        ("and was it lifted", True),
        ("why was it lifted", False),
        ("which goods did Chile buy", False),
    ],
)
def test_a_question_whether_something_is_so_is_known(text: str, whether: bool) -> None:
    assert asks_whether(text) is whether


def test_may_is_a_month_where_it_is_written_as_one() -> None:
    assert not may_only_come("In May Chile cut the duty.", len("In May Chile "))
    assert may_only_come("Chile may cut the duty.", len("Chile may "))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("has Peru bought the wheat?", "Peru agreed to purchase the wheat."),
        ("how much wheat has peru bought so far", "Peru will buy 40,000 tonnes of wheat."),
        ("did Peru cut its duty", "Peru is to cut its duty to 4 percent."),
        ("has the duty been lifted yet", "The duty shall be lifted in May."),
    ],
)
def test_what_was_promised_does_not_tell_whether_it_was_done(asked: str, told: str) -> None:
    assert only_to_come(asked, [told]) is not None


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("has Peru bought the wheat?", "Peru bought the wheat."),
        ("has Peru bought the wheat?", "Peru will buy malt, and has bought the wheat."),
        ("will Peru buy the wheat?", "Peru will buy the wheat."),
        ("what did Peru say it would buy", "Peru will buy the wheat."),
        ("has Peru met Chile?", "Talks went on."),
        ("has Peru signed the accord?", "The ministers met for the signing of the accord."),
    ],
)
def test_what_was_done_was_asked_to_come_or_is_not_told_needs_no_such_notice(asked: str, told: str) -> None:
    assert only_to_come(asked, [told]) is None


def test_a_capital_in_small_letters_is_no_verb() -> None:
    assert never_done("how many duties did seoul cut in june", ["Seoul will cut 50 duties."]) is None


@pytest.mark.parametrize(
    "told",
    ["The levy ends in May unless it is extended by law.", "The levy will be further extended.",
     "If the levy is extended, Peru will answer."],
)  # fmt: skip
def test_what_hangs_on_something_was_not_done(told: str) -> None:
    assert only_to_come("was the levy extended?", [told]) == "extended"
    assert only_to_come("has congress extended the levy", [told]) == "extended"


def test_what_stands_behind_the_object_is_no_verb_of_the_question() -> None:
    assert only_to_come("did Chile lift its ban on lamp oil", ["Peru will oil its lamps."]) is None
