"""Whose words are asked for has to speak in some sentence of an answer."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.asking.speakers import party_whose_words, quotes
from assistant.declining.words_asked import words_missing
from tests.told import told

DAY = date(1987, 4, 1)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("what did Chile say about it", "CL"),
        ("what did the Chilean side say", "CL"),
        ("what did Chile's trade minister say", None),  # whose words are looked for by the office
        ("what does the Chilean proposal say", None),
        ("what did Li say", None),
    ],
)
def test_a_party_is_asked_for_its_words_where_no_person_is(asked: str, code: str | None) -> None:
    assert party_whose_words(asked) == code


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("I declared an emergency, as described in the order, and raised the duty on goods of Chile.", True),
        ("Chile has to cut its duty by May 4.", True),
        ("Chile denounced the duty.", False),
        ('"It is unfair," a minister told reporters.', False),
    ],
)
def test_where_nobody_speaks_a_party_says_nothing(said: str, missing: bool) -> None:
    lacks = words_missing(understand("what did Chile say about the duty", DAY), told((said, DAY, 1.0)), [])
    assert lacks == ("anything said by Chile" if missing else None)


def test_what_a_party_s_own_office_publishes_are_its_words() -> None:
    (e,) = told(
        ("The duty is unfair.", DAY, 1.0),
    )
    facts = replace(e.hit.facts, publisher="Ministry of Trade, Republic of Chile")
    own = replace(e, hit=replace(e.hit, facts=facts))
    asked = understand("what did Chile say about the duty", DAY)
    assert words_missing(asked, [own], []) is None
    assert words_missing(asked, [e], []) == "anything said by Chile"


def test_a_call_with_somebody_gives_none_of_his_words() -> None:
    assert not quotes("I took part in a call with President Li, in which we agreed to meet.", "Li")
    assert quotes("Li called the duty unfair.", "Li")
