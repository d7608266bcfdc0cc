"""Hold an answer against what is promised of every answer, whatever was asked.

The checks read the answer and the briefings on file, and share no code with what made a verbatim
answer; the figures, days and parties of a chat model's sentences are held against what they cite once
more, by `held.py`.
Each returns what is broken in plain words; nothing when the promise is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from assistant.answer import Answer, Citation
from assistant.checking.citations import is_cut_from
from assistant.evaluation.held import objections_against
from assistant.evaluation.outcomes import RANKED
from vectorstore.briefing import Briefing
from vectorstore.patterns import pattern

_NUMBER = pattern(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that an answer breaks: the question's id, and how."""

    id: str
    what: str


def broken(
    id: str,
    answer: Answer,
    as_of: date | None,
    cited: Mapping[str, Briefing],
    published: Mapping[str, date | None],
) -> list[Broken]:
    """Return what an answer breaks.

    `as_of` is the day asked for; `cited` holds the briefings that it cites, with their texts, by
    id; `published` says when each source on file was published.
    """
    checks = (
        _quotes(answer, cited),
        _labels(answer, cited),
        _support(answer),
        _known_by(answer, as_of or answer.as_of, published),
        _ranking(answer, published),
        _newest(answer),
    )
    return [Broken(id, what) for check in checks for what in check]


def _quotes(answer: Answer, cited: Mapping[str, Briefing]) -> Iterator[str]:
    for citation in _citations(answer):
        briefing = cited.get(citation.briefing_id)
        if briefing is None:
            yield f"{_name(citation)} cites {citation.briefing_id}, which is not on file"
            continue
        there = briefing.text[citation.start : citation.end]
        if not citation.quote or there != citation.quote:
            yield (
                f"{_name(citation)} quotes {_short(citation.quote)}, but characters {citation.start} to "
                f"{citation.end} of {briefing.source} are {_short(there)}"
            )


def _labels(answer: Answer, cited: Mapping[str, Briefing]) -> Iterator[str]:
    for citation in _citations(answer):
        briefing = cited.get(citation.briefing_id)
        for field in ("source", "title", "publisher", "published", "url"):
            said, on_file = getattr(citation, field), getattr(briefing, field, None)
            if briefing is not None and said != on_file:
                yield f"{_name(citation)} gives {field} as {said}; on file it is {on_file}"


def _support(answer: Answer) -> Iterator[str]:
    """Every sentence is cited, and the numbers in it stand in what it cites."""
    quotes = {citation.number: citation.quote for citation in answer.citations}
    if answer.abstained and answer.citations:
        yield "an abstention cites briefings as if it answered"
    if not answer.abstained and not answer.citations:
        yield "an answer cites nothing"
    for sentence in answer.sentences:
        if sentence.role == "frame":
            continue
        if not sentence.citations or not quotes.keys() >= set(sentence.citations):
            yield f"{_short(sentence.text)} has no citation that is given"
            continue
        if answer.engine != "extractive":
            for objection in objections_against(sentence, answer):
                if objection.firm:
                    yield f"{_short(sentence.text)}: {objection.reason}"
            continue
        there = {n for number in sentence.citations for n in _NUMBER.findall(quotes[number])}
        if lacking := [n for n in _NUMBER.findall(sentence.text) if n not in there]:
            yield f"{_short(sentence.text)} says {lacking[0]}, which is not in what it cites"
        elif not _is_made_of(sentence.text, [quotes[number] for number in sentence.citations]):
            yield f"{_short(sentence.text)} is not in the words of what it cites"


def _is_made_of(text: str, quotes: Sequence[str]) -> bool:
    """Whether a sentence is its quotes, pieces of one, or rows, each cell behind the head of its column."""
    said = _letters(text)
    if said in _letters(" ".join(quotes)) or is_cut_from(text, " ".join(quotes)):
        return True
    (_, *heads), *rows = (_cells(quote) for quote in quotes)
    if not rows or any(len(row) != len(heads) + 1 for row in rows):
        return False
    by_row = [cell for name, *cells in rows for cell in (name, *chain(*zip(heads, cells, strict=True)))]
    by_column = [heads[0], *chain(*rows)] if len(heads) == 1 else by_row
    return said in (_letters("".join(by_row)), _letters("".join(by_column)))


def _cells(row: str) -> list[str]:
    """The cells of a row; the one above the names of the rows may be empty, those at the end are none."""
    cells = row.rstrip("| ").split("|")
    return [cell for at, cell in enumerate(cells) if not at or cell.strip()]


def _known_by(answer: Answer, as_of: date | None, published: Mapping[str, date | None]) -> Iterator[str]:
    if as_of is None:
        return
    days = {source: published.get(source) for source in answer.retrieved}
    for citation in _citations(answer):
        days[citation.source] = published.get(citation.source, citation.published)
    for source, day in days.items():
        if day is None or day > as_of:
            yield f"{source}, {day or 'undated'}, is used in an answer as of {as_of}"


def _ranking(answer: Answer, published: Mapping[str, date | None]) -> Iterator[str]:
    if len(set(answer.retrieved)) < len(answer.retrieved):
        yield "a briefing is retrieved twice"
    if len(answer.retrieved) > RANKED:
        yield f"{len(answer.retrieved)} briefings are retrieved; at most {RANKED} are promised"
    for source in answer.retrieved:
        if source not in published:
            yield f"{source} is retrieved, which is not on file"


def _newest(answer: Answer) -> Iterator[str]:
    """`newest_evidence` is what it says; "As of DATE" is followed by a briefing of that date."""
    days = [citation.published for citation in answer.citations if citation.published]
    newest = max(days, default=None)
    if answer.newest_evidence != newest:
        yield f"its newest evidence is said to be of {answer.newest_evidence}; it is of {newest}"
    framed = answer.sentences[:1] and answer.sentences[0].role == "frame"
    lead = answer.citations[0].published if answer.citations else None
    if framed and answer.answer.startswith("As of ") and lead != newest:
        yield f"it says “as of” {newest} and leads with a briefing of {lead or 'no date'}"


def _citations(answer: Answer) -> list[Citation]:
    return [*answer.cited]


def _name(citation: Citation) -> str:
    return f"citation [{citation.number}]"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _short(text: str) -> str:
    return f"“{text if len(text) <= 60 else text[:57] + '...'}”"
