"""Take in many documents, then answer over them, and tell the time and the memory of both.

    python -m tests.evals.scale SOURCE --questions QUESTIONS.jsonl [--documents N] [--small N]
                                [--costless] [--kill] [--home FOLDER]

SOURCE is a folder or a .tar archive. Ingest and answering are the product's own, each in a process
of its own (`scale_steps.py`), model caches warm; `--small` documents of the same source, 386 unless
told otherwise, go into a second home, which the times of questions are compared with. `--costless`
gives passages vectors that need no encoder, so that a size that would take hours takes minutes: text,
catalogue, Chroma and tantivy are real, and so is the encoder that answers, but what is near in meaning
is not. `--kill` kills the ingest at half of the documents and starts it again.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

REPORTED = 20  # lines of progress


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="folder or .tar archive")
    parser.add_argument("--questions", type=Path, required=True, help="a question a line")
    parser.add_argument("--documents", type=int, help="take only so many, the first by name")
    parser.add_argument("--small", type=int, default=386, help="documents of the smaller home (386)")
    parser.add_argument("--costless", action="store_true", help="vectors that need no encoder")
    parser.add_argument("--kill", action="store_true", help="kill the ingest half way, and go on")
    parser.add_argument("--home", type=Path, help="keep both homes in this folder, or use those there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        homes = arguments.home or Path(scratch)
        how = ["costless"] if arguments.costless else []
        for name, count in (("small", arguments.small), ("large", arguments.documents)):
            if (homes / name).exists():
                continue
            source = arguments.source
            if count is not None:
                source = Path(scratch) / f"documents-{name}"
                _take(arguments.source, count, source)
            steps = ["ingest", str(homes / name), str(source), *how]
            if arguments.kill and name == "large":
                _run(steps, kill_at=0.5)
            _print_ingest(name, _run(steps))
        asked = {
            name: _run(["ask", str(homes / name), str(arguments.questions)]) for name in ("small", "large")
        }
        _print_times(asked)
    return 0


def _run(steps: Sequence[str], kill_at: float = 2.0) -> dict[str, Any]:
    """Run a step in a process of its own, showing its progress; return what it says last."""
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False"}
    command = [sys.executable, "-m", "tests.evals.scale_steps", *steps]
    root = Path(__file__).parents[2]
    told: dict[str, Any] = {}
    shown = 0
    with subprocess.Popen(command, env=environment, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            told = json.loads(line)
            if "done" not in told:
                continue
            share = told["done"] / told["total"]
            if share * REPORTED >= shown + 1:
                shown = int(share * REPORTED)
                print("  {done} of {total}, {seconds:.0f} s, {resident} MB".format(**told), flush=True)
            if share >= kill_at:
                process.send_signal(signal.SIGKILL)
                print(f"  killed at {told['done']} of {told['total']}", flush=True)
                break
    if process.returncode and kill_at > 1:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return told


def _take(source: Path, count: int, folder: Path) -> None:
    """Put the first `count` documents of a source into a folder."""
    for name, content in _documents(source, count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _documents(source: Path, count: int) -> Iterator[tuple[str, bytes]]:
    if source.is_dir():
        for path in sorted(path for path in source.rglob("*") if path.is_file())[:count]:
            yield path.relative_to(source).as_posix(), path.read_bytes()
        return
    with tarfile.open(source) as archive:
        members = sorted((m for m in archive.getmembers() if m.isfile()), key=lambda m: m.name)[:count]
        for member in sorted(members, key=lambda m: m.offset):  # in the order in which they are packed
            file = archive.extractfile(member)
            if file and ".." not in PurePosixPath(member.name).parts:
                yield member.name.lstrip("/"), file.read()


def _print_ingest(name: str, told: Mapping[str, Any]) -> None:
    print(
        "{name}: {added} documents added, {unchanged} there already, {failed} failed, {passages} passages, "
        "{seconds:.0f} s, {rate:.1f} passages a second, peak memory {peak} MB, home {disk} MB".format(
            name=name, **told
        ),
        flush=True,
    )


def _print_times(asked: Mapping[str, Mapping[str, Any]]) -> None:
    small, large = asked["small"], asked["large"]
    for name, told in asked.items():
        print(
            "{name}: {briefings} briefings, {passages} passages; opened in {opening:.1f} s, resident memory "
            "{opened} MB, after {asked} questions {resident} MB".format(name=name, **told)
        )
    print(f"\n| ms, {small['briefings']} / {large['briefings']} briefings | p50 | p95 | p95, ratio |")
    print("|---|---|---|---|")
    for what, before in small["times"].items():
        after = large["times"][what]
        print(
            f"| {what} | {before['p50']:.0f} / {after['p50']:.0f} | {before['p95']:.0f} / {after['p95']:.0f} "
            f"| {after['p95'] / before['p95']:.1f} |"
        )


if __name__ == "__main__":
    sys.exit(main())
