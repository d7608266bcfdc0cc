"""Say whether words of a question name who published a briefing: "per the White House", whitehouse.gov."""

from functools import lru_cache

from assistant.asking.concepts import Concept
from assistant.reading.wording import Terms
from vectorstore.patterns import pattern

STEMMED = 2  # letters that an analysed word may have lost: "reuter" of Reuters
_LETTERS = pattern(r"[^\W_]+")


def names_publisher(concept: Concept, publisher: str | None) -> bool:
    """Whether a subject of the question is the publisher's whole name, or a whole label of its domain.

    >>> reuters = Concept("Reuters", ("reuter",))
    >>> names_publisher(reuters, "Reuters"), names_publisher(reuters, "Reuters News of Geneva")
    (True, False)
    >>> names_publisher(Concept("wh", ("wh",), frozenset({("white", "hous")})), "www.whitehouse.gov")
    True
    """
    return publisher is not None and any(
        _is_called(name, form) for name in _names(publisher) for form in (concept.terms, *concept.others)
    )


@lru_cache(maxsize=1024)
def _names(publisher: str) -> tuple[str, ...]:
    """Return a publisher's name, or the labels of its domain, in letters alone."""
    labels = [publisher] if " " in publisher else publisher.split(".")
    return tuple("".join(_LETTERS.findall(label.casefold())) for label in labels)


def _is_called(name: str, form: Terms) -> bool:
    words = "".join(form)
    return bool(words) and name.startswith(words) and len(name) - len(words) <= STEMMED
