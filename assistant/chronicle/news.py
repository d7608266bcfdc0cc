"""Say what arrived since a day: each briefing once, by party, with the one sentence of it that matters.

That sentence is the one you would pass on: it tells what the title promises, early and on its own.
Nothing here reads the home: see `assistant.chronicle.lookback`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assistant.asking.subject import parties_acting
from assistant.checking.citations import cite, why_not
from assistant.chronicle.about import FIGURE
from assistant.chronicle.entries import NewsGroup, NewsItem
from assistant.chronicle.of_subject import MEASURES, ROLL_CALL
from assistant.chronicle.roundup import sections_of
from assistant.reading.developments import Telling, covered, decides, stale, tellings, words_of
from assistant.reading.grounds import gives_grounds
from assistant.reading.recounting import recounts
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import statuses_in
from assistant.reading.stop_words import STOP_WORDS
from ingest.text.parties import find_parties, parties_in
from vectorstore.briefing import Briefing, Passage, local_day
from vectorstore.patterns import pattern

SENTENCES_READ = 150  # of a briefing; what an order decides stands behind pages of grounds
LOOKED_AT = 6  # sentences whose parties and days are read, of those that score best without
# Weights of a sentence's score, set by reading what came out over 40 White House briefings and samples/.
QUALITY, TITLE, EARLY, PROMISED, DECIDES, PARTIES, STALE = 0.40, 0.35, 0.25, 0.10, 0.25, 0.10, 0.20
STATES, DEFERS = 0.10, 0.25  # the figure of a measure; what leaves its figures to another sentence
GROUNDS, EXCEPTS = 0.30, 0.15  # why an act does what it does; what it leaves alone
_DEFERS = pattern(
    r"\bas (?:further |more fully )?(?:described|detailed|set (?:forth|out)|specified|provided|stated) "
    r"(?:further )?(?:below|above|herein|hereafter)\b|\b(?:action taken|plan of action)\b"
    r"|\bauthorized (?:and (?:directed|empowered) )?to "
    r"(?:take|employ|submit|adopt|issue|exercise|promulgate)\b",
    re.I,
)
_EXCEPTS = pattern(r"\bshall not (?:apply|be subject|be charged|be levied)\b", re.I)


def sentence_that_matters(
    briefing: Briefing,
    passages: Sequence[Passage],
    rarity: Mapping[str, float],
    parties: Sequence[str] = (),
) -> Telling | None:
    """Choose the sentence of a briefing to pass on; None where none is a sentence by itself.

    It names one of the `parties` asked for, where any does and the title names none. `rarity` is that of
    the words of the title.
    """
    named_by = passages[0].heading if sections_of(briefing, passages[:1]) else briefing.title
    asked = narrowing(parties)
    if asked and not asked & parties_in(named_by):
        told = [t for t in tellings(passages, briefing.text) if asked & parties_acting(t.text)]
        dwelling = [t for t in told if len(parties_in(t.text) - {"US"}) <= ROLL_CALL]
        for on_them in (dwelling, told):
            if telling := _best(on_them, briefing, named_by, rarity):
                return telling
    read = tellings(passages, briefing.text, SENTENCES_READ)
    read = read or tellings(passages, briefing.text, SENTENCES_READ, strict=False)
    return _best(read, briefing, named_by, rarity)


def narrowing(parties: Sequence[str]) -> frozenset[str]:
    """Return the parties asked for that a sentence has to name: not the United States beside another."""
    return frozenset(parties) - {"US"}


def _best(
    read: Sequence[Telling], briefing: Briefing, named_by: str, rarity: Mapping[str, float]
) -> Telling | None:
    """Return the best of the sentences that say nothing which their briefing does not."""
    title = words_of(named_by) - STOP_WORDS
    promised = set(statuses_in(named_by))

    def roughly(telling: Telling) -> float:
        return (
            QUALITY * telling.quality
            + TITLE * covered(title, telling.text, rarity)
            + EARLY / (1 + telling.number / 6)
            + PROMISED * bool(promised.intersection(telling.statuses))
            + DECIDES * decides(telling.text)
            + STATES * _states_figure(telling.text)
            - DEFERS * bool(_DEFERS.search(telling.text))
            - EXCEPTS * bool(_EXCEPTS.search(telling.text))
            - GROUNDS * _is_ground(telling, briefing)
        )

    named = parties_in(named_by)

    def score(telling: Telling) -> float:
        share = len(named & parties_in(telling.text)) / len(named) if named else 0.5
        return roughly(telling) + PARTIES * share - STALE * _is_old(telling, briefing)

    best = sorted(read, key=lambda t: (-roughly(t), t.number))[:LOOKED_AT]
    for telling in sorted(best, key=lambda t: (-score(t), t.number)):
        if not why_not(telling.text, [telling.text], briefing):
            return telling
    return None


def _is_ground(telling: Telling, briefing: Briefing) -> bool:
    return not decides(telling.text) and gives_grounds(briefing.text, telling.start, telling.end)


def _is_old(telling: Telling, briefing: Briefing) -> bool:
    day = recounts(telling.text, briefing.published)
    return day is not None or stale(telling.text, briefing.published)


def _states_figure(text: str) -> bool:
    """Whether a sentence tells the rate or amount of a measure, not a statistic.

    >>> _states_figure("The duty is 9 percent."), _states_figure("Exports rose by 9 percent.")
    (True, False)
    """
    return bool(FIGURE.search(text) and instruments_in(text) & MEASURES)


def told_in(
    briefing: Briefing,
    passages: Sequence[Passage],
    rarity: Mapping[str, float],
    parties: Sequence[str] = (),
) -> list[tuple[str, Telling | None]]:
    """Return the sentence that matters of each section of a round-up, with its heading.

    Each names one of the `parties` asked for, where its section has one that does.
    A briefing that is no round-up has one, with no heading.
    """
    found = [
        (section[0].heading, sentence_that_matters(briefing, section, rarity, parties))
        for section in sections_of(briefing, passages)
    ]
    told: list[tuple[str, Telling | None]] = [(heading, telling) for heading, telling in found if telling]
    return told or [("", sentence_that_matters(briefing, passages, rarity, parties))]


def item_of(
    briefing: Briefing,
    telling: Telling | None,
    also_in: Sequence[str] = (),
    section: str = "",
    asked: Sequence[str] = (),
) -> NewsItem:
    """Cite the sentence and keep what the news shows of the briefing, or of a section of it.

    Where what is shown is about none of the parties `asked` for, it says which of them are named elsewhere.
    """
    shown = parties_in(section or briefing.title) | parties_in(telling.text if telling else "")
    elsewhere = [] if shown & narrowing(asked) else [p for p in asked if p in narrowing(asked)]
    named = parties_in(section) | parties_acting(telling.text if telling else "")
    told = find_parties(f"{section}. {telling.text if telling else ''}")
    return NewsItem(
        briefing_id=briefing.id,
        source=briefing.source,
        title=briefing.title,
        publisher=briefing.publisher,
        published=briefing.published,
        ingested_at=briefing.ingested_at,
        parties=tuple(dict.fromkeys(m.code for m in told if m.code in named))
        if section
        else briefing.parties,
        section=section or None,
        citation=cite(1, briefing, telling.start, telling.end) if telling else None,
        also_in=tuple(also_in),
        named_elsewhere=tuple(party for party in elsewhere if party in briefing.parties),
    )


def arrived(
    briefings: Iterable[Briefing], since: date, ingested: bool, parties: Sequence[str]
) -> list[Briefing]:
    """Keep what arrived on or after `since` about any of the parties; duplicates are left out.

    An undated briefing arrived when it was taken in.
    """

    def day(briefing: Briefing) -> date:
        if briefing.published and not ingested:
            return briefing.published
        return local_day(briefing.ingested_at) or date.min

    return [
        briefing
        for briefing in briefings
        if briefing.duplicate_of is None
        and day(briefing) >= since
        and (not parties or set(parties) & set(briefing.parties))
    ]


def first_issues(briefings: Sequence[Briefing], groups: Mapping[str, Sequence[str]]) -> list[Briefing]:
    """Keep of the briefings that are nearly the same the one published first; `groups` are theirs by id."""
    kept: dict[str, Briefing] = {}
    for briefing in sorted(briefings, key=lambda b: (b.published or date.max, b.ingested_at, b.id)):
        kept.setdefault(groups[briefing.id][0] if briefing.id in groups else briefing.id, briefing)
    return list(kept.values())


def grouped(
    items: Sequence[NewsItem], asked: Sequence[str], shares: Mapping[str, float], omnipresent: float
) -> tuple[NewsGroup, ...]:
    """Put each briefing under one party: one asked for, else one that its title or sentence names.

    All that is titled by the same parties stands under one of them, which most of it is on. A party of
    nearly every briefing groups only what names no other. The party with the newest briefing comes first,
    briefings of no party last; within a group the newest first.
    """
    ordered = sorted(items, key=lambda i: (i.published or date.min, i.title), reverse=True)
    placed = [
        (item, _heading(item, asked, shares, omnipresent), _pair(item, shares, omnipresent))
        for item in ordered
    ]
    most = Counter((pair, heading) for _, heading, pair in placed if heading in pair)
    groups: dict[str | None, list[NewsItem]] = {}
    for item, heading, pair in placed:
        if heading in pair and heading not in asked:
            heading = min(pair, key=lambda party: (-most[pair, party], party))
        groups.setdefault(heading, []).append(item)
    in_order = sorted(groups.items(), key=lambda group: group[0] is None)
    return tuple(NewsGroup(party, tuple(found)) for party, found in in_order)


def _heading(
    item: NewsItem, asked: Sequence[str], shares: Mapping[str, float], omnipresent: float
) -> str | None:
    """Choose the party that a briefing stands under."""
    wanted = [party for party in asked if party in item.parties]
    named = parties_in(item.section or item.title) | parties_in(item.citation.quote if item.citation else "")
    telling = [p for p in item.parties if p in named and shares.get(p, 0.0) < omnipresent]
    headed = [p for p in item.parties if p in parties_in(item.section or "") - {"US"}]
    everywhere = [p for p in item.parties if shares.get(p, 0.0) >= omnipresent]
    return next(iter([*wanted, *telling, *headed, *everywhere, *item.parties]), None)


def _pair(item: NewsItem, shares: Mapping[str, float], omnipresent: float) -> frozenset[str]:
    """Return the parties in a briefing's title, where there are several.

    Those of nearly every briefing count only where all are.
    """
    titled = parties_in(item.section or item.title) & frozenset(item.parties)
    pair = frozenset(party for party in titled if shares.get(party, 0.0) < omnipresent) or titled
    return pair if len(pair) > 1 else frozenset()
