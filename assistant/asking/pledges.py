"""Know the words that only say that something was agreed or promised."""

from functools import cache

from assistant.asking.concepts import Concept
from vectorstore.indexes.analysis import analyse

PLEDGES = ("agree", "agreed", "promise", "pledge", "commit", "committed", "concede", "concessions", "offer")


def is_pledge(concept: Concept) -> bool:
    """Whether a subject word says that something was promised, and not what.

    >>> is_pledge(Concept("promised", ("promis",))), is_pledge(Concept("purchases", ("purchas",)))
    (True, False)
    """
    return _stems().issuperset(concept.terms)


@cache
def _stems() -> frozenset[str]:
    return frozenset(analyse(" ".join(PLEDGES)))
