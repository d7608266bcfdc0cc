"""Answer "since when?" by the sentence that sets the day of the very measure that was told last.

Such a day stands in the briefing of what was told, or in another one on the same measure: the order behind a
fact sheet. A day of another measure or party is none; where no sentence sets one, there is the day on which
the act was published, and that is told as such.
"""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import replace

from assistant.asking.bounds_told import tells_bound, tells_loosely, without_reason
from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.details import type_of_answer
from assistant.asking.followups.bound_only import Bound
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import drafted, evidence_of
from assistant.choosing.read_alone import leans
from assistant.reading.acts import folded
from assistant.reading.developments import LONGEST, decides, looks_back
from assistant.reading.ends_told import tells_end
from assistant.reading.goods import AMBIGUOUS, alike, goods_in
from assistant.reading.long_past import names_only_days_before
from assistant.reading.periods import periods_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import hedged
from assistant.steps.work import Work
from assistant.superseding.announced import Announced
from assistant.superseding.endings import imposes
from ingest.text.parties import parties_in
from vectorstore.facts import BriefingFacts
from vectorstore.indexes.analysis import analyse
from vectorstore.search import Hit
from vectorstore.store import Store

NEAR = 600  # characters from what was told: a clause of the same paragraph
# Points of what stands in its briefing, in another one on the measure, of what had come, asked since when.
OWN, OF_SAME, DONE = 1.5, 1.0, 3.0
LOOKED_AT = 3  # sentences of the briefing that was told first
TITLED = 0.6  # of the words of a question that names no goods
_DECIDED = re.compile(r"\b(?:shall|hereby|today|impose|determine)\b", re.I)  # by the briefing itself
_IN_SO_MANY_WORDS = re.compile(r"\b(?:on or after|effective|effect|force)\b", re.I)
_OF_A_LIST = re.compile(
    r"\b(?:listed|specified|identified|named|set (?:out|forth)) in (?:\w+ )?(?:annex|schedule|appendix)\b",
    re.I,
)
A_DATE = type_of_answer(("date",))
_WILL_RISE = re.compile(r"\b(?:shall|will|is to)\b[^.;]{0,30}\b(?:increase|rise|go up|be raised)\b", re.I)
_SINCE = re.compile(r"\b(?:since|did|was|were|have|has)\b", re.I)


