"""Which evidence a side of a comparison keeps to: what names it, where what leads is on another."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.parts import Weighed
from assistant.asking.question import understand
from assistant.asking.request import AskRequest
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.extractive import DraftSentence, drafted
from assistant.choosing.reach import ELSEWHERE, TITLE, Reach
from assistant.steps.on_its_side import on_its_side, own_names
from assistant.steps.work import Work
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit

DAY = date(1987, 3, 1)
PARTS = (Weighed("tin", 3.0), Weighed("Peru", 1.0, party="PE"))
NAMED = Reach(1.0, 1.0, 1.0)
NOT_NAMED = Reach(0.0, 0.0, 0.0)


def said(quote: str, reach: Reach, answers: float, detail: float = 1.0, title: str = "Duties") -> Evidence:
    facts = BriefingFacts("a", 1, "a.md", title, None, DAY, None, (), None, "a")
    sentence = Sentence(0, len(quote), "prose", None)
    passage = Passage("p", 1, 0, 0, len(quote), "", quote, (sentence,), ())
    marks = Marks(answers=answers, detail=detail)
    return Evidence(Hit(passage, facts, 1, 1, 1), sentence, quote, "", 1.0, (NAMED, reach), marks)


def side_led_by(*judged: Evidence) -> Work:
    question = understand("the duty on tin: Peru", DAY)
    draft: list[DraftSentence] = drafted(question, judged[:1], {"a": judged[0].quote})
    return Work(AskRequest("?"), question, parts=PARTS, evidence=judged, draft=tuple(draft))


class Finds:
    """Finds every sentence as likely."""

    def __init__(self, log_odds: float) -> None:
        self._log_odds = log_odds

    def log_odds(self, question: str, sentences: Sequence[str], /) -> list[float]:
        return [self._log_odds for _ in sentences]


def kept(*judged: Evidence, read: Sequence[Evidence] = (), log_odds: float = -9.0) -> list[str] | None:
    work = replace(side_led_by(*judged), read=tuple(read))
    side = on_its_side(work, {"PE"}, {"CL"}, Finds(log_odds))
    return [e.quote for e in side.evidence] if side else None


OF_PERU = said("Peru charges nine pct.", NAMED, 1.0)


def test_what_each_side_names_alone_is_its_own() -> None:
    sides = [understand(f"the duty on tin: {party}", DAY) for party in ("Peru", "Chile")]
    assert own_names(sides) == [{"PE"}, {"CL"}]


@pytest.mark.parametrize(
    "lead",
    [
        said("The duty was cut to 30 pct.", NOT_NAMED, 2.0),
        said("The duty was cut to 30 pct.", Reach(ELSEWHERE, 0.0, ELSEWHERE), 2.0),
        said("The duty was cut.", Reach(TITLE, 0.0, TITLE), 2.0, title="Peru's row with Chile"),
    ],
)
def test_a_sentence_that_names_the_side_goes_before_one_that_does_not(lead: Evidence) -> None:
    assert kept(lead, OF_PERU) == [OF_PERU.quote]


@pytest.mark.parametrize(
    ("lead", "other"),
    [
        (said("Peru cut it to 30 pct.", NAMED, 2.0), OF_PERU),
        (said("The duty was cut.", Reach(TITLE, 0.0, TITLE), 2.0, title="Peru's duties"), OF_PERU),
        (said("The duty was cut.", Reach(ELSEWHERE, 0.0, ELSEWHERE), 3.0), OF_PERU),  # far likelier
        (
            said("It was cut to 30 pct.", Reach(ELSEWHERE, 0.0, ELSEWHERE), 1.0),
            said("Peru met.", NAMED, 1.0, 0.0),
        ),
        (said("The duty was cut.", NOT_NAMED, 2.0), said("Tin is dear.", NOT_NAMED, 2.0)),
    ],
)
def test_a_side_is_left_as_it_is_where_nothing_better_is_on_it(lead: Evidence, other: Evidence) -> None:
    assert kept(lead, other) is None


def test_of_a_lead_on_something_else_any_that_is_on_the_side_takes_the_place() -> None:
    around = said("It was cut to nine pct.", Reach(ELSEWHERE, 0.0, ELSEWHERE), -3.0)
    assert kept(said("Rice is cheap.", NOT_NAMED, 2.0), around) == [around.quote]


@pytest.mark.parametrize(("log_odds", "found"), [(1.0, [OF_PERU.quote]), (-1.0, None)])
def test_what_was_read_alone_is_judged_where_nothing_judged_names_the_side(
    log_odds: float, found: list[str] | None
) -> None:
    lead = said("The duty was cut to 30 pct.", Reach(ELSEWHERE, 0.0, ELSEWHERE), 2.0)
    assert kept(lead, read=[lead, OF_PERU], log_odds=log_odds) == found
