"""Check a draft against the briefings: what fails is not shown.

1. Every quote is found, to the character, where its citation says.
2. A sentence says no more and no other than what it cites: numbers, dates, parties, persons,
   statuses, who does what, and what is denied or only possible (`assistant.support`).
3. Nothing cited was published after the as-of date.

All three are plain string and calendar work; no model is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import AnswerSentence, Citation
from assistant.choosing.extractive import DraftSentence
from assistant.reading.rows import told_rows
from assistant.support import unsupported
from vectorstore.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Checked:
    """What of a draft may be shown, and why the rest may not."""

    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    kept: tuple[DraftSentence, ...]
    dropped: tuple[tuple[str, str], ...]  # (sentence, reason)
    expected: date | None = None  # the newest day that it will tell when it is finished; None when it is


def check(
    draft: Sequence[DraftSentence], briefings: Mapping[str, Briefing], as_of: date | None = None
) -> Checked:
    """Keep the sentences that stand, number their citations from 1, in order of appearance."""
    sentences: list[AnswerSentence] = []
    kept: list[DraftSentence] = []
    dropped: list[tuple[str, str]] = []
    citations: dict[tuple[str, int, int], Citation] = {}
    for sentence in draft:
        briefing = briefings[sentence.evidence.hit.facts.id]
        told = [briefing.text[a:b] for a, b in sentence.told or sentence.spans]
        reason = why_not(sentence.text, told, briefing, as_of)
        if reason:
            dropped.append((sentence.text, reason))
            continue
        numbers = []
        for start, end in sentence.spans:
            key = (briefing.id, start, end)
            if key not in citations:
                citations[key] = cite(len(citations) + 1, briefing, start, end)
            numbers.append(citations[key].number)
        sentences.append(AnswerSentence(sentence.text, tuple(numbers), sentence.role))
        kept.append(sentence)
    return Checked(tuple(sentences), tuple(citations.values()), tuple(kept), tuple(dropped))


def cite(number: int, briefing: Briefing, start: int, end: int) -> Citation:
    """Make the citation of characters [start, end) of a briefing."""
    return Citation(
        number=number,
        briefing_id=briefing.id,
        source=briefing.source,
        title=briefing.title,
        publisher=briefing.publisher,
        published=briefing.published,
        url=briefing.url,
        quote=briefing.text[start:end],
        start=start,
        end=end,
        version=briefing.version,
        page=briefing.page_at(start),
    )


def why_not(text: str, quotes: Sequence[str], briefing: Briefing, as_of: date | None = None) -> str | None:
    """Say why a sentence may not be shown with these quotes from this briefing; None when it may."""
    if not quotes or not all(quotes):
        return "it cites nothing"
    for quote in quotes:
        if quote not in briefing.text:
            return "its quote is not in the briefing"
    if as_of and (briefing.published is None or briefing.published > as_of):
        return f"its briefing was not yet published on {as_of.isoformat()}"
    if is_word_for_word(text, quotes):
        return None
    return unsupported(text, " ".join(quotes), briefing.published)


def is_word_for_word(text: str, quotes: Sequence[str]) -> bool:
    """Whether a sentence is its quotes one after the other; capitals, and what stands between them, aside.

    Rows of a table may be said with each figure behind the head of its column.
    """
    if not quotes:
        return False
    head, *rows = quotes
    return _bare(text) in (_bare(" ".join(quotes)), _bare(told_rows(head, rows) or " ".join(quotes)))


def is_cut_from(text: str, quote: str) -> bool:
    """Whether a sentence is pieces of a quote in their order, with "…" where something is left out.

    >>> quote = "The duties of Order 1 and Order 2 have ended."
    >>> is_cut_from("The duties of … Order 2 have ended.", quote), is_cut_from("Order 2 … Order 1", quote)
    (True, False)
    """
    at, quote = 0, quote.casefold()
    for piece in text.casefold().split(" … "):
        if (found := quote.find(piece, at)) < 0:
            return False
        at = found + len(piece)
    return True


def _bare(text: str) -> str:
    return " ".join(text.replace(":", " ").replace("…", " ").split()).casefold()
