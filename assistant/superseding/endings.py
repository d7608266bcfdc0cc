"""Find what a later briefing ended or changed: the act under which something holds that the evidence says.

A duty is imposed under an act. The act that ends it names that one by its number and seldom the goods or
the party, so that no search for the words of a question finds it, and an answer from the older briefing
alone would be out of date.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from assistant.asking.question import Question, holds_now
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.evidence import Evidence
from assistant.reading.acts import Act, acts_in, alone, folded, grounds_in, recites
from assistant.reading.alterations import rates_left
from assistant.reading.days_in_words import long_date
from assistant.reading.ends_told import ending_clauses
from assistant.reading.goods import goods_in
from assistant.reading.goods_under import are_under_another_law
from assistant.reading.legal_bases import laws_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import Statement, instruments_in, statement_of
from assistant.reading.terms import term_of
from assistant.superseding.altered import changing
from assistant.superseding.cut_passages import cut_to_sentences, text_of, whole_sentences
from assistant.superseding.one_measure import said_by, same_measure
from assistant.superseding.own_acts import NAMING, OwnActs
from ingest.text.parties import parties_in
from vectorstore.briefing import Passage
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.store import Store

ON_IT = 0.8  # of the subject's weight that the best one reaches
LOOKED_AT = 4  # best sentences
# Words that bring such passages forward.
ENDING = ("longer", "effect", "terminated", "ended", "repealed", "revoked", "amended", "date", "percent")
_AS_IT_IS = pattern(
    r"\b(?:presently|currently|already) (?:being )?(?:subject|charged|imposed|in force)\b", re.I
)


# What is said of goods that a measure does not apply to does not rest on its act.
_EXCEPTED = pattern(r"\b(?:excepted|exempted|refund(?:s|ed)?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Ending:
    """A sentence that ends, or changes, the measure of acts, and the older ones that rest on these."""

    evidence: Evidence
    acts: tuple[Act, ...]
    older: tuple[Evidence, ...]
    beside: bool = False  # told behind the rest, as the thing asked about did not end with it

    @property
    def ends(self) -> bool:
        """Whether the measure is ended, not changed."""
        return statement_of(folded(self.evidence.said).text, self.evidence.hit.facts.published).ended

    @property
    def happened(self) -> str:
        """What became of the measure: `the measure under Order 193 has ended`."""
        *others, last = (act.name for act in self.acts)
        acts = f"{', '.join(others)} and {last}" if others else last
        return f"the measure under {acts} {'has ended' if self.ends else 'was changed'}"

    @property
    def reason(self) -> str:
        """Why the older sentences hold no longer, for a notice."""
        facts = self.evidence.hit.facts
        when = f", {long_date(facts.published)}" if facts.published else ""
        return f"{self.happened} (“{facts.title}”{when})"


def acts_behind(
    evidence: Sequence[Evidence], texts: Mapping[str, str], own: OwnActs
) -> dict[Act, tuple[Evidence, ...]]:
    """Return the acts that the best sentence rests on, each with it and with the next best that do.

    A sentence rests on the acts that it names, on those whose titles call its measure as it does, on the one
    that its briefing is, and on the one that its briefing is about, or else on those named before it in its
    paragraph; or it announces what another rests on. One on all goods rests on the emergency, too, that its
    briefing gives as its ground.
    """
    behind: dict[Act, tuple[Evidence, ...]] = {}
    if not evidence or not imposes(evidence[0]):
        return behind
    for e in filter(imposes, evidence[:LOOKED_AT]):
        facts = e.hit.facts
        text = texts.get(facts.id, "")
        acts = acts_in(e.said) | (own.called(e.said) if rates_in(e.said) else frozenset())
        if not tells_of_others(e):
            acts |= own.of(facts, text)
            acts |= frozenset() if goods_in(e.said) else grounds_in(text)  # of goods there may be others
        if _AS_IT_IS.search(e.said) or not tells_of_others(e):
            acts = acts or acts_in(_before(e, texts))
        for act in acts:
            behind[act] = (*behind.get(act, ()), e)
    best = evidence[0]
    return {
        act: (best, *(e for e in resting if e is not best))
        for act, resting in behind.items()
        if any(_is_same(best, e) for e in resting)
    }


def tells_of_others(e: Evidence) -> bool:
    """Whether a sentence tells of what other acts than its briefing's impose.

    What goods are "presently subject to", or several measures, each on a party at a rate of its own.
    """
    several = len(rates_in(e.said)) > 1 and len(parties_in(e.said) - {"US"}) > 1
    return several or bool(_AS_IT_IS.search(e.said))


def acts_asked_of(
    question: Question, evidence: Sequence[Evidence], acts_of: Callable[[Evidence], frozenset[Act]]
) -> dict[Act, tuple[Evidence, ...]]:
    """Return the acts of the best sentence that rests on any and imposes something, at a rate asked about.

    Of those that tell as much of the subject as the first of them: others impose another measure.
    """
    asked = rates_in(question.asked)
    imposing = [
        e for e in evidence if imposes(e) and rates_in(e.said) >= asked and not _EXCEPTED.search(e.said)
    ]
    on_it = (e for e in imposing if e.marks.subject >= ON_IT * imposing[0].marks.subject)
    for e in islice(on_it, LOOKED_AT):
        if acts := acts_of(e):
            return dict.fromkeys(acts, (e,))
    return {}


def _before(e: Evidence, texts: Mapping[str, str]) -> str:
    """Return what stands before a sentence in its paragraph: "In Order 193 I found ... To offset it, ..."."""
    text, start = texts.get(e.hit.facts.id, ""), e.sentence.start
    return text[text.rfind("\n", 0, start) + 1 : start]


def imposes(e: Evidence) -> bool:
    """Whether a sentence tells of a measure that acts impose, and not that it ended."""
    said = said_by(e)
    return bool(said.instruments & IN_FORCE) and not said.ended


def _is_same(best: Evidence, other: Evidence) -> bool:
    """Whether both tell of one measure, as an order and the announcement of it do: one day, one rate."""
    if other is best:
        return True
    days = best.hit.facts.published, other.hit.facts.published
    return bool(days[0] and days[0] == days[1] and rates_left(best.said) & rates_left(other.said))


def ending_hits(
    behind: Mapping[Act, Sequence[Evidence]], question: Question, filters: Filters, store: Store
) -> list[tuple[Hit, Act]]:
    """Return the sentences of later briefings that end or change one of these acts.

    Each is a passage of its own.
    """
    day = next((resting[0].hit.facts.published for resting in behind.values()), None)
    if day is None:
        return []
    first = max(filter(None, (day + timedelta(1), filters.published_from)))
    later = replace(filters, published_from=first)
    facts = store.versions.facts(filters.as_of)
    wanted = " ".join([*sorted({act.number for act in behind}), *ENDING])
    naming = store.versions.passages([id for id, _ in store.keywords.query(wanted, NAMING, later)])
    naming_one = {p.briefing_id for p in naming.values() if acts_in(p.text) & behind.keys()}
    naming_it = [
        (of, store.versions.passages_of(of))
        for of in map(facts.get, sorted(naming_one))
        if of and later.allows(of)
    ]
    found = [(of, *at) for of, passages in naming_it for at in _ending_in(passages, of, behind, question)]
    if not holds_now(question):
        found = []  # that it ended later does not tell whether it began on that day
    best = next(iter(behind.values()))[0]
    own = best.hit.facts
    naming_it.append((own, store.versions.passages_of(own)))  # what it cites it may end or change further on
    if holds_now(question) and (best.recounts or recites(best.said)):
        ending = _ending_in(naming_it[-1][1], own, behind, question)
        found += [(own, *at) for at in ending if at[0].sentences[0].start > best.sentence.start]
    found += changing(naming_it, behind, question)
    return [(Hit(passage, of, 0.0, 0.0, 0.0), act) for of, passage, act in found]


def last_day_told(
    best: Evidence, passages: Sequence[Passage], question: Question, over: date = date.max
) -> list[Passage]:
    """Return the sentences of a briefing that tell until when what its best one imposes holds.

    The shortest first, each a passage of its own, and of those that tell a day before `over`; none where the
    best one tells it.
    """
    imposed, published = said_by(best), best.hit.facts.published
    told = term_of(best.quote, published)
    if published is None or imposed.last or (told and not told.counted):
        return []
    found: list[Passage] = []
    for _, passage in cut_to_sentences([(best.hit.facts, passages)]):
        quote = text_of(passage, passage.sentences[0])
        term, said = term_of(quote, published), statement_of(quote, published)
        if (
            term
            and not (told and term.counted)
            and term.last < over
            and same_measure(said, imposed, question)
            and _are_alike(said, imposed)
        ):
            found.append(passage)
    return sorted(found, key=lambda p: p.sentences[0].end - p.sentences[0].start)


def _are_alike(said: Statement, imposed: Statement) -> bool:
    """Whether what two sentences tell of goods and legal grounds can be of one measure."""
    of = ((said.goods, imposed.goods), (said.bases, imposed.bases))
    return all(not mine or not its or mine & its for mine, its in of)


def _ending_in(
    passages: Sequence[Passage],
    of: BriefingFacts,
    behind: Mapping[Act, Sequence[Evidence]],
    question: Question,
) -> Iterator[tuple[Passage, Act]]:
    for passage, shown in whole_sentences(passages):
        if act := _ended(shown, of, behind, question):
            yield passage, act


def ending_of(
    said: Evidence, act: Act, behind: Mapping[Act, Sequence[Evidence]], own: Set[Act] = frozenset()
) -> Ending:
    """Return the ending that a sentence tells of an act, and of those listed with it, cut to these.

    `own` are the acts on the parties asked about: where some of them are listed, it is these that are meant.
    """
    listed = next((run for run in folded(said.quote).runs if act in run), frozenset({act}))
    meant = sorted(own & listed, key=lambda of: of.number)
    acts = meant or [of for of in behind if of in listed] or [act]
    start, day = said.sentence.start, said.hit.facts.published
    older = dict.fromkeys(e for of in acts for e in behind.get(of, ()))
    told = [e for e in older if not rests_on_another(e, said, acts)]
    before = tuple(e for e in told if day and e.hit.facts.published and e.hit.facts.published < day)
    only = tuple((start + a, start + b) for a, b in alone(said.quote, frozenset(acts)))
    return Ending(replace(said, score=behind[act][0].score, only=only), tuple(acts), before)


def _ended(
    shown: str, of: BriefingFacts, behind: Mapping[Act, Sequence[Evidence]], question: Question
) -> Act | None:
    """Return the act that a sentence ends as a whole, where that is what an older sentence rests on."""
    text = folded(shown)
    said = statement_of(text.text, of.published)
    asked = instruments_in(question.standalone) & IN_FORCE
    if of.published is None or not said.ended or said.hedged or (asked and not asked & said.instruments):
        return None
    if (laws := laws_in(question.asked)) and said.bases and not laws & said.bases:
        return None  # what rests on the law that is asked about goes on
    for clause in ending_clauses(text.text):
        for act in sorted(text.acts_of(clause) & behind.keys(), key=lambda act: act.number):
            best = behind[act][0]
            if act in acts_in(best.said):
                under_it = not are_under_another_law(goods_in(question.asked), best.said)
            else:
                under_it = not _under_another_law(said_by(best), said)
            if under_it and same_measure(said, said_by(best), question):
                return act
    return None


def rests_on_another(e: Evidence, ending: Evidence, acts: Iterable[Act]) -> bool:
    """Whether a sentence names a law that what ends these acts does not name, and none of the acts."""
    return acts_in(e.said).isdisjoint(acts) and _under_another_law(said_by(e), said_by(ending))


def _under_another_law(older: Statement, newer: Statement) -> bool:
    """Whether what a sentence tells rests on a law that an ending does not name: another measure."""
    laws = {basis for basis in older.bases if basis.startswith("section ")}
    return bool(laws and newer.bases and not laws & newer.bases)
