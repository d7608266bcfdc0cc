"""Decide whether the evidence answers the question, and decline in plain words when it does not.

The asked-for thing is checked against the evidence part by part: each party, period and subject word of the
question, weighed by rarity, the type of answer, and what is taken for granted (`assistant.declining.unmet`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Abstention
from assistant.asking.details import type_of_answer
from assistant.asking.parts import COMMON, Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import share
from assistant.declining.connection import on_parties, together
from assistant.declining.coverage import has_most, own_reached, subject_in
from assistant.declining.currencies_asked import currency_untold
from assistant.declining.firms_asked import firms_missing
from assistant.declining.goods_asked import goods_missing
from assistant.declining.like_nothing import is_like_nothing
from assistant.declining.measures_asked import (
    TOUCHED,
    charged_missing,
    day_missing,
    is_on_measure,
    laws_missing,
    measure_missing,
    way_missing,
)
from assistant.declining.names_asked import NO_TEXTS, names_missing
from assistant.declining.on_goods import with_goods, with_goods_around
from assistant.declining.parties_asked import party_untold
from assistant.declining.statistics_asked import figure_untold, goods_uncounted
from assistant.declining.type_asked import only_points_at_the_end, reason_untold, untold
from assistant.declining.unmet import NOT_DONE, unmet
from assistant.declining.words_asked import words_missing
from assistant.reading.acts import folded
from assistant.reading.alterations import rates_changed
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from assistant.reading.units import with_unit
from vectorstore.patterns import pattern

STRANGE = 0.3  # cosine; below it are 2 % of the answerable, and most questions on anything but trade
# Of the subject, by weight, the log-odds by the reranker and the cosine of what stands though it is not like
# the question: ten that can be answered, one that cannot (tests/evals/LOG.md).
NAMED, PERHAPS, LITTLE_LIKE = 0.38, -1.8, 0.1
OWN = 0.5  # of 34 answerable follow-ups one was below, of those on another subject most (tests/evals/LOG.md)
RAREST, TOUCHING = 3, 0.1  # subject words, one of which what tells a detail has at least something near to
NEAR_IT = 0.3  # of the one thing that is asked to have been done, for what tells a day to be of it
ABOUT = 0.25  # of the question's weight; with less, the subject itself is not on file

# What is declined by rule is declined without more ado (figures in tests/evals/LOG.md). For the
# rest a logistic model of "these sentences answer it", fitted by tests/evals/fit.py over the sets of
# tests/evals/questions and judged by leaving a set out; figures in tests/evals/README.md. Some types
# of answer have higher scores whether answered or not. How far the best sentence is ahead of the ninth adds
# nothing to that and cost right answers (tests/evals/LOG.md).
WEIGHTS = {"score": 0.22, "answers": 0.25, "asks_detail": -0.50, "asks_count": -0.54, "asks_person": 0.14}
THRESHOLD = 0.45
# Log-odds by the reranker from which on what answers is taken to spell out initials, to tell a day in words.
SURE = 1.0
# Log-odds by the reranker, and by the model, below both of which nine answers of ten are wrong
# (tests/evals/LOG.md).
UNLIKELY, HARDLY = -1.5, 0.5
ON_IT = 0.75  # of the subject, by weight, for a sentence to stand though the reranker finds it unlikely
FAR_BEHIND = 3.0  # log-odds
# Log-odds that a follow-up needs which is answered from other briefings than the answer before, though it
# names no party: mostly that is another subject (tests/evals/LOG.md).
ELSEWHERE = 1.5

_OR = pattern(r"\b(?:or|vs|versus)\b", re.I)  # between parties, of which each is asked about


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against answering."""

    score: float  # of the best sentence
    own: float  # share of its own subject that a follow-up reaches, where it does not say that it is one
    answers: float  # log-odds by the reranker of the sentence that it finds to answer most
    similarity: float  # cosine of the most similar sentence to the question
    # Whether a sentence has most of the question's own words, or is on the measure that it names, as dry ones
    # are like nothing, or what is asked is like nothing either.
    spoken: bool
    party: float  # how far the party reached least is reached, 0 to 1
    period: float  # the same of the periods
    asks_detail: float  # 1 when a type of answer is asked for
    asks_count: float
    asks_person: float
    # Whether the best sentence is on most of the subject, amends an act, or tells a rate that is asked for.
    stands_anyway: bool = False
    named: float = 0.0  # share of the subject, by weight, that one sentence has
    lacks: tuple[str, ...] = ()  # what no sentence tells, in plain words

    @property
    def by_rule(self) -> bool:
        """Whether the question is declined whatever the score."""
        return self.nowhere or bool(self.lacks)

    @property
    def nowhere(self) -> bool:
        """Whether what is asked about is nowhere in the passages quoted: a party, a period, the subject."""
        return self.party < TOUCHED or self.period < TOUCHED or self.is_strange

    @property
    def is_strange(self) -> bool:
        """Whether nothing that was found is like the question, or only what an earlier one asked is."""
        named = self.named >= NAMED and self.answers >= PERHAPS and self.similarity >= LITTLE_LIKE
        unlike = self.similarity < STRANGE and self.answers < 0 and not self.spoken and not named
        return unlike or self.own < OWN

    @property
    def confidence(self) -> float:
        """Log-odds that the sentences answer the question: negative declines."""
        return sum(weight * float(getattr(self, name)) for name, weight in WEIGHTS.items()) - THRESHOLD

    @property
    def is_unlikely(self) -> bool:
        """Whether the reranker finds that no sentence answers, and the model that they hardly do.

        Of what is mostly on the subject, amends an act or tells a rate, its word says little.
        """
        return not self.stands_anyway and self.answers < UNLIKELY and self.confidence < HARDLY


