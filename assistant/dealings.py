"""Answer where dealings between parties stand: what was done last, then what led to it.

"Status of Japan-US talks" names parties and nothing else. No word of it tells the sentence that answers
from another one on the same parties; what was done last does. So the answer is the head of their timeline
(`assistant.timeline`): the newest development, what its briefing says of it in substance, and older ones.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from assistant.details import holds_detail
from assistant.developments import decides, stale, words_of
from assistant.evidence import Evidence
from assistant.extractive import WORDS
from assistant.lookback import look_back
from assistant.question import Concept, Question, is_past
from assistant.statements import Statement, instruments_in, statement_of
from assistant.subject import Part, parties_acting, parties_named
from assistant.superseding import replaced_by
from assistant.timeline import Candidate, best_of_each, says_the_same
from ingest.parties import find_parties
from vectorstore.analysis import analyse
from vectorstore.briefing import Briefing
from vectorstore.filters import Filters
from vectorstore.search import Hit
from vectorstore.store import Store

SENTENCES, ENOUGH = 4, 3  # that are shown at most; with fewer than enough older briefings are read too
MOST_PARTIES = 2  # beside the United States; a question that names more asks for a list or a table
DETAILS = 2  # sentences of the newest briefing beside its best one
NEWEST = (40, 160)  # briefings that concern the parties, the newest ones, looked through before all are
WHOLE = 6  # of them, those named in a title, read whole
OPENS = 0.2  # added to the score of what a briefing opens with: what is new is said first
TELLING = 1.0  # score of a sentence that may lead though its briefing's title does not name the parties
DETAIL = 0.65  # score of a sentence that adds substance
SLIP = 0.85  # likeness, by difflib, of a word and a slip of it: "relatoins"
LONGEST = 60  # words of any sentence but the first
OPENING, BEGINNING = 300, 3000  # characters of a briefing that say what it is about, beside its title

# What says that parties deal with each other, and nothing of what about.
_DEALING = (
    "talks", "negotiations", "negotiating", "negotiators", "discussions", "consultations", "dialogue",
    "relations", "relationship", "ties", "dispute", "row", "quarrel", "conflict", "war", "situation", "state",
    "trade", "economic", "commercial", "bilateral", "round", "free", "deal", "agreement", "pact", "accord",
    "framework", "progress", "force", "along",
)  # fmt: skip
_MEASURES = ("tariffs", "duty", "levy", "surcharge", "quota", "embargo", "ban", "truce")  # may be named too
_TRADE = frozenset(
    analyse("trade tariff duty levy quota export import goods market customs purchase embargo")
)
_ANNEX = re.compile(r"\b(?:annex|schedule|(?:sub)?heading|subdivision|note \d)", re.I)
_FIGURE = re.compile(r"\d(?:[\d.,]*)? ?(?:%|percent|per cent|pct|[bm]illion|bn|mln)|[$€£¥]", re.I)


def asks_dealings(question: Question) -> bool:
    """Whether a question names parties and nothing that it asks about them: the latest of their dealings.

    >>> from datetime import date
    >>> from assistant.question import understand
    >>> asked = [understand(f"latest on {of}", date(1987, 4, 1)) for of in ("Canada", "Canadian beef")]
    >>> [asks_dealings(question) for question in asked]
    [True, False]
    """
    if question.periods or question.since:
        return False
    carried = f"{question.text} (" in question.standalone  # whose tense says nothing of this question's
    past = is_past(question.text) if carried else question.past
    if (question.details or past) and not leans(question):
        return False
    if not 1 <= sum(party != "US" for party in question.parties) <= MOST_PARTIES:
        return False
    concepts = question.concepts
    if leans(question):  # "when was that", after the status of talks
        return all(_is_one_of(concept, _DEALING) for concept in concepts)
    if question.kind in ("compare", "number"):  # "Tokyo vs Washington on trade", "how far along is the deal"
        return bool(concepts) and all(_is_one_of(concept, _DEALING) for concept in concepts)
    of_kind = question.kind in ("status", "yes-no", "fact", "change")
    return of_kind and all(_is_one_of(concept, _DEALING + _MEASURES) for concept in concepts)


def leans(question: Question) -> bool:
    """Whether a follow-up has no subject word of its own, but asks something of what was just answered."""
    return question.text != question.standalone and all(concept.context for concept in question.concepts)


def _is_one_of(concept: Concept, words: Sequence[str]) -> bool:
    """Whether a concept is made of such words, or is a slip of one."""
    stems = frozenset(analyse(" ".join(words)))
    return stems.issuperset(concept.terms) or bool(get_close_matches(concept.typed.lower(), words, 1, SLIP))


@dataclass(frozen=True, slots=True)
class Dealings:
    """Where dealings stand: the sentences to show, in their order, and what they were chosen from."""

    evidence: tuple[Evidence, ...]
    hits: tuple[Hit, ...]  # those of the evidence, then the others, best first
    briefings: dict[str, Briefing]  # by id


def find_dealings(store: Store, question: Question, filters: Filters) -> Dealings | None:
    """Return where the dealings asked about stand; None where no briefing tells of any."""
    told: list[Candidate] = []
    hits: dict[str, Hit] = {}
    briefings: dict[str, Briefing] = {}
    parties_alone = replace(question, concepts=())  # words of dealing narrow nothing
    for within in _windows(store, question, filters):
        found = look_back(store, parties_alone, question.parties, within, WHOLE)
        about = _About(question, found.parts)
        read = {c.briefing.id for c in told}
        told += [
            c
            for c in found.candidates
            if c.briefing.id not in read
            and about.tells(c)
            and (
                not question.details
                or holds_detail(question.details, c.telling.text, c.telling.sentence.kind)
            )
        ]
        hits = {**{hit.passage.id: hit for hit in found.hits}, **hits}
        briefings |= found.briefings
        chosen = _chosen(told, question.parties)
        if len(chosen) >= ENOUGH:
            break
    if not chosen:
        return None
    facts = store.versions.facts(question.as_of)
    first = {c.passage.id: Hit(c.passage, facts[c.briefing.id], 0.0, 0.0, 0.0) for c in chosen} | {
        c.passage.id: hits[c.passage.id] for c in chosen if c.passage.id in hits
    }
    return Dealings(
        tuple(_evidence(c, first[c.passage.id]) for c in chosen), tuple({**first, **hits}.values()), briefings
    )


def _windows(store: Store, question: Question, filters: Filters) -> Iterator[Filters]:
    """Narrow a search to the newest briefings that concern the parties, and widen it step by step.

    Of thousands of briefings a search brings those nearest in words, and the newest may not be among them.
    """
    asked = {party for party in question.parties if party != "US"}
    days = sorted(
        (
            facts.published
            for facts in store.versions.facts(question.as_of).values()
            if facts.published and asked <= {*facts.parties} and filters.allows(facts)
        ),
        reverse=True,
    )
    for count in NEWEST:
        if len(days) > count:
            yield replace(filters, published_from=days[count - 1], parties=tuple({*filters.parties, *asked}))
    yield filters


def _chosen(told: Sequence[Candidate], parties: Sequence[str]) -> list[Candidate]:
    """Choose what stands: the newest development first, then what its briefing adds, then older ones."""
    named = frozenset(parties) - {"US"}
    leads = [c for c in told if named & parties_acting(c.telling.text) or decides(c.telling.text)]
    leads = [replace(c, score=c.score + OPENS * _is_news(c)) for c in leads]
    best = sorted(best_of_each(leads), key=lambda c: (c.published, c.score, c.briefing.id), reverse=True)
    chosen: list[Candidate] = []
    words = 0
    for development in best:
        for c in [development] if chosen else [development, *_details(development, told)]:
            if words + _words(c) <= WORDS and _adds(c, chosen, parties):
                chosen.append(c)
                words += _words(c)
        if len(chosen) >= SENTENCES:
            break
    return chosen


class _About:
    """Tells which sentences are about trade between the parties asked about, and no others' dealings."""

    def __init__(self, question: Question, parts: Sequence[Part]) -> None:
        self._parties = frozenset(part.party for part in parts if part.party and part.weight)
        self._asked = frozenset(question.parties)
        alone = len(self._asked) == 1  # with one party named, the United States may be the other
        self._between = self._asked | {"US"} if alone else self._asked
        self._measures = instruments_in(question.standalone) - {"agreement"}

    def tells(self, c: Candidate) -> bool:
        """Whether a dated sentence tells of these dealings."""
        if c.briefing.published is None or not self._on_trade(c):
            return False
        title, acting = parties_acting(c.briefing.title), parties_acting(c.telling.text)
        if acting - {"US"} and not acting & self._parties:
            return False
        if (
            title - self._between and not self._asked <= title
        ):  # others' dealings, but for a sentence on these
            return self._asked <= acting and self._dwells(c.briefing)
        if self._parties <= title:
            return acting <= self._between or self._asked <= title | acting
        opens = self._parties <= parties_acting(c.briefing.text[:OPENING])
        return acting <= self._between and (opens or c.score >= TELLING)

    def _dwells(self, briefing: Briefing) -> bool:
        """Whether a briefing is about the parties as much as about any other."""
        named = Counter(mention.code for mention in find_parties(briefing.text[:BEGINNING]))
        most = max((count for party, count in named.items() if party not in self._between), default=0)
        return all(2 * named[party] >= most for party in self._parties)

    def _on_trade(self, c: Candidate) -> bool:
        said, told = _said(c), c.telling.text
        if not (self._measures <= said.instruments or said.rate is not None):
            return False
        if c.opens:  # the title says of what: "Korea: 15 percent and 350 billion dollars"
            told = f"{c.briefing.title}. {told}"
        return bool(said.instruments - {"investigation"} or words_of(told) & _TRADE or _FIGURE.search(told))


