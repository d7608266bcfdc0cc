"""Find what a claim names and its evidence does not: quantities, dates, parties, persons, roles, statuses."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.support.days import Day, agrees
from assistant.support.quantities import Quantity, same_quantity
from assistant.support.sums import is_worked_out
from assistant.support.tokens import Token
from assistant.support.words import Meaning, documents, implications, stem, word_list
from ingest.text.events import events_in
from vectorstore.patterns import pattern

_LEAST_ALIKE = 5  # letters; shorter words are alike by chance
_ENDINGS = ("n", "an", "ian", "s", "es", "er", "ers")
_WORD = pattern(r"[^\W\d_]+")


def what_is_missing(
    claim: Sequence[Token],
    cited: Sequence[Token],
    evidence: str,
    published: date | None,
    context: Sequence[Token] = (),
) -> Iterator[Token]:
    """Yield each thing of a claim that is nowhere in the evidence."""
    words = set(_WORD.findall(evidence.casefold())) | {token.key for token in cited}
    words |= {token.written.casefold() for token in cited}
    stems = frozenset(map(stem, _WORD.findall(evidence)))
    meanings = {meaning for token in cited for meaning in token.meanings}
    if any(token.negated and token.pole("status") == "agreed" for token in cited):  # "could not accept"
        meanings.add(Meaning("status", "rejected", True))
    parties = {token.value for token in cited if token.kind == "party"}
    for at, token in enumerate(claim):
        if len(parties) > 1 and _counts_the_parties(claim, at):
            continue
        if _is_there(token, claim, cited, words, evidence, published) and _is_status_there(
            token, meanings, stems
        ):
            continue
        if not _is_in_context(token, claim, cited, context):
            yield token


def _counts_the_parties(claim: Sequence[Token], at: int) -> bool:
    """Whether a number only speaks of the parties named: "the two countries"."""
    following = claim[at + 1] if at + 1 < len(claim) else None
    return claim[at].written.casefold() == "two" and following is not None and following.stem in _SIDES


def _is_in_context(
    token: Token, claim: Sequence[Token], cited: Sequence[Token], context: Sequence[Token]
) -> bool:
    """Whether the title says it: whom, where, which goods, which status, but no number and no day.

    A party of the title stands for none that the evidence names: "the two countries" may be Kenya and
    Uganda, where Rwanda exports, Kenya does not.
    """
    if token.kind == "party":
        named = {other.value for other in cited if other.kind == "party"}
        return named <= {other.value for other in claim if other.kind == "party"} and any(
            other.kind == "party" and other.value == token.value for other in context
        )
    if token.kind == "name":
        return any(other.written.casefold() == token.key for other in context)
    return token.kind == "role" and any(same(token, other) for other in context)  # "Remarks by President ..."


def same(token: Token, other: Token, published: date | None = None) -> bool:
    """Say whether a token of the evidence states what a token of the claim does, as exactly or more so."""
    if token.kind == "name":
        return other.written.casefold() == token.key
    a, b = token.value, other.value
    if a is None or b is None:
        return False
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return any(same_quantity(x, y) for x in (a, token.also) if x for y in (b, other.also) if y)
    if isinstance(a, Day) and isinstance(b, Day):
        return agrees(a, b, published)
    if isinstance(a, Day) and isinstance(b, Quantity):  # 2,000 jobs may be written as a year is
        return a.month is None and b.amount == a.year and not b.unit
    if isinstance(a, Quantity) and isinstance(b, Day):
        return b.month is None and a.amount == b.year and not a.unit
    return token.kind == other.kind and a == b and token.office in ("", other.office)


def _is_there(
    token: Token,
    claim: Sequence[Token],
    cited: Sequence[Token],
    words: set[str],
    evidence: str,
    published: date | None,
) -> bool:
    if token.kind == "name":
        return (
            token.key in words
            or stem(token.key) in map(stem, words)
            or _is_spelled_out(token.written, evidence)
            or _is_derived(token.key, words)
        )
    if token.kind not in ("quantity", "date", "weekday", "party", "role"):
        return True
    if any(same(token, other, published) and (token.away or not other.away) for other in cited):
        return True
    if isinstance(token.value, Quantity) and (
        _is_counted_like_another(token.value, claim, cited)
        or is_worked_out(token, claim, cited)
        or _is_a_share(token.value, evidence)
    ):
        return True
    if token.kind == "party":  # "Jordan" may be a person: whatever it is, it is in both
        return token.written.casefold() in words
    if token.kind == "role":  # "ministerial talks" are of ministers
        return not token.office and any(word.startswith(str(token.value)) for word in words)
    if any(other.away and same(token, other, published) for other in cited):
        return False
    return (
        _is_in_two_pieces(token.value, cited)
        or _is_told_from_the_day(token.value, evidence, published)
        or _is_the_day_of_what_is_cited(token, claim, published)
    )


def _is_counted_like_another(value: Quantity, claim: Sequence[Token], cited: Sequence[Token]) -> bool:
    """Whether a bare number is in the evidence in another's unit: "Peru's is 500 tonnes, Chile's is 700"."""
    return not value.unit and any(
        same_quantity(value.with_unit_of(said.value), there.value)
        for said in claim
        if isinstance(said.value, Quantity) and said.value.unit not in ("", "th")
        for there in cited
        if isinstance(there.value, Quantity)
    )


