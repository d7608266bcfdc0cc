"""What replaces what, and, as often, what does not."""

from datetime import date

import pytest

from assistant.reading.statements import statement_of
from assistant.superseding.replacing import replaced_by

OLD, NEW = date(2024, 3, 4), date(2024, 9, 4)


def reason(older: str, newer: str, *parties: str) -> str | None:
    return replaced_by(statement_of(older, OLD), statement_of(newer, NEW), parties)


@pytest.mark.parametrize(
    ("older", "newer", "why"),
    [
        (
            "Brazil raised its duty on steel to 25 percent.",
            "Brazil lowered its duty on steel from 25 to 16 percent.",
            "the rate was 25 percent, now 16 percent",
        ),
        (
            "Peru set its import duty on wheat at 12 pct.",
            "Peru cut its import duty on wheat to 7-1/2 pct.",
            "the rate was 12 percent, now 7.5 percent",
        ),
        (
            "Peru raised its duty on wheat to twenty percent.",
            "Peru raised its duty on wheat to 1,200 percent.",
            "the rate was 20 percent, now 1200 percent",
        ),
        (
            "The duty on wheat of Peru is 7-1/2 pct.",
            "The duty on wheat of Peru is 9-1/2 pct.",
            "the rate was 7.5 percent, now 9.5 percent",
        ),
        (
            "Peru's duty on wheat is 25 per cent.",
            "Peru cut its duty on wheat from 25 per cent to 18 per cent.",
            "the rate was 25 percent, now 18 percent",
        ),
        (  # a sum of money is no section of a law
            "Peru's duty on wheat is 25 percent.",
            "Peru, which earns the U.S. 500 million dollars, cut its duty on wheat to 18 percent.",
            "the rate was 25 percent, now 18 percent",
        ),
        (  # what answers a third party's measure
            "Australia put a retaliatory duty of 20 percent on wheat flour of the European Community.",
            "Australia cut its duty on wheat flour of the European Community to 10 percent.",
            "the rate was 20 percent, now 10 percent",
        ),
        (  # where it is charged is no legal basis
            "Norway set its carbon border duty on cement at 20 percent.",
            "Norway cut its duty on cement to 10 percent.",
            "the rate was 20 percent, now 10 percent",
        ),
        (
            "Peru's duty on wheat is 25 percent.",
            "Peru cut its duty on wheat at the border to 18 percent.",
            "the rate was 25 percent, now 18 percent",
        ),
        (
            "Peru's duty on wheat is 25 pct.",
            "Peru cut its duty on wheat to 18 pct from 25 pct.",
            "the rate was 25 percent, now 18 percent",
        ),
        (
            "The tariff on steel and aluminum is 25%.",
            "The order increases the tariff to 50% on aluminium and steel.",
            "the rate was 25 percent, now 50 percent",
        ),
        (
            "The truce between Norway and Chile now runs until November 10, 2024.",
            "The truce between Chile and Norway, which was due to end on November 10, 2024, now lasts until "
            "November 10, 2025.",
            "the last day was 10 November 2024, now 10 November 2025",
        ),
        (
            "The duties of 50 percent on Chile start on August 19, 2024.",
            "The duties of 50 percent on Chile now start on August 22, 2024.",
            "the first day was 19 August 2024, now 22 August 2024",
        ),
        (
            "Goods of Chile pay a reciprocal tariff of 15 percent.",
            "Chile's reciprocal tariffs are no longer in effect.",
            "the 15 percent has ended",
        ),
        (
            "Peru set its import duty on widgets at 12 percent.",
            "Peru raised its duty on all imports of widgets to 30 percent.",
            "the rate was 12 percent, now 30 percent",
        ),
        ("Norway imposed a ban on Chile.", "Norway lifted its ban on Chile.", "it has ended"),
        *(
            ("Kenya's duty on wheat is 12 percent.", f"Kenya{ended}.", "the 12 percent has ended")
            for ended in (
                " scrapped its import duty on wheat",
                " cancelled its duty on wheat",
                " eliminated its duty on wheat",
                " dropped its duty on wheat",
                "'s duty on wheat was struck down by the court",
                "'s duty on wheat is void",
                "'s duty on wheat will be phased out",
                " made wheat duty-free",
            )
        ),
        (
            "The fifth round of Norway-Chile talks was held in Oslo.",
            "Norway and Chile signed their accord.",
            "it was under negotiation, now signed",
        ),
        (
            "Norway and Chile announced an agreement.",
            "The agreement between Norway and Chile took effect.",
            "it was announced, now in force",
        ),
    ],
)
def test_a_new_value_of_the_same_measure_replaces_the_old_one(older: str, newer: str, why: str) -> None:
    assert reason(older, newer) == why


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        # what has not ended
        ("Kenya's duty on wheat is 12 percent.", "Kenya's duty on wheat was not formally cancelled."),
        ("Kenya's duty on wheat is 12 percent.", "Kenya's duty on wheat may be scrapped."),
        ("Kenya's duty on wheat is 12 percent.", "Kenya's exports of wheat dropped after the duty."),
        (
            "Kenya's duty on wheat is 12 percent.",
            "Kenya opposed the duty on wheat in talks which ended yesterday.",
        ),
        # what is announced in answer to a breach is no pact
        (
            "Chile and Peru held talks on their chip pact.",
            "Peru announced sanctions in retaliation for Chile's breach of the chip pact.",
        ),
        # no one rate: a span, a bound, a step
        ("Peru's duty on wheat is 25 percent.", "Peru set duties of between 25 and 30 percent on wheat."),
        ("Peru's duty on wheat is 25 percent.", "Peru set duties on wheat of up to 50 percent."),
        ("Peru's duty on wheat is 25 percent.", "Peru raised its duty on wheat by 10 percent."),
        # the same value
        ("Brazil raised its duty on steel to 25 percent.", "Brazil's duty on steel is 25 percent."),
        # other goods
        ("Brazil raised its duty on steel to 25 percent.", "Brazil raised its duty on copper to 50 percent."),
        (
            "Brazil raised its duty on steel to 25 percent.",
            "Brazil raised its duty on steel and copper to 50 percent.",
        ),
        # other goods, whatever table knows them
        (
            "Peru set its import duty on knobbed sprockets at 12 percent.",
            "Peru set its import duty on widgets at 30 percent.",
        ),
        ("Peru set its import duty on widgets at 12 percent.", "Peru set its import duty at 30 percent."),
        # another party
        ("The tariff on Chile is 25 percent.", "The tariff on Peru is 10 percent."),
        # another instrument
        ("The tariff on Chile is 25 percent.", "Chile's quota was filled to 90 percent."),
        # another law comes on top
        (
            "The tariff on Chile rises to 35 percent.",
            "An additional section 338 tariff of 50 percent on Chile was imposed.",
        ),
        (
            "The section 232 tariff on Chile is 25 percent.",
            "The section 301 tariff on Chile is 10 percent.",
        ),
        # the other way round
        (
            "The US tariff on Chile is 25 percent.",
            "Chile set a retaliatory tariff of 10 percent on US goods.",
        ),
        # not done
        ("The tariff on Chile is 25 percent.", "The tariff on Chile may fall to 10 percent."),
        ("The tariff on Chile is 25 percent.", "Chile hopes for a tariff of 10 percent."),
        # several rates, so which?
        (
            "The tariff on Chile is 25 percent.",
            "The tariff on Chile is 10 percent for wine and 15 percent for salmon.",
        ),
        # what ended is not the measure
        ("The tariff on Chile is 25 percent.", "Chile ended the exemptions from its tariff."),
        # denied
        ("The tariff on Chile is 25 percent.", "The tariff on Chile is not withdrawn."),
        ("The tariff on Chile is 25 percent.", "The tariff on Chile will not be lifted."),
        # an earlier stage
        ("Norway and Chile signed their accord.", "Norway and Chile announced an accord."),
        ("Norway and Chile announced an accord.", "The round of Norway-Chile talks ended without an accord."),
    ],
)
def test_anything_else_leaves_it_unmarked(older: str, newer: str) -> None:
    assert reason(older, newer) is None


