"""Score sentences as evidence, and have the best judged.

The score is a sum of what can be said of a sentence (`Marks`), each times a weight: how well its
passage was found, how far it reaches the question's parts, whether it holds the type of answer asked
for, how current it is, and how likely a model that reads it beside the question finds it to answer
(`assistant.choosing.reranker`). Who marks them: `assistant.choosing.gathering`. How an answer is made of
the best: `assistant.choosing.extractive`.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import islice
from operator import attrgetter

from assistant.asking.question import Question
from assistant.asking.requests import Request, requests_in
from assistant.asking.speakers import asked_plainly
from assistant.choosing.reach import Reach
from assistant.choosing.reranker import Judge, presented
from assistant.reading.home import home_in
from assistant.reading.leaning import leans_back
from assistant.reading.turns import Turn
from ingest.text.parties import parties_in
from vectorstore.briefing import Sentence
from vectorstore.hit import Hit

PASSAGES_READ = 12  # of the passages found; with 24, 40 or 60 the answers were no better
WHOLE_BRIEFINGS = 2  # of those found first, read whole
RERANKED = 12  # sentences, those that the other marks put first; with 14, 16 or 18 hardly more are right
OF_EACH = 3  # sentences at least that tell each of several things asked for, where as many do
ON_SUBJECT = 0.6  # of the subject's weight, for what a sentence tells to be of it


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
    others: float = (
        0.0  # whether it names parties, and none asked about is near, or whatever origin is asked for
    )
    moved: float = 0.0  # asked why something was put on or taken off: 1 where it tells that, -1 the contrary
    proposed: float = 0.0  # whether it tells what is proposed, where it is asked what is so
    needed: float = (
        0.0  # share of what a question needs to be told, `assistant.asking.needs.all_needs`, that it tells
    )
    wrong_way: float = 0.0  # whether it tells what a party charges, where asked what it is charged
    recounts: float = 0.0  # whether it recounts a past day, where asked what is new
    over: float = 0.0  # whether it was set to a day that is over, where asked what holds


# Fitted by tests/evals/fit.py as a softmax over the sentences of each of 104 questions, so that a difference
# of 1 is a factor of e. `title` came later, and `answers` in the place of a cosine, with the others kept:
# fitted anew, with more for `answers`, they put an answering sentence first more often, and older ones before
# newer ones, so that no more answers are right. `fresh` was chosen with `answers` over the sets tuned on
# (tests/evals/LOG.md).
WEIGHTS = Marks(
    found=3.2, answers=0.35, fresh=0.8, subject=3.5, title=1.5, party=1.6, period=2.5, detail=1.7,
    newest=2.4, newer=1.0, current=1.0, length=0.3, sets=2.0, other_goods=-3.0, others=-2.0,
    moved=1.0, proposed=-3.0, needed=1.0, wrong_way=-4.0, recounts=-2.5, over=-2.0,
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
    asked: str = ""  # what somebody asked that it answers, in a transcript
    recounts: date | None = None  # the past day that it opens with and tells of, background to its briefing
    leads: bool = False  # goes first, whatever is newer: asked whether something still holds, its end

    @property
    def day(self) -> date | None:
        """The day of what it tells: its briefing's, but for what it recounts."""
        return self.recounts or self.hit.facts.published

    @property
    def dated(self) -> date:
        """Its own day, to sort by: without one it is the oldest."""
        return self.day or date.min

    @property
    def published(self) -> date:
        """The day of its briefing, to sort by: an undated one is the oldest."""
        return self.hit.facts.published or date.min

    @property
    def said(self) -> str:
        """The sentence behind its speaker and its lead-in: all that it says."""
        return " ".join(filter(None, (self.turn.name if self.turn else "", self.lead, self.quote)))

    @property
    def score_beside_needs(self) -> float:
        """Its score by all but what it tells of what is needed, for which declining looks by itself."""
        return self.score - WEIGHTS.needed * self.marks.needed

    @property
    def headed(self) -> str:
        """What it says behind the title and the heading it stands under, and what it leans on or answers."""
        return f"{self.above} {self.asked} {self.said}" if self.asked else f"{self.above} {self.said}"

    @property
    def above(self) -> str:
        """The title and the heading that it stands under, and the sentence before where it leans on that."""
        return f"{self.hit.facts.title}. {self.hit.passage.heading}. {self._leans_on}".rstrip()

    @property
    def in_full(self) -> str:
        """What it says, behind the sentence before where it leans on that."""
        return f"{self._leans_on} {self.said}".lstrip()

    @property
    def home(self) -> frozenset[str]:
        """The party of its briefing's publisher, where neither it nor its heading names another that acts."""
        return home_in(self.hit.facts.publisher, self.said, self.hit.passage.heading)

    @property
    def judged_as(self) -> str:
        """What the reranker reads of it."""
        return presented(self.hit.facts, self.said, self.hit.passage.heading, self.before)

    def is_at(self, other: "Evidence") -> bool:
        """Whether it is the same sentence, whatever else is known of it."""
        return (self.hit.facts.id, self.sentence.start) == (other.hit.facts.id, other.sentence.start)

    @property
    def before(self) -> str:
        """The sentence before it in its passage, empty for the first one."""
        passage = self.hit.passage
        earlier = [s for s in passage.sentences if s.start < self.sentence.start]
        if not earlier:
            return ""
        before = max(earlier, key=attrgetter("start"))
        return passage.text[before.start - passage.start : before.end - passage.start]

    @property
    def _leans_on(self) -> str:
        return self.before if leans_back(self.quote) else ""

    @property
    def words(self) -> int:
        return len(self.shown.split()) + len(self.lead.split())

    @property
    def shown(self) -> str:
        """What of the sentence is quoted."""
        start = self.sentence.start
        return " … ".join(self.quote[a - start : b - start] for a, b in self.only) or self.quote


