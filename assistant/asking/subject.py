"""Weigh what a timeline's subject is made of, and say how far a text reaches each part of it."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.asking.concepts import Concept
from assistant.asking.question import Question
from assistant.reading.developments import words_of
from assistant.reading.goods import goods_in
from assistant.reading.wording import Terms
from ingest.text.parties import find_parties, parties_in
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

# Words of nearly every negotiation: beside a party or a product they narrow nothing.
GENERIC = frozenset(
    analyse(
        "trade talks negotiation consultation discussion relations dispute deal agreement pact accord"
        " treaty protocol framework tariff duty duties levy levies review status story history timeline"
        " development news"
        " policy war conflict measure"
    )
)
GENERIC_WEIGHT = 0.15  # of its rarity, what a generic word counts beside a specific one
PARTY_WEIGHT = 3.0  # of a party that not every briefing concerns: as much as a word in one passage of twenty
OMNIPRESENT = 0.5  # share of briefings from which on naming a party tells nothing
OTHER_WORDING = 0.9  # of a concept's weight, when another wording of it is found
HEADING, TITLE, PASSAGE = 0.85, 0.75, 0.4  # of a part's weight, by where it is found; 1 in the sentence
# Written like an abbreviation of `assistant.reading.wording` and none: "semi-finished" is no semiconductor,
# "co-operation" no company, and an "ad valorem" duty none against dumping.
_NOT_SHORT_FOR = pattern(r"\b(?:semi|co)-(?=\w)|\bad (?=(?:valorem|hoc)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """A word or party of the subject and how much it counts."""

    name: str
    weight: float
    concept: Concept | None = None
    party: str | None = None


def parts_of(
    question: Question,
    parties: Iterable[str],
    frequency: Callable[[Sequence[str]], Mapping[str, int]],
    passages: int,
    shares: Mapping[str, float],
) -> list[Part]:
    """Weigh the words of the subject by rarity; generic ones count little beside a specific one."""
    forms = {term for c in question.concepts for form in (c.terms, *c.others) for term in form}
    df = frequency(sorted(forms))
    narrowing = _narrowing([*parties], shares)
    parts = [Part(party, PARTY_WEIGHT * (party in narrowing), party=party) for party in parties]
    specific = any(part.weight for part in parts) or any(
        not GENERIC.issuperset(concept.terms) for concept in question.concepts
    )
    for concept in question.concepts:
        counts = [min(df.get(term, 0) for term in form) for form in (concept.terms, *concept.others) if form]
        weight = math.log((passages + 1) / (max(counts, default=0) + 1))
        if specific and GENERIC.issuperset(concept.terms):
            weight *= GENERIC_WEIGHT
        parts.append(Part(concept.typed, weight, concept=concept))
    return parts


def telling_parties(parties: Iterable[str], shares: Mapping[str, float]) -> frozenset[str]:
    """Return the parties that are not in most briefings anyway; `shares` of the briefings concern each."""
    return frozenset(party for party in parties if shares.get(party, 0.0) < OMNIPRESENT)


def _narrowing(parties: Sequence[str], shares: Mapping[str, float]) -> frozenset[str]:
    """Return the parties that narrow the subject; where all are in every briefing, the rarest."""
    rare = telling_parties(parties, shares)
    if rare or not parties:
        return rare
    least = min(shares.get(party, 0.0) for party in parties)
    rarest = frozenset(party for party in parties if shares.get(party, 0.0) == least)
    return rarest - {"US"} or rarest  # a briefing on a US negotiation need not name the United States


def level_of(part: Part, sentence: str, heading: str, title: str, passage: str) -> float:
    """Return how far a sentence, with what stands around it, reaches a part of the subject."""
    if not part.weight:
        return 0.0
    around = ((1.0, sentence), (HEADING, heading), (TITLE, title), (PASSAGE, passage))
    best = 0.0
    for level, text in around:
        if level <= best:
            break
        best = max(best, level * holds(part, text))
    return best


def holds(part: Part, text: str) -> float:
    """Return 1 when a text has this part of the subject, less for another wording of it, else 0.

    >>> chips = Part("semis", 1.0, Concept("semis", ("semi",), frozenset({("semiconductor",)})))
    >>> holds(chips, "a duty on semis"), holds(chips, "a duty on semi-finished steel")
    (1.0, 0.0)
    >>> pills = Part("pharma", 1.0, Concept("pharma", ("pharma",), frozenset({("drug",)})))
    >>> holds(pills, "a duty on generic drugs"), holds(pills, "a duty for the flow of illegal drugs")
    (0.9, 0.0)
    """
    if part.party:
        return float(part.party in parties_in(text))
    if part.concept is None:
        return 0.0
    words = words_of(_NOT_SHORT_FOR.sub(" ", text))
    as_typed = words_of(text) if "-" in part.concept.typed else words
    if as_typed.issuperset(part.concept.terms):
        return 1.0
    found = [form for form in part.concept.others if form and words.issuperset(form)]
    return OTHER_WORDING if any(_means_goods(part.concept, form, text) for form in found) else 0.0


def _means_goods(concept: Concept, form: Terms, text: str) -> bool:
    """Whether another wording of goods is said of them in a text: "drugs" of medicines, not of smugglers'."""
    goods = goods_in(concept.typed) & goods_in(" ".join(form))
    return not goods or bool(goods & goods_in(text))


def is_telling(part: Part) -> bool:
    """Say whether a part narrows the subject: no generic word, no party of every briefing."""
    return part.weight > 0 and not (part.concept and GENERIC.issuperset(part.concept.terms))


_PLACE = pattern(r"\b[Ii]n (?:the )?(?:[A-Z]\w+, )?$")


# With whom another is compared: "more restrictive than those on cheese of Peru", "the same rate as Peru", or
# whose matter another only comes after: "on the heels of the deal with Peru, Chile agreed to talks".
_COMPARED = pattern(
    r"\b(?:compared (?:to|with) (?!last\b|a (?:year|month)\b|the (?:same|previous|year)\b|[a-z]* ?\d)"
    r"|(?:more|less) [a-z]+ than (?!\w* ?\d)"
    r"|the same (?:[a-z]+ ){1,2}(?:as|(?:given|accorded|granted) to) "
    r"|(?:[Oo]n the heels of|[Ii]n the wake of|(?:[Dd]ays|[Ww]eeks|[Mm]onths) after|[Uu]nlike) )[^,;.]{0,90}$"
)


@lru_cache(maxsize=8192)
def parties_acting(text: str) -> frozenset[str]:
    """Return the codes of the parties that a text names otherwise than as a place, or to compare with them.

    >>> sorted(parties_acting("Peru got the same terms as Chile when they met in Japan."))
    ['PE']
    """
    mentions = find_parties(text)
    before = ((m.code, text[max(0, m.start - 140) : m.start]) for m in mentions)
    return frozenset(code for code, by in before if not (_PLACE.search(by) or _COMPARED.search(by)))
