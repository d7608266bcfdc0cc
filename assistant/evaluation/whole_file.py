"""Write a file whole or not at all: whoever reads, and a crash, find all of it or what was there before."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

OWN = 0o600  # rights of a file that nobody else is to read


def write_whole(path: Path, content: str | bytes, rights: int = OWN) -> None:
    """Write beside the file and rename; OSError when that cannot be done, and then nothing has changed."""
    descriptor, scratch = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with open(descriptor, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        if rights != OWN:
            os.chmod(scratch, rights)
        os.replace(scratch, path)
    except BaseException:  # an interrupt too leaves no half file beside
        with suppress(OSError):
            os.unlink(scratch)
        raise
