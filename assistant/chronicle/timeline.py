"""Choose the developments of a subject from the passages that a search found.

One sentence a briefing: the one that says best what happened, of those that are about the subject;
one more for an event that no other tells of. What says the same is told once, and what a newer one
replaces is marked (`assistant.superseding.replacing`). Nothing here searches: see
`assistant.chronicle.lookback`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.subject import Part, holds, is_telling
from assistant.checking.citations import why_not
from assistant.chronicle.candidate import Candidate
from assistant.chronicle.entries import Development
from assistant.chronicle.last_row import row_telling
from assistant.chronicle.of_subject import (
    BEHIND,
    beside_in,
    concerns,
    is_on_measures,
    levels_of,
    lists_goods,
    matter_of,
    names_all,
)
from assistant.chronicle.one_event import is_another_event, tells_one_event
from assistant.chronicle.roundup import is_item_on, is_section_on, parted
from assistant.reading.developments import (
    Telling,
    covered,
    stale,
    tellings,
    words_of,
)
from assistant.reading.event_day import BACK_DAYS, event_of
from assistant.reading.goods import goods_in
from assistant.reading.no_event import tells_no_event
from assistant.reading.recounting import recites, recounts
from assistant.reading.statements import instruments_in, statement_of
from assistant.reading.statuses import statuses_in
from assistant.reading.stop_words import STOP_WORDS
from assistant.superseding.replacing import replaced_by
from ingest.text.dates import is_to_come
from ingest.text.parties import parties_in
from vectorstore.briefing import Briefing, Passage

# Of the subject's weight that a sentence must cover, with its heading and title. At 0.6 the timeline of the
# US-China truce over 386 White House documents held two sentences on other matters of China, at 0.7 none.
ABOUT = 0.7
TELLS = 0.6  # quality below which a sentence tells nothing that happened
TELLS_MORE = 0.8  # the same for a second sentence of a briefing
MORE_EVENTS = 2  # sentences of a briefing beside its best one
APART = 10  # days between events that are told of separately
COVERAGE, QUALITY, HEADLINE, FOUND, LEAD, STALE, MEASURE = 0.45, 0.35, 0.25, 0.10, 0.15, 0.15, 0.10

BUSINESS = frozenset(("investment", "purchases"))  # companies do these too


def candidates_of(
    parts: Sequence[Part],
    passages: Sequence[tuple[Passage, float]],
    briefings: Mapping[str, Briefing],
    rarity: Mapping[str, float],
    as_of: date | None = None,
    openings: bool = False,
) -> list[Candidate]:
    """Return the sentences that tell of the subject, by briefing and as they stand in it.

    With `openings` also the first one of each briefing, though it may tell only of what may come, and all
    of a section that is headed by the parties.

    `passages` are those found, each with its score from 0 to 1; `briefings` hold their texts, by id;
    `rarity` is that of the words of their titles.
    """
    return [
        candidate
        for briefing, found in _by_briefing(passages, briefings)
        for candidate in _candidates(parts, found, briefing, rarity, openings)
        if not why_not(candidate.telling.text, [candidate.telling.text], briefing, as_of)
    ]


def developments_of(candidates: Sequence[Candidate], parts: Sequence[Part], today: date) -> list[Development]:
    """Return the developments, newest first, cited and numbered from 1; undated ones last.

    Behind those come what is dated after `today`, which replaces nothing.
    """
    groups = _told_once(_with_other_events(best_of_each(candidates), candidates))
    groups.sort(key=lambda g: (g[0].published, g[0].day, g[0].score, g[0].briefing.id), reverse=True)
    groups.sort(key=lambda g: is_to_come(g[0].published, today))
    developments = _marked(groups, [part.party for part in parts if part.party and part.weight])
    return [replace(d, to_come=bool(d.published and is_to_come(d.published, today))) for d in developments]


def _by_briefing(
    passages: Sequence[tuple[Passage, float]], briefings: Mapping[str, Briefing]
) -> list[tuple[Briefing, list[tuple[Passage, float]]]]:
    groups: dict[str, list[tuple[Passage, float]]] = {}
    for passage, score in sorted(passages, key=lambda found: (found[0].briefing_id, found[0].number)):
        if passage.briefing_id in briefings:
            groups.setdefault(passage.briefing_id, []).append((passage, score))
    return [(briefings[id], found) for id, found in groups.items()]


def _candidates(
    parts: Sequence[Part],
    found: Sequence[tuple[Passage, float]],
    briefing: Briefing,
    rarity: Mapping[str, float],
    openings: bool,
) -> Iterator[Candidate]:
    """Score the sentences of a briefing that are about the subject and tell of something done."""
    total = sum(part.weight for part in parts) or 1.0
    wanted = instruments_in(" ".join(part.name for part in parts))
    wanted_goods = goods_in(" ".join(part.name for part in parts))
    subject = [part for part in parts if is_telling(part)]
    matter = matter_of(briefing) if openings else briefing.title
    for section in _sections(found, briefing, subject):
        passage = section.passage
        title = section.title if section.title != briefing.title else matter
        title_words = words_of(section.title) - STOP_WORDS
        title_statuses = set(statuses_in(section.title))
        titled = all(holds(part, title) for part in subject)
        read_whole = section.on_subject and openings
        told = tellings([section.part], briefing.text, strict=not read_whole)
        row = row_telling(section.part, briefing) if openings else None
        for place, telling in enumerate([*told, *filter(None, [row])]):
            opens = telling is row or (section.begins and place == 0)
            event = event_of(telling.text, briefing.published)
            then = _recounted(telling, briefing, event)
            if then and briefing.published and (briefing.published - then).days > BACK_DAYS:
                continue  # history
            event = event or then
            counts = read_whole or (opens and (openings or (section.on_subject and event is not None)))
            if (telling.quality < TELLS and not counts) or tells_no_event(telling.text):
                continue
            beside = beside_in(briefing.text, section.part, telling.sentence) if openings else ""
            beside = section.part.text if telling is row else beside
            levels = levels_of(parts, telling.text, title, section.part, briefing.text, opens, beside)
            cover = sum(p.weight * level for p, level in zip(parts, levels, strict=True)) / total
            if cover < ABOUT or not concerns(parts, levels, telling.text, title):
                continue
            if lists_goods(wanted_goods, telling.text, title):
                continue
            if not is_on_measures(wanted, f"{title}. {telling.text}" if opens else telling.text):
                continue
            measured = instruments_in(telling.text) - (BUSINESS - wanted)
            behind = briefing.text[:BEHIND] if opens and openings else ""
            above = titled and telling.text not in title
            named = above or names_all(parts, levels, telling.text, behind)
            if not (measured or named or _between_parties(telling)):
                continue  # a company's plans, a statistic
            headline = covered(title_words, telling.text, rarity)
            headline += 0.3 * bool(title_statuses.intersection(telling.statuses))
            score = (
                COVERAGE * cover
                + QUALITY * telling.quality
                + HEADLINE * min(1.0, headline)
                + FOUND * section.found
                + MEASURE * bool(measured)
                + LEAD / (1 + section.place + telling.number / 2)
                - STALE * (then is not None or stale(telling.text, briefing.published))
            )
            yield Candidate(
                briefing, passage, telling, score, event, title, opens, section.on_subject, beside
            )


@dataclass(frozen=True, slots=True)
class _Section:
    """What of a passage stands in one section, and what it is told under."""

    passage: Passage
    found: float  # score of the passage
    part: Passage  # cut to the section
    title: str
    begins: bool  # with it a briefing begins, or a section on parties
    on_subject: bool  # of a round-up
    place: int  # how far from its beginning, in passages


def _sections(
    found: Sequence[tuple[Passage, float]], briefing: Briefing, subject: Sequence[Part]
) -> Iterator[_Section]:
    """Part the passages of a briefing into its sections, where it is a round-up."""
    for passage, score in found:
        for part in parted(passage):
            item = is_item_on(part, passage, briefing, subject)
            on_subject = item or is_section_on(part, briefing, subject)
            own = not item and (on_subject or bool(parties_in(part.heading) - {"US"}))
            title = part.heading if own else briefing.title
            labelled = part.heading != passage.heading
            begins = title != briefing.title and (labelled or passage.text.startswith("#"))
            place = (not begins) if on_subject else passage.number
            opens = begins or passage.number == 0
            yield _Section(passage, score, part, title, opens, on_subject, place)


def _recounted(telling: Telling, briefing: Briefing, event: date | None) -> date | None:
    """Return the past day of which a sentence tells; the first of all where it was before, who knows when.

    "Under the pact of July 22, a plant was opened on March 19" tells of the later day: its `event`.
    """
    if recites(telling.text):
        return date.min
    start = briefing.text.rfind("\n", 0, telling.start) + 1
    then = recounts(telling.text, briefing.published, briefing.text[start : telling.start])
    return None if then and event and then < event else then


def _between_parties(telling: Telling) -> bool:
    """Say whether governments met, or one promised something."""
    return "talks" in telling.statuses or (
        "committed" in telling.statuses and bool(parties_in(telling.text) - {"US"})
    )


def best_of_each(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the best sentence of each briefing."""
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        held = best.get(candidate.briefing.id)
        if held is None or candidate.score > held.score:
            best[candidate.briefing.id] = candidate
    return [*best.values()]


