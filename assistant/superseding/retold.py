"""Tell with its newest figures what is told again and again in nearly the same words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.selecting import said_words
from vectorstore.briefing import Sentence

_UNITED_STATES = re.compile(r"\bUnited States\b")
_OF_THE_DAY = frozenset(("today", "yesterday", "tomorrow", "also", "recently"))  # not of what is told
HELD = 0.75  # how far a part of the question is reached from which on a sentence tells of it
SAME_WORDS, FEWEST = 0.8, 5  # share of the shorter one's words, figures aside, and how many at least


def as_told_last(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> list[Evidence]:
    """Put the newest of sentences in nearly the same words in the place of each: its figures hold.

    `evidence` is scored, best first, and so is what comes back; the newest may be any that was `read`.
    What is asked about a period is told as it was then.
    """
    if question.periods:
        return list(evidence)
    told = [(e, day, _words(e)) for e in read if (day := e.hit.facts.published)]
    placed: dict[tuple[str, Sentence], Evidence] = {}
    for older in evidence:
        day, words = older.hit.facts.published, _words(older)
        anew = [
            (later, e)
            for e, later, others in told
            if day and day < later and _tells_anew(others, words) and _reaches_as_far(e, older)
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


def _reaches_as_far(newer: Evidence, older: Evidence) -> bool:
    return all(a.held >= b.held or b.held < HELD for a, b in zip(newer.reached, older.reached, strict=True))
