"""A question may ask for several things, and a sentence for each is told."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "oilseeds.md": (
        "Levy on oilseeds from Paraguay",
        "1987-03-04",
        "The commission set a levy of 8 percent on oilseeds from Paraguay. Oilseeds from Paraguay in bags "
        "pay a levy of 6 percent, where the bags are of jute. Oilseeds from Paraguay for sowing pay a levy "
        "of 2 percent, where a farm sows them. Roasted oilseeds from Paraguay pay a levy of 7 percent, "
        "where they are eaten. Steamed oilseeds from Paraguay pay a levy of 5 percent, and crushed oilseeds "
        "from Paraguay pay a levy of 9 percent. Oilseeds from Paraguay for a zoo pay a levy of 3 percent. "
        "The commission sat until late at night. Collection begins on June 1, 1987, to protect those in the "
        "north who crush, and the levy is paid in Lima.",
    ),
    "ban.md": (
        "Sweden's ban on trade with Namibia",
        "1987-03-17",
        "The ban on trade with Namibia gives Swedish firms until late September to leave. The ban on trade "
        "was asked for by the unions of Sweden, and the ban on trade passed by 140 votes to 61. The ban on "
        "trade of Sweden leaves shipowners a loophole, for cargo whose port is decided at sea.",
    ),
    "law.md": (
        "Surcharge on imports of cement",
        "1987-05-02",
        "The Trade Act authorizes the minister to impose a surcharge on imports of cement at a rate of up "
        "to 15 percent from the start date that he sets. By this order a surcharge of 7 percent is imposed, "
        "from May 10, 1987.",
    ),
    "start.md": (
        "Duties on motor scooters",
        "1987-06-11",
        "For parts of motor scooters that are not urgent, the duties will take effect 180 days after "
        "signing. The duties will take effect 21 days after signing. For motor scooters that the army has "
        "tested, the duties will take effect 90 days after signing.",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what is the levy on oilseeds from Paraguay and when does it start", ["percent", "June 1, 1987"]),
        ("levy on oilseeds from Paraguay: what rate and why", ["percent", "to protect those"]),
        (
            "Sweden's ban on trade with Namibia, when does it bite & what's the loophole",
            ["late September", "decided at sea"],
        ),
        ("when do the duties on motor scooters start", ["180 days", "21 days", "90 days"]),
    ],
)
def test_each_thing_that_is_asked_for_is_told(answering: Answering, question: str, told: list[str]) -> None:
    answer = answering.answer(AskRequest(question)).answer
    assert [words for words in told if words not in answer] == [], answer


@pytest.mark.slow
def test_what_a_law_allows_does_not_lead_where_a_rate_is_set(answering: Answering) -> None:
    answer = answering.answer(AskRequest("surcharge on cement imports: rate and start date"))
    assert answer.answer.startswith("2 May 1987: By this order a surcharge of 7 percent")
