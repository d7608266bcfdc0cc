"""The question sets that gate this project: hold each against its baseline, or pin it anew.

    python tests/evals/gated_sets.py [--update-baseline [--lower-floors]]

`make gate` and `make baseline` run it. Options go on to `briefings eval`. The samples are how
people write; the library is small and made up, with what the samples lack: near-duplicates, an
undated briefing, as-of dates on the day of publication.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

EVALS = Path(__file__).parent
ROOT = EVALS.parent.parent


@dataclass(frozen=True, slots=True)
class GatedSet:
    """A question set and its baseline; `write` puts its briefings into a folder."""

    name: str
    questions: Path
    write: Callable[[Path], None]

    @property
    def baseline(self) -> Path:
        return EVALS / f"baseline-{self.name}.json"


def _write_samples(folder: Path) -> None:
    for path in (ROOT / "samples").iterdir():
        if path.suffix in {".md", ".txt", ".html"}:
            shutil.copy(path, folder)


def _write_library(folder: Path) -> None:
    from tests.library import write

    write(folder)


SETS = (
    GatedSet("samples", ROOT / "samples" / "questions.jsonl", _write_samples),
    GatedSet("library", EVALS / "library-questions.jsonl", _write_library),
)


def main() -> int:
    codes = [_hold(gated, sys.argv[1:]) for gated in SETS]
    return max(codes)


def _hold(gated: GatedSet, options: list[str]) -> int:
    """Take the briefings into a fresh home and ask; 0 when nothing is worse than pinned."""
    briefings = Path(sys.executable).with_name("briefings")
    print(f"\n== {gated.name}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "briefings"
        folder.mkdir()
        gated.write(folder)
        environment = {
            **os.environ,
            "BRIEFINGS_HOME": str(Path(scratch) / "home"),
            "BRIEFINGS_MODELS": os.environ.get("BRIEFINGS_MODELS", str(Path(scratch) / "models")),
        }
        ingest = [briefings, "ingest", folder]
        subprocess.run(ingest, env=environment, check=True, stdout=subprocess.DEVNULL)
        asked = [briefings, "eval", gated.questions, "--baseline", gated.baseline, *options]
        return subprocess.run(asked, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