class DayOfMeasure:
    """Looks for such days in one open home."""

    def __init__(self, store: Store, announced: Announced, found: Callable[[Work], Work]) -> None:
        self._store = store
        self._found = found  # briefings by the words of a question
        self._announced = announced

    def told(self, before: Work, asked: Work, bound: Bound) -> Work | None:
        """Return the work that tells the day of what `before` told first; None where nothing sets one."""
        if before.refusal or not before.draft:
            return None
        lead = _lead(before)
        if asked_at := frozenset(rates_in(asked.question.text)) | _risen_to(asked.question.text):
            older = (e for e in evidence_of(before.draft) if asked_at.issubset(rates_in(e.said)))
            if of_rate := next((e for e in older if tells_bound(bound, e.said)), None):
                return self._drafted(asked, of_rate)
        found = self._of_its_time(before, lead, asked, bound)
        found = found or self._of_its_subject(before, lead, asked, bound)
        return self._drafted(asked, found) if found else None

    def kept(self, before: Work, told: Work, bound: Bound) -> Work | None:
        """Return of what was told otherwise what may set such a day, of what `before` told; None for none.

        In words without a day, "from the month in which it is signed", only in the briefings told of before.
        """
        lead = _lead(before)
        known = [e for e in evidence_of(before.draft) if e.hit.facts.id == lead.hit.facts.id]
        near = {e.hit.facts.id for e in known}
        draft = tuple(of for of in told.draft if not _is_long_past(lead, of.evidence))
        if not draft:
            return None
        told, first = replace(told, draft=draft), draft[0].evidence

        def is_on_it(e: Evidence) -> bool:
            return any(_is_on(of, e, before.question, bound) and _shares(of, e) for of in known)

        def may_be_on_it(e: Evidence) -> bool:
            on_it = is_on_it(e) or (e.hit.facts.id in near and tells_loosely(bound, e.said))
            return on_it and not (leans(e) and e.hit.facts.id not in near)  # on what, only its own says

        if not any(map(may_be_on_it, evidence_of(draft))):
            return None
        if not may_be_on_it(first):
            return told
        return replace(told, draft=(draft[0], *(of for of in draft[1:] if is_on_it(of.evidence))))

    def published(self, before: Work, asked: Work) -> Work | None:
        """Return the work that tells on which day an act was published; None where no act was told."""
        if before.refusal or not before.draft:
            return None
        lead = _lead(before)
        decided = (imposes(lead) or _ends(lead)) and _DECIDED.search(lead.said) and not looks_back(lead.said)
        if not (lead.hit.facts.published and decided):
            return None
        told = tuple(of for of in before.draft if lead in (of.evidence, *of.also))
        question = replace(asked.question, latest=False)
        return replace(
            before, request=asked.request, question=question, draft=told, ending=None, undated=True
        )

    def _of_its_time(self, before: Work, lead: Evidence, asked: Work, bound: Bound) -> Evidence | None:
        """Return what sets the day beside what was told, or in another briefing of its time on it."""
        told = [e for e in evidence_of(before.draft) if e.published >= lead.published]
        of_it = [e for e in told if e.hit.facts.id == lead.hit.facts.id]
        told = of_it if _SINCE.search(asked.question.text) else told  # of what is newer, what is to come
        alike = (facts for e in of_it[:LOOKED_AT] for facts in self._announced.alike(e, before.filters))
        on_it = {facts.id: facts for facts in (lead.hit.facts, *alike)}
        beside = (e for facts in on_it.values() for e in self._sentences(facts, asked))
        found = [
            e
            for e in (*told, *beside)
            if _is_on(lead, e, before.question, bound) and _may_be(asked, e, bound)
        ]
        return max(found, key=lambda e: _points(bound, lead, e, before.question), default=None)

    def _of_its_subject(self, before: Work, lead: Evidence, asked: Work, bound: Bound) -> Evidence | None:
        """Return what sets the day of a measure that was only told of later, in a briefing on its subject."""
        question = replace(before.question, latest=False)
        hits = self._found(replace(before, question=question)).hits
        titled = [hit.facts for hit in hits if _is_titled(hit.facts, before.question)]
        rates = frozenset(rates_in(lead.said))
        found = [
            e
            for facts in {facts.id: facts for facts in titled}.values()
            for e in self._sentences(facts, asked)
            if _is_on(lead, e, before.question, bound)
            and _may_be(asked, e, bound)
            and not _apart(
                rates, frozenset(rates_in(e.hit.passage.text) or rates_in(self._text(facts, asked)) or (0.0,))
            )
            and (parties_in(facts.title) - {"US"}).issubset(_parties(lead, before.question))
        ]
        done = bound == "from" and _SINCE.search(asked.question.text)
        points = {
            id(e): _points(bound, lead, e, before.question)[0] + DONE * bool(done and _tells_past(e))
            for e in found
        }
        return max(found, key=lambda e: points[id(e)], default=None)  # of several the one in the nearest

    def _text(self, facts: BriefingFacts, asked: Work) -> str:
        briefing = self._store.versions.briefings([facts.id], asked.question.as_of).get(facts.id)
        return briefing.text if briefing else ""

    def _sentences(self, facts: BriefingFacts, asked: Work) -> Iterator[Evidence]:
        text = self._text(facts, asked)
        for passage in self._store.versions.passages_of(facts) if text else ():
            hit = Hit(passage, facts, 0.0, 0.0, 0.0)
            for sentence in passage.sentences:
                lead = text[slice(*sentence.lead)] if sentence.lead else ""
                yield Evidence(hit, sentence, text[sentence.start : sentence.end], lead, 0.0, ())

    def _drafted(self, asked: Work, best: Evidence) -> Work:
        before = _before(best) if leans(best) else None
        shown = [*([before] if before else []), best]
        ids = list(dict.fromkeys(e.hit.facts.id for e in shown))
        briefings = self._store.versions.briefings(ids, asked.question.as_of)
        work = replace(
            asked,
            hits=tuple(dict.fromkeys(e.hit for e in shown)),
            briefings=briefings,
            evidence=tuple(shown),
            parts=(),
        )
        return replace(work, draft=tuple(drafted(work.question, shown, work.texts)))


def tells_day(told: Work, bound: Bound) -> bool:
    """Whether an answer tells such a day, at the rate and of the party that are asked about."""
    rates = frozenset(rates_in(told.question.asked))
    return any(
        tells_bound(bound, e.in_full)
        and rates.issubset(rates_in(e.in_full))
        and (parties_in(e.said) - {"US"} <= {*told.question.parties} or _names_asked(e, told.question))
        for e in evidence_of(told.draft)
    )


def _names_asked(e: Evidence, question: Question) -> bool:
    """Whether a sentence names a party that is asked about."""
    return not parties_in(e.said).isdisjoint({*question.parties} - {"US"})


def _lead(before: Work) -> Evidence:
    """Return what was told first of a measure, its end where that leads."""
    told = evidence_of(before.draft)
    return told[0] if _ends(told[0]) else next(filter(imposes, told[:2]), told[0])


