"""What a question rests on or asks a quantity of has to be told by some sentence of its answer."""

from datetime import date

import pytest

from assistant.asking.needs.all_needs import NEEDS
from assistant.asking.question import Question, understand
from assistant.declining.unmet import unmet
from tests.needs.details import DETAILS
from tests.needs.events import EVENTS, UNDONE

NEWEST = date(1987, 6, 1)
LATER = "a briefing as late as that"

CASES = EVENTS | DETAILS


def lacks(question: Question, *sentences: str) -> tuple[str, ...]:
    """What is lacking where every sentence concerns the parties asked about."""
    return unmet(question, sentences, sentences, NEWEST)


@pytest.mark.parametrize("need", CASES)
def test_what_no_sentence_tells_is_named_and_what_one_tells_is_not(need: str) -> None:
    asked, near, told = CASES[need]
    question = understand(asked, NEWEST)
    assert lacks(question, near) == (need,)
    assert lacks(question, near, told) == ()


@pytest.mark.parametrize(
    ("told", "lacking"),
    [
        (
            "The order settles what the tin pact had left open for Peru.",
            ("that anybody left or was put out",),
        ),
        ("Peru left the tin pact on May 4.", ()),
    ],
)
def test_what_is_left_open_is_left_by_nobody(told: str, lacking: tuple[str, ...]) -> None:
    assert lacks(understand("when did Peru pull out of the tin pact?", NEWEST), told) == lacking


def test_how_long_something_is_put_off_is_no_length() -> None:
    asked = understand("how long is the duty on salt suspended", date(1987, 4, 1))
    assert "a length or a depth" not in [*unmet(asked, ["It is suspended until May 2, 1987."], [], None)]


@pytest.mark.parametrize("asked", ["how long is tin let in free of duty", "how long is the quota open"])
def test_how_long_something_holds_is_no_length(asked: str) -> None:
    assert lacks(understand(asked, NEWEST), "Tin is let in free of duty for six months.") == ()


def test_who_brings_production_back_puts_no_measure_back() -> None:
    asked = understand("which firm brings its tin production back from Peru", NEWEST)
    assert lacks(asked, "Codelco moves its tin production from Peru to Chile.") == ()
    again = understand("when did Peru bring the tin duty back", NEWEST)
    assert lacks(again, "Peru charges a tin duty from May 4.") == ("anything that was put back",)


def test_a_ban_is_no_end_of_a_ban_and_to_quit_buying_is_not_to_leave() -> None:
    asked = understand("why did parliament throw out the ban on rice from Peru", NEWEST)
    assert lacks(asked, "Parliament approved a ban on rice from Peru.") == (UNDONE,)
    assert lacks(asked, "Parliament rejected a ban on rice from Peru, as mills need it.") == ()
    quits = understand("how long have mills been given to quit buying rice of Peru", NEWEST)
    assert lacks(quits, "Mills have until May 4, two years, to give up rice of Peru.") == ()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("when did Peru finally sign the tin pact?", "Peru signed the tin pact on May 4."),
        ("what did the president determine on tin?", "I determine that tin is let in free of duty."),
        ("what is at stake in the tin talks?", "The talks are on the duty on tin."),
    ],
)
def test_what_is_asked_in_passing_is_no_need(asked: str, told: str) -> None:
    assert lacks(understand(asked, NEWEST), told) == ()


def test_every_need_is_tried() -> None:
    assert {need.words for need in NEEDS} == set(CASES)


@pytest.mark.parametrize(
    "question",
    [
        "what did Austria get for dropping the sugar quota?",
        "on what ground did the court strike the wheat levy down",
        "Poland tore the coal accord up, why",
        "date the panel ruled against the beef ban",
        "notice period to cancel the accord",
        "so Hungary lost the order, what was the cause",
    ],
)
def test_what_was_undone_is_not_taken_on_trust(question: str) -> None:
    assert UNDONE in lacks(understand(question, NEWEST), "Austria and Hungary trade freely.")


@pytest.mark.parametrize(
    "question",
    [
        "did Austria refuse to buy Hungarian wheat",  # that it buys wheat is an answer
        "has the accord with Austria lapsed",
        "is the levy suspended?",
        "and was it withdrawn",
        "how much scrap does Austria buy",  # a metal
        "duty on frozen beef",
        "what does Hungary pay on maize",
        "which stop on the tour is next",
        "how high is the duty on butter on the last day of May",
        "which states joined the accord",  # countries
    ],
)
def test_a_question_that_takes_nothing_for_granted_needs_nothing(question: str) -> None:
    assert lacks(understand(question, NEWEST), "Austria buys Hungarian wheat.") == ()


@pytest.mark.parametrize(
    "told",
    [
        "The accord runs until May 4.",
        "The duty applies through July 24, 1987.",
        "The quota shall no longer apply.",
        "Exports to Austria fell by a third.",
        "Austria bans Hungarian beef.",
    ],
)
def test_what_was_undone_is_told_in_many_words(told: str) -> None:
    assert lacks(understand("when was the accord terminated", NEWEST), told) == ()


def test_goods_withdrawn_from_warehouse_undo_nothing() -> None:
    entered = "The duty applies to goods entered, or withdrawn from warehouse for consumption, after May 4."
    assert lacks(understand("why was the duty repealed", NEWEST), entered) == (UNDONE,)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("how much wheat did Egypt actually buy in 1988", (LATER,)),
        ("what was sold in sept 1987", (LATER,)),
        ("how much wheat will Egypt buy in 1988", ()),
        ("how much wheat did Egypt agree to buy in 1988", ()),
        ("what was the goal for 1990", ()),
        ("how much wheat did Egypt buy in 1986", ()),
        ("how much wheat did Egypt buy in 1987", ()),  # the year has begun
    ],
)
def test_how_something_turned_out_after_the_newest_briefing_is_on_no_file(
    question: str, missing: tuple[str, ...]
) -> None:
    assert lacks(understand(question, NEWEST), "Egypt buys wheat.") == missing


