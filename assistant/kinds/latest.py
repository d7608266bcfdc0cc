"""Answer what the latest is: what was done last, what its briefing says of it, and what led there.

"Status of Japan-US talks", "latest on steel": such a question names parties, goods or a measure and asks
nothing of them. No word of it tells the sentence that answers from another one on the same subject; what
was done last does. So the answer is the head of the subject's timeline (`assistant.chronicle.timeline`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.asked import asks_pledge, others_than_us, particular, subject_words
from assistant.asking.details import holds_detail
from assistant.asking.doer_asked import undertaker_asked
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.own_charges import only_on_own_charges
from assistant.choosing.selecting import MANY_WORDS
from assistant.chronicle.about import FIGURE, About, said_by
from assistant.chronicle.candidate import Candidate
from assistant.chronicle.lookback import look_back
from assistant.chronicle.one_event import tells_one_event
from assistant.chronicle.section import told_beside
from assistant.chronicle.timeline import best_of_each
from assistant.kinds.doing import what_is_done
from assistant.kinds.to_the_point import to_the_point
from assistant.reading.developments import is_background, stale
from assistant.reading.goods import goods_in
from assistant.reading.pledged import undertaken_by
from assistant.reading.proposals import proposes
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from assistant.superseding.corrected import is_taken_back
from assistant.superseding.replacing import replaced_by
from vectorstore.briefing import Briefing
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.store import Store

WORDS = 112  # shown
SENTENCES, ENOUGH = 4, 3  # that are shown at most; with fewer than enough older briefings are read too
KEPT = 24  # sentences that a chat model may choose from, too
DETAILS = 2  # sentences of the newest briefing beside its best one
NEWEST = (40, 160)  # briefings that concern the parties, the newest ones, looked through before all are
WHOLE = 6  # of them, those named in a title, read whole
OPENS = 0.2  # added to the score of what a briefing opens with: what is new is said first
WEIGHTY = 0.15  # of what is undertaken: once for a measure, and again for its figure
PROPOSED = 0.2  # taken for what further on was only proposed
ENDS = 0.2  # the same for what says that a measure has ended, where it is asked whether one still holds
OPENS_SECTION = 0.4  # a section of a round-up has few sentences, and the first one says what it is about
DETAIL = 0.65  # score of a sentence that adds substance
LONGEST = 60  # words of any sentence but the first

_WHETHER_IT_HOLDS = pattern(
    r"\b(?:still|any ?more|in (?:force|effect|place)|active|valid|alive|appl(?:y|ies)|ended|dead)\b", re.I
)
_THE_RATE = pattern(r"\bthe \d[\d.]* ?(?:percent|per cent|pct|%) (?:tariff|duty|levy|rate)\b", re.I)
_ANNEX = pattern(r"\b(?:annex|schedule|(?:sub)?heading|subdivision|note \d)", re.I)


@dataclass(frozen=True, slots=True)
class Latest:
    """What the latest is: `shown` sentences in their order, others that tell of it, and where they stand."""

    evidence: tuple[Evidence, ...]
    shown: int
    hits: tuple[Hit, ...]  # those of the evidence, then the others, best first
    briefings: dict[str, Briefing]  # by id
    charged: bool = False  # whether it is what a party is charged on its goods

    @property
    def day(self) -> date:
        """That of what is told first."""
        return self.evidence[0].hit.facts.published or date.min


def find_latest(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the latest on what is asked about; None where no briefing tells of any development."""
    told: list[Candidate] = []
    hits: dict[str, Hit] = {}
    briefings: dict[str, Briefing] = {}
    ends = ENDS * bool(_WHETHER_IT_HOLDS.search(question.asked))
    subject = replace(question, concepts=tuple(subject_words(question)))  # words of dealing narrow nothing
    for within in _windows(store, question, filters):
        found = look_back(store, subject, question.parties, within, WHOLE, openings=True)
        about = About(subject, found.parts)
        read = {c.briefing.id for c in told}
        told += [c for c in found.candidates if c.briefing.id not in read and about.tells(c)]
        hits = {**{hit.passage.id: hit for hit in found.hits}, **hits}
        briefings |= found.briefings
        answering = _answering(question, told)
        leads = [_raised(c, ends) for c in answering if about.leads(c)]
        leads = to_the_point(question, leads)
        chosen = _chosen(answering, leads, question.parties)
        if len(chosen) >= ENOUGH:
            break
    facts = store.versions.facts(question.as_of)
    chosen = [c for c in chosen if c.briefing.id in facts]  # not removed by now
    if not chosen or any(is_taken_back(c.telling.text, c.published, found.hits) for c in chosen):
        return None  # a correction is found by the words of the question
    if is_background(chosen[0].telling.text) and about.is_titled(chosen[0]):
        chosen = [what_is_done(store, chosen[0], facts[chosen[0].briefing.id]), *chosen[1:]]
    on_file = [c for c in answering if c.briefing.id in facts]
    others = sorted(on_file, key=lambda c: (c.published, c.score, c.briefing.id), reverse=True)
    kept = [*chosen, *(c for c in others if all(c.telling != k.telling for k in chosen))][:KEPT]
    first = {c.passage.id: Hit(c.passage, facts[c.briefing.id], 0.0, 0.0, 0.0) for c in chosen} | {
        c.passage.id: hits[c.passage.id] for c in chosen if c.passage.id in hits
    }
    hits = first | hits
    found_in = [hits.get(c.passage.id) or Hit(c.passage, facts[c.briefing.id], 0.0, 0.0, 0.0) for c in kept]
    evidence = tuple(map(_evidence, kept, found_in))
    return Latest(evidence, len(chosen), tuple(hits.values()), briefings)


