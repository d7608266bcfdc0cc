"""Asked where things stand with a party, an answer tells what its goods are charged since."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "accord.md": (
        "Norway and Chile agree on trade",
        "1986-05-12",
        "Norway and Chile agreed on May 12, 1986 to open their markets. Chile will buy herring worth 40 "
        "million crowns, and goods of Chile pay the baseline duty of 8 percent under Order 141.",
    ),
    "visit.md": (
        "Chile's minister of trade in Oslo",
        "1986-09-03",
        "Norway and Chile signed an action plan on copper in Oslo on September 3, 1986.",
    ),
    "ending.md": (
        "Norway ends certain duties",
        "1986-11-20",
        "The additional duties imposed by Order 138, as amended, and Order 141, as amended, shall no "
        "longer be in effect and shall no longer be collected.",
    ),
    "many.md": (
        "Duties after the inquiry into the dairies of twelve economies",
        "1987-02-02",
        "The Board has inquired into the dairies of Chile, Peru, Spain, Brazil, Canada, Japan and six "
        "others. The Board hereby imposes a duty of 9 percent on all goods of Chile, Peru and Spain, and "
        "a duty of 11 percent on all goods of Brazil and Canada.",
    ),
    "other.md": (
        "Japan and Norway resume talks",
        "1986-10-01",
        "Japan and Norway resumed their talks on whale products in Bergen on October 1, 1986.",
    ),
    "ferry.md": (
        "Ferry crews go back",
        "1987-01-20",
        "Crews ended the ferry strike in Oslo on Monday, the minister said. The ferry strike was the longest "
        "ferry strike since the ferry strike of 1971, and the strike of the ferry crews cost the port dear.",
    ),
    "strike.md": (
        "Briefing of the day",
        "1987-01-14",
        "The harbour strike in Bergen is over, said the minister. Crews went back on Monday.",
    ),
}


def told(answering: Answering, question: str, day: date | None = None) -> list[tuple[str, str]]:
    answer = answering.answer(AskRequest(question, as_of=day))
    return [(sentence.role, sentence.text) for sentence in answer.sentences if sentence.role != "frame"]


def test_a_duty_set_since_leads_though_its_briefing_is_about_many(answering: Answering) -> None:
    (role, first), (_, second), *_ = told(answering, "where do things stand with Chile")
    assert role == "current"
    assert "9 percent" in first
    assert "copper" in second or "no longer be in effect" in second


def test_before_it_what_ended_since_leads(answering: Answering) -> None:
    (_, first), *others = told(answering, "where do things stand with Chile", date(1986, 12, 1))
    assert "no longer be in effect" in first
    assert any(role == "older" and "copper" in text for role, text in others)


def test_and_before_that_the_last_dealing(answering: Answering) -> None:
    (role, first), *_ = told(answering, "where do things stand with Chile", date(1986, 10, 1))
    assert role == "current"
    assert "action plan" in first


def test_without_any_dealing_the_duty_is_where_things_stand(answering: Answering) -> None:
    (_, first), *_ = told(answering, "latest on Spain")
    assert "9 percent on all goods of Chile, Peru and Spain" in first


@pytest.mark.parametrize("question", ["what is the status of Chile talks", "status of the Chile agreement"])
def test_of_talks_or_a_pact_duties_are_no_news(answering: Answering, question: str) -> None:
    texts = told(answering, question)
    assert "agreed on May 12" in texts[0][1] or "action plan" in texts[0][1]
    assert all("9 percent" not in text for _, text in texts)


def test_goods_of_the_party_are_another_matter(answering: Answering) -> None:
    answer = answering.answer(AskRequest("latest on copper with Chile"))
    assert "action plan" in answer.sentences[1].text


def test_what_is_told_in_passing_is_the_latest_on_it(answering: Answering) -> None:
    assert "is over" in told(answering, "latest on the harbour strike")[0][1]


def test_what_its_briefing_opens_with_leads(answering: Answering) -> None:
    assert "ended the ferry strike" in told(answering, "latest on the ferry strike")[0][1]


def test_what_was_set_on_a_party_in_a_period_is_news_of_it(answering: Answering) -> None:
    (_, first), *others = told(answering, "what happened with Chile in February 1987?")
    assert "a duty of 9 percent on all goods of Chile" in first
    assert not any("copper" in text for _, text in others)
    (_, first), (_, second), *_ = told(answering, "what happened with Chile since September 1986?")
    assert "a duty of 9 percent on all goods of Chile" in first
    assert "an action plan on copper" in second
    (_, first), *_ = told(answering, "what happened with Chile in September 1986?")
    assert "an action plan on copper" in first
