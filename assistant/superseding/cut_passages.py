"""Cut passages to their sentences, each with its passage cut to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts


def cut_to_sentences(
    briefings: Sequence[tuple[BriefingFacts, Sequence[Passage]]],
) -> Iterator[tuple[BriefingFacts, Passage]]:
    """Yield each sentence, oldest briefings first, with its passage cut to it."""
    for of, passages in sorted(briefings, key=lambda briefing: briefing[0].published or date.min):
        for passage in passages:
            for sentence in passage.sentences:
                yield of, replace(passage, sentences=(sentence,))


def whole_sentences(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Yield each sentence of a briefing with the passage that it begins in, cut to it.

    What was cut at semicolons is put together again: what is ended may be listed before it says so.
    """
    run: list[tuple[Passage, Sentence]] = []
    for passage in passages:
        for sentence in passage.sentences:
            if run and not (_goes_on(*run[-1]) and sentence.start - run[-1][1].end < 2):
                yield _joined(run)
                run = []
            run.append((passage, sentence))
    if run:
        yield _joined(run)


def _goes_on(passage: Passage, sentence: Sentence) -> bool:
    return text_of(passage, sentence).endswith((";", "; and", "; or"))


def _joined(run: Sequence[tuple[Passage, Sentence]]) -> tuple[Passage, str]:
    (passage, first), (_, last) = run[0], run[-1]
    whole = replace(first, end=last.end)
    return replace(passage, sentences=(whole,)), " ".join(text_of(*piece) for piece in run)


def text_of(passage: Passage, sentence: Sentence) -> str:
    """Return a sentence's words, without its lead-in."""
    return passage.text[sentence.start - passage.start : sentence.end - passage.start]
