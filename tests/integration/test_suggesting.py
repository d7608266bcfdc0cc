"""Questions to ask next: made of what is on file, and each of them is answered."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.desks.suggesting import SUGGESTED, follow_ups
from vectorstore.store import Store

ON_AUGUST_31 = AskRequest("", as_of=date(2025, 8, 31))


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine try all of them, too."""
    monkeypatch.setattr("assistant.desks.suggesting.SECONDS", 120.0)


@pytest.fixture(scope="module")
def answering(samples: Store) -> Answering:
    return Answering(samples)


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    ["what is the status of Japan-US talks", "When does the US-China truce end?", "who is the envoy of Peru"],
)
def test_every_suggestion_is_answered_with_something_new(
    samples: Store, answering: Answering, question: str
) -> None:
    request = AskRequest(question)
    answer = answering.answer(request)
    suggested = follow_ups(samples, answering.answer, request, answer)
    assert 1 <= len(suggested) <= SUGGESTED
    history = (Turn("user", question), Turn("assistant", answer.answer))
    said = {citation.quote for citation in answer.citations}
    for suggestion in suggested:
        told = answering.answer(AskRequest(suggestion, history))
        assert told.abstention is None, suggestion
        quotes = {citation.quote for citation in told.citations}
        assert quotes - said, suggestion
        said |= quotes


def test_a_quote_about_a_period_says_what_has_replaced_it_since(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Until when did the US-China truce run in August 2025?"))
    first = answer.citations[0]
    assert first.superseded
    assert first.superseded.startswith("the last day was 10 November 2025, now 10 November 2026 (“China and")
    assert [notice.kind for notice in answer.warnings] == ["superseded"]
    then = answering.answer(replace(ON_AUGUST_31, question="Until when does the US-China truce run?"))
    assert [citation.superseded for citation in then.citations] == [None] * len(then.citations)


@pytest.mark.slow
def test_what_was_asked_already_is_not_suggested(samples: Store, answering: Answering) -> None:
    request = AskRequest("what is the status of Japan-US talks")
    answer = answering.answer(request)
    first = follow_ups(samples, answering.answer, request, answer)[0]
    again = replace(request, history=(Turn("user", first), Turn("assistant", "Told.")))
    assert first not in follow_ups(samples, answering.answer, again, answer)


@pytest.mark.slow
def test_what_narrows_a_question_narrows_what_is_suggested(samples: Store, answering: Answering) -> None:
    request = AskRequest("what is the status of Japan-US talks", parties=("JP",))
    answer = answering.answer(request)
    for suggestion in follow_ups(samples, answering.answer, request, answer):
        told = answering.answer(replace(request, question=suggestion))
        sources = {briefing.source for briefing in samples.catalogue.briefings() if "JP" in briefing.parties}
        assert {citation.source for citation in told.citations} <= sources
