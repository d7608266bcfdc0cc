"""What a sentence of a chat model opens with: cut off, refused, or explained by what follows."""

from datetime import date

import pytest

from assistant.checking.openers import why_leaning, without_openers
from assistant.checking.prose import Offered, as_shown

RULING = "The court ended the duty, and Japan therefore pays 15 percent."
PLAIN = "Japan pays 15 percent."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Also, Japan pays 15 percent.", "Japan pays 15 percent."),
        ("Meanwhile Japan pays 15 percent.", "Japan pays 15 percent."),
        ("Finally, most goods pay 15 percent.", "Most goods pay 15 percent."),
        ("Second, the annex exempts some.", "The annex exempts some."),
        ("In addition, the annex exempts some.", "The annex exempts some."),
        ("And finally, the annex exempts some.", "The annex exempts some."),
        ("Earlier, the order set 15 percent.", "The order set 15 percent."),
    ],
)
def test_what_only_says_that_more_is_told_is_cut_off(written: str, shown: str) -> None:
    assert without_openers(written, [PLAIN]) == shown
    assert why_leaning(shown, [PLAIN]) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "First, second and third rounds failed.",
        "Second tranches were announced.",
        "Also covered are cars.",
        "In addition to cars, it covers steel.",
        "Earlier this year Japan paid more.",
        "So far Japan has bought 100 aircraft.",
        "Yet another round failed.",
        "As a result of the ruling, Japan pays 15 percent.",
        "In exchange for rice, Japan pays 15 percent.",
        "The same day, 1 September, is given for Peru.",
        "On the same day that Japan signed, Peru left.",
        "Two months later than planned, the duty starts.",
        "Six days after the signing, Peru left.",
        "A year before 2021, Peru left.",
        "The following meeting is in Oslo.",
        "Later talks are to be in Oslo.",
        "Then-President Biden signed.",
        "The two presidents, Lee and Trump, spoke.",
    ],
)
def test_what_opens_alike_and_stands_alone_is_left(sentence: str) -> None:
    assert without_openers(sentence, [PLAIN]) == sentence
    assert why_leaning(sentence, [PLAIN]) is None


@pytest.mark.parametrize(
    "opener",
    [
        *("Therefore", "As a consequence", "As a result", "Nevertheless", "However", "By contrast"),
        *("On the other hand", "After that", "Then", "Later", "Thereafter", "In its place", "In return"),
        *("As for the other", "Despite that", "Otherwise", "In that case", "Until then", "Since then"),
    ],
)
def test_a_relation_that_nothing_cited_has_is_refused(opener: str) -> None:
    sentence = f"{opener}, Japan pays 15 percent."
    assert without_openers(sentence, [PLAIN]) == sentence
    assert f"“{opener}”" in str(why_leaning(sentence, [PLAIN]))


@pytest.mark.parametrize("relation", ["therefore", ", however,", "in turn", ", as a result,"])
def test_one_behind_the_subject_is_refused_as_well(relation: str) -> None:
    sentence = f"Japan {relation} will buy 100 aircraft.".replace(" ,", ",")
    assert relation.strip(" ,") in str(why_leaning(sentence, ["Japan will buy 100 aircraft."]))
    assert why_leaning(sentence, ["Because of it and so in turn, but still, Japan buys."]) is None
    assert why_leaning(f"Peru left and {sentence}", ["Japan will buy 100 aircraft."]) is None


@pytest.mark.parametrize(
    "opener",
    ["The same day", "On the same day", "That day", "A week later", "Two months earlier", "The next day"],
)
def test_a_day_that_another_sentence_names_has_to_be_named(opener: str) -> None:
    sentence = f"{opener}, the United States stopped its tariffs."
    assert "name the day" in str(why_leaning(sentence, ["The United States stopped its tariffs."]))


def test_a_relation_that_is_cited_is_cut_off_too_for_what_it_refers_to_may_not_be_shown() -> None:
    assert without_openers("As a result, Japan pays 15 percent.", [RULING]) == "Japan pays 15 percent."
    went = "In return Lebanon takes rice."
    assert without_openers(went, [went]) == "Lebanon takes rice."


def test_nothing_is_cut_off_that_the_rest_cannot_do_without() -> None:
    held = "In exchange go 290 buses; a month earlier it had been 7 percent. Until then, 5 percent is due."
    for sentence in held.replace("; a", ". A").split(". "):
        assert without_openers(sentence, [held]) == sentence
        assert why_leaning(sentence, [held]) is None


def test_what_stands_behind_the_day_of_an_answer_is_read_as_well() -> None:
    offered = Offered("Talks go on.", date(2026, 7, 27))
    assert as_shown("As of July 27, 2026, meanwhile, talks go on.", [offered]) == "Talks go on."
    assert as_shown("Finally, as of July 27, 2026, talks go on.", [offered]) == "Talks go on."
