"""Tell whether goods are charged by a measure of their own that has not ended, where one on everything has.

The duty on all goods of a party ends, and that on its tin alone goes on. What ends the first is the newest
that is told, and no answer to whether the duty on tin still holds.
"""

from collections.abc import Iterator, Set
from dataclasses import replace

from assistant.asking.asked import others_than_us
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE, of_measure
from assistant.choosing.briefings_on import briefings_on
from assistant.choosing.rate_of_goods import goods_and_words, sets_rate_of, terms_of
from assistant.reading.acts import Act, acts_in
from assistant.reading.goods import goods_in
from assistant.reading.legal_bases import bases_in, laws_in, main_law
from assistant.reading.statements import Statement, statement_of
from assistant.steps.judging import Judging
from assistant.steps.work import Work
from assistant.superseding.cut_passages import whole_sentences
from assistant.superseding.endings import Ending
from assistant.superseding.one_measure import said_by
from assistant.superseding.own_acts import OwnActs
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit
from vectorstore.store import Store


class GoodsHeld:
    """Looks for such a measure over one open home."""

    def __init__(self, store: Store, judging: Judging, acts: OwnActs) -> None:
        self._store = store
        self._judging = judging
        self._acts = acts

    def otherwise(self, work: Work, ending: Ending) -> Work | None:
        """Return the work without what has ended, led by what is held in its place; None where nothing is."""
        held = self._by_another(work, ending)
        if not held:
            return None
        first = next(iter(work.evidence), None)
        if first is None or first not in ending.older:
            return work
        ids = list({hit.facts.id for hit in held})
        briefings = {**self._store.versions.briefings(ids, work.question.as_of), **work.briefings}
        said = self._judging.of_hits(replace(work, hits=tuple(held), briefings=briefings))
        if not said:
            return work
        newest = max(said, key=lambda e: (e.dated, e.score))
        led = replace(newest, score=first.score)
        evidence = (led, *(e for e in work.evidence if e not in ending.older and not e.is_at(led)))
        return replace(work, evidence=evidence, shown=min(work.shown, len(evidence)), briefings=briefings)

    def _by_another(self, work: Work, ending: Ending) -> list[Hit]:
        """Return the sentences by which the goods asked about are charged by another measure than what ended.

        Each a passage of its own; none where the question calls the measure by more than its goods and a law.
        """
        goods = _goods_alone(work.question)
        if goods is None or goods in goods_in(ending.evidence.said):
            return []
        subject = terms_of(goods, work.question.asked)
        on_it = briefings_on(subject, self._store, work.filters)
        return [hit for of in on_it for hit in self._charging(goods, of, work, ending)]

    def _charging(self, goods: str, of: BriefingFacts, work: Work, ending: Ending) -> Iterator[Hit]:
        """Yield what a briefing says to be charged otherwise on goods of the parties asked about, or any."""
        text = self._store.versions.briefings([of.id], work.question.as_of)[of.id].text
        own = self._acts.of(of, text)
        parties = frozenset(others_than_us(work.question))
        for passage, shown in whole_sentences(self._store.versions.passages_of(of)):
            if not sets_rate_of(goods, shown):
                continue
            said = statement_of(shown, of.published)
            if said.ended or said.hedged or not said.instruments & IN_FORCE:
                continue
            if said.parties and parties.isdisjoint(said.parties):
                continue
            bases = said.bases or frozenset(filter(None, [main_law(text)]))
            if _is_apart(said, own | acts_in(shown), bases, ending):
                yield Hit(passage, of, 0.0, 0.0, 0.0)


def _goods_alone(question: Question) -> str | None:
    """Return the one kind of goods of whose duty a question asks, and of no more than its law; else None."""
    named = goods_and_words(of_measure(question))
    if named is None or named[1] or bases_in(question.asked) - laws_in(question.asked):
        return None
    return named[0]


def _is_apart(said: Statement, acts: Set[Act], bases: Set[str], ending: Ending) -> bool:
    """Whether what a sentence tells, under these acts and bases in law, is another measure than what ended.

    Where neither are told, what is charged on goods from anywhere is: a briefing on these goods tells it.
    """
    if acts:
        return acts.isdisjoint(ending.acts)
    laws, ended = {of for of in bases if of.startswith("section ")}, said_by(ending.evidence).bases
    return laws.isdisjoint(ended) if laws and ended else not said.parties
