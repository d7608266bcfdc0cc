"""Read what a person typed, or pasted, as one line of bounded length."""

from vectorstore.errors import QuestionError

LONGEST = 4000  # characters; more is a pasted document, and no encoder reads it


def bare(question: str) -> str:
    """Spell a question one way, to see whether it was asked before.

    >>> bare("What is  new? ")
    'what is new'
    """
    return " ".join(question.casefold().split()).rstrip("?. ")


def as_line(text: str, name: str, empty: str, long: str) -> str:
    """Return a text on one line; QuestionError where it says nothing or has more than LONGEST characters.

    `name` is what it is called, `empty` and `long` say what to do.
    """
    line = " ".join(text.encode("utf-8", "replace").decode().split())  # no half characters
    if sum(map(str.isalnum, line)) < 2:
        raise QuestionError(f"The {name} is empty. {empty}")
    if len(line) > LONGEST:
        raise QuestionError(
            f"The {name} has {len(line):,} characters; at most {LONGEST:,} can be read. {long}"
        )
    return line
