"""The terminal says how a question was read, where that is not as it was typed."""

import pytest

from assistant.answer import Answer
from assistant.commands.output import print_answer


@pytest.mark.parametrize(
    ("standalone", "told"),
    [
        ("What duty does the European Union pay?", "Understood as: What duty does the European Union pay?"),
        ("what duty does Italy pay", ""),
        ("What duty does Italy pay? (how long? (rice talks))", "Going on from: rice talks"),
    ],
)
def test_a_question_read_otherwise_is_told(
    standalone: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_answer(Answer("What duty does Italy pay?", standalone, "15 percent."))
    assert capsys.readouterr().out == f"15 percent.\n\n{told}\n" if told else "15 percent.\n"
