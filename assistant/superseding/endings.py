"""Find what a later briefing ended or changed: the act under which something holds that the evidence says.

A duty is imposed under an act. The act that ends it names that one by its number and seldom the goods or
the party, so that no search for the words of a question finds it, and an answer from the older briefing
alone would be out of date.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from assistant.asking.question import Question, asks_of_a_day
from assistant.asking.still_asked import IN_FORCE, asks_still
from assistant.choosing.evidence import Evidence
from assistant.reading.acts import Act, acts_in, alone, folded, grounds_in
from assistant.reading.alterations import changes_day, changing_clauses, rates_changed
from assistant.reading.days_in_words import long_date
from assistant.reading.goods import goods_in
from assistant.reading.statements import Statement, ending_clauses, instruments_in, rates_in, statement_of
from assistant.superseding.own_acts import NAMING, OwnActs
from ingest.text.parties import parties_in
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.search import Hit
from vectorstore.store import Store

ON_IT = 0.8  # of the subject's weight that the best one reaches
LOOKED_AT = 4  # best sentences
# Words that bring such passages forward.
ENDING = ("longer", "effect", "terminated", "ended", "repealed", "revoked", "amended", "date", "percent")


@dataclass(frozen=True, slots=True)
class Ending:
    """A sentence that ends, or changes, the measure of acts, and the older ones that rest on these."""

    evidence: Evidence
    acts: tuple[Act, ...]
    older: tuple[Evidence, ...]

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


def asks_what_holds(question: Question) -> bool:
    """Whether the answer is about what holds now, or on the as-of date, or began on a day."""
    if question.kind in ("who", "why"):
        return False
    return _holds_now(question) or asks_of_a_day(question)


def _holds_now(question: Question) -> bool:
    return question.latest or not (question.periods or question.past or question.since)


def acts_behind(
    evidence: Sequence[Evidence], texts: Mapping[str, str], own: OwnActs
) -> dict[Act, tuple[Evidence, ...]]:
    """Return the acts that the best sentence rests on, each with it and with the next best that do.

    A sentence rests on the acts that it names, on the one that its briefing is, and on the one that its
    briefing is about, or else on those named before it in its paragraph; or it announces what another rests
    on. One on all goods rests on the emergency, too, that its briefing gives as its ground.
    """
    behind: dict[Act, tuple[Evidence, ...]] = {}
    if not evidence or not imposes(evidence[0]):
        return behind
    for e in filter(imposes, evidence[:LOOKED_AT]):
        facts = e.hit.facts
        text = texts.get(facts.id, "")
        grounds = frozenset[Act]() if goods_in(e.said) else grounds_in(text)  # of goods there may be others
        for act in acts_in(e.said) | own.of(facts, text) | grounds or acts_in(_before(e, texts)):
            behind[act] = (*behind.get(act, ()), e)
    best = evidence[0]
    return {
        act: (best, *(e for e in resting if e is not best))
        for act, resting in behind.items()
        if any(_is_same(best, e) for e in resting)
    }


def acts_asked_of(
    question: Question, evidence: Sequence[Evidence], acts_of: Callable[[Evidence], frozenset[Act]]
) -> dict[Act, tuple[Evidence, ...]]:
    """Return the acts of the best sentence that rests on any and imposes something, at a rate asked about.

    Of those that tell as much of the subject as the first of them: others impose another measure.
    """
    asked = rates_in(question.asked)
    imposing = [e for e in evidence if imposes(e) and rates_in(e.said) >= asked]
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
    said = _said(e)
    return bool(said.instruments & IN_FORCE) and not said.ended


def _is_same(best: Evidence, other: Evidence) -> bool:
    """Whether both tell of one measure, as an order and the announcement of it do: one day, one rate."""
    if other is best:
        return True
    days = best.hit.facts.published, other.hit.facts.published
    return bool(days[0] and days[0] == days[1] and rates_in(best.said) & rates_in(other.said))


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
    if not _holds_now(question):
        found = []  # that it ended later does not tell whether it began on that day
    best = next(iter(behind.values()))[0]
    own = best.hit.facts
    naming_it.append((own, store.versions.passages_of(own)))  # what it cites it may end or change further on
    if _holds_now(question) and best.recounts:
        ending = _ending_in(naming_it[-1][1], own, behind, question)
        found += [(own, *at) for at in ending if at[0].sentences[0].start > best.sentence.start]
    found += _changing(naming_it, behind, question)
    return [(Hit(passage, of, 0.0, 0.0, 0.0), act) for of, passage, act in found]


def last_day_told(best: Evidence, passages: Sequence[Passage], question: Question) -> list[Passage]:
    """Return the sentences of a briefing that tell the last day of what its best one imposes, shortest first.

    Each is a passage of its own; none where the best one tells it.
    """
    imposed, published = _said(best), best.hit.facts.published
    if imposed.last or published is None:
        return []
    found: list[Passage] = []
    for _, passage in _cut_to_sentences([(best.hit.facts, passages)]):
        said = statement_of(_text_of(passage, passage.sentences[0]), published)
        if said.last and said.last >= published and _same(said, imposed, question):
            found.append(passage)
    return sorted(found, key=lambda p: p.sentences[0].end - p.sentences[0].start)


def _ending_in(
    passages: Sequence[Passage],
    of: BriefingFacts,
    behind: Mapping[Act, Sequence[Evidence]],
    question: Question,
) -> Iterator[tuple[Passage, Act]]:
    for passage, shown in _whole_sentences(passages):
        if act := _ended(shown, of, behind, question):
            yield passage, act


def _changing(
    briefings: Sequence[tuple[BriefingFacts, Sequence[Passage]]],
    behind: Mapping[Act, Sequence[Evidence]],
    question: Question,
) -> Iterator[tuple[BriefingFacts, Passage, Act]]:
    """Yield the sentences that change a rate or day that the best older one tells, and later ones in turn."""
    best = next(iter(behind.values()))[0]
    rates = {act: _rates_told(best.said) if _holds_now(question) else set() for act in behind}
    for of, passage in _cut_to_sentences(briefings):
        (sentence,) = passage.sentences
        if of.id == best.hit.facts.id and sentence.start <= best.sentence.start:
            continue
        text = folded(_text_of(passage, sentence))
        named = frozenset().union(*text.runs) & behind.keys()
        amends = _only_amends(text.text) and _concerns(f"{of.title}\n{text.text}", question)
        if not named or not (amends or _same_kind(text.text, of, behind, question)):
            continue
        if _is_of_some_goods(text.text, best, question):
            continue
        day = _asks_day(question) and changes_day(
            text.text, of.published, best.said, best.hit.facts.published
        )
        for act in sorted(named, key=lambda act: act.number):
            new = {new for old, new in rates_changed(text.text) if old in rates[act] and old != new}
            rates[act] |= new
            if new or day:
                yield of, passage, act
                break


def _asks_day(question: Question) -> bool:
    if {"date", "span"}.intersection(question.details) or asks_of_a_day(question) or asks_still(question):
        return True
    return question.kind in ("status", "yes-no") and bool(instruments_in(question.standalone) & IN_FORCE)


def _cut_to_sentences(
    briefings: Sequence[tuple[BriefingFacts, Sequence[Passage]]],
) -> Iterator[tuple[BriefingFacts, Passage]]:
    """Yield each sentence, oldest briefings first, with its passage cut to it."""
    for of, passages in sorted(briefings, key=lambda briefing: briefing[0].published or date.min):
        for passage in passages:
            for sentence in passage.sentences:
                yield of, replace(passage, sentences=(sentence,))


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
    before = tuple(e for e in older if day and e.hit.facts.published and e.hit.facts.published < day)
    only = tuple((start + a, start + b) for a, b in alone(said.quote, frozenset(acts)))
    return Ending(replace(said, score=behind[act][0].score, only=only), tuple(acts), before)


def _whole_sentences(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Yield each sentence of a briefing with the passage that it begins in, cut to it.

    What was cut at semicolons is put together again: what is ended may be listed before it says so.
    """
    run: list[tuple[Passage, Sentence]] = []
    for passage in passages:
        for sentence in passage.sentences:
            if run and not (_goes_on(*run[-1]) and sentence.start - run[-1][1].end < 2):
                yield _joined(run)
                run = []
            run.append((passage, sentence))
    if run:
        yield _joined(run)


