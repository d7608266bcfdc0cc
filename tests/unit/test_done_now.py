"""Asked whether something was done, what tells that it was leaves no room for what was planned before."""

from datetime import date

from assistant.asking.question import understand
from assistant.superseding.done_now import without_plans
from tests.told import told

DONE = "Peru imposed a duty of 9 percent on tin."
PLAN = "Peru stands by its plan to impose a duty on tin."
BEFORE, NOW = date(1987, 6, 1), date(1987, 6, 9)


def kept(asked: str, *sentences: tuple[str, date, float]) -> list[str]:
    return [e.quote for e in without_plans(understand(asked, NOW), told(*sentences))]


def test_an_older_plan_is_left_out_behind_what_was_done() -> None:
    assert kept("has Peru put a duty on tin yet?", (DONE, NOW, 2.0), (PLAN, BEFORE, 1.0)) == [DONE]


def test_a_plan_is_told_where_nothing_newer_was_done_or_something_else_is_asked() -> None:
    assert kept("has Peru put a duty on tin yet?", (PLAN, NOW, 2.0), (PLAN, BEFORE, 1.0)) == [PLAN, PLAN]
    assert kept("what is the duty on tin?", (DONE, NOW, 2.0), (PLAN, BEFORE, 1.0)) == [DONE, PLAN]
