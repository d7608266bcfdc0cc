"""Leave one part of answering out at a time, and tell what that costs.

    python -m tests.evals.ablation [--only WORD]... QUESTIONS.jsonl ...

`make ablation` runs it over the home that BRIEFINGS_HOME names; `--only` leaves out the parts that have the
word, or one of several, in their name, and no others. Prints a Markdown table. Every
version declines as many questions as the full system (the least sure ones), because most parts
move the scores that declining looks at, and a threshold that was not moved along would hide the
part's own worth. A difference is the full system's figure less that of the version without the
part: above 0 the part helps. In bold where 0 is outside of its 95 % interval.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from assistant.answering import Answering
from assistant.choosing.evidence import scored
from assistant.choosing.reranker import Judge, load_reranker
from assistant.declining import abstention
from assistant.evaluation.intervals import Difference
from assistant.evaluation.metrics import differences, measure
from assistant.evaluation.outcomes import Outcome
from assistant.settings import settings
from assistant.steps.judging import Judging
from assistant.steps.searching import Searching
from assistant.steps.work import Work
from tests.evals.ablated import versions
from tests.evals.undeclined import answer_all, with_declined
from tests.question_files import read_questions
from vectorstore.encoder.embedding import load_encoder
from vectorstore.store import Store


class Remembering:
    """Judges a sentence once: most versions have the same ones judged."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._known: dict[tuple[str, str], float] = {}

    def log_odds(self, question: str, sentences: Sequence[str]) -> list[float]:
        new = [of for of in dict.fromkeys(sentences) if (question, of) not in self._known]
        for of, found in zip(new, self._judge.log_odds(question, new) if new else [], strict=True):
            self._known[question, of] = found
        return [self._known[question, of] for of in sentences]


class Found:
    """Keeps what was found and read for a question: most versions differ in what they make of that."""

    def __init__(self) -> None:
        self._search, self._read = Searching.by_words, Judging.read
        self._found: dict[object, Work] = {}

    def kept(self) -> AbstractContextManager[ExitStack]:
        """Search and read each question once for as long as the context lasts; weights may change."""
        with ExitStack() as stack:
            stack.enter_context(patch.object(Searching, "by_words", lambda *of: self._searched(*of)))
            stack.enter_context(patch.object(Judging, "read", lambda *of: self._scored(*of)))
            return stack.pop_all()

    def _searched(self, searching: Searching, work: Work) -> Work:
        key = work.question, work.filters
        if key not in self._found:
            self._found[key] = self._search(searching, work)
        return replace(work, hits=self._found[key].hits, shown=0)

    def _scored(self, judging: Judging, work: Work) -> Work:
        key = work.question, tuple(hit.passage.id for hit in work.hits)
        if key not in self._found:
            self._found[key] = self._read(judging, work)
        found = self._found[key]
        return replace(work, parts=found.parts, briefings=found.briefings, read=tuple(scored(found.read)))


def main(paths: Sequence[str], only: Sequence[str]) -> None:
    home = settings().home
    lines = [line for path in paths for line in read_questions(Path(path))]
    judge = Remembering(load_reranker(home.models, home.threads))
    with (
        patch("assistant.steps.judging.load_reranker", lambda *_: judge),
        Store.open(home, load_encoder(home.encoder, home.models, home.threads)) as store,
    ):
        known = Found()  # not the answers: each version has its own briefings at hand
        with known.kept():
            found = answer_all(store, Answering(store), lines)
        declined = sum(of.would_decline for of in found)
        full = with_declined(found, declined)
        answerable = sum(line.answerable is True for line in lines)
        print(f"{len(lines)} questions, {answerable} answerable; every version declines {declined}.\n")
        print("| without | correct | declined | needlessly | score | success@5 ", end="")
        print("| full less this: correct | full less this: score |")
        print("|---|---|---|---|---|---|---|---|")
        _print_row("nothing (the full system)", full)
        for without in (of for of in versions() if any(word in of.name for word in only or [""])):
            with nullcontext() if without.finds else known.kept(), without.made():
                outcomes = with_declined(answer_all(store, Answering(store), lines), declined)
            _print_row(without.name, outcomes, full)
    _print_row("declining: all rules", with_declined(found, declined, rule=False), full)
    for name in abstention.WEIGHTS:
        with patch.dict(abstention.WEIGHTS, {name: 0.0}):
            outcomes = with_declined(found, declined)
        _print_row(f"declining: {name}", outcomes, full)
    with patch.dict(abstention.WEIGHTS, dict.fromkeys(abstention.WEIGHTS, 0.0)):
        _print_row("declining: all signals, by rule alone", with_declined(found, 0), full)
    _print_row("declining, altogether", with_declined(found, 0, rule=False), full)


def _print_row(name: str, outcomes: Sequence[Outcome], full: Sequence[Outcome] = ()) -> None:
    figures = measure(outcomes)
    told = ("correct", "declined", "needlessly_declined", "score", "success@5")
    cells = [f"{figures[metric].value or 0.0:.3f}" for metric in told]
    if full:
        found = differences(full, outcomes)
        cells += [_difference(found[metric]) for metric in ("correct", "score")]
    else:
        cells += ["", ""]
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def _difference(of: Difference) -> str:
    value = f"{of.value:+.3f}"
    return f"{f'**{value}**' if of.clear else value} ({of.interval.low:+.3f} to {of.interval.high:+.3f})"


if __name__ == "__main__":
    reader = ArgumentParser(prog="ablation")
    reader.add_argument("--only", action="append", help="leave out the parts with this word in their name")
    reader.add_argument("questions", nargs="+")
    given = reader.parse_args()
    main(given.questions, given.only or [])