# Percent that a word says: "a quarter of the trucks".
_SHARES = {
    50.0: r"(?<!first )(?<!second )(?<!last )(?<!latter )half",
    25.0: r"(?:a|one)[ -]quarter|a fourth",
    75.0: r"three[ -](?:quarters|fourths)",
    20.0: r"(?:a|one)[ -]fifth",
    40.0: r"two[ -]fifths",
    60.0: r"three[ -]fifths",
    80.0: r"four[ -]fifths",
    10.0: r"(?:a|one)[ -]tenth",
}
_SHARES |= dict.fromkeys((33.0, 33.3), r"(?:a|one)[ -]third") | dict.fromkeys((66.7, 67.0), r"two[ -]thirds")


def _is_a_share(value: Quantity, evidence: str) -> bool:
    """Whether a percentage is in the evidence as a fraction in words; "15 percent a quarter" is none."""
    words = _SHARES.get(value.amount) if value.unit == "percent" else None
    counted = rf"\b(?:{words}) (?:of|the|its|their|as|more|less|full|empty)\b"
    return words is not None and re.search(counted, evidence, re.IGNORECASE) is not None


def _is_the_day_of_what_is_cited(token: Token, claim: Sequence[Token], published: date | None) -> bool:
    """Whether a date is that of the briefing, and said to be: "the statement of May 2022"."""
    if published is None or not isinstance(token.value, Day):
        return False
    at = next(i for i, other in enumerate(claim) if other is token)
    before = claim[max(0, at - 3) : at]
    named = any(t.stem in documents() for t in before) and all(
        t.kind in ("word", "link") for t in before[-1:]
    )
    return named and agrees(token.value, Day(published.year, published.month, published.day))


def _is_in_two_pieces(day: object, cited: Sequence[Token]) -> bool:
    """Whether the evidence has the year of a date apart: "In 2025 ... on June 6"."""
    if not isinstance(day, Day) or day.year is None or day.month is None:
        return False
    days = [token.value for token in cited if isinstance(token.value, Day)]
    return any(d.year == day.year and d.month is None for d in days) and any(
        d.year is None and (d.month, d.day) == (day.month, day.day) for d in days
    )


def _is_told_from_the_day(day: object, evidence: str, published: date | None) -> bool:
    """Whether the evidence has a date as one says it on the day: "on Tuesday", "last year"."""
    if not isinstance(day, Day) or published is None:
        return False
    return any(
        all(
            said is None or said == first == last
            for said, first, last in (
                (day.year, event.first.year, event.last.year),
                (day.month, event.first.month, event.last.month),
                (day.day, event.first.day, event.last.day),
            )
        )
        for event in events_in(evidence, published)
    )


def _is_spelled_out(name: str, evidence: str) -> bool:
    """Whether the evidence has the words that a short name is made of: WTO, SDRs."""
    name = name.removesuffix("s")
    if not (name.isupper() and len(name) > 1):
        return False
    words = [w.strip('(),.;:“”"') for w in evidence.replace("-", " ").split()]
    if name in "".join(w[0] for w in words if w[:1].isupper()):
        return True
    initials = "".join(w[0] if len(w) > 2 else " " for w in words if w)  # special drawing rights
    return name.casefold() in initials.casefold()


def _is_derived(name: str, words: set[str]) -> bool:
    """Whether the evidence has the place that an adjective is made of, or the other way: Alaskan, Alaska."""
    alike = (
        word for word in words if len(word) >= _LEAST_ALIKE and word[:_LEAST_ALIKE] == name[:_LEAST_ALIKE]
    )
    return len(name) >= _LEAST_ALIKE and any(
        max(name, word, key=len).removeprefix(min(name, word, key=len)) in _ENDINGS for word in alike
    )


_SIDES = frozenset(stem(word) for word in word_list("side"))


def _is_status_there(token: Token, meanings: set[Meaning], stems: frozenset[str]) -> bool:
    needed = [meaning for meaning in token.meanings if meaning.needed]
    if not needed or (token.negated and token.pole("status")):
        return True  # what is denied is judged by the denial
    if token.stem in stems or not meanings.isdisjoint(needed):
        return True
    return any(not stems.isdisjoint(implications().get(meaning.pole, frozenset())) for meaning in needed)
