"""Deciding afterwards what to decline, and the risk-coverage curve."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.asking.request import AskRequest
from assistant.declining.abstention import Signals
from assistant.evaluation.outcomes import OnFile, judge
from assistant.evaluation.questions import QuestionLine
from tests.evals.ablated import Without, versions
from tests.evals.risk import risks
from tests.evals.undeclined import Undeclined, surest_first, with_declined

SURE = Signals(
    score=9.0,
    own=1.0,
    answers=3.0,
    similarity=0.9,
    spoken=False,
    party=1.0,
    period=1.0,
    asks_detail=0.0,
    asks_count=0.0,
    asks_person=0.0,
)
UNSURE = replace(SURE, score=0.0, answers=0.0)
NOWHERE = replace(SURE, score=20.0, party=0.0)


def asked(signals: Signals | None, answerable: bool = False) -> Undeclined:
    """A question whose answer is wrong, and right to decline unless it is answerable."""
    line = QuestionLine("q", AskRequest("What?"), answerable=answerable)
    answer, file = Answer("What?", "What?", "A guess."), OnFile({}, {})
    refused = replace(answer, answer="", abstention="no-detail")
    return Undeclined(judge(line, answer, file), judge(line, refused, file), signals)


FOUND = [asked(None), asked(NOWHERE), asked(UNSURE), asked(SURE), asked(SURE)]


def test_the_surest_come_first_and_what_is_declined_by_rule_after_all_others() -> None:
    assert surest_first(FOUND) == [3, 4, 2, 1, 0]


def test_without_the_rule_what_is_nowhere_is_as_sure_as_its_signals_say() -> None:
    assert surest_first(FOUND, rule=False) == [1, 3, 4, 2, 0]


@pytest.mark.parametrize(
    ("declined", "rule", "verdicts"),
    [
        (3, True, ["declined", "declined", "declined", "answered", "answered"]),
        (0, True, ["declined", "declined", "answered", "answered", "answered"]),  # two cannot be answered
        (0, False, ["declined", "answered", "answered", "answered", "answered"]),
        (2, False, ["declined", "answered", "declined", "answered", "answered"]),
        (5, True, ["declined"] * 5),
    ],
)
def test_as_many_as_told_are_declined(declined: int, rule: bool, verdicts: list[str]) -> None:
    assert [of.verdict for of in with_declined(FOUND, declined, rule)] == verdicts


def test_what_the_system_declines_is_told_by_the_signals() -> None:
    assert [of.would_decline for of in FOUND] == [True, True, True, False, False]


def test_the_risk_is_the_share_of_wrong_among_the_first() -> None:
    wrong, right = asked(SURE), asked(SURE)
    right = replace(right, answered=replace(right.answered, verdict="correct"))
    assert risks([right, wrong, wrong, right]) == [0.0, 0.5, pytest.approx(2 / 3), 0.5]


def test_a_part_that_is_not_there_cannot_be_left_out() -> None:
    with pytest.raises(AttributeError):
        Without("a part renamed", (("assistant.choosing.selecting.NO_SUCH_NAME", 0.0),)).made()


def test_a_part_left_out_is_back_afterwards() -> None:
    from assistant.choosing import selecting

    before = selecting.NOVELTY
    with Without("novelty", (("assistant.choosing.selecting.NOVELTY", before + 1),)).made():
        assert before + 1 == selecting.NOVELTY
    assert before == selecting.NOVELTY


def test_what_the_latest_is_comes_before_all_and_is_not_declined() -> None:
    latest = replace(asked(None), is_latest=True)
    found = [*FOUND, latest]
    assert surest_first(found) == [5, 3, 4, 2, 1, 0]
    assert surest_first(found, rule=False) == [5, 1, 3, 4, 2, 0]
    assert not latest.would_decline
    assert [of.verdict for of in with_declined(found, 0)] == ["declined"] * 2 + ["answered"] * 4


def test_what_no_sentence_tells_is_declined_by_rule() -> None:
    unmet = asked(replace(SURE, lacks=("a vote",)))
    assert unmet.would_decline
    assert surest_first([unmet, asked(UNSURE)]) == [1, 0]


@pytest.mark.parametrize("without", versions(), ids=lambda without: without.name)
def test_what_a_version_leaves_out_is_there(without: Without) -> None:
    with without.made():
        pass


def test_what_is_like_nothing_stands_where_a_sentence_has_its_subject_and_may_answer() -> None:
    unlike = replace(SURE, similarity=0.25, answers=-1.0)
    assert unlike.is_strange
    assert not replace(unlike, named=0.5).is_strange
    assert replace(unlike, named=0.5, answers=-3.0).is_strange
    assert replace(unlike, named=0.5, similarity=0.05).is_strange
