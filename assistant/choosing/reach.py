"""Say how far a sentence reaches each part of a question: by itself, and with what stands around it.

A subject word is reached by itself in any form, by another wording of it, or by a word that is
near it in meaning; a party by any of its names; a period by days that fall into it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern

from assistant.asking.concepts import Concept
from assistant.asking.parts import Weighed
from assistant.asking.publishers import names_publisher
from assistant.reading.home import home_in, home_of
from assistant.reading.initials import spells_out
from assistant.reading.periods import Period
from assistant.reading.periods_told import A_YEAR, days_in, is_most_of, periods_told
from assistant.reading.turns import question_before
from assistant.reading.wording import Terms
from ingest.text.parties import parties_in
from vectorstore.hit import Hit
from vectorstore.indexes.analysis import analyse
from vectorstore.indexes.vocabulary import words_of

OTHER_WORDING = 0.9  # of a part, when another wording of it is found
OF_A_PART = 0.6  # of a period whose figure is asked for, when a part of it alone is named
NEAR, HEADING, TITLE, ELSEWHERE = 0.75, 0.7, 0.6, 0.4  # of a part, by where it is found
# Cosine of two words, from where they begin to mean the same to where they do: of unrelated words it is
# under .4 ("cod" and "salmon" .40), "booze" and "alcohol" have .70, "plane" and "aircraft" .84.
UNRELATED, SAME = 0.4, 0.8

Meaning = Mapping[str, float]  # word on file -> its cosine to a word of the question


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one part of the question is reached, 0 to 1.

    `exact` counts the word in any form or wording, wherever around the sentence it stands; `held`
    counts the sentence alone, near words too; `around` counts all of it.
    """

    exact: float
    held: float
    around: float


class Surroundings:
    """What a passage says in each of its sentences and around them, analysed once."""

    def __init__(self, hit: Hit, text: str) -> None:
        self._facts = hit.facts
        self._title = Words.of(hit.facts.title)
        self._heading = Words.of(hit.passage.heading)
        self._passage = Words.of(hit.passage.text)
        sentences = hit.passage.sentences
        self._bare = [Words.of(text[s.start : s.end]) for s in sentences]
        self._own = self._bare  # the same behind the lead-in, which most passages have none of
        if any(s.lead for s in sentences):
            leads = [text[slice(*s.lead)] if s.lead else "" for s in sentences]
            self._own = [Words.of(f"{a} {b.text}".strip()) for a, b in zip(leads, self._bare, strict=True)]
        self._asked = [Words.of(question_before(text, s.start)) for s in sentences]  # what these answer
        said = [*self._own, *self._asked]
        self._words = frozenset[str]().union(*(words.words for words in said))
        self._written = frozenset[str]().union(*(words_of(words.text) for words in said))

    @property
    def parties(self) -> frozenset[str]:
        """The parties that the title or the heading names."""
        return parties_in(self._title.text) | parties_in(self._heading.text)

    def home_in(self, said: str) -> frozenset[str]:
        """The party of the publisher, where a sentence leaves open which country does what it tells."""
        return home_in(self._facts.publisher, said, self._heading.text)

    def in_title(self, part: Weighed) -> float:
        """Say whether the title holds a part: 1, OTHER_WORDING or 0."""
        return self._title.has(part, self._facts.published)

    def reached(self, part: Weighed, meaning: Meaning) -> list[Reach]:
        """Say how far each sentence of the passage reaches a part."""
        published = self._facts.published
        apart = self._apart(part)
        above = max(self._heading.nearness(meaning), self._title.nearness(meaning))
        here = {word: meaning[word] for word in meaning.keys() & self._written}  # few of the words on file
        if part.concept and not here and not self._may_hold(part.concept):
            return [Reach(apart, 0.0, max(apart, NEAR * above))] * len(self._own)
        itself = [words.has(part, published) for words in self._own]
        bare = itself if self._bare is self._own else [words.has(part, published) for words in self._bare]
        near = _with_neighbours(bare)
        asked = [HEADING * bool(words.text and words.has(part, published)) for words in self._asked]
        around = zip(itself, near, asked, strict=True)
        exact = [max(has, NEAR * close, put, apart) for has, close, put in around]
        if part.period and published and part.period.holds(published):
            exact = [
                e
                if e >= TITLE or (not part.told and _names_another(part.period, words.text, published))
                else TITLE
                for e, words in zip(exact, self._own, strict=True)
            ]
        if part.party and home_of(self._facts.publisher):
            at_home = [part.party in self.home_in(words.text) for words in self._own]
            exact = [max(e, TITLE * of) for e, of in zip(exact, at_home, strict=True)]
        if not part.concept or part.concept.is_number:
            return [Reach(e, has, e) for e, has in zip(exact, itself, strict=True)]
        nearness = [words.nearness(here) for words in self._own]
        alone_near = nearness if self._bare is self._own else [words.nearness(here) for words in self._bare]
        return [
            Reach(e, held := max(has, value), max(e, held, NEAR * max(near, above)))
            for e, has, value, near in zip(exact, itself, nearness, _with_neighbours(alone_near), strict=True)
        ]

    def _may_hold(self, concept: Concept) -> bool:
        """Whether the passage's sentences together have the words of a concept, or of another wording."""
        if any(self._words.issuperset(form) for form in (concept.terms, *concept.others) if form):
            return True
        return any(spells_out(words.text, concept.typed) for words in self._own)

    def _apart(self, part: Weighed) -> float:
        """Say how far a part is reached by what stands around every sentence of the passage alike."""
        if part.concept and names_publisher(part.concept, self._facts.publisher):
            return 1.0
        published, best = self._facts.published, 0.0
        for level, words in (HEADING, self._heading), (TITLE, self._title), (ELSEWHERE, self._passage):
            if level > best:
                best = max(best, level * words.has(part, published))
        if part.concept and best < TITLE and spells_out(self._facts.publisher or "", part.concept.typed):
            best = TITLE  # "the ITO" of what the International Tin Organization publishes
        if part.party and best < ELSEWHERE and part.party in self._facts.parties:
            return ELSEWHERE
        return best


