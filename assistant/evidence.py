"""Choose the sentences good enough to be evidence: score every sentence of the passages found.

The score is a sum of what can be said of a sentence (`Marks`), each times a weight: how well its
passage was found, how far it reaches the question's parts, whether it holds the type of answer asked
for, how current it is, and how likely a model that reads it beside the question (`assistant.reranker`)
finds it to answer. How an answer is made of the best: `assistant.extractive`.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from operator import attrgetter

from assistant.details import holds_detail
from assistant.direction import move_asked
from assistant.goods import speaks_of
from assistant.parts import Weighed
from assistant.question import Question
from assistant.rate_of_goods import goods_asked, goods_charged, sets_rate_of
from assistant.reach import Meaning, Reach, Surroundings, days_in, share
from assistant.reranker import Judge, presented
from assistant.speakers import Turn, asks_who_said, of_whom, quotes, spoken, whose_words, words_of_speakers
from assistant.statements import charges, is_on_us
from assistant.telling import is_asked, says_something
from ingest.parties import find_parties, parties_in
from vectorstore.briefing import Sentence
from vectorstore.search import Hit

PASSAGES_READ = 12  # of the passages found; with 24, 40 or 60 the answers were no better
WHOLE_BRIEFINGS = 2  # of those found first, read whole
RERANKED = 12  # sentences, those that the other marks put first; with 14 or 18 hardly more are right
USUAL_WORDS = 20  # of a sentence
JUST_BEFORE = timedelta(days=3)  # a day named that is no older than this is news, not background
ON_SUBJECT = 0.6  # of the subject's weight, the speaker's name among it
WHOLLY = Reach(1.0, 1.0, 1.0)  # a word that stands elsewhere, or in another form
UNASKED = 0.5  # a mark about something that the question does not ask for


@dataclass(frozen=True, slots=True)
class Marks:
    """What can be said of a sentence, 0 to 1 but for `length`."""

    found: float = 0.0  # its passage's score, as a share of the best one's
    answers: float = 0.0  # how likely the reranker finds it to answer, log-odds
    fresh: float = 0.0  # how likely it answers, 0 to 1, times the rank of its date where that counts
    subject: float = 0.0  # share of the weight of the subject words that is reached
    title: float = 0.0  # the same by its briefing's title alone
    party: float = 0.0  # share of the parties asked about that it, its heading or its title names
    period: float = 0.0  # how far the period reached least is reached
    detail: float = 0.0  # whether it holds the type of answer asked for
    newest: float = 0.0  # rank of its date among those found, when the latest is asked for
    newer: float = 0.0  # the same when no period is asked for
    current: float = 0.0  # whether it names a day that is not before its briefing
    length: float = 0.0  # ln of its words to USUAL_WORDS
    sets: float = 0.0  # whether it sets a rate on the goods whose rate is asked for
    other_goods: float = 0.0  # share of the goods asked about that it, its heading, its title do not speak of
    others: float = 0.0  # whether it names parties, and none of those asked about is near
    moved: float = 0.0  # asked why something was put on or taken off: 1 where it tells that, -1 the contrary
    wrong_way: float = 0.0  # whether it tells what a party charges, where asked what it is charged


# Fitted by tests/evals/fit.py as a softmax over the sentences of each of 104 questions, so that a difference
# of 1 is a factor of e. `title` came later, and `answers` in the place of a cosine, with the others kept:
# fitted anew, with .37 for `answers`, they put an answering sentence first as often, and older ones before
# newer ones more often. `fresh` was chosen with `answers` over the sets tuned on (tests/evals/LOG.md).
WEIGHTS = Marks(
    found=3.2, answers=0.35, fresh=0.8, subject=3.5, title=1.5, party=1.6, period=2.5, detail=1.7,
    newest=2.4, newer=1.0, current=1.0, length=0.3, sets=2.0, other_goods=-3.0, others=-2.0, moved=1.0,
    wrong_way=-4.0,
)  # fmt: skip
_each = attrgetter(*(field.name for field in fields(Marks)))  # all marks, or all weights, in order


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may be quoted, and why."""

    hit: Hit
    sentence: Sentence
    quote: str
    lead: str
    score: float
    reached: tuple[Reach, ...]  # one for each weighed part of the question
    marks: Marks = Marks()
    due: str = ""  # the day to come for which it is shown, where such days are asked for
    only: tuple[tuple[int, int], ...] = ()  # spans of the briefing to show, where not the whole sentence
    by: bool = False  # whether it is of the speaker asked for, not of one who quotes
    turn: Turn | None = None  # of a transcript, where the name before it is to be told
    leads: bool = False  # goes first, whatever is newer: asked whether something still holds, its end

    @property
    def said(self) -> str:
        """The sentence behind its speaker and its lead-in: all that it says."""
        return " ".join(filter(None, (self.turn.name if self.turn else "", self.lead, self.quote)))

    @property
    def words(self) -> int:
        return len(self.shown.split()) + len(self.lead.split())

    @property
    def shown(self) -> str:
        """What of the sentence is quoted."""
        start = self.sentence.start
        return " … ".join(self.quote[a - start : b - start] for a, b in self.only) or self.quote


