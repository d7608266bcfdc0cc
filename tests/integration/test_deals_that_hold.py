"""A deal, talks and an emergency have not ended with the duty that they set, or that rests on them."""

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "deal.md": (
        "Carrying out the trade deal with Norway",
        "1986-05-12",
        "Under the trade deal with Norway the duty imposed under Order 141 is lowered to 8 percent on all "
        "goods of Norway. Norway will buy herring nets worth 40 million pesos, as the trade deal has it.",
    ),
    "emergency.md": (
        "Addressing threats by the government of Kenya",
        "1986-06-02",
        "I declared an emergency with respect to Kenya in Order 152, and to meet it a duty of 30 percent is "
        "imposed under Order 152 on goods of Kenya.",
    ),
    "ending.md": (
        "Ending certain duties",
        "1986-11-20",
        "The additional duties imposed by Order 141, as amended, and Order 152, as amended, shall no longer "
        "be in effect and shall no longer be collected.",
    ),
    "pact.md": (
        "The fisheries pact with Peru",
        "1986-03-03",
        "The fisheries pact with Peru was signed in Lima by both ministers.",
    ),
    "pact-in-force.md": (
        "The fisheries pact with Peru begins",
        "1986-07-01",
        "The fisheries pact with Peru entered into force on July 1, 1986.",
    ),
    "brazil.md": (
        "Agreement with Brazil on reciprocal trade",
        "1986-10-01",
        "Brazil shall, within five years of entry into force of this Agreement, ban goods made by forced "
        "labor. No term of this Agreement shall be operative until its entry into force. This Agreement "
        "shall enter into force 60 days after the parties have notified each other of their procedures.",
    ),
    "brazil-sheet.md": (
        "Fact sheet: the agreement with Brazil",
        "1986-10-01",
        "The agreement with Brazil builds on the free trade agreement, which entered into force on "
        "May 4, 1951.",
    ),
    "visit.md": (
        "A visit to Lima",
        "1986-09-03",
        "Peru agreed on September 3, 1986 to buy boats worth 4 million pesos under the fisheries pact.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "is the trade deal with Norway still in force?",
        "trade deal with Norway: over?",
        "has the trade deal with Norway ended?",
        "what is the status of the trade deal with Norway?",
        "what is the latest on the trade deal with Norway?",
    ],
)
def test_a_deal_leads_and_the_end_of_its_duty_is_told_behind_it(answering: Answering, asked: str) -> None:
    told = ask(answering, asked)
    assert "trade deal" in first(told)
    assert "no longer be in effect" in told.answer
    assert any(warning.kind == "superseded" and "[1]" in warning.text for warning in told.warnings)


def test_the_end_of_the_duty_itself_leads(answering: Answering) -> None:
    for asked in "is the duty on Norway still in force?", "are duties on goods of Norway over?":
        assert "no longer be in effect" in first(ask(answering, asked)), asked


@pytest.mark.parametrize(
    "asked", ["is the emergency on Kenya still in force?", "emergency with Kenya - over?"]
)
def test_an_emergency_goes_on_when_the_duty_that_rests_on_it_ends(answering: Answering, asked: str) -> None:
    told = ask(answering, asked)
    assert "declared an emergency" in first(told)
    assert any("whether this still holds" in warning.text for warning in told.warnings)


def test_where_a_briefing_says_that_a_pact_is_in_force_that_leads(answering: Answering) -> None:
    told = ask(answering, "is the fisheries pact with Peru in force?")
    assert "entered into force" in first(told)
    assert not any("whether this still holds" in warning.text for warning in told.warnings)


def test_what_is_on_no_briefing_stays_declined(answering: Answering) -> None:
    assert ask(answering, "is the fisheries pact with Chile still in force?").abstained


def test_when_a_pact_is_to_enter_into_force_is_not_told_by_the_pact_that_it_builds_on(
    answering: Answering,
) -> None:
    told = ask(answering, "when does the agreement with Brazil enter into force?")
    said = [sentence.text for sentence in told.sentences if sentence.role != "frame"]
    assert "1951" not in said[0]
    day = next(at for at, text in enumerate(said) if "60 days after" in text)
    assert day < next((at for at, text in enumerate(said) if "five years" in text), len(said))
