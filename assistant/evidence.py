"""Choose the sentences good enough to be evidence: score every sentence of the passages found.

A sentence is scored by how much of the question it covers (each concept weighted by how rare
it is on file), how similar it is in meaning, how well its passage was found, and whether it
holds the type of answer that is asked for. How an answer is made of them: `assistant.extractive`.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.details import holds_detail
from assistant.periods import Period, periods_in
from assistant.question import Concept, Question
from assistant.wording import Terms
from ingest.parties import find_parties
from vectorstore.analysis import analyse
from vectorstore.briefing import Sentence
from vectorstore.embedding import Encoder, Vectors
from vectorstore.search import Hit

# Weights of a sentence's score: tuned by hand on the dev questions, see tests/evals/LOG.md.
COVERAGE, SIMILARITY, PASSAGE, DETAIL = 0.40, 0.20, 0.35, 0.15
RECENT, LESS_RECENT = 0.20, 0.10  # for the newest of the passages read: the latest asked for, or no period
PASSAGES_READ = 12  # of the passages found; the best sentence of a right briefing is rarely further down
SENTENCES_EMBEDDED = 9  # those that the other signals put first; 16 found no more, at twice the time
WITHIN_REACH = 0.2  # behind the first by more, similarity would hardly bring a sentence into the answer
CHARACTERS_EMBEDDED = 200  # of a sentence with its lead-in; what a clause of an order says last is a citation
OTHER_WORDING = 0.9  # of a concept's weight, when another wording of it is found
NEAR, HEADING, TITLE, ELSEWHERE = 0.75, 0.7, 0.6, 0.4  # of a concept's weight, by where it is found
SHORTEST = 4  # words; a shorter sentence says nothing on its own
REMEMBERED = 20_000  # sentence vectors kept in memory: 30 MB


@dataclass(frozen=True, slots=True)
class Weighed:
    """A concept, party or period of the question and how much it counts."""

    name: str
    weight: float
    concept: Concept | None = None
    party: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may be quoted, and why."""

    hit: Hit
    sentence: Sentence
    quote: str
    lead: str
    score: float
    covered: tuple[float, ...]  # for each weighed part of the question, 0 to 1
    similarity: float = 0.0  # cosine to the question
    detail: bool = False

    @property
    def words(self) -> int:
        return len(self.quote.split()) + len(self.lead.split())


