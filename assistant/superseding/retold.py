"""Tell with its newest figures what is told again and again in nearly the same words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.selecting import said_words
from assistant.reading.counted import expects
from ingest.text.months import MONTH
from vectorstore.briefing import Sentence
from vectorstore.patterns import pattern

_UNITED_STATES = pattern(r"\bUnited States\b")
_OF_THE_DAY = frozenset(("today", "yesterday", "tomorrow", "also", "recently"))  # not of what is told
_DIGIT = pattern(r"\d")
_DATED = pattern(rf"\([^)]*\)|\b{MONTH}(?![a-z])|[\d/.–-]+", re.I)
_NEW = pattern(r"\b(?:new|revised|updated|latest|current)\b", re.I)
HELD = 0.75  # how far a part of the question is reached from which on a sentence tells of it
SAME_WORDS, FEWEST = 0.8, 5  # share of the shorter one's words, figures aside, and how many at least


def as_told_last(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> list[Evidence]:
    """Put the newest of sentences in nearly the same words in the place of each: its figures hold.

    `evidence` is scored, best first, and so is what comes back; the newest may be any that was `read`.
    What is asked about a period is told as it was then, all but what was forecast of it.
    """
    if question.periods and not expects(question.asked):
        return list(evidence)
    told = [(e, day, _words(e)) for e in read if (day := e.hit.facts.published)]
    placed: dict[tuple[str, Sentence], Evidence] = {}
    for older in evidence:
        day, words = older.hit.facts.published, _words(older)
        anew = [
            (later, e)
            for e, later, others in told
            if day
            and day < later
            and _reaches_as_far(e, older)
            and (_is_of_a_newer_issue(e, older) or (not question.periods and _tells_anew(others, words)))
        ]
        newest = max(anew, key=lambda of: of[0])[1] if anew else older
        marks = replace(newest.marks, answers=older.marks.answers)  # what is not `evidence` was not judged
        placed.setdefault(
            (newest.hit.passage.id, newest.sentence), replace(newest, score=older.score, marks=marks)
        )
    return list(placed.values())


def _words(e: Evidence) -> frozenset[str]:
    """Return the words that say what a sentence is about, without its figures."""
    words = said_words(_UNITED_STATES.sub("U.S.", e.quote))
    return frozenset(word for word in words if not word[0].isdigit()) - _OF_THE_DAY


def _tells_anew(newer: frozenset[str], older: frozenset[str]) -> bool:
    shared = len(newer & older)
    return shared >= FEWEST and shared >= SAME_WORDS * min(len(newer), len(older))


def _is_of_a_newer_issue(e: Evidence, older: Evidence) -> bool:
    """Whether two rows are one of a table that each issue prints anew: of one name, under the same heads."""
    if not e.sentence.kind == older.sentence.kind == "row" or not e.lead:
        return False
    under = _series(e.hit.passage.heading)
    series = under or _series(e.hit.facts.title) == _series(older.hit.facts.title)
    one_table = series and under == _series(older.hit.passage.heading)
    of_then = e.marks.period >= older.marks.period
    return bool(one_table) and of_then and _head(e) == _head(older) and _of_what(e) == _of_what(older)


def _series(title: str) -> str:
    """Return a title without number, day and what stands in brackets: "(revised)"."""
    return " ".join(_DATED.sub(" ", title).casefold().split())


def _head(e: Evidence) -> tuple[str, ...]:
    """Return the heads of a row up to that of its first figure, without days, months and what is new."""
    heads = [_series(_NEW.sub(" ", head)) for head in e.lead.split("|")]
    figure = next((at for at, cell in enumerate(e.quote.split("|")) if _DIGIT.search(cell)), len(heads))
    return tuple(heads[: figure + 1])


def _of_what(e: Evidence) -> tuple[str, ...]:
    """Return what a row names before its first figure."""
    cells = [cell.strip().casefold() for cell in e.quote.split("|")]
    return tuple(takewhile(lambda cell: not _DIGIT.search(cell), cells))


def _reaches_as_far(newer: Evidence, older: Evidence) -> bool:
    return all(a.held >= b.held or b.held < HELD for a, b in zip(newer.reached, older.reached, strict=True))
