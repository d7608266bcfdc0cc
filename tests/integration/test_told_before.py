"""Asked if what was told still holds, the measure that was told is looked at, not an older one."""

import pytest

from assistant.answering import Answering
from tests.asked import asked

# name -> (title, date, text)
BRIEFINGS = {
    "order-12.md": (
        "Imposing a duty on goods of Chile",
        "1986-01-10",
        "By Executive Order 12012 of January 10, 1986, I impose a duty of 50 percent on all goods of Chile. "
        "The tariff on Chile is in force at once.",
    ),
    "order-12-ended.md": (
        "Ending certain tariff actions",
        "1986-06-20",
        "The additional duties imposed under Executive Order 12012 on goods of Chile shall no longer be "
        "in effect and shall no longer be collected.",
    ),
    "findings.md": (
        "Actions after the findings on goods of Chile",
        "1986-09-23",
        "The Trade Representative shall impose a tariff of 12.5 percent on all goods of Chile.",
    ),
    "malt.md": (
        "A duty on malt of Peru",
        "1986-03-01",
        "By Executive Order 12033 of March 1, 1986, I impose a duty of 9 percent on malt of Peru.",
    ),
    "malt-ended.md": (
        "The duty on malt of Peru is ended",
        "1986-08-01",
        "The duty on malt of Peru imposed by Executive Order 12033 shall no longer be in effect.",
    ),
}


@pytest.mark.parametrize("holds", ["is that still in force", "is it still in effect?", "has it ended?"])
def test_an_end_before_the_measure_that_was_told_is_not_its_end(answering: Answering, holds: str) -> None:
    told, after = (asked(answering, *turns) for turns in (("tariff on Chile",), ("tariff on Chile", holds)))
    assert "12.5 percent" in told.sentences[1].text
    assert after.citations[0].source == told.citations[0].source == "findings.md"


def test_an_end_of_the_measure_that_was_told_leads(answering: Answering) -> None:
    after = asked(answering, "who pays the duty on malt of Peru?", "is that still in force?")
    assert after.citations[0].source == "malt-ended.md"
