"""Answer what is new: the newest briefings on trade, each by the one sentence of it that matters."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.selecting import MANY_WORDS
from assistant.chronicle.about import on_trade
from assistant.chronicle.lookback import rarity_of
from assistant.chronicle.news import told_in
from assistant.kinds.latest import Latest, narrowed
from ingest.text.dates import is_to_come
from ingest.text.letters import letters
from vectorstore.briefing import Briefing, Passage
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.store import Store

SENTENCES = 5
READ = 20  # briefings


def find_newest(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return what the newest briefings say, newest first, near-duplicates once; None where none is dated.

    Behind what is shown comes what there is more, for whoever asks what else.
    Where a question names a period they are those of that time.
    """
    facts = _newest(store, question, narrowed(question, filters))
    briefings = store.versions.briefings([of.id for of in facts], question.as_of)
    rarity = rarity_of(store, (of.title for of in facts), question.as_of)
    shown: list[Evidence] = []
    more: list[Evidence] = []
    said: set[str] = set()
    for of in facts:
        for found in _told(of, briefings.get(of.id), store.versions.passages_of(of), rarity):
            if letters(found.quote) in said:  # a wire's story, which two have and one has added to
                continue
            said.add(letters(found.quote))
            fits = not shown or sum(e.words for e in shown) + found.words <= MANY_WORDS
            (shown if fits and len(shown) < SENTENCES else more).append(found)
    hits = tuple(e.hit for e in shown)
    return Latest((*shown, *more), len(shown), hits, briefings) if shown else None


def _told(
    of: BriefingFacts, briefing: Briefing | None, passages: Sequence[Passage], rarity: Mapping[str, float]
) -> Iterator[Evidence]:
    """Yield the sentence that matters of a briefing, or of each section of a round-up."""
    for _, telling in told_in(briefing, passages, rarity) if briefing else ():
        if telling is None or not on_trade(f"{of.title}. {telling.text}"):
            continue
        passage = next(passage for passage in passages if telling.sentence in passage.sentences)
        quote = passage.text[telling.sentence.start - passage.start : telling.sentence.end - passage.start]
        yield Evidence(Hit(passage, of, 0.0, 0.0, 0.0), telling.sentence, quote, "", telling.quality, ())


def newest_first(store: Store, as_of: date | None, filters: Filters) -> list[BriefingFacts]:
    """Return the dated briefings that may be read, newest first; of exact duplicates the first taken in.

    Without an as-of date those of days still to come, whose dates are mistakes, come last.
    """
    dated = [
        of
        for of in store.versions.facts(as_of).values()
        if of.published and filters.allows(of) and of.duplicate_of is None
    ]
    today = as_of or date.today()

    def newness(of: BriefingFacts) -> tuple[bool, date, str]:
        day = of.published or date.min
        return not is_to_come(day, today), day, of.id

    return sorted(dated, key=newness, reverse=True)


def _newest(store: Store, question: Question, filters: Filters) -> list[BriefingFacts]:
    """Return the newest dated briefings, newest first; of near-duplicates the newest."""
    kept: list[BriefingFacts] = []
    told: set[str] = set()
    today = question.as_of or date.today()
    for of in newest_first(store, question.as_of, filters):
        if question.since and of.published and is_to_come(of.published, today):
            continue  # its date is a mistake: it is not what is new since then
        if of.id not in told:
            kept.append(of)
            told |= {of.id, *store.near.others(of.id)}
        if len(kept) == READ:
            break
    return kept
