"""Intervals, held against published worked examples, scipy and what a bootstrap must do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from assistant.evaluation.intervals import (
    Interval,
    all_alike,
    bootstrap,
    clopper_pearson,
    paired_bootstrap,
    wilson,
)


def test_the_wilson_interval_is_that_of_newcombes_examples() -> None:
    # Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3
    for hits, of, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)):
        interval = wilson(hits, of)
        assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


def test_the_clopper_pearson_interval_is_that_of_newcombes_examples() -> None:
    for hits, of, low, high in ((81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617)):
        interval = clopper_pearson(hits, of)
        assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-4)


def test_nothing_in_59_is_at_most_5_percent() -> None:
    assert clopper_pearson(0, 59).high < 0.05 < clopper_pearson(0, 58).high
    assert clopper_pearson(59, 59) == Interval(round(0.05 ** (1 / 59), 6), 1.0)


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_both_intervals_agree_with_scipy(counts: tuple[int, int]) -> None:
    hits, of = counts
    test = binomtest(hits, of)
    theirs = test.proportion_ci(0.95, "wilson")
    assert wilson(hits, of).low == pytest.approx(theirs.low, abs=2e-6)
    assert wilson(hits, of).high == pytest.approx(theirs.high, abs=2e-6)
    exact = test.proportion_ci(0.9 if hits in (0, of) else 0.95, "exact")
    assert clopper_pearson(hits, of).low == pytest.approx(exact.low, abs=2e-6)
    assert clopper_pearson(hits, of).high == pytest.approx(exact.high, abs=2e-6)


def test_nothing_observed_may_be_anything() -> None:
    assert wilson(0, 0) == clopper_pearson(0, 0) == Interval(0.0, 1.0)


def _column(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


def test_the_bootstrap_of_a_mean_is_as_wide_as_its_standard_error() -> None:
    values = np.random.default_rng(7).normal(0.5, 0.2, 400)
    [interval] = bootstrap(values[:, None], np.ones((400, 1)))
    half = 1.96 * values.std() / 20
    assert interval.low == pytest.approx(values.mean() - half, abs=0.002)
    assert interval.high == pytest.approx(values.mean() + half, abs=0.002)


def test_a_ratio_is_of_sums_and_not_the_mean_of_ratios() -> None:
    # one answer with 1 of 1 citations right, one with 0 of 9: precision .1; resamples give 0, .1 or 1
    [difference] = paired_bootstrap((_column(1, 0), _column(1, 9)), (_column(0, 0), _column(1, 9)))
    assert difference.value == pytest.approx(0.1)
    assert difference.interval == Interval(0.0, 1.0)


def test_equal_runs_do_not_differ() -> None:
    run = (_column(1, 0, 1, 1), _column(1, 1, 1, 1))
    [difference] = paired_bootstrap(run, run)
    assert (difference.value, difference.interval) == (0.0, Interval(0.0, 0.0))
    assert not difference.clear


def test_pairing_finds_a_difference_that_two_intervals_would_hide() -> None:
    ours = np.array([1.0] * 60 + [0.0] * 40)[:, None]
    theirs = ours.copy()
    theirs[:8] = 0  # eight questions of a hundred got worse, none better
    every = np.ones((100, 1))
    [difference] = paired_bootstrap((ours, every), (theirs, every))
    assert difference.value == pytest.approx(0.08)
    assert difference.clear
    assert difference.interval.low >= 0.03
    assert wilson(60, 100).low < wilson(52, 100).high  # unpaired, the two overlap


def test_the_same_runs_give_the_same_interval() -> None:
    random = np.random.default_rng(3)
    a, b, every = random.random((50, 2)), random.random((50, 2)), np.ones((50, 2))
    assert paired_bootstrap((a, every), (b, every)) == paired_bootstrap((a, every), (b, every))


def test_resamples_without_a_bearing_question_are_left_out() -> None:
    hits, of = _column(1, 0, 0), _column(1, 0, 0)
    assert bootstrap(hits, of) == [all_alike(1.0, 1)]


def test_questions_that_are_all_alike_leave_open_what_others_are() -> None:
    # by hand: of 10 alike, at 95 % at least .05 ** .1 = .741 of all are; the rest may be worst or best
    every = np.ones((10, 1))
    [right] = bootstrap(every, every)
    assert (right.low, right.high) == (pytest.approx(0.741134), 1.0)
    [half] = bootstrap(every / 2, every)
    assert (half.low, half.high) == (pytest.approx(0.741134 / 2), pytest.approx(1 - 0.741134 / 2))
    [score] = bootstrap(every, every, least=-1.0)
    assert (score.low, score.high) == (pytest.approx(2 * 0.741134 - 1, abs=2e-6), 1.0)
    assert bootstrap(every[:1], every[:1], least=-1.0) == [Interval(-0.9, 1.0)]


@given(st.integers(1, 400))
def test_all_right_and_all_wrong_have_the_exact_interval_of_a_share(of: int) -> None:
    assert all_alike(1.0, of) == clopper_pearson(of, of)
    assert all_alike(0.0, of) == clopper_pearson(0, of)


def test_the_interval_of_questions_all_alike_holds_at_95_percent() -> None:
    # the worst case that the interval just misses: 1 with a chance a little under its bound, else 0
    for of in (1, 3, 20):
        chance = all_alike(1.0, of).low - 1e-6
        assert chance**of < 0.05


def test_as_great_a_gain_in_every_question_is_clear_only_in_enough_of_them() -> None:
    for questions, clear in ((1, False), (4, False), (5, True)):
        every = np.ones((questions, 1))
        [difference] = paired_bootstrap((every, every), (every * 0, every))
        assert (difference.value, difference.clear) == (1.0, clear)
    [of_score] = paired_bootstrap((every, every), (-every, every), least=-1.0)
    assert of_score.interval.low == pytest.approx(4 * 0.05**0.2 - 2, abs=2e-6)
