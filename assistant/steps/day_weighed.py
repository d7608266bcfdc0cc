"""Weigh what may set the day of a measure: by what it has in common with what was told of that."""

from collections.abc import Iterable, Iterator
from typing import Literal

from assistant.asking.bounds_told import Bound, without_reason
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.developments import decides
from assistant.reading.goods import goods_in
from assistant.reading.rates import rates_in
from assistant.steps.sets_day import apart, takes_effect
from ingest.text.parties import parties_in

NEAR = 600  # characters from what was told: a clause of the same paragraph

Sign = Literal[
    "same rate", "same goods", "other goods", "same party", "decides", "takes effect", "opens a list",
    "same briefing", "near", "had come",
]  # fmt: skip

# What each says of a sentence is added up; the sentence with the most sets the day.
POINTS: dict[Sign, float] = {
    "same rate": 2.0,  # one measure has a day for each of its rates
    "same goods": 1.0,
    "other goods": -2.0,  # a round-up sets days of many
    "same party": 1.0,
    "decides": 1.0,  # others recount
    "takes effect": 2.0,  # "effective", "on or after": not the day on which it was signed
    "opens a list": -1.0,  # which is not told with it
    "same briefing": 0.5,  # over another one on the measure
    "near": 1.0,  # in the same briefing: less by half at NEAR
    "had come": 3.0,  # where it is asked since when: what was to come may have been put off
}


def weight(signs: Iterable[tuple[Sign, float]]) -> float:
    """Add up the points of signs, each for as much as it holds."""
    return sum(POINTS[sign] * holds for sign, holds in signs)


def signs_of(e: Evidence, lead: Evidence, question: Question, bound: Bound) -> Iterator[tuple[Sign, float]]:
    """Yield what a sentence has in common with what was told first, and how much that holds: 1, or less."""
    yield "same rate", bool(frozenset(rates_in(lead.said)) & frozenset(rates_in(e.said)))
    goods, said = goods_in(question.standalone) or goods_in(lead.said), goods_in(without_reason(e.said))
    yield "same goods", bool(goods & said)
    yield "other goods", apart(goods, said)
    yield "same party", bool((parties_in(lead.said) & parties_in(e.said)) - {"US"})
    yield "decides", decides(e.said)
    yield "takes effect", bound == "from" and takes_effect(e.said)
    yield "opens a list", e.quote.rstrip().endswith(":")
    if e.hit.facts.id == lead.hit.facts.id:
        yield "same briefing", 1.0
        yield "near", NEAR / (NEAR + abs(e.sentence.start - lead.sentence.start))
