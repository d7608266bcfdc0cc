"""A rate set for a long list of parties: the answer on one of them quotes that one, the citation all."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.evaluation.held import objections_against

LISTED = "Argentina, Chile, Ghana, India, Kenya, Malaysia, Mexico, Pakistan, Peru, and the United Kingdom"
# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Order on duties after the inquiry",
        "1987-04-02",
        "(a) Except as this order says otherwise, the council shall charge these duties on all goods:\n\n"
        f"(i) 10 percent duty: The council shall charge a duty of 10 percent on goods of {LISTED}.\n\n"
        "(ii) 12 percent duty: The council shall charge a duty of 12 percent on goods of Japan and Norway.\n",
    ),
}


def test_of_a_long_list_of_parties_only_the_one_asked_about_is_quoted(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what duty do goods from Kenya pay"))
    told = next(s for s in answer.sentences if s.role != "frame")
    assert told.text == (
        "Except as this order says otherwise, the council shall charge these duties on all goods: (i) "
        "10 percent duty: The council shall charge a duty of 10 percent on goods of … Kenya"
    )
    assert answer.citations[-1].quote.endswith(f"on goods of {LISTED}.")
    assert objections_against(told, answer) == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which countries' goods are charged 10 percent", LISTED),
        ("what duty do goods from Norway pay", "on goods of Japan and Norway."),
    ],
)
def test_a_list_that_is_asked_for_and_a_short_one_are_told_whole(
    answering: Answering, question: str, told: str
) -> None:
    assert told in answering.answer(AskRequest(question)).answer
