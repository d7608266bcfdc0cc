"""Name the parts of answering that can be left out, each by what stands in its place."""

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, fields, replace
from typing import Any
from unittest.mock import patch

from assistant.choosing.evidence import WEIGHTS, Marks
from assistant.choosing.selecting import NEAR_ENOUGH
from assistant.steps.judging import Judging


@dataclass(frozen=True, slots=True)
class Without:
    """A version of answering without one part: other values in place, by dotted name.

    `finds` says that it may find other passages, or read them otherwise, than the full system.
    """

    name: str
    replaced: tuple[tuple[str, Any], ...]
    finds: bool = False

    def made(self) -> AbstractContextManager[ExitStack]:
        """Put the values in place for as long as the context lasts; AttributeError for an unknown name."""
        with ExitStack() as stack:
            for name, value in self.replaced:
                stack.enter_context(patch(name, value))
            return stack.pop_all()


def _no_meanings(_self: Judging, parts: Sequence[object], _among: object) -> list[dict[str, float]]:
    return [{} for _ in parts]


def _nobody(*_: object) -> None:
    return None


def versions() -> Iterator[Without]:
    for name, *replaced in (
        ("search: keyword leg", ("vectorstore.search.KEYWORD_WEIGHT", 0.0)),
        ("search: dense leg", ("vectorstore.search.KEYWORD_WEIGHT", 1.0)),
        (
            "search: other wordings and party names",
            ("assistant.asking.question._other_wordings", lambda *_: ""),
        ),
        (
            "search: recency",
            ("assistant.choosing.preferring.RECENCY_LATEST", 0.0),
            ("assistant.choosing.preferring.RECENCY_UNSTATED", 0.0),
        ),
        ("search: preference for the parties", ("assistant.choosing.preferring.PARTY_WEIGHT", 0.0)),
        ("search: preference for the goods", ("assistant.choosing.preferring.GOODS_WEIGHT", 0.0)),
        ("search: preference for the laws", ("assistant.choosing.preferring.LAW_WEIGHT", 0.0)),
        ("search: preference for rates", ("assistant.choosing.preferring.RATE_WEIGHT", 0.0)),
        ("search: preference for who speaks", ("assistant.choosing.preferring.SPEAKER_WEIGHT", 0.0)),
        (
            "who speaks",
            *(
                (f"assistant.{of}.whose_words", _nobody)
                for of in ("choosing.preferring", "choosing.gathering", "declining.words_asked")
            ),
        ),
        ("who says I", ("assistant.choosing.gathering.of_whom", _nobody)),
        ("names in small letters", ("assistant.asking.typed.spelling.with_names", lambda text, *_: text)),
        ("table of other wordings, everywhere", ("assistant.asking.concepts.wordings", lambda _: {})),
        ("words near in meaning", ("assistant.steps.judging.Judging._meanings", _no_meanings)),
    ):
        yield Without(name, tuple(replaced), finds=True)
    for mark in fields(Marks):
        yield Without(
            f"mark: {mark.name}",
            (("assistant.choosing.evidence.WEIGHTS", replace(WEIGHTS, **{mark.name: 0.0})),),
        )
    yield Without("choice: novelty", (("assistant.choosing.selecting.NOVELTY", 0.0),))
    yield Without("choice: repetition", (("assistant.choosing.selecting.REPETITION", 0.0),))
    yield Without(
        "choice: same briefing, same day",
        tuple(
            (f"assistant.choosing.selecting.{name}", 0.0) for name in ("NEXT", "SAME_BRIEFING", "SAME_DAY")
        ),
    )
    yield Without("choice: cost of length", (("assistant.choosing.selecting.LONG_COSTS", 0.0),))
    yield Without(
        "choice: a stricter limit from the third on", (("assistant.choosing.selecting.CUT_OFF", NEAR_ENOUGH),)
    )
    yield Without(
        "choice: revised figures",
        (("assistant.superseding.standing.as_revised", lambda _, evidence: evidence),),
    )
    yield Without(
        "choice: told anew", (("assistant.steps.judging.as_told_last", lambda _, evidence, __: evidence),)
    )
    yield Without(
        "choice: the newest of what tells it about as well",
        (("assistant.steps.arranging.held_now", lambda _, evidence: evidence),),
    )
    yield Without(
        "choice: figures as counted",
        (("assistant.steps.judging.counted_whole", lambda _, evidence, *__: evidence),),
    )
    yield Without(
        "choice: the newest figure counted",
        (("assistant.superseding.counted_whole._newest_first", lambda evidence, _: evidence),),
    )
    yield Without(
        "choice: what was put off",
        (("assistant.steps.arranging.postponed_first", lambda _, evidence, __: tuple(evidence)),),
    )
    yield Without(
        "choice: a party's own rate",
        (("assistant.steps.arranging.asked_rate_first", lambda _, evidence, __: tuple(evidence)),),
    )
    yield Without(
        "choice: the thing itself, read alone",
        (("assistant.steps.arranging.asked_thing_first", lambda _, evidence: tuple(evidence)),),
    )
    yield Without(
        "latest: what an order does, not its grounds",
        (("assistant.kinds.latest.what_is_done", lambda _, lead, __: lead),),
    )
    yield Without(
        "choice: the newest forecast",
        (
            (
                "assistant.superseding.counted_whole._newest_forecast_first",
                lambda _, evidence, *__: evidence,
            ),
        ),
    )
    yield Without(
        "choice: a sentence for each thing asked for",
        tuple(
            (f"assistant.choosing.{module}.requests_in", lambda _: ()) for module in ("selecting", "evidence")
        ),
    )
    yield Without(
        "choice: another figure is no repetition", (("assistant.choosing.selecting.ANOTHER_FIGURE", 1.0),)
    )
    yield Without(
        "choice: sentences that name what they speak of",
        (("assistant.choosing.selecting.names_itself", lambda _: False),),
    )
    yield Without(
        "marks: a period's figure before those of its parts", (("assistant.choosing.reach.OF_A_PART", 1.0),)
    )
    yield Without(
        "choice: what a conclusion is drawn from",
        (("assistant.choosing.selecting._CONCLUDES", re.compile(r"(?!)")),),
    )
    yield Without(
        "a rate under a measure told by its title",
        (
            ("assistant.steps.searching.asks_charged_under", _nobody),
            ("assistant.steps.course.asks_charged_under", _nobody),
        ),
    )
    yield Without("follow-ups: the newest day", (("assistant.steps.best_reading.looks_ahead", _nobody),))
    yield Without(
        "follow-ups: the briefings at hand, where it may be one",
        (("assistant.steps.understanding.Understanding._at_hand", _nobody),),
    )
    yield Without(
        "follow-ups: back to an earlier one", (("assistant.asking.followups.standalone.goes_back", _nobody),)
    )
    yield Without(
        "follow-ups: another party for the first of two",
        (("assistant.steps.understanding.of_the_other_side", _nobody),),
    )
    yield Without(
        "status: what was dealt, no counts",
        (("assistant.kinds.to_the_point._on_dealings", lambda _, leads: leads),),
    )
    yield Without(
        "where it stands: what is charged since",
        (("assistant.steps.charged_since.ChargedSince.told", lambda _, work: work),),
    )
    yield Without(
        "rate of goods: the newest on all of them",
        (
            ("assistant.choosing.own_rate.rate_of_goods_first", lambda _, evidence, __: tuple(evidence)),
            ("assistant.choosing.selecting.goods_meant", _nobody),
            ("assistant.superseding.held_now.goods_meant", _nobody),
        ),
    )
    yield Without("latest: told in passing", (("assistant.steps.arranging.told_in_passing", lambda *_: []),))
    yield Without(
        "latest: what a story opens with, in the search by words",
        (("assistant.steps.arranging.opening_first", lambda _, evidence, __: tuple(evidence)),),
    )
    yield Without(
        "latest: what a story opens with, of a subject behind it",
        (("assistant.chronicle.about._is_near", lambda *_: False),),
    )
    yield Without("latest: datelines", (("assistant.chronicle.of_subject.dateline_of", lambda _: ""),))
    yield Without(
        "latest: goods that are only examples",
        (("assistant.chronicle.timeline.lists_goods", lambda *_: False),),
    )
    yield Without(
        "latest: what firms do", (("assistant.kinds.to_the_point._no_business", lambda _, leads: leads),)
    )
    yield Without(
        "what ended a measure asked for by its name",
        (("assistant.steps.acts_meant.ActsMeant.called", lambda *_: {}),),
    )
    yield Without(
        "another sentence in the lead", (("assistant.steps.composing.others_as_likely", lambda *_: []),)
    )
    yield Without("words of promising", (("assistant.asking.parts.PLEDGED", 1.0),))
    yield Without("what a later act ended", (("assistant.steps.arranging.asks_what_holds", lambda _: False),))
    yield Without(
        "what a same-day act announces",
        (("assistant.superseding.announced.Announced.of", lambda *_: frozenset()),),
    )
    yield Without(
        "what a term means",
        (
            ("assistant.steps.understanding.term_asked", _nobody),
            ("assistant.steps.searching.find_meaning", _nobody),
            ("assistant.steps.refusing.term_asked", _nobody),
        ),
    )
    yield Without("why it went that way", (("assistant.choosing.gathering.move_asked", _nobody),))
    yield Without(
        "acts found by their grounds", (("assistant.steps.acts_meant.briefings_on", lambda *_: []),)
    )
    yield Without("a measure's last day", (("assistant.steps.still_held.last_day_told", lambda *_: []),))
    yield Without(
        "a measure called by its name",
        (("assistant.superseding.own_acts.OwnActs.called", lambda *_: frozenset()),),
    )
    yield Without(
        "that it ran out",
        (("assistant.steps.still_held.StillHeld._with_what_ran_out", lambda _, work: work),),
    )
    yield Without("charged: on all imports", (("assistant.kinds.charged._of_any_origin", lambda *_: 0.0),))
    yield Without("charged: put off", (("assistant.kinds.charged.puts_off_rate", lambda *_: False),))
    yield Without(
        "charged: told as its tariffs", (("assistant.steps.searching.asks_its_tariffs", lambda _: False),)
    )
    yield Without(
        "declining: a measure untold", (("assistant.declining.abstention.measure_missing", _nobody),)
    )
    yield Without(
        "declining: what no sentence tells", (("assistant.declining.abstention.unmet", lambda *_: ()),)
    )
    yield Without(
        "declining: verbs only possible", (("assistant.declining.unmet.never_done", lambda *_: None),)
    )
    yield Without(
        "declining: figures of the period",
        (("assistant.declining.abstention.figure_untold", lambda *_: None),),
    )
    yield Without(
        "declining: names", (("assistant.declining.abstention.names_missing", lambda *_: iter(())),)
    )
    yield Without(
        "declining: what the reranker finds unlikely",
        (("assistant.declining.abstention.UNLIKELY", float("-inf")),),
    )
    yield Without(
        "declining: all of what is asked for and untold",
        (("assistant.declining.abstention._lacks", lambda *_: ()),),
    )
    yield Without(
        "what a newer sentence replaces",
        (("assistant.steps.judging.standing", lambda _, evidence, __: evidence),),
    )
