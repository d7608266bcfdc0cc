"""Asked what a term means, an answer is the sentence that says so; where none does, it declines."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import first

# name -> (title, date, text)
BRIEFINGS = {
    "section.md": (
        "Investigation of cement under section 77",
        "1987-02-03",
        "Section 77 was used again this week, on cement from Peru. Section 77 also provides for a fee. "
        "Section 77 of the Trade Remedies Act (12 T.R.A. 77), as amended, authorizes the minister to tax "
        "imports that endanger a harbour. Under section 77 the ministry has until May.",
    ),
    "later.md": (
        "Section 77 on steel",
        "1987-06-03",
        "Section 77 is being looked at for steel, too, mills say. They invoked section 9 of the Harbours "
        "Act, which empowers a panel to seize ships. Steel from Peru fell by 7 percent.",
    ),
    "body.md": (
        "Barley growers meet",
        "1987-03-04",
        "The Andean Barley Council (ABC) met in Lima. The ABC, a group of five exporters, wants a higher "
        "price. Maltsters say the ABC, the largest seller, asks too much.",
    ),
    "quota.md": (
        "Quota on malt",
        "1987-04-05",
        "Peru has a tariff-rate quota (TRQ) on malt of 3,000 tonnes. A drawback is a refund of the duty on "
        "what is sent on.",
    ),
}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what is section 77?", "authorizes the minister"),
        ("explain section 77", "authorizes the minister"),
        ("what is section 9?", "empowers a panel"),
        ("what is the ABC", "a group of five exporters"),
        ("What does TRQ stand for?", "tariff-rate quota (TRQ)"),
        ("what is drawback", "refund of the duty"),
    ],
)
def test_the_sentence_that_says_so_is_told(answering: Answering, asked: str, told: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert not answer.abstained
    assert told in answer.answer
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    "asked", ["what is a tariff-rate quota?", "what does drawdown mean", "what is section 78"]
)
def test_what_is_only_used_is_not_taken_for_explained(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained
    assert "what “" in answer.answer


def test_a_quota_of_somebody_is_asked_for_and_not_explained(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what is the quota on malt of Peru?"))
    assert "3,000 tonnes" in answer.answer


def test_a_question_that_goes_on_is_no_question_of_meaning(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what is section 77 used on?"))
    assert "steel" in first(answer)
    assert "authorizes" not in first(answer)


@pytest.mark.parametrize("asked", ["what is section 77?", "and what is section 77?"])
def test_a_term_is_the_same_whatever_was_asked_before(answering: Answering, asked: str) -> None:
    history = (Turn("user", "what is the quota on malt of Peru?"), Turn("assistant", "3,000 tonnes."))
    answer = answering.answer(AskRequest(asked, history=history))
    assert "authorizes the minister" in answer.answer


def test_what_was_spoken_of_is_no_term(answering: Answering) -> None:
    history = (Turn("user", "what is the quota on malt of Peru?"), Turn("assistant", "3,000 tonnes."))
    answer = answering.answer(AskRequest("what does that mean?", history=history))
    assert "what “" not in answer.answer
