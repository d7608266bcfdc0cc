"""Tell which legal acts briefings are, or are about.

What an act's own text seldom tells, others do: they call it by its title.
"""

from assistant.reading.acts import Act, main_act, titled
from assistant.superseding.remembered import Remembered
from vectorstore.facts import BriefingFacts
from vectorstore.store import Store

NAMING = 30  # passages in which an act's title or number is looked for


class OwnActs:
    """The acts that briefings are or are about, remembered until the next change. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: Remembered[frozenset[Act]] = Remembered(store)

    def of(self, facts: BriefingFacts, text: str) -> frozenset[Act]:
        """Return the act that others call by the briefing's title, and the one that its text is about."""
        return self._known.get((facts.id, facts.version), lambda: self._found(facts, text))

    def _found(self, facts: BriefingFacts, text: str) -> frozenset[Act]:
        return frozenset(act for act in (self._titled(facts), main_act(text)) if act)

    def _titled(self, facts: BriefingFacts) -> Act | None:
        naming = [id for id, _ in self._store.keywords.query(facts.title, NAMING)]
        for passage in self._store.versions.passages(naming).values():
            if passage.briefing_id != facts.id and (act := titled(passage.text, facts.title)):
                return act
        return None
