"""Choose among the readings of a question: as a follow-up, by its words alone, of the briefings at hand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.bounds_told import Bound
from assistant.asking.concepts import has_all
from assistant.asking.question import looks_ahead
from assistant.asking.still_asked import says_how_it_stands
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import evidence_of
from assistant.choosing.reach import share
from assistant.choosing.read_alone import leans
from assistant.declining.abstention import SURE, Refusal
from assistant.reading.acts import folded
from assistant.reading.goods import goods_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import statement_of
from assistant.steps.day_of_measure import A_DATE, DayOfMeasure, tells_day
from assistant.steps.judging import Judging
from assistant.steps.readings import Readings
from assistant.steps.work import Work
from assistant.superseding.one_measure import asks_what_holds
from ingest.text.parties import parties_in

AS_WELL = 2.5  # log-odds by the reranker that an answer to a follow-up may be behind (tests/evals/LOG.md)
OF_CONTEXT = 0.3  # of the weight of what came before, for an answer to be on it

Drafted = Callable[[Work], Work]


@dataclass(frozen=True, slots=True)
class BestReading:
    """Drafts the answer to the readings of a question, and keeps the best one."""

    drafted: Drafted
    by_words: Drafted  # finds briefings by the words alone
    days: DayOfMeasure
    judging: Judging  # whose model is loaded when first asked

    def of(self, readings: Readings) -> Work:
        """Draft the answer to a follow-up, and to its words alone where it may be none: the better one."""
        if readings.of_nothing:
            return self._refused(readings)
        if readings.measure and readings.bound:
            measure, bound = self.of(readings.measure), readings.bound
            of = self._day_named if readings.by_name else self._day_of_measure
            return of(measure, readings, bound)
        return self.days.with_first_day(self._best(readings))

    def _refused(self, readings: Readings) -> Work:
        """Decline what is asked of something that was declined, whatever else answers it."""
        work = self.drafted(readings.plain)
        untold = Refusal("no-detail", ("what was asked before",))
        return work if work.refusal else replace(work, draft=(), refusal=untold)

    def _day_named(self, measure: Work, readings: Readings, bound: Bound) -> Work:
        """Return the answer to a question in full, else what tells the day of the measure that it names."""
        work = self._best(readings)
        if not work.refusal and tells_day(work, bound):
            day = self.days.told(measure, readings.plain, bound) if bound == "rise" else None
            newer = day and (_day_of(day) or date.min) > (_day_of(work) or date.max)
            return day if day and newer else work  # what was to rise may have been put off since
        if day := self.days.told(measure, readings.plain, bound):
            return day
        rates = frozenset(rates_in(work.question.asked))
        published = self.days.published(measure, readings.plain) if rates and bound == "from" else None
        at_it = published and rates.issubset(rates_in(published.draft[0].evidence.said))
        return published if published and at_it else work

    def _day_of_measure(self, measure: Work, readings: Readings, bound: Bound) -> Work:
        """Return what tells a day of what was told before, else the day of its act; never another's day."""
        if day := self.days.told(measure, readings.plain, bound):
            newer = self._newer_day(day, readings.plain)
            plain = newer and not leans(newer.draft[0].evidence)  # else of what, another sentence says
            return newer if newer and plain and tells_day(newer, bound) else day
        work = self._best(readings)
        if measure.refusal and measure.refusal.kind == "no-subject":  # of nothing, there is no day
            return work if work.refusal else replace(work, draft=(), refusal=Refusal("no-detail", (A_DATE,)))
        if work.refusal or measure.refusal:
            published = self.days.published(measure, readings.plain) if bound == "from" else None
            return published or work
        if kept := self.days.kept(measure, work, bound):
            return kept
        published = self.days.published(measure, readings.plain) if bound == "from" else None
        return published or replace(work, draft=(), refusal=Refusal("no-detail", (A_DATE,)))

    def _best(self, readings: Readings) -> Work:
        work = self._first_answered(readings)
        if readings.alone is not None:
            alone = _of_kin(self.drafted(readings.alone))
            follows = not work.refusal and (alone.refusal or self._answers_as_well(work, alone))
            follows = follows and not (readings.anew and not alone.refusal and _begin_alike(work, alone))
            work = work if follows or (alone.kin and alone.refusal) else alone
        if readings.named and not _names(work, readings.named):
            named = self.drafted(readings.named)
            return work if named.refusal or not _names(named, readings.named) else named
        return self._of_what_was_told(work, readings.told) if readings.told else work

    def _of_what_was_told(self, work: Work, before: Work) -> Work:
        """Return what was told before, whose end was looked for too, in the place of anything older.

        Only what was written after a measure can have ended it: an older end is another measure's.
        """
        if work.refusal or (told := self.drafted(before)).refusal:
            return work
        day, newest = _day_of(work), _day_of(told)
        return told if day and newest and day < newest else work

    def _first_answered(self, readings: Readings) -> Work:
        """Draft the answer to the first reading that has one; a refusal is of the words as they are."""
        if readings.within and not (within := self.drafted(readings.within)).refusal:
            newer = self._newer_day(within, readings.plain) or self._whole(within, readings.plain)
            if other := newer or self._told_elsewhere(within, readings.plain):
                return other
            others = self.by_words(readings.plain).hits  # retrieved as well, if not quoted
            return replace(within, hits=(*within.hits, *others))
        for work in map(self.drafted, readings.first):
            if not work.refusal:
                return work
        if readings.ended and (ended := self._told_to_have_ended(readings.ended)):
            return ended
        plain = self.drafted(readings.plain)
        told = plain.draft[0].evidence if plain.draft and not plain.refusal else None
        if readings.stands and told and not says_how_it_stands(told.said):
            stands = self.drafted(readings.stands)
            return plain if stands.refusal else stands
        if readings.at_hand and not plain.refusal:
            at_hand = self.drafted(readings.at_hand)
            if not at_hand.refusal and self._answers_as_well(at_hand, plain):
                return at_hand
        if readings.leaned:
            leaned = self.drafted(readings.leaned)
            if not leaned.refusal and (plain.refusal or self._answers_as_well(leaned, plain)):
                return leaned
        if plain.refusal:
            return next((work for work in map(self.drafted, readings.then) if not work.refusal), plain)
        return plain

    def _told_to_have_ended(self, asked: Work) -> Work | None:
        """Return the answer whether a measure holds, where it is that a briefing ended it: on its day."""
        work = self.drafted(asked)
        if work.refusal or not work.draft:
            return None
        first = work.draft[0].evidence
        return work if _ends(first) and first.hit.facts.published else None

    def _newer_day(self, within: Work, plain: Work) -> Work | None:
        """Return the answer from all on file to a question on a day to come that a newer briefing tells."""
        asked = within.question
        if "date" not in asked.details or not (looks_ahead(asked) and asks_what_holds(asked)):
            return None
        work = self.drafted(plain)
        if work.refusal or not work.draft or not within.draft:
            return None
        before, day = _day_of(within), _day_of(work)
        newer = before and day and before < day
        on_it = newer and _is_on_what_came_before(work, work.draft[0].evidence)
        return work if on_it and self._answers_as_well(work, within) else None

    def _whole(self, within: Work, plain: Work) -> Work | None:
        """Return the answer from all on file to a follow-up that is whole by now, where it is better.

        With other goods, or another party, in the place of those before: what was told need not be on them.
        """
        if plain.question.standalone.endswith(")"):
            return None
        work = self.drafted(plain)
        return None if work.refusal or not work.draft or self._answers_as_well(within, work) else work

    def _told_elsewhere(self, within: Work, plain: Work) -> Work | None:
        """Return the answer from all on file to a follow-up, where the briefings at hand hardly answer it.

        On what came before, likely to answer, and with the type of answer asked for.
        """
        if within.shown or any(e.marks.answers >= 0 for e in evidence_of(within.draft)):
            return None
        work = self.drafted(plain)
        if work.refusal or work.shown or not work.draft:
            return None
        told = any(
            e.marks.answers >= SURE
            and (e.marks.detail >= 1.0 or not work.question.details)
            and _is_on_what_came_before(work, e)
            for e in evidence_of(work.draft)
        )
        return work if told else None

    def _answers_as_well(self, leaned: Work, plain: Work) -> bool:
        """Whether a question read as a follow-up is answered by its own words about as well as alone.

        By its first sentence, or by another that is not told of the question alone, too. Where both begin
        with the same one, all else has to be of that briefing, or told of the question alone as well.
        """
        quoted, alone = evidence_of(leaned.draft), evidence_of(plain.draft)
        said = [e.judged_as for e in (*quoted, *alone)]
        odds = self.judging.judge.log_odds(plain.question.standalone, said)
        of_quoted, of_alone = odds[: len(quoted)], odds[len(quoted) :]
        if quoted[0].said == alone[0].said:
            said_alone, briefing = [e.said for e in alone], quoted[0].hit.facts.id
            return all(e.hit.facts.id == briefing or e.said in said_alone for e in quoted)
        if of_quoted[0] >= of_alone[0] - AS_WELL:
            return True
        best = quoted[of_quoted.index(max(of_quoted))]
        return best.said not in [e.said for e in alone] and max(of_quoted) >= max(of_alone) - AS_WELL


