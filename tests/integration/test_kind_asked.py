"""An answer leads with the kind of value asked for: the count of goods, the rate of a cut, who did it."""

from datetime import date

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "round.md": (
        "Taiwan plans another round of duty cuts",
        "1986-04-11",
        "Taiwan announced plans for duty cuts on 862 foreign goods shortly before talks in Washington. The "
        "cabinet was expected to approve the new duty cuts next Thursday, and the duty cuts would possibly "
        "start on April 20. Officials spoke of a move to help balance trade.",
    ),
    "area.md": (
        "Andean states agree to duty cuts",
        "1986-06-19",
        "Six Andean states have agreed to cut duties on their trade by ten pct every two years. The duty "
        "cuts of the Andean states cover a list of 300 goods, and the states plan to add 125 goods. A "
        "statement on the duty cuts said that the Andean states would meet next year.",
    ),
    "forint.md": (
        "Hungary hopes that devaluation will help exports",
        "1986-03-11",
        "A vice-president of the bank said he hoped that a planned eight pct devaluation of the forint would "
        "spur exports. On the Hungarian budget deficit, which tripled to 47 billion forints after the "
        "devaluation of the forint last year, he said that measures were being worked out.",
    ),
    "herring.md": (
        "Panel set up on Norwegian law on herring exports",
        "1986-03-04",
        "The ruling Council set up a panel to examine a Danish complaint that a Norwegian law which forbids "
        "the export of herring was unfair. David Wood, official spokesman of the Council, told a news "
        "briefing on the Norwegian law that the decision was taken after talks on the herring complaint "
        "failed.",
    ),
    "probe.md": (
        "Rates after the cannery inquiry",
        "1986-07-23",
        "The Ministry shall impose a duty of 12 percent on goods of all other economies in the cannery "
        "inquiry. The Ministry shall impose a duty of 10 percent on goods of Chile and Peru after the "
        "cannery inquiry.",
    ),
    "smelters.md": (
        "Incentive for smelters of zinc",
        "1986-07-20",
        "Under the incentive for zinc smelters a firm that builds one may import zinc at a reduced rate "
        "equal to half of the otherwise applicable duty. Zinc makers pay 9 percent for loans.",
    ),
}


def led_by(answering: Answering, question: str) -> str:
    answer: Answer = answering.answer(AskRequest(question, as_of=date(1987, 3, 1)))
    return next((sentence.text for sentence in answer.sentences if sentence.role != "frame"), "")


def test_how_many_goods_is_answered_by_a_count_and_not_by_a_day(answering: Answering) -> None:
    assert "862 foreign goods" in led_by(answering, "taiwan april duty cut - how many goods")


def test_how_much_duties_are_cut_is_answered_by_a_rate(answering: Answering) -> None:
    assert "ten pct" in led_by(answering, "andean duty cuts how much")


def test_how_much_a_currency_is_devalued_is_answered_by_a_rate(answering: Answering) -> None:
    assert "eight pct" in led_by(answering, "how much is hungary devaluing forint")


def test_who_did_it_may_be_a_party(answering: Answering) -> None:
    assert "Danish complaint" in led_by(answering, "who complained about norways herring export law")


def test_the_default_rate_is_that_of_all_others(answering: Answering) -> None:
    assert "all other economies" in led_by(answering, "default rate after the cannery inquiry")


def test_a_part_of_another_rate_is_a_rate(answering: Answering) -> None:
    assert "half of" in led_by(answering, "zinc smelter incentive what rate")
