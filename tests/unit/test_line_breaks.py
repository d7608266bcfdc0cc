"""Lines of a Markdown paragraph that stand for themselves are not run together."""

import pytest

from tests.reading import LONG, read_one


def lines(text: str) -> list[str]:
    return read_one("a.md", f"# Tin\n\n{LONG}\n\n{text}\n".encode()).text.split("\n")[1:]


@pytest.mark.parametrize(
    "text",
    [
        "To: Tin desk\nCc: Linz office",
        "Desk summary | Tin in Peru\nLima, May 23–29, 2018\nFiled: 18:40 ET",
        "Press Officer, Board of Tin, Lima\nBoard · Members · Minutes",
    ],
)
def test_the_fields_of_a_form_and_a_letterhead_are_lines_of_their_own(text: str) -> None:
    assert lines(text) == text.split("\n")


def test_a_line_in_bold_capitals_heads_the_text_right_below_it() -> None:
    assert lines(f"**TIN IN PERU**\n{LONG}") == ["# TIN IN PERU", LONG]


def test_a_rule_of_two_dashes_is_no_text() -> None:
    assert lines("They met.\n\n——\nRosa Quispe") == ["They met.", "Rosa Quispe"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru cut the duty on all of its tin in the\nAndean Community by May.",
        "**The board of Peru said that it has cut**\nTin duties for all of the members that it had asked.",
        "Rosa Quispe (Peru: tin): We met. In\nBolivia: nothing.",
    ],
)
def test_a_wrapped_sentence_is_one_line(text: str) -> None:
    assert lines(text) == [text.replace("*", "").replace("\n", " ")]
