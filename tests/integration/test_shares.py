"""Shares of the briefings, by party and by publisher, follow what is on file."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.choosing.shares import Shares
from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "own.md": (
        "Duties on cars",
        "1987-02-03",
        "The United States set a duty of 9 percent on cars from anywhere.",
    ),
    "theirs.md": (
        "Cars abroad",
        "1987-03-03",
        "Peru imposes a duty of 40 percent on cars of the United States, mills say. Peru charges a tariff of "
        "40 percent on all cars.",
    ),
    "talks.md": ("Talks", "1987-03-01", "The United States and Chile met on copper."),
}


def test_they_follow_what_is_on_file(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        shares = Shares(store)
        assert (dict(shares.of().parties), dict(shares.of().publishers), shares.of().usual) == (
            {},
            {},
            frozenset(),
        )
        store.replace(
            [
                prepared(encoder, "one", "Chile met.", parties=("CL", "US"), publisher="Reuters"),
                prepared(encoder, "two", "Peru met.", parties=("PE", "US")),
            ]
        )
        assert shares.of().parties == pytest.approx({"CL": 0.5, "PE": 0.5, "US": 1.0})
        assert shares.of().publishers == pytest.approx({"Reuters": 0.5})
        store.replace([prepared(encoder, "three", "Peru met again.", parties=("PE",))])
        assert shares.of().parties == pytest.approx({"CL": 1 / 3, "PE": 2 / 3, "US": 2 / 3})
        assert shares.of().usual == {"PE", "US"}


@pytest.mark.parametrize("asked", ["what is the tariff on cars?", "what are the tariffs on cars now"])
def test_a_rate_asked_of_nobody_is_not_what_others_charge(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert "9 percent" in answer.answer
    assert "40 percent" not in answer.sentences[-1].text or answer.sentences[-1].role == "older"
