"""The letters and digits of a text: what two lines have in common that are set differently."""

import re


def letters(text: str) -> str:
    """Leave out blanks, marks and capitals.

    >>> letters("## EU and U.S. near deal") == letters("EU and US Near Deal")
    True
    """
    return re.sub(r"\W+", "", text).casefold()
