"""A rate is of the day on which it was set, however new the briefing is that recounts it."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "norway.md": (
        "Duty on goods of Norway",
        "1986-04-02",
        "All goods of Norway are subject to a duty of 25 percent. On goods of any origin the duty is 10 "
        "percent.",
    ),
    "review.md": (
        "Duties under review",
        "1986-07-31",
        "On February 1, the Minister announced an additional 10 percent tariff on all countries, and for "
        "some he announced higher additional tariffs individualized to each country, effective February 9.",
    ),
}


def test_a_party_s_own_rate_leads_over_an_older_one_on_all_that_is_recounted(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what tariff do goods of Norway pay?"))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "25 percent" in told[0]
    assert not any("10 percent" in sentence for sentence in told[1:])
