"""Find where a claim says one thing and its evidence, in the very place, another.

The evidence may name both Japan and Canada; that does not support a claim with the two exchanged. A
token stands where the evidence has it when its surroundings are most like those of one that says the
same. When those of another are clearly more alike, the other is what the evidence says there.
"""

from collections.abc import Callable, Sequence
from datetime import date

from assistant.support.missing import same
from assistant.support.objection import Objection
from assistant.support.places import Place, Places, fit
from assistant.support.quantities import Quantity
from assistant.support.tokens import Token
from assistant.support.words import Meaning

# Over 3,000 pairs of the kinds that this decides and 4,000 paraphrases (tests/evals/LOG.md):
LEAST = 6.0  # fit at which two places are one, a word on each side; 8 missed 2 % of the pairs, not 0.3 %
MARGIN = 2.0  # by which another must fit better; 1.5 refused more, 3 missed more
# Or another has all that the token's own place has in common with the claim's, and more:
SLACK = 0.25  # what the own place may still have for itself: a neighbour beyond two commas
MORE = 0.9  # what the other must have: the third neighbour on one side

_LISTING = ("and", "or", ",", "with")
_FACTS = ("quantity", "date", "weekday", "party", "name", "role")
# Statuses in the order in which a thing takes them.
_STAGES = ("considered", "proposed", "announced", "agreed", "signed", "in force")
_TWO_POLED = ("holding", "outcome", "gate", "stance", "having")
# Judged elsewhere, or by the name that they stand beside:
_NOT_EXCHANGED = ("bound", "deny", "not", "mood", "-", "role", "office")


def what_is_displaced(
    claim: Sequence[Token],
    places: Places,
    cited: Sequence[Token],
    there: Places,
    published: date | None,
) -> Objection | None:
    """Say what else the evidence has where a token of the claim stands, firmly of facts and goods."""
    said = {meaning for token in claim for meaning in token.meanings}
    for at, token in enumerate(claim):
        if token.kind in _FACTS:
            others = _others(claim, at, cited, published)
            twins = [i for i, other in enumerate(cited) if others and same(token, other, published)]
            if token.kind in ("name", "quantity", "date") and not twins:
                continue  # WTO, spelled out; a sum; "last year"
            others = _at_the_same_end(claim, at, cited, twins, others)
            found = _stands_there(places, at, others, twins, there)
            if found is not None and not _goes_with(claim, at, cited, twins, found):
                reason = f"it says {token.written} where what it cites says {cited[found].written}"
                return Objection(reason, firm=True)
        for meaning in token.meanings:
            if meaning.axis in _NOT_EXCHANGED:
                continue
            axis = [i for i, other in enumerate(cited) if any(m.axis == meaning.axis for m in other.meanings)]
            twins = [i for i in axis if meaning in cited[i].meanings]
            others = [i for i in axis if i not in twins and not _says_as_much(token, meaning, cited[i])]
            if meaning == Meaning("change", "same", False):  # "keep the lower price"
                others = [i for i in others if not cited[i].written.endswith("er")]
            # Listed in another order, they are the same goods; two statuses are told in any order.
            if meaning.axis in ("goods", "status") and twins:
                others = [
                    i
                    for i in others
                    if (
                        said.isdisjoint(cited[i].meanings)
                        and not any(
                            _is_listed_with(cited, i, twin) for twin in twins if meaning.axis == "goods"
                        )
                    )
                    or (meaning.axis == "status" and _is_said_again(cited, i))
                ]
            if (found := _stands_there(places, at, others, twins, there)) is not None:
                reason = f"it says “{token.written}” where what it cites says “{cited[found].written}”"
                return Objection(reason, firm=meaning.axis == "goods", grave=True)
    return None


def _at_the_same_end(
    claim: Sequence[Token], at: int, cited: Sequence[Token], twins: Sequence[int], others: list[int]
) -> list[int]:
    """Leave out the other end of a change: "to 88" is not what "from 117" stands for, however near it is."""
    link = claim[at - 1].key if at else ""
    if link not in ("from", "to") or not any(i and cited[i - 1].key == link for i in twins):
        return others
    return [i for i in others if i and cited[i - 1].key == link]


def _says_as_much(token: Token, meaning: Meaning, other: Token) -> bool:
    """Whether one denies what the other is the opposite of, or comes before: not covered, only explored."""
    poles = {meaning.pole, other.pole(meaning.axis)}
    if meaning.axis == "scope" and poles == {"both", "all"}:  # "each side" of two
        return True
    if token.negated == other.negated:
        return False
    if meaning.axis == "status" and token.negated and poles <= set(_STAGES):
        return _STAGES.index(other.pole("status")) < _STAGES.index(meaning.pole)
    return meaning.axis in _TWO_POLED or poles == {"agreed", "rejected"}


