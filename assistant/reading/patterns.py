"""Make patterns of lists of words."""

import re

from vectorstore.patterns import pattern


def any_of(words: str) -> re.Pattern[str]:
    """Match any of the words: `*` stands for letters, `_` for a space, `~` for up to five words between.

    >>> bool(any_of("pull*_out tear~up").search("Why did they tear the new accord up?"))
    True
    """
    spelt = map(re.escape, words.split())
    patterns = (w.replace(r"\*", r"\w*").replace("_", " ").replace(r"\~", r"(?: \w+){0,5} ") for w in spelt)
    return pattern(rf"\b(?:{'|'.join(patterns)})\b", re.I)


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    return pattern("|".join(each.pattern for each in patterns), re.I)
