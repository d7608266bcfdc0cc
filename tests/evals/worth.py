"""Tell what each rule of answering is worth, over the questions where it does anything.

    python -m tests.evals.worth QUESTIONS.jsonl... --to COUNTS.json [--only WORD] [--most 300]
    python -m tests.evals.worth --of COUNTS.json...

Over the home that BRIEFINGS_HOME names. The questions are asked once, and it is noted for which of them each
rule (`rules.py`) gives something else than would be done without it. These alone are asked again without it:
all others are answered just the same. Of a rule that does something for more than `--most` questions as many
are drawn. `--of` prints a table of such counts, of questions that were read while rules were written and of
those that were not. Above 0, a rule helps.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, fields
from pathlib import Path
from pkgutil import resolve_name
from random import Random
from types import GeneratorType
from typing import Any
from unittest.mock import patch

from assistant.answering import Answering
from assistant.choosing.evidence import Marks
from assistant.choosing.reranker import load_reranker
from assistant.evaluation.outcomes import SCORES, OnFile, Outcome, judge
from assistant.evaluation.questions import QuestionLine
from assistant.settings import settings
from tests.evals.ablated import Without
from tests.evals.ablation import Remembering
from tests.evals.all_sets import was_read
from tests.evals.rules import of_mark, of_need, rules
from tests.question_files import read_questions
from vectorstore.encoder.embedding import load_encoder
from vectorstore.store import Store

HEADINGS = ("does something", "asked again", "right", "needlessly", "superseded", "declined", "score")
SUMMED = ("correct", "needlessly declined", "superseded", "declined")
# What adds marks up, wherever it is called.
SCORING = tuple(f"assistant.choosing.{module}.score_of" for module in ("evidence", "gathering", "over"))


@dataclass
class Doings:
    """For which questions each rule does something."""

    questions: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    asked: int = -1  # the number of the question that is being asked

    def noted(self, named: Sequence[Without]) -> ExitStack:
        """Note what the rules do for as long as the context lasts."""
        with ExitStack() as stack:
            for rule in named:
                for name, stub in rule.replaced:
                    if callable(stub):
                        stack.enter_context(patch(name, self._noting(rule.name, resolve_name(name), stub)))
            unmet = resolve_name("assistant.declining.abstention.unmet")
            stack.enter_context(patch("assistant.declining.abstention.unmet", self._noting_needs(unmet)))
            for name in SCORING:
                stack.enter_context(patch(name, self._noting_marks(resolve_name(name))))
            return stack.pop_all()

    def _noting(self, rule: str, does: Callable[..., Any], stub: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*args: Any, **named: Any) -> Any:
            found = does(*args, **named)
            found = [*found] if isinstance(found, GeneratorType) else found
            if self.asked not in self.questions[rule] and _plain(found) != _plain(stub(*args)):
                self.questions[rule].add(self.asked)
            return found

        return noting

    def _noting_needs(self, unmet: Callable[..., tuple[str, ...]]) -> Callable[..., tuple[str, ...]]:
        def noting(*args: Any) -> tuple[str, ...]:
            lacks = unmet(*args)
            for words in lacks:
                self.questions[of_need(words)].add(self.asked)
            return lacks

        return noting

    def _noting_marks(self, score: Callable[[Marks], float]) -> Callable[[Marks], float]:
        def noting(marks: Marks) -> float:
            for mark in fields(marks):
                if getattr(marks, mark.name):
                    self.questions[of_mark(mark.name)].add(self.asked)
            return score(marks)

        return noting


def _plain(found: Any) -> Any:
    """Return what a rule gave, for comparison: nothing is nothing, a list is what is in it."""
    if isinstance(found, list | tuple):
        found = tuple(found)
    return found or None


class Asking:
    """Asks over one open home, and judges."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._published = {of.source: of.published for of in store.catalogue.facts().values()}

    def outcomes(self, lines: Sequence[QuestionLine], doings: Doings | None = None) -> Iterator[Outcome]:
        answering = Answering(self._store)
        for number, line in enumerate(lines):
            if doings:
                doings.asked = number
            answer = answering.answer(line.request)
            ids = list({citation.briefing_id for citation in answer.cited})
            texts = {id: of.text for id, of in self._store.catalogue.current(ids).items()}
            yield judge(line, answer, OnFile(texts, self._published))


