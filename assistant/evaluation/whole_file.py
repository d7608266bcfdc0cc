"""Write a file whole or not at all: whoever reads, and a crash, find all of it or what was there before."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write beside the file and rename; OSError when that cannot be done, and then nothing has changed."""
    descriptor, scratch = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, path)
    except BaseException:  # an interrupt too leaves no half file beside
        with suppress(OSError):
            os.unlink(scratch)
        raise
