"""Read the sentences that minimal pairs are made of, and set a third of the documents aside by their text.

A sentence is what an answer could quote: the reader, the chunker and the sentence rules are the
product's own.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.preparing.chunking import passages_of
from ingest.preparing.intake import take_in
from ingest.readers import KNOWN_ENDINGS, Reading, read
from ingest.readers.reading import NoBriefingsError
from vectorstore.briefing import Briefing

WORD_PIECES = 1.4  # word pieces a word; close enough to cut passages without loading an encoder


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence of a briefing, the one before it in the same passage, and the split it belongs to."""

    text: str
    before: str
    document: str
    held_out: bool
    shown: str  # as an answer shows it: a list item or row after its lead-in
    quotes: tuple[str, ...]


def sentences_of(folders: Sequence[Path]) -> Iterator[Source]:
    """Yield every sentence of every briefing under the folders, in the order of the files' names."""
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in KNOWN_ENDINGS):
            yield from _of_file(path, path.relative_to(folder).as_posix())


def is_prose(sentence: str) -> bool:
    """Say whether a sentence is whole and of a length that pairs can be made of."""
    return 7 <= len(sentence.split()) <= 60 and sentence[0].isupper() and sentence[-1] in '.”"'


def _of_file(path: Path, label: str) -> Iterator[Source]:
    try:
        readings = [r for r in read(path.name, path.read_bytes()) if isinstance(r, Reading)]
    except NoBriefingsError:  # data that holds no articles, such as a question set
        return
    for reading in readings:
        yield from _of_briefing(take_in(reading, label, label).briefing, label)


def _of_briefing(briefing: Briefing, label: str) -> Iterator[Source]:
    digest = hashlib.sha256(briefing.text.encode()).digest()
    held_out = int.from_bytes(digest[:4], "big") % 3 == 0
    text = briefing.text
    for passage in passages_of(briefing, _word_pieces, 256):
        before = ""
        for sentence in passage.sentences:
            words = text[sentence.start : sentence.end]
            spans = ((sentence.start, sentence.end),)
            if sentence.lead:
                spans = (sentence.lead, *spans)
            quotes = tuple(text[a:b] for a, b in spans)
            between = ": " if sentence.kind == "row" else " "
            yield Source(words, before, label, held_out, between.join(quotes), quotes)
            before = words


def _word_pieces(texts: Sequence[str]) -> list[int]:
    return [int(WORD_PIECES * len(text.split())) + 1 for text in texts]
