"""Tell what a briefing does, where its best sentence on a subject tells only what led there.

An order opens with its grounds: what was found, and what earlier orders set. What it sets itself often names
neither the law nor the goods by the words that are asked with, so that no search finds it.
"""

from dataclasses import replace

from assistant.chronicle.about import FIGURE
from assistant.chronicle.candidate import Candidate
from assistant.chronicle.lookback import rarity_of
from assistant.chronicle.news import SENTENCES_READ, sentence_that_matters
from assistant.reading.developments import decides, is_background, tellings
from assistant.reading.statements import statement_of
from vectorstore.facts import BriefingFacts
from vectorstore.store import Store


def what_is_done(store: Store, lead: Candidate, facts: BriefingFacts) -> Candidate:
    """Put the first rate that its briefing sets, else what matters of it, in the place of a sentence.

    `facts` are the briefing's; the sentence itself comes back where the briefing tells nothing done.
    """
    briefing, passages = lead.briefing, store.versions.passages_of(facts)
    setting = (
        t
        for t in tellings(passages, briefing.text, SENTENCES_READ)
        if decides(t.text) and FIGURE.search(t.text) and statement_of(t.text, briefing.published).rate
    )
    telling = next(setting, None) or sentence_that_matters(
        briefing, passages, rarity_of(store, [briefing.title])
    )
    if telling is None or is_background(telling.text):
        return lead
    passage = next(p for p in passages if telling.sentence in p.sentences)
    return replace(lead, passage=passage, telling=telling)
