"""Put first what a later briefing says to have ended, where an answer rests on it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.asking.asked import asks_pledge, is_one_of, others_than_us
from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.concepts import has_all
from assistant.asking.question import Question, holds_now
from assistant.asking.still_asked import IN_FORCE, asks_still, is_of_no_charge
from assistant.choosing.evidence import Evidence
from assistant.choosing.read_alone import leans
from assistant.choosing.selecting import worth
from assistant.reading.acts import Act
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from assistant.steps.acts_meant import ActsMeant, names
from assistant.steps.goods_held import GoodsHeld
from assistant.steps.judging import Judging
from assistant.steps.work import Work
from assistant.superseding.endings import (
    LOOKED_AT,
    Ending,
    acts_asked_of,
    acts_behind,
    ending_hits,
    ending_of,
    imposes,
    last_day_told,
    rests_on_another,
    tells_of_others,
)
from vectorstore.patterns import pattern
from vectorstore.store import Store

_GOES_ON = pattern(r"\b(?:still|continu|remain|extend|maintain|in (?:force|effect|place))", re.I)
BUYING = ("buying", "buyers", "purchasing", "purchasers", "importing", "importers")
BEHIND = 0.01  # in units of a sentence's score, of the last day of a measure to what sets it
IMPOSING = 2  # sentences told of what has ended, where acts are found by their grounds


class StillHeld:
    """Looks for what has ended of what was found, over one open home."""

    def __init__(self, store: Store, judging: Judging) -> None:
        self._store = store
        self._judging = judging
        self._acts = ActsMeant(store, judging)
        self._goods_held = GoodsHeld(store, judging, self._acts.own)

    def charged(self, work: Work) -> Work:
        """Say what has ended of the newest sentence shown; in the place of older ones, what has of these."""
        newest = self.with_ending(work)
        if newest.ending or work.shown == 1 or len(others_than_us(work.question)) > 1:
            return newest
        day = work.evidence[0].hit.facts.published or date.min
        told = [e for e in work.evidence[1:] if (e.hit.facts.published or date.max) <= day]
        told.sort(key=lambda e: e.hit.facts.published or date.min, reverse=True)
        older = (self.with_ending(replace(work, evidence=tuple(told[at:]))) for at in range(LOOKED_AT))
        before = next((of for of in older if of.ending), None)
        if before is None or before.ending is None:
            return newest  # nothing of what was told before has ended
        end = before.ending.evidence
        others = [e for e in work.evidence[1:] if not e.is_at(end)]
        evidence = (work.evidence[0], replace(end, leads=False), *others)
        return self._with_briefings(replace(work, evidence=evidence, shown=2))

    def with_ending(self, work: Work) -> Work:
        """Put first what a later briefing says to have ended, where the evidence rests on it."""
        ended = self._with_ending(work)
        if ended.ending and (is_of_no_charge(work.question.standalone) or asks_pledge(work.question)):
            return _told_beside(replace(work, briefings=ended.briefings), ended.ending)
        held = ended.ending and self._goods_held.otherwise(work, ended.ending)
        if not held:
            return ended
        return self._with_last_day(held) if asks_still(work.question) else self._with_what_ran_out(held)

    def with_end_beside(self, work: Work, still: Question) -> Work:
        """Have it said beside an answer that a measure has ended, of which `still` asks if it is in force."""
        ended = self._with_ending(replace(work, question=still))
        if not ended.ending or not ended.ending.ends:
            return work
        return replace(work, briefings=ended.briefings, ending=replace(ended.ending, beside=True))

    def _with_ending(self, work: Work) -> Work:
        still = asks_still(work.question)
        told = _on_the_measure(work, _on_the_parties(work)) if still else _on_the_parties(work)
        ended = self._ended(work, acts_behind(told, work.texts, self._acts.own))
        if not ended.ending and (still or instruments_in(work.question.standalone) & IN_FORCE):
            asked = told if still else [e for e in told if e.hit.facts.id == told[0].hit.facts.id]
            behind = acts_asked_of(work.question, asked, partial(self._acts.resting_on, work))
            ended = self._ended(work, behind)
        if still and not ended.ending:
            ended = self._ended_as_called(work)
        if not still:
            ended = ended if ended.ending else self._ended_by_name(work)
            return ended if ended.ending else self._with_what_ran_out(work)
        if not ended.ending and not _sets_it(work):
            ended = self._ended_on(work)
            if ended.ending and _is_overtaken(ended.ending, work.evidence):
                ended = work
            if ended.ending:
                was = ended.ending.older[:IMPOSING]
                ended = self._with_briefings(
                    replace(ended, evidence=(*was, *ended.evidence[ended.shown :]), shown=len(was))
                )
        return _led_by_its_end(ended, ended.ending) if ended.ending else self._with_last_day(work)

    def _ended_as_called(self, work: Work) -> Work:
        """Put first what ends an act on the parties, where that alone calls it as the question does."""
        words = words_beside_a_charge(work.question)
        told = _on_the_parties(work)
        if not words or told == _on_the_measure(work, told):
            return work  # looked at
        behind = acts_behind(told, work.texts, self._acts.own)
        behind = behind or acts_asked_of(work.question, told, partial(self._acts.resting_on, work))
        ended = self._ended(work, behind)
        return ended if ended.ending and has_all(words, ended.ending.evidence.said) else work

    def _ended_by_name(self, work: Work) -> Work:
        """Put first what ended a measure whose latest is asked for, where none of it is told since.

        That of the acts in whose titles it is called as the question calls it, or else of briefings that are
        on what the question says of it.
        """
        ended = self._ended(work, self._acts.called(work))
        if ended.ending or not work.evidence or not _asks_of_a_measure(work.question):
            return ended
        ended = self._ended_on(work)
        if not ended.ending or _goes_on_after(ended.ending.evidence.published, work) or _sets_it(work):
            return work
        return _led_by_its_end(ended, ended.ending)

    def _with_what_ran_out(self, work: Work) -> Work:
        """Tell after a measure that it was set to a day that is over, where it is asked what holds."""
        if not holds_now(work.question):
            return work
        return self._with_last_day(work, work.today)

    def _with_last_day(self, work: Work, over: date = date.max) -> Work:
        """Tell after the sentence that imposes a measure until when it holds, where its briefing says so.

        Only where that is before `over`.
        """
        evidence = work.evidence[: work.shown] or work.evidence[:1]
        best = next(filter(imposes, evidence), None)
        if best is None:
            return work
        told = last_day_told(best, self._store.versions.passages_of(best.hit.facts), work.question, over)
        quoted = [(e.hit.facts.id, e.sentence.start) for e in evidence]
        if any((best.hit.facts.id, passage.sentences[0].start) in quoted for passage in told):
            return work
        said = self._judging.of_hits(replace(work, hits=tuple(replace(best.hit, passage=p) for p in told)))
        last = next((e for e in said if not leans(e)), None)
        if last is None:
            return work
        at = work.evidence.index(best) + 1
        others = [e for e in work.evidence[at:] if e.sentence != last.sentence]
        behind = replace(
            last, score=worth(best) - BEHIND
        )  # short as it is, it is told of that, not before it
        evidence = (*work.evidence[:at], behind, *others)
        return replace(work, evidence=evidence, shown=work.shown and work.shown + 1)

    def _ended_on(self, work: Work) -> Work:
        """Put first what ended an act of briefings that are on what is asked about throughout.

        One word of that may be told by what ends the act alone: "the emergency-act duty on Peru's tin", of
        which the briefings that impose it tell the tin, and the one that ends it the emergency act. That
        whoever is charged for it buys something may be told by no word: "imports".
        """
        subject = words_beside_a_charge(work.question)
        ended = self._ended(work, self._acts.on_words(work, subject)) if subject else work
        for left in subject:
            if ended.ending:
                break
            less = self._ended(work, self._acts.on_words(work, [of for of in subject if of is not left]))
            if less.ending and (is_one_of(left, BUYING) or has_all([left], less.ending.evidence.said)):
                ended = less
        return ended

    def _with_briefings(self, work: Work) -> Work:
        """Have the briefings at hand that the evidence stands in, whatever was read before."""
        lacking = list({e.hit.facts.id for e in work.evidence} - work.briefings.keys())
        read = self._store.versions.briefings(lacking, work.question.as_of)
        return replace(work, briefings={**work.briefings, **read})

    def _ended(self, work: Work, behind: Mapping[Act, tuple[Evidence, ...]]) -> Work:
        """Put first what a later briefing says to have ended of these acts; the same work where none does."""
        found = ending_hits(behind, work.question, work.filters, self._store) if behind else []
        if not found:
            return work
        hits = [hit for hit, _ in found]
        briefings = self._store.versions.briefings(list({hit.facts.id for hit in hits}), work.question.as_of)
        said = self._judging.of_hits(replace(work, hits=tuple(hits), briefings=briefings))
        newest = max(said, key=lambda e: (e.hit.facts.published or date.min, not e.recounts, e.score))
        at = (newest.hit.facts.id, newest.sentence.start)  # not the sentences: an item was given its lead-in
        act = next(act for hit, act in found if (hit.facts.id, hit.passage.sentences[0].start) == at)
        own = self._acts.on_the_parties(work, behind, briefings[newest.hit.facts.id].text)
        ending = ending_of(newest, act, behind, own)
        if not ending.older:
            end = newest.hit.facts.published or date.min
            on_it = [e for e in _on_the_parties(work) if imposes(e)]
            told = [e for e in on_it if not rests_on_another(e, newest, ending.acts)]
            before = [e for e in told if e.hit.facts.published and e.hit.facts.published < end]
            ending = replace(ending, older=tuple(before[:IMPOSING]))
        return replace(
            work,
            question=replace(work.question, latest=True, periods=()),
            briefings={**briefings, **work.briefings},
            ending=ending,
        )


def _on_the_measure(work: Work, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Return what calls a measure as a question does, itself or above it; all where nothing does."""
    words = words_beside_a_charge(work.question)
    return [e for e in evidence if has_all(words, e.headed)] or evidence


