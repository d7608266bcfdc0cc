"""Whether a duty still holds is told by what sets it, however dry, and not by what is newer and sets none."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.choosing.extractive import compose
from assistant.declining.abstention import signals_of
from tests.told import told

SET, LATER = date(1986, 4, 7), date(1987, 5, 4)
DUTY = "The tariff on wool is raised to 12 percent."


@pytest.mark.parametrize(
    ("newer", "leads"),
    [
        ("The board shall tell whether the steps under section 14 are no longer necessary.", False),
        ("The ministry goes on imposing tariffs and holding talks.", False),
        ("The ministry keeps the tariff on wool in place.", True),
    ],
)
def test_of_what_is_newer_only_a_duty_on_the_goods_leads(newer: str, leads: bool) -> None:
    question = replace(understand("is the tariff on wool still in force?", LATER), latest=True)
    evidence = told((DUTY, SET, 10.0), (newer, LATER, 9.9))
    draft = compose(question, evidence, [], {e.hit.facts.id: e.quote for e in evidence})
    assert draft[0].evidence.quote == (newer if leads else DUTY)


@pytest.mark.parametrize(
    ("title", "said", "is_strange"),
    [
        ("Adjusting imports of oil lamps", "The rate of duty on what is listed shall be 30 percent.", False),
        ("Adjusting imports of wool", "The rate of duty on what is listed shall be 30 percent.", True),
        ("Adjusting imports of oil lamps", "What is listed is made by two firms at home.", True),
    ],
)
def test_a_clause_like_no_question_is_on_the_measure_under_its_title(
    title: str, said: str, is_strange: bool
) -> None:
    (e,) = told((said, SET, 8.0))
    e = replace(e, hit=replace(e.hit, facts=replace(e.hit.facts, title=title)))
    e = replace(e, marks=replace(e.marks, answers=-1.0))
    question = understand("is the tariff on oil lamps still in force?", LATER)
    assert signals_of(question, [e], [], LATER, 0.2).is_strange == is_strange
