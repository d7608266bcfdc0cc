"""Make headings of the questions of questions and answers: an answer says little without its own."""

from collections.abc import Sequence
from itertools import pairwise

from vectorstore.patterns import pattern


def with_questions_as_headings(lines: Sequence[str]) -> list[str]:
    """Set a question as a heading where its answer is marked as one right below it.

    >>> with_questions_as_headings(["Q1. When does it start?", "A. In May.", "Q: Why?", "Peru asked."])
    ['# Q1. When does it start?', 'A. In May.', 'Q: Why?', 'Peru asked.']
    """
    return [
        f"# {line}" if _QUESTION.match(line) and _ANSWER.match(below) else line
        for line, below in pairwise([*lines, ""])
    ]


_QUESTION = pattern(r"Q(?:uestion)? ?\d{0,3}[.:)] .*\?$")
_ANSWER = pattern(r"A(?:nswer)? ?\d{0,3}[.:)] \S")