def is_of_others(e: Evidence, question: Question) -> bool:
    """Whether a sentence and its title name parties, and none of those asked about."""
    named = parties_in(f"{e.hit.facts.title}. {e.said}") | e.home
    return bool(named and question.parties) and named.isdisjoint(question.parties)


def neighbour(evidence: Evidence, others: Sequence[Evidence]) -> Evidence | None:
    """Return the sentence right before in the same passage, when it may be quoted too."""
    sentences = evidence.hit.passage.sentences
    at = sentences.index(evidence.sentence)
    for other in others:
        if at and other.hit.passage.id == evidence.hit.passage.id and other.sentence == sentences[at - 1]:
            return other
    return None


def to_read(hits: Sequence[Hit]) -> list[Hit]:
    """Return the best passages, and all that were found of the best briefings."""
    best = list(dict.fromkeys(hit.facts.id for hit in hits))[:WHOLE_BRIEFINGS]
    return [hit for n, hit in enumerate(hits) if n < PASSAGES_READ or hit.facts.id in best]


def scored(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Score sentences anew by their marks, best first."""
    return sorted((replace(e, score=score_of(e.marks)) for e in evidence), key=best_first)


def reranked(question: Question, evidence: Sequence[Evidence], judge: Judge) -> list[Evidence]:
    """Return the best of `evidence` by all marks, best first."""
    best = _best(question, evidence)
    answers = judge.log_odds(asked_plainly(question.standalone), [e.judged_as for e in best])
    marks = [_judged(e.marks, of) for e, of in zip(best, answers, strict=True)]
    return scored(replace(e, marks=m) for e, m in zip(best, marks, strict=True))


def tells_of(request: Request, e: Evidence) -> bool:
    """Whether a sentence tells one of the things that are asked for, of the subject."""
    return e.marks.subject >= ON_SUBJECT and request.is_told(e.quote, e.sentence.kind)


def _best(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences that are worth a judgement, some for each thing that is asked for."""
    telling = {
        id(e)
        for request in requests_in(question.asked)
        for e in islice((e for e in evidence if tells_of(request, e)), OF_EACH)
    }
    return [e for at, e in enumerate(evidence) if at < RERANKED or id(e) in telling]


def _judged(marks: Marks, answers: float) -> Marks:
    rank = max(marks.newest, marks.newer)
    return replace(marks, answers=answers, fresh=rank / (1 + math.exp(-answers)))


def score_of(marks: Marks) -> float:
    """Return the marks of a sentence, each times its weight, as one number."""
    return float(sum(weight * mark for weight, mark in zip(_each(WEIGHTS), _each(marks), strict=True)))


def best_first(evidence: Evidence) -> tuple[float, str, int]:
    """Order sentences by their score, and those alike always the same."""
    return -evidence.score, evidence.hit.passage.id, evidence.sentence.start