def to_read(hits: Sequence[Hit]) -> list[Hit]:
    """Return the best passages, and all that were found of the best briefings."""
    best = list(dict.fromkeys(hit.facts.id for hit in hits))[:WHOLE_BRIEFINGS]
    return [hit for n, hit in enumerate(hits) if n < PASSAGES_READ or hit.facts.id in best]


def gather(
    question: Question,
    hits: Sequence[Hit],
    parts: Sequence[Weighed],
    meanings: Sequence[Meaning],
    telling: frozenset[str],
    usual: frozenset[str],
    texts: Mapping[str, str],
) -> list[Evidence]:
    """Score the sentences of the passages `hits` by all but the reranker, best first.

    `meanings` are the words near each part, `telling` the parties asked about that are not in nearly every
    briefing, `usual` those that most briefings concern, `texts` the text of each briefing by id.
    """
    top = max((hit.score for hit in hits), default=1.0) or 1.0
    ranks = _ranks(hits)
    goods = goods_asked(question)
    asked = goods_charged(question.asked)
    typed = {mention.code for mention in find_parties(question.text, lower_case=True)}
    own = telling & typed  # not those of the question before
    move = move_asked(question)
    speaker, who_said = whose_words(question.asked), asks_who_said(question.asked)
    asking = words_of_speakers(question.asked)
    anybody = bool(asked and usual) and not question.parties and "rate" in question.details
    found: list[Evidence] = []
    for hit in hits:
        text = texts.get(hit.facts.id)
        if text is None:  # replaced or removed while this question was being answered
            continue
        around = Surroundings(hit, text)
        title = _in_title(parts, around)
        near = around.parties if telling else frozenset()
        for sentence, quote, lead, reached in _read(hit, text, around, parts, meanings):
            if sentence.kind == "prose" and not says_something(quote):
                continue
            if is_asked(text, sentence.start):
                continue
            shown = f"{lead} {quote}".strip()
            by, turn = False, of_whom(text, sentence.start, sentence.end, who_said)
            if speaker:
                by, turn = spoken(speaker, hit.facts.title, text, sentence.start)
                reached = _as_reached(asking, parts, reached) if by else reached
            moved = (move.agrees(shown) or move.agrees(hit.facts.title)) if move else 0.0
            if move and move.agrees(shown) > 0:
                reached = _as_reached(move.words, parts, reached)
            told = f"{turn.name} {shown}" if turn and who_said else quote
            named = parties_in(shown) | near if telling else near
            party = _party(telling, named)
            marks = Marks(
                found=hit.score / top,
                **_of_the_parts(parts, reached),
                title=title,
                party=party,
                others=float(bool(own) and not party and bool(named - usual)),
                detail=float(holds_detail(question.details, told, sentence.kind)) * bool(question.details),
                newest=ranks.get(hit.facts.published, 0.0) * question.latest,
                newer=ranks.get(hit.facts.published, 0.0) * (not question.periods and not question.latest),
                current=_current(shown, hit.facts.published),
                length=math.log(max(1, len(shown.split())) / USUAL_WORDS),
                other_goods=_other_goods(asked, f"{hit.facts.title}\n{hit.passage.heading}\n{shown}"),
                moved=moved,
                sets=float(goods is not None and sets_rate_of(goods, shown)),
            )
            if (question.faces and _is_charged_by(telling, shown)) or (
                anybody and _is_charged_by(parties_in(shown) - usual, shown)
            ):
                marks = replace(marks, wrong_way=1.0, sets=0.0)
            found.append(
                Evidence(hit, sentence, quote, lead, _score(marks), reached, marks, by=by, turn=turn)
            )
    if speaker:
        found = _said_by(speaker, found)
    if anybody and any(e.marks.sets for e in found):  # what others charge is asked for by their name
        found = [e for e in found if not e.marks.wrong_way]
    return sorted(found, key=_best_first)


