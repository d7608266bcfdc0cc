"""A figure of the period asked about is told though many sentences are nearer in words, and have none."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

_SAID = ("narrow", "fall", "shrink", "ease", "drop", "decline", "come down", "diminish", "lessen", "recede")
_BY = ("bank", "ministry", "chamber", "union")

# name -> (title, date, text)
BRIEFINGS = {
    **{
        f"said-{by}.md": (
            f"Malta's {by} on the trade deficit",
            f"1987-02-{day}",
            " ".join(f"Malta's trade deficit in 1986 was bound to {how}, the {by} said." for how in _SAID),
        )
        for day, by in enumerate(_BY, 10)
    },
    "ran.md": (
        "Exporters of Malta uneasy",
        "1987-02-02",
        "Malta ran a trade gap of 182 million pounds last year, exporters said.",
    ),
    "account.md": (
        "Cyprus on its current account",
        "1987-03-26",
        "The improvement in Cyprus's current account in February surprised the bank of Cyprus. The current "
        "account of Cyprus in February was helped by tourists. In February the surplus on current account "
        "was 76 million pounds.",
    ),
}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Malta's trade deficit in 1986", "182 million"),
        ("Cyprus current account in February", "76 million"),
    ],
)
def test_the_figure_of_the_period_leads(answering: Answering, asked: str, told: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert not answer.abstained
    assert told in answer.sentences[1].text