def _is_listed_with(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether two goods stand in one list: "corn, soybeans and beef"."""
    between = tokens[min(one, other) : max(one, other)]
    return all((t.kind in ("word", "name") and not t.past) or t.key in (",", "and", "or") for t in between)


def _is_said_again(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "word" and sum(t.meanings == tokens[at].meanings for t in tokens) > 1


def _others(claim: Sequence[Token], at: int, cited: Sequence[Token], published: date | None) -> list[int]:
    """Find what else of its kind the evidence names, and could have in the place of a token."""
    token = claim[at]
    others = [
        i for i, other in enumerate(cited) if _is_alike(token, other) and not same(token, other, published)
    ]
    if not others:
        return others
    beside = _listed_with(claim, at)
    return [
        i
        for i in others
        if cited[i].value not in beside
        and not _is_of_its_name(token, cited, i)
        and not _is_in_its_long_form(token, cited, i)
    ]


def _stands_there(
    places: Places, at: int, others: Sequence[int], twins: Sequence[int], there: Places
) -> int | None:
    """Return which of the others fits the place of a token clearly better than every twin does."""
    if not others:
        return None
    place = places[at]
    best, found = max((fit(place, there[i]), -i) for i in others)
    if best < LEAST:
        return None
    own = max(twins, key=lambda i: fit(place, there[i]), default=None)
    if own is None or best > MARGIN + fit(place, there[own]) or _outdoes(place, there[-found], there[own]):
        return -found
    return None


def _goes_with(
    claim: Sequence[Token], at: int, cited: Sequence[Token], twins: Sequence[int], other: int
) -> bool:
    """Whether a quantity has more of the claim's clause about it in the evidence than the other has there."""
    if claim[at].kind != "quantity" or not twins:
        return False
    said = _clause_about(claim, at)
    theirs = _clause_about(cited, other)
    return any(
        len(said & _clause_about(cited, twin) - theirs) > len(said & theirs - _clause_about(cited, twin))
        for twin in twins
    )


def _clause_about(tokens: Sequence[Token], at: int) -> set[str]:
    """Return the words between two quantities, a comma or an "and": what one of them counts."""
    first = last = at
    while first and not _parts(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and not _parts(tokens[last + 1]):
        last += 1
    return {t.key for t in tokens[first : last + 1] if t.kind != "link"} - {tokens[at].key}


def _parts(token: Token) -> bool:
    return token.kind in ("break", "quantity") or token.key in ("and", "while", "but")


def _outdoes(place: Place, other: Place, own: Place) -> bool:
    """Whether another place has all that a token's own place shares with the claim's, and a word more."""
    more = less = 0.0
    for key, weight in place.around.items():
        difference = min(weight, other.around.get(key, 0.0)) - min(weight, own.around.get(key, 0.0))
        more, less = more + max(0.0, difference), less - min(0.0, difference)
    return less < SLACK and more >= MORE


def _is_alike(token: Token, other: Token) -> bool:
    """Whether another could stand in a token's place: percent for percent, a month for a month."""
    if token.kind != other.kind:
        return False
    a, b = token.also or token.value, other.also or other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.unit == b.unit or (not (a.unit and b.unit) and "th" not in (a.unit, b.unit))
    return True


def _listed_with(tokens: Sequence[Token], at: int) -> set[object]:
    """Return the parties named in one breath with one: "Japan and Canada" are "Canada and Japan"."""
    if tokens[at].kind != "party":
        return set()
    run = [tokens[i] for i in _run(tokens, at, lambda t: t.kind == "party" or t.key in _LISTING)]
    parties: set[object] = {token.value for token in run if token.kind == "party"}
    # "From Brazil, Finland bought ..." lists nothing.
    return parties if len(parties) > 2 or not any(token.key == "," for token in run[1:-1]) else set()


def _is_of_its_name(token: Token, cited: Sequence[Token], at: int) -> bool:
    """Whether a name of the evidence is another word of the same name: "Donald J. Trump"."""
    return token.kind == "name" and any(
        cited[i].written.casefold() == token.key for i in _run(cited, at, lambda t: t.capital)
    )


def _is_in_its_long_form(token: Token, cited: Sequence[Token], at: int) -> bool:
    """Whether a name of the evidence is a word of what a short name stands for: WTO, "Organization"."""
    if token.kind != "name" or not token.written.isupper():
        return False
    return token.written in "".join(cited[i].written[0] for i in _run(cited, at, lambda t: t.capital))


def _run(tokens: Sequence[Token], at: int, belongs: Callable[[Token], bool]) -> range:
    first = last = at
    while first and belongs(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and belongs(tokens[last + 1]):
        last += 1
    return range(first, last + 1)
