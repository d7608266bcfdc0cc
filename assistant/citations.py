"""Check a draft against the briefings: what fails is not shown.

1. Every quote is found, to the character, where its citation says.
2. Numbers, dates and parties of a sentence occur in what it cites.
3. Nothing cited was published after the as-of date.

All three are plain string and calendar work; no model is asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import AnswerSentence, Citation
from assistant.extractive import DraftSentence
from ingest.parties import find_parties
from vectorstore.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Checked:
    """What of a draft may be shown, and why the rest may not."""

    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    kept: tuple[DraftSentence, ...]
    dropped: tuple[tuple[str, str], ...]  # (sentence, reason)


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
        reason = why_not(sentence.text, [briefing.text[a:b] for a, b in sentence.spans], briefing, as_of)
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
    return unsupported(text, " ".join(quotes))


def unsupported(text: str, evidence: str) -> str | None:
    """Name the first number, date or party of `text` that `evidence` does not hold; None if all are there.

    >>> unsupported("The rate is 25 percent.", "the rate rises to 15 percent")
    'the number 25 percent is not in what it cites'
    """
    there = _quantities(evidence)
    for quantity, as_written in _quantities(text).items():
        if quantity not in there:
            return f"the number {as_written} is not in what it cites"
    named = _calendar_words(evidence)
    for word, as_written in _calendar_words(text).items():
        if word not in named:
            return f"{as_written} is not in what it cites"
    parties = {mention.code for mention in find_parties(evidence)}
    for mention in find_parties(text):
        if mention.code not in parties:
            return f"{text[mention.start : mention.end]} is not in what it cites"
    return None


_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_QUANTITY = re.compile(
    r"(\d+(?:[.,]\d+)*|\b(?:" + "|".join(_WORDS) + r")\b)"
    r"(?:[ -]?(%|percent\b|per cent\b|pct\b|trillion\b|billion\b|bn\b|million\b|mln\b|thousand\b))?",
    re.I,
)
_UNITS = {"percent": "%", "per cent": "%", "pct": "%", "bn": "billion", "mln": "million"}
_CALENDAR = re.compile(
    r"\b(?:(Jan)(?:uary)?|(Feb)(?:ruary)?|(Mar)(?:ch)?|(Apr)(?:il)?|(May)|(Jun)e?|(Jul)y?|(Aug)(?:ust)?|(Sep)t?(?:ember)?|"
    r"(Oct)(?:ober)?|(Nov)(?:ember)?|(Dec)(?:ember)?|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def _quantities(text: str) -> dict[tuple[str, str], str]:
    """Return the quantities of a text, (number, unit) -> as written: 15 percent is not 15 billion."""
    found: dict[tuple[str, str], str] = {}
    for match in _QUANTITY.finditer(text):
        number, unit = match.group(1).lower(), (match.group(2) or "").lower()
        number = str(_WORDS.index(number) + 2) if number in _WORDS else number.replace(",", "")
        found.setdefault((number, _UNITS.get(unit, unit)), match.group().strip())
    return found


def _calendar_words(text: str) -> dict[str, str]:
    """Return the months and weekdays of a text, first letters -> as written: Sept. is September."""
    return {next(filter(None, match.groups())): match.group() for match in _CALENDAR.finditer(text)}
