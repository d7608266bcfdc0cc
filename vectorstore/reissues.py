"""Tell what re-issues of one briefing say once, as the newest has it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit
from vectorstore.indexes.analysis import plain
from vectorstore.patterns import pattern
from vectorstore.store import Store

SAID_AGAIN = 0.75  # share of a passage's characters in sentences that a re-issue says already
REWORDED = 0.75  # share of the words of two sentences that both have, for one to be the other edited
_CORRECTS = pattern(r"(?i)^\W*correct(?:ed|ion)\b")


def without_reissues(store: Store, hits: Sequence[Hit]) -> list[Hit]:
    """Drop passages of which passages of their briefing's near-duplicates say nearly everything.

    The newest issue found is kept, in the place and with the score of the best of those that go: what it
    words otherwise, as a correction does, is what holds.
    """
    groups = store.near.groups()
    alike: dict[tuple[str, ...], list[int]] = {}
    for at, hit in enumerate(hits):
        if group := groups.get(hit.facts.id):
            alike.setdefault(group, []).append(at)
    stands_for: dict[int, int] = {}  # a passage -> the best place that it takes
    for places in alike.values():
        stands_for |= _newest_first(hits, places)
    order = sorted((stands_for.get(at, at), at) for at in range(len(hits)) if stands_for.get(at, at) >= 0)
    return [replace(hits[at], score=max(hits[at].score, hits[place].score)) for place, at in order]


def _newest_first(hits: Sequence[Hit], places: Sequence[int]) -> dict[int, int]:
    """Return for each passage of a group the best place of those it stands for, -1 for what goes."""
    said: dict[str, int] = {}  # sentence -> the passage that is kept for it
    stands_for: dict[int, int] = {}
    for at in sorted(places, key=lambda at: _issue(hits[at].facts), reverse=True):
        sentences = _sentences(hits[at])
        others = {s: by for s, by in said.items() if hits[by].facts.id != hits[at].facts.id}
        again = {s: others[told] for s in sentences if (told := _told_in(s, others))}
        if sentences and sum(map(len, again)) >= SAID_AGAIN * sum(map(len, sentences)):
            stands_for[at] = -1
            by = Counter(again.values()).most_common(1)[0][0]
            stands_for[by] = min(stands_for[by], at)
            continue
        stands_for[at] = at
        for sentence in sentences:
            said.setdefault(sentence, at)
    return stands_for


def _told_in(sentence: str, others: Collection[str]) -> str | None:
    """Return which of the sentences of other issues is this one, or this one in nearly the same words."""
    if sentence in others:
        return sentence
    words = {*sentence.split()}
    alike = ((len(words & {*o.split()}) / len(words | {*o.split()}), o) for o in others)
    share, nearest = max(alike, default=(0.0, None))
    return nearest if share >= REWORDED else None


def _issue(facts: BriefingFacts) -> tuple[date, bool]:
    """What issues are ordered by: the day, and of one day what corrects behind what is corrected."""
    return facts.published or date.min, bool(_CORRECTS.search(facts.title))


def _sentences(hit: Hit) -> list[str]:
    passage = hit.passage
    return [plain(passage.text[s.start - passage.start : s.end - passage.start]) for s in passage.sentences]
