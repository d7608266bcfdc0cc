"""The same question under two as-of dates: each answer is what was so by then."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "tea-1.md": (
        "United Kingdom taxes Kenyan tea",
        "2019-02-11",
        "The United Kingdom charges a tariff of 8 percent on tea from Kenya. Importers had asked for none.",
    ),
    "tea-2.md": (
        "United Kingdom raises the tariff on Kenyan tea",
        "2019-07-30",
        "The United Kingdom raised its tariff on tea from Kenya to 14 percent. Kenya protested in Geneva.",
    ),
    "truce-1.md": (
        "Argentina and Poland pause their duties on beef",
        "2020-03-02",
        "Argentina and Poland agreed on a truce over beef duties, which lasts until June 30, 2020.",
    ),
    "truce-2.md": (
        "Argentina and Poland extend their truce over beef",
        "2020-06-22",
        "Argentina and Poland extended their truce over beef duties until December 31, 2020.",
    ),
    "accord-1.md": (
        "Peru and Morocco negotiate about sardines",
        "2021-04-06",
        "Peru and Morocco hold talks on an agreement about sardines; no agreement has been reached.",
    ),
    "accord-2.md": (
        "Peru and Morocco sign their sardine agreement",
        "2021-11-18",
        "Peru and Morocco signed their agreement about sardines in Rabat.",
    ),
}
TWINS = [
    ("what tariff does kenyan tea face in the UK", "2019-05-01", "8 percent", "14 percent"),
    ("argentina poland beef truce: until when?", "2020-05-01", "June 30, 2020", "December 31, 2020"),
    ("peru-morocco sardine agreement, where does it stand", "2021-06-01", "no agreement", "signed"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "earlier", "then", "now"), TWINS)
def test_under_an_earlier_as_of_date_the_answer_is_what_was_so_then(
    answering: Answering, question: str, earlier: str, then: str, now: str
) -> None:
    answer = answering.answer(AskRequest(question, as_of=date.fromisoformat(earlier)))
    assert then in answer.answer
    assert now not in answer.answer


@pytest.mark.parametrize(("question", "earlier", "then", "now"), TWINS)
def test_today_the_newest_leads_and_what_it_replaced_is_not_stated_as_current(
    answering: Answering, question: str, earlier: str, then: str, now: str
) -> None:
    answer = answering.answer(AskRequest(question))
    assert now in _first(answer)
    assert all(then not in s.text for s in answer.sentences if s.role == "current")


def _first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")
