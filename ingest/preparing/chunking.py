"""Cut a briefing into passages that fit the encoder and never end in mid-sentence.

Sentences of one section are packed until the next would pass the budget, counted in the
encoder's word pieces. A list item remembers its lead-in, a table row its header.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.text.blocks import Block, blocks_of
from ingest.text.lists import LeadIns
from ingest.text.sentences import split_clauses, split_sentences
from vectorstore.briefing import Briefing, Passage, Sentence

PASSAGE_PIECES = 200  # word pieces; what the prefix leaves of MiniLM's 256; other sizes were not tried
PREFIX_PIECES = 48  # word pieces of title, date and heading; longer titles are cut, not the passage
SPECIAL_PIECES = 2  # the encoder's [CLS] and [SEP]
LONGEST_UNIT = 4000  # characters; counting the pieces of a line of megabytes would take minutes

Count = Callable[[Sequence[str]], list[int]]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence on its way into a passage; `line` is where its block's line starts."""

    sentence: Sentence
    line: int
    section: int
    first_of_section: int | None = None  # where the section's heading line starts


def passages_of(briefing: Briefing, count: Count, window: int) -> list[Passage]:
    """Cut `briefing` into passages of at most `window` word pieces, prefix included."""
    text = briefing.text
    headings: list[str] = []
    units = list(_units(text, headings))
    room = window - SPECIAL_PIECES - PREFIX_PIECES
    budget = min(PASSAGE_PIECES, room)
    units = list(_fitting(text, units, count, budget))
    sizes = count([text[u.sentence.start : u.sentence.end] for u in units])
    passages: list[Passage] = []
    for group in _packed(units, sizes, budget):
        start = group[0].first_of_section
        if start is None:
            start = group[0].line if group[0].line <= group[0].sentence.start else group[0].sentence.start
            if passages and start < passages[-1].end:
                start = group[0].sentence.start  # the rest of a paragraph that the last passage began
        end = group[-1].sentence.end
        passages.append(
            Passage(
                briefing_id=briefing.id,
                version=briefing.version,
                number=len(passages),
                start=start,
                end=end,
                heading=headings[group[0].section],
                text=text[start:end],
                sentences=tuple(unit.sentence for unit in group),
            )
        )
    return passages


def prefix_of(briefing: Briefing, passage: Passage) -> str:
    """Return what stands before a passage when it is embedded: title, date, heading, lead-in."""
    day = (
        f" ({briefing.published:%B} {briefing.published.day}, {briefing.published.year})"
        if briefing.published
        else ""
    )
    lines = [_cut(briefing.title, 30) + day]
    if passage.heading and not passage.text.startswith("#"):
        lines.append(_cut(passage.heading, 12))
    if passage.sentences and (lead := passage.sentences[0].lead) and lead[0] < passage.start:
        lines.append(_cut(briefing.text[lead[0] : lead[1]], 20))
    return "\n".join(lines) + "\n"


def embedded_text(briefing: Briefing, passage: Passage) -> str:
    """Return what is embedded and indexed for a passage; what is stored is the plain slice."""
    return prefix_of(briefing, passage) + passage.text


def _cut(text: str, words: int) -> str:
    return " ".join(text.split()[:words])


def _units(text: str, headings: list[str]) -> Iterator[_Unit]:
    """Yield the sentences of a text in order, filling `headings` with each section's heading."""
    headings.append("")
    opening: int | None = None  # the heading line that no sentence has followed yet
    lead_ins = LeadIns()
    header: tuple[int, int] | None = None
    in_table = False
    for block in blocks_of(text):
        if block.kind == "heading":
            opening = block.line if opening is None else opening
            title = text[block.start : block.end]
            headings.append(title)
            lead_ins = LeadIns((block.start, block.end) if title.endswith(":") else None)
            in_table = False
            continue
        if block.kind == "row":
            header = header if in_table else _header(text, block)
            in_table = True
            if header == (block.start, block.end):
                opening = block.line if opening is None else opening
                continue
            yield _Unit(
                Sentence(block.start, block.end, "row", header), block.line, len(headings) - 1, opening
            )
            opening = None
            continue
        in_table = False
        lead = lead_ins.of(block, text)
        sentences = [*split_sentences(text, block.start, block.end)]
        for start, end in sentences:
            for a, b, clause_lead in split_clauses(text, start, end):
                yield _Unit(
                    Sentence(
                        a,
                        b,
                        "item" if block.kind == "item" else "prose",
                        clause_lead or (lead if a == block.start else None),
                    ),
                    block.line,
                    len(headings) - 1,
                    opening,
                )
                opening = None
        lead_ins.read(block, text, sentences)


def _header(text: str, block: Block) -> tuple[int, int] | None:
    """Return the span of a table's header: its first row, unless a cell of it opens with a figure.

    One that begins with a label is a row of a form: "Complainant:", "Peru".
    """
    cells = text[block.start : block.end].split("|")
    if cells[0].rstrip().endswith(":"):
        return None
    figures = any(
        cell.strip()[:1].isdigit() or cell.strip()[:1] in "$€£¥+-" for cell in cells if cell.strip()
    )
    return None if figures else (block.start, block.end)


def _fitting(text: str, units: Sequence[_Unit], count: Count, budget: int) -> Iterator[_Unit]:
    """Split sentences that no passage could hold, at commas or blanks as near the middle as can be."""
    short = [unit.sentence.end - unit.sentence.start <= LONGEST_UNIT for unit in units]
    sizes = iter(
        count([text[u.sentence.start : u.sentence.end] for u, ok in zip(units, short, strict=True) if ok])
    )
    for unit, ok in zip(units, short, strict=True):
        if ok and next(sizes) <= budget:
            yield unit
        else:
            for number, (start, end) in enumerate(
                _halved(text, unit.sentence.start, unit.sentence.end, count, budget)
            ):
                yield replace(
                    unit,
                    sentence=replace(unit.sentence, start=start, end=end),
                    first_of_section=None if number else unit.first_of_section,
                )


def _halved(text: str, start: int, end: int, count: Count, budget: int) -> Iterator[tuple[int, int]]:
    """Yield pieces of text[start:end] of at most `budget` word pieces each, in order."""
    stack = [(start, end)]
    while stack:
        a, b = stack.pop()
        if b - a <= LONGEST_UNIT and (b - a <= budget or count([text[a:b]])[0] <= budget):
            yield a, b
            continue
        middle = (a + b) // 2
        reach = min((b - a) // 4, LONGEST_UNIT)
        for mark in ("; ", ", ", " "):
            cut = text.find(mark, middle - reach, middle + reach)
            if cut != -1:
                stack += [(cut + len(mark), b), (a, cut + len(mark.rstrip()))]
                break
        else:
            stack += [(middle, b), (a, middle)]


def _packed(units: Sequence[_Unit], sizes: Sequence[int], budget: int) -> Iterator[list[_Unit]]:
    """Group the sentences of a section greedily into passages within `budget` word pieces."""
    group: list[_Unit] = []
    used = 0
    marker = 2  # word pieces of a list marker or of the heading's hashes
    for unit, size in zip(units, sizes, strict=True):
        new_section = bool(group) and unit.section != group[-1].section
        if group and (new_section or used + size + marker > budget):
            yield group
            group, used = [], 0
        group.append(unit)
        used += size + marker
    if group:
        yield group


__all__ = ["embedded_text", "passages_of", "prefix_of"]
