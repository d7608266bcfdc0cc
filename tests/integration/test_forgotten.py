"""What is removed is forgotten by the process that served it, too."""

import gc

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.choosing.reach import Words
from assistant.chronicle.entries import TimelineRequest
from assistant.chronicle.lookback import find_timeline
from assistant.reading.statuses import statuses_in
from assistant.support.words import forms
from vectorstore.home.forgetting import forget_texts
from vectorstore.store import Store

BRIEFINGS = {
    "oats.md": ("Oats", "2026-05-01", "Peru set its import duty on oats at 12 percent on Friday in Lima."),
    "wheat.md": ("Wheat", "2026-05-02", "Kenya set its import duty on wheat at 30 percent in Nairobi."),
}


def holders(words: str) -> list[object]:
    """All that holds a text with these words, this test aside."""
    found: list[object] = []
    for holder in gc.get_objects():
        if holder is not BRIEFINGS["oats.md"]:
            for held in gc.get_referents(holder):
                if isinstance(held, str) and words in held:
                    found.append(holder)  # a comprehension would hold them, too
    return found


def test_every_cache_of_texts_is_emptied_and_none_of_models_or_tables() -> None:
    statuses_in("Kenya agreed.")
    Words.of("Kenya agreed.")
    tables = forms("unit")
    assert forget_texts() > 10
    assert statuses_in.cache_info().currsize == Words.of.cache_info().currsize == 0
    assert forms("unit") is tables


def test_no_sentence_of_a_removed_briefing_is_remembered(own_store: Store, answering: Answering) -> None:
    assert "12 percent" in answering.answer(AskRequest("What is Peru's duty on oats?")).answer
    find_timeline(own_store, TimelineRequest("Peru"))
    own_store.remove(next(b.id for b in own_store.catalogue.briefings() if b.title == "Oats"))
    assert answering.answer(AskRequest("What is Kenya's duty on wheat?")).abstention is None
    gc.collect()
    found = holders(" ".join(("set its import duty", "on oats", "at 12")))
    assert [(type(of), str(of)[:300]) for of in found] == []
