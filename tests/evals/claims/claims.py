"""Sentences as a chat model might write them, with the words that they cite and whether those hold them.

A line of `claims.jsonl` is about a document: its title and day, the characters that are cited and some that
stand `beside` them, sentences that the cited words hold (`supported`) and others with one thing wrong, each
with what (`unsupported`). `writer` is one of 78 hands, none of whom knew the checks; those from 16 on kept
to the cited words as nearly in what is not held as in what is, those from VOICED on each wrote in a voice,
those from LAST on exchanged who does what, whose a figure is and who says it more often, over more documents.
The documents are those that the reranker was trained over: `../reranker/made-up.jsonl` has most of them in
it, the others lie in a folder that is not part of this project.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.checking.prose import Offered

CLAIMS = Path(__file__).with_name("claims.jsonl")
MADE_UP = Path(__file__).parents[1] / "reranker" / "made-up.jsonl"
VOICED, LAST = 24, 47
# Whose sentences are not looked at while checks are worked on.
HELD_OUT = frozenset((6, 7, 14, 15, 23, 38, 39, 52, 53))
NOT_LEARNT = frozenset((22, 37, 61))  # nor is the verifier trained on these, by which its thresholds are set


@dataclass(frozen=True, slots=True)
class Claims:
    """What is cited, and sentences that cite it."""

    cited: tuple[Offered, ...]
    supported: tuple[str, ...]
    unsupported: tuple[tuple[str, str], ...]  # what is wrong, and the sentence
    writer: int

    @property
    def held_out(self) -> bool:
        return self.writer in HELD_OUT

    @property
    def voiced(self) -> bool:
        return VOICED <= self.writer < LAST

    @property
    def last(self) -> bool:
        return self.writer >= LAST


def read_claims(documents: Path | None = None) -> Iterator[Claims]:
    """Yield all claims; without the folder of the other documents, those over made-up briefings."""
    made_up = {line["doc"]: line["text"] for line in map(json.loads, MADE_UP.read_text("utf-8").splitlines())}
    for line in map(json.loads, CLAIMS.read_text("utf-8").splitlines()):
        text = made_up.get(line["doc"])
        if text is None and documents:
            text = (documents / line["doc"]).read_text("utf-8", errors="replace")
        if text is not None:
            yield Claims(
                _cited(line, text),
                tuple(line["supported"]),
                tuple((kind, sentence) for kind, sentence in line["unsupported"]),
                line["writer"],
            )


def _cited(line: Mapping[str, Any], text: str) -> tuple[Offered, ...]:
    day = date.fromisoformat(line["published"]) if line["published"] else None
    return tuple(Offered(text[start:end], day, line["title"]) for start, end in line["cited"])
