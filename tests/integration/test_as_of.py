"""The newest that is known by the as-of date leads an answer."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from tests.asking import MONGOLIA, STATUS, ask
from tests.library import BRIEFINGS


def sources(answer: Answer) -> set[str]:
    return {citation.source for citation in answer.citations}


def published(source: str) -> date | None:
    day = BRIEFINGS[source][2]
    return date.fromisoformat(day) if day else None


def test_a_status_answer_leads_with_the_newest_and_says_as_of_when(over_library: Answering) -> None:
    answer = ask(over_library, STATUS)
    assert answer.answer.startswith("As of 3 October 2024:")
    assert answer.newest_evidence == date(2024, 10, 3)
    frame, first, *_ = answer.sentences
    assert frame.role == "frame"
    assert first.role == "current"
    assert answer.citations[first.citations[0] - 1].published == date(2024, 10, 3)


def test_an_older_statement_is_shown_as_older_after_the_newest(over_library: Answering) -> None:
    answer = ask(over_library, STATUS)
    newest = date(2024, 10, 3)
    roles = []
    for sentence in answer.sentences:
        if sentence.citations:
            older = answer.citations[sentence.citations[0] - 1].published != newest
            assert sentence.role == ("older" if older else "current")
            roles.append(older)
    assert roles == sorted(roles)
    if any(roles):
        assert "Earlier, " in answer.answer


@pytest.mark.parametrize(
    ("as_of", "newest"),
    [
        (date(2024, 12, 31), date(2024, 10, 3)),
        (date(2024, 10, 3), date(2024, 10, 3)),
        (date(2024, 10, 2), date(2024, 6, 12)),
        (date(2024, 6, 11), date(2024, 3, 4)),
    ],
)
def test_the_same_question_under_an_earlier_as_of_date_gives_the_earlier_state(
    over_library: Answering, as_of: date, newest: date
) -> None:
    beside = ask(over_library, STATUS, as_of=as_of)
    inside = ask(over_library, f"{STATUS} as of {as_of.isoformat()}")
    for answer in (beside, inside):
        assert answer.as_of == as_of
        assert answer.newest_evidence == newest
        assert max(c.published for c in answer.citations if c.published) == newest


@pytest.mark.parametrize("as_of", [date(2024, 3, 3), date(2024, 6, 11), date(2024, 10, 2)])
@pytest.mark.parametrize("question", [STATUS, "what duty does Brazil charge on steel", MONGOLIA])
def test_nothing_published_after_the_as_of_date_is_cited_or_retrieved(
    over_library: Answering, question: str, as_of: date
) -> None:
    answer = ask(over_library, question, as_of=as_of)
    days = [published(source) for source in answer.retrieved] + [c.published for c in answer.citations]
    days += [c.published for c in answer.cited]
    assert all(day is not None and day <= as_of for day in days)


def test_before_the_first_briefing_on_a_subject_it_is_not_on_file(over_library: Answering) -> None:
    assert ask(over_library, STATUS, as_of=date(2024, 3, 3)).abstention == "no-subject"


def test_a_question_about_a_past_period_is_not_framed_as_the_latest(over_library: Answering) -> None:
    answer = ask(over_library, "what was the EC pasta subsidy in 1987")
    assert not answer.answer.startswith("As of")
    assert sources(answer) == {"1987-02-18-ec-pasta.md"}


def test_an_undated_source_is_warned_of_and_left_out_under_an_as_of_date(over_library: Answering) -> None:
    question = "how is Peruvian asparagus treated on arrival"
    answer = ask(over_library, question)
    assert [(warning.kind, "Asparagus from Peru" in warning.text) for warning in answer.warnings] == [
        ("undated", True)
    ]
    assert ask(over_library, STATUS).warnings == ()
    under = ask(over_library, question, as_of=date(2025, 1, 1))
    assert under.abstained
    assert "peru-asparagus.md" not in under.retrieved


def test_a_question_since_a_date_is_answered_from_what_came_after(over_library: Answering) -> None:
    answer = ask(over_library, "what is new on softwood lumber since December 2024")
    assert not answer.abstained
    assert all(c.published and c.published >= date(2024, 12, 1) for c in answer.citations)


def test_nothing_since_a_date_shows_what_there_was_before(over_library: Answering) -> None:
    answer = ask(over_library, "anything new on Brazil steel since 1 December 2024")
    assert answer.abstention == "nothing-since"
    assert answer.nearest is not None
    assert answer.nearest.published is not None
    assert answer.nearest.published < date(2024, 12, 1)
