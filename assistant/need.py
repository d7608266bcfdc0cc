"""What a question needs to be told: recognised by its words, and by the words of a sentence that tell it."""

import re
from typing import NamedTuple


class Need(NamedTuple):
    """What a question with `asked` in it needs, in plain words, and what in a sentence tells it."""

    words: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    presumed: bool = False  # taken for granted, so a question that asks whether it is so does not need it


def any_of(words: str) -> re.Pattern[str]:
    """Match any of the words: `*` stands for letters, `_` for a space, `~` for up to five words between.

    >>> bool(any_of("pull*_out tear~up").search("Why did they tear the new accord up?"))
    True
    """
    spelt = map(re.escape, words.split())
    patterns = (w.replace(r"\*", r"\w*").replace("_", " ").replace(r"\~", r"(?: \w+){0,5} ") for w in spelt)
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in patterns), re.I)
