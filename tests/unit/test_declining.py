"""What a refusal says, in words and as JSON."""

import re
from datetime import date

import pytest

from assistant.answer import Abstention, Answer, Citation, Declined
from assistant.asking.question import understand
from assistant.declining.abstention import Refusal
from assistant.declining.in_words import in_words

TODAY = date(2026, 6, 1)
FIRST = Citation(1, "a1", "a.md", "Rates of May", "Wire", date(2026, 5, 4), None, "It is 15.", 0, 9)
SECOND = Citation(2, "b2", "b.md", "Notes", None, None, None, "It was 10.", 4, 14)


def told(
    question: str,
    kind: Abstention,
    declined: Declined,
    typed: str | None = None,
    as_of: date | None = None,
) -> str:
    return in_words(understand(question, TODAY, typed, as_of), Refusal(kind), declined)


def test_an_answer_that_declines_says_what_was_searched_for_in_json() -> None:
    declined = Declined(("Japan", "farm duty", "2019", "a rate"), ("2019",), (FIRST, SECOND))
    found = Answer("?", "?", "No.", abstention="no-detail", declined=declined).to_json()
    assert found["searched_for"] == ["Japan", "farm duty", "2019", "a rate"]
    assert found["not_found"] == ["2019"]
    assert found["nearest_briefings"] == [FIRST.to_json(), SECOND.to_json()]
    assert found["nearest"] == FIRST.to_json()


def test_an_answer_that_answers_has_empty_lists_there() -> None:
    found = Answer("?", "?", "It is 15. [1]", citations=(FIRST,)).to_json()
    assert (found["searched_for"], found["not_found"], found["nearest_briefings"]) == ([], [], [])
    assert found["nearest"] is None


def test_everything_shown_counts_as_cited() -> None:
    declined = Answer("?", "?", "No.", abstention="no-detail", declined=Declined(nearest=(FIRST, SECOND)))
    assert declined.cited == (FIRST, SECOND)
    assert Answer("?", "?", "It is 15. [1]", citations=(FIRST,)).cited == (FIRST,)


def test_a_refusal_names_what_is_missing_and_the_nearest_briefing_with_its_date() -> None:
    declined = Declined(("Japan", "2019"), ("2019",), (FIRST, SECOND))
    assert told("what duty did Japan charge in 2019?", "no-detail", declined) == (
        "The briefings on file touch on this but do not answer “what duty did Japan charge in 2019”. "
        "Not found: 2019. The nearest briefing is “Rates of May” (4 May 2026)."
    )


def test_a_refusal_without_a_near_briefing_names_none() -> None:
    words = told("how is Mongolia doing?", "no-subject", Declined(("Mongolia",), ("Mongolia",)))
    assert words == (
        "The briefings on file say nothing that answers “how is Mongolia doing”. Not found: Mongolia."
    )


def test_an_undated_nearest_briefing_is_called_undated() -> None:
    assert told("duty?", "no-detail", Declined(nearest=(SECOND,))).endswith("“Notes” (undated).")


def test_a_follow_up_is_quoted_as_it_was_typed() -> None:
    words = told(
        "and when? (What tariff do South Korea cars face?)", "no-detail", Declined(), typed="and when?"
    )
    assert "“and when”" in words
    assert "cars" not in words


def test_under_an_as_of_date_a_refusal_speaks_of_the_briefings_until_then() -> None:
    by = {"as_of": date(2025, 6, 8)}
    assert told("duty?", "no-subject", Declined(), **by).startswith(
        "The briefings published by 8 June 2025 say nothing"
    )
    assert told("duty since 1 May 2025?", "nothing-since", Declined(), **by).startswith(
        "No briefing published since 1 May 2025 and by 8 June 2025 answers"
    )


@pytest.mark.parametrize("kind", ["no-subject", "no-detail", "nothing-since"])
def test_a_refusal_stays_under_sixty_words_whatever_was_asked(kind: Abstention) -> None:
    question = "what about " + "very " * 200 + "long ones since 1 May 2025 ???!"
    parts = tuple(f"thing number {number}" for number in range(30))
    nearest = Citation(1, "a", "a", "Word " * 60, None, date(2025, 9, 30), None, "x", 0, 1)
    words = told(question, kind, Declined(parts, parts, (nearest,)), as_of=date(2025, 12, 31))
    assert len(words.split()) < 60
    assert not re.search(r"[?!.,;:]{2}|[?!]”", words)
