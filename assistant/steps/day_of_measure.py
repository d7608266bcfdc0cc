"""Answer "since when?" by the sentence that sets the day of the very measure that was told last.

Such a day stands in the briefing of what was told, or in another one on the same measure: the order behind a
fact sheet. A day of another measure or party is none; where no sentence sets one, there is the day on which
the act was published, and that is told as such.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.asking.bounds_told import Bound, tells_bound, tells_loosely
from assistant.asking.details import type_of_answer
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE, asks_still
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import drafted, evidence_of
from assistant.choosing.read_alone import leans
from assistant.reading.days_counted import days_counted
from assistant.reading.developments import looks_back
from assistant.reading.periods import periods_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from assistant.steps.day_weighed import Sign, signs_of, weight
from assistant.steps.sets_day import (
    apart,
    asks_of_the_past,
    asks_since,
    ends,
    is_long_past,
    is_titled,
    may_be_asked,
    parties_of,
    sentence_before,
    sets_day_of,
    shares,
    tells_past,
)
from assistant.steps.work import Work
from assistant.superseding.announced import Announced
from assistant.superseding.endings import imposes
from ingest.text.parties import parties_in
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.store import Store

LOOKED_AT = 3  # sentences of the briefing that was told first
_DECIDED = pattern(r"\b(?:shall|hereby|today|impose|determine)\b", re.I)  # by the briefing itself
A_DATE = type_of_answer(("date",))
_WHEN = "when does it take effect?"


class DayOfMeasure:
    """Looks for such days in one open home."""

    def __init__(self, store: Store, announced: Announced, found: Callable[[Work], Work]) -> None:
        self._store = store
        self._found = found  # briefings by the words of a question
        self._announced = announced

    def told(self, before: Work, asked: Work, bound: Bound) -> Work | None:
        """Return the work that tells the day of what `before` told first; None where nothing sets one."""
        if before.refusal or not before.draft or not _tells_of_measure(before):
            return None
        lead = _lead(before)
        if asked_at := frozenset(rates_in(asked.question.text)) | _risen_to(asked.question.text):
            older = (e for e in evidence_of(before.draft) if asked_at.issubset(rates_in(e.said)))
            if of_rate := next((e for e in older if tells_bound(bound, e.said)), None):
                return self._drafted(asked, of_rate)
        found = self._of_its_time(before, lead, asked, bound)
        found = found or self._of_its_subject(before, lead, asked, bound)
        return self._drafted(asked, found) if found else None

    def with_first_day(self, work: Work) -> Work:
        """Tell when a measure will begin, where it is asked whether it is in force and that is to come."""
        if work.refusal or work.ending or not asks_still(work.question):
            return work
        day = self.told(work, replace(work, question=replace(work.question, text=_WHEN)), "from")
        if day is None:
            return work
        told = evidence_of(day.draft)[-1]
        published = told.hit.facts.published
        days = [of.first for of in periods_in(told.said, published)] or days_counted(told.said, published)
        known = any(told in (of.evidence, *of.also) for of in work.draft)
        if known or not days or min(days) <= work.today:
            return work
        return replace(
            work,
            draft=(*work.draft[:1], *day.draft),
            hits=tuple(dict.fromkeys((*work.hits, *day.hits))),
            briefings={**work.briefings, **day.briefings},
        )

    def kept(self, before: Work, told: Work, bound: Bound) -> Work | None:
        """Return of what was told otherwise what may set such a day, of what `before` told; None for none.

        In words without a day, "from the month in which it is signed", only in the briefings told of before.
        """
        lead = _lead(before)
        known = [e for e in evidence_of(before.draft) if e.hit.facts.id == lead.hit.facts.id]
        near = {e.hit.facts.id for e in known}
        draft = tuple(of for of in told.draft if not is_long_past(lead, of.evidence))
        if not draft:
            return None
        told, first = replace(told, draft=draft), draft[0].evidence

        def is_on_it(e: Evidence) -> bool:
            return any(sets_day_of(of, e, before.question, bound) and shares(of, e) for of in known)

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
        decided = (imposes(lead) or ends(lead)) and _DECIDED.search(lead.said) and not looks_back(lead.said)
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
        told = of_it if asks_of_the_past(asked.question) else told  # of what is newer, what is to come
        alike = (facts for e in of_it[:LOOKED_AT] for facts in self._announced.alike(e, before.filters))
        on_it = {facts.id: facts for facts in (lead.hit.facts, *alike)}
        beside = (e for facts in on_it.values() for e in self._sentences(facts, asked))
        found = [
            e
            for e in (*told, *beside)
            if sets_day_of(lead, e, before.question, bound) and may_be_asked(asked, e, bound)
        ]

        def weighed(e: Evidence) -> tuple[float, int]:  # of alike ones the outermost
            later = e.sentence.start if bound == "until" else -e.sentence.start
            return weight(signs_of(e, lead, before.question, bound)), later

        return max(found, key=weighed, default=None)

    def _of_its_subject(self, before: Work, lead: Evidence, asked: Work, bound: Bound) -> Evidence | None:
        """Return what sets the day of a measure that was only told of later, in a briefing on its subject."""
        question = replace(before.question, latest=False)
        hits = self._found(replace(before, question=question)).hits
        titled = [hit.facts for hit in hits if is_titled(hit.facts, before.question)]
        rates = frozenset(rates_in(lead.said))
        found = [
            e
            for facts in {facts.id: facts for facts in titled}.values()
            for e in self._sentences(facts, asked)
            if sets_day_of(lead, e, before.question, bound)
            and may_be_asked(asked, e, bound)
            and not apart(
                rates, frozenset(rates_in(e.hit.passage.text) or rates_in(self._text(facts, asked)) or (0.0,))
            )
            and (parties_in(facts.title) - {"US"}).issubset(parties_of(lead, before.question))
        ]
        since = asks_since(asked.question, bound)

        def weighed(e: Evidence) -> float:
            had_come: tuple[Sign, float] = ("had come", since and tells_past(e))
            return weight([*signs_of(e, lead, before.question, bound), had_come])

        return max(found, key=weighed, default=None)  # of alike ones that in the nearest briefing

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
        before = sentence_before(best) if leans(best) else None
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
    return told[0] if ends(told[0]) else next(filter(imposes, told[:2]), told[0])


def _tells_of_measure(before: Work) -> bool:
    """Whether anything told is of a measure, where one is asked about: "Peru takes no corn" is of no duty."""
    if not instruments_in(before.question.standalone) & IN_FORCE:
        return True
    return any(
        instruments_in(e.headed) & IN_FORCE or rates_in(e.in_full) or ends(e)
        for e in evidence_of(before.draft)
    )


def _risen_to(text: str) -> frozenset[float]:
    """Return the rate that a message gives without saying of what: "when did it go to 50?"."""
    to = re.search(r"\bto (\d[\d.]*)\W*$", text)
    return frozenset((float(to[1].rstrip(".")),)) if to else frozenset()
