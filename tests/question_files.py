"""Question sets of the tests, read from their files."""

from pathlib import Path

from assistant.evaluation.questions import QuestionLine, questions_of, read_text


def read_questions(path: Path) -> list[QuestionLine]:
    """Read every line of `path`."""
    return questions_of(read_text(path, str(path)), str(path))
