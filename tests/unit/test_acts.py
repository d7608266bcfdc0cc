"""Legal acts are known by their numbers, in whatever kind of law, and no other numbers are."""

import pytest

from assistant.reading.acts import acts_in, folded, main_act, titled
from assistant.reading.ends_told import ending_clauses


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Council Regulation (EEC) No 2727/75 sets the levy on wheat.", {"2727/75"}),
        ("under Executive Order 14245 of March 24, 2025 (Imposing Tariffs on Some)", {"14245"}),
        ("Proclamations and Proclamation 5631, as amended; Decree No. 1234", {"5631", "1234"}),
        ("as Public Law 98-573 allows", {"98-573"}),
        ("in order 5000 tonnes of wheat; Order 12; a notice of 1987", set()),
        ("Law 100,000 tonnes; Regulation 25%; Act 1.5", set()),
    ],
)
def test_an_act_is_a_kind_and_a_number(text: str, numbers: set[str]) -> None:
    assert {act.number for act in acts_in(text)} == numbers


def test_an_act_is_the_same_however_it_is_introduced_and_named_as_it_was() -> None:
    (one,), (other,) = acts_in("Council Regulation (EEC) No 2727/75"), acts_in("that Regulation No. 2727/75")
    assert one == other
    assert one.name == "Regulation 2727/75"
    assert acts_in("Directive 2727/75") != {one}


def test_a_briefing_is_about_the_act_that_it_names_most() -> None:
    often = "Decree 1001 set the quota. Decree 1001 is amended, and so is Decree 88-12. Decree 1001 stays."
    (act,) = acts_in("Decree 1001")
    assert main_act(often) == act
    assert main_act("Decree 1001 stays. Decree 1002 stays. Decree 1003 stays.") is None
    assert main_act("Nothing is named here.") is None


def test_an_act_is_found_by_its_title_whatever_its_capitals() -> None:
    text = (
        "Decree 1001 of 4 May 1987 (Levies on wheat from the Plate), and Decree 1002 (Levies on some maize)"
    )
    act = titled(text, "LEVIES ON WHEAT FROM THE PLATE")
    assert act is not None
    assert act.number == "1001"
    assert titled(text, "Levies on wheat") is None


def test_a_sentence_reads_on_over_a_list_of_acts() -> None:
    text = folded(
        "The levies imposed in Decree 1001, as amended; Decree 1002; and Decree 1003 are abolished, "
        "and those of Decree 1004 stay."
    )
    (clause,) = ending_clauses(text.text)
    assert clause == "The levies imposed in act0 are abolished"
    assert {act.number for act in text.acts_of(clause)} == {"1001", "1002", "1003"}


def test_an_act_of_which_a_part_is_ended_is_not_ended() -> None:
    text = folded("The duties in clause 2 of Decree 1001 and annex I to Decree 1002 are abolished.")
    assert not text.acts_of(text.text)
