"""Change who does something: exchange the parties, name another party, person or role."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from ingest.text.parties import find_parties
from tests.evals.pairs.patterns import ADJECTIVES, PERSON, named_parties, spoken
from tests.evals.pairs.rules import Corruption, Pool, exchanges, replaced

# Where a relation has no direction, exchanging its parties changes nothing.
_MUTUAL = re.compile(
    r"\b(?:and|or|between|among|versus|vs|both|each other|neither|nor|alongside|joins?|joint|met|meet|equal|"
    r"like|as well as|(?<!deficit )(?<!surplus )with|including|such as)\b|[/–—]|--|(?<=\w)-(?= ?$)|^,|, ?$"
)
_LISTED = re.compile(r"\b(?:and|or|between)\b|[-/–]|, ?\||\|, [A-Z]|with (?:the )?\|")


def _parties_exchanged(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    found = named_parties(sentence)
    codes = [party.code for party in found]
    for first, second in pairwise(found):
        between = sentence[first.end : second.start]
        around = f"{sentence[max(0, first.start - 12) : first.start]}|{sentence[second.end : second.end + 6]}"
        if codes.count(first.code) > 1 or codes.count(second.code) > 1 or len(between.split()) < 2:
            continue
        if not _MUTUAL.search(between) and not _LISTED.search(around):
            rest = replaced(sentence, (second.start, second.end), spoken(first.code, second.form))
            yield replaced(rest, (first.start, first.end), spoken(second.code, first.form))


def _party_replaced(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    yield from _other_party(sentence, [code for code in pool.parties if code in ADJECTIVES], random)


def _party_beside(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    yield from _other_party(sentence, sorted({party.code for party in named_parties(pool.before)}), random)


def _other_party(sentence: str, codes: Sequence[str], random: Random) -> Iterator[str]:
    found = named_parties(sentence)
    present = {mention.code for mention in find_parties(sentence)}
    others = [code for code in codes if code not in present]
    for party in found:
        if others and [p.code for p in found].count(party.code) == 1:
            yield replaced(sentence, (party.start, party.end), spoken(random.choice(others), party.form))


def _person_replaced(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    words = set(re.findall(r"\w+", sentence.casefold()))
    others = [person for person in pool.persons if words.isdisjoint(person.casefold().split())]
    for match in PERSON.finditer(sentence):
        name = match["name"]
        if others and sentence.count(name.split()[-1]) == 1:
            other = random.choice(others)
            yield replaced(sentence, match.span("name"), other if " " in name else other.split()[-1])


def _person_beside(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in PERSON.finditer(sentence):
        for other in PERSON.finditer(pool.before):
            name, last = match["name"], other["name"].split()[-1]
            if last not in sentence and name.split()[-1] not in pool.before and sentence.count(name) == 1:
                yield replaced(sentence, match.span("name"), last)


def _role_replaced(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for role, other in exchanges("role"):
        if sentence.count(role) != 1 or other.lower() in sentence.lower():
            continue
        if match := re.search(rf"(?<!-)(?<!Prime )(?<!prime )(?<!Vice )(?<!vice )\b{role}\b", sentence):
            yield replaced(sentence, match.span(), other)


RULES: dict[str, Corruption] = {
    "parties exchanged": _parties_exchanged,
    "party replaced": _party_replaced,
    "party of the sentence before": _party_beside,
    "person replaced": _person_replaced,
    "person of the sentence before": _person_beside,
    "role replaced": _role_replaced,
}
