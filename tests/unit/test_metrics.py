"""The metrics of a run, worked out by hand over a few outcomes."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer, Citation
from assistant.asking.request import AskRequest
from assistant.evaluation.intervals import Interval, clopper_pearson, wilson
from assistant.evaluation.metrics import (
    METRICS,
    answer_words,
    by_type,
    differences,
    measure,
    says_nothing_superseded,
    spread,
)
from assistant.evaluation.outcomes import Cited, OnFile, Outcome, judge
from assistant.evaluation.questions import Nugget, QuestionLine

ON_FILE = OnFile({"i": "0123456789" * 20}, {"gold.md": date(2025, 7, 1), "other.md": date(2025, 9, 1)})


def outcome(
    id: str,
    answer: str | None,
    sources: str = "",
    retrieved: str = "",
    type: str = "status",
    answerable: bool | None = True,
    gold: str = "gold.md",
    as_of: date | None = None,
    verbatim: bool = True,
    forbidden: str = "X",
) -> Outcome:
    """Judge an answer that should state A and B and not X; None declines. Sources are cited in order."""
    false = tuple(map(re.compile, forbidden.split()))
    facts = tuple(Nugget(name, (re.compile(rf"\b{name}\b"),)) for name in "AB") if answerable else ()
    question = QuestionLine(
        id, AskRequest("What?", as_of=as_of), type, tuple(gold.split()), facts, false, answerable
    )
    citations = tuple(
        Citation(n, "i", source, "T", None, None, None, "01" if verbatim else "02", 0, 2)
        for n, source in enumerate(sources.split(), 1)
    )
    given = Answer(
        "What?",
        "What?",
        answer or "The briefings do not say.",
        citations=citations,
        abstention=None if answer else "no-detail",
        retrieved=tuple(retrieved.split()),
    )
    return judge(question, given, ON_FILE)


RUN = [
    outcome("1", "A B.", "gold.md other.md", "gold.md other.md"),
    outcome("2", "A only.", "other.md gold.md gold.md", "other.md gold.md", type="change"),
    outcome("3", "A B but X.", "other.md", "other.md", type="number"),
    outcome("4", None, "", "a b c d e gold.md", type="number"),
    outcome("5", None, type="unanswerable", answerable=False, gold=""),
    outcome("6", "A guess.", "other.md", type="unanswerable", answerable=False, gold="", verbatim=False),
    outcome("7", "Anything.", "other.md", type="own", answerable=None, gold=""),
]


@pytest.mark.parametrize(
    ("name", "hits", "of"),
    [
        ("correct", 1, 4),
        ("must_recall", 5, 6),  # of the three answers given; the abstention is not asked for facts
        ("superseded", 1, 3),
        ("as_current", 1, 3),
        ("declined", 1, 2),
        ("needlessly_declined", 1, 4),
        ("score", 1 - 1 - 1 + 0 + 1 - 1, 6),
        ("recall@5", 2, 4),
        ("success@5", 2, 4),
        ("mrr@10", 1 + 1 / 2 + 0 + 1 / 6, 4),
        ("ndcg@10", 1 + 0.63093 + 0 + 0.356207, 4),
        ("lead_gold", 1, 2),  # status and change answers alone
        ("dated", 0, 1),
        ("citation_precision", 3, 6),
        ("citation_recall", 2, 3),
        ("verbatim", 7, 8),
        ("as_of_leaks", 0, 0),
    ],
)
def test_a_metric_is_counted_as_by_hand(name: str, hits: float, of: float) -> None:
    figure = measure(RUN)[name]
    assert (figure.hits, figure.of) == (pytest.approx(hits, abs=1e-5), of)
    assert figure.value == (pytest.approx(hits / of, abs=1e-5) if of else None)


def test_every_metric_is_counted_by_hand_here() -> None:
    counted = {name for mark in test_a_metric_is_counted_as_by_hand.pytestmark for name, *_ in mark.args[1]}  # type: ignore[attr-defined]
    assert counted == {metric.name for metric in METRICS}


def test_a_status_answer_gives_the_date_of_its_newest_evidence_in_words() -> None:
    cited = (
        Cited(1, "old.md", "T", "2025-04-03", "A.", False, True),
        Cited(2, "gold.md", "T", "2025-07-01", "B.", True, True),
    )
    dated = replace(RUN[0], answer="As of 1 July 2025: A B.", cited=cited)
    for answer, hits in ((dated, 1), (replace(dated, answer="As of 3 April 2025: A B."), 0)):
        assert measure([answer])["dated"].hits == hits
    assert measure([replace(dated, type="number")])["dated"].of == 0


def test_leaks_are_counted_among_the_briefings_used() -> None:
    late = outcome("1", "A B.", "gold.md", "gold.md other.md", as_of=date(2025, 8, 1))
    figure = measure([late, outcome("2", "A B.", "other.md", "other.md")])["as_of_leaks"]
    assert (figure.hits, figure.of) == (1, 2)


def test_recall_counts_all_gold_documents_and_success_any() -> None:
    figures = measure([outcome("1", "A B.", "gold.md", "gold.md", gold="gold.md more.md")])
    assert (figures["recall@5"].value, figures["success@5"].value) == (0.5, 1)


def test_a_share_of_questions_has_its_wilson_interval_and_rare_faults_the_exact_one() -> None:
    figures = measure(RUN)
    assert figures["correct"].interval == wilson(1, 4)
    assert figures["superseded"].interval == clopper_pearson(1, 3)


def test_the_interval_of_a_ratio_holds_its_value() -> None:
    for name in ("must_recall", "citation_precision", "score", "recall@5", "mrr@10", "ndcg@10"):
        figure = measure(RUN)[name]
        assert figure.interval is not None
        assert figure.value is not None
        assert figure.interval.low < figure.value < figure.interval.high


@pytest.mark.parametrize("name", ["superseded", "as_current"])
def test_superseded_facts_are_counted_among_answers_that_could_be_found_out(name: str) -> None:
    figure = measure([*RUN, outcome("8", "A B but X.", forbidden=""), outcome("9", "A B.", forbidden="")])[
        name
    ]
    assert (figure.hits, figure.of) == (1, 3)


def test_it_is_told_apart_whether_lines_say_what_is_superseded_or_that_is_not_known() -> None:
    silent = [outcome("8", "A B.", forbidden="")]
    assert measure(silent)["superseded"].value is None
    assert says_nothing_superseded(silent)
    assert not says_nothing_superseded([*silent, *RUN])
    unknown = [replace(outcome("8", "A B but X."), forbidden=None)]
    assert measure(unknown)["superseded"].value is None
    assert not says_nothing_superseded(unknown)


def test_one_right_answer_is_no_certain_score() -> None:
    figures = measure(RUN[:1])
    assert (figures["score"].value, figures["score"].interval) == (1.0, Interval(-0.9, 1.0))
    assert figures["recall@5"].interval == Interval(0.05, 1.0)


def test_a_metric_that_nothing_bears_on_has_no_value() -> None:
    figures = measure([outcome("7", "Anything.", answerable=None, gold="")])
    assert {name for name, figure in figures.items() if figure.value is not None} == set()
    assert {figure.value for figure in measure([]).values()} == {None}


def test_words_are_those_of_answers_to_answerable_questions() -> None:
    assert answer_words(RUN) == [2, 2, 4]


def test_percentiles_are_values_that_were_measured() -> None:
    assert spread(range(1, 11), 90, 95) == {"median": 6, "p90": 10, "p95": 10}
    assert spread([], 90) == {"median": None, "p90": None}


def test_types_stand_in_the_order_of_the_question_set() -> None:
    assert [*by_type(RUN)] == ["status", "change", "number", "unanswerable", "own"]


def test_a_difference_is_this_run_minus_the_other() -> None:
    better = [outcome("1", "A B.", "gold.md"), outcome("2", "A B.", "gold.md")]
    worse = [outcome("1", "A B.", "gold.md"), outcome("2", "A.", "gold.md")]
    found = differences(better, worse)
    assert found["correct"].value == 0.5
    assert found["score"].value == 1.0
    assert "declined" not in found
