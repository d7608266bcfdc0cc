"""What is asked of a member of a customs union is answered with what holds for the union, and said to be."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "cars.md": (
        "Japan cuts its duty on European cars",
        "1987-02-02",
        "Japan cut its duty on cars from the European Community to 6 percent from February 1, 1987.",
    ),
    "wine.md": (
        "Japan taxes wine from Portugal",
        "1987-02-09",
        "Japan charges an extra duty of 30 percent on wine from Portugal, for it found dumping there.",
    ),
    "paper.md": (
        "Japan frees paper",
        "1987-02-16",
        "Japan exempts paper from the European Community from its quota on newsprint.",
    ),
    "oats.md": (
        "Customs union raises its duty on oats",
        "1987-02-20",
        "The Southern African Customs Union raised its import duty on oats to 14 percent.",
    ),
    "surplus.md": (
        "European surplus with Japan",
        "1987-02-23",
        "The European Community had a surplus of 90 million dollars with Japan on wine imports in January.",
    ),
}


def ask(answering: Answering, question: str, as_of: date | None = None, before: str = "") -> Answer:
    history = (Turn("user", before),) if before else ()
    return answering.answer(AskRequest(question, history, as_of))


@pytest.mark.parametrize(
    ("question", "told", "understood"),
    [
        (
            "what duty do Italian cars face in Japan?",
            "6 percent",
            "what duty do European Union cars face in Japan?",
        ),
        (
            "are Germany's paper makers exempt from Japan's quota?",
            "exempts paper",
            "are the European Union's paper makers exempt from Japan's quota?",
        ),
        (
            "what is Botswana's import duty on oats?",
            "14 percent",
            "what is the Southern African Customs Union's import duty on oats?",
        ),
    ],
)
def test_a_member_is_told_what_holds_for_the_union(
    answering: Answering, question: str, told: str, understood: str
) -> None:
    answer = ask(answering, question)
    assert not answer.abstained
    assert told in answer.answer
    assert answer.standalone == understood


@pytest.mark.parametrize(
    ("question", "as_of"),
    [
        ("what duty do Swedish cars face in Japan?", None),  # not yet a member
        ("what duty do Peruvian cars face in Japan?", None),
        ("what is Namibia's import duty on oats?", None),  # not yet a member
        ("what duty do oats of Botswana face in Japan?", None),  # of its own, not the union's
        ("what surplus did Italy have with Japan on imports of wine in January?", None),  # not the union's
    ],
)
def test_who_is_no_member_and_what_is_no_measure_is_not(
    answering: Answering, question: str, as_of: date | None
) -> None:
    answer = ask(answering, question, as_of)
    assert answer.abstained
    assert answer.standalone == question


def test_what_is_told_of_the_member_itself_is_told_where_the_union_has_nothing(answering: Answering) -> None:
    answer = ask(answering, "what duty does Portuguese wine pay in Japan?")
    assert "30 percent" in answer.answer


def test_a_follow_up_on_a_member_is_answered_too(answering: Answering) -> None:
    answer = ask(answering, "and for Greece?", before="what duty do Italian cars face?")
    assert "6 percent" in answer.answer
