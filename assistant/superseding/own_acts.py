"""Tell which legal acts briefings are, or are about, and which act's measure a sentence calls by its name.

What an act's own text seldom tells, others do: they call it by its title.
"""

import re

from assistant.reading.acts import Act, main_act, references, titled
from assistant.superseding.remembered import Remembered
from vectorstore.facts import BriefingFacts
from vectorstore.patterns import pattern
from vectorstore.store import Store

# "The reciprocal tariff", "the Variable Levy": the name of a measure.
_CALLED = pattern(r"\b(?P<name>[a-z]{5,}) (?P<of>tariff|dut|surcharge|lev)(?:s|y|ies)?\b")
# What says how high, on what or in which stage, of any of them.
_NO_NAME = pattern(
    r"(?:additional|existing|imports?|exports?|customs|certain|valorem|combined|specific|sectoral|general|special"
    r"|higher|lower|average|applied|further|current|total|other|these|those|their|which|would|every|global"
    r"|impos\w+|rais\w+|reduc\w+|suspend\w+|percent|regular|normal|ordinary|baseline|proposed|planned|possible"
    r"|potential|heavy|steep|stiff|punitive|retaliatory|protective|temporary|universal)"
)
NAMING = 30  # passages in which an act's title or number is looked for


class OwnActs:
    """The acts that briefings are or are about, remembered until the next change. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: Remembered[frozenset[Act]] = Remembered(store)

    def of(self, facts: BriefingFacts, text: str) -> frozenset[Act]:
        """Return the act that others call by the briefing's title, and the one that its text is about."""
        return self._known.get((facts.id, facts.version), lambda: self._found(facts, text))

    def called(self, said: str) -> frozenset[Act]:
        """Return the acts in whose titles the measure of a sentence is called as the sentence calls it."""
        called = _CALLED.finditer(said.lower())
        names = {(m["name"], m["of"]) for m in called if not _NO_NAME.fullmatch(m["name"])}
        return frozenset(act for name in sorted(names) for act in self._called_so(*name))

    def _called_so(self, name: str, of: str) -> frozenset[Act]:
        return self._known.get((name, of), lambda: self._titled_so(name, of))

    def _titled_so(self, name: str, of: str) -> frozenset[Act]:
        form = re.compile(rf"\b{name} {of}", re.I)
        naming = [id for id, _ in self._store.keywords.query(f"{name} {of} order regulation", NAMING)]
        return frozenset(
            reference.act
            for passage in self._store.versions.passages(naming).values()
            for reference in references(passage.text)
            if reference.title and form.search(reference.title)
        )

    def _found(self, facts: BriefingFacts, text: str) -> frozenset[Act]:
        return frozenset(act for act in (self._titled(facts), main_act(text)) if act)

    def _titled(self, facts: BriefingFacts) -> Act | None:
        naming = [id for id, _ in self._store.keywords.query(facts.title, NAMING)]
        for passage in self._store.versions.passages(naming).values():
            if passage.briefing_id != facts.id and (act := titled(passage.text, facts.title)):
                return act
        return None