def _ends(e: Evidence) -> bool:
    """Whether a sentence says that a measure has ended, by itself and not as what was done before."""
    said = statement_of(folded(e.said).text, e.hit.facts.published)
    return said.ended and not (said.hedged or e.recounts)


def _begin_alike(one: Work, other: Work) -> bool:
    """Whether two answers begin with the same sentence."""
    return bool(one.draft and other.draft) and one.draft[0].evidence.said == other.draft[0].evidence.said


def _of_kin(work: Work) -> Work:
    """Return the answer to a question without a subject, refused where it is not on the parties before."""
    if work.refusal or not work.kin:
        return work
    told = evidence_of(work.draft)
    on_them = all(work.kin & {*e.hit.facts.parties, *parties_in(e.headed)} for e in told)
    return work if on_them else replace(work, draft=(), refusal=Refusal("no-subject"))


def _names(work: Work, named: Work) -> bool:
    """Whether an answer says a name, by itself or in what stands above it."""
    of = named.question.concepts
    said = (f"{e.said} {e.headed}" for e in evidence_of(work.draft))
    return not work.refusal and any(has_all(of, text) for text in said)


def _day_of(work: Work) -> date | None:
    """Return the day of the briefing that an answer begins with."""
    return work.draft[0].evidence.hit.facts.published if work.draft else None


def _is_on_what_came_before(work: Work, e: Evidence) -> bool:
    """Whether a sentence, with what stands around it, is on what a follow-up goes on from."""
    before = [i for i, part in enumerate(work.parts) if part.concept and part.concept.context]
    if len(e.reached) != len(work.parts):  # it heads a timeline, which is on nothing else
        return True
    if goods_in(work.question.standalone) & goods_in(e.headed):
        return True
    reached = share([e.reached[i].around for i in before], [work.parts[i] for i in before])
    return reached is None or reached >= OF_CONTEXT
