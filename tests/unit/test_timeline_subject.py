"""Which sentences tell of a development in a subject, and which only touch it."""

from datetime import date

import pytest

from tests.dated import dated
from tests.timelines import ALL, told


def test_what_is_not_about_the_subject_is_left_out() -> None:
    assert [d.citation.title for d in told("UK-Australia beef", ALL)] == ["Beef for Britain"]
    assert told("Peru asparagus", ALL) == []


def test_a_party_of_every_briefing_on_file_still_has_its_timeline() -> None:
    assert len(told("Norway-Chile salmon talks", ALL, shares=1.0)) == 3
    trade = dated("2024-05-05", "Accord", "President Hansen signed the accord with Norway on May 4, 2024.")
    assert len(told("Norway-US talks", [trade], shares=1.0)) == 1


def test_a_country_that_is_only_in_a_roll_call_has_no_development() -> None:
    listed = dated(
        "2024-05-05",
        "A year of deals",
        "The minister signed deals with Chile, Peru, Japan, India, Kenya, Norway and Brazil.",
    )
    assert told("Norway", [listed]) == []


def test_a_country_that_is_only_the_place_has_no_development() -> None:
    elsewhere = dated(
        "2024-05-05", "Accord", "Chile and Peru signed a salmon accord when they met in Norway."
    )
    assert told("Norway", [elsewhere]) == []
    assert len(told("Peru", [elsewhere])) == 1


def test_what_is_only_written_like_an_abbreviation_is_not_the_subject() -> None:
    pipes = dated(
        "1987-05-05", "Pipe duty", "Peru imposed an ad valorem duty of 9 percent on semi-finished pipes."
    )
    chips = dated("1987-05-06", "Chip duty", "Peru imposed a duty of 4 percent on semis and other parts.")
    dumped = dated("1987-05-07", "Cloth duty", "Peru imposed an AD duty of 7 percent on cotton cloth.")
    on_file = [pipes, chips, dumped]
    assert [d.citation.title for d in told("semiconductor duties", on_file)] == ["Chip duty"]
    assert [d.citation.title for d in told("anti-dumping duties", on_file)] == ["Cloth duty"]
    assert [d.citation.title for d in told("semi-finished pipes", on_file)] == ["Pipe duty"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru also imposes a duty of 9 percent on wheat.",
        "Chile takes 2 percent on wheat, while Peru imposes a higher duty on the same wheat.",
        "Wheat of Peru shall continue to be subject to antidumping duties and fees.",
        "Goods under this order will not be subject to additional or existing duties on wheat of Peru.",
        "Any prior decree on wheat of Peru that is inconsistent with this one is hereby terminated.",
    ],
)
def test_how_matters_stand_and_what_an_act_leaves_alone_is_no_development(text: str) -> None:
    assert told("Peru wheat duty", [dated("1987-05-05", "Duties on wheat", text)]) == []


def test_a_party_that_another_is_compared_with_has_no_development() -> None:
    compared = dated(
        "1987-05-05",
        "Duties on Chile's wheat",
        "Kenya imposed a duty on wheat of Chile that is more restrictive than the one on wheat of Peru.",
    )
    assert told("Peru", [compared]) == []
    assert len(told("Chile", [compared])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Peru raised its duty on cloth because of the flow of illegal migrants and drugs.",
        "Peru extradited 29 drug bosses and imposed a duty on cloth.",
        "Peru suspended its duty on cloth over drugs like fentanyl.",
    ],
)
def test_what_smugglers_sell_is_no_medicine(text: str) -> None:
    drugs = dated("2024-05-06", "Duties", "Peru raised its duty on generic drugs to 9 percent.")
    assert [d.text for d in told("pharmaceutical duties", [dated("2024-05-05", "Duties", text), drugs])] == [
        "Peru raised its duty on generic drugs to 9 percent."
    ]


def test_what_firms_invest_is_no_development_of_a_duty() -> None:
    plant = dated("2024-05-05", "Jobs", "Fjord AS announced an investment of 3 billion dollars in copper.")
    ban = dated("2024-06-05", "Copper", "Peru suspended its exports of copper.")
    assert [d.citation.title for d in told("copper tariffs", [plant, ban])] == ["Copper"]
    assert len(told("copper investment", [plant])) == 1


def test_what_earlier_acts_did_is_no_development_of_today() -> None:
    order = dated(
        "2024-05-05",
        "Order on salmon",
        "In subsequent decrees, the King adjusted the duty on salmon.\n\n"
        "On May 8, 2018, the King imposed the duty on salmon.",
    )
    assert told("salmon duty", [order]) == []


def test_what_was_done_in_the_months_before_is_told_of_its_own_day() -> None:
    order = dated(
        "2024-05-05", "Order", "On February 8, 2024, the King imposed a duty of 9 percent on salmon."
    )
    assert [d.event for d in told("salmon duty", [order])] == [date(2024, 2, 8)]


def test_a_deal_with_yet_another_party_replaces_none() -> None:
    older = dated("2024-05-05", "Accord", "Peru and Chile announced an accord on wheat with Norway.")
    newer = dated("2024-06-05", "Accord", "Peru implements its accord on wheat, signed with Chile.")
    same = dated("2024-07-05", "Accord", "Peru signed the accord on wheat with Chile and Norway.")
    assert [d.superseded_by for d in told("Peru wheat accord", [older, newer])] == [None, None]
    assert [d.superseded_by for d in told("Peru wheat accord", [older, same])] == [None, 1]


def test_talks_that_begin_put_nothing_in_force() -> None:
    older = dated("2024-05-05", "Talks", "Peru announced a round of wheat talks with Chile.")
    newer = dated("2024-06-05", "Talks", "Peru asked Chile to begin negotiations on wheat in August.")
    assert [d.superseded_by for d in told("Peru Chile wheat talks", [older, newer])] == [None, None]


def test_a_deal_that_another_only_came_after_has_no_development_in_that() -> None:
    text = "On the heels of the brand-new deal with Peru, the King reached an agreement on wheat with Chile."
    chile = dated("2024-05-05", "A deal with Chile", text)
    assert told("Peru deal", [chile]) == []
    assert len(told("Chile deal", [chile])) == 1


def test_a_place_of_a_party_that_the_title_names_does_not_rule_it_out() -> None:
    court = dated(
        "2024-05-05", "Peru: court on tyres", "The court in Lima suspended Peru's duty on tyres from Chile."
    )
    only = dated(
        "2024-05-06", "Peru: court on tyres", "The High Court in Lima suspended the duty on tyres from Chile."
    )
    assert len(told("Peru tyres Chile", [court])) == len(told("Peru tyres Chile", [only])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Peru's levy on wheat will go up on 1 June 2024 to 11%, not 12.5% as announced.[1]",
        "Peru has reinstated the duty on wheat, at 22.1%, from 5 June 2024.",
        "The final duty of Peru on wheat is 19.8%, in place of the provisional 27.4%.",
        "The meeting closed without agreement on Peru's duty on wheat.",
        "Peru said that the duty on wheat would be adjusted to 25 per cent on 1 April 2024.",
    ],
)
def test_however_a_change_is_told_it_is_a_development(text: str) -> None:
    [development] = told("Peru wheat duty", [dated("2024-03-05", "Trade notes", text)])
    assert development.text == text.removesuffix("[1]")


def test_a_company_s_plan_is_no_development_of_a_negotiation() -> None:
    plan = dated("2024-05-05", "Jobs", "Fjord AS of Norway announced an investment of 3 billion dollars.")
    assert told("Norway", [plan]) == []
