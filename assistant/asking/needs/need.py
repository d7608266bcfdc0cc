"""What a question needs to be told: recognised by its words, and by the words of a sentence that tell it."""

import re
from typing import NamedTuple


class Need(NamedTuple):
    """What a question with `asked` in it needs, in plain words, and what in a sentence tells it."""

    words: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    presumed: bool = False  # taken for granted, so a question that asks whether it is so does not need it
