"""Of what is counted by the month the newest count is told, and of a month the figure as it was revised."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "january.md": (
        "Norway's trade surplus rises",
        "1987-02-20",
        "Norway had a trade surplus of 1.4 billion crowns in January against 1.1 billion in December, the "
        "statistics office said. Exports of fish rose.",
    ),
    "february.md": (
        "Norway's trade surplus falls",
        "1987-03-20",
        "Norway's trade surplus fell to 0.9 billion crowns in February from a revised 1.6 billion in "
        "January, the statistics office said. Exports of timber fell.",
    ),
    "peru.md": (
        "Finland's trade with Peru",
        "1987-03-23",
        "Finland's trade surplus with Peru rose to 40 million marks in February, the customs office said.",
    ),
    "expected.md": (
        "Iceland's trade gap seen smaller",
        "1987-02-25",
        "Iceland's trade deficit for February is expected to narrow to a range of 200 million to 300 million "
        "crowns, economists said.",
    ),
    "interim.md": (
        "Iceland's trade gap in the first 20 days",
        "1987-02-27",
        "Iceland's trade deficit in the first 20 days of February narrowed to 160 million crowns.",
    ),
    "counted.md": (
        "Iceland's shortfall",
        "1987-03-24",
        "Iceland's trade deficit came to 410 million crowns in February, as ships were bought, the bank "
        "said.",
    ),
    "greenland.md": (
        "Greenland's trade deficit",
        "1987-03-24",
        "Greenland had a trade deficit of 55 million crowns in February, its trade deficit in March is open.",
    ),
    "forecast.md": (
        "Finland's year",
        "1987-03-26",
        "Finland's trade deficit was 4 billion marks in 1986, the bank said. Finland's trade deficit for "
        "the whole of 1987 is forecast at 9 billion marks by the bank.",
    ),
    "target.md": (
        "Sweden's January trade",
        "1987-02-18",
        "Sweden's trade surplus fell to 40 million crowns in January, the office said. Sweden's trade "
        "surplus in February may be 50 million crowns. Sweden hopes for a trade surplus of one billion "
        "crowns this year, the minister said.",
    ),
    "target-raised.md": (
        "Sweden's September trade",
        "1987-10-12",
        "Sweden's trade surplus rose to 90 million crowns in September, the office said. Sweden's trade "
        "surplus is expected to come to three billion crowns for the whole of the year, the minister said.",
    ),
    "run.md": (
        "Chile's trade gap widens in January-March",
        "1987-10-19",
        "Chile's trade deficit widened to 542 million dollars in the three months to end-March, the bank "
        "said.",
    ),
    "one-month.md": (
        "Chile's trade gap in January",
        "1987-03-01",
        "Chile posted a trade deficit of 68 million dollars in January, the bank said.",
    ),
    "wine.md": (
        "Norway's imports of wine",
        "1987-03-25",
        "Norway's imports of wine from Chile decreased by 81 percent in a year. Norway pays more for cheese.",
    ),
    "talks.md": (
        "Norway and Chile talk of salmon",
        "1987-03-25",
        "Norway and Chile held talks on salmon in Bergen. The trade surplus was not spoken of.",
    ),
}


@pytest.mark.parametrize("question", ["what is Norway's trade surplus", "how big is norway's surplus?"])
def test_asked_how_large_it_is_the_newest_count_leads(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert answer.answer.startswith("As of 20 March 1987: Norway's trade surplus fell to 0.9 billion crowns")


def test_asked_of_a_month_its_figure_is_told_as_it_was_revised(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Norway's trade surplus in January 1987?"))
    assert "1.6 billion in January" in answer.answer
    assert "1.4 billion" not in answer.answer


def test_as_of_a_day_before_the_revision_the_first_figure_is_the_figure(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Norway's trade surplus in January 1987?", as_of=date(1987, 3, 1)))
    assert "1.4 billion crowns in January" in answer.answer


def test_what_is_traded_with_one_country_is_no_figure_of_all_trade(answering: Answering) -> None:
    assert answering.answer(AskRequest("Finland's trade surplus in February 1987?")).abstained
    assert (
        "40 million" in answering.answer(AskRequest("Finland's surplus with Peru in February 1987?")).answer
    )


def test_a_figure_of_the_whole_month_leads_before_one_expected_and_one_of_its_first_days(
    answering: Answering,
) -> None:
    answer = answering.answer(AskRequest("Iceland's trade deficit in February 1987?"))
    assert answer.answer.startswith(
        "24 March 1987: Iceland's trade deficit came to 410 million crowns in February"
    )


def test_who_asks_for_the_first_days_is_told_of_them(answering: Answering) -> None:
    asked = "Iceland's trade deficit in the first 20 days of February 1987?"
    assert "160 million" in answering.answer(AskRequest(asked)).answer


def test_other_first_days_are_no_answer(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Iceland's trade deficit in the first ten days of February 1987?"))
    assert answer.abstained
    assert answer.declined
    assert "a figure for the first 10 days" in answer.declined.not_found


def test_until_it_is_counted_what_is_expected_is_told(answering: Answering) -> None:
    asked = AskRequest("Iceland's trade deficit in February 1987?", as_of=date(1987, 2, 26))
    assert "expected to narrow" in answering.answer(asked).answer


def test_what_was_only_expected_is_no_figure_of_what_was(answering: Answering) -> None:
    asked = AskRequest("what was Iceland's trade deficit in February 1987?", as_of=date(1987, 2, 26))
    assert answering.answer(asked).abstained


def test_a_follow_up_for_another_month_is_asked_of_other_briefings(answering: Answering) -> None:
    before = Turn("user", "Norway's trade surplus in January 1987?")
    answer = answering.answer(AskRequest("and February?", (before, Turn("assistant", "1.6 billion"))))
    assert "0.9 billion crowns in February" in answer.answer


def test_a_month_that_no_figure_is_of_is_not_that_of_the_briefing(answering: Answering) -> None:
    before = Turn("user", "Norway's trade surplus in January 1987?")
    assert answering.answer(AskRequest("and March?", (before, Turn("assistant", "1.6 billion")))).abstained


@pytest.mark.parametrize(
    "question", ["forecast for Finland's trade deficit in 1987?", "finland trade deficit expected 87"]
)
def test_who_asks_for_a_forecast_is_told_what_is_expected_first(answering: Answering, question: str) -> None:
    assert "is forecast at 9 billion marks" in answering.answer(AskRequest(question)).sentences[1].text


@pytest.mark.parametrize(
    "question", ["what trade surplus is Sweden aiming for in 1987?", "sweden trade surplus target 1987"]
)
def test_of_forecasts_of_a_year_the_newest_is_told_first_however_it_names_the_year(
    answering: Answering, question: str
) -> None:
    told = answering.answer(AskRequest(question)).answer
    assert told.startswith(
        "12 October 1987: Sweden's trade surplus is expected to come to three billion crowns"
    )
    before = answering.answer(AskRequest(question, as_of=date(1987, 3, 1))).answer
    assert "one billion crowns this year" in before


@pytest.mark.parametrize(
    "question", ["Chile's trade deficit in January to March 1987?", "chile trade deficit jan-mar"]
)
def test_months_that_run_on_are_one_period(answering: Answering, question: str) -> None:
    told = answering.answer(AskRequest(question)).answer
    assert "542 million dollars" in told
    assert "68 million" not in told  # of one of the months


def test_part_of_a_run_of_months_is_not_the_run(answering: Answering) -> None:
    assert answering.answer(AskRequest("Chile's trade deficit in March 1987?")).abstained


@pytest.mark.parametrize(
    "question",
    ["chile trade deficit jan-apr", "How much did Chile's trade fall in the second quarter of 1987?"],
)
def test_a_run_of_months_is_not_one_that_ends_in_another_month(answering: Answering, question: str) -> None:
    assert answering.answer(AskRequest(question)).abstained


def test_a_figure_of_other_goods_is_none(answering: Answering) -> None:
    asked = "By what percentage did Norway's imports of {} fall?"
    assert "81 percent" in answering.answer(AskRequest(asked.format("wine"))).answer
    assert answering.answer(AskRequest(asked.format("cheese"))).abstained


def test_the_month_after_is_another_month(answering: Answering) -> None:
    history = (Turn("user", "Norway's trade surplus in January 1987?"),)
    assert "0.9 billion" in answering.answer(AskRequest("and the month after?", history)).answer
    assert "1.1 billion in December" in answering.answer(AskRequest("and the month before?", history)).answer
    assert answering.answer(AskRequest("and the quarter after?", history)).abstained