def words_read(hits: Sequence[Hit], texts: Mapping[str, str]) -> frozenset[str]:
    """Return every word that `reached` may compare: of passages, their titles, headings and lead-ins."""
    found: set[str] = set()
    for hit in hits:
        text = texts.get(hit.facts.id, "")
        leads = (text[slice(*s.lead)] for s in hit.passage.sentences if s.lead)
        for of in (hit.facts.title, hit.passage.heading, hit.passage.text, *dict.fromkeys(leads)):
            found |= words_of(of)
    return frozenset(found)


def _with_neighbours(values: Sequence[float]) -> list[float]:
    """Return for each value the largest of it and its two neighbours.

    >>> _with_neighbours([0.0, 1.0, 0.0, 0.0])
    [1.0, 1.0, 1.0, 0.0]
    """
    if not any(values):
        return list(values)
    return [max(values[max(0, at - 1) : at + 2]) for at in range(len(values))]


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the words, parties and periods in it."""

    sequence: tuple[str, ...]
    words: frozenset[str]
    text: str

    @staticmethod
    @lru_cache(maxsize=16_384)
    def of(text: str) -> "Words":
        """Analyse a text; what was analysed lately is remembered."""
        sequence = tuple(map(intern, analyse(text)))
        return Words(sequence, frozenset(sequence), text)

    def has(self, part: Weighed, published: date | None) -> float:
        """Say whether a part is here: 1, OTHER_WORDING or 0."""
        if part.concept:
            if self._holds(part.concept.terms):
                return 1.0
            for form in part.concept.others:
                if self._holds(form):
                    return OTHER_WORDING
            return OTHER_WORDING * spells_out(self.text, part.concept.typed)
        if part.party:
            return float(part.party in parties_in(self.text))
        if part.period:
            found = periods_told(self.text, published)
            fine = [p for p in found if part.period.overlaps(p) and _as_fine(p, part.period)]
            if part.whole and not any(is_most_of(p, part.period) for p in fine):
                return OF_A_PART * bool(fine)
            return float(bool(fine))
        return 0.0

    def nearness(self, meaning: Meaning) -> float:
        """Say how near in meaning the nearest word here is, 0 to 1."""
        if not meaning:
            return 0.0
        cosine = max(map(meaning.__getitem__, meaning.keys() & words_of(self.text)), default=0.0)
        return min(1.0, max(0.0, (cosine - UNRELATED) / (SAME - UNRELATED)))

    def _holds(self, form: Terms) -> bool:
        if len(form) == 1:
            return form[0] in self.words
        if not form or not self.words.issuperset(form):
            return False
        return any(self.sequence[i : i + len(form)] == form for i in range(len(self.sequence)))


def _names_another(asked: Period, text: str, published: date) -> bool:
    """Say whether a text is about another month, quarter or year, as what is published in one often is."""
    found = [p for p in days_in(text, published) if p.first < p.last]
    return bool(found) and not any(asked.overlaps(p) for p in found)


def _as_fine(found: Period, asked: Period) -> bool:
    """Say whether the period found is not much wider than the one asked: "2025" is not "June 2025".

    A plan of several years is of its last year, too: "by 1993" is told of "1987-93".
    """
    if found.last == asked.last and (asked.last - asked.first).days > A_YEAR:
        return True
    return (found.last - found.first).days <= max(31, 2 * (asked.last - asked.first).days)


def share(reached: Sequence[float], parts: Sequence[Weighed]) -> float | None:
    """Return the share of the parts' weight that is reached; None when there are no parts."""
    total = sum(part.weight for part in parts)
    return sum(r * p.weight for r, p in zip(reached, parts, strict=True)) / total if total else None