def main(arguments: Sequence[str]) -> None:
    reader = argparse.ArgumentParser(prog="worth", description=__doc__.splitlines()[0])
    reader.add_argument("questions", nargs="*", type=Path)
    reader.add_argument("--to", type=Path, metavar="COUNTS.json")
    reader.add_argument("--only", default="", help="rules with this in their name alone")
    reader.add_argument("--most", type=int, default=300, help="questions asked again for a rule")
    reader.add_argument("--of", nargs="+", type=Path, metavar="COUNTS.json")
    given = reader.parse_args(arguments)
    if given.of:
        _print([json.loads(path.read_text("utf-8")) for path in given.of])
    else:
        _count(given.questions, [of for of in rules() if given.only in of.name], given.most, given.to)


def _count(paths: Sequence[Path], named: Sequence[Without], most: int, to: Path) -> None:
    home = settings().home
    judges = Remembering(load_reranker(home.models, home.threads))
    asked = [(line, was_read(path.name)) for path in paths for line in read_questions(path)]
    with (
        patch("assistant.steps.judging.load_reranker", lambda *_: judges),
        Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store,
    ):
        counts = {}
        for name, counted in worth(Asking(store), asked, named, most):
            counts[name] = counted
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(json.dumps(counts), "utf-8")
            print(f"{name}: {counted['does']} of {len(asked)}", flush=True)


def worth(
    asking: Asking, asked: Sequence[tuple[QuestionLine, bool]], named: Sequence[Without], most: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield of all questions, then of each rule, its name and what is counted of it.

    `asked` says of each question whether it was read.
    """
    lines, read = [line for line, _ in asked], [read for _, read in asked]
    doings = Doings()
    with doings.noted(named):
        before = [*asking.outcomes(lines, doings)]
    yield "all", _counted(before, before, read, len(before))
    for rule in named:
        does = sorted(doings.questions[rule.name])
        again = sorted(Random(0).sample(does, min(most, len(does))))
        with rule.made():
            without = [*asking.outcomes([lines[i] for i in again])]
        yield rule.name, _counted([before[i] for i in again], without, [read[i] for i in again], len(does))


def _counted(
    with_it: Sequence[Outcome], without: Sequence[Outcome], read: Sequence[bool], does: int
) -> dict[str, Any]:
    """Count verdicts with a rule and without it, of read questions and of others; those changed by id."""
    found: dict[str, Any] = {"does": does, "read": [], "unread": []}
    for one, other, of_read in zip(with_it, without, read, strict=True):
        told = one.id if of_read and one.verdict != other.verdict else ""
        found["read" if of_read else "unread"].append([one.verdict, other.verdict, told])
    return found


def _print(counted: Sequence[Mapping[str, Any]]) -> None:
    print(f"| rule, and over which questions | {' | '.join(HEADINGS)} |")
    print("|---" * (len(HEADINGS) + 1) + "|")
    for name in dict.fromkeys(name for of in counted for name in of):
        of_rule = [of[name] for of in counted if name in of]
        for kind in ("read", "unread"):
            print(f"| {name}, {kind} | {' | '.join(_cells(name, of_rule, kind))} |")


def _cells(name: str, of_rule: Sequence[Mapping[str, Any]], kind: str) -> list[str]:
    pairs = [pair for of in of_rule for pair in of[kind]]
    sums = {verdict: sum((a == verdict) - (b == verdict) for a, b, _ in pairs) for verdict in SUMMED}
    points = [SCORES.get(a, 0) - SCORES.get(b, 0) for a, b, _ in pairs]
    gained, lost = sum(p for p in points if p > 0), -sum(p for p in points if p < 0)
    does = sum(of["does"] for of in of_rule)
    return [
        str(does),
        str(len(pairs)),
        *(f"{sums[of]:+}" for of in SUMMED),
        f"{gained - lost:+} ({gained}, {lost})",
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
