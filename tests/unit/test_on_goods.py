"""Goods that a sentence does not name are told by the one before it, or by who publishes it."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.choosing.evidence import Evidence
from assistant.declining.on_goods import with_goods_around
from assistant.reading.goods import goods_in
from tests.told import told
from vectorstore.briefing import Sentence

DAY = date(1987, 4, 1)


def second_of(text: str, publisher: str | None = None) -> Evidence:
    """The second sentence of a text, as evidence."""
    (whole,) = told((text, DAY, 9.0))
    at = text.index(".") + 1
    first = Sentence(0, at, "prose", None)
    start = at + len(text[at:]) - len(text[at:].lstrip())
    second = Sentence(start, len(text), "prose", None)
    passage = replace(whole.hit.passage, sentences=(first, second))
    hit = replace(whole.hit, passage=passage, facts=replace(whole.hit.facts, publisher=publisher))
    return replace(whole, hit=hit, sentence=second, quote=text[start:])


@pytest.mark.parametrize(
    ("text", "publisher", "goods"),
    [
        ("They agreed on access for rice. The quota will be 4 percent.", None, {"rice"}),
        ("They agreed on rice and zinc. The quota will be 4 percent.", None, set()),  # of which of them?
        ("They agreed on access for rice. Zinc pays 4 percent.", None, {"zinc"}),
        ("They agreed on access for rice.\n\nThe quota will be 4 percent.", None, set()),
        ("The council met. The price is 1,485 crowns.", "International Zinc Council", {"zinc"}),
        ("The council met. The price is 1,485 crowns.", "Trade Desk", set()),
    ],
)
def test_one_kind_of_goods_is_told_by_what_stands_around(
    text: str, publisher: str | None, goods: set[str]
) -> None:
    assert goods_in(with_goods_around(second_of(text, publisher))) == goods
