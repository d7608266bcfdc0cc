"""How alike texts are in meaning, by the home's encoder: cosines of their vectors."""

import hashlib
from collections.abc import Sequence

from vectorstore.encoder.embedding import Encoder, Vectors

CHARACTERS = 200  # of a sentence; what a clause of an order says last is a citation
REMEMBERED = 8_000  # vectors kept in memory: 12 MB
# What the reranker says on average of a sentence with a cosine of 0 to the question, and what more at 1: by a
# line through the sentences found for the questions tuned on (tests/evals/LOG.md).
AT_0, MORE_AT_1 = -6.0, 7.9


class SentenceVectors:
    """Embeds sentences and remembers their vectors: neighbouring questions read the same passages.

    They are known by their digests: a sentence of a briefing that is removed stays nowhere.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[bytes, Vectors] = {}

    def of(self, texts: Sequence[str]) -> list[Vectors]:
        """Return one vector a text, each of shape (dimension,)."""
        known = self._known
        by_digest = {text: hashlib.sha256(text.encode()).digest() for text in texts}
        missing = [text for text, digest in by_digest.items() if digest not in known]
        if missing:
            if len(known) + len(missing) > REMEMBERED:
                known = self._known = {}
                missing = list(by_digest)
            for text, vector in zip(missing, self._encoder.encode(missing), strict=True):
                known[by_digest[text]] = vector
        return [known[by_digest[text]] for text in texts]

    def similarity(self, a: str, b: str) -> float:
        """Return the cosine of two texts."""
        one, other = self.of([a, b])
        return float(one @ other)

    def highest(self, text: str, others: Sequence[str]) -> float:
        """Return the highest cosine of a text to others, of which the beginning is read; 0 without any."""
        query, *rest = self.of([text, *(other[:CHARACTERS] for other in others)])
        return max((float(query @ vector) for vector in rest), default=0.0)

    def log_odds(self, question: str, sentences: Sequence[str]) -> list[float]:
        """Judge sentences in the reranker's stead, where an encoder for other languages was chosen."""
        query, *said = self.of([question, *sentences])
        return [AT_0 + MORE_AT_1 * float(query @ vector) for vector in said]
