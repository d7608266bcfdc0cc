"""Write a run as one page that a person reads: headline, types of question, changes, every failure.

The page is a single file: no script, no font, no image and no address of anything else. What a
briefing or a question says is escaped by the template (`page.html.jinja`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.evaluation.changes import Changes
from assistant.evaluation.comparison import Comparison, paired
from assistant.evaluation.gate import Gate
from assistant.evaluation.metrics import (
    NOTHING_SUPERSEDED,
    Figure,
    answer_words,
    by_type,
    measure,
    right_share,
    says_nothing_superseded,
    spread,
)
from assistant.evaluation.outcomes import WRONG, Outcome, Verdict
from assistant.evaluation.page_rows import BY_KIND, kind_rows, rows_of
from assistant.evaluation.run import Run

HEADLINE = ("correct", "declined", "superseded", "as_of_leaks", "lead_gold", "recall@5", "score", "verbatim")


@dataclass(frozen=True, slots=True)
class Bar:
    """A type of question: how many of its questions are right, 0 to 100 for drawing."""

    type: str
    hits: int
    of: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that went wrong, how the right briefing was ranked, and the answer before."""

    outcome: Outcome
    rank: int | None
    before: Outcome | None


def page_of(
    run: Run,
    name: str,
    made: datetime,
    comparison: Comparison | None = None,
    before: Sequence[Outcome] = (),
    gate: Gate | None = None,
    changes: Changes | None = None,
) -> str:
    """Return the page. `before` are the outcomes of the run that `comparison` is with."""
    environment = Environment(
        loader=PackageLoader("assistant.evaluation", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": _day, "marked": _marked}
    figures = measure(run.outcomes)
    rows = rows_of(figures, comparison.differences if comparison else {})
    earlier = {new.id: old for new, old in paired(run.outcomes, before)}
    return environment.get_template("page.html.jinja").render(
        name=name,
        made=made,
        run=run,
        right=[outcome for outcome in run.outcomes if outcome.right],
        unjudged=[outcome for outcome in run.outcomes if outcome.right is None],
        headline=[row for key in HEADLINE for row in rows if row.name == key and row.value],
        bars=_bars(run.outcomes),
        columns=[*BY_KIND.values()],
        kinds=kind_rows(run.outcomes),
        rows=[row for row in rows if row.value],
        not_counted=NOTHING_SUPERSEDED if says_nothing_superseded(run.outcomes) else "",
        words=spread(answer_words(run.outcomes), 90),
        latency=spread([outcome.latency_ms for outcome in run.outcomes], 90, 95),
        counts=_counts(figures),
        failures=_failures(run.outcomes, earlier),
        headings=WRONG,
        comparison=comparison,
        turned=_turned(comparison, run.outcomes, earlier),
        gate=gate,
        changes=changes,
    )


def _bars(outcomes: Sequence[Outcome]) -> list[Bar]:
    bars = []
    for kind, group in by_type(outcomes).items():
        figure = right_share(group)
        if figure.value is not None and figure.interval:
            low, high = figure.interval.low, figure.interval.high
            bars.append(
                Bar(kind, round(figure.hits), round(figure.of), 100 * figure.value, 100 * low, 100 * high)
            )
    return bars


def _counts(figures: Mapping[str, Figure]) -> dict[str, tuple[int, int]]:
    return {name: (round(figures[name].hits), round(figures[name].of)) for name in ("correct", "declined")}


def _failures(outcomes: Sequence[Outcome], before: Mapping[str, Outcome]) -> dict[Verdict, list[Failure]]:
    """Return what went wrong by verdict, the gravest first, in the order of the question set."""
    return {
        verdict: [Failure(o, _rank(o), _other_answer(o, before)) for o in outcomes if o.verdict == verdict]
        for verdict in WRONG
        if any(o.verdict == verdict for o in outcomes)
    }


def _rank(outcome: Outcome) -> int | None:
    """Return where the first right briefing was ranked, from 1."""
    return next((n for n, source in enumerate(outcome.retrieved, 1) if source in outcome.gold_docs), None)


def _other_answer(outcome: Outcome, before: Mapping[str, Outcome]) -> Outcome | None:
    old = before.get(outcome.id)
    return old if old and old.answer != outcome.answer else None


def _turned(
    comparison: Comparison | None, outcomes: Sequence[Outcome], before: Mapping[str, Outcome]
) -> list[tuple[Outcome, Outcome]]:
    """Return the questions that went from wrong to right, (before, now)."""
    ids = set(comparison.newly_right) if comparison else set()
    return [(before[o.id], o) for o in outcomes if o.id in ids and o.id in before]


def _marked(text: str, words: Sequence[str]) -> Markup:
    """Escape a text and mark these words in it."""
    if not words:
        return escape(text)
    parts = re.split("(" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")", text)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if part in words else escape(part) for part in parts
    )


def _day(written: str | date | None) -> str:
    """Write a day as people here do: 8 June 2025."""
    if written is None:
        return "undated"
    day = date.fromisoformat(written) if isinstance(written, str) else written
    return f"{day.day} {day:%B %Y}"
