"""Find what ended the measure that a sentence imposes, whatever was asked: for a list of dated sentences."""

import re
from datetime import date

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.acts import acts_in, folded
from assistant.reading.developments import decides
from assistant.reading.ends_told import ending_clauses
from assistant.reading.statements import Statement
from assistant.reading.statuses import statuses_in
from assistant.superseding.announced import Announced
from assistant.superseding.endings import Ending, acts_behind, ending_hits, ending_of, imposes
from assistant.superseding.own_acts import OwnActs
from assistant.superseding.remembered import Remembered
from vectorstore.briefing import Briefing
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.store import Store

# "Products listed in Annex II shall no longer be subject to the duty": for others it goes on.
_IN_PART = pattern(r"\b(?:subject to|appl(?:y|ies) to)\b", re.I)


class Ended:
    """Looks for what ended measures, over one open home; remembered until it changes. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._acts = OwnActs(store)
        self._announced = Announced(store, self._acts)
        self._known: Remembered[Ending | None] = Remembered(store)

    def of(self, e: Evidence, briefing: Briefing, question: Question, filters: Filters) -> Ending | None:
        """Return the newest sentence that ends an act which one of `briefing` rests on, if any does."""
        if not (imposes(e) and _is_of_an_act(e)):
            return None
        key = (briefing.id, briefing.version, e.hit.passage.id, e.sentence, e.said, question, filters)
        return self._known.get(key, lambda: self._found(e, briefing, question, filters))

    def _found(self, e: Evidence, briefing: Briefing, question: Question, filters: Filters) -> Ending | None:
        behind = acts_behind([e], {briefing.id: briefing.text}, self._acts)
        behind = behind or dict.fromkeys(self._announced.of(e, filters), (e,))
        hits = ending_hits(behind, question, filters, self._store) if behind else []
        endings = [ending_of(self._said(hit, filters), act, behind) for hit, act in hits]
        return max(
            (ending for ending in endings if ending.ends and not _in_part(ending)),
            key=lambda ending: (
                ending.evidence.hit.facts.published or date.min,
                ending.evidence.hit.facts.id,
            ),
            default=None,
        )

    def _said(self, hit: Hit, filters: Filters) -> Evidence:
        (sentence,) = hit.passage.sentences
        text = self._store.versions.briefings([hit.facts.id], filters.as_of)[hit.facts.id].text
        return Evidence(hit, sentence, text[sentence.start : sentence.end], "", 0.0, ())


def is_one_measure(one: Statement, other: Statement) -> bool:
    """Whether two statements tell of one measure: the rate that one party's goods pay, under one law.

    >>> from assistant.reading.statements import statement_of
    >>> told = "a tariff of 7 percent on steel of Peru", "the 7% duty on Peru's steel", "7% tariff on Peru"
    >>> of = [statement_of(text, None) for text in told]
    >>> oats, lentils = (statement_of(f"Peru's 7% duty on {goods}", None) for goods in ("oats", "lentils"))
    >>> is_one_measure(oats, lentils)
    False
    >>> is_one_measure(of[0], of[1]), is_one_measure(of[0], of[2])
    (True, False)
    """
    if one.on_us or other.on_us or (one.bases and other.bases and not one.bases & other.bases):
        return False
    parties = one.parties == other.parties and len(one.parties) == 1
    return parties and one.rate is not None and one.rate == other.rate and one.is_on_goods_of(other)


def _is_of_an_act(e: Evidence) -> bool:
    """Whether a sentence names an act, or tells that one is made: its briefing may tell of others', too.

    "I determine that a duty of 9 percent be imposed", not "Peru levies a higher duty than Chile".
    """
    statuses = {*statuses_in(e.said)}
    made = "signed" in statuses or decides(e.said)
    return bool(acts_in(e.said)) or (made and not statuses.isdisjoint(("imposed", "raised", "in force")))


def _in_part(ending: Ending) -> bool:
    """Whether a sentence says that something is no longer under a measure, rather than that this ended."""
    return all(map(_IN_PART.search, ending_clauses(folded(ending.evidence.said).text)))
