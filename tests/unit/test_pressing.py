"""What only presses for an answer is the question before, and its words are nobody's subject."""

import pytest

from assistant.asking.elliptic import insists
from assistant.asking.followups.pressing import asked_before, only_presses, without_pressing
from assistant.asking.followups.standalone import standalone
from assistant.asking.request import Turn

QUOTA = "how much beef may Uruguay sell to Japan"


@pytest.mark.parametrize(
    "pressing",
    ["just give me a ballpark", "best guess then", "your best guess", "come on", "come on, roughly",
     "certain?", "ok roughly then", "an estimate will do", "even a rough figure would do",
     "are you sure?", "really??", "u sure", "cmon u must have smth", "is that right?",
     "that can't be right", "check again please", "are you sure it's 25%?",
     "you're wrong, I know it was 20 percent", "you’re wrong", "a guess is fine, I won't hold you to it",
     "could you give me an estimate please", "just tell me roughly", "what do you think?",
     "what's your best guess", "I just need a number", "there must be something",
     "Are you sure? Just tell me."],
)  # fmt: skip
def test_pressing_asks_the_question_before_and_no_other(pressing: str) -> None:
    assert only_presses(pressing)
    assert standalone(pressing, [QUOTA]) == QUOTA
    assert (
        standalone(pressing, ["talks with Japan?", "who leads them?"])
        == "who leads them? (talks with Japan?)"
    )


@pytest.mark.parametrize(
    "asking",
    ["why?", "is that final?", "how sure is it?", "what else", "is that still so", "is that all",
     "the estimate of the crop", "are you sure about Peru?", "no, Peru", "is it 25%?", "tell me more",
     "just wheat", "which one", "do you know who signed it", "what do they think",
     "I need the copper pact", "any estimates?"],
)  # fmt: skip
def test_what_asks_something_does_not_only_press(asking: str) -> None:
    assert not only_presses(asking)
    assert standalone(asking, [QUOTA]) != QUOTA


def test_pressing_twice_is_pressing() -> None:
    assert standalone("really?", [QUOTA, "are you sure?", "come on"]) == QUOTA


def test_a_follow_up_goes_on_from_what_was_pressed_for() -> None:
    asked = standalone("and lamb?", [QUOTA, "just your best guess", "come on, roughly"])
    assert asked == "how much lamb may Uruguay sell to Japan"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("come on, what does wheat pay?", "what does wheat pay?"),
        ("the duty on wheat - best guess?", "the duty on wheat"),
        ("really? and Peru?", "and Peru?"),
        ("give me your best guess on the wheat duty", "on the wheat duty"),
        ("what is the central bank's best guess?", "what is the central bank's best guess?"),
        ("are you sure?", "are you sure?"),
    ],
)
def test_pressing_around_a_question_is_left_out(typed: str, asked: str) -> None:
    assert without_pressing(typed) == asked


def test_what_was_said_to_pressing_is_left_out_too() -> None:
    said = [("user", "rice?"), ("assistant", "9"), ("user", "sure?"), ("assistant", "9"), ("user", "why?")]
    left = asked_before([Turn(*turn) for turn in said])
    assert [turn.content for turn in left] == ["rice?", "9", "why?"]


def test_somebody_who_must_have_said_it_is_insisted_on() -> None:
    assert insists("they must have set some date")