def _is_on(lead: Evidence, e: Evidence, question: Question, bound: Bound) -> bool:
    """Whether a sentence sets such a day, and of nothing but what was told."""
    said = e.said
    if not tells_bound(bound, said) or looks_back(said) or hedged(said) or _is_long_past(lead, e):
        return False
    if _ends(e) != _ends(lead) and (_ends(e) or e.hit.facts.id != lead.hit.facts.id):
        return False
    if bound == "from" and _WILL_RISE.search(said) and not _IN_SO_MANY_WORDS.search(said):
        return False
    if bound != "rise" and _apart(frozenset(rates_in(lead.said)), frozenset(rates_in(e.in_full))):
        return False
    if _apart(instruments_in(lead.said) & IN_FORCE, instruments_in(said) & IN_FORCE):
        return False
    goods = (goods_in(question.standalone) | goods_in(lead.said)) - AMBIGUOUS
    if _apart(goods, goods_in(without_reason(e.in_full)) - AMBIGUOUS):
        return False
    if _OF_A_LIST.search(said) and not (_OF_A_LIST.search(lead.said) or goods & goods_in(said)):
        return False  # of what a list names, and whether that is among it nobody says
    parties = parties_in(said) - {"US"}
    return not parties or not parties.isdisjoint(_parties(lead, question))


def _is_long_past(lead: Evidence, e: Evidence) -> bool:
    return names_only_days_before(e.said, lead.said, lead.hit.facts.published)


def _ends(e: Evidence) -> bool:
    """Whether a sentence ends a measure, behind a long list of acts, too."""
    return tells_end(folded(e.said).text)


def _tells_past(e: Evidence) -> bool:
    """Whether the day that a sentence names had come when it was written."""
    published = e.hit.facts.published
    return published is not None and any(of.first <= published for of in periods_in(e.said, published))


def _may_be(asked: Work, e: Evidence, bound: Bound) -> bool:
    """Whether a day may be the one asked for, and can be read: "since when" asks for none to come."""
    if leans(e) and _before(e) is None:
        return False
    days = [period.first for period in periods_in(e.said, e.hit.facts.published)]
    since = bound == "from" and _SINCE.search(asked.question.text)
    return not (since and days) or min(days) <= asked.today


def _parties(lead: Evidence, question: Question) -> frozenset[str]:
    asked = frozenset(question.parties) - {"US"}
    return asked or parties_in(lead.said) - {"US"}  # which may be a long list of those at one rate


def _is_titled(facts: BriefingFacts, question: Question) -> bool:
    """Whether a briefing is called by what a question is on."""
    goods = goods_in(question.standalone) - AMBIGUOUS
    if goods:
        return bool({other for of in goods for other in alike(of)} & goods_in(facts.title))
    parties = {*question.parties} - {"US"}
    if parties and not parties.issubset(parties_in(facts.title)):
        return False
    words = {term for of in words_beside_a_charge(question) for term in of.terms}
    return bool(words or parties) and len(words & {*analyse(facts.title)}) >= TITLED * len(words)


def _shares(one: Evidence, other: Evidence) -> bool:
    rates = frozenset(rates_in(one.said)) & frozenset(rates_in(other.said))
    return bool(rates or (goods_in(one.said) & goods_in(other.headed)) - AMBIGUOUS)


def _before(e: Evidence) -> Evidence | None:
    """Return the sentence before one in its passage."""
    passage = e.hit.passage
    at = passage.sentences.index(e.sentence)
    if not at or passage.sentences[at - 1].kind != e.sentence.kind:
        return None
    s = passage.sentences[at - 1]
    quote = passage.text[s.start - passage.start : s.end - passage.start]
    return replace(e, sentence=s, quote=quote, lead="") if len(quote.split()) <= LONGEST else None


def _risen_to(text: str) -> frozenset[float]:
    """Return the rate that a message gives without saying of what: "when did it go to 50?"."""
    to = re.search(r"\bto (\d[\d.]*)\W*$", text)
    return frozenset((float(to[1].rstrip(".")),)) if to else frozenset()


def _apart(one: Set[object], other: Set[object]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _points(bound: Bound, lead: Evidence, e: Evidence, question: Question) -> tuple[float, int]:
    """Rank what sets a day: by what it has in common with what was told, then by how near it stands."""
    points = 2.0 * bool(frozenset(rates_in(lead.said)) & frozenset(rates_in(e.said)))
    goods, said = goods_in(question.standalone) or goods_in(lead.said), goods_in(without_reason(e.said))
    points += 1.0 * bool(goods & said) - 2.0 * _apart(goods, said)
    points += 1.0 * bool((parties_in(lead.said) & parties_in(e.said)) - {"US"})
    points += 1.0 * decides(e.said) + 2.0 * (bound == "from" and bool(_IN_SO_MANY_WORDS.search(e.said)))
    points -= 1.0 * e.quote.rstrip().endswith(":")  # what it opens is not told with it
    same = e.hit.facts.id == lead.hit.facts.id
    points += OWN if same else OF_SAME
    far = abs(e.sentence.start - lead.sentence.start)
    points += NEAR / (NEAR + far) if same else 0.0
    later = e.sentence.start if bound == "until" else -e.sentence.start
    return points, later
