"""A question in, a checked answer out: the whole flow, as LangChain runnables.

    request -> understand -> find -> choose -> compose -> check -> Answer

Each step takes and returns the growing `Work`; nothing is shown that `check` has not kept.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, InReserve
from assistant.asking.asked import asks_latest, asks_sides, others_than_us
from assistant.asking.charge_asked import (
    asks_charged_under,
    asks_what_held,
    words_beside_a_charge,
)
from assistant.asking.details import type_of_answer
from assistant.asking.request import AskRequest
from assistant.checking.also_in import with_also_in
from assistant.checking.citations import check
from assistant.choosing.asked_thing import asked_thing_first
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import compose, drafted, evidence_of
from assistant.choosing.goods_of_origin import of_origin
from assistant.choosing.leading import lead_with
from assistant.choosing.opening import opening_first
from assistant.choosing.otherwise import others_as_likely
from assistant.choosing.own_rate import asked_rate_first
from assistant.choosing.similarity import SentenceVectors
from assistant.declining.abstention import Refusal
from assistant.drafting.rewriting import rewritten, stands_by_itself
from assistant.drafting.written import written
from assistant.kinds.ahead import asks_ahead
from assistant.kinds.began import tells_what_began
from assistant.kinds.on_subject import on_subject, told_in_passing
from assistant.steps.at_hand import told_of
from assistant.steps.best_reading import BestReading
from assistant.steps.charged_since import ChargedSince
from assistant.steps.forms import answered, cut, refused
from assistant.steps.judging import Judging
from assistant.steps.refusing import Refusing
from assistant.steps.searching import Searching
from assistant.steps.sides import holds_all, side_by_side, sides_of
from assistant.steps.still_held import StillHeld
from assistant.steps.understanding import Readings, Understanding
from assistant.steps.work import Work
from assistant.superseding.held_now import held_now
from assistant.superseding.one_measure import asks_what_holds
from assistant.superseding.outgrown import outgrown
from assistant.superseding.postponed import postponed_first, without_days_replaced
from assistant.superseding.replaced import with_ended, with_superseded
from vectorstore.store import Store

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from assistant.drafting.chat import Chat

ON_IT = 0.9  # of the subject's weight, reached by what tells the rate that held on a day


class Answering:
    """Answers questions over one open home."""

    def __init__(self, store: Store, chat: "Chat | None" = None) -> None:
        self._store = store
        vectors = SentenceVectors(store.encoder)
        self._judging = Judging(store, vectors)
        self._searching = Searching(store, self._judging.shares, vectors)
        self._refusing = Refusing(store, vectors)
        self._still_held = StillHeld(store, self._judging)
        self._charged_since = ChargedSince(store, self._still_held)
        self._understanding = Understanding(store)
        self.chat = chat

    @property
    def chain(self) -> "Runnable[AskRequest, Answer]":
        """The whole flow; LangChain comes in with it, half a second that an ingest need not wait.

        Not kept: it refers to this object, and the two would keep a closed home's encoder in memory, 140 MB,
        until Python looks for such circles. Making it takes 0.03 ms.
        """
        from langchain_core.runnables import RunnableLambda

        return RunnableLambda(self._understand) | RunnableLambda(self._draft) | RunnableLambda(self._finish)

    def answer(self, request: AskRequest) -> Answer:
        """Answer or decline. QuestionError when there is nothing to answer."""
        started = time.perf_counter()
        answer = self.chain.invoke(request)
        return replace(answer, latency_ms=round(1000 * (time.perf_counter() - started)))

    def drafted(self, request: AskRequest) -> Work:
        """Go as far as the draft, unchecked: what the weights are fitted on."""
        return self._draft(self._understand(request))

    def _draft(self, readings: Readings) -> Work:
        """Draft the answer, and remember what it is made of."""
        best = BestReading(self._drafted, self._searching.by_words, self._judging)  # refers to this object
        work = best.of(readings)
        self._understanding.at_hand.keep(work.request, told_of(work))
        return replace(work, pressed=readings.pressed)

    def _drafted(self, work: Work) -> Work:
        if work.refusal:  # it asks nothing
            return work
        if not words_beside_a_charge(work.question) and (held := self._held_then(work)):
            return held
        return self._compose(self._choose(self._searching.find(work)))

    def _verbatim(self, request: AskRequest) -> Answer:
        return self._check(self.drafted(request))

    def candidates(self, request: AskRequest) -> list[Evidence]:
        """Return the sentences found, before the reranker has seen them: what it is trained on."""
        work = self._searching.find(self._understand(request).plain)
        return [] if work.shown else [*self._judging.read(work).read]

    def events(self, request: AskRequest) -> Iterator[str | InReserve | Answer]:
        """Say what is being done, then yield the answer as it grows, sentence by sentence."""
        started = time.perf_counter()
        count = len(self._store.catalogue.facts())
        yield f"Searching {count} briefing{'' if count == 1 else 's'}"
        for event in self._finishing(self.drafted(request)):
            took = round(1000 * (time.perf_counter() - started))
            yield replace(event, latency_ms=took) if isinstance(event, Answer) else event

    def _understand(self, request: AskRequest) -> Readings:
        return self._understanding.readings(request, self._verbatim)

    def _choose(self, work: Work) -> Work:
        if work.shown:
            if asks_ahead(work.question):
                return work
            if work.charged:
                return self._still_held.charged(work)
            alone = asks_latest(work.question) and not asks_sides(work.question)
            return self._charged_since.told(self._still_held.with_ending(work)) if alone else work
        work = self._judging.read(work)
        if work.origin:
            work = replace(work, read=tuple(of_origin(work.origin, work.read)))
        work = self._judging.judged(work)
        led = asked_rate_first(work.question, work.evidence, work.read)
        work = replace(work, evidence=asked_thing_first(work.question, led))
        if asks_latest(work.question):
            told = (work.question, work.evidence, work.parts)
            on_it = on_subject(*told) or told_in_passing(*told)
            work = replace(work, evidence=opening_first(work.question, on_it, work.read))
        if not asks_what_holds(work.question):
            return replace(work, evidence=postponed_first(work.question, work.evidence, work.read))
        ended = self._still_held.with_ending(work)
        held = outgrown(work.question, held_now(work.question, work.evidence))
        newest = postponed_first(work.question, held, work.read)
        if ended.ending or newest == work.evidence:
            return replace(ended, evidence=without_days_replaced(ended.ended, ended.evidence))
        return self._still_held.with_ending(replace(work, evidence=newest))

    def _compose(self, work: Work) -> Work:
        if work.shown:
            shown = [*([work.ended] if work.ended else []), *work.evidence[: work.shown]]
            return replace(work, draft=tuple(drafted(work.question, shown, work.texts)))
        if compared := self._compared(work):
            return compared
        draft = compose(work.question, work.evidence, work.parts, work.texts, work.ended)
        chosen = evidence_of(draft)
        refusal = self._refusing.refusal(work, chosen)
        if refusal and refusal.lacks and (other := self._led_by_another(work, chosen, refusal.lacks)):
            return other
        if refusal and words_beside_a_charge(work.question) and (then := self._held_then(work)):
            return then
        if refusal and work.question.since and (before := self._before(work)):
            if tells_what_began(work.question, before.draft[0].evidence):
                return replace(before, question=work.question)
            return replace(
                before, question=work.question, hits=work.hits, refusal=replace(refusal, kind="nothing-since")
            )
        return replace(work, draft=tuple(draft), refusal=refusal)

    def _led_by_another(self, work: Work, chosen: Sequence[Evidence], lacks: Sequence[str]) -> Work | None:
        """Answer with a sentence in the lead that was not chosen, where it is as likely and lacks nothing."""
        of_rate = [*lacks] == [type_of_answer(("rate",))]
        for e in others_as_likely(work.question, work.evidence, chosen, of_rate):
            led = lead_with(e, work.evidence)
            draft = compose(work.question, led, work.parts, work.texts, work.ended)
            if not self._refusing.refusal(work, evidence_of(draft)):
                return replace(work, evidence=led, draft=tuple(draft))
        return None

    def _compared(self, work: Work) -> Work | None:
        """Answer each side of a comparison by itself; None where a sentence has all, or a side no answer."""
        texts = sides_of(work.question, self._understanding.assumed(work.request))
        asked = [self._understanding.question(work.request, text) for text in texts]
        if not asked or any(holds_all(e, work.parts, asked) for e in work.evidence[:1]):
            return None
        return side_by_side(work, [self._drafted(replace(work, question=of)) for of in asked])

    def _held_then(self, work: Work) -> Work | None:
        """Answer with the rate that held in a period gone by, or since a day; None where that is not asked.

        A rate holds until it is changed, so what was known on the period's last day is as good.
        """
        question = work.question
        faces = question.faces or not others_than_us(question)
        if question.since and faces and "rate" in question.details:
            then = replace(question, since=None, latest=True)
        elif asks_what_held(question, self._understanding.assumed(work.request)):
            last = min(filter(None, (question.periods[0].last, question.as_of)))
            then = replace(question, periods=(), as_of=last, latest=True, past=False)
        else:
            return None
        by_measure = asks_charged_under(then)
        of_goods = words_beside_a_charge(question) and not by_measure
        if not (of_goods or others_than_us(question)):
            return None
        find = self._searching.by_words if of_goods else self._searching.find
        held = self._compose(self._choose(find(replace(work, question=then))))
        if held.refusal:
            return None
        first = held.draft[0].evidence.marks
        sure = first.sets or (first.detail and first.subject >= ON_IT)
        return held if sure or question.past or question.since or not of_goods else None

    def _before(self, work: Work) -> Work | None:
        """Return the evidence that answers a "since DATE" question, but from before that date."""
        before = replace(work, question=replace(work.question, since=None))
        before = self._compose(self._choose(self._searching.by_words(before)))
        return None if before.refusal else before

    def _finish(self, work: Work) -> Answer:
        *_, answer = self._finishing(work)
        assert isinstance(answer, Answer)
        return answer

    def _finishing(self, work: Work) -> Iterator[str | InReserve | Answer]:
        """Yield the answer as it grows; whether there is one is decided before a model is asked."""
        answer = self._check(work)
        if self.chat and not work.request.verbatim and not answer.abstained:
            yield f"Writing with {self.chat.name}"
            yield InReserve(answer)
            chat = self.chat.for_an_answer()
            work = self._rewritten(work, chat)
            marked = partial(self._marked, work)
            yield from written(work, answer, chat, self._judging.of_prose, marked)
            return
        for shown in range(1, len(answer.sentences)):
            yield cut(answer, shown)
        yield answer

    def _rewritten(self, work: Work, chat: "Chat") -> Work:
        """Find and choose anew for a follow-up as the model words it, where it may and something is found."""
        if stands_by_itself(work):
            return work
        question, _ = rewritten(work.question, work.earlier, chat, self._understanding.assumed(work.request))
        if question is None:
            return work
        again = self._drafted(replace(work, question=question, within=False))
        return work if again.refusal or not self._check(again).citations else again

    def _check(self, work: Work) -> Answer:
        checked = check(work.draft, work.briefings, work.question.as_of)
        refusal = work.refusal or (None if checked.sentences else Refusal("no-detail"))
        if refusal:
            return refused(work, refusal)
        return answered(work, replace(checked, citations=self._marked(work, checked.citations)))

    def _marked(self, work: Work, citations: Sequence[Citation]) -> tuple[Citation, ...]:
        """Say of citations where else their words are, and what has replaced them."""
        with_copies = with_also_in(self._store, citations, work.filters)
        return with_ended(with_superseded(with_copies, work.seen, work.question), work.ending)
