"""A sentence that leans on the one before is told with it, though nobody found that one worth judging."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

MILLS = " ".join(
    f"Mill {number} in Peru takes tin cans and starts paying the duty on tin cans later."
    for number in range(16)
)
# name -> (title, date, text)
BRIEFINGS = {
    "cans.md": (
        "Peru taxes tin cans",
        "1986-10-06",
        f"{MILLS}\n\nThe cabinet met at length and signed. This duty on tin cans takes effect on November 3.",
    ),
    "hearing.md": (
        "Hearing on steel pipes",
        "1986-10-07",
        "Q: Did the cabinet sign at length? This duty on pipes starts when?\n\n"
        "MR. LI: This duty on steel pipes takes effect on December 9.",
    ),
    "salt.md": (
        "Chile and its salt duty",
        "1986-10-08",
        "Ships waited. Salt works in the north ran out of fuel and laid off half of their men. The cabinet "
        "will therefore delay the duty on salt to March 3.",
    ),
}


def test_asked_why_what_a_sentence_concludes_from_is_told_before_it(answering: Answering) -> None:
    told = answering.answer(AskRequest("why did Chile delay the duty on salt?")).answer
    assert "ran out of fuel" in told
    assert told.index("ran out of fuel") < told.index("will therefore delay")


def test_it_comes_with_the_sentence_before(answering: Answering) -> None:
    answer = answering.answer(AskRequest("when does the duty on tin cans take effect in Peru?"))
    assert "signed. [1] This duty on tin cans takes effect on November 3." in answer.answer


def test_what_somebody_asked_is_not_told_before_a_reply(answering: Answering) -> None:
    answer = answering.answer(AskRequest("when does the duty on steel pipes take effect?"))
    assert "Did the cabinet" not in answer.answer
    assert "starts when" not in answer.answer