def _asks_of_a_measure(question: Question) -> bool:
    """Whether the latest on a measure is asked for that is told from others by more than its kind."""
    of_it = instruments_in(question.asked) & IN_FORCE and words_beside_a_charge(question)
    return bool(question.latest and of_it)


def _goes_on_after(end: date, work: Work) -> bool:
    """Whether a newer sentence in the lead tells the rate of a measure that is asked about, or that it holds.

    That somebody imposed it is told after its end, too.
    """
    words = words_beside_a_charge(work.question)
    newer = (e for e in work.evidence[: work.shown or 1] if e.published > end and has_all(words, e.headed))
    return any(rates_in(e.said) or _GOES_ON.search(e.said) for e in newer)


def _sets_it(work: Work) -> bool:
    """Whether the first sentence sets a rate, under an act or not, on all that a question asks about.

    What another act had set on the same goods may have ended, or never have applied to them.
    """
    best = next(iter(work.evidence), None)
    words = words_beside_a_charge(work.question)
    if not best or not words or tells_of_others(best):
        return False
    return bool(imposes(best) and rates_in(best.said) and has_all(words, best.said))


def _on_the_parties(work: Work) -> Sequence[Evidence]:
    """Return the sentences that name a party asked about, or whose briefing's title or heading does.

    All of them where none does, none is asked about, or they were chosen for the parties: others' duties may
    have ended, and these not.
    """
    asked = frozenset(others_than_us(work.question))
    if not asked or work.shown:
        return work.evidence
    return [e for e in work.evidence if names(e, asked)] or work.evidence


