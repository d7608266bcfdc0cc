"""What each rule is worth: what can be left out, over which questions, and what is counted of them."""

from pkgutil import resolve_name

import pytest

from tests.evals.ablated import Without
from tests.evals.rules import rules
from tests.evals.worth import Doings

RULES = [*rules()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_a_function_that_is_there_or_the_needs(rule: Without) -> None:
    assert all(callable(resolve_name(name)) or name.endswith(".NEEDS") for name, _ in rule.replaced)


def test_each_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len({*names})


def test_a_rule_does_something_where_it_gives_what_would_not_be_given_without_it() -> None:
    rule = Without("words", (("assistant.reading.leaning.leans_back", lambda _: False),))
    doings = Doings()
    with doings.noted([rule]):
        for doings.asked, text in enumerate(("It was raised.", "Peru raised the duty.")):
            resolve_name("assistant.reading.leaning.leans_back")(text)
    assert doings.questions["words"] == {0}
