"""Name the rules of answering, each by what would be done without it.

A rule is one or several functions. Without it they give back what they were given, or find nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from assistant.asking.needs.all_needs import NEEDS
from assistant.choosing.evidence import Marks
from tests.evals.ablated import Without, versions

# What puts sentences in another order, or leaves some out, and which of its arguments these are.
_ORDERING = {
    "choosing.asked_thing": (
        "excepted_first",
        "told_before_pointed_at",
        "rule_first",
        "whole_first",
        "read_alone_first",
    ),
    "choosing.own_rate": (
        "own_rate_first",
        "rate_of_goods_first",
        "listed_rate_first",
        "rate_before_evasion",
        "set_before_proposed",
    ),
    "steps.arranging": (
        "own_party_first",
        "newest_of_origin_first",
        "part_used_first",
        "decided_first",
        "by_clock",
        "on_subject",
        "opening_first",
        "come_into_force_first",
        "overtaken",
        "outgrown",
        "held_now",
        "postponed_first",
    ),
    "steps.judging": ("of_number", "standing", "counted_whole", "as_told_last"),
    "superseding.standing": ("as_revised",),
    "kinds.to_the_point": ("_no_business", "_on_dealings"),
    "choosing.selecting": ("_of_the_rate",),
}
_ORDERING_FIRST = {
    "declining.abstention": ("_likeliest",),
    "steps.judging": ("without_corrected", "led_in"),
    "kinds.to_the_point": ("_of_last_entry",),
}

# What finds something missing, or a way of its own to answer; without it nothing is found.
_FINDING = {
    "declining.abstention": (
        "party_untold",
        "currency_untold",
        "figure_untold",
        "goods_uncounted",
        "goods_missing",
        "measure_missing",
        "charged_missing",
        "way_missing",
        "day_missing",
        "untold",
        "firms_missing",
        "reason_untold",
    ),
    "declining.unmet": (
        "never_done",
        "asks_outcome_after",
        "asks_holder",
    ),
    "steps.refusing": (
        "number_missing",
        "charge_missing",
        "_goods_nowhere",
        "doer_missing",
        "dealings_missing",
        "undertaking_missing",
    ),
    "steps.searching": (
        "find_end",
        "find_in_place",
        "find_happened",
        "find_holder",
        "find_meaning",
        "find_newest",
        "find_sides",
        "find_charged",
        "find_latest",
        "asks_its_tariffs",
        "party_asked",
        "party_of_news",
    ),
    "steps.course": (
        "asks_what_held",
        "asks_charged_under",
    ),
    "steps.message": (
        "asked_outright",
        "leaning",
    ),
    "steps.understanding": (
        "of_the_other_side",
        "of_what_it_branches_off",
        "by_union",
        "origin_asked",
        "whether_it_ended",
        "whether_it_stands",
        "bound_of",
        "bound_asked",
        "asks_if_it_holds",
        "asks_by_name_if_it_holds",
        "stands_alone",
        "is_on_others",
        "only_period",
        "shifts_period",
        "asks_another",
    ),
    "kinds.latest": ("is_background",),
    "choosing.extractive": ("turns",),
    "superseding.held_now": ("goods_meant",),
}
# The same of what finds several.
_LISTING = {
    "declining.abstention": (
        "unmet",
        "laws_missing",
        "names_missing",
    ),
    "steps.refusing": ("_laws_missing",),
    "steps.searching": ("numbers_asked",),
    "steps.composing": (
        "others_as_likely",
        "telling_needs",
        "those_with_names",
    ),
    "steps.course": ("sides_of",),
    "choosing.extractive": ("without_others",),
}
_METHODS_FINDING = {
    "steps.best_reading.BestReading": ("_newer_day", "_whole", "_told_to_have_ended"),
    "steps.course.Course": ("_before",),
    "steps.day_of_measure.DayOfMeasure": ("told", "published", "kept"),
    "steps.acts_meant.ActsMeant": ("called", "on_words"),
}
_METHODS_KEEPING = {
    "steps.still_held.StillHeld": (
        "charged",
        "with_ending",
        "_ended_by_name",
        "_with_what_ran_out",
        "_with_last_day",
    ),
    "steps.charged_since.ChargedSince": ("told",),
}


def rules() -> Iterator[Without]:
    """Yield every rule; those that `ablated` names among them."""
    yield from (*_ordering(), *_finding(), *_needs(), *_marks())
    known = {name for named in (*_ordering(), *_finding()) for name, _ in named.replaced}
    for named in versions():
        functions = all(callable(stub) for _, stub in named.replaced)
        if functions and not known.issuperset(name for name, _ in named.replaced):
            yield named


def of_need(words: str) -> str:
    """Return the name of the rule that declines where a need is not told."""
    return f"need: {words}"


def of_mark(name: str) -> str:
    """Return the name of the rule that weighs sentences by this mark."""
    return f"mark: {name}"


def _ordering() -> Iterator[Without]:
    yield from _of(_ORDERING, lambda _, kept, *__: kept)
    yield from _of(_ORDERING_FIRST, lambda kept, *_: kept)
    yield from _of(_METHODS_KEEPING, lambda _, kept, *__: kept)


def _finding() -> Iterator[Without]:
    yield from _of(_FINDING, lambda *_: None)
    yield from _of(_LISTING, lambda *_: ())
    yield from _of(_METHODS_FINDING, lambda *_: None)


def _needs() -> Iterator[Without]:
    for words in dict.fromkeys(need.words for need in NEEDS):
        others = tuple(need for need in NEEDS if need.words != words)
        yield Without(of_need(words), (("assistant.declining.unmet.NEEDS", others),))


def _marks() -> Iterator[Without]:
    names = {of_mark(mark.name) for mark in fields(Marks)}
    yield from (of for of in versions() if of.name in names)


def _of(named: dict[str, tuple[str, ...]], stub: Callable[..., Any]) -> Iterator[Without]:
    for module, names in named.items():
        for name in names:
            yield Without(f"{module}.{name}", ((f"assistant.{module}.{name}", stub),))
