"""Forget the texts that were remembered to spare work, when a briefing is removed.

Many functions remember what they made of the sentences that they were given last (`lru_cache`), those of
models and of tables aside, which are few and large. What is removed must not stay in a process that serves
for weeks, in none of them; so all are emptied, whichever module has them.
"""

import sys
from functools import _lru_cache_wrapper
from typing import Any

OWN = ("assistant", "ingest", "vectorstore")  # the packages of this program
TEXTS = 64  # a cache for so many values or more is one of texts; of models and tables there are 32 at most


def forget_texts() -> int:
    """Empty the caches of texts of every module loaded; return how many there are."""
    found = {
        id(cache): cache
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in OWN
        for holder in _holders(module)
        for cache in _caches_of(holder)
    }
    for cache in found.values():
        cache.cache_clear()
    return len(found)


def _holders(module: Any) -> list[Any]:
    """A module, and the classes that it defines."""
    classes = [
        thing
        for thing in list(vars(module).values())
        if isinstance(thing, type) and thing.__module__ == module.__name__
    ]
    return [module, *classes]


def _caches_of(holder: Any) -> list["_lru_cache_wrapper[Any]"]:
    plain = [getattr(thing, "__func__", thing) for thing in list(vars(holder).values())]
    caches = [thing for thing in plain if isinstance(thing, _lru_cache_wrapper)]
    return [cache for cache in caches if (cache.cache_parameters()["maxsize"] or TEXTS) >= TEXTS]
