"""Which sentences training sees beside the right ones: those most like the question.

    python -m tests.evals.reranker.candidates QUESTIONS.jsonl CANDIDATES.jsonl [--documents FOLDER]

A line of QUESTIONS holds what was asked about a document, and at which characters of it the sentences stand
that answer, none where nothing does. `made-up.jsonl` has the documents in it: briefings in ten styles, of
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
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.choosing.reranker import presented
from vectorstore.encoder.embedding import Encoder, load_encoder
from vectorstore.settings import home_settings
from vectorstore.store import Store

OF_ITS_OWN, OF_OTHERS = 18, 12  # sentences most like the question: of its document, of all others
BY_WORDS = 0.6  # of the cosine of rare words, beside that of the vectors
AT_ONCE = 256  # questions
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


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked about a document, with the sentences that answer it, plain."""

    document: str
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence of a document, plain, and as the model reads it."""

    document: str
    plain: str
    presented: str


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
        home = home_settings(os.environ)
        encoder = load_encoder(home.encoder, home.models, home.threads)
        with Store.open(home, encoder) as store:
            sentences = list(_sentences(store))
        with given.candidates.open("w", encoding="utf-8") as file:
            for found in _found(list(_asked(lines, documents)), sentences, encoder):
                print(json.dumps([found.question, found.sentences, found.labels]), file=file)


def read_candidates(path: Path) -> list[Candidates]:
    with path.open(encoding="utf-8") as file:
        return [
            Candidates(question, tuple(sentences), tuple(labels))
            for question, sentences, labels in map(json.loads, file)
        ]


def _asked(lines: Sequence[Mapping[str, Any]], documents: Path) -> Iterator[Asked]:
    for line in lines:
        text = (documents / line["doc"]).read_text(encoding="utf-8", errors="replace")
        for question, answers in line["asked"]:
            yield Asked(line["doc"], question, tuple(_plain(text[start:end]) for start, end in answers))


def _sentences(store: Store) -> Iterator[Read]:
    """Yield each sentence on file once, though passages overlap."""
    for facts in store.catalogue.facts().values():
        text = store.catalogue.briefing(facts.id).text
        seen: set[int] = set()
        for passage, _ in store.catalogue.passages_of(facts.id):
            before = ""
            for sentence in passage.sentences:
                quote = text[sentence.start : sentence.end]
                if sentence.start not in seen:
                    lead = text[slice(*sentence.lead)] if sentence.lead else ""
                    read = presented(facts, f"{lead} {quote}".strip(), passage.heading, before)
                    yield Read(facts.source, _plain(quote), read)
                seen.add(sentence.start)
                before = quote


def _found(asked: Sequence[Asked], sentences: Sequence[Read], encoder: Encoder) -> Iterator[Candidates]:
    of_document = defaultdict(list)
    for at, sentence in enumerate(sentences):
        of_document[sentence.document].append(at)
    likeness = _Likeness([sentence.plain for sentence in sentences], encoder)
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        for of, like in zip(some, likeness.of([of.question for of in some]), strict=True):
            labels = {at: _label(sentences[at].plain, of.answers) for at in of_document[of.document]}
            right = [at for at, label in labels.items() if label == RIGHT]
            if not labels or (of.answers and not right):
                continue
            others = (int(at) for at in np.argsort(-like) if at not in labels)
            own = sorted(labels, key=lambda at: -like[at])[:OF_ITS_OWN]
            chosen = {*own, *right, *(at for at, _ in zip(others, range(OF_OTHERS), strict=False))}
            order = sorted(chosen, key=lambda at: -like[at])
            read = tuple(sentences[at].presented for at in order)
            yield Candidates(of.question, read, tuple(labels.get(at, WRONG) for at in order))
        print(f"{start + len(some)} of {len(asked)} questions", flush=True)


class _Likeness:
    """How alike questions are to sentences, by meaning and by rare words."""

    def __init__(self, sentences: Sequence[str], encoder: Encoder) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._encoder = encoder
        self._vectors = encoder.encode(sentences)
        self._by_words = TfidfVectorizer(sublinear_tf=True, stop_words="english", token_pattern=r"[a-z0-9]+")
        self._words = self._by_words.fit_transform(sentences)

    def of(self, questions: Sequence[str]) -> NDArray[np.float32]:
        """Return the likeness of each question to each sentence, of shape (questions, sentences)."""
        by_meaning = self._encoder.encode(questions) @ self._vectors.T
        by_words = (self._by_words.transform(questions) @ self._words.T).toarray()
        return np.asarray(by_meaning + BY_WORDS * by_words, np.float32)


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
