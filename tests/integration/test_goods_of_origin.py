"""The rate on one party's goods: set on them by name, or on goods of that kind from everywhere."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "copper.md": (
        "Duty on copper begins",
        "1987-03-02",
        "The United States charges a duty of 12 percent on imports of copper, except those from Peru.",
    ),
    "nickel.md": (
        "Nickel gets two rates",
        "1987-03-09",
        "The duty on nickel from Bolivia is 4 percent. All other nickel pays a duty of 9 percent.",
    ),
    "cement.md": (
        "Mexico answers on cement",
        "1987-03-16",
        "Mexico charges a duty of 20 percent on cement from the United States.",
    ),
    "honey.md": (
        "Goods spared the surcharge",
        "1987-03-23",
        "A surcharge of 10 percent began.\n\nNot subject to the surcharge:\n\n- honey and tea\n- figs\n",
    ),
    "glass.md": (
        "A maker speaks of glass from Chile",
        "1987-03-30",
        "“It will not hurt me if they put a 50 percent duty on glass from Chile,” a maker in Ohio said.",
    ),
}
ANY_ORIGIN = "No rate on {} was found that names {}: the one quoted names no origin."


def ask(answering: Answering, question: str) -> Answer:
    return answering.answer(AskRequest(question))


@pytest.mark.parametrize(
    ("question", "told", "goods"),
    [
        ("what is the duty on Chilean copper?", "12 percent", ("copper", "Chile")),
        ("duty on Canadian nickel", "9 percent", ("nickel", "Canada")),
        ("what tariff does Argentine honey face?", "honey", ("honey", "Argentina")),
    ],
)
def test_a_rate_that_names_no_origin_holds_for_goods_from_anywhere(
    answering: Answering, question: str, told: str, goods: tuple[str, str]
) -> None:
    answer = ask(answering, question)
    assert told in answer.answer
    assert ANY_ORIGIN.format(*goods) in [notice.text for notice in answer.warnings]


def test_a_rate_set_on_the_goods_by_name_goes_before_that_on_all(answering: Answering) -> None:
    answer = ask(answering, "what is the duty on Bolivian nickel?")
    assert "4 percent" in answer.answer
    assert not answer.warnings


def test_what_is_excepted_by_name_is_told_of_the_party(answering: Answering) -> None:
    answer = ask(answering, "what is the duty on Peruvian copper?")
    assert "except those from Peru" in answer.answer
    assert not answer.warnings


@pytest.mark.parametrize(
    "question",
    [
        "what is the duty on Mexican cement?",  # what Mexico charges
        "what is the duty on Canadian cement?",  # what another charges
        "what is the duty on Chilean glass?",  # only supposed
    ],
)
def test_what_is_charged_by_others_or_only_supposed_is_no_answer(answering: Answering, question: str) -> None:
    assert ask(answering, question).abstained


def test_the_question_before_is_told_with_its_party(answering: Answering) -> None:
    before = "what did Peru agree on figs?"
    asked = AskRequest("what is the duty on nickel?", (Turn("user", before), Turn("assistant", "Nothing.")))
    assert answering.answer(asked).standalone == f"what is the duty on nickel? ({before})"
    assert ask(answering, "duty on Canadian nickel").standalone == "duty on Canadian nickel"