def _with_other_events(chosen: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add sentences that date an event of which none chosen so far tells, the best ones first."""
    result = [*chosen]
    added: Counter[str] = Counter()
    for c in sorted(candidates, key=lambda c: (-c.score, c.briefing.id, c.telling.start)):
        published = c.briefing.published
        if c.event is None or published is None or c.event > published or added[c.briefing.id] == MORE_EVENTS:
            continue
        if c.telling.quality >= TELLS_MORE and all(abs((c.day - other.day).days) > APART for other in result):
            result.append(c)
            added[c.briefing.id] += 1
    return result


def _told_once(chosen: Sequence[Candidate]) -> list[list[Candidate]]:
    """Group what tells one event; first in each group the best of those published first."""
    groups: list[list[Candidate]] = []
    for c in sorted(chosen, key=lambda c: (c.briefing.published or date.min, -c.score, c.briefing.id)):
        group = next((g for g in groups if _is_told(c, g)), None)
        if group is None:
            groups.append([c])
        else:
            group.append(c)
    return groups


def _is_told(c: Candidate, group: Sequence[Candidate]) -> bool:
    """Whether a sentence tells the event of a group, and none of the group says that it is another."""
    return any(tells_one_event(told, c) for told in group) and not any(
        is_another_event(told, c) for told in group
    )


def _marked(groups: Sequence[Sequence[Candidate]], parties: Sequence[str]) -> list[Development]:
    """Number and cite the developments, and say of each which newer one replaced it: the next that did."""
    statements = [statement_of(g[0].telling.text, g[0].briefing.published) for g in groups]
    developments: list[Development] = []
    for place, (first, *others) in enumerate(groups):
        number, reason = None, None
        for newer in range(place - 1, -1, -1):
            if groups[newer][0].published <= first.published:
                continue
            if reason := replaced_by(statements[place], statements[newer], parties):
                number = newer + 1
                break
        developments.append(
            Development(
                first.cited(place + 1),
                first.event,
                number,
                reason,
                tuple(other.cited(place + 1) for other in others),
            )
        )
    return developments
