"""Read of a question the things that it is about: known phrases as one, the rest word by word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.reading.figures import spelled_out
from assistant.reading.stop_words import STOP_WORDS
from assistant.reading.wording import Terms, wordings
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_HOW_LARGE = pattern(r"\bhow (?:big|large|high|low|heavy|steep|deep)\b", re.I)
# What is said of no subject: when, in addition, for example.
_TELL_IN_TURN = pattern(
    r"^\W*(?:please )?(?:track|trace|chart|follow|(?:walk|take) me through)\s+(?:how\b)?", re.I
)
_BY_THE_WAY = pattern(
    r"\b(?:at (?:the|this) moment|on top of (?:that|it|this)|for (?:example|instance)|e\.?g\b\.?|i\.e\b\.?"
    r"|in a nutshell|as we speak|next steps?"
    r"|right (?:now|away)|across the board"
    r"|these days)(?!\w)",
    re.I,
)
_NEWEST_COUNT = pattern(
    r"\b(?:latest|newest|most recent) (?:month|quarter|week|reading|figures?|numbers?|data|count)(?:ly)?\b",
    re.I,
)
# "What did they agree at the May summit": which one is told by its day or its place.
_OCCASION = pattern(
    r"\b(?P<which>(?:at|during) (?:the |their |this |that |last )?(?:[\w'’-]+ ){1,2})"
    r"summit\b",
    re.I,
)
# "What did they promise in return": for what, nobody asks.
_IN_RETURN = pattern(
    r"(?P<gives>\b(?:promis|pledg|commit|agre|offer|conced|undert[ao]|g[ai]v|g[eo]t|d[io]|receiv)\w*"
    r"(?: to do)?) in (?:return|exchange)(?=\W*$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing the question is about: its words as typed, analysed, and other wordings of it."""

    typed: str
    terms: Terms
    others: frozenset[Terms] = frozenset()
    context: bool = False  # carried over from an earlier turn, so of less weight

    @property
    def is_number(self) -> bool:
        return any(term[0].isdigit() for term in self.terms)


_PENALTY = tuple(analyse("penalty"))


@lru_cache(maxsize=1)
def _told_as() -> dict[Terms, frozenset[Terms]]:
    """What is asked for in a word that the answer seldom has: a balance is told as a surplus or a deficit.

    A default rate as that of all others.
    What is called a penalty on a party is a duty beside the usual one; penalties are fines of any kind.
    """
    return {
        tuple(analyse(asked)): frozenset(tuple(analyse(word)) for word in told)
        for asked, told in (
            ("balance", ("surplus", "deficit", "gap", "shortfall")),
            ("default", ("all other", "any other", "all others")),
            ("default rate", ("all other", "any other", "all others")),
            ("penalty", ("surcharge", "additional duty", "additional tariff", "extra duty", "extra tariff")),
        )
    }


def concepts_in(text: str, of_a_party: bool = False) -> list[Concept]:
    """Return the subject words in order: known phrases as one, the rest word by word.

    `of_a_party` says that a party is asked about, whose name is not in the text.

    >>> [concept.typed for concept in concepts_in("what did they sign at the Lima summit on rice")]
    ['sign', 'Lima', 'rice']
    >>> [concept.typed for concept in concepts_in("what did Peru offer in return")]
    ['Peru', 'offer']
    >>> asked = ("tin penalty", True), ("tin penalty", False), ("tin penalties", True)
    >>> [("surcharg",) in concepts_in(*text)[-1].others for text in asked]
    [True, False, False]
    """
    table = wordings(analyse)
    for idiom in (_HOW_LARGE, _NEWEST_COUNT, _BY_THE_WAY, _TELL_IN_TURN):
        text = idiom.sub(" ", text)
    text = _OCCASION.sub(r"\g<which> ", _IN_RETURN.sub(r"\g<gives>", text))
    text = spelled_out(text)
    tokens: list[tuple[str, str]] = []  # (analysed, as typed)
    for word in re.findall(r"[\w.%$'’-]+", text):
        bare = re.sub(r"['’]s?$", "", word.strip(".'’-$"))
        tokens += [(part, bare) for part in analyse(bare)]
    concepts: list[Concept] = []
    at = 0
    while at < len(tokens):
        for length in (4, 3, 2):
            phrase = tuple(token for token, _ in tokens[at : at + length])
            if len(phrase) == length and phrase in table:
                concepts.append(
                    Concept(" ".join(typed for _, typed in tokens[at : at + length]), phrase, table[phrase])
                )
                at += length
                break
        else:
            token, typed = tokens[at]
            if (
                typed.lower() not in STOP_WORDS
                and token not in STOP_WORDS
                and (len(token) > 1 or token.isdigit())
            ):
                concepts.append(Concept(typed, (token,), table.get((token,), frozenset())))
            at += 1
    for at, concept in enumerate(concepts):
        a_duty = of_a_party and concept.typed.lower() == "penalty"
        if concept.terms in _told_as() and (a_duty or concept.terms != _PENALTY):
            concepts[at] = replace(concept, others=concept.others | _told_as()[concept.terms])
    unique: dict[Terms, Concept] = {}
    for concept in concepts:
        unique.setdefault(concept.terms, concept)
    return list(unique.values())


def has_all(concepts: Iterable[Concept], text: str) -> bool:
    """Whether a text has every one of these, in the words as typed or in another wording.

    >>> has_all(concepts_in("rice duty"), "The levy on rice"), has_all(concepts_in("rice"), "a duty on wheat")
    (True, False)
    """
    terms = frozenset(analyse(text))
    return all(any(terms.issuperset(form) for form in (of.terms, *of.others)) for of in concepts)