def _goes_on(passage: Passage, sentence: Sentence) -> bool:
    return _text_of(passage, sentence).endswith((";", "; and", "; or"))


def _joined(run: Sequence[tuple[Passage, Sentence]]) -> tuple[Passage, str]:
    (passage, first), (_, last) = run[0], run[-1]
    whole = replace(first, end=last.end)
    return replace(passage, sentences=(whole,)), " ".join(_text_of(*piece) for piece in run)


def _text_of(passage: Passage, sentence: Sentence) -> str:
    return passage.text[sentence.start - passage.start : sentence.end - passage.start]


def _ended(
    shown: str, of: BriefingFacts, behind: Mapping[Act, Sequence[Evidence]], question: Question
) -> Act | None:
    """Return the act that a sentence ends as a whole, where that is what an older sentence rests on."""
    text = folded(shown)
    said = statement_of(text.text, of.published)
    asked = instruments_in(question.standalone) & IN_FORCE
    if of.published is None or not said.ended or said.hedged or (asked and not asked & said.instruments):
        return None
    for clause in ending_clauses(text.text):
        for act in sorted(text.acts_of(clause) & behind.keys(), key=lambda act: act.number):
            best = behind[act][0]
            under_it = act in acts_in(best.said) or not _under_another_law(_said(best), said)
            if under_it and _same(said, _said(best), question):
                return act
    return None


