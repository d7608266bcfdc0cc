"""Leave one part of answering out at a time, and tell what that costs.

    python -m tests.evals.ablation [--only WORD]... QUESTIONS.jsonl ...

`make ablation` runs it over the home that BRIEFINGS_HOME names; `--only` leaves out the parts that have the
word, or one of several, in their name, and no others. Prints a Markdown table. Every
version declines as many questions as the full system (the least sure ones), because most parts
move the scores that declining looks at, and a threshold that was not moved along would hide the
part's own worth. A difference is the full system's figure less that of the version without the
part: above 0 the part helps. In bold where 0 is outside of its 95 % interval.
"""

import re
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from assistant.answering import Answering
from assistant.choosing.evidence import WEIGHTS, Marks, scored
from assistant.choosing.reranker import Judge, load_reranker
from assistant.choosing.selecting import NEAR_ENOUGH
from assistant.declining import abstention
from assistant.evaluation.intervals import Difference
from assistant.evaluation.metrics import differences, measure
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.questions import read_questions
from assistant.settings import settings
from assistant.steps.judging import Judging
from assistant.steps.searching import Searching
from assistant.steps.work import Work
from tests.evals.undeclined import answer_all, with_declined
from vectorstore.encoder.embedding import load_encoder
from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class Without:
    """A version of answering without one part: other values in place, by dotted name.

    `finds` says that it may find other passages, or read them otherwise, than the full system.
    """

    name: str
    replaced: tuple[tuple[str, Any], ...]
    finds: bool = False

    def made(self) -> AbstractContextManager[ExitStack]:
        """Put the values in place for as long as the context lasts; AttributeError for an unknown name."""
        with ExitStack() as stack:
            for name, value in self.replaced:
                stack.enter_context(patch(name, value))
            return stack.pop_all()


def _no_meanings(_self: Judging, parts: Sequence[object], _among: object) -> list[dict[str, float]]:
    return [{} for _ in parts]


def _nobody(*_: object) -> None:
    return None


