"""Read who does what a verb tells: a party, a body of it such as its parliament, or nobody who is named."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.support.words import is_past
from ingest.text.auxiliaries import BE_IN_ANY_FORM, DO, FINITE, MODALS
from ingest.text.parties import PartyMention, find_parties
from vectorstore.patterns import pattern

# Bodies that act apart from each other: what the council voted the parliament did not.
_BODIES = {
    "senate": r"senate|senators|(?:house of )?lords",
    "house": r"(?<!white )house(?: of (?:representatives|commons|deputies))?|commons|congressmen",
    "parliament": r"parliament|congress|assembly|legislature|diet|lawmakers|deputies|mps|meps|legislators",
    "council": r"council|member states|member governments",
    "court": r"(?:supreme )?court|judges|tribunal",
    "commission": r"commission",
    "cabinet": r"cabinet|government|administration|(?:ministry|department)(?: of (?:the )?[A-Z]\w+)?",
}
_CHAMBERS = frozenset(("senate", "house"))
_BODY = "|".join(f"(?P<{kind}>{words})" for kind, words in _BODIES.items())
_ENDS_IN_BODY = pattern(rf"(?:\b(?:the|its|their|upper|lower) )*\b(?:{_BODY})$", re.I)
_STARTS_WITH_BODY = pattern(rf"(?:['’]s?)? *(?:{_BODY})\b", re.I)
# What may stand between who does something and the verb.
_BESIDE_VERB = (
    rf"(?:{FINITE}|might|be|been|to|not|also"
    r"|then|now|already|yet|today|yesterday|again|just|first|later|soon|[a-z]+ly"
    r"|(?:last|this|next) (?:week|month|year)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_BESIDE = pattern(rf"(?:\s+{_BESIDE_VERB})*\s+$", re.I)
_HYPHEN = pattern(r"-$")  # "a House-passed bill"
_AUXILIARY = pattern(
    rf"\b(?:{DO}|{MODALS}|might|to)\b(?: (?:not|also|[a-z]+ly))*\s+$",
    re.I,
)
_PASSIVE = pattern(rf"\b(?:{BE_IN_ANY_FORM})\b(?: (?:not|also|[a-z]+ly))*\s+$", re.I)
_BY = pattern(r"[^.;:,]{0,40}?\bby (?:the )?", re.I)
_OF = pattern(
    r"\b(?:of|between|with|from|to|in|for|on|by|against|than|into|at|over|and|as)\s+(?:the\s+)?$", re.I
)
_OF_BODY = pattern(rf"\b(?:{_BODY}) of (?:the )?$", re.I)
_AND = pattern(r"(?:\s*,|\s*/|\s*&|,?\s+and|\s+or)\s*(?:the\s+)?$", re.I)


def other_bodies(one: str, other: str) -> bool:
    """Whether two bodies are known to be different ones; a chamber is of its parliament.

    >>> other_bodies("senate", "house"), other_bodies("house", "parliament"), other_bodies("court", "house")
    (True, False, True)
    """
    whole = "parliament" in (one, other) and not _CHAMBERS.isdisjoint((one, other))
    return bool(one and other) and one != other and not whole


class Doer(NamedTuple):
    """Who does something: parties, and which body of theirs; neither where nobody is named."""

    parties: frozenset[str] = frozenset()
    body: str = ""


def doer_at(start: int, end: int, text: str) -> Doer:
    """Return who does what the verb at [start, end) of a text tells.

    >>> def doer(text):
    ...     at = text.index("lift")
    ...     named, body = doer_at(at, at + len("lifted"), text)
    ...     return sorted(named), body
    >>> doer("Peru and Chile lifted it."), doer("Lima's diet lifted it."), doer("The court has lifted it.")
    ((['CL', 'PE'], ''), (['PE'], 'parliament'), ([], 'court'))
    >>> doer("A House-lifted ban."), doer("What the Department of Mines has lifted.")
    (([], 'house'), ([], 'cabinet'))
    >>> doer("The House of Representatives on Monday lifted it."), doer("The House of Lords lifted it.")
    (([], 'house'), ([], 'senate'))
    >>> doer("In a deal with Peru, the Peruvians lifted it."), doer("In Oslo, Norway and Chile lifted it.")
    ((['PE'], ''), (['CL', 'NO'], ''))
    >>> doer("It was lifted by Chile."), doer("Exports of Chile lifted it."), doer("A ban that was lifted.")
    ((['CL'], ''), ([], ''), ([], ''))
    """
    mentions = find_parties(text)
    if _PASSIVE.search(text[:start]):
        by = _BY.match(text, end)
        return _named_at(by.end(), text, mentions) if by else Doer()
    if not (is_past(text[start:end].lower()) or _AUXILIARY.search(text[:start])):
        return Doer()
    beside = _BESIDE.search(text[:start]) or _HYPHEN.search(text[:start])
    return _named_before(beside.start(), text, mentions) if beside else Doer()


def doer_before(start: int, text: str) -> Doer:
    """Return who stands before what begins at a character of a text, but for words that go with a verb.

    >>> text = "Chile has now agreed to buy."
    >>> sorted(doer_before(text.index("agreed"), text).parties)
    ['CL']
    """
    beside = _BESIDE.search(text[:start])
    return _named_before(beside.start(), text, find_parties(text)) if beside else Doer()


def acting(start: int, text: str, mentions: Sequence[PartyMention]) -> tuple[Doer, int] | None:
    """Return who is named at a character of a text, and where the name ends."""
    first = next((m for m in mentions if m.start == start), None)
    body = _STARTS_WITH_BODY.match(text, first.end if first else start)
    if not (first or body):
        return None
    end = body.end() if body else first.end if first else start
    return Doer(frozenset((first.code,)) if first else frozenset(), _kind(body)), end


def _named_at(start: int, text: str, mentions: Sequence[PartyMention]) -> Doer:
    found = acting(start, text, mentions)
    return found[0] if found else Doer()


def _named_before(end: int, text: str, mentions: Sequence[PartyMention]) -> Doer:
    """Return who is named right before a character of a text."""
    body = _ENDS_IN_BODY.search(text[:end])
    upto = body.start() if body else end
    of_body = re.sub(r"['’]s?\s*$", "", text[:upto].rstrip())
    last = next((m for m in mentions if m.end == (len(of_body) if body else end)), None)
    if body and not last:  # "the European Parliament": the party's name runs on
        last = next((m for m in mentions if m.start < upto <= m.end), None)
    if last is None:
        return Doer(body=_kind(body))
    if body is None and (of := _OF_BODY.search(text[: last.start])):
        return Doer(frozenset((last.code,)), _kind(of))
    named, start = {last.code}, last.start
    while joint := _AND.search(text[:start]):
        before = next((m for m in mentions if m.end == joint.start()), None)
        if before is None or (joint[0].strip()[:1] == "," and _OF.search(text[: before.start])):
            break  # "in a deal with Peru, Chile agreed"
        named.add(before.code)
        start = before.start
    return Doer() if _OF.search(text[:start]) else Doer(frozenset(named), _kind(body))


def _kind(body: re.Match[str] | None) -> str:
    return next((kind for kind, word in body.groupdict().items() if word), "") if body else ""
