"""The newest forecast of a year leads, though few of the question's words are near it."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    f"{bank}.md": (
        f"{bank} on the trade surplus of Norway",
        day,
        f"{bank} counts on a Norwegian trade surplus of eight billion crowns for the whole of 1987. {why}",
    )
    for bank, day, why in (
        ("Coast Bank", "1987-01-12", "Herring sold well. Ships were short."),
        ("Fjord", "1987-01-20", "Aluminium smelters worked through the holidays, and rivers were full."),
        ("The ministry", "1987-02-02", "Timber went to Denmark. Customs were late with their tables."),
        ("The exporters", "1987-02-11", "Skis, skates and sledges had a good winter in the Alps."),
        ("The Bourse", "1987-02-19", "Brokers named oil first, and oil again. Rates stayed put."),
        ("Savings Bank", "1987-03-03", "Cars were bought before the tax went up, which is over now."),
        ("The unions", "1987-03-09", "Wages had been settled for two years. Yards got new orders."),
        ("Bergen", "1987-03-17", "Rain kept tourists out. Cod came late to the banks."),
        ("The port", "1987-03-25", "Cranes from Finland arrived. Grain was stored in sheds."),
        ("The insurers", "1987-04-02", "No ship was lost. Premiums fell for the third year."),
        ("The Treasury", "1987-04-10", "Budget talks go on. Roads in the north have to wait."),
        ("Tromso", "1987-04-15", "Seal skins found no buyers. Reindeer meat did."),
    )
} | {
    "october.md": (
        "Norway's best September so far",
        "1987-10-20",
        "The director said he expected shipments of fish to hold up in the last three months, estimating "
        "the year's overall surplus to reach 10.2 billion crowns.",
    ),
    **{
        f"{party}.md": (f"{party} and its wheat", "1987-03-01", f"{party} sold wheat to Egypt for cash.")
        for party in (
            *("Chile", "Peru", "Kenya", "Brazil", "Canada", "Spain", "Turkey", "India", "Japan", "Mexico"),
            *("Ghana", "Iceland", "Poland", "Austria", "Israel", "Jordan", "Cuba", "Fiji", "Nepal", "Qatar"),
        )
    },
}
ASKED = "what trade surplus is Norway counting on for the whole of 1987?"


@pytest.mark.parametrize(
    ("day", "figure"), [(None, "10.2 billion"), (date(1987, 5, 1), "eight billion")], ids=str
)
def test_the_newest_forecast_leads(answering: Answering, day: date | None, figure: str) -> None:
    answer = answering.answer(AskRequest(ASKED, as_of=day))
    assert figure in next(sentence.text for sentence in answer.sentences if sentence.role != "frame")