def test_the_stage_of_agreements_that_name_no_party_is_not_compared() -> None:
    assert reason("A drug maker announced an agreement.", "The agreement was signed.") is None


def test_where_the_subject_names_the_party_the_newer_one_may_name_more() -> None:
    older, newer = (
        "Imports from Chile pay a tariff of 15 percent.",
        "The order ends the tariffs on Chile, Peru and Norway.",
    )
    assert reason(older, newer) is None
    assert reason(older, newer, "CL") == "the 15 percent has ended"


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (
            "A levy of 12 percent is charged on wheat from Argentina.",
            "A levy of 5 percent is charged on maize from Hungary.",
        ),
        ("The duty on wheat from Argentina is 12 percent.", "The duty on wheat from Canada is 5 percent."),
        ("The duty on rice is 12 percent.", "The duty on wheat is 5 percent."),
    ],
    ids=["another party and other goods", "another party", "goods of one kind"],
)
def test_what_is_on_another_party_or_other_goods_than_asked_replaces_nothing(older: str, newer: str) -> None:
    assert reason(older, newer, "AR") is None
    assert reason(older, newer, "AR", "US") is None


def test_what_is_no_longer_in_effect_has_ended() -> None:
    older = "The levy of 12 percent on wheat from Argentina is charged."
    for newer in (
        "The levy on wheat shall no longer be in effect.",
        "The levy on wheat is no longer collected.",
        "Wheat is no longer subject to a levy.",
    ):
        assert reason(older, newer, "AR") == "the 12 percent has ended"


def test_the_rate_of_one_of_several_parties_is_replaced_where_that_is_said_to_change() -> None:
    older = "The order puts a duty of 25 percent on goods of Chile and Peru and of 10 percent on Kenya."
    newer = "The order raises the duty on goods of Chile from 25 to 35 percent."
    assert reason(older, newer, "CL") == "the rate was 25 percent, now 35 percent"
    assert reason(older, newer, "PE") is None
    assert reason(older, newer, "CL", "PE") is None
    assert reason(older, "The order raises the duty on goods of Kenya from 25 to 35 percent.", "KE") is None


def test_what_one_party_of_the_subject_ends_or_changes_stands_for_the_other() -> None:
    older = "Uganda's duty on wheat is 12 percent."
    assert reason(older, "Kenya scrapped its duty on wheat.", "KE", "UG") is None
    assert reason(older, "Kenya cut its duty on wheat to 5 percent.", "KE", "UG") is None
