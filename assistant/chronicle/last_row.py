"""Read the last row of a chronology as what happened last: a table has no sentence that tells it."""

from assistant.reading.dated_rows import last_row
from assistant.reading.developments import Telling, quality_of
from assistant.reading.statuses import statuses_in
from vectorstore.briefing import Briefing, Passage

QUALITY = 0.7  # at least, of what stands in its own row, under its day


def row_telling(passage: Passage, briefing: Briefing) -> Telling | None:
    """Return the last row of the chronology that a passage holds; None where it holds none."""
    sentence = last_row(briefing.text, passage.sentences, briefing.published)
    if sentence is None:
        return None
    text = briefing.text[sentence.start : sentence.end]
    return Telling(
        briefing.id,
        sentence,
        sentence.start,
        sentence.end,
        text,
        passage.heading,
        passage.sentences.index(sentence),
        statuses_in(text),
        max(QUALITY, quality_of(text)),
    )
