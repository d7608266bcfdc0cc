"""Find what a question is to be answered from: passages by words and meaning, or what the latest is."""

from dataclasses import replace

from assistant.asking.asked import asks_happened, asks_latest, asks_newest, asks_sides
from assistant.asking.charge_asked import asks_charged, asks_charged_under, asks_its_tariffs
from assistant.asking.departures import who_left_asked
from assistant.asking.offices import asks_holder
from assistant.asking.question import Question
from assistant.asking.where_asked import on_its_duty, party_asked, party_of_news
from assistant.choosing.evidence import WHOLE_BRIEFINGS
from assistant.choosing.of_number import numbers_asked
from assistant.choosing.preferring import prefers, recency
from assistant.choosing.shares import Shares
from assistant.choosing.similarity import SentenceVectors
from assistant.kinds.ahead import asks_ahead, find_ahead, within_days
from assistant.kinds.charged import ONE_OF_OTHERS, find_charged
from assistant.kinds.charging import find_charging
from assistant.kinds.concluded import asks_concluded, find_concluded
from assistant.kinds.definitions import find_meaning, term_asked
from assistant.kinds.departures import find_departure
from assistant.kinds.ends import asks_end, find_end
from assistant.kinds.holders import find_holder
from assistant.kinds.in_place import find_in_place
from assistant.kinds.latest import Latest, find_happened, find_latest, find_sides, narrowed
from assistant.kinds.newest import find_newest
from assistant.kinds.rate_course import asks_rate_course, find_rate_course
from assistant.steps.work import Work
from vectorstore.filters import Filters
from vectorstore.search import search
from vectorstore.store import Store

HITS = 24


class Searching:
    """Searches one open home."""

    def __init__(self, store: Store, shares: Shares, vectors: SentenceVectors) -> None:
        self._store = store
        self._shares = shares
        self._vectors = vectors

    def find(self, work: Work) -> Work:
        """Return the work with what was found: what the latest is, else passages by words and meaning."""
        question = within_days(work.question, work.today)
        work = replace(work, question=question)
        by_kind = not (work.origin or work.within or numbers_asked(question))
        if by_kind and (found := self._latest(work)):
            return replace(
                work,
                question=replace(question, latest=question.kind != "compare" and not term_asked(question)),
                hits=found.hits,
                briefings=found.briefings,
                parts=(),
                evidence=found.evidence,
                shown=found.shown,
                charged=found.charged,
                ending=None,
            )
        return self.by_words(work)

    def by_words(self, work: Work) -> Work:
        """Return the work with the passages nearest to the question by words and meaning."""
        question = work.question
        hits = search(
            self._store,
            question.standalone,
            question.other_wordings,
            work.filters,
            HITS,
            recency(question),
            prefers(question, self._shares.of(question.as_of).parties),
            self._vectors.of([question.standalone])[0],
            whole=WHOLE_BRIEFINGS,
        )
        return replace(work, hits=tuple(hits), shown=0, charged=False, ending=None)

    def _latest(self, work: Work) -> Latest | None:
        """Find what the latest is, or what is ahead, where only that is asked; None where nothing is."""
        question, filters = work.question, work.filters
        if work.newest and work.counted_from and asks_ahead(question):
            return find_ahead(self._store, question, filters, work.counted_from)
        if asks_end(question) and (found := find_end(self._store, question, filters)):
            return found
        if asks_concluded(question) and (found := find_concluded(self._store, question, filters)):
            return found
        if asks_rate_course(question) and (found := find_rate_course(self._store, question, filters)):
            return found
        if found := find_in_place(self._store, question, filters):
            return found
        if asks_happened(question) and (found := find_happened(self._store, question, filters)):
            return found
        if party := party_of_news(question):
            return self._set_on(on_its_duty(question, party, work.today), narrowed(question, filters))
        if who_left_asked(question):
            return find_departure(self._store, question, filters)
        if asks_holder(question) and (found := find_holder(self._store, question, filters)):
            return found
        if found := find_charging(self._store, question, filters):
            return found
        if found := find_meaning(self._store, question, filters):
            return found
        if asks_newest(question):
            return find_newest(self._store, question, filters)
        if asks_sides(question):
            return find_sides(self._store, question, filters)
        charged = asks_charged(question) or asks_charged_under(question)
        if charged and (found := find_charged(self._store, question, filters)):
            return found
        latest = find_latest(self._store, question, filters) if asks_latest(question) else None
        if latest and asks_its_tariffs(question):
            found = find_charged(self._store, question, filters)
            return found if found and found.day > latest.day else latest
        if latest is None and (party := party_asked(question)):
            return self._set_on(on_its_duty(question, party, work.today), filters)
        return latest

    def _set_on(self, asked: Question, filters: Filters) -> Latest | None:
        """Find what a party is charged, where that was set on it by name, or as one of others named."""
        found = find_charged(self._store, asked, filters)
        return found if found and found.evidence[0].score >= ONE_OF_OTHERS else None