class SentenceVectors:
    """Embeds sentences and remembers them: neighbouring questions read the same passages."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def of(self, texts: Sequence[str]) -> list[Vectors]:
        """Return one vector a text, each of shape (dimension,)."""
        known = self._known
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            if len(known) + len(missing) > REMEMBERED:
                known = self._known = {}
                missing = list(dict.fromkeys(texts))
            for text, vector in zip(missing, self._encoder.encode(missing), strict=True):
                known[text] = vector
        return [known[text] for text in texts]


def weigh(
    question: Question,
    frequency: Callable[[Sequence[str]], Mapping[str, int]],
    passages: int,
    party_share: Mapping[str, float],
) -> list[Weighed]:
    """Weigh the parts of a question by rarity: ln(passages / passages with it), 0 for what is everywhere."""
    asked = question.concepts
    terms = {term for concept in asked for form in (concept.terms, *concept.others) for term in form}
    df = frequency(sorted(terms))
    parts = []
    for concept in asked:
        forms = [min(df.get(term, 0) for term in form) for form in (concept.terms, *concept.others) if form]
        count = min(passages, max(df_of for df_of in forms)) if forms else 0
        weight = math.log((passages + 1) / (count + 1))
        parts.append(
            Weighed(" ".join(concept.terms), weight * (0.5 if concept.context else 1.0), concept=concept)
        )
    for party in question.parties:
        share = party_share.get(party, 0.0)
        parts.append(Weighed(party, math.log(1 / max(share, 1e-3)) + 0.3, party=party))
    for period in question.periods:
        parts.append(Weighed(question.standalone[period.start : period.end], 1.5, period=period))
    return parts


def gather(
    question: Question,
    hits: Sequence[Hit],
    parts: Sequence[Weighed],
    vectors: SentenceVectors,
    texts: Mapping[str, str],
) -> list[Evidence]:
    """Score the sentences of the best passages, best first. `texts`: briefing id -> its text."""
    total = sum(part.weight for part in parts) or 1.0
    top = max((hit.score for hit in hits), default=1.0) or 1.0
    newest = _recency(hits[:PASSAGES_READ])
    found: list[Evidence] = []
    for hit in hits[:PASSAGES_READ]:
        text = texts.get(hit.facts.id)
        if text is None:  # replaced or removed while this question was being answered
            continue
        around = _Context(hit, text)
        for number, sentence in enumerate(hit.passage.sentences):
            quote = text[sentence.start : sentence.end]
            if len(quote.split()) < SHORTEST and sentence.kind == "prose":
                continue
            lead = text[sentence.lead[0] : sentence.lead[1]] if sentence.lead else ""
            covered = tuple(around.covers(part, number, f"{lead} {quote}") for part in parts)
            detail = holds_detail(question.details, quote, sentence.kind)
            recency = 0.0 if question.periods else newest.get(hit.facts.published, 0.0)
            score = (
                COVERAGE * sum(c * part.weight for c, part in zip(covered, parts, strict=True)) / total
                + PASSAGE * hit.score / top
                + DETAIL * detail
                + (RECENT if question.latest else LESS_RECENT) * recency
            )
            found.append(Evidence(hit, sentence, quote, lead, score, covered, detail=detail))
    found.sort(key=lambda e: (-e.score, e.hit.passage.id, e.sentence.start))
    if not found:
        return []
    found = [e for e in found[:SENTENCES_EMBEDDED] if e.score > found[0].score - WITHIN_REACH]
    query, *rest = vectors.of(
        [question.standalone, *(f"{e.lead} {e.quote}".strip()[:CHARACTERS_EMBEDDED] for e in found)]
    )
    scored = [
        replace(e, similarity=float(query @ vector), score=e.score + SIMILARITY * float(query @ vector))
        for e, vector in zip(found, rest, strict=True)
    ]
    return sorted(scored, key=lambda e: (-e.score, e.hit.passage.id, e.sentence.start))


def _recency(hits: Sequence[Hit]) -> dict[date | None, float]:
    """Rank the dates of the passages read: 1 for the newest, 0 for the oldest."""
    days = sorted({hit.facts.published for hit in hits if hit.facts.published})
    return {day: number / max(1, len(days) - 1) for number, day in enumerate(days)}


class _Context:
    """What a passage says around each of its sentences, analysed once."""

    def __init__(self, hit: Hit, text: str) -> None:
        self._title = _Words.of(hit.facts.title)
        self._heading = _Words.of(hit.passage.heading)
        self._passage = _Words.of(hit.passage.text)
        self._near = [
            _Words.of(" ".join(text[s.start : s.end] for s in hit.passage.sentences[max(0, i - 1) : i + 2]))
            for i in range(len(hit.passage.sentences))
        ]
        self._facts = hit.facts
        self._published = hit.facts.published

    def covers(self, part: Weighed, number: int, sentence: str) -> float:
        levels = (
            (1.0, _Words.of(sentence)),
            (NEAR, self._near[number]),
            (HEADING, self._heading),
            (TITLE, self._title),
            (ELSEWHERE, self._passage),
        )
        best = 0.0
        for level, words in levels:
            if level <= best:
                break
            best = max(best, level * words.has(part, self._published))
        if part.party and best < ELSEWHERE and part.party in self._facts.parties:
            best = ELSEWHERE
        if (
            part.period
            and best < TITLE
            and self._facts.published
            and part.period.holds(self._facts.published)
        ):
            best = TITLE
        return best


@dataclass(frozen=True, slots=True)
class _Words:
    """A text as the words, parties and periods in it."""

    sequence: tuple[str, ...]
    words: frozenset[str]
    text: str

    @staticmethod
    @lru_cache(maxsize=4096)
    def of(text: str) -> "_Words":
        sequence = tuple(analyse(text))
        return _Words(sequence, frozenset(sequence), text)

    def has(self, part: Weighed, published: date | None) -> float:
        if part.concept:
            if self._holds(part.concept.terms):
                return 1.0
            return OTHER_WORDING if any(self._holds(form) for form in part.concept.others) else 0.0
        if part.party:
            return float(part.party in parties_in(self.text))
        if part.period:
            found = _periods(self.text, published)
            return float(any(part.period.overlaps(p) and _as_fine(p, part.period) for p in found))
        return 0.0

    def _holds(self, form: Terms) -> bool:
        if len(form) == 1:
            return form[0] in self.words
        if not form or not self.words.issuperset(form):
            return False
        return any(self.sequence[i : i + len(form)] == form for i in range(len(self.sequence)))


@lru_cache(maxsize=8192)
def parties_in(text: str) -> frozenset[str]:
    """Return the codes of the parties that a text names."""
    return frozenset(mention.code for mention in find_parties(text))


@lru_cache(maxsize=4096)
def _periods(text: str, published: date | None) -> tuple[Period, ...]:
    """Read the periods of a text; a day without a year is near the day it was published."""
    return tuple(periods_in(text, published)) if re.search(r"\d", text) else ()


def _as_fine(found: Period, asked: Period) -> bool:
    """Say whether the period found is not much wider than the one asked: "2025" is not "June 2025"."""
    return (found.last - found.first).days <= max(31, 2 * (asked.last - asked.first).days)
