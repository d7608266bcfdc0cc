"""Give the items of a list the lead-in that was too long to be kept with each of them.

"(b) 25 percent for goods of Peru; and" says neither of what nor that it is a duty: the paragraph before it
does, in 70 words, the first of which tell from which day.
"""

from collections.abc import Mapping
from dataclasses import replace

from ingest.text.lists import lead_ins
from vectorstore.hit import Hit

LONGEST = 60  # words; with an item behind it, it still is an answer that can be read


def led_in(hits: tuple[Hit, ...], texts: Mapping[str, str]) -> tuple[Hit, ...]:
    """Return the passages with a lead-in for every item that has one. `texts` by briefing id."""
    known = {
        id: lead_ins(texts[id], LONGEST)
        for id in {hit.facts.id for hit in hits if _lacks_one(hit)} & texts.keys()
    }
    return tuple(_completed(hit, known[hit.facts.id]) if hit.facts.id in known else hit for hit in hits)


def _lacks_one(hit: Hit) -> bool:
    return any(s.kind == "item" and s.lead is None for s in hit.passage.sentences)


def _completed(hit: Hit, leads: Mapping[int, tuple[int, int]]) -> Hit:
    sentences = tuple(
        replace(s, lead=leads[s.start]) if s.kind == "item" and not s.lead and s.start in leads else s
        for s in hit.passage.sentences
    )
    return replace(hit, passage=replace(hit.passage, sentences=sentences))
