"""Say a sentence with other words of the same meaning, in another tense of the report or number."""

import re
from collections.abc import Iterator

from tests.evals.pairs.rules import Paraphrase, exchanges, whole


def _same(kind: str, counted: str = "") -> Paraphrase:
    def rule(sentence: str) -> Iterator[str]:
        for words, others in exchanges(kind):
            if words == "cut" and not re.search(r"\b(?:to|will|would) cut\b", sentence):
                continue
            yield whole(words, after=counted).sub(others, sentence, count=1)

    return rule


def _same_bound(sentence: str) -> Iterator[str]:
    for words, others in exchanges("same bound"):
        yield re.sub(rf"(?<![-\w])(?<!no )(?<!not ){words} (?=\$?\d)", f"{others} ", sentence, count=1)


_NO_MODAL = "".join(
    rf"(?<!{word} )" for word in ("will", "would", "could", "should", "may", "might", "must", "to", "never")
)
_HAS_DONE = re.compile(rf"(?<=[a-z] ){_NO_MODAL}(?:has|have) (?P<verb>[a-z]+ed)\b")


def _tense(sentence: str) -> Iterator[str]:
    for match in _HAS_DONE.finditer(sentence):
        yield sentence[: match.start()] + match["verb"] + sentence[match.end() :]
    if re.search(r"\bsaid\b", sentence):
        yield re.sub(r"\bwould\b", "will", sentence, count=1)
        yield re.sub(r"\bsaid that\b", "said", sentence, count=1)
        yield re.sub(r"\bsaid (?=the |it |he )", "said that ", sentence, count=1)
        yield re.sub(r"(?<=[a-z] )said\b", "says", sentence, count=1)


_NOUNS = (
    "tariff",
    "quota",
    "product",
    "market",
    "export",
    "import",
    "sanction",
    "restriction",
    "negotiation",
)


def _number(sentence: str) -> Iterator[str]:
    for one, many in (("duty", "duties"), *((noun, f"{noun}s") for noun in _NOUNS)):
        yield re.sub(rf"(?<![-\w]){many}\b(?=[ ,.])", one, sentence, count=1)
        yield re.sub(rf"(?<=[a-z] ){one}\b(?=[,.])", many, sentence, count=1)


RULES: dict[str, Paraphrase] = {
    "status by a synonym": _same("same status"),
    "another synonym": _same("same"),
    "bound by a synonym": _same_bound,
    "tense of the report": _tense,
    "singular or plural": _number,
}
