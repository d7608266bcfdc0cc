"""Which sentences training sees beside the right ones: those that answering finds for each question.

    python -m tests.evals.reranker.candidates QUESTIONS.jsonl CANDIDATES.jsonl [--documents FOLDER]

A line of QUESTIONS holds what was asked about a document, and at which characters of it the sentences stand
that answer, none where nothing does. `made-up.jsonl` has the documents in it: briefings in eight styles, of
persons and events that are made up. Those of `questions.jsonl` are not part of this project, and lie in
FOLDER: what the White House published from 2021 to 2026, none of it among what `../questions` asks about.
They are taken in at BRIEFINGS_HOME; each of the two files has a home of its own.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.choosing.reranker import presented
from vectorstore.encoder.embedding import load_encoder
from vectorstore.settings import home_settings
from vectorstore.store import Store

KEPT = 30  # of the sentences found, best first
RIGHT, WRONG, UNCLEAR = 1, 0, -1
ALIKE = 0.6  # share of the words from which a sentence may answer as well, so that it is neither
LEAST = 20  # characters of a sentence that is taken for one that answers

_WORDS = re.compile(r"[a-z0-9%$.]+")
_ADDRESS = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Candidates:
    """A question with the sentences found for it, as the model reads them, and a label each."""

    question: str
    sentences: tuple[str, ...]
    labels: tuple[int, ...]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="candidates", description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument("candidates", type=Path, metavar="CANDIDATES.jsonl")
    parser.add_argument("--documents", type=Path, metavar="FOLDER", help="where QUESTIONS has them not in it")
    given = parser.parse_args(arguments)
    lines = [json.loads(line) for line in given.questions.read_text(encoding="utf-8").splitlines()]
    with TemporaryDirectory() as scratch:
        documents = given.documents or Path(scratch)
        for line in lines if given.documents is None else ():
            path = documents / line["doc"]
            path.parent.mkdir(exist_ok=True)
            path.write_text(line["text"], encoding="utf-8")
        briefings = Path(sys.executable).with_name("briefings")
        subprocess.run([briefings, "ingest", documents], check=True)
        with given.candidates.open("w", encoding="utf-8") as file:
            for number, found in enumerate(_found(lines, documents), 1):
                print(json.dumps([found.question, found.sentences, found.labels]), file=file)
                if number % 500 == 0:
                    print(f"{number} questions", flush=True)


def read_candidates(path: Path) -> list[Candidates]:
    with path.open(encoding="utf-8") as file:
        return [
            Candidates(question, tuple(sentences), tuple(labels))
            for question, sentences, labels in map(json.loads, file)
        ]


def _found(lines: Sequence[Mapping[str, Any]], documents: Path) -> Iterator[Candidates]:
    home = home_settings(os.environ)
    encoder = load_encoder(home.encoder, home.models, home.threads)
    with Store.open(home, encoder) as store:
        answering = Answering(store)
        for question, answers in _asked(lines, documents):
            found = [
                (presented(e.hit.facts, e.said), _label(_plain(e.quote), answers))
                for e in answering.candidates(AskRequest(question))[:KEPT]
            ]
            if found and (not answers or any(label == RIGHT for _, label in found)):
                yield Candidates(question, *zip(*found, strict=True))


def _asked(lines: Sequence[Mapping[str, Any]], documents: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each question with the sentences that answer it, plain."""
    for line in lines:
        text = (documents / line["doc"]).read_text(encoding="utf-8", errors="replace")
        for question, answers in line["asked"]:
            yield question, [_plain(text[start:end]) for start, end in answers]


def _label(sentence: str, answers: Sequence[str]) -> int:
    if len(sentence) > LEAST and any(sentence in answer or answer in sentence for answer in answers):
        return RIGHT
    words = set(sentence.split())
    others = [set(answer.split()) for answer in answers]
    alike = any(len(words & other) >= ALIKE * min(len(words), len(other)) for other in others)
    return UNCLEAR if alike else WRONG


def _plain(text: str) -> str:
    """Return the words of a text, without markup: what is on file is cleaned of it."""
    return " ".join(_WORDS.findall(_ADDRESS.sub("", text).lower().replace("\\", "")))


if __name__ == "__main__":
    main(sys.argv[1:])
