"""A search prefers what may tell the type of answer that is asked for."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.asking.question import understand
from assistant.choosing.preferring import prefers
from tests.dated import dated
from vectorstore.facts import BriefingFacts

FACTS = cast(BriefingFacts, SimpleNamespace(title="Mills"))


def preferred(question: str, text: str) -> float:
    prefer = prefers(understand(question, date(1987, 4, 1)), {})
    (passage,) = dated("1987-03-02", "Mills", text).passages
    return prefer(passage, FACTS) if prefer else 0.0


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("steel tariff rate", "The tariff on steel is 8 percent.", "The tariff on steel helps mills."),
        ("what duty does Peruvian steel pay", "Steel pays a duty of 8 percent.", "Steel pays a duty."),
        ("section 142 tariff rate", "Section 142 was invoked.", "Section 338 was invoked."),
    ],
)
def test_what_tells_a_rate_or_names_the_law_comes_first(question: str, better: str, worse: str) -> None:
    assert preferred(question, better) > preferred(question, worse)


def test_a_law_beside_goods_or_a_party_is_one_word_among_others() -> None:
    for question in ("section 142 duty on steel, since when", "why section 142 on Peru"):
        named, other = "Section 142 was invoked.", "Section 338 was invoked."
        assert preferred(question, named) == preferred(question, other)


def test_what_was_published_in_a_month_comes_first_where_parties_are_asked_for_of_it() -> None:
    at = SimpleNamespace(title="Mills", published=date(1987, 3, 2))
    for question, more in ("which countries got a duty in March 1987", True), ("steel in March 1987", False):
        prefer = prefers(understand(question, date(1987, 4, 1)), {})
        (passage,) = dated("1987-03-02", "Mills", "Steel pays a duty.").passages
        assert bool(prefer and prefer(passage, cast(BriefingFacts, at))) is more
