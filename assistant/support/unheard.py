"""Find a clause of a claim that speaks of what the evidence nowhere speaks of.

A true clause with an invented one behind it is near the evidence as a whole. So each clause is looked at
by itself: most of its words have to be among the cited ones, or mean what one of those means. And where
it holds no figure that could be compared, what a party does may not be told in new words alone.
"""

from collections.abc import Callable, Iterator, Sequence

from assistant.support.tokens import Token
from assistant.support.words import documents, stem, word_list
from vectorstore.patterns import pattern

# Over the recorded drafts worked on (tests/evals/LOG.md): of 181 supported ones two are refused, of 50
# malicious ones 33; with two new words 8 and 42, with a share of .45 four and 36.
LEAST_NEW = 3  # words; a clause of fewer is judged with the one behind it
MOST_NEW = 0.6  # share of a clause's words

_WORD = pattern(r"[^\W\d_]+")
_OPENINGS = frozenset(word_list("clause"))
_PLAIN = frozenset(stem(word) for word in word_list("plain"))


def what_is_unheard(claim: Sequence[Token], cited: Sequence[Token], evidence: str) -> str | None:
    """Name the new words of the first clause that is new in the main, or new in what somebody does.

    What a title says does not count here: it is not what is cited.
    """
    heard = {stem(word) for word in _WORD.findall(evidence)} | {token.key for token in cited}
    heard |= documents()
    meanings = {meaning for token in cited for meaning in token.meanings}

    def is_new(token: Token) -> bool:
        known = {stem(token.stem), token.key}
        return _counts(token) and heard.isdisjoint(known) and meanings.isdisjoint(token.meanings)

    for clause in _clauses(claim):
        new = [token for token in clause if is_new(token)]
        if len(new) >= LEAST_NEW and len(new) > MOST_NEW * sum(map(_counts, clause)):
            return _says(new)
        told = _told_of_somebody(clause, is_new)
        if told and not any(token.kind in ("quantity", "date") for token in clause):
            return _says(told)
    return None


def _told_of_somebody(clause: Sequence[Token], is_new: Callable[[Token], bool]) -> list[Token]:
    """Return the two words behind a party or name if both are new: "Norway paid bribes"."""
    for at, token in enumerate(clause):
        if token.kind in ("party", "name"):
            behind = [t for t in clause[at + 1 : at + 4] if t.kind != "link"][:2]
            if len(behind) == 2 and all(map(is_new, behind)):
                return behind
    return []


def _says(new: Sequence[Token]) -> str:
    return f"nothing that it cites speaks of “{' … '.join(token.written for token in new)}”"


def _counts(token: Token) -> bool:
    """Whether a word says what a clause is about; names, parties and figures are compared by themselves."""
    return token.kind in ("word", "role") and len(token.written) > 2 and token.stem not in _PLAIN


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        if token.kind != "break" and token.key not in _OPENINGS:
            clause.append(token)
        elif sum(map(_counts, clause)) >= LEAST_NEW:
            yield clause
            clause = []
    yield clause
