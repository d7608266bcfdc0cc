"""What is asked of goods has to come with those goods, by whatever name."""

from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.declining.goods_asked import goods_missing
from assistant.reading.goods import goods_in


def missing(asked: str, *sentences: str) -> str | None:
    return goods_missing(understand(asked, date(1987, 4, 1)), sentences)


@pytest.mark.parametrize(
    ("asked", "said", "goods"),
    [
        ("what duty does Peru charge on cement?", "Peru charges 20 pct on steel.", "cement"),
        ("how many tonnes of butter does Chile sell", "Chile sells 400 tonnes of wool.", "butter"),
        ("rate on motor vehicles from Spain", "Goods of Spain pay 9 pct.", "motor vehicles"),
        ("what does rice pay in Oman, and what wheat", "Oman taxes barley at 4 pct.", "rice"),
        ("are smartphones exempt from the duty", "Peru exempts drones from it.", "smartphones"),
        ("did Chile lift its ban on wool", "Chile lifted its ban on cotton.", "wool"),
        ("what duty does Peru charge on harvesters?", "Peru charges 25 pct on drones.", "harvesters"),
        ("what duty does Peru charge on eggs?", "Peru charges 25 pct on beer.", "eggs"),
        ("what duty does Peru charge on machinery?", "Peru charges 25 pct on tractors.", "machinery"),
        ("what duty does Peru charge on grapes?", "Peru charges 25 pct on apples.", "grapes"),
        ("Peru's quota for frozen lamb", "Peru's quota for frozen beef is 500 tonnes.", "frozen lamb"),
        ("Togo coffee ban - lifted?", "Togo lifts its ban on cocoa.", "coffee"),
        ("duty on car tyres in Chile?", "Chile's duty on truck and bus tyres is 22 pct.", "car tyres"),
        ("Peru's tariff on steel wire", "Peru's tariff on flat steel is 35 pct.", "steel wire"),
        ("Peru's safeguard on steel pipes", "Its safeguard on steel grinding balls lapses.", "steel pipes"),
        ("Peru's levy on palm kernel oil", "Its levy on crude palm oil is 11 pct.", "palm kernel oil"),
        ("what duty do tomatoes pay in Oman", "In Oman tomato paste pays 12 pct.", "tomatoes"),
        ("what duty does gin pay in Oman", "In Oman whisky pays 12 pct.", "gin"),
    ],
)
def test_goods_that_no_sentence_speaks_of_are_named(asked: str, said: str, goods: str) -> None:
    assert missing(asked, said) == goods


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what duty does Peru charge on cement?", "Peru charges 20 pct on clinker."),
        ("what rate do trucks pay", "Vehicles pay 9 pct."),
        ("how much wine and cheese does Chile sell", "Chile sells 400 tonnes of cheese."),
        ("how much does Chile ship to Peru", "Chile sends 40 tonnes."),  # a verb
        ("why did Peru tax cement?", "Peru wants to help its mills."),  # no figure
        ("what rate does Peru charge", "Peru charges 20 pct."),  # no goods
        ("are laptops exempt", "Consumer electronics are exempt."),
        ("is the duty on Spanish electronics still charged", "The duty on electronic goods is charged."),
        ("what duty does Peru charge on tractors?", "Peru charges 25 pct on farm equipment."),
        ("what duty does Peru charge on grapes?", "Fruit pays 9 pct in Peru."),
        ("what duty does Peru charge on cod?", "Seafood pays 9 pct in Peru."),
        ("who sells cod to Peru?", "Norway sells it."),  # no figure, and no measure
        ("what duty do tyres pay in Chile", "Chile charges 22 pct on truck and bus tyres."),
        ("what duty does steel wire pay in Chile", "Chile charges 22 pct on steel, flat steel apart."),
        ("what duty do spirits pay in Oman", "In Oman whisky pays 12 pct."),
        ("what duty do tyres for cars pay in Chile", "Passenger car tyres pay 22 pct."),
    ],
)
def test_goods_by_another_name_or_asked_no_figure_of_are_not_missed(asked: str, said: str) -> None:
    assert missing(asked, said) is None


def test_a_title_on_the_whole_says_nothing_of_a_part_where_the_sentence_is_on_another() -> None:
    asked = understand("what duty does Peru charge on car tyres?", date(1987, 4, 1))
    on_trucks, said = "Peru's duty on truck tyres goes on.", "It is 22 pct, of two makers 14 pct."
    for text in (on_trucks, said):
        headed, passage = f"Tyre duties are back. {text}", f"{on_trucks} {said}"
        assert goods_missing(asked, [headed], [passage], [text]) == "car tyres"
    assert goods_missing(asked, [f"Tyre duties are back. {said}"], [said], [said]) is None


@pytest.mark.parametrize("text", ["illicit drugs across the border", "the drug trafficking emergency"])
def test_drugs_that_are_not_traded_are_no_goods(text: str) -> None:
    assert not goods_in(text)
    assert goods_in("generic drugs pay no duty") == {"medicines"}


@pytest.mark.parametrize(
    ("follow_up", "before", "said", "goods"),
    [
        ("the rounded rate?", "the duty of Peru on cement?", "Peru charges 20 pct on steel.", "cement"),
        ("the rounded rate?", "the duty of Peru on cement?", "Peru charges 20 pct on clinker.", None),
        ("and the rate on wool?", "the duty of Peru on cement?", "Peru charges 20 pct on wool.", None),
        ("on what grounds?", "does Peru tax cement?", "Peru taxes clinkers for the harm they do.", None),
        ("how much did it raise?", "the duty of Peru on cement?", "Steel raised 9 mln soles.", "cement"),
    ],
)
def test_a_follow_up_is_on_the_goods_of_the_question_it_goes_on_from(
    follow_up: str, before: str, said: str, goods: str | None
) -> None:
    asked = understand(f"{follow_up} ({before})", date(1987, 4, 1), follow_up)
    assert goods_missing(asked, [said]) == goods
