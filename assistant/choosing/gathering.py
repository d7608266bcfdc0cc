"""Mark every sentence of the passages found: what of a question it reaches, and what it tells."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from assistant.asking.asked import others_than_us
from assistant.asking.bounds import bounds_asked
from assistant.asking.counting import asks_count, what_counts
from assistant.asking.details import holds_detail
from assistant.asking.doers import may_be_a_state
from assistant.asking.exemptions import asks_exempt
from assistant.asking.needs.all_needs import NEEDS
from assistant.asking.parts import Weighed
from assistant.asking.powers import asks_of_powers, asks_what_is_set
from assistant.asking.question import Question, holds_now
from assistant.asking.speakers import asks_who_said, quotes, whose_words, words_of_speakers
from assistant.asking.spoken import of_whom, spoken
from assistant.asking.still_asked import asks_still
from assistant.choosing.direction import move_asked
from assistant.choosing.evidence import ON_SUBJECT, Evidence, Marks, best_first, score_of
from assistant.choosing.given import GIVES, given, got, is_on
from assistant.choosing.newness import names_current, ranks
from assistant.choosing.over import put_back_what_is_over
from assistant.choosing.own_charges import on_own_charges
from assistant.choosing.rate_of_goods import goods_asked, goods_charged, other_goods, sets_rate_of
from assistant.choosing.reach import Meaning, Reach, Surroundings, share
from assistant.reading.acts import only_names_an_act
from assistant.reading.aimed_at import is_on_us
from assistant.reading.dated_rows import overtaken_rows
from assistant.reading.exempting import exempts
from assistant.reading.proposals import allows, proposes
from assistant.reading.recounting import recounts
from assistant.reading.statements import charges
from assistant.reading.telling import is_asked, is_set_form, recalls_a_plan, says_something
from assistant.reading.turns import Turn, question_before
from assistant.reading.units import with_unit
from ingest.text.parties import find_parties, parties_in
from vectorstore.briefing import Sentence
from vectorstore.hit import Hit

USUAL_WORDS = 20  # of a sentence
MOSTLY = 2  # parties that a briefing names most: those it is on
WHOLE_SUBJECT = 0.8  # of the subject's weight, for what a sentence tells of what is needed to be of it
ANOTHER_DAY = ANOTHER_KIND = 0.4  # of a sentence that has the type of answer asked for
RECALLED = 0.5  # half as much, what a speaker once said would come: it is what was set then
EXEMPTS = 3.0  # of what is needed, where it is asked what is exempt: what says so seldom names the measure
WHOLLY = Reach(1.0, 1.0, 1.0)  # a word that stands elsewhere, or in another form
UNASKED = 0.5  # a mark about something that the question does not ask for


class Gathering:
    """Marks the sentences of passages; what the question asks for is read once for all of them."""

    def __init__(
        self,
        question: Question,
        hits: Sequence[Hit],
        parts: Sequence[Weighed],
        meanings: Sequence[Meaning],
        telling: frozenset[str],
        usual: frozenset[str],
    ) -> None:
        """Read what is asked for.

        `meanings` are the words near each part, `telling` the parties asked about that are not in nearly
        every briefing, `usual` those that most briefings concern.
        """
        self._hits = hits
        self._question = question
        self._parts = parts
        self._meanings = meanings
        self._telling = telling
        self._usual = usual
        self._top = max((hit.score for hit in hits), default=1.0) or 1.0
        self._ranks = ranks(hits)
        typed = {mention.code for mention in find_parties(question.text, lower_case=True)}
        self._own = telling & typed  # not those of the question before
        self._goods = goods_asked(question)
        self._of_anybody = self._goods is not None and not question.parties  # whatever their origin
        self._charged = goods_charged(question.asked)
        by_nobody = bool(self._charged and usual) and not question.parties
        self._anybody = by_nobody and "rate" in question.details
        self._move = move_asked(question)
        self._bounds = bounds_asked(question.asked)
        self._counts = asks_count(question.asked, question.details)
        self._by_a_state = may_be_a_state(question.asked)
        self._needs = [need for need in NEEDS if need.asked.search(question.asked)]
        self._got = got(question.asked)
        self._exempt = asks_exempt(question.asked)
        self._settled = asks_what_is_set(question)
        self._done = not asks_of_powers(question.asked)
        self._speaker = whose_words(question.asked)
        self._anew = (question.latest or question.kind == "change") and not asks_still(question)
        self._holds = holds_now(question)
        self._today = question.as_of or max(
            (h.facts.published for h in hits if h.facts.published), default=None
        )
        self._who_said = asks_who_said(question.asked)
        self._of_speakers = words_of_speakers(question.asked)

    def scored(self, texts: Mapping[str, str]) -> list[Evidence]:
        """Score the sentences of the passages by all but the reranker, best first; `texts` by briefing id."""
        found: list[Evidence] = []
        for hit in self._hits:
            text = texts.get(hit.facts.id)
            if text is not None:  # else replaced or removed while this question was being answered
                found += self._of(hit, text)
        if self._holds and self._today:
            found = put_back_what_is_over(found, self._today)
        return sorted(self._fit(found), key=best_first)

    def _of(self, hit: Hit, text: str) -> Iterator[Evidence]:
        """Yield what may be quoted of a passage, scored; `text` is its briefing's."""
        around = Surroundings(hit, text)
        title_moves = self._moves(hit.facts.title)
        title = _in_title(self._parts, around)
        near = around.parties if self._telling else frozenset()
        dealing = self._got if self._got and is_on(text, self._got) else None
        rows = overtaken_rows(text, hit.passage.sentences, hit.facts.published)
        for sentence, quote, lead, reached in _read(hit, text, around, self._parts, self._meanings):
            if sentence.kind == "prose" and not says_something(quote):
                continue
            if is_asked(text, sentence.start) or (not lead and only_names_an_act(quote)):
                continue
            shown = f"{lead} {quote}".strip()
            if is_set_form(shown):
                continue
            past = rows.get(sentence) or recounts(
                quote, hit.facts.published, text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
            )
            by, turn = self._speaking(hit, text, sentence)
            moves = self._moves(shown)
            if by:
                reached = _as_reached(self._of_speakers, self._parts, reached)
            if dealing and self._given(shown) > 0:
                reached = _as_reached(dealing.names, self._parts, reached)
            if self._move and moves > 0:
                reached = _as_reached(self._move.words, self._parts, reached)
            told = f"{turn.name} {shown}" if turn and self._who_said else quote
            marks = Marks(
                found=hit.score / self._top,
                title=title,
                detail=self._detail(told, sentence),
                **_of_the_parts(self._parts, reached),
                **self._of_parties(shown, near, around.home_in(shown), hit.facts.parties[:MOSTLY]),
                **self._of_time(hit, shown, past),
                **self._of_goods(hit, shown),
                moved=moves or title_moves,
                needed=self._needed(with_unit(shown, hit.passage.heading, sentence.kind), reached),
                proposed=self._proposed(shown) if self._settled else float(self._done and allows(shown)),
                length=math.log(max(1, len(shown.split())) / USUAL_WORDS),
            )
            answers = question_before(text, sentence.start)
            yield Evidence(
                hit, sentence, quote, lead, score_of(marks), reached, marks,
                by=by, turn=turn, asked=answers, recounts=past,
            )  # fmt: skip

    def _fit(self, found: list[Evidence]) -> list[Evidence]:
        """Keep what a speaker said, where that is asked for, and what a party charges, where it is that."""
        if self._speaker:
            found = _said_by(self._speaker, found)
        if self._question.charges:
            return [*on_own_charges(self._question.charges, found)]
        priced = self._anybody and any(e.marks.sets for e in found)
        return [e for e in found if not e.marks.wrong_way] if priced else found

    def _speaking(self, hit: Hit, text: str, sentence: Sentence) -> tuple[bool, Turn | None]:
        """Return whether a sentence is of the speaker asked for, and the turn whose name is to be told."""
        if self._speaker:
            return spoken(self._speaker, hit.facts.title, text, sentence.start)
        return False, of_whom(text, sentence.start, sentence.end, self._who_said)

    def _detail(self, told: str, sentence: Sentence) -> float:
        details = self._question.details
        if not details or not (holds_detail(details, told, sentence.kind) or self._names_who(told)):
            return 0.0
        if self._counts and not holds_detail(details, what_counts(told), sentence.kind):
            return ANOTHER_KIND
        return 1.0 if all(bound.search(told) for bound in self._bounds) else ANOTHER_DAY

    def _names_who(self, told: str) -> bool:  # a party other than those asked about may be who did it
        return self._by_a_state and not parties_in(told).issubset(self._question.parties)

    def _of_parties(
        self, shown: str, near: frozenset[str], home: frozenset[str], mostly_on: Sequence[str]
    ) -> dict[str, float]:
        """Mark a sentence by its parties; one that names none is of those that its briefing is mostly on."""
        named = parties_in(shown) | near if self._telling else near
        party = len(self._telling & (named | home)) / len(self._telling) if self._telling else UNASKED
        if self._of_anybody:
            return {"party": party, "others": float(bool(parties_in(shown) - self._usual - {"US"}))}
        if self._telling.intersection(mostly_on) and not parties_in(shown):
            return {"party": party, "others": 0.0}
        return {"party": party, "others": float(bool(self._own) and not party and bool(named - self._usual))}

    def _of_time(self, hit: Hit, shown: str, past: date | None) -> dict[str, float]:
        question, published = self._question, hit.facts.published
        rank = self._ranks.get(published, 0.0)
        return {
            "newest": rank * question.latest,
            "newer": rank * (not question.periods and not question.latest),
            "current": 0.0 if question.periods else names_current(shown, published),
            "recounts": float(self._anew and past is not None and not _is_asked_of(past, question)),
        }

    def _of_goods(self, hit: Hit, shown: str) -> dict[str, float]:
        faces = self._question.faces and _is_charged_by(frozenset(others_than_us(self._question)), shown)
        wrong_way = faces or (self._anybody and _is_charged_by(parties_in(shown) - self._usual, shown))
        wrong_way |= self._given(shown) < 0
        sets = not wrong_way and self._goods is not None and sets_rate_of(self._goods, shown)
        under = f"{hit.facts.title}\n{hit.passage.heading}\n{shown}"
        return {
            "other_goods": other_goods(self._charged, under, shown),
            "sets": float(sets),
            "wrong_way": float(wrong_way),
        }

    def _proposed(self, text: str) -> float:
        if proposes(text) or allows(text):
            return 1.0
        recalled = 1.0 if self._question.latest else RECALLED  # what was to be so then need not be so now
        return recalled * recalls_a_plan(text)

    def _needed(self, text: str, reached: Sequence[Reach]) -> float:
        """Return the share of what is needed that a text tells, none where it is on something else.

        More where it says what is exempt, which is asked for.
        """
        if self._given(text) > 0:
            return GIVES
        if self._exempt and exempts(text):
            return EXEMPTS
        if not self._needs or _of_the_parts(self._parts, reached)["subject"] < WHOLE_SUBJECT:
            return 0.0
        return sum(bool(need.told.search(text)) for need in self._needs) / len(self._needs)

    def _given(self, text: str) -> int:
        return given(text, self._got, self._usual) if self._got else 0

    def _moves(self, text: str) -> float:
        return self._move.agrees(text) if self._move else 0.0


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


def _of_the_parts(parts: Sequence[Weighed], reached: Sequence[Reach]) -> dict[str, float]:
    concepts = [(p, r.around) for p, r in zip(parts, reached, strict=True) if p.concept]
    subject = share([r for _, r in concepts], [p for p, _ in concepts])
    periods = [r.around for p, r in zip(parts, reached, strict=True) if p.period]
    return {"subject": UNASKED if subject is None else subject, "period": min(periods, default=UNASKED)}


def _in_title(parts: Sequence[Weighed], around: Surroundings) -> float:
    concepts = [p for p in parts if p.concept]
    reached = share([around.in_title(p) for p in concepts], concepts)
    return UNASKED if reached is None else reached


def _is_asked_of(day: date, question: Question) -> bool:
    """Whether a day is in a period that is asked about."""
    return any(period.first <= day <= period.last for period in question.periods)
