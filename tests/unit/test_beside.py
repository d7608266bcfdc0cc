"""What is said beside a question is left out, and what may be asked of is not."""

import pytest

from assistant.asking.typed.beside import wishes_short, without_beside

QUESTION = "When does the tin duty start?"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hello team, ", ""),
        ("My minister wants to know: ", ""),
        ("so my boss keeps asking ", ""),
        ("Sorry to bother you again, but ", ""),
        ("Quick question - ", ""),
        ("I know this may be a silly question. ", " Thanks!"),
        ("Dear Sir or Madam,\n\nI am writing with a question.\n\n", "\n\nKind regards,\nJ. R."),
        ("Writing for a magazine. ", " Please keep it short and plain."),
        ("", " - in one line please"),
        ("", " (short answer is fine)"),
        ("", " The last tool just made something up."),
        ("", " Cite your source, no preamble."),
        ("", ", if you don't mind"),
        ("", " need it for my call, thanks in advance"),
        ("", " Many thanks, the night desk"),
    ],
)
def test_what_is_said_beside_a_question_is_left_out(before: str, after: str) -> None:
    question = QUESTION if before.endswith((". ", ": ", "\n", "- ", "")) else QUESTION.lower()
    assert without_beside(f"{before}{question}{after}").rstrip() in (question, question.rstrip("?"))


@pytest.mark.parametrize(
    "text",
    [
        "The talks with Peru collapsed. Why?",
        "softwood from abroad: any duty?",
        "no. of ships seized in May",
        "N. Macedonia: gas purchases?",
        "sorry, the tin duty I meant",
        "It was 10 percent in May. What is it now?",
        "tin: rate, start date, source of law",
        "who asked for a short line of credit",
        "thanks to whom was the pact signed?",
        "Is the ban over? Still in force in Chile?",
        "need both deadlines of the tin quota",
        "compare Peru and Chile. Include the rates.",
        "we look at this as of last october. what does tin pay?",
    ],
)
def test_what_may_be_asked_of_stays(text: str) -> None:
    assert without_beside(text) == text


@pytest.mark.parametrize(
    "text", ["thanks!", "keep it short", "ok, my boss wants to know", "in one line please"]
)
def test_a_message_that_says_nothing_else_stays_as_it_is(text: str) -> None:
    assert without_beside(text) == text


def test_a_short_answer_is_wished_for_beside_a_question_alone() -> None:
    assert wishes_short("Briefly: what does tin pay?")
    assert wishes_short("what does tin pay? one sentence, please")
    assert not wishes_short("what does tin pay for one line of credit?")
    assert not wishes_short("be brief")
