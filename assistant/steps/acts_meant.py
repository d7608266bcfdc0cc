"""Say which acts a measure that a question asks about rests on."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import partial

from assistant.asking.asked import others_than_us
from assistant.asking.concepts import Concept
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.briefings_on import briefings_on, titled_on
from assistant.choosing.evidence import Evidence
from assistant.reading.acts import Act, acts_in, letters, references
from assistant.reading.on_whom import mostly_named
from assistant.reading.rates import rates_in
from assistant.steps.judging import Judging
from assistant.steps.work import Work
from assistant.superseding.announced import Announced
from assistant.superseding.endings import acts_asked_of, imposes, tells_of_others
from assistant.superseding.own_acts import OwnActs
from ingest.text.parties import parties_in
from vectorstore.hit import Hit
from vectorstore.store import Store


class ActsMeant:
    """Finds them over one open home."""

    def __init__(self, store: Store, judging: Judging) -> None:
        self._store = store
        self._judging = judging
        self.own = OwnActs(store)
        self._announced = Announced(store, self.own)

    def called(self, work: Work) -> dict[Act, tuple[Evidence, ...]]:
        """Return the acts in whose titles a measure is called as the question calls it."""
        called = self.own.called(work.question.asked)
        told = next(filter(imposes, work.evidence[: work.shown] or work.evidence[:1]), None)
        return dict.fromkeys(called, (told,)) if told else {}

    def on_words(self, work: Work, words: Sequence[Concept]) -> dict[Act, tuple[Evidence, ...]]:
        """Return the acts of briefings that are on all these words throughout, oldest first.

        Without words of those whose titles tell a measure on the parties asked about. What an act is called,
        the sentence that imposes seldom says: it tells that in its grounds.
        """
        subject = frozenset(term for of in words for term in of.terms)
        asked = frozenset(others_than_us(work.question))
        if subject:
            on_it = briefings_on(subject, self._store, work.filters)
        else:
            on_it = titled_on(asked, IN_FORCE, self._store, work.filters)
        behind: dict[Act, tuple[Evidence, ...]] = {}
        for facts in on_it:
            briefings = self._store.versions.briefings([facts.id], work.question.as_of)
            hits = tuple(Hit(p, facts, 0.0, 0.0, 0.0) for p in self._store.versions.passages_of(facts))
            of_it = replace(work, hits=hits, briefings=briefings)
            resting_on = partial(self.resting_on, of_it)
            said = sorted(self._judging.gathered(of_it), key=lambda e: not rates_in(e.said))
            for act, resting in acts_asked_of(work.question, said, resting_on).items():
                behind[act] = (*behind.get(act, ()), *resting)
        return behind

    def resting_on(self, work: Work, e: Evidence) -> frozenset[Act]:
        """Return the acts that what a sentence imposes rests on."""
        facts = e.hit.facts
        if tells_of_others(e):
            return acts_in(e.said)
        named = acts_in(e.said) | self.own.of(facts, work.texts.get(facts.id, ""))
        return named or self._announced.of(e, work.filters)

    def on_the_parties(
        self, work: Work, behind: Mapping[Act, Sequence[Evidence]], text: str
    ) -> frozenset[Act]:
        """Return the acts that a text names and that by their titles, or on file, are on a party asked about.

        With them what sentences on the parties rest on, but for acts on others; none where no act is on one.
        """
        asked = frozenset(others_than_us(work.question))
        called = {of.act: of.title for of in references(text) if of.title}
        on_whom = {act: parties_in(title) - {"US"} for act, title in called.items()}
        untold = {act: called[act] for act, parties in on_whom.items() if asked and not parties}
        on_whom |= self._named_on_file(work, untold)
        own = {act for act, parties in on_whom.items() if asked & parties}
        resting = {act for act, told in behind.items() if any(names(e, asked) for e in told)}
        of_others = {act for act, parties in on_whom.items() if parties} - own
        return frozenset(own | (resting - of_others)) if own else frozenset()

    def _named_on_file(self, work: Work, called: Mapping[Act, str]) -> dict[Act, frozenset[str]]:
        """Return whom acts, called by these titles, are on by their texts, of those that are on file."""
        facts = self._store.versions.facts(work.question.as_of).values() if called else ()
        ids = {letters(of.title): of.id for of in facts}
        acts = {act: id for act, title in called.items() if (id := ids.get(letters(title)))}
        texts = self._store.versions.briefings(list(acts.values()), work.question.as_of)
        return {act: mostly_named(texts[id].text) for act, id in acts.items()}


def names(e: Evidence, parties: Set[str]) -> bool:
    """Whether a sentence, its heading or its title names one of the parties."""
    return not parties.isdisjoint(parties_in(e.headed))
