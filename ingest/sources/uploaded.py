"""A file that a person handed over, without a place of its own."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PREFIX = "uploaded-"


@dataclass(frozen=True, slots=True)
class Uploaded:
    """The file at `path`, which is there only while it is read; its name is the one it came with.

    It is known by its name and content, not by where it lies: the same file again is the same briefing.
    """

    path: str

    @property
    def name(self) -> str:
        return Path(self.path).name

    def key(self) -> str:
        """What makes it the same one again; OSError when it cannot be read."""
        with open(self.path, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return f"{PREFIX}{digest[:16]}/{self.name}"


def is_same_file(key: str, other: str) -> bool:
    """Whether two keys of one content are of one file: it is called the same, and was handed over once.

    >>> is_same_file("uploaded-0a1b/tea.txt", "/wire/tea.txt"), is_same_file("/a/tea.txt", "/b/tea.txt")
    (True, False)
    """
    uploads = [one.startswith(PREFIX) for one in (key, other)]
    return any(uploads) and PurePosixPath(key).name == PurePosixPath(other).name
