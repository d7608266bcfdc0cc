"""Cut what a chat model writes into finished sentences, while it is still writing."""

import re
from collections.abc import Iterator

from ingest.text.sentences import split_sentences
from vectorstore.patterns import pattern

# "Talks go on. [2]" is "Talks go on [2]."
_BEHIND = pattern(r"([.!?…]+[\"'”’)]*)((?:\s*\[[\d\s,;–-]+\])+)")
_LABEL = pattern(r"^\s*(?:[-*•–]+|#{1,6}|>+|\(?\d{1,2}[.)](?!\d))\s+")
_STRESS = pattern(r"(\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1")
_THOUGHT = pattern(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_CITES_AT_END = pattern(r"\][.!?…]*[\"'”’)]*$")


class Cutter:
    """Takes pieces of text and gives back the sentences that they finish."""

    def __init__(self) -> None:
        self._text = ""

    @property
    def waiting(self) -> int:
        """How many characters wait for the end of their sentence; a model's thoughts are none."""
        return 0 if "<think>" in self._text else len(self._text)

    def feed(self, piece: str) -> Iterator[str]:
        """Yield the sentences that are known to have ended by now."""
        self._text += piece
        if "<think>" in self._text:
            if "</think>" not in self._text:
                return
            self._text = _THOUGHT.sub("", self._text)
        *lines, rest = self._text.split("\n")
        *whole, tail = _sentences(rest) or [""]
        if not whole or tail.startswith("["):  # its own citation may still follow a sentence
            whole = []
        else:
            rest = f"{tail} " if rest[-1].isspace() else tail
        self._text = rest
        for line in lines:
            yield from _sentences(line)
        yield from whole

    def end(self, cut_off: bool = False) -> Iterator[str]:
        """Yield what is left; without its last sentence when the text was cut off within it.

        One that does not end with what it cites was: "The U.S." ends like a sentence, and is none.
        """
        left = _sentences(_THOUGHT.sub("", self._text))
        self._text = ""
        if cut_off and left and not _CITES_AT_END.search(left[-1]):
            left.pop()
        yield from left


def _sentences(line: str) -> list[str]:
    """Split a line, without what makes a list or a heading of it, citations inside their sentences."""
    text = _STRESS.sub(r"\2", _LABEL.sub("", line)).strip()
    text = _BEHIND.sub(lambda match: f"{match[2]}{match[1]}", text)
    return [text[a:b] for a, b in split_sentences(text, 0, len(text), footnotes=False)]
