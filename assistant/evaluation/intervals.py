"""Say how sure a figure is: Wilson and Clopper-Pearson intervals, and the bootstrap by question.

All are 95 % intervals. The bootstrap draws whole questions, so that the facts and citations of
one answer stay together; it is seeded, and the same outcomes give the same interval. Questions that
are all alike have an exact one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

CONFIDENCE = 0.95
Z = 1.959964  # the normal quantile of 97.5 %
RESAMPLES = 10_000
SEED = 1  # any will do; a fixed one makes two reports of one run alike
AT_ONCE = 1_000  # resamples drawn at a time: 8 MB for 1,000 questions

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both inclusive."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """Ours minus theirs, with its interval; `clear` when 0 is outside of it."""

    value: float
    interval: Interval

    @property
    def clear(self) -> bool:
        return not self.interval.low <= 0.0 <= self.interval.high


def wilson(hits: int, of: int) -> Interval:
    """Return the score interval of a proportion (Wilson 1927); 0 to 1 when `of` is 0.

    >>> wilson(8, 10)
    Interval(low=0.490162, high=0.943318)
    """
    if not of:
        return Interval(0.0, 1.0)
    share, square = hits / of, Z * Z
    centre = share + square / (2 * of)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    return Interval(round(max(0.0, (centre - half) / scale), 6), round(min(1.0, (centre + half) / scale), 6))


def clopper_pearson(hits: int, of: int) -> Interval:
    """Return the exact interval of a proportion (Clopper and Pearson 1934); 0 to 1 when `of` is 0.

    When nothing or everything was hit, the other end is the one-sided 95 % bound: 0 of 59 is at
    most 5 %.

    >>> clopper_pearson(0, 59)
    Interval(low=0.0, high=0.049508)
    """
    if not of:
        return Interval(0.0, 1.0)
    tail = 1 - CONFIDENCE if hits in (0, of) else (1 - CONFIDENCE) / 2
    low = 0.0 if hits == 0 else float(betaincinv(hits, of - hits + 1, tail))
    high = 1.0 if hits == of else float(betaincinv(hits + 1, of - hits, 1 - tail))
    return Interval(round(low, 6), round(high, 6))


def all_alike(value: float, of: int, least: float = 0.0, most: float = 1.0) -> Interval:
    """Return the interval of a mean where each of `of` questions had this very value.

    Every resample has it, too, so that the bootstrap would tell it as certain. What can be said is how
    many of all questions have it: at least a share of 0.05 ** (1 / of), the exact one-sided bound of Clopper
    and Pearson (1934), near 1 - 3 / of (the rule of three, Hanley and Lippman-Hand 1983, "If nothing goes
    wrong, is everything all right?"). The others may have anything from `least` to `most`. In a ratio each
    question counts as one here, however much it weighs.

    >>> all_alike(1.0, 59), all_alike(1.0, 1, least=-1.0)
    (Interval(low=0.950492, high=1.0), Interval(low=-0.9, high=1.0))
    """
    share = (1 - CONFIDENCE) ** (1 / of)
    return Interval(*(round(share * value + (1 - share) * end, 6) for end in (least, most)))


def bootstrap(hits: Array, of: Array, least: Sequence[float] | float = 0.0) -> list[Interval]:
    """Return the percentile interval of each ratio sum(hits) / sum(of), `all_alike` where it has no width.

    Both have shape (questions, ratios); a question that does not bear on a ratio has 0 in both. A question's
    own ratio is from `least`, one for all or one for each column, to 1.
    """
    bears = np.count_nonzero(of, axis=0)
    ends = np.broadcast_to(least, bears.shape)
    return [
        all_alike(interval.low, int(count), float(end)) if interval.low == interval.high else interval
        for interval, count, end in zip(_percentiles(_resampled(hits, of)[0]), bears, ends, strict=True)
    ]


def paired_bootstrap(
    ours: tuple[Array, Array], theirs: tuple[Array, Array], least: Sequence[float] | float = 0.0
) -> list[Difference]:
    """Return the difference of each ratio between two runs over the same questions.

    Each side is (hits, of) as for `bootstrap`, row for row the same questions: every resample
    draws the same questions for both. Where all differ by as much, the interval is that of `all_alike`;
    where none differs, from 0 to 0, because no difference is claimed.
    """
    (a_hits, a_of), (b_hits, b_of) = ours, theirs
    a, b = _resampled(a_hits, a_of, b_hits, b_of)
    values = _ratio(a_hits.sum(0), a_of.sum(0)) - _ratio(b_hits.sum(0), b_of.sum(0))
    bears = np.minimum(np.count_nonzero(a_of, axis=0), np.count_nonzero(b_of, axis=0))
    furthest = 1 - np.broadcast_to(least, bears.shape)
    found = []
    for value, interval, count, far in zip(values, _percentiles(a - b), bears, furthest, strict=True):
        if interval.low == interval.high != 0:
            interval = all_alike(interval.low, int(count), -float(far), float(far))
        found.append(Difference(float(value), interval))
    return found


def _resampled(*pairs: Array) -> list[Array]:
    """Return for each (hits, of) given the ratios of every resample, shape (RESAMPLES, ratios)."""
    questions = len(pairs[0])
    random = np.random.default_rng(SEED)
    parts: list[list[Array]] = [[] for _ in pairs[::2]]
    for _ in range(0, RESAMPLES, AT_ONCE):
        times = random.multinomial(questions, np.full(questions, 1 / questions), size=AT_ONCE)
        for part, hits, of in zip(parts, pairs[::2], pairs[1::2], strict=True):
            part.append(_ratio(times @ hits, times @ of))
    return [np.concatenate(part) for part in parts]


def _ratio(hits: Array, of: Array) -> Array:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(of > 0, hits / of, np.nan)


def _percentiles(ratios: Array) -> list[Interval]:
    tail = 100 * (1 - CONFIDENCE) / 2
    found = []
    for column in ratios.T:
        drawn = column[~np.isnan(column)]  # a resample may hold no question that bears on it
        low, high = np.percentile(drawn, [tail, 100 - tail]) if drawn.size else (np.nan, np.nan)
        found.append(Interval(round(float(low), 6), round(float(high), 6)))
    return found
