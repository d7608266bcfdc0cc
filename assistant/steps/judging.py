"""Read the passages found, and judge their sentences: by marks, by what still stands, by the reranker."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.asking.parts import Weighed, weigh
from assistant.asking.subject import telling_parties
from assistant.checking.prose import Judges
from assistant.checking.verifier import load_verifier
from assistant.choosing.balance_with import of_the_balance
from assistant.choosing.evidence import Evidence, reranked, to_read
from assistant.choosing.gathering import Gathering
from assistant.choosing.led_in import led_in
from assistant.choosing.of_number import of_number
from assistant.choosing.reach import Meaning, words_read
from assistant.choosing.read_alone import only_names_parties
from assistant.choosing.reranker import Judge, load_reranker
from assistant.choosing.shares import Shares
from assistant.choosing.similarity import SentenceVectors
from assistant.reading.counted import asks_statistic
from assistant.steps.work import Work
from assistant.superseding.corrected import without_corrected
from assistant.superseding.counted_whole import counted_whole
from assistant.superseding.retold import as_told_last
from assistant.superseding.standing import standing
from vectorstore.patterns import pattern
from vectorstore.settings import DEFAULT_ENCODER
from vectorstore.store import Store

_DIGIT = pattern(r"\d")


class Judging:
    """Judges sentences of one open home."""

    def __init__(self, store: Store, vectors: SentenceVectors) -> None:
        self._store = store
        self._vectors = vectors
        self.shares = Shares(store)

    def read(self, work: Work) -> Work:
        """Score the sentences of the passages found by all but the reranker."""
        keywords, until = self._store.keywords, work.question.as_of
        frequency = partial(keywords.document_frequency, until=until)
        shares = self.shares.of(until)
        parts = weigh(work.question, frequency, keywords.count(until), shares.parties, shares.publishers)
        read = to_read(work.hits)
        briefings = self._store.versions.briefings(list({hit.facts.id for hit in read}), work.question.as_of)
        work = replace(work, parts=tuple(parts), briefings=briefings)
        found = self.gathered(replace(work, hits=tuple(read)))
        gathered = [e for e in found if e.lead or not only_names_parties(e.quote)]
        return replace(work, read=tuple(of_the_balance(work.question, of_number(work.question, gathered))))

    def judged(self, work: Work) -> Work:
        """Put the best of the sentences read into the evidence, those aside that no longer stand."""
        stands = standing(work.question, _telling(work), work.parts)
        best = reranked(work.question, stands, self.judge)
        if asks_statistic(work.question.asked):
            work = self._with_briefings_found(work)
            best = counted_whole(work.question, best, [*stands, *self._unread(work)])
        best = without_corrected(best, stands, work.parts)
        return replace(work, evidence=tuple(as_told_last(work.question, best, stands)))

    def _with_briefings_found(self, work: Work) -> Work:
        """Have all briefings found at hand: the newest figure may be in one that is far from the question."""
        ids = list({hit.facts.id for hit in work.hits} - work.briefings.keys())
        found = self._store.versions.briefings(ids, work.question.as_of)
        return replace(work, briefings={**found, **work.briefings})

    def _unread(self, work: Work) -> list[Evidence]:
        """Return the sentences of the passages that were found and not read, of briefings at hand."""
        read = {e.hit.passage.id for e in work.read}
        hits = [h for h in work.hits if h.passage.id not in read and h.facts.id in work.briefings]
        return self.gathered(replace(work, hits=tuple(hits))) if hits else []

    def of_hits(self, work: Work) -> list[Evidence]:
        """Return the best sentences of the passages of `work`, whatever else was read."""
        return reranked(work.question, self.gathered(work), self.judge)

    def gathered(self, work: Work) -> list[Evidence]:
        """Return the sentences of the passages of `work`, by all marks but the reranker's, best first."""
        shares = self.shares.of(work.question.as_of)
        telling = telling_parties(work.question.parties, shares.parties)
        meanings = self._meanings(work.parts, words_read(work.hits, work.texts))
        hits = led_in(work.hits, work.texts)
        gathering = Gathering(work.question, hits, work.parts, meanings, telling, shares.usual)
        return gathering.scored(work.texts)

    @property
    def judge(self) -> Judge:
        """The reranker, loaded with the first question: an ingest need not wait for it.

        It reads English, as the default encoder does. Who chose another encoder did so for other languages.
        """
        home = self._store.settings
        if self._store.encoder.identity.name != DEFAULT_ENCODER:
            return self._vectors
        return load_reranker(home.models, home.threads)

    @property
    def of_prose(self) -> Judges:
        """What judges the sentences of a chat model; the verifier reads English, as the reranker does."""
        home = self._store.settings
        if self._store.encoder.identity.name != DEFAULT_ENCODER:
            return Judges(self._vectors.similarity)
        return Judges(self._vectors.similarity, load_verifier(home.models, home.threads))

    def _meanings(self, parts: Sequence[Weighed], among: frozenset[str]) -> list[Meaning]:
        """Return for each part the words read that are near it; none for a party, a period, a figure.

        What has a figure in it is near nothing: B40 is not B50.
        """
        words = [p.concept.typed if p.concept and not _DIGIT.search(p.concept.typed) else "" for p in parts]
        near = iter(self._store.vocabulary.near([word for word in words if word], among))
        return [next(near) if word else {} for word in words]


def _telling(work: Work) -> Sequence[Evidence]:
    """Return the sentences read, those alone that tell a day or a length of time where only that is asked."""
    question = work.question
    if not work.within or question.concepts or not {"date", "span"}.intersection(question.details):
        return work.read
    return [e for e in work.read if e.marks.detail] or work.read