def test_without_a_dated_briefing_no_period_is_too_late() -> None:
    asked = understand("how much wheat did Egypt buy in 1988", NEWEST)
    assert unmet(asked, ["Egypt buys wheat."], [], None) == ()


def test_that_one_party_ended_something_does_not_tell_that_another_did() -> None:
    asked = understand("why did Hungary cancel the accord", NEWEST)
    assert unmet(asked, ["Poland ended its accord."], [], NEWEST) == (UNDONE,)


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("what does it cost per truck", "It costs 40 schillings.", ("a figure per truck",)),
        ("what does it cost per truck", "It costs 40 schillings a truck.", ()),
        ("what does it cost per truck", "It costs 40 schillings for each vehicle.", ()),
        ("what does it cost, per the ministry", "It costs 40 schillings.", ()),
        ("growth in per cent", "It grew by 4 percent.", ()),
    ],
)
def test_what_is_asked_by_the_piece_is_told_by_the_piece(
    question: str, sentence: str, missing: tuple[str, ...]
) -> None:
    assert lacks(understand(question, NEWEST), sentence) == missing


def test_what_would_follow_if_something_were_done_takes_nothing_for_granted() -> None:
    asked = understand("how would Peru answer if the quota bill became law", NEWEST)
    assert lacks(asked, "Peru would raise its duties.") == ()


@pytest.mark.parametrize(
    "question",
    [
        "start of the retaliation duties on Peruvian tin",
        "which union is calling for retaliation over tin",
        "which of the two dropped more, tin or zinc",
        "how far have tin exports dropped to",
    ],
)
def test_what_a_thing_is_called_or_a_figure_does_is_not_taken_for_an_event(question: str) -> None:
    assert lacks(understand(question, NEWEST), "Tin from Peru pays a duty of 9 percent.") == ()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("until when was the truce extended", "Peru agreed to maintain the truce until May 4."),
        ("who lets mills quit Peru longest", "Mills have until May 4 to wind down what they do in Peru."),
    ],
)
def test_an_event_may_be_told_in_other_words(question: str, told: str) -> None:
    assert lacks(understand(question, NEWEST), told) == ()


@pytest.mark.parametrize(
    ("told", "lacking"),
    [
        ("Removing that duty, Peru welcomes the tin pact.", True),
        ("Peru may, if talks fail, terminate the tin pact.", True),
        ("Termination of the tin pact takes effect 180 days after notice.", True),
        ("Peru withdrew from the tin pact on May 4.", False),
    ],
)
def test_who_withdrew_from_a_pact_left_it(told: str, lacking: bool) -> None:
    missing = lacks(understand("when did Peru withdraw from the tin pact", NEWEST), told)
    assert ("that anybody left or was put out" in missing) == lacking


def test_a_number_of_something_else_is_no_cost() -> None:
    asked = understand("cost of ending the parcel rule", NEWEST)
    assert lacks(asked, "Customs sees 4 million parcels a day.") == ("an amount of money",)
    assert lacks(asked, "Customs pays 4 mln dlrs a day.") == ()


def test_jobs_that_a_duty_made_are_a_number_of_people() -> None:
    asked = understand("jobs created by the tin duty", NEWEST)
    assert lacks(asked, "The duty helps mines, whose share fell from 50 pct in 1980.") == (
        "a number of people",
    )
    assert lacks(asked, "Mines took on 400 workers for the duty.") == ()


@pytest.mark.parametrize(
    "told",
    [
        "The ruling GATT council set up a panel on the tin duty.",
        "The panel said that the decision was taken after talks on the tin duty.",
        "The ruling of the panel on the tin duty is expected by May 4.",
        "Peru's decision to go to the GATT panel follows a complaint on tin.",
        "Peru may strike back if there is a decision of the panel against it.",
    ],
)
def test_a_ruling_still_to_come_and_a_ruling_body_are_no_ruling(told: str) -> None:
    asked = understand("verdict of the panel on the tin duty", NEWEST)
    assert lacks(asked, told) == ("a ruling",)
    assert lacks(asked, "The panel's surprising decision ends the tin duty.") == ()


@pytest.mark.parametrize(
    "question",
    ["when is the ruling of the panel on tin expected", "what held up the ruling of the panel on tin"],
)
def test_a_ruling_that_is_awaited_need_not_be_told(question: str) -> None:
    assert lacks(understand(question, NEWEST), "The tin panel is ill until May 4.") == ()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which month was the tin pact agreed", "Today Peru agreed to the tin pact."),
        ("where was the tin pact signed", "Peru and Chile signed the tin pact here."),
        ("tin quota after the deal with Peru", "The quota on tin will be raised to 400 tonnes."),
        ("indian leader who signed with Peru", "The premier of India met the president of Peru."),
        ("who signed up to the tin pact", "Peru agreed to the tin pact."),
    ],
)
def test_what_is_asked_may_be_told_by_the_day_the_place_or_the_change(question: str, told: str) -> None:
    assert lacks(understand(question, NEWEST), told) == ()


def test_a_deal_that_makes_up_for_something_pays_nothing_back() -> None:
    asked = understand("did Peru do a compensation deal with Chile", NEWEST)
    assert lacks(asked, "Peru failed to agree on a deal with Chile.") == ()
    paid = understand("how much compensation did Peru get for its tin", NEWEST)
    assert lacks(paid, "Peru sold 90 tonnes of tin.") == ("anything paid back",)
