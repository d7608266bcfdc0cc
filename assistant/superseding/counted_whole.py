"""Put a figure that was counted for the whole period before one of its first days, and one that was expected.

The surplus of a month is told three times: as it is expected, for its first twenty days, and as counted. All
three name the month and the surplus; only the last one is the month's. Who asks for the forecast or the
target is told that first.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.details import NUMBER_WORD
from assistant.asking.question import Question, holds_now
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence, best_first, is_of_others
from assistant.choosing.leading import LEADS_BY
from assistant.choosing.read_alone import leans
from assistant.reading.counted import (
    asks_statistic,
    counts_part,
    expects,
    is_of_another_balance,
    measures_in,
)
from assistant.reading.periods import Period
from assistant.reading.periods_told import days_in, is_most_of, periods_told
from assistant.superseding.revised import names_period
from vectorstore.patterns import pattern

MONTH = 31  # days
_AS_MUCH = AsMuch(reached=0.9, behind=4.0)  # how far the newest figure may be behind the best one
BEHIND = 2.0  # score taken from what is not the figure asked for, where one that is was found too
_FIGURE = pattern(
    rf"(?:\d[\d.,]*|\b{NUMBER_WORD})[\s-]?(?:%|pct|per ?cent|[bmt]illion|[bm]ln|[bm]n\b|tonnes|tons)", re.I
)
# Who asks for another one, or is told one.
_WISHED = pattern(r"\b(?:estimat|guess|reckon)\w*|\b(?:sees?|saw|next)\b", re.I)
_ESTIMATED = pattern(r"\bestimat(?:e|es|ed|ing)\b", re.I)
_MOVES = pattern(r"\b(?:mov|chang|shift|evolv|revis|rais|lower|cut)\w*\b", re.I)  # what it was counts, too
_BETWEEN = pattern(r"\b(?:from|between)\s+$", re.I)  # "from January to February": how it changed
_THIS_YEAR = pattern(r"\bthis (?:year|yr)\b", re.I)
_AIMED = pattern(
    r"\btarget\w*|\b(?:counts?|counting|banks?|banking|reckons?|reckoning) on\b"
    r"|\b(?:seen|aim(?:s|ed|ing)?|goals?|intends?|intended|(?:plans?|planned|wants?|set) to)\b",
    re.I,
)


def counted_whole(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence] = ()
) -> list[Evidence]:
    """Put figures of part of a period, and those expected, behind one counted; leave out those of others.

    `evidence` is scored, best first, and so is what comes back; unchanged where no figure of it was counted.
    The newest forecast may be any that was `read`.
    """
    asked_for = question.text if measures_in(question.text) else question.asked
    wanted = measures_in(asked_for)
    if not asks_statistic(question.asked):
        return list(evidence)
    if expects(question.asked) or _AIMED.search(question.asked):
        return _newest_forecast_first(question, _expected_first(evidence, wanted), read, wanted)
    if counts_part(question.asked) or _WISHED.search(question.asked):
        return list(evidence)
    newest = question.latest or (question.kind in ("number", "fact") and holds_now(question))
    if len(question.periods) > 1 or not (question.periods or newest):
        return list(evidence)
    asked = question.periods[0] if question.periods else None  # the newest one that was counted

    def counts(e: Evidence) -> bool:
        counted = _FIGURE.search(e.quote) and wanted & measures_in(e.quote) and not falls_short(e)
        return bool(counted) and (not asked or names_period(e.quote, asked, e.hit.facts.published))

    def falls_short(e: Evidence) -> bool:
        expected = expects(e.quote) or (not asked and _ESTIMATED.search(e.quote))
        told = measures_in(e.quote)
        another = (told and told.isdisjoint(wanted)) or is_of_another_balance(asked_for, e.quote)
        return bool(counts_part(e.quote) or expected or another)

    theirs = [e for e in evidence if not is_of_others(e, question)]
    counted = [e for e in theirs if counts(e)]
    if not counted:
        return list(evidence)
    whole = asked and any(not _is_of_a_part(e, asked) for e in counted)
    between = asked and _BETWEEN.search(question.standalone[: asked.start])
    exactly = asked and not between and any(_is_of_all(e, asked) for e in counted)

    def behind(e: Evidence) -> bool:
        part = asked and ((whole and _is_of_a_part(e, asked)) or (exactly and _is_of_less(e, asked)))
        return falls_short(e) or bool(part)

    ranked = sorted((replace(e, score=e.score - BEHIND) if behind(e) else e for e in theirs), key=best_first)
    return ranked if asked else _newest_first(ranked, counts)


def _newest_first(ranked: list[Evidence], counts: Callable[[Evidence], bool]) -> list[Evidence]:
    """Put the newest figure that was counted first, of those that tell as much of the subject as the best."""
    best = ranked[0]
    newest = max(
        (e for e in ranked if counts(e) and _AS_MUCH.holds(e, best)),
        key=lambda e: (e.hit.facts.published or date.min, e.score),
        default=best,
    )
    if (newest.hit.facts.published or date.min) <= (best.hit.facts.published or date.min):
        return ranked
    return [replace(newest, score=best.score + LEADS_BY), *(e for e in ranked if e is not newest)]


def _is_of_all(e: Evidence, asked: Period) -> bool:
    """Whether a sentence names a period asked about itself, of more than a month: a quarter, eight months."""
    days = days_in(e.quote, e.hit.facts.published)
    return (asked.last - asked.first).days > MONTH and any(
        (p.first, p.last) == (asked.first, asked.last) for p in days
    )


def _is_of_less(e: Evidence, asked: Period) -> bool:
    """Whether what a sentence names of a period asked about is all less than it."""
    days = days_in(e.quote, e.hit.facts.published)
    within = [p for p in days if asked.first <= p.first and p.last <= asked.last]
    return bool(within) and all((p.first, p.last) != (asked.first, asked.last) for p in within)


def _is_of_a_part(e: Evidence, asked: Period) -> bool:
    """Whether what a sentence names of a period asked about is less than half of it: a month of a year.

    A sentence that names none of it is of no part.
    """
    days = days_in(e.quote, e.hit.facts.published)
    within = [p for p in days if asked.first <= p.first and p.last <= asked.last]
    half = (asked.last - asked.first) / 2
    return bool(within) and all(p.last - p.first < half for p in within)


def _newest_forecast_first(
    question: Question, evidence: list[Evidence], read: Sequence[Evidence], wanted: frozenset[str]
) -> list[Evidence]:
    """Put the newest forecast of a period first, where one leads: it revised the others."""
    if not evidence or (asked := _period_asked(question, evidence[0])) is None:
        return evidence

    def forecasts(e: Evidence) -> bool:
        told = _is_expected(e) and wanted & measures_in(e.quote) and _names_most(e, asked)
        return bool(told) and e.marks.party == 1.0 and not is_of_others(e, question)

    best = evidence[0]
    told = [e for e in (*evidence, *read) if forecasts(e)]
    if not forecasts(best):
        return evidence
    newest = max(told, key=lambda e: (e.hit.facts.published or date.min, e.score))
    day = newest.hit.facts.published
    revises = not (_MOVES.search(question.asked) or leans(newest))

    def stands(e: Evidence) -> bool:
        return not revises or e.hit.facts.published == day or not forecasts(e)

    if day == best.hit.facts.published:
        return [e for e in evidence if stands(e)]
    marks = replace(newest.marks, answers=best.marks.answers)  # what is not `evidence` was not judged
    first = replace(newest, score=best.score + LEADS_BY, marks=marks)
    others = (e for e in evidence if e.sentence != newest.sentence or e.hit != newest.hit)
    return [first, *(e for e in others if stands(e))]


def _period_asked(question: Question, best: Evidence) -> Period | None:
    """Return the one period that is asked about; of "this year" the year of the best sentence."""
    this = _THIS_YEAR.search(question.asked)
    if not question.periods and this:
        year = best.published.year
        return Period(date(year, 1, 1), date(year, 12, 31), *this.span())
    return question.periods[0] if len(question.periods) == 1 else None


def _is_expected(e: Evidence) -> bool:
    return bool((expects(e.quote) or _AIMED.search(e.quote)) and _FIGURE.search(e.quote))


def _names_most(e: Evidence, asked: Period) -> bool:
    named = periods_told(e.quote, e.hit.facts.published)
    return any(asked.overlaps(p) and is_most_of(p, asked) for p in named)


def _expected_first(evidence: Sequence[Evidence], wanted: frozenset[str]) -> list[Evidence]:
    """Put what is not expected or aimed at behind a figure of what is asked for that is."""
    told = [expects(e.quote) or bool(_AIMED.search(e.quote)) for e in evidence]
    if not any(
        ahead and _FIGURE.search(e.quote) and wanted & measures_in(e.quote)
        for e, ahead in zip(evidence, told, strict=True)
    ):
        return list(evidence)
    behind = (
        e if ahead else replace(e, score=e.score - BEHIND) for e, ahead in zip(evidence, told, strict=True)
    )
    return sorted(behind, key=best_first)
