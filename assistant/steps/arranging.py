"""Put what was found in the order in which an answer can be made of it: what answers first leads."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.asked import asks_latest, asks_sides
from assistant.asking.exemptions import asks_exempt_from_measure
from assistant.asking.grounds_asked import asks_grounds, whether_it_holds
from assistant.asking.question import understand
from assistant.asking.still_asked import is_of_no_act
from assistant.asking.where_asked import party_of_news
from assistant.choosing.asked_thing import asked_thing_first
from assistant.choosing.come_into_force import come_into_force_first
from assistant.choosing.evidence import Evidence
from assistant.choosing.exempted_first import exempted_first
from assistant.choosing.goods_of_origin import of_origin
from assistant.choosing.grounds_first import grounds_first
from assistant.choosing.in_place_of import not_of_replaced
from assistant.choosing.named_goods import named_goods_first
from assistant.choosing.next_step import next_step_first
from assistant.choosing.opening import opening_first
from assistant.choosing.own_charges import newest_own_first
from assistant.choosing.own_party import own_party_first
from assistant.choosing.own_rate import asked_rate_first, newest_of_origin_first
from assistant.choosing.part_used import part_used_first
from assistant.choosing.taken_away import taken_away_first
from assistant.choosing.was_due import decided_first
from assistant.kinds.ahead import asks_ahead
from assistant.kinds.concluded import tells_step
from assistant.kinds.on_subject import on_subject, told_in_passing
from assistant.steps.charged_since import ChargedSince
from assistant.steps.figure_of_period import figure_of_period_first
from assistant.steps.judging import Judging
from assistant.steps.still_held import StillHeld
from assistant.steps.work import Work
from assistant.superseding.by_clock import by_clock
from assistant.superseding.done_now import without_plans
from assistant.superseding.held_now import held_now
from assistant.superseding.one_measure import asks_what_holds
from assistant.superseding.outgrown import outgrown
from assistant.superseding.overtaken import overtaken
from assistant.superseding.postponed import postponed_first, without_days_replaced
from assistant.superseding.settled_since import settled_since
from vectorstore.store import Store


class Arranging:
    """Arranges what was found in one open home."""

    def __init__(self, store: Store, judging: Judging) -> None:
        self._judging = judging
        self._still_held = StillHeld(store, judging)
        self._charged_since = ChargedSince(store, self._still_held)

    def arranged(self, work: Work) -> Work:
        """Return the work with its evidence in order, and with what has ended of it."""
        of_no_act = is_of_no_act(work.question.asked)
        if work.shown:
            return work if of_no_act else self._latest(work)
        leading = self._leading(self._judged(work))
        return leading if of_no_act else self._holding(leading)

    def _latest(self, work: Work) -> Work:
        """Arrange what the latest is, which its kind has chosen."""
        if asks_ahead(work.question) or tells_step(work.question, work.evidence[0]):
            return work
        if work.charged:
            return self._still_held.charged(work)
        if party_of_news(work.question):
            return self._charged_since.told(work)
        if asks_latest(work.question) and not asks_sides(work.question):
            return self._charged_since.told(self._still_held.with_ending(work))
        return work

    def _judged(self, work: Work) -> Work:
        """Judge the sentences of the passages found."""
        work = self._judging.read(work)
        if work.origin:
            work = replace(work, read=tuple(of_origin(work.origin, work.read)))
        if work.in_place:
            work = replace(work, read=tuple(not_of_replaced(work.in_place, work.read)))
        return self._judging.judged(work)

    def _leading(self, work: Work) -> Work:
        """Put in the lead what tells of the very thing that is asked about."""
        question = work.question
        judge = self._judging.judge
        led = figure_of_period_first(question, work.evidence, work.parts, work.read, judge)
        led = asked_rate_first(question, led, work.read)
        if work.origin and asks_what_holds(question):
            led = newest_of_origin_first(work.origin, led)
        led = newest_own_first(question, own_party_first(question, asked_thing_first(question, led)))
        led = taken_away_first(question, named_goods_first(question, led))
        led = next_step_first(question, led, work.read)
        led = decided_first(question, part_used_first(question, by_clock(question, led), work.read))
        if asks_latest(question):
            on_it = on_subject(question, led, work.parts) or told_in_passing(question, led, work.parts)
            led = opening_first(question, on_it, work.read)
        led = grounds_first(question, led, work.read, judge)
        led = exempted_first(question, led, work.read, judge)
        return replace(work, evidence=come_into_force_first(question, led))

    def _holding(self, work: Work) -> Work:
        """Put in the lead what holds now, where that is asked: the newest, and what has ended of it."""
        question = work.question
        now = overtaken(question, work.evidence, work.read, work.parts)
        work = replace(work, evidence=tuple(without_plans(question, now)))
        if asks_exempt_from_measure(question.standalone):
            return self._unless_ended(work)
        if asks_grounds(question):
            still = understand(whether_it_holds(question), work.today, as_of=question.as_of)
            return self._still_held.with_end_beside(work, still)
        if not asks_what_holds(question):
            return replace(work, evidence=self._changed(work, outgrown(question, work.evidence)))
        ended = self._still_held.with_ending(work)
        if ended.ending:
            return replace(ended, evidence=without_days_replaced(ended.ended, ended.evidence))
        newest = self._changed(work, outgrown(question, held_now(question, work.evidence)))
        if newest == work.evidence:
            return replace(ended, evidence=without_days_replaced(ended.ended, ended.evidence))
        return self._still_held.with_ending(replace(work, evidence=newest))

    def _unless_ended(self, work: Work) -> Work:
        """Put what ended a measure in the lead, where no briefing since says what is exempt from it."""
        ended = self._still_held.with_ending(work)
        lead = next(iter(work.evidence), None)
        since = ended.ending and lead and ended.ending.evidence.published > lead.published
        return ended if since else work

    def _changed(self, work: Work, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """Put in the lead what put off what the best sentence tells, or settled it since."""
        told = postponed_first(work.question, evidence, work.read)
        return settled_since(work.question, told, work.read)
