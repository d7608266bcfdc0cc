"""Read by what words a text names the goods of a measure, for those that the table of goods does not know."""

import re

from assistant.reading.patterns import any_of
from ingest.text.parties import find_parties, party_name
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_ON = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|quotas?|bans?|embargo(?:es)?)"
    r"(?: rates?)?"
    r"(?: of [\w./,-]+(?: (?:percent|per cent|pct)\b|%))?"
    r"(?:(?: (?:is|are|was|were))? (?:imposed|levied|charged|set|put|placed))?"
    r" (?:on|for|against)\b|\bimports of\b",
    re.I,
)
_NEXT = pattern(r"(?:\s*['’]s?)?\s+([A-Za-z][\w'’-]*)")
_LINKS = any_of(
    """
    of from and or all any most many certain some other such the a an its their our your his those these this
    that each every more imported foreign new than range variety trading
    """
)
_HEADS = any_of(
    "goods good products product articles article items item imports import exports export merchandise"
)
_ENDS = any_of(
    """
    countries country nations nation partners economies economy states it them members
    to in at by as under after before when if unless until since because with without while for on against
    is are was were be been will would shall should may might can could must has have had do does did
    who which where now today yesterday said pursuant effective start* beg*n* jan* feb* mar* apr* may jun*
    jul* aug* sep* oct* nov* dec*
    """
)
_OWNS = pattern(r"['’]")
_WORDS = 4  # of a name of goods


def goods_phrase(text: str) -> frozenset[str]:
    """Return the analysed words that name the goods of a measure, () where it names none beside parties.

    >>> sorted(goods_phrase("Peru put a duty of 12 pct on imports of split peas from Canada in May."))
    ['pea', 'split']
    >>> sorted(goods_phrase("Peru put a tariff of 12 pct on all goods of Canada."))
    []
    """
    for mention in reversed(list(find_parties(text))):
        named = text[mention.start : mention.end] == party_name(
            mention.code
        )  # "on Peru now", not "on Peruvian tin"
        rest = text[mention.end :]
        text = f"{text[: mention.start]}{'it' if named and not _OWNS.match(rest) else ''} {rest}"
    return next((words for on in _ON.finditer(text) if (words := _named(text, on.end()))), frozenset())


def _named(text: str, at: int) -> frozenset[str]:
    words: list[str] = []
    while len(words) < _WORDS and (token := _NEXT.match(text, at)):
        word, at = token[1].lower(), token.end()
        if _HEADS.fullmatch(word) and text[at:].lstrip().startswith(("of ", "from ")):
            continue
        if _HEADS.fullmatch(word) or _ENDS.fullmatch(word) or (word == "from" and words):
            break
        if not _LINKS.fullmatch(word):
            words.append(word)
    return frozenset(analyse(" ".join(words)))
