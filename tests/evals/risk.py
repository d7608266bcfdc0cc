"""Print the risk-coverage curve of declining: how often answers are wrong when only the surest are given.

    python -m tests.evals.risk QUESTIONS.jsonl ...

`make risk` runs it over the home that BRIEFINGS_HOME names. Coverage is the share of the questions
that are answered, the surest first, those declined by rule last; risk is the share of the answered
that are wrong: a required fact missing, something superseded said, or nothing on file answers it.
Totals alone are printed, no question.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.answering import Answering
from assistant.evaluation.intervals import clopper_pearson
from assistant.settings import settings
from tests.evals.undeclined import Undeclined, answer_all, surest_first
from tests.question_files import read_questions
from vectorstore.encoder.embedding import load_encoder
from vectorstore.store import Store

COVERAGES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def main(paths: Sequence[str]) -> None:
    home = settings().home
    lines = [line for path in paths for line in read_questions(Path(path))]
    with Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store:
        found = answer_all(store, Answering(store), lines)
    judged = [of for of in found if of.answered.right is not None]
    print(f"{len(judged)} questions, {sum(of.answered.answerable is True for of in judged)} answerable\n")
    _print_curve(judged)
    _print_operating_point(judged)


def risks(found: Sequence[Undeclined]) -> list[float]:
    """Return the share of wrong answers when the first 1, 2, ... questions of an order are answered."""
    wrong = [of.answered.verdict != "correct" for of in found]
    return [float(risk) for risk in np.cumsum(wrong) / np.arange(1, len(wrong) + 1)]


def _print_curve(found: Sequence[Undeclined]) -> None:
    order = [found[number] for number in surest_first(found)]
    curve, wrong_last = risks(order), sorted(found, key=lambda of: of.answered.verdict != "correct")
    unanswerable = sum(of.answered.answerable is False for of in found)
    print("| coverage | answered | of them wrong | 95 % | unanswerable answered |")
    print("|---|---|---|---|---|")
    for coverage in COVERAGES:
        kept = order[: round(coverage * len(order))]
        wrong = sum(of.answered.verdict != "correct" for of in kept)
        slipped = sum(of.answered.answerable is False for of in kept)
        print(
            f"| {coverage:.1f} | {len(kept)} | {curve[len(kept) - 1]:.3f} | {_bounds(wrong, len(kept))} "
            f"| {slipped} of {unanswerable} ({slipped / max(1, unanswerable):.3f}) |"
        )
    area, best = np.mean(curve), np.mean(risks(wrong_last))
    print(f"\nArea under the curve {area:.3f}; in random order {curve[-1]:.3f}, in the best one {best:.3f}.")


def _print_operating_point(found: Sequence[Undeclined]) -> None:
    declined = [of for of in found if of.would_decline]
    kept = [of for of in found if not of.would_decline]
    wrong = sum(of.answered.verdict != "correct" for of in kept)
    print(
        f"As set: coverage {len(kept) / len(found):.3f}, {_told('of the answered wrong', wrong, len(kept))}."
    )
    for name, answerable in (("declined", False), ("needlessly declined", True)):
        hits = sum(of.answered.answerable is answerable for of in declined)
        print(f"{_told(name, hits, sum(of.answered.answerable is answerable for of in found))}.")


def _told(name: str, hits: int, of: int) -> str:
    return f"{name} {hits} of {of} = {hits / max(1, of):.3f} ({_bounds(hits, of)})"


def _bounds(hits: int, of: int) -> str:
    interval = clopper_pearson(hits, of)
    return f"{interval.low:.3f} to {interval.high:.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
