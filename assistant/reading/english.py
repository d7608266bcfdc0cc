"""Know the words of English, without its names: `english.txt.gz`, made by `python -m tests.english_words`."""

import gzip
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

LONG = 8  # letters of a word whose slips can be told
SHORTEST, LONGER = 3, 4  # letters of the halves of a compound: "counter" and "top"


def is_english(word: str) -> bool:
    """Whether a word in small letters is English, by itself or put together of two that are.

    >>> is_english("pencilled"), is_english("countertops"), is_english("mazda")
    (True, True, False)
    """
    known = _words()
    return any(
        form in known
        or any(
            form[:at] in known and form[at:] in known and max(at, len(form) - at) >= LONGER
            for at in range(SHORTEST, len(form) - SHORTEST + 1)
        )
        for form in {word, word.removesuffix("s")}
    )


def is_in_dictionary(word: str) -> bool:
    """Whether a word in small letters is English by itself: of two words that are, a slip may be made.

    >>> is_in_dictionary("rationale"), is_in_dictionary("furnature")
    (True, False)
    """
    return not _words().isdisjoint((word, word.removesuffix("s")))


def is_slip_of_english(word: str) -> bool:
    """Whether a long word is one letter off an English one: of a short one many a name is.

    >>> is_slip_of_english("threatning"), is_slip_of_english("subaru")
    (True, False)
    """
    if len(word) < LONG:
        return False
    alike = (of for of in _words() if of[0] == word[0] and abs(len(of) - len(word)) <= 1)
    return any(OSA.distance(word, of, score_cutoff=1) <= 1 for of in alike)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    packed = files("assistant.reading").joinpath("english.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("ascii").split())
