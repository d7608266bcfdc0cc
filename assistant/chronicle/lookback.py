"""Read what a timeline and the news are made of from an open home."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from assistant.answer import Citation
from assistant.asking.question import Question, understand
from assistant.asking.scope import refuse_inverted
from assistant.asking.subject import OMNIPRESENT, Part, parts_of
from assistant.checking.also_in import others_of
from assistant.checking.citations import cite
from assistant.choosing.evidence import Evidence
from assistant.choosing.shares import Shares
from assistant.chronicle.candidate import Candidate
from assistant.chronicle.entries import Development, News, NewsRequest, Timeline, TimelineRequest
from assistant.chronicle.news import arrived, first_issues, grouped, item_of, told_in
from assistant.chronicle.timeline import candidates_of, developments_of
from assistant.reading.developments import words_of
from assistant.reading.statements import statement_of
from assistant.superseding.ended import Ended, is_one_measure
from ingest.text.dates import is_to_come, newest_day
from ingest.text.parties import parties_in
from vectorstore.briefing import Briefing
from vectorstore.errors import QuestionError
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.search import search
from vectorstore.store import Store

TITLED = 40  # briefings with the parties in their titles that a timeline reads whole
NEWEST = 20  # of the briefings that concern the parties, the newest: all that they say of them is read
PASSAGES = 160  # found for a timeline; an answer reads 24
LONGEST_SUBJECT = 400  # characters; a subject is a few words


def find_timeline(store: Store, request: TimelineRequest, ended: Ended | None = None) -> Timeline:
    """Find the developments of a subject; QuestionError when it names nothing to look for.

    `ended` remembers, from one timeline to the next, what became of measures.
    """
    subject = " ".join(request.subject.encode("utf-8", "replace").decode().split())
    if sum(map(str.isalnum, subject)) < 2:
        raise QuestionError("The subject is empty. Name a negotiation or measure, such as: Japan-US talks")
    if len(subject) > LONGEST_SUBJECT:
        raise QuestionError(
            f"The subject has {len(subject):,} characters; expected a few words, such as: Japan-US talks"
        )
    refuse_inverted(request.published_from, request.published_to)
    facts = store.catalogue.facts()
    newest = newest_day((f.published for f in facts.values()), date.today())
    question = understand(subject, request.as_of or newest or date.today(), as_of=request.as_of)
    parties = tuple(dict.fromkeys((*question.parties, *request.parties)))
    filters = Filters(
        as_of=question.as_of,
        published_from=request.published_from or question.since,
        published_to=request.published_to,
        parties=request.parties,
    )
    named = bool({*parties} - {"US"})
    found = look_back(store, question, parties, filters, TITLED * named, newest=NEWEST * named)
    developments = developments_of(found.candidates, found.parts, question.as_of or date.today())
    told = _with_duplicates(
        store, _with_ends(store, ended or Ended(store), developments, found, question, filters), filters
    )
    return Timeline(request.subject, question.as_of, parties, tuple(told))


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What was found on a subject: the sentences that tell of it, and what they were read from."""

    candidates: list[Candidate]
    parts: list[Part]
    hits: list[Hit]  # best first
    briefings: dict[str, Briefing]  # by id


def look_back(
    store: Store,
    question: Question,
    parties: Sequence[str],
    filters: Filters,
    whole: int,
    openings: bool = False,
    newest: int = 0,
) -> LookedBack:
    """Find what happened of a subject, in the passages nearest to it and where their briefings begin.

    The newest `whole` briefings found whose title names all the parties that tell are read whole: what an
    order decides need not name them again. Of the `newest` that concern these all passages that name them
    are read, however many other briefings come nearer. With `openings` what a briefing opens with counts
    though it may tell only of what may come.
    """
    hits = search(store, question.standalone, question.other_wordings, filters, PASSAGES, repeats=True)
    top = max((hit.score for hit in hits), default=1.0) or 1.0
    found = {hit.passage.id: (hit.passage, hit.score / top) for hit in hits}
    frequency = partial(store.keywords.document_frequency, until=filters.as_of)
    shares = Shares(store).of(filters.as_of).parties
    parts = parts_of(question, parties, frequency, store.keywords.count(filters.as_of), shares)
    facts = store.versions.facts(filters.as_of)
    telling = frozenset(part.party for part in parts if part.party and part.weight)
    concerned = [
        of for of in facts.values() if of.published and telling <= {*of.parties} and filters.allows(of)
    ]
    concerned.sort(key=lambda of: (of.published or date.min, of.id), reverse=True)
    last = concerned[:newest]
    ids = {hit.facts.id for hit in hits} | {of.id for of in last}
    briefings = store.versions.briefings(sorted(ids), filters.as_of)
    more = store.versions.passages([f"{b.id}.{b.version}.0" for b in briefings.values()])
    for of in last:
        more |= {p.id: p for p in store.versions.passages_of(of) if telling <= parties_in(p.text)}
    on_file = [briefing for id, briefing in briefings.items() if id in facts]  # not removed by now
    for briefing in _titled(on_file, parts)[:whole]:
        more |= {passage.id: passage for passage in store.versions.passages_of(facts[briefing.id])}
    passages = [*found.values(), *((passage, 0.0) for id, passage in more.items() if id not in found)]
    rarity = rarity_of(store, (briefing.title for briefing in briefings.values()), filters.as_of)
    told = candidates_of(parts, passages, briefings, rarity, question.as_of, openings)
    return LookedBack(told, parts, hits, briefings)


