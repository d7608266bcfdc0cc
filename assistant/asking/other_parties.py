"""Put other parties in the place of those that an earlier question names."""

import re
from collections.abc import Sequence

from ingest.text.parties import PartyMention, find_parties, party_in_text, party_name
from ingest.text.unions import is_union
from vectorstore.patterns import pattern

_LISTED = pattern(r"\s*(?:&|\band\b|,(?:\s*\band\b)?)\s*(?:the\s+)?", re.I)
_COMPARES = pattern(r"\b(?:compar\w+|differ\w*|versus|vs|between|both)\b", re.I)
_ARTICLE = pattern(r"\bthe\s+$", re.I)


def with_parties(previous: str, parties: Sequence[str], instead_of: str | None) -> str:
    """Replace a party of the earlier question by the new one: the one named, else its last but the US.

    A country goes in the place of a country, where there is one, not of a union.

    >>> with_parties("what did Chile get from the EU", ["PE"], None)
    'what did Peru get from the EU'
    """
    mentions = find_parties(previous, lower_case=True)
    if not mentions:
        return f"{previous} ({', '.join(map(party_name, parties))})"
    candidates = (
        [m for m in mentions if m.code == instead_of]
        or [m for m in mentions if m.code not in parties and m.code != "US"]
        or [mentions[-1]]
    )
    text, old = previous, candidates[-1]
    if old.code != instead_of:
        text, old = _without_listed(previous, mentions[: mentions.index(old) + 1])
    if text == previous:
        alike = [m for m in candidates if is_union(m.code) == is_union(parties[0])]
        old = (alike or candidates)[-1]
    return with_party(text, old.code, parties[0])


def with_party(text: str, old: str, new: str) -> str:
    """Put a party in the place of another wherever that is named.

    >>> with_party("the EU's duty on Thai rice", "EU", "JP")
    "Japan's duty on Thai rice"
    >>> with_party("what does Italy charge on Italian rice", "IT", "EU")
    'what does the European Union charge on European Union rice'
    """
    for mention in reversed(find_parties(text, lower_case=True)):
        if mention.code == old:
            before = _ARTICLE.sub("", text[: mention.start])  # of "the EU"; Japan has none
            by_name = before != text[: mention.start] or text[mention.start : mention.end] == party_name(old)
            name = party_in_text(new) if by_name else party_name(new)
            text = before + name + text[mention.end :]
    return text


def with_other_side(previous: str, side: str) -> str:
    """Put another counterpart in the place of the one behind "with" in the earlier question, or add it."""
    for party in find_parties(previous, lower_case=True):
        if with_it := re.search(r"\bwith\s+(?:the\s+)?$", previous[: party.start], re.I):
            return previous[: with_it.start()] + side.strip() + previous[party.end :]
    return f"{previous.rstrip(' ?!.')} {side.strip()}"


def compares(text: str) -> bool:
    """Whether a question sets parties side by side."""
    return bool(_COMPARES.search(text))


def _without_listed(text: str, mentions: Sequence[PartyMention]) -> tuple[str, PartyMention]:
    """Leave out parties that are listed right before the last one: "Peru and Chile" stand for one answer."""
    last = mentions[-1]
    if compares(text):
        return text, last
    first = last
    for before in reversed(mentions[:-1]):
        if before.code == "US" or not _LISTED.fullmatch(text[before.end : first.start]):
            break
        first = before
    return text[: first.start] + text[last.start :], last
