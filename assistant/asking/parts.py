"""Weigh the parts of a question: its subject words, parties and periods, each by how rare it is on file."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.asking.concepts import Concept
from assistant.asking.pledges import is_pledge
from assistant.asking.publishers import names_publisher
from assistant.asking.question import Question
from assistant.reading.counted import asks_statistic
from assistant.reading.periods import Period
from ingest.text.parties import party_name
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

PLEDGED = 0.2  # for a word that only says that something was promised: it is told in many others
CARRIED_OVER = 0.5  # of its weight, for a word of an earlier turn
COMMON = 0.8  # weight below which a name is in nearly every passage, and its absence tells nothing
A_MONTH = 31  # days; of what is longer a figure is another one than those of its months
PERIOD_WEIGHT = 1.5  # as much as a word in one passage of five


# "Which firm said in May that exports ...": when it was said.
TOLD_IN = pattern(
    r"\b(?:said|told|reported|announced|unveiled|pledged|promised|agreed|signed|vowed|declared|warned)"
    r"\s+(?:(?:back|early|late)\s+)?(?:in|on)\s+$"
    r"|\b(?:per|according to)\s+(?:[\w’'.-]+\s+){1,4}(?:in|of)\s+$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A concept, party or period of the question and how much it counts."""

    name: str
    weight: float
    concept: Concept | None = None
    party: str | None = None
    period: Period | None = None
    passages: int = 0  # how many on file have the rarest word of its commonest wording; none of a period
    whole: bool = False  # of a period: whether its parts are less, as the exports of March are for a year's
    told: bool = False  # of a period: whether it is that in which something was said, whatever that is of


def weigh(
    question: Question,
    frequency: Callable[[Sequence[str]], Mapping[str, int]],
    passages: int,
    party_share: Mapping[str, float],
    publisher_share: Mapping[str, float],
) -> list[Weighed]:
    """Weigh the parts of a question by rarity: ln(passages / passages with it), 0 for what is everywhere.

    A publisher that is named is in every passage of its briefings.
    """
    asked = question.concepts
    terms = {term for concept in asked for form in (concept.terms, *concept.others) for term in form}
    named = {party: analyse(party_name(party)) for party in question.parties}
    df = frequency(sorted(terms.union(*named.values())))
    parts = []
    for concept in asked:
        forms = [min(df.get(term, 0) for term in form) for form in (concept.terms, *concept.others) if form]
        published = sum(of for name, of in publisher_share.items() if names_publisher(concept, name))
        count = min(passages, max(*forms, round(published * passages))) if forms else 0
        weight = math.log((passages + 1) / (count + 1)) * (CARRIED_OVER if concept.context else 1.0)
        weight *= PLEDGED if is_pledge(concept) else 1.0
        parts.append(Weighed(" ".join(concept.terms), weight, concept=concept, passages=count))
    for party in question.parties:
        share = party_share.get(party, 0.0)
        weight = math.log(1 / max(share, 1e-3)) + 0.3
        count = max(min(df.get(term, 0) for term in named[party]), math.ceil(share * passages))
        parts.append(Weighed(party, weight, party=party, passages=count))
    for period in question.periods:
        typed = question.standalone[period.start : period.end]
        whole = asks_statistic(question.asked) and (period.last - period.first).days > A_MONTH
        told = bool(TOLD_IN.search(question.standalone[: period.start]))
        parts.append(Weighed(typed, PERIOD_WEIGHT, period=period, whole=whole, told=told))
    return parts
