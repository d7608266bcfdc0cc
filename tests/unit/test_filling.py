"""What an answer that has room left is filled with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.asking.question import understand
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.filling import BEHIND, LIKELY, LIKELY_NEWER, filled
from assistant.choosing.selecting import SENTENCES, WORDS
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit

TODAY = date(1987, 3, 1)
ASKED = "where do the cork talks stand?"
LEAD = "Delegates of both ministries met again over floor tiles."


def said(text: str, answers: float, briefing: str = "a", day: date = TODAY, **marks: float) -> Evidence:
    sentence = Sentence(0, len(text), "prose", None)
    passage = Passage(f"{briefing}{text}", 1, 0, 0, len(text), "", text, (sentence,), ())
    facts = BriefingFacts(briefing, 1, f"{briefing}.md", "Cork", None, day, None, (), None, briefing)
    hit = Hit(passage, facts, 1, 1, 1)
    return Evidence(hit, sentence, text, "", 1.0, (), Marks(answers=answers, **marks))


def added(lead: Evidence, *others: Evidence, asked: str = ASKED) -> list[str]:
    return [e.quote for e in filled(understand(asked, TODAY), [lead], [lead, *others])][1:]


def test_what_answers_as_likely_is_told_too_the_likeliest_first() -> None:
    close, closer = said("Chile gave way on bottle corks.", 1.0), said("Lisbon signed on Friday.", 1.4)
    assert added(said(LEAD, 0.5), close, closer) == [closer.quote, close.quote]


@pytest.mark.parametrize("answers", [LIKELY - 0.1, 2.0 - BEHIND - 0.1])
def test_what_is_unlikely_or_far_behind_is_not(answers: float) -> None:
    assert not added(said(LEAD, 2.0 if answers > LIKELY else 0.1), said("Lisbon signed on Friday.", answers))


def test_nothing_is_added_of_an_older_briefing() -> None:
    before = said("Lisbon signed on Friday.", 3.0, "b", TODAY - timedelta(1))
    assert not added(said(LEAD, 2.0), before)


def test_a_newer_briefing_has_to_be_likelier_as_it_will_lead() -> None:
    newer = said("Lisbon signed on Friday.", LIKELY_NEWER, "b", TODAY + timedelta(1))
    assert added(said(LEAD, 1.0), newer) == [newer.quote]
    assert not added(said(LEAD, 1.0), said(newer.quote, LIKELY_NEWER - 0.1, "b", TODAY + timedelta(1)))


def test_an_answer_that_tells_the_figure_asked_for_and_is_the_likeliest_is_whole() -> None:
    asked, more = "how high is the cork duty?", said("Chile gave way on bottle corks.", 1.9)
    assert not added(said(LEAD, 2.0, detail=1.0), more, asked=asked)
    assert added(said(LEAD, 2.0), more, asked=asked)  # without the figure
    assert added(said(LEAD, 1.8, detail=1.0), more, asked=asked)  # with a likelier one beside it


def test_what_has_been_said_is_not_said_again() -> None:
    assert not added(said(LEAD, 1.0), said("Delegates of both ministries met over floor tiles in Faro.", 1.0))


@pytest.mark.parametrize("mark", ["others", "other_goods", "wrong_way", "over", "recounts", "proposed"])
def test_what_a_mark_says_is_of_something_else_is_not(mark: str) -> None:
    more = said("Lisbon signed on Friday.", 1.0)
    assert added(said(LEAD, 1.0), more)
    assert not added(said(LEAD, 1.0), replace(more, marks=replace(more.marks, **{mark: 1.0})))


def test_what_leans_on_the_sentence_before_is_not() -> None:
    assert not added(said(LEAD, 1.0), said("He signed it on Friday.", 1.0))


def test_a_full_answer_stays_as_it_is() -> None:
    words = " ".join(f"clause{n}" for n in range(WORDS - len(LEAD.split()) + 1))
    assert not added(said(LEAD, 1.0), said(f"Lisbon {words}.", 1.0))
    many = [said(f"Port{n} opened{n} early{n}.", 1.0) for n in range(SENTENCES + 2)]
    assert len(added(said(LEAD, 1.0), *many)) == SENTENCES - 1


def test_a_list_is_chosen_whole() -> None:
    asked = "which ports take cork?"
    assert understand(asked, TODAY).kind == "list"
    assert not added(said(LEAD, 1.0), said("Lisbon signed on Friday.", 1.0), asked=asked)
