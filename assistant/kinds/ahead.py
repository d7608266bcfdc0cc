"""Answer what is ahead: the days to come that briefings name, soonest first, by the sentences that name them.

"Which deadlines come next", "what is due for Canada", "which deadlines fall in May": no word of it tells the
sentence that answers from another one on the same subject. The days that passages speak of were read when
they were taken in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.asking.asked import MEASURES, MOST_WORDS, is_one_of, others_than_us, subject_words
from assistant.asking.concepts import Concept
from assistant.asking.days_ahead import period_ahead, words_ahead
from assistant.asking.question import Question
from assistant.asking.subject import Part, holds
from assistant.choosing.evidence import Evidence
from assistant.chronicle.about import on_trade
from assistant.kinds.latest import Latest
from assistant.kinds.newest import newest_first
from assistant.reading.days_in_words import days_told
from assistant.reading.developments import Telling, tellings, words_of
from assistant.reading.goods import goods_in
from assistant.reading.happened_since import calls_off
from assistant.reading.statements import instruments_in, statement_of
from assistant.superseding.cut_passages import text_of
from assistant.superseding.not_kept import is_off, is_off_since
from assistant.superseding.postponed import puts_off
from assistant.superseding.replacing import replaced_by
from ingest.text.parties import parties_in
from vectorstore.briefing import Briefing, Event, Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.store import Store

READ = 200  # briefings, the newest that concern the parties: older ones seldom name a day still to come
SENTENCES, WORDS = 8, 240  # a list with a gap would hide a day, so it may be longer than other answers
A_MONTH = timedelta(days=31)  # what is named by more is no day to keep
WITHOUT_YEAR = timedelta(days=200)  # further ahead "March 27" is more likely the last one
ALIKE = 0.5  # share of the shorter sentence's words from which two of one day tell the same
PUT_OFF = 0.7  # the same for a newer one that names another day

_DAYS = r"(?:deadlines?|dates?|events?|milestones?)"
_NEXT = r"(?:next|coming|upcoming|approaching|pending)"
_AHEAD = pattern(
    rf"\b{_NEXT} (?:\w+ ){{0,2}}(?:{_DAYS}|months?|weeks?|quarter|expir\w+)\b"
    rf"|\b{_DAYS}\b[^?]{{0,30}}\b(?:{_NEXT}|ahead|loom\w*|due)\b"
    rf"|\bwhat(?:['’]?s| is| are| else is)? (?!(?:happened|came|followed|changed|was|were|did)\b)(?:\w+ )?"
    rf"(?:{_NEXT}|ahead|due)\b"
    r"|\bwhat (?:\w+ )?(?:expires|lapses|ends|starts|begins|kicks in|takes effect|comes into force) next\b",
    re.I,
)
# Of a period: "which deadlines fall in May 1987", "what is due in May".
_FALL = pattern(
    r"^\W*(?:and |so |ok |but )*(?:(?:which|what|list|any|all|the)\b(?: of)?(?: the)? (?:[\w-]+ )?)?"
    rf"{_DAYS}\b"
    r"|^\W*(?:and |so |ok |but )*what(?:['’]?s| is| are| was| were| falls?| fell| comes?| else is) due\b",
    re.I,
)
_OF_DAYS = (
    "deadline", "date", "due", "expire", "expiry", "expiring", "expiration", "effect", "start", "begin",
    "end", "lapse", "milestone", "event", "ahead", "upcoming", "coming", "approaching", "pending",
    "calendar", "schedule", "scheduled", "agenda", "month", "week", "happen", "fall", "fell", "lie",
)  # fmt: skip
_NO_LONGER = pattern(
    r"\b(?:not|instead of|rather than|(?:originally|previously|initially) \w+)"
    r"(?: (?:on|from|for|in|by|to|until))?\s*$",
    re.I,
)
_A_YEAR = pattern(r"\b(?:19|20)\d\d\b")


def asks_ahead(question: Question) -> bool:
    """Whether a question asks which days are to come, of parties or a subject, and nothing particular beside.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what deadlines are coming up?", "next dates for Canada", "when is the next round on beef?"
    >>> [asks_ahead(understand(text, date(1987, 4, 1))) for text in asked]
    [True, True, False]
    >>> [asks_ahead(understand(text, date(1987, 4, 1))) for text in ("what comes next?", "what came next?")]
    [True, False]
    """
    if question.periods:
        return _asks_of_a_period(question)
    falls = _FALL.search(question.asked) and period_ahead(question.asked, question.as_of or date.today())
    if question.since or question.past or not (falls or _AHEAD.search(question.asked)):
        return False
    return len(_subject(question)) <= MOST_WORDS and not {*question.details} - {"date", "list"}


def _asks_of_a_period(question: Question) -> bool:
    """Whether a question asks which days to keep are in a period, of anything, a party or goods.

    >>> from assistant.asking.question import understand
    >>> asked = "deadlines in May 1987", "which steel dates fall in May", "what dates in May is Li in Oslo"
    >>> [asks_ahead(understand(text, date(1987, 4, 1))) for text in asked]
    [True, True, False]
    """
    if len(question.periods) > 1 or question.since or {*question.details} - {"date", "list"}:
        return False
    return bool(_FALL.search(question.asked)) and all(goods_in(of.typed) for of in _subject(question))


def within_days(question: Question, today: date) -> Question:
    """Ask of the period that a question names by its distance from today: "what is due this month".

    >>> from assistant.asking.question import understand
    >>> asked = within_days(understand("what is due this month", date(1987, 4, 10)), date(1987, 4, 10))
    >>> [(str(of.first), str(of.last)) for of in asked.periods]
    [('1987-04-10', '1987-04-30')]
    """
    if question.periods or not (asks_ahead(question) and _FALL.search(question.asked)):
        return question
    period = period_ahead(question.asked, question.as_of or today)
    return replace(question, periods=(period,)) if period else question


def find_ahead(store: Store, question: Question, filters: Filters, day: date) -> Latest | None:
    """Return the sentences that name days after `day`, soonest first; None where there is none.

    Where a question names a period, those that name days of it which were to come when they were written.
    """
    after, last, until = _within(question, day)
    read = _read(store, question, filters, until)
    named = [
        due
        for of, briefing in read
        for due in _in(of, briefing, store.versions.passages_of(of), after, last)
        if _concerns(question, due.evidence)
    ]
    standing = [a for a in named if not any(_is_replaced(a, b, question.parties) for b in named)]
    put_off = [*_put_off(store, read)] if standing else []
    standing = [due for due in standing if not any(_is_off(due, *off) for off in put_off)]
    standing.sort(key=_soonest_first)
    chosen: list[_Due] = []
    for due in standing:
        if any(due.first == kept.first and _shared(due, kept) >= ALIKE for kept in chosen):
            continue
        if len(chosen) == SENTENCES or sum(of.evidence.words for of in (*chosen, due)) > WORDS:
            break
        chosen.append(due)
    if not chosen:
        return None
    evidence = tuple(due.evidence for due in (*chosen, *(due for due in standing if due not in chosen)))
    hits = {e.hit.passage.id: e.hit for e in evidence}
    return Latest(evidence, len(chosen), tuple(hits.values()), {of.briefing.id: of.briefing for of in named})


@dataclass(frozen=True, slots=True)
class _Due:
    """A sentence that names a day to come."""

    first: date
    quality: float
    evidence: Evidence
    briefing: Briefing


def days_meant(question: Question) -> str:
    """Say of which period days are asked for: "in May 1987"; empty where it is those to come.

    >>> from assistant.asking.question import understand
    >>> asked = "deadlines in May 1987", "deadlines on 4 May 1987", "deadlines in 1987", "deadlines ahead"
    >>> [days_meant(understand(text, date(1987, 4, 1))) for text in asked]
    ['in May 1987', 'on 4 May 1987', 'from 1 January 1987 to 31 December 1987', '']
    """
    if not question.periods:
        return ""
    (period, *_) = question.periods
    told = days_told(period.first, period.last)
    if " to " in told:
        return f"from {told}"
    return f"on {told}" if period.first == period.last else f"in {told}"


def _within(question: Question, day: date) -> tuple[date, date, date]:
    """Return the day after which days are meant, the last of them, and the last that a briefing may be of."""
    if not question.periods:
        return day, date.max, day
    (period,) = question.periods
    return period.first - timedelta(1), period.last, min(period.last, day)


def _read(
    store: Store, question: Question, filters: Filters, until: date
) -> list[tuple[BriefingFacts, Briefing]]:
    """Return the newest briefings on the parties asked about, of days to `until`: a later one is misdated."""
    asked = {*others_than_us(question)}
    newest = newest_first(store, question.as_of, filters)
    read = (of for of in newest if (of.published or until) <= until)
    facts = [of for of in read if asked <= {*of.parties}][:READ]
    briefings = store.versions.briefings([of.id for of in facts], question.as_of)
    return [(of, briefings[of.id]) for of in facts if of.id in briefings]


def _put_off(
    store: Store, read: Sequence[tuple[BriefingFacts, Briefing]]
) -> Iterator[tuple[BriefingFacts, str]]:
    """Yield the sentences of briefings that put something off, or call it off."""
    for of, briefing in read:
        if puts_off(briefing.text) or calls_off(briefing.text):
            for passage in store.versions.passages_of(of):
                for said in (text_of(passage, sentence) for sentence in passage.sentences):
                    if puts_off(said) or calls_off(said):
                        yield of, said


def _is_off(due: _Due, of: BriefingFacts, said: str) -> bool:
    """Whether a sentence of a newer briefing puts off, or calls off, what is due."""
    told = due.evidence.hit.facts
    newer = of.published and told.published and of.published > told.published
    return bool(newer and is_off_since(due.evidence.quote, told.title, said, of.title))


def _in(
    of: BriefingFacts, briefing: Briefing, passages: Sequence[Passage], after: date, last: date
) -> Iterator[_Due]:
    to_come = max(after, briefing.published or after)
    ahead = [e for p in passages for e in p.events if _is_ahead(e, briefing, to_come) and e.first <= last]
    for telling in tellings(passages, briefing.text) if ahead else ():
        event = _soonest(telling, ahead)
        if event and instruments_in(telling.text) and on_trade(telling.text):
            passage = next(p for p in passages if telling.sentence in p.sentences)
            quote = briefing.text[telling.sentence.start : telling.sentence.end]
            hit = Hit(passage, of, 0.0, 0.0, 0.0)
            evidence = Evidence(
                hit, telling.sentence, quote, "", telling.quality, (), due=days_told(event.first, event.last)
            )
            if calls_off(quote) or is_off(quote, of.title, _behind(passage, telling.sentence)):
                continue
            yield _Due(event.first, telling.quality, evidence, briefing)


def _behind(passage: Passage, sentence: Sentence) -> str:
    """Return the sentence behind one in its passage; "" where there is none."""
    behind = next((s for s in passage.sentences if s.start >= sentence.end), None)
    return text_of(passage, behind) if behind else ""


def _is_ahead(event: Event, briefing: Briefing, day: date) -> bool:
    """Whether a day that a briefing names is one to keep: a day or month, and to come for certain."""
    if event.first <= day or event.last - event.first >= A_MONTH or briefing.published is None:
        return False
    of_the_year = _A_YEAR.search(briefing.text, event.start, event.end)
    return bool(of_the_year) or event.first - briefing.published <= WITHOUT_YEAR


def _soonest(telling: Telling, ahead: Sequence[Event]) -> Event | None:
    within = [
        event
        for event in ahead
        if telling.start <= event.start < telling.end
        and not _NO_LONGER.search(telling.text[: event.start - telling.start])
    ]
    return min(within, key=lambda event: event.first, default=None)


def _concerns(question: Question, e: Evidence) -> bool:
    """Whether a sentence, its heading or its title names the parties and the subject asked about."""
    around = f"{e.hit.facts.title}\n{e.hit.passage.heading}\n{e.quote}"
    words = (Part(concept.typed, 1.0, concept=concept) for concept in _subject(question))
    return parties_in(around).issuperset(others_than_us(question)) and all(holds(w, around) for w in words)


def _subject(question: Question) -> list[Concept]:
    named = words_ahead(question.asked)
    words = (of for of in subject_words(question) if of.typed.lower() not in named)
    return [of for of in words if not is_one_of(of, MEASURES + _OF_DAYS)]


def _is_replaced(older: _Due, newer: _Due, parties: Sequence[str]) -> bool:
    """Whether a newer sentence replaces what an older one states, or tells of it for another day."""
    then, now = older.briefing.published, newer.briefing.published
    if then is None or now is None or then >= now:
        return False
    if older.first != newer.first and _shared(older, newer) >= PUT_OFF:
        return True
    said = statement_of(older.evidence.quote, then), statement_of(newer.evidence.quote, now)
    return bool(replaced_by(*said, parties))


def _soonest_first(due: _Due) -> tuple[date, float, str, int]:
    return due.first, -due.quality, due.evidence.hit.passage.id, due.evidence.sentence.start


def _shared(a: _Due, b: _Due) -> float:
    """Return the share of the shorter sentence's words that the other has, too."""
    words = words_of(a.evidence.quote), words_of(b.evidence.quote)
    return len(words[0] & words[1]) / max(1, min(map(len, words)))
