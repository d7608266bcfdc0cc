"""Answer who holds an office: the newest sentence that names a person beside it.

What an office is, and whether a sentence names its holder: `assistant.asking.offices`.
"""

from collections.abc import Callable
from datetime import date

from assistant.asking.offices import names_holder, office_in, telling_words
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.kinds.latest import Latest
from ingest.text.parties import party_name
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.store import Store

PASSAGES = 400  # with words of the office, the best by BM25


def find_holder(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest sentence that names who holds an office; None where none does."""
    office = office_in(question)
    wanted = " ".join([*telling_words(question), *map(party_name, question.parties)])
    return newest_telling(
        store,
        question,
        filters,
        wanted,
        lambda quote, _, facts: names_holder(quote, office, question.parties, facts.title),
    )


def newest_telling(
    store: Store,
    question: Question,
    filters: Filters,
    wanted: str,
    tells: Callable[[str, Passage, BriefingFacts], bool],
) -> Latest | None:
    """Return the newest sentence that tells what is asked, of the passages with the words `wanted`."""
    facts = store.versions.facts(question.as_of)
    ids = [id for id, _ in store.keywords.query(wanted, PASSAGES, filters)]
    found: list[tuple[date, Passage, Sentence, BriefingFacts]] = []
    for passage in store.versions.passages(ids).values():
        of = facts.get(passage.briefing_id)
        if of is None or of.published is None or not filters.allows(of):
            continue
        for sentence in passage.sentences:
            quote = passage.text[sentence.start - passage.start : sentence.end - passage.start]
            if tells(quote, passage, of):
                found.append((of.published, passage, sentence, of))
    if not found:
        return None
    _, passage, sentence, of = max(found, key=lambda f: (f[0], -(f[2].end - f[2].start), f[1].id))
    quote = passage.text[sentence.start - passage.start : sentence.end - passage.start]
    hit = Hit(passage, of, 0.0, 0.0, 0.0)
    briefings = store.versions.briefings([of.id], question.as_of)
    return Latest((Evidence(hit, sentence, quote, "", 1.0, ()),), 1, (hit,), briefings)
