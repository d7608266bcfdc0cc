"""Find passages for a question: a dense and a keyword leg, fused, filtered, without repeats.

Both legs see the same filters. They are applied through the catalogue to a pool of unfiltered
neighbours, and pushed down only when too few of those survive: a filter pushed down into Chroma
that matches a tenth of a large index costs a hundred times the unfiltered query.
It does not choose sentences: see `assistant.choosing.evidence`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import islice

from vectorstore.briefing import Passage
from vectorstore.encoder.embedding import Vectors
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.reissues import without_reissues
from vectorstore.store import Store

POOL = 200  # neighbours from each leg; recall@5 is the same from 100 to 400, recall@10 lower at 100
# Neighbours where not all of POOL survive a filter, so that as of a day as many are compared as were on that
# day: in meaning 5 ms more than POOL at 115,000 passages, enough for a date that leaves a tenth. 2000 took
# 25 ms more, as long as reading what is left.
WIDE_POOL = 1000
KEYWORD_WEIGHT = 0.5  # min-max fusion; measured in tests/evals/LOG.md
RANKED = (
    80  # passages that recency and preference may reorder; with all of them, news on another subject rises
)
NEARLY_ALL = 0.95  # share of words two passages have in common when they are one text re-issued


_WORD = pattern(r"\w+")
_NUMBER = pattern(r"\d+")

Prefer = Callable[[Passage, BriefingFacts], float]


def search(
    store: Store,
    query: str,
    other_wordings: str = "",
    filters: Filters = Filters(),  # noqa: B008  # frozen
    size: int = 40,
    recency_weight: float = 0.0,
    prefer: Prefer | None = None,
    vector: Vectors | None = None,
    repeats: bool = False,
    whole: int = 0,
) -> list[Hit]:
    """Return up to `size` passages, best first; without `repeats` none nearly identical to a better one.

    The other passages of the `whole` best briefings follow, best first.

    `other_wordings` are added to the keyword leg alone. `recency_weight` is added to the score of
    the newest, nothing to that of the oldest; `prefer` says what else is added for a passage.
    `vector` is the query's, shape (dimension,), where it is at hand.
    """
    facts = store.versions.facts(filters.as_of)
    meaning = store.encoder.encode([query])[0] if vector is None else vector
    words = f"{query}\n{other_wordings}"
    dense = _allowed(lambda n, f: store.nearest(meaning, n, f), facts, filters, size)
    keyword = _allowed(lambda n, f: store.keywords.query(words, n, f), facts, filters, size)
    if filters.as_of:
        earlier = store.earlier.query(meaning, words, filters, POOL)
        dense, keyword = _best(dense, earlier.dense), _best(keyword, earlier.keyword)
    fused = _fuse(_min_max(dense), _min_max(keyword))
    best = sorted(fused, key=lambda key: (-fused[key][0], key))[: max(RANKED, size)]
    passages = store.versions.passages(best)
    recency = _recency({key: facts[_briefing_of(key)].published for key in passages})

    def hit(passage: Passage, added: float, dense: float, keyword: float) -> Hit:
        of = facts[passage.briefing_id]
        score = (1 - KEYWORD_WEIGHT) * dense + KEYWORD_WEIGHT * keyword + recency_weight * added
        return Hit(passage, of, score + (prefer(passage, of) if prefer else 0.0), dense, keyword)

    hits = [hit(passage, recency[key], *fused[key][1:]) for key, passage in passages.items()]
    hits.sort(key=_best_first)
    found = hits[:size] if repeats else _without_repeats(without_reissues(store, hits), size)
    best_briefings = list(dict.fromkeys(hit.facts.id for hit in found))[:whole]
    if not best_briefings:
        return found
    scale = _scale(dense)
    days = {of.facts.id: recency[of.passage.id] for of in hits}
    known = {of.passage.id for of in found}
    rest = {
        p.id: p for id in best_briefings for p in store.versions.passages_of(facts[id]) if p.id not in known
    }
    cosines = store.cosines(meaning, list(rest))
    keywords = _min_max(keyword)
    others = [
        hit(p, days[p.briefing_id], scale(cosines[key]), keywords.get(key, 0.0))
        for key, p in rest.items()
        if key in cosines  # not removed, nor another version's by now
    ]
    every = found + sorted(others, key=_best_first)
    return every if repeats else without_reissues(store, every)


def _allowed(
    query: Callable[[int, Filters | None], list[tuple[str, float]]],
    facts: Mapping[str, BriefingFacts],
    filters: Filters,
    size: int,
) -> dict[str, float]:
    """Query one leg and keep what the filters allow.

    When not all are left, look at WIDE_POOL neighbours where as many of them should do, else push the
    filters down.
    """

    def kept(found: Sequence[tuple[str, float]]) -> dict[str, float]:
        allowed: dict[str, float] = {}
        for passage_id, score in found:
            of = facts.get(_briefing_of(passage_id))
            if of is not None and passage_id.startswith(f"{of.id}.{of.version}.") and filters.allows(of):
                allowed[passage_id] = round(
                    score, 5
                )  # sums of floats differ in the last bits from run to run
        return allowed

    found = query(POOL, None)
    survivors = kept(found)
    if len(found) < POOL or not filters.narrow:  # that was all there is
        return survivors
    if size * POOL / WIDE_POOL <= len(survivors) < POOL:
        survivors = dict(islice(kept(query(WIDE_POOL, None)).items(), POOL))
    if len(survivors) < size:
        survivors |= kept(query(POOL, filters))
    return survivors


def _best(found: Mapping[str, float], earlier: Mapping[str, float]) -> dict[str, float]:
    """Put what was found in earlier versions among the rest; as many stay as a leg finds."""
    scored = {**found, **{key: round(score, 5) for key, score in earlier.items()}}
    return dict(sorted(scored.items(), key=lambda pair: (-pair[1], pair[0]))[: max(POOL, len(found))])


def _briefing_of(passage_id: str) -> str:
    return passage_id.partition(".")[0]


def _best_first(hit: Hit) -> tuple[float, str]:
    return -hit.score, hit.passage.id


def _min_max(scores: Mapping[str, float]) -> dict[str, float]:
    """Scale scores to 0..1; a leg that tells nothing apart gives everything 1."""
    scale = _scale(scores)
    return {key: scale(value) for key, value in scores.items()}


def _scale(scores: Mapping[str, float]) -> Callable[[float], float]:
    """Return how scores are scaled to 0..1; what is below all of them becomes 0."""
    low, high = min(scores.values(), default=0.0), max(scores.values(), default=0.0)
    return lambda value: max(0.0, (value - low) / (high - low)) if high > low else 1.0


def _fuse(dense: Mapping[str, float], keyword: Mapping[str, float]) -> dict[str, tuple[float, float, float]]:
    fused: dict[str, tuple[float, float, float]] = {}
    for key in dense.keys() | keyword.keys():
        d, k = dense.get(key, 0.0), keyword.get(key, 0.0)
        fused[key] = ((1 - KEYWORD_WEIGHT) * d + KEYWORD_WEIGHT * k, d, k)
    return fused


def _recency(published: Mapping[str, date | None]) -> dict[str, float]:
    """Rank the dates found: 1 for the newest, 0 for the oldest and for none."""
    days = sorted({day for day in published.values() if day})
    rank: dict[date | None, float] = {day: number / max(1, len(days) - 1) for number, day in enumerate(days)}
    return {key: rank.get(day, 0.0) for key, day in published.items()}


def _without_repeats(hits: Sequence[Hit], size: int) -> list[Hit]:
    """Drop passages that say what a better one says in nearly the same words and the same numbers."""
    kept: list[tuple[Hit, frozenset[str], tuple[str, ...]]] = []
    for hit in hits:
        if len(kept) == size:
            break
        words = frozenset(_WORD.findall(hit.passage.text.lower()))
        numbers = tuple(sorted(set(_NUMBER.findall(hit.passage.text))))
        if not any(
            numbers == other_numbers and len(words & other) >= NEARLY_ALL * len(words | other)
            for _, other, other_numbers in kept
        ):
            kept.append((hit, words, numbers))
    return [hit for hit, _, _ in kept]
