"""A publisher that a question names is what all its briefings say, not a word to look for."""

from collections.abc import Sequence
from datetime import date

import pytest

from assistant.asking.concepts import Concept
from assistant.asking.parts import Weighed, weigh
from assistant.asking.publishers import names_publisher
from assistant.asking.question import understand
from assistant.choosing.reach import TITLE, Surroundings
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit


@pytest.mark.parametrize(
    ("typed", "terms", "publisher", "named"),
    [
        ("Reuters", ("reuter",), "Reuters", True),
        ("white house", ("white", "hous"), "whitehouse.gov", True),
        ("white house", ("white", "hous"), "www.whitehouse.gov", True),
        ("trade", ("trade",), "Trade Desk Notes", False),
        ("house", ("hous",), "whitehouse.gov", False),
        ("rice", ("rice",), None, False),
    ],
)
def test_only_the_whole_name_is_one(
    typed: str, terms: tuple[str, ...], publisher: str | None, named: bool
) -> None:
    assert names_publisher(Concept(typed, terms), publisher) is named


@pytest.mark.parametrize(("share", "weight"), [(1.0, 0.0), (0.1, 2.3), (0.0, 4.6)])
def test_it_weighs_by_its_share_of_the_briefings(share: float, weight: float) -> None:
    def frequency(terms: Sequence[str]) -> dict[str, int]:
        return dict.fromkeys(terms, 0)

    question = understand("rice duty per Reuters", date(1987, 4, 1))
    parts = {part.name: part for part in weigh(question, frequency, 100, {}, {"Reuters": share})}
    assert parts["reuter"].weight == pytest.approx(weight, abs=0.1)
    assert parts["rice"].weight == pytest.approx(4.6, abs=0.1)


@pytest.mark.parametrize(
    ("typed", "publisher", "reached"),
    [
        ("Reuters", "Reuters", 1.0),
        ("Reuters", "Another", 0.0),
        ("Reuters", None, 0.0),
        ("ITO", "International Tin Organization", TITLE),  # less than where a sentence names it
        ("ITO", "International Zinc Organization", 0.0),
    ],
)
def test_every_sentence_of_its_briefings_reaches_it(
    typed: str, publisher: str | None, reached: float
) -> None:
    text = "The duty on rice is 9 percent."
    facts = BriefingFacts("a", 1, "a.txt", "Duty on rice", publisher, None, None, (), None, "0")
    passage = Passage("a", 1, 0, 0, len(text), "", text, (Sentence(0, len(text), "prose", None),), ())
    part = Weighed(typed, 1.0, concept=Concept(typed, (typed.lower().removesuffix("s"),)))
    (reach,) = Surroundings(Hit(passage, facts, 1, 1, 1), text).reached(part, {})
    assert reach.exact == reached