def versions() -> Iterator[Without]:
    for name, *replaced in (
        ("search: keyword leg", ("vectorstore.search.KEYWORD_WEIGHT", 0.0)),
        ("search: dense leg", ("vectorstore.search.KEYWORD_WEIGHT", 1.0)),
        (
            "search: other wordings and party names",
            ("assistant.asking.question._other_wordings", lambda *_: ""),
        ),
        (
            "search: recency",
            ("assistant.choosing.preferring.RECENCY_LATEST", 0.0),
            ("assistant.choosing.preferring.RECENCY_UNSTATED", 0.0),
        ),
        ("search: preference for the parties", ("assistant.choosing.preferring.PARTY_WEIGHT", 0.0)),
        ("search: preference for the goods", ("assistant.choosing.preferring.GOODS_WEIGHT", 0.0)),
        ("search: preference for who speaks", ("assistant.choosing.preferring.SPEAKER_WEIGHT", 0.0)),
        (
            "who speaks",
            *(
                (f"assistant.{of}.whose_words", _nobody)
                for of in ("choosing.preferring", "choosing.gathering", "declining.abstention")
            ),
        ),
        ("who says I", ("assistant.choosing.gathering.of_whom", _nobody)),
        ("names in small letters", ("assistant.asking.spelling.with_names", lambda text, _: text)),
        ("table of other wordings, everywhere", ("assistant.asking.concepts.wordings", lambda _: {})),
        ("words near in meaning", ("assistant.steps.judging.Judging._meanings", _no_meanings)),
    ):
        yield Without(name, tuple(replaced), finds=True)
    for mark in fields(Marks):
        yield Without(
            f"mark: {mark.name}",
            (("assistant.choosing.evidence.WEIGHTS", replace(WEIGHTS, **{mark.name: 0.0})),),
        )
    yield Without("choice: novelty", (("assistant.choosing.selecting.NOVELTY", 0.0),))
    yield Without("choice: repetition", (("assistant.choosing.selecting.REPETITION", 0.0),))
    yield Without(
        "choice: same briefing, same day",
        tuple(
            (f"assistant.choosing.selecting.{name}", 0.0) for name in ("NEXT", "SAME_BRIEFING", "SAME_DAY")
        ),
    )
    yield Without("choice: cost of length", (("assistant.choosing.selecting.LONG_COSTS", 0.0),))
    yield Without(
        "choice: a stricter limit from the third on", (("assistant.choosing.selecting.CUT_OFF", NEAR_ENOUGH),)
    )
    yield Without(
        "choice: revised figures",
        (("assistant.superseding.standing.as_revised", lambda _, evidence: evidence),),
    )
    yield Without(
        "choice: told anew", (("assistant.steps.judging.as_told_last", lambda _, evidence, __: evidence),)
    )
    yield Without(
        "choice: the newest of what tells it about as well",
        (("assistant.answering.held_now", lambda _, evidence: evidence),),
    )
    yield Without(
        "choice: figures as counted",
        (("assistant.steps.judging.counted_whole", lambda _, evidence, __: evidence),),
    )
    yield Without(
        "choice: the newest figure counted",
        (("assistant.superseding.counted_whole._newest_first", lambda evidence, _: evidence),),
    )
    yield Without(
        "choice: what was put off",
        (("assistant.answering.postponed_first", lambda _, evidence, __: tuple(evidence)),),
    )
    yield Without(
        "choice: a party's own rate",
        (("assistant.answering.asked_rate_first", lambda _, evidence, __: tuple(evidence)),),
    )
    yield Without(
        "latest: what an order does, not its grounds",
        (("assistant.kinds.latest.what_is_done", lambda _, lead, __: lead),),
    )
    yield Without(
        "choice: the newest forecast",
        (
            (
                "assistant.superseding.counted_whole._newest_forecast_first",
                lambda _, evidence, *__: evidence,
            ),
        ),
    )
    yield Without(
        "choice: a sentence for each thing asked for",
        tuple(
            (f"assistant.choosing.{module}.requests_in", lambda _: ()) for module in ("selecting", "evidence")
        ),
    )
    yield Without(
        "choice: another figure is no repetition", (("assistant.choosing.selecting.ANOTHER_FIGURE", 1.0),)
    )
    yield Without(
        "choice: sentences that name what they speak of",
        (("assistant.choosing.selecting.names_itself", lambda _: False),),
    )
    yield Without(
        "marks: a period's figure before those of its parts", (("assistant.choosing.reach.OF_A_PART", 1.0),)
    )
    yield Without(
        "choice: what a conclusion is drawn from",
        (("assistant.choosing.selecting._CONCLUDES", re.compile(r"(?!)")),),
    )
    yield Without(
        "a rate under a measure told by its title",
        (
            ("assistant.steps.searching.asks_charged_under", _nobody),
            ("assistant.answering.asks_charged_under", _nobody),
        ),
    )
    yield Without("follow-ups: the newest day", (("assistant.steps.best_reading.looks_ahead", _nobody),))
    yield Without(
        "follow-ups: the briefings at hand, where it may be one",
        (("assistant.steps.understanding.Understanding._at_hand", _nobody),),
    )
    yield Without("follow-ups: back to an earlier one", (("assistant.asking.followup.goes_back", _nobody),))
    yield Without(
        "follow-ups: another party for the first of two",
        (("assistant.steps.understanding.of_the_other_side", _nobody),),
    )
    yield Without(
        "status: what was dealt, no counts",
        (("assistant.kinds.latest._on_dealings", lambda _, leads: leads),),
    )
    yield Without("words of promising", (("assistant.asking.parts.PLEDGED", 1.0),))
    yield Without("what a later act ended", (("assistant.answering.asks_what_holds", lambda _: False),))
    yield Without(
        "what a same-day act announces",
        (("assistant.superseding.announced.Announced.of", lambda *_: frozenset()),),
    )
    yield Without(
        "what a term means",
        (
            ("assistant.steps.understanding.term_asked", _nobody),
            ("assistant.steps.searching.find_meaning", _nobody),
            ("assistant.answering.term_asked", _nobody),
        ),
    )
    yield Without("why it went that way", (("assistant.choosing.gathering.move_asked", _nobody),))
    yield Without(
        "acts found by their grounds", (("assistant.steps.still_held.briefings_on", lambda *_: []),)
    )
    yield Without("a measure's last day", (("assistant.steps.still_held.last_day_told", lambda *_: []),))
    yield Without(
        "declining: a measure untold", (("assistant.declining.abstention.measure_missing", _nobody),)
    )
    yield Without(
        "declining: what no sentence tells", (("assistant.declining.abstention.unmet", lambda *_: ()),)
    )
    yield Without(
        "declining: verbs only possible", (("assistant.declining.unmet.never_done", lambda *_: None),)
    )
    yield Without(
        "declining: figures of the period",
        (("assistant.declining.abstention.figure_untold", lambda *_: None),),
    )
    yield Without(
        "declining: names", (("assistant.declining.abstention.names_missing", lambda *_: iter(())),)
    )
    yield Without(
        "declining: all of what is asked for and untold",
        (("assistant.declining.abstention._lacks", lambda *_: ()),),
    )
    yield Without(
        "what a newer sentence replaces",
        (("assistant.steps.judging.standing", lambda _, evidence, __: evidence),),
    )


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