def _details(development: Candidate, told: Sequence[Candidate]) -> list[Candidate]:
    """Return what the briefing of a development says of it: measures with rates and amounts first."""
    own = [c for c in told if c.briefing.id == development.briefing.id and c.telling != development.telling]
    own = [c for c in own if _said(c).instruments and c.score >= DETAIL and not _ANNEX.search(c.telling.text)]
    return sorted(own, key=lambda c: (*_substance(c), -c.score, c.telling.start))[:DETAILS]


def _substance(c: Candidate) -> tuple[bool, bool]:
    measures = _said(c).instruments - {"agreement"}
    return not measures, not (measures and _FIGURE.search(c.telling.text))


def _adds(c: Candidate, chosen: Sequence[Candidate], parties: Sequence[str]) -> bool:
    """Whether a sentence says what those before it have not, and what none of them replaces."""
    if chosen and _words(c) > LONGEST:
        return False
    return not any(
        says_the_same(c, newer)
        or (c.published < newer.published and replaced_by(_said(c), _said(newer), parties))
        for newer in chosen
    )


def names_them(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Keep the sentences that name the parties whose dealings are asked about, and say something of them.

    What is left where no briefing tells of dealings: a row of a table with a rate, say.
    """
    asked = frozenset(question.parties) - {"US"}
    return [
        e
        for e in evidence
        if asked <= parties_named(f"{e.lead} {e.quote}")
        and (_FIGURE.search(e.quote) or words_of(e.quote) & _TRADE)
    ]


def _is_news(c: Candidate) -> bool:
    """Whether a sentence is what its briefing opens with, and not what went before."""
    return c.opens and not stale(c.telling.text, c.briefing.published)


def _said(c: Candidate) -> Statement:
    return statement_of(c.telling.text, c.briefing.published)


def _words(c: Candidate) -> int:
    return len(c.telling.text.split())


def _evidence(c: Candidate, hit: Hit) -> Evidence:
    sentence = c.telling.sentence
    return Evidence(hit, sentence, c.briefing.text[sentence.start : sentence.end], "", c.score, ())
