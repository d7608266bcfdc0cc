"""An answer leads with what tells of the thing asked about itself, and can be read alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.choosing.asked_thing import asked_thing_first
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.extractive import compose
from assistant.superseding.postponed import without_days_replaced
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit

TODAY = date(1987, 3, 1)


def evidence(*said: str, title: str = "Chile", marks: Sequence[Marks] = ()) -> list[Evidence]:
    """The sentences of one briefing, as if each was found a little less good than the one before."""
    text = " ".join(said)
    starts = [text.index(sentence) for sentence in said]
    sentences = tuple(
        Sentence(start, start + len(of), "prose", None) for start, of in zip(starts, said, strict=True)
    )
    passage = Passage("p", 1, 0, 0, len(text), "", text, sentences, ())
    facts = BriefingFacts("a", 1, "a.md", title, None, TODAY, None, (), None, "a")
    hit = Hit(passage, facts, 1, 1, 1)
    each = [*marks, *[Marks(answers=1, detail=1)] * (len(said) - len(marks))]
    return [
        Evidence(hit, sentence, quote, "", 10 - number / 100, (), of)
        for number, (sentence, quote, of) in enumerate(zip(sentences, said, each, strict=True))
    ]


def first(question: str, *said: str, marks: Sequence[Marks] = ()) -> str:
    return asked_thing_first(understand(question, TODAY), evidence(*said, marks=marks))[0].quote


FLOOR = (
    "These revisions shall include a floor of 50 pct of the fine.",
    "The order sets a floor of 50 pct of the fine.",
)


def test_what_can_be_read_alone_leads_over_what_leans() -> None:
    assert first("customs fine floor", *FLOOR) == FLOOR[1]


def test_what_hardly_answers_does_not() -> None:
    marks = [Marks(answers=1), Marks(answers=-2)]
    assert first("customs fine floor", *FLOOR, marks=marks) == FLOOR[0]


def test_a_row_of_a_table_does_not() -> None:
    leaning, row = evidence(*FLOOR)
    as_row = replace(row, sentence=replace(row.sentence, kind="row"))
    led = asked_thing_first(understand("customs fine floor", TODAY), [leaning, as_row])
    assert led[0].quote == FLOOR[0]


def test_what_reaches_less_of_the_subject_does_not() -> None:
    marks = [Marks(subject=1.0, answers=1), Marks(subject=0.5, answers=1)]
    assert first("customs fine floor", *FLOOR, marks=marks) == FLOOR[0]


def test_what_a_briefing_opens_with_leads_where_a_figure_is_asked_for() -> None:
    said = (
        "Chile will cut duties on 50 goods.",
        "For 46 of those goods, Peru sought free access.",
        "It follows the end of curbs on 170 goods in Chile.",
        "Chile freed 170 goods of curbs on Saturday.",
    )
    opening, leaning, _, other = evidence(*said)
    found = [leaning, other, opening]
    led = asked_thing_first(understand("how many goods will chile cut duties on", TODAY), found)
    assert led[0].quote == said[0]


def test_what_only_adds_does_not_lead_unless_more_is_asked_for() -> None:
    said = ("The June figures will also be late, he said.", "A strike will make the May figures late.")
    assert first("why are the May figures late", *said) == said[1]
    assert first("what else is late", *said) == said[0]


def test_what_only_points_at_a_promise_does_not_lead() -> None:
    said = (
        "Chile will buy cars for 17 mln dlrs, in addition to the rice that it promised to buy in May.",
        "Chile will buy 12 mln tonnes of rice.",
    )
    assert first("chile rice purchases", *said) == said[1]
    assert first("chile car purchases", *said) == said[0]
    assert first("chile purchases in addition to the rice", *said) == said[0]


def test_the_rule_for_the_whole_leads_over_that_for_its_parts() -> None:
    said = (
        "For the parts of pumps that are listed, the duty starts on May 9.",
        "The duties start on April 3.",
    )
    assert first("when do the duties on pumps start", *said) == said[1]
    assert first("when do the duties on pump parts start", *said) == said[0]


def test_a_lead_in_is_no_rule_for_the_whole() -> None:
    said = ("For the parts of pumps the duty starts on May 9.", "From April 3 the duty on pumps shall be:")
    assert first("when do the duties on pumps start", *said) == said[0]


@pytest.mark.parametrize(
    ("asked", "at_first"),
    [("who may sell cotton now", "But now"), ("who could sell cotton in 1986", "Until now")],
)
def test_asked_of_now_what_turns_from_the_sentence_before_goes_before_it(asked: str, at_first: str) -> None:
    said = (
        "Until now cotton was sold by the state corporations alone.",
        "But now the mills would sell cotton, too.",
    )
    before, turning = evidence(*said)
    found = [turning, replace(before, score=turning.score - 2)]
    draft = compose(understand(asked, TODAY), found, [], {"a": " ".join(said)})
    assert draft[0].text.startswith(at_first)


def test_a_day_that_another_one_replaces_is_not_told_beside_it() -> None:
    said = (
        "I imposed duties on cement of Peru, effective August 19, 1987.",
        "The effective date of the duties on cement of Peru shall be August 22, 1987.",
    )
    told, end = evidence(*said, title="Duties on cement of Peru")
    assert without_days_replaced(end, [told, end]) == (end,)
    assert without_days_replaced(None, [told, end]) == (told, end)