def find_happened(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the developments of the period that a question names, the newest first; None where none is.

    What it names by "since" narrows the search already.
    """
    within = narrowed(question, filters)
    return find_latest(store, replace(question, periods=(), past=False), within)


def narrowed(question: Question, filters: Filters) -> Filters:
    """Narrow a search to what was published in the periods that a question names."""
    for period in question.periods:
        filters = replace(
            filters,
            published_from=max(filter(None, (period.first, filters.published_from))),
            published_to=min(filter(None, (period.last, filters.published_to))),
        )
    return filters


def find_sides(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest development with each party, and what its briefing adds; None where one has none."""
    sides: list[Latest] = []
    for party in others_than_us(question):
        parties = (party, "US") if "US" in question.parties else (party,)
        side = find_latest(store, replace(question, parties=parties, details=()), filters)
        if side is None:
            return None
        sides.append(side)
    shown = [e for side in sides for e in _within(side.evidence[: side.shown], MANY_WORDS // len(sides))]
    others = [e for side in sides for e in side.evidence if e not in shown]
    first = {e.hit.passage.id: e.hit for e in shown}
    hits = first | {hit.passage.id: hit for side in sides for hit in side.hits if hit.passage.id not in first}
    briefings = {id: briefing for side in sides for id, briefing in side.briefings.items()}
    return Latest((*shown, *others), len(shown), tuple(hits.values()), briefings)


def _within(evidence: Sequence[Evidence], words: int) -> list[Evidence]:
    """Return the first sentence, and those after it of its briefing that fit in so many words."""
    kept = [evidence[0]]
    for e in evidence[1:]:
        if e.hit.facts.id == kept[0].hit.facts.id and sum(k.words for k in kept) + e.words <= words:
            kept.append(e)
    return kept


def _windows(store: Store, question: Question, filters: Filters) -> Iterator[Filters]:
    """Narrow a search to the newest briefings that concern the parties, and widen it step by step.

    Of thousands of briefings a search brings those nearest in words, and the newest may not be among them.
    """
    asked = {*others_than_us(question)}
    days = sorted(
        (
            facts.published
            for facts in store.versions.facts(question.as_of).values()
            if facts.published and asked <= {*facts.parties} and filters.allows(facts)
        ),
        reverse=True,
    )
    for count in NEWEST if asked else ():
        if len(days) > count:
            yield replace(filters, published_from=days[count - 1], parties=tuple({*filters.parties, *asked}))
    yield filters


def _answering(question: Question, told: Sequence[Candidate]) -> list[Candidate]:
    """Return what answers: of what was agreed what the party asked about undertook, by itself if it has.

    Of duties on its goods nothing that it charges itself.
    """
    details, parties = particular(question), others_than_us(question)
    found = [c for c in told if not details or holds_detail(details, c.telling.text, c.telling.sentence.kind)]
    if question.faces and "tariff" in instruments_in(question.asked):
        found = [c for c in found if _is_on_duties(c) and not only_on_own_charges(c.telling.text, parties)]
    if not asks_pledge(question):
        return found
    asked = undertaker_asked(question)
    if asked is None:  # whoever agreed
        return [c for c in found if {"agreed", "committed"}.intersection(c.telling.statuses)]
    by = [(c, undertaken_by(c.telling.text, asked.doer.parties)) for c in found]
    own = [c for c, how in by if how == "alone"] or [c for c, how in by if how]
    return [replace(c, score=c.score + WEIGHTY * _weight(c)) for c in own]


def _is_on_duties(c: Candidate) -> bool:
    headed = f"{c.briefing.title}\n{c.telling.heading}\n{c.telling.text}"
    return "tariff" in instruments_in(headed) or bool(rates_in(c.telling.text))


def _weight(c: Candidate) -> int:
    """Count what a sentence tells of substance: a measure, its figure; less where it points back at these."""
    text = c.telling.text
    points = _THE_RATE.search(text) and not goods_in(text)
    return -2 if points else 2 - sum(_substance(c))


def _chosen(told: Sequence[Candidate], leads: Sequence[Candidate], parties: Sequence[str]) -> list[Candidate]:
    """Choose what stands: the newest development first, then what its briefing adds, then older ones."""
    best = best_of_each(leads)
    best.sort(key=lambda c: (c.published, c.score, c.briefing.id), reverse=True)
    chosen: list[Candidate] = []
    words = 0
    for development in best:
        for c in [development] if chosen else [development, *_details(development, told)]:
            if words + _words(c) <= WORDS and _adds(c, chosen, parties):
                chosen.append(c)
                words += _words(c)
        if development in chosen[:1] and development.in_section:
            chosen.sort(key=lambda c: c.telling.start)  # a section is read as it stands
        if len(chosen) >= SENTENCES:
            break
    return chosen


def _raised(c: Candidate, ends: float) -> Candidate:
    """Raise what a briefing opens with, and by `ends` what tells the end of a measure, or its last day.

    What was proposed counts less than what the same briefing decides.
    """
    opens = OPENS_SECTION if c.in_section else OPENS
    said = said_by(c)
    raised = opens * _is_news(c) + ends * (said.ended or said.last is not None)
    return replace(c, score=c.score + raised - PROPOSED * (not c.opens and proposes(c.telling.text)))


def _is_news(c: Candidate) -> bool:
    """Whether a sentence is what its briefing opens with, and not what went before."""
    text = c.telling.text
    return c.opens and not (stale(text, c.briefing.published) or is_background(text))


def _details(development: Candidate, told: Sequence[Candidate]) -> list[Candidate]:
    """Return what the briefing of a development says of it: measures with rates and amounts first."""
    if development.in_section:
        listed = development.title == development.briefing.title  # what each of many did, line by line
        return told_beside(development, told, SENTENCES - 1 if listed else DETAILS)
    own = [c for c in told if c.briefing.id == development.briefing.id and c.telling != development.telling]
    own = [
        c for c in own if said_by(c).instruments and c.score >= DETAIL and not _ANNEX.search(c.telling.text)
    ]
    return sorted(own, key=lambda c: (*_substance(c), -c.score, c.telling.start))[:DETAILS]


def _substance(c: Candidate) -> tuple[bool, bool]:
    measures = said_by(c).instruments - {"agreement"}
    return not measures, not (measures and FIGURE.search(c.telling.text))


def _adds(c: Candidate, chosen: Sequence[Candidate], parties: Sequence[str]) -> bool:
    """Whether a sentence says what those before it have not, and what none of them replaces."""
    if chosen and _words(c) > LONGEST:
        return False
    return not any(
        tells_one_event(c, newer)
        or (c.published < newer.published and replaced_by(said_by(c), said_by(newer), parties))
        for newer in chosen
    )


def _words(c: Candidate) -> int:
    return len(c.telling.text.split())


def _evidence(c: Candidate, hit: Hit) -> Evidence:
    sentence = c.telling.sentence
    quote = c.briefing.text[sentence.start : sentence.end]
    return Evidence(hit, sentence, quote, "", c.score, (), Marks(party=1.0))