@dataclass(frozen=True, slots=True)
class Refusal:
    """That the question is declined, and why."""

    kind: Abstention
    lacks: tuple[str, ...] = ()  # in plain words
    all_told: bool = False  # it was answered, and all that answers has been shown
    stands_for: str = ""  # the word of a first question that stands for what nobody has named


def signals_of(
    question: Question,
    chosen: Sequence[Evidence],
    parts: Sequence[Weighed],
    newest: date | None,
    similarity: float,
    texts: Mapping[str, str] = NO_TEXTS,
) -> Signals:
    """Measure how far the chosen sentences meet the question.

    `newest` is the newest day that may be read, `similarity` the highest cosine of a sentence to it.
    """
    exact = [max((e.reached[i].exact for e in chosen), default=0.0) for i in range(len(parts))]
    answers = max((e.marks.answers for e in chosen), default=0.0)
    return Signals(
        score=max((e.score_beside_needs for e in chosen), default=0.0),
        own=own_reached(question, chosen, parts),
        answers=answers,
        similarity=similarity,
        spoken=is_like_nothing(question, chosen, parts)
        or any(has_most(e, parts) or is_on_measure(e, question) for e in chosen),
        party=min(
            (r for p, r in zip(parts, exact, strict=True) if p.party and p.weight > COMMON), default=1.0
        ),
        period=min((r for p, r in zip(parts, exact, strict=True) if p.period), default=1.0),
        asks_detail=float(bool(question.details)),
        asks_count=float("count" in question.details),
        asks_person=float("person" in question.details),
        stands_anyway=any(_stands_anyway(e, question) for e in chosen[:1]),
        named=max((subject_in(e, parts) for e in chosen), default=0.0),
        lacks=_lacks(question, chosen, parts, newest, answers, texts),
    )


def _stands_anyway(e: Evidence, question: Question) -> bool:
    if set(question.parties) - {"US"} and e.marks.party < TOUCHED:
        return False  # the same words, of others
    if e.marks.subject >= ON_IT or rates_changed(folded(e.said).text):
        return True
    if e.sentence.kind == "row":  # whose figures stand without a unit
        return bool(rates_in(e.said)) or "tariff" in instruments_in(question.asked)
    return "rate" in question.details and "tariff" in instruments_in(e.said) and bool(rates_in(e.said))


