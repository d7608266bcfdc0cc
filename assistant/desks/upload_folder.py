"""Give gradio a folder of this process's own for what browsers send, before it is imported."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def sent_here() -> Iterator[None]:
    """A folder of this process's own for what is sent, mode 0700, which goes with all that is left in it.

    Gradio's is one for all programs that use it; it leaves an empty file there for each one sent, and makes
    it, with one for edits, as soon as it is imported.
    """
    with tempfile.TemporaryDirectory(prefix="briefings-sent-") as folder:
        os.environ["GRADIO_TEMP_DIR"] = folder
        try:
            yield
        finally:
            del os.environ["GRADIO_TEMP_DIR"]
