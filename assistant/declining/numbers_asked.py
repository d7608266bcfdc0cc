"""Find which one of a series a question is on and no sentence of its answer is: the fourth round.

What is told of another round is as near in words. A sentence that names no number is of the one that what it
stands in names: its passage, its title, its briefing.
"""

from collections.abc import Mapping, Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.of_number import FIRST, is_on, numbers_asked
from assistant.reading.numbered import Numbered, in_words, names


def number_missing(question: Question, chosen: Sequence[Evidence], texts: Mapping[str, str]) -> str | None:
    """Return in words which one of a series is asked about, where no sentence chosen is on it.

    `texts` are the briefings, by id.
    """
    asked = numbers_asked(question)
    if any(_is_on(of, e, texts.get(e.hit.facts.id, "")) for of in asked for e in chosen):
        return None
    return in_words(asked[0]) if asked else None


def _is_on(numbered: Numbered, e: Evidence, text: str) -> bool:
    """Whether a sentence is on one of a series, by what it stands in or else by its briefing."""
    named = is_on(numbered, e)
    if named is None:
        named = names(numbered, text)
    return numbered.number == FIRST if named is None else named
