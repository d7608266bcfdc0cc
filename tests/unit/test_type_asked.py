"""What type of answer is asked for has to be in some sentence, where an answer states it as such."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.declining.abstention import signals_of
from assistant.declining.type_asked import untold
from tests.told import told


def lacks(asked: str, *sentences: str) -> str | None:
    return untold(understand(asked, date(1987, 4, 1)), sentences)


@pytest.mark.parametrize(
    ("asked", "said", "kind"),
    [
        ("when did Chile sign", "Chile signed the pact.", "a date"),
        ("when did the duty on barley start", "The duty on barley is 4 percent.", "a date"),
        ("who signed for chile", "Chile signed the pact.", "a name"),
        ("where was the pact signed", "The pact was signed.", "a place"),
        ("new rate on barley", "The rate on barley will be raised.", "a rate"),
        ("ad valorem hit on barley", "The levy on barley goes up on May 4.", "a rate"),
        ("how many mills closed", "Mills closed on May 4, 1987.", "a number"),
        ("how many mills closed", "Mills closed for 30 days.", "a number"),
        ("how many mills closed", "Mills worth 300 mln dlrs closed.", "a number"),
        ("how many mills closed", "Mills pay 9 pct, or $3 million, under section 232.", "a number"),
        ("what were Chile's sales to Peru worth", "Chile made sales to Peru in 1986.", "an amount"),
        ("how much will Peru pay for the mill", "Peru will buy the mill in May.", "an amount"),
        ("how much before May", "It was raised by Order 145 of June 1986.", "a figure"),
        ("and how much was it then?", "It was raised, with exemptions.", "a figure"),
        ("total duties refunded to mills so far", "Duties are refunded to mills.", "an amount"),
        (
            "how many years does the pact run",
            "Under the pact 40 mills get 3 mln dlrs a year.",
            "a length of time",
        ),
    ],
)
def test_what_no_sentence_holds_is_named(asked: str, said: str, kind: str) -> None:
    assert lacks(asked, said) == kind


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("when did Chile sign", "Chile signed the pact on May 4."),
        ("how many mills closed", "On May 4 three mills closed."),
        ("how many mills closed", "It closed 44 mills for 30 days."),
        ("how many days does it last", "It lasts 30 days."),
        ("how many dollars does it cost", "It costs 3 million dollars."),
        ("new rate on barley", "The rate on barley will be half of what it was."),
        ("is barley charged the full rate", "Barley is exempt."),
        ("avg mark/dlr rate seen for 87", "The dollar is put at 1.80 marks this year."),
        ("what share did Chile get", "Chile got half of it."),  # a share is told in many ways
        ("how much did Chile get", "Chile got all of it."),
        ("how much before May", "It was half of that."),
        ("how much before May", "It was 9 pct."),
        ("how much before May", "It was 400 tonnes."),
        ("how much of it before May", "It was most of it."),
        ("who buys the copper of Chile", "Peru buys copper of Chile."),
        ("what is the status of the pact", "Talks go on."),
        ("how many years does the pact run", "It is a five-year pact."),
        ("how many years does the pact run", "It runs until the end of 1990."),
        ("how much will Peru pay for the mill", "Peru pays 3 mln dlrs for it."),
        ("barley of Peru: what pct, and from when", "Barley of Peru pays 9 pct."),
    ],
)
def test_what_is_held_or_told_in_any_form_is_not_missed(asked: str, said: str) -> None:
    assert lacks(asked, said) is None


def test_when_may_be_told_by_what_comes_before() -> None:
    assert lacks("when does Chile start to buy", "Chile starts to buy once the port is built.") is None


def test_a_reason_has_to_be_told_where_the_reranker_finds_no_answer() -> None:
    asked = understand("why has Chile not signed the pact?", date(1987, 4, 1))
    [said] = told(("Chile has not signed the pact.", date(1987, 3, 2), 9.0))
    unsure, sure = (replace(said, marks=replace(said.marks, answers=odds)) for odds in (-1.0, 1.0))
    lacks = [signals_of(asked, [e], [], date(1987, 4, 1), 1.0).lacks for e in (unsure, sure)]
    assert lacks == [("a reason",), ()]
