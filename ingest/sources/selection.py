"""Choose files of a folder or an archive by their names, with the patterns of .gitignore files."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vectorstore.errors import SourceError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Selection:
    """What of a folder is taken: what `include` names, or all, without what `exclude` names.

    `*.md` goes by the name, `2025/` by a folder anywhere, `/eu/*.txt` by the place below the named folder.
    `only`, where it is given, are the real paths that are looked at.

    >>> chosen = Selection(include=("*.md",), exclude=("drafts/",))
    >>> chosen.takes("eu/talks.md"), chosen.takes("eu/talks.txt"), chosen.takes("drafts/talks.md")
    (True, False, False)
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    only: tuple[str, ...] | None = field(default=None, repr=False)

    def takes(self, path: str) -> bool:
        """Whether a file is taken, by its path below the folder or archive, with / between the parts."""
        if self.include and not self._included.match_file(path):
            return False
        return not self.leaves_out(path)

    def leaves_out(self, path: str) -> bool:
        """Whether `exclude` names a file; an archive that is not left out is looked into."""
        return bool(self.exclude) and self._excluded.match_file(path)

    @cached_property
    def _included(self) -> "GitIgnoreSpec":
        return _spec(self.include)

    @cached_property
    def _excluded(self) -> "GitIgnoreSpec":
        return _spec(self.exclude)


def _spec(patterns: Sequence[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # most commands select nothing

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise SourceError(
            f"{', '.join(patterns)} is no pattern of names ({error}). Write it like *.md, 2025/ or /eu/*.txt."
        ) from error


EVERYTHING = Selection()