def _lacks(
    question: Question,
    chosen: Sequence[Evidence],
    parts: Sequence[Weighed],
    newest: date | None,
    answers: float,
    texts: Mapping[str, str],
) -> tuple[str, ...]:
    """Say what the question needs that no chosen sentence tells, where one `answers` with these log-odds."""
    sure = answers >= SURE
    parties = [p for p in parts if p.party and p.weight > COMMON]
    concerning = on_parties(question, chosen, parts, texts)
    rarest = _rarest(parts)
    touching = [e for e in concerning if not rarest or any(e.reached[i].around >= TOUCHING for i in rarest)]
    lacks = [*unmet(question, [*map(_measured, touching)], [*map(_measured, concerning)], newest)]
    if unsaid := words_missing(question, chosen, parts, texts):
        lacks.append(unsaid)
    if not concerning and len(parties) > 1 and question.kind != "compare" and not _OR.search(question.asked):
        lacks.append(together(parts))
    period, uncounted = figure_untold(question, parts, concerning), goods_uncounted(question, concerning)
    if period:
        lacks.append(f"a figure for {period}")
    elif uncounted:
        lacks.append(uncounted)
    if of_another := party_untold(question, chosen, parts):
        lacks.append(of_another)
    if unmoved := currency_untold(question.asked, [e.said for e in chosen]):
        lacks.append(unmoved)
    telling = [e.said for e in _likeliest(concerning or chosen)]
    kind = untold(question, telling)
    if sure and kind == type_of_answer(("date",)) and not only_points_at_the_end(question, telling):
        kind = None  # told in words that no pattern knows
    kind = kind or firms_missing(question, telling) or reason_untold(question, telling, answers)
    if kind and not lacks:
        lacks.append(kind)
    passages = [e.hit.passage.text for e in chosen]
    on_them = with_goods(question, chosen, concerning)
    headed = [with_goods_around(e) for e in on_them]
    if goods := goods_missing(question, headed, passages, [e.said for e in on_them]):
        lacks += [] if uncounted else [goods]
    elif measure := measure_missing(question, chosen, parts):
        lacks.append(measure)
    elif charged := charged_missing(question, chosen, parts):
        lacks.append(charged)
    if not lacks and _is_of_nothing_done(question, chosen, parts):
        lacks.append(NOT_DONE)
    if not lacks and (way := way_missing(question, chosen)):
        lacks.append(way)
    lacks += sorted(laws_missing(question, chosen))
    if day := day_missing(question, chosen):
        lacks.append(day)
    return (*names_missing(question, chosen, parts, sure, texts), *lacks)


def _likeliest(chosen: Sequence[Evidence]) -> list[Evidence]:
    """Leave out what is far less likely to answer than another sentence: a place in it is another's."""
    best = max((e.marks.answers for e in chosen), default=0.0)
    return [e for e in chosen if e.marks.answers >= min(best, SURE) - FAR_BEHIND]


def _is_of_nothing_done(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> bool:
    """Whether it is asked when a party did one thing, "when did Peru sign", and no sentence is near that."""
    own = [i for i, p in enumerate(parts) if p.concept and not p.concept.is_number]
    if question.kind != "date" or not question.past or len(own) != 1 or not any(p.party for p in parts):
        return False
    return all(e.reached[own[0]].around < NEAR_IT for e in chosen)


def _measured(e: Evidence) -> str:
    """Return what a sentence says, a row of a table with the unit of its heading or of the table's title."""
    above = e.hit.passage.text[: e.sentence.start - e.hit.passage.start].split("\n")
    title = next((line for line in reversed(above) if line.strip() and line[0] != "|"), "")
    return with_unit(e.said, f"{e.hit.passage.heading} {title}", e.sentence.kind)


def _rarest(parts: Sequence[Weighed]) -> list[int]:
    """Return the numbers of the rarest subject words of the question itself."""
    own = [i for i, p in enumerate(parts) if p.concept and not p.concept.context and not p.concept.is_number]
    return sorted(own, key=lambda i: -parts[i].weight)[:RAREST]


def refusal_of(
    question: Question,
    chosen: Sequence[Evidence],
    parts: Sequence[Weighed],
    newest: date | None,
    similarity: float,
    least: float = 0.0,
    texts: Mapping[str, str] = NO_TEXTS,
) -> Refusal | None:
    """Return why to decline, or None when the evidence will do, with log-odds of `least`.

    `texts` are the briefings of what is chosen, by id.
    """
    if not chosen:
        return Refusal("no-subject")
    signals = signals_of(question, chosen, parts, newest, similarity, texts)
    if signals.confidence >= least and not signals.by_rule and not signals.is_unlikely:
        return None
    covered = share([max(e.reached[i].exact for e in chosen) for i in range(len(parts))], parts)
    off_subject = signals.is_strange or signals.party < TOUCHED or (covered is not None and covered < ABOUT)
    return Refusal("no-subject" if off_subject else "no-detail", signals.lacks)
