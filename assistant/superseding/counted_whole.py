"""Put a figure that was counted for the whole period before one of its first days, and one that was expected.

The surplus of a month is told three times: as it is expected, for its first twenty days, and as counted. All
three name the month and the surplus; only the last one is the month's. Who asks for the forecast or the
target is told that first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, best_first, is_of_others
from assistant.choosing.reach import days_in
from assistant.reading.counted import asks_statistic, counts_part, expects, measures_in
from assistant.reading.periods import Period
from assistant.superseding.revised import names_period

BEHIND = 2.0  # score taken from what is not the figure asked for, where one that is was found too
_FIGURE = re.compile(r"\d[\d.,]*\s?(?:%|pct|per ?cent|[bmt]illion|[bm]ln|[bm]n\b|tonnes|tons)", re.I)
# Who asks for another one, or is told one.
_WISHED = re.compile(r"\b(?:estimat|guess|reckon)\w*|\b(?:sees?|saw|next)\b", re.I)
_AIMED = re.compile(
    r"\btarget\w*|\b(?:seen|aim(?:s|ed|ing)?|goals?|intends?|intended|(?:plans?|planned|wants?|set) to)\b",
    re.I,
)


def counted_whole(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Put figures of part of a period, and those expected, behind one counted; leave out those of others.

    `evidence` is scored, best first, and so is what comes back; unchanged where no figure of it was counted.
    """
    wanted = measures_in(question.asked)
    if not asks_statistic(question.asked):
        return list(evidence)
    if expects(question.asked) or _AIMED.search(question.asked):
        return _expected_first(evidence, wanted)
    if len(question.periods) != 1 or counts_part(question.asked) or _WISHED.search(question.asked):
        return list(evidence)
    (asked,) = question.periods

    def counts(e: Evidence) -> bool:
        counted = _FIGURE.search(e.quote) and wanted & measures_in(e.quote) and not _falls_short(e)
        return bool(counted) and names_period(e.quote, asked, e.hit.facts.published)

    own = [e for e in evidence if not is_of_others(e, question)]
    counted = [e for e in own if counts(e)]
    if not counted:
        return list(evidence)
    whole = any(not _is_of_a_part(e, asked) for e in counted)

    def behind(e: Evidence) -> bool:
        return _falls_short(e) or (whole and _is_of_a_part(e, asked))

    return sorted((replace(e, score=e.score - BEHIND) if behind(e) else e for e in own), key=best_first)


def _is_of_a_part(e: Evidence, asked: Period) -> bool:
    """Whether what a sentence names of a period asked about is less than half of it: a month of a year.

    A sentence that names none of it is of no part.
    """
    days = days_in(e.quote, e.hit.facts.published)
    within = [p for p in days if asked.first <= p.first and p.last <= asked.last]
    half = (asked.last - asked.first) / 2
    return bool(within) and all(p.last - p.first < half for p in within)


def _falls_short(e: Evidence) -> bool:
    """Whether a sentence tells a figure of part of a period, or one that is expected."""
    return counts_part(e.quote) or expects(e.quote)


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
