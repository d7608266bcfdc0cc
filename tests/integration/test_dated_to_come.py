"""A briefing whose date is still to come is not the newest one, and an answer from it says so."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import NewsRequest, TimelineRequest
from assistant.chronicle.lookback import find_news, find_timeline
from assistant.commands.chronicle_output import print_news, print_timeline
from vectorstore.filters import Filters
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "kenya.md": (
        "Kenya cuts duty",
        "1987-03-02",
        "Kenya will lower its duty on tea on April 1, 1987, it said.",
    ),
    "peru.md": (
        "Peru cuts duty",
        "1987-03-09",
        "Peru lowered its duty on fish to 4 percent on March 9, 1987.",
    ),
    "egypt.md": (
        "Egypt to sign",
        "2987-01-05",
        "Egypt will sign an agreement on trade in rice next week, it said. "
        "Egypt cut its duty on rice to 3 percent.",
    ),
}


def test_it_is_not_the_newest(answering: Answering) -> None:
    answer = answering.answer(AskRequest("What is new?"))
    assert answer.citations[0].title == "Peru cuts duty"


def test_it_is_not_what_is_new_since_a_day(answering: Answering) -> None:
    new = answering.answer(AskRequest("What is new since 5 March 1987?"))
    assert [citation.title for citation in new.citations] == ["Peru cuts duty"]
    assert answering.answer(AskRequest("What is new since 1 May 1987?")).abstained


def test_days_counted_back_from_the_newest_briefing_say_so(answering: Answering) -> None:
    told = answering.answer(AskRequest("What is new in the past week?")).warnings
    assert [notice.text for notice in told] == [
        "“past week” is counted from the newest briefing, of 9 March 1987."
    ]
    as_of = AskRequest("What is new in the past week?", as_of=date(1987, 3, 9))
    assert answering.answer(as_of).warnings == ()


def test_what_is_ahead_is_so_from_the_newest_of_the_others(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Which deadlines come next?"))
    assert [citation.title for citation in answer.citations] == ["Kenya cuts duty"]


def test_an_answer_from_it_says_that_its_date_is_to_come(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Will Egypt sign an agreement on rice?"))
    assert [warning.text for warning in answer.warnings] == [
        "“Egypt to sign” is dated 5 January 2987, which is still to come: check its date."
    ]


def test_the_news_lists_it_apart(own_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    news = find_news(own_store, NewsRequest(date(1987, 3, 1)))
    assert [item.title for group in news.groups for item in group.items] == [
        "Peru cuts duty",
        "Kenya cuts duty",
    ]
    assert [item["title"] for item in news.to_json()["to_come"]] == ["Egypt to sign"]
    print_news(news)
    printed = capsys.readouterr().out
    assert printed.startswith("2 briefings published since")
    assert "Dated on a day still to come: check the date\n  - Egypt to sign" in printed


def test_a_timeline_says_that_its_date_is_to_come(
    own_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    timeline = find_timeline(own_store, TimelineRequest("Egypt rice duty"))
    assert [d.to_come for d in timeline.developments] == [True]
    print_timeline(timeline, Filters())
    assert "Dated on a day still to come: check the date." in capsys.readouterr().out
