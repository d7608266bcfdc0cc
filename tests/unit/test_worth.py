"""What each rule is worth: what can be left out, over which questions, and what is counted of them."""

from importlib import import_module
from inspect import Parameter, signature
from pkgutil import resolve_name, walk_packages

import pytest

import assistant
from assistant.choosing import evidence
from assistant.choosing.evidence import Marks
from tests.evals.ablated import Without, versions
from tests.evals.rules import rules
from tests.evals.worth import SCORING, Doings

RULES = [*rules()]
BY_PLACE = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_a_function_that_is_there_or_the_needs_or_a_weight(rule: Without) -> None:
    tables = (".NEEDS", ".WEIGHTS")
    assert all(callable(resolve_name(name)) or name.endswith(tables) for name, _ in rule.replaced)


@pytest.mark.parametrize("left_out", [*RULES, *versions()], ids=lambda left_out: left_out.name)
def test_what_stands_in_for_a_function_is_called_as_it_is(left_out: Without) -> None:
    for name, stub in left_out.replaced:
        if callable(stub):
            by_place = [of for of in signature(resolve_name(name)).parameters.values() if of.kind in BY_PLACE]
            for given in (by_place, [of for of in by_place if of.default is Parameter.empty]):
                signature(stub).bind(*given)


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


def test_a_mark_does_something_where_a_sentence_has_it() -> None:
    doings = Doings()
    with doings.noted([]):
        for doings.asked, marks in enumerate((Marks(subject=0.5), Marks(period=1.0), Marks(subject=1.0))):
            evidence.score_of(marks)
    assert doings.questions["mark: subject"] == {0, 2}


def test_marks_are_noted_wherever_they_are_added_up() -> None:
    modules = walk_packages(assistant.__path__, "assistant.")
    adding = {of.name for of in modules if hasattr(import_module(of.name), "score_of")}
    assert adding == {name.removesuffix(".score_of") for name in SCORING}