def _said_by(speaker: str, evidence: list[Evidence]) -> list[Evidence]:
    """Keep a speaker's own words, where some are on the subject; else what quotes the speaker, too."""
    own = [e for e in evidence if e.by]
    if any(e.marks.subject >= ON_SUBJECT for e in own):
        return own
    return [e for e in evidence if e.by or quotes(e.quote, speaker)] or evidence


def _as_reached(
    words: frozenset[str], parts: Sequence[Weighed], reached: Sequence[Reach]
) -> tuple[Reach, ...]:
    """Count these words as reached: who speaks stands before the turn, what was done is told otherwise."""
    return tuple(
        WHOLLY if p.concept and words.issuperset(p.concept.terms) else r
        for p, r in zip(parts, reached, strict=True)
    )


def _is_charged_by(parties: frozenset[str], text: str) -> bool:
    """Whether a sentence tells what these parties charge, or is charged on goods of the US."""
    return is_on_us(text) or any(charges(text, party) for party in parties)


def scored(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Score sentences anew by their marks, best first."""
    return sorted((replace(e, score=_score(e.marks)) for e in evidence), key=_best_first)


def reranked(question: Question, evidence: Sequence[Evidence], judge: Judge) -> list[Evidence]:
    """Return the best of `evidence` by all marks, best first."""
    best = evidence[:RERANKED]
    answers = judge.log_odds(question.standalone, [presented(e.hit.facts, e.said) for e in best])
    marks = [_judged(e.marks, of) for e, of in zip(best, answers, strict=True)]
    return scored(replace(e, marks=m) for e, m in zip(best, marks, strict=True))


def _judged(marks: Marks, answers: float) -> Marks:
    rank = max(marks.newest, marks.newer)
    return replace(marks, answers=answers, fresh=rank / (1 + math.exp(-answers)))


def _read(
    hit: Hit, text: str, around: Surroundings, parts: Sequence[Weighed], meanings: Sequence[Meaning]
) -> Iterator[tuple[Sentence, str, str, tuple[Reach, ...]]]:
    """Yield each sentence of a passage with its quote, its lead-in and how far it reaches each part."""
    sentences = hit.passage.sentences
    quotes = [text[s.start : s.end] for s in sentences]
    leads = [text[slice(*s.lead)] if s.lead else "" for s in sentences]
    by_part = [around.reached(part, meaning) for part, meaning in zip(parts, meanings, strict=True)]
    reached = zip(*by_part, strict=True) if by_part else ((),) * len(sentences)
    yield from zip(sentences, quotes, leads, reached, strict=True)


def _score(marks: Marks) -> float:
    return float(sum(weight * mark for weight, mark in zip(_each(WEIGHTS), _each(marks), strict=True)))


def _best_first(evidence: Evidence) -> tuple[float, str, int]:
    return -evidence.score, evidence.hit.passage.id, evidence.sentence.start


def _of_the_parts(parts: Sequence[Weighed], reached: Sequence[Reach]) -> dict[str, float]:
    concepts = [(p, r.around) for p, r in zip(parts, reached, strict=True) if p.concept]
    subject = share([r for _, r in concepts], [p for p, _ in concepts])
    periods = [r.around for p, r in zip(parts, reached, strict=True) if p.period]
    return {"subject": UNASKED if subject is None else subject, "period": min(periods, default=UNASKED)}


def _in_title(parts: Sequence[Weighed], around: Surroundings) -> float:
    concepts = [p for p in parts if p.concept]
    reached = share([around.in_title(p) for p in concepts], concepts)
    return UNASKED if reached is None else reached


def _other_goods(asked: frozenset[str], text: str) -> float:
    return sum(not speaks_of(of, text) for of in asked) / len(asked) if asked else 0.0


def _party(telling: frozenset[str], named: frozenset[str]) -> float:
    return len(telling & named) / len(telling) if telling else UNASKED


def _current(sentence: str, published: date | None) -> float:
    """Say whether a sentence names a day, or a month, that is not before its briefing."""
    if published is None:
        return 0.0
    days = [p for p in days_in(sentence, published) if (p.last - p.first).days < 32]
    return float(any(p.last >= published - JUST_BEFORE for p in days))


def _ranks(hits: Sequence[Hit]) -> dict[date | None, float]:
    """Rank the dates of the passages read: 1 for the newest, 0 for the oldest."""
    days = sorted({hit.facts.published for hit in hits if hit.facts.published})
    return {day: number / max(1, len(days) - 1) for number, day in enumerate(days)}
