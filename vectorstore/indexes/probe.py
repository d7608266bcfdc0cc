"""Try the indexes of a home in processes of their own.

A damaged file of vectors can end the process that reads it, with no error that could be caught:
random bytes in Chroma's `data_level0.bin` do. Each imports its own library only: Chroma takes a second,
which the check of the keyword index need not wait for.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from vectorstore.encoder.embedding import EncoderIdentity
from vectorstore.errors import BriefingsError

SECONDS = 300  # to read 100,000 vectors takes 20 s; more means that it hangs


def probe(home: Path, number: int, encoder: EncoderIdentity) -> list[str]:
    """Open, count and read both indexes; return what is wrong in words, [] when they can be used.

    Nobody may write to them meanwhile. A folder that is not there is no damage: it is filled when opened.
    """
    from vectorstore.indexes.pair import folders

    present = [folder for folder in folders(home, number) if folder.exists()]
    children = [(folder, _start(folder, encoder)) for folder in present]
    return [said for folder, child in children if (said := _problem(folder, child))]


def _start(folder: Path, encoder: EncoderIdentity) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "vectorstore.indexes.probe", str(folder), json.dumps(asdict(encoder))],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # Chroma and tantivy panic there, in their own words
        text=True,
    )


def _problem(folder: Path, child: "subprocess.Popen[str]") -> str | None:
    try:
        said, _ = child.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        return f"{folder} is damaged: reading it takes for ever"
    if child.returncode == 0:
        return None
    reason = said.strip() or f"reading it ends the process that does (exit code {child.returncode})"
    return f"{folder} is damaged: {reason}"


def _try_vectors(folder: Path, encoder: EncoderIdentity) -> None:
    import numpy as np

    from vectorstore.indexes.dense import DenseIndex
    from vectorstore.tables.slices import parts

    index = DenseIndex(folder, encoder)
    ids = index.ids()
    if index.size != len(ids):
        raise BriefingsError(f"it counts {index.size} vectors and lists {len(ids)}")
    for part in parts(ids):
        if lost := len(part) - len(index.vectors(part)):
            raise BriefingsError(f"{lost} of {len(part)} vectors cannot be read back")
    if ids and not index.query(np.full(encoder.dimension, encoder.dimension**-0.5, np.float32), 10):
        raise BriefingsError("it finds nothing")
    index.close()


def _try_keywords(folder: Path, _encoder: EncoderIdentity) -> None:
    from vectorstore.indexes.keywords import KeywordIndex

    index = KeywordIndex(folder)
    ids = index.ids()
    if index.size != len(ids):
        raise BriefingsError(f"it counts {index.size} passages and lists {len(ids)}")
    index.query("trade", 10)
    index.close()


def main() -> int:
    """Try one folder; say what is wrong and return 1 when it cannot be used."""
    folder, encoder = Path(sys.argv[1]), EncoderIdentity(**json.loads(sys.argv[2]))
    attempt: Callable[[Path, EncoderIdentity], None] = (
        _try_vectors if folder.name.startswith("chroma") else _try_keywords
    )
    try:
        attempt(folder, encoder)
    except BriefingsError as error:
        cause = error.__cause__
        print(" ".join(str(cause or error).split())[:300])
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
