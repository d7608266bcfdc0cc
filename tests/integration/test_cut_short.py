"""An ingest that is stopped, or finds the disk full, says so; what was finished is kept."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.report import Report
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

ROOM = 2_000_000  # bytes left on the full disk: enough to open a home, not for 24 briefings


def run(store: Store, *sources: str | Path) -> Report:
    *_, report = ingest(store, sources)
    assert isinstance(report, Report)
    return report


CHILD = """
import sys
from datetime import date
from pathlib import Path
from ingest.pipeline import ingest
from ingest.report import Report
from vectorstore.encoder.embedding import load_encoder
from vectorstore.errors import BriefingsError
from vectorstore.settings import DEFAULT_ENCODER, HomeSettings
from vectorstore.store import Store

home, models, *folders = map(Path, sys.argv[1:])
try:
    with Store.open(HomeSettings(home=home, models=models), load_encoder(DEFAULT_ENCODER, models)) as store:
        for event in ingest(store, folders):
            print("report" if isinstance(event, Report) else event.done, flush=True)
except BriefingsError as error:
    print(f"{type(error).__name__}: {error}", file=sys.stderr)
    sys.exit(1)
"""


def _child(settings: HomeSettings, *folders: Path, start: "Start" = None) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CHILD, str(settings.home), str(settings.models), *map(str, folders)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        preexec_fn=start,
    )


def _many(folder: Path, count: int, sections: int) -> Path:
    folder.mkdir()
    for number in range(count):
        parts = "\n\n".join(
            f"## Part {p}\n\nClause {number}.{p} binds the parties to talks." for p in range(sections)
        )
        (folder / f"{number:03}.md").write_text(f"# Agreement {number}\n\n{parts}")
    return folder


@pytest.mark.slow
def test_ctrl_c_keeps_what_was_finished_and_a_rerun_completes(
    settings: HomeSettings, encoder: Encoder, tmp_path: Path
) -> None:
    folder = _many(tmp_path / "many", count=30, sections=20)
    child = _child(settings, folder)
    assert child.stdout is not None
    for line in child.stdout:
        if line.strip() == "8":  # after the first batch, in the middle of the second
            child.send_signal(signal.SIGINT)
            break
    _, errors = child.communicate(timeout=120)
    assert child.returncode != 0
    assert "KeyboardInterrupt" in errors
    with Store.open(settings, encoder, wait=5) as store:
        stored = len(store.catalogue.briefings())
        assert 0 < stored < 30
        assert store.verify() == []
        report = run(store, folder)
        assert (report.unchanged, report.added) == (stored, 30 - stored)
        assert store.verify() == []


@pytest.mark.slow
@pytest.mark.parametrize("attempt", ["a full disk", "a limit on files"])
def test_a_full_disk_is_said_and_loses_nothing(
    settings: HomeSettings, encoder: Encoder, tmp_path: Path, attempt: str
) -> None:
    kept = _many(tmp_path / "kept", count=2, sections=2)
    more = _many(tmp_path / "more", count=24, sections=20)
    settings = replace(settings, home=tmp_path / "disk" / "home")
    with _disk_that_fills(tmp_path / "disk", mount=attempt == "a full disk") as (fill, free):
        with Store.open(settings, encoder) as store:
            assert run(store, kept).added == 2
        child = _child(settings, more, start=fill(settings.home))
        _, errors = child.communicate(timeout=200)
        assert child.returncode == 1, errors
        assert "StorageError: " in errors
        free()
        with Store.open(settings, encoder, wait=5) as store:
            assert run(store, kept).unchanged == 2
            assert store.verify() == []
            report = run(store, more)
            assert report.added + report.unchanged == 24
            assert store.verify() == []


Start = Callable[[], None] | None


@contextmanager
def _disk_that_fills(
    place: Path, mount: bool
) -> Iterator[tuple[Callable[[Path], Start], Callable[[], None]]]:
    """A file system of its own where that is wanted and allowed, else a limit on the size of a file."""
    place.mkdir()
    filler = place / "filler"
    command = ["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(place)]
    mounted = mount and os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0

    def fill(home: Path) -> Start:
        if mounted:
            free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
            filler.write_bytes(b"x" * (free - ROOM))
            return None
        largest = max(file.stat().st_size for file in home.rglob("*") if file.is_file())
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest + ROOM // 10, largest + ROOM // 10))

    try:
        yield fill, lambda: filler.unlink(missing_ok=True)
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(place)], check=True)