def _rates_told(said: str) -> set[float]:
    """Return the rates that a sentence gives, but for those that it gives a new one for.

    >>> _rates_told("The duty of Order 193 is cut from 20 percent to 10 percent.")
    {10.0}
    """
    return {*rates_in(said)} - {old for old, new in rates_changed(folded(said).text) if old != new}


def _is_of_some_goods(text: str, best: Evidence, question: Question) -> bool:
    """Whether a sentence changes the rate of goods that are neither asked about nor those of the best one."""
    goods = goods_in(changing_clauses(text))
    return bool(goods) and goods.isdisjoint(goods_in(question.standalone) | goods_in(best.headed))


def _only_amends(text: str) -> bool:
    """Whether a sentence gives another rate in the words of an act, and names no measure of its own.

    "Section 2(a) of Order 193 is amended by striking the words “10 percent” and inserting “20 percent”."
    """
    return not instruments_in(text) and bool(rates_changed(text))


def _concerns(text: str, question: Question) -> bool:
    """Whether a text names a party asked about, or none at all."""
    named, asked = parties_in(text) - {"US"}, {*question.parties} - {"US"}
    return not named or not asked or not named.isdisjoint(asked)


def _same_kind(
    text: str, of: BriefingFacts, behind: Mapping[Act, Sequence[Evidence]], question: Question
) -> bool:
    said = statement_of(text, of.published)
    return not said.hedged and any(_same(said, _said(resting[0]), question) for resting in behind.values())


def _same(newer: Statement, older: Statement, question: Question) -> bool:
    """Whether both are about one kind of measure, and the newer one about the party asked about or any."""
    if not newer.instruments & older.instruments & IN_FORCE or newer.on_us != older.on_us:
        return False
    return not newer.parties or bool(newer.parties & (older.parties | set(question.parties)))


def _under_another_law(older: Statement, newer: Statement) -> bool:
    """Whether what a sentence tells rests on a law that an ending does not name: another measure."""
    laws = {basis for basis in older.bases if basis.startswith("section ")}
    return bool(laws and newer.bases and not laws & newer.bases)


def _said(e: Evidence) -> Statement:
    return statement_of(e.said, e.hit.facts.published)
