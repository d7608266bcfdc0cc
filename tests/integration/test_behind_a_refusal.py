"""What is asked on behind a question that was declined goes on from that, and from no answer before it."""

import pytest

from assistant.answering import Answering
from tests.asked import asked

BRIEFINGS = {
    "salmon.md": (
        "Duty on salmon of Chile",
        "2026-01-12",
        "The United States charges a duty of 18 percent on salmon of Chile since January 10, 2026.",
    ),
    "salmon-raised.md": (
        "Duty on salmon of Chile is raised",
        "2026-05-04",
        "From May 1, 2026 the United States charges a duty of 22 percent on salmon of Chile. "
        "The duty was 18 percent before.",
    ),
    "coffee.md": (
        "Coffee",
        "2026-03-03",
        "Coffee of Colombia pays no duty in the United States. "
        "Talks between Brazil and the United States on ethanol go on in Geneva.",
    ),
    "wheat.md": (
        "Brazil buys more wheat",
        "2026-04-03",
        "Brazil agreed to buy 500,000 tonnes of wheat from the United States in 2026.",
    ),
}
ANSWERED, REFUSED = "What does the US charge on Chilean salmon?", "and Brazil?"
STEPS_BACK = "and before that?", "what was it before?"


@pytest.mark.parametrize(
    "behind",
    [
        *STEPS_BACK,
        "since when?",
        "why?",
        "any exemptions?",
        "how much is it?",
        "just the number",
        "is it higher?",
        "when does it start?",
        "has it changed?",
        "did it go up?",
        "who pays it?",
        "is that still in force?",
    ],
)
def test_no_message_leads_back_to_an_answer_before_a_refusal(answering: Answering, behind: str) -> None:
    assert asked(answering, ANSWERED, REFUSED).abstained
    assert asked(answering, ANSWERED, REFUSED, behind).abstained


@pytest.mark.parametrize("back", STEPS_BACK)
def test_a_step_back_behind_a_refusal_is_part_of_no_later_question(answering: Answering, back: str) -> None:
    assert "18 percent" in asked(answering, ANSWERED, back).answer  # the state before, where there is one
    answer = asked(answering, "What does the US charge on Brazilian salmon?", back, "and Chile?")
    assert answer.standalone == "What does the US charge on Chile salmon?"
    assert "22 percent" in answer.answer


def test_a_refusal_on_the_same_subject_keeps_the_answer_before_it_at_hand(answering: Answering) -> None:
    assert asked(answering, ANSWERED, "who signed it?").abstained
    assert "May 1, 2026" in asked(answering, ANSWERED, "who signed it?", "since when?").answer