def _titled(briefings: Iterable[Briefing], parts: Sequence[Part]) -> list[Briefing]:
    """Return the dated briefings whose title names the parties that tell, newest first."""
    telling = {part.party for part in parts if part.party and part.weight}
    titled = [b for b in briefings if b.published and telling <= parties_in(b.title)]
    return sorted(titled, key=lambda b: (b.published or date.min, b.id), reverse=True)


def _with_ends(
    store: Store,
    ended: Ended,
    developments: Sequence[Development],
    found: LookedBack,
    question: Question,
    filters: Filters,
) -> list[Development]:
    """Say of each development whose measure was ended later what ended it, unless a newer one replaced it."""
    facts = store.versions.facts(filters.as_of)
    told = {(c.briefing.id, c.telling.start): c for c in found.candidates}

    def marked(development: Development) -> Development:
        citation = development.citation
        of = told[citation.briefing_id, citation.start]
        if development.superseded_by is not None or citation.briefing_id not in facts:
            return development
        hit = Hit(of.passage, facts[citation.briefing_id], 0.0, 0.0, 0.0)
        sentence = of.telling.sentence
        said = Evidence(hit, sentence, of.briefing.text[sentence.start : sentence.end], "", of.score, ())
        ending = ended.of(said, of.briefing, question, replace(filters, parties=()))
        if ending is None:
            return development
        end, by = ending.evidence.sentence, ending.evidence.hit.facts.id
        briefing = store.versions.briefings([by], filters.as_of)[by]
        return replace(
            development,
            ended_by=cite(citation.number, briefing, end.start, end.end),
            reason=ending.happened,
        )

    return like_ended(list(map(marked, developments)))


def like_ended(developments: Sequence[Development]) -> list[Development]:
    """Mark what tells in other words of a measure that is marked as ended: one rate, party and goods."""
    stated = [(d, statement_of(d.text, d.published)) for d in developments if d.ended_by]

    def marked(development: Development) -> Development:
        said = statement_of(development.text, development.published)
        if development.ended_by or development.superseded_by is not None or said.rate is None or said.ended:
            return development
        for other, of in stated:
            end = other.ended_by
            if end is None or not is_one_measure(said, of) or not _is_before(development, end):
                continue
            again = replace(end, number=development.citation.number)
            return replace(development, ended_by=again, reason=other.reason)
        return development

    return list(map(marked, developments))


def _is_before(development: Development, end: Citation) -> bool:
    return bool(development.published and end.published and development.published < end.published)


def _with_duplicates(
    store: Store, developments: Sequence[Development], filters: Filters
) -> list[Development]:
    """Say of each development which other briefings on file hold the very words."""
    ids = [development.citation.briefing_id for development in developments]
    others = others_of(store, ids, filters)
    copies = store.versions.briefings([id for found in others.values() for id in found], filters.as_of)

    def also(development: Development) -> list[Citation]:
        told = {citation.briefing_id for citation in development.also_in}
        same = [
            copies[id] for id in others[development.citation.briefing_id] if id in copies and id not in told
        ]
        quote, number = development.citation.quote, development.citation.number
        places = [(copy, copy.text.find(quote)) for copy in same]
        return [cite(number, copy, start, start + len(quote)) for copy, start in places if start >= 0]

    return [replace(d, also_in=(*d.also_in, *also(d))) for d in developments]


def find_news(store: Store, request: NewsRequest) -> News:
    """Find what arrived since a day, with the sentence that matters of each briefing."""
    catalogue = store.catalogue
    on_file = catalogue.briefings()
    of = [b for b in on_file if not request.briefings or b.id in request.briefings]
    wanted = arrived(of, request.since, request.ingested, request.parties)
    rarity = rarity_of(store, (briefing.title for briefing in wanted))
    once = first_issues(wanted, store.near.groups())
    texts = catalogue.current([briefing.id for briefing in once])
    others = others_of(store, list(texts))
    source_of = {briefing.id: briefing.source for briefing in on_file}
    items = []
    for briefing in texts.values():
        passages = [passage for passage, _ in catalogue.passages_of(briefing.id)]
        copies = [source_of[id] for id in others[briefing.id]]
        told = told_in(briefing, passages, rarity, request.parties)
        found = [item_of(briefing, telling, copies, section, request.parties) for section, telling in told]
        asked = [item for item in found if {*item.parties}.intersection(request.parties)]
        items += asked or found
    today = date.today()
    dated = [item for item in items if item.published and not is_to_come(item.published, today)]
    to_come = [item for item in items if item.published and is_to_come(item.published, today)]
    undated = sorted((item for item in items if not item.published), key=lambda item: item.title)
    groups = grouped(dated, request.parties, Shares(store).of().parties, OMNIPRESENT)
    return News(request.since, request.ingested, request.parties, groups, tuple(undated), tuple(to_come))


def rarity_of(store: Store, texts: Iterable[str], until: date | None = None) -> dict[str, float]:
    """Weigh the words of the texts by rarity: ln(passages / passages with it), of those published `until`."""
    words = sorted({word for text in texts for word in words_of(text)})
    count = store.keywords.count(until)
    frequency = store.keywords.document_frequency(words, until)
    return {word: math.log((count + 1) / (frequency[word] + 1)) for word in words}
