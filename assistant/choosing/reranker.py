"""Judge how likely a sentence answers a question: a cross-encoder, which reads the two together.

A sentence encoder turns each text into one vector by itself, so that "who signed" and "who would sign"
look alike; this model sees both at once. It was trained on questions over public and over made-up documents
(`tests/evals/reranker/`). It knows nothing of dates, parties or measures: what is current is
`assistant.choosing.evidence`'s.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from assistant.choosing.cross_encoder import CrossEncoder, load_cross_encoder
from vectorstore.facts import BriefingFacts
from vectorstore.patterns import pattern

WEIGHTS = Path(__file__).with_name("reranker.safetensors")
QUESTION_PIECES, SENTENCE_PIECES = 40, 124  # word pieces read of each; training cut there, too
TITLE_CHARACTERS, SENTENCE_CHARACTERS = 90, 400
HEADING_CHARACTERS, BEFORE_CHARACTERS = 60, 120  # of the heading's beginning, of the sentence before its end

_ADDRESS = pattern(r"\]\([^)]*\)")
_MARKS = pattern(r"[\[*_|]+")


class Judge(Protocol):
    """What says how likely sentences answer a question."""

    def log_odds(self, question: str, sentences: Sequence[str], /) -> list[float]:
        """Say of each of `sentences`, as `presented`, how likely it answers: 0 is as likely as not."""


def presented(facts: BriefingFacts, said: str, heading: str = "", before: str = "") -> str:
    """Return a sentence as the model reads it, without markup.

    It stands behind its briefing's title and month, and before the heading that it is under and the sentence
    `before` it, on which "it" and "in return" lean.
    """
    month = f" {facts.published:%Y-%m}" if facts.published else ""
    read = f"{facts.title[:TITLE_CHARACTERS]}{month}: {without_markup(said)[:SENTENCE_CHARACTERS]}"
    around = (without_markup(heading)[:HEADING_CHARACTERS], without_markup(before)[-BEFORE_CHARACTERS:])
    return f"{read} [{'; '.join(filter(None, around))}]" if any(around) else read


def without_markup(text: str) -> str:
    """Return the words of a Markdown text.

    >>> without_markup("It is **10** | percent, see [the order](https://example.org/a).")
    'It is 10 percent, see the order.'
    """
    return " ".join(_MARKS.sub(" ", _ADDRESS.sub("", text)).split())


def load_reranker(models: Path, threads: int = 0) -> CrossEncoder:
    """Load the reranker; the first time, convert it into a folder of `models`."""
    return load_cross_encoder(WEIGHTS, QUESTION_PIECES, SENTENCE_PIECES, models, threads)
