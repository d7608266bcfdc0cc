"""Regular expressions that are compiled when they are first used.

There are some 1,600 in the packages, and a command uses a quarter of them: compiling them all was a tenth of
the time until a first answer (`tests/evals/LOG.md`).
"""

import re
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Do as `re.compile` does, except that an error is raised where the pattern is first used."""
    return cast("re.Pattern[str]", LazyPattern(text, flags))


class LazyPattern:
    """Stands for a compiled pattern; from its first use on its methods are those of that pattern itself."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyPattern) and self._is == other._is

    def __hash__(self) -> int:
        return hash(self._is)

    @property
    def _is(self) -> tuple[str, int]:
        """What two patterns are the same by, as two compiled ones are."""
        return self.pattern, self._flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_COMPILED:
            raise AttributeError(f"{name!r} is none of what a pattern has here: {', '.join(_OF_COMPILED)}.")
        compiled = re.compile(self.pattern, self._flags)
        for each in _OF_COMPILED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


_OF_COMPILED = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "flags",
    "groupindex",
)