def _is_overtaken(ending: Ending, evidence: Sequence[Evidence]) -> bool:
    """Whether a sentence that is newer says that the measure goes on: after an end the best one of all."""
    day = ending.evidence.hit.facts.published or date.max
    newer = [e for e in evidence[:LOOKED_AT] if (e.hit.facts.published or date.min) > day]
    told = newer if not ending.ends else [e for e in newer if e is evidence[0]]
    return any(_GOES_ON.search(e.said) for e in told)


def _told_beside(work: Work, ending: Ending) -> Work:
    """Tell the end of a duty behind what is told of the deal that sets it, or of its grounds: these go on."""
    evidence = [e for e in work.evidence if not e.is_at(ending.evidence)]
    if not evidence or ending.evidence.published < evidence[0].published:
        return work
    end = replace(ending.evidence, leads=False)
    return replace(
        work,
        evidence=(evidence[0], end, *evidence[1:]),
        shown=work.shown and work.shown + 1,
        ending=replace(ending, beside=True),
    )


def _led_by_its_end(work: Work, ending: Ending) -> Work:
    """Put the end first, whatever was told later: that is on something else, or looks back.

    Where an answer is made of the newest sentences alone, those are left out.
    """
    end = ending.evidence
    day = end.hit.facts.published or date.max
    before = [e for e in work.evidence[: work.shown] if (e.hit.facts.published or date.min) <= day]
    shown = [e for e in before if not e.is_at(end)]
    return replace(
        work,
        ending=replace(ending, evidence=replace(end, leads=True)),
        evidence=(*shown, *work.evidence[work.shown :]),
        shown=len(shown),
    )
