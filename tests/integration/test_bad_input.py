"""Whatever is wrong with a source, the message says so, the rest is taken in and nothing is lost."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ingest.pipeline import ingest
from ingest.report import Report
from vectorstore.encoder.embedding import Encoder, EncoderIdentity
from vectorstore.encoder.runtime import Ids
from vectorstore.errors import IndexMismatchError
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

ROOM = 2_000_000  # bytes left on the full disk: enough to open a home, not for 24 briefings
GOOD = "Talks go on\nPublished: 2025-06-08\n\nJapan and the United States will meet again."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    folder.mkdir()
    (folder / "a-good.txt").write_text(GOOD)
    (folder / "z-good.md").write_text("# Korea\n\nSouth Korea waits.")
    return folder


def run(store: Store, *sources: str | Path) -> Report:
    *_, report = ingest(store, sources)
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.md", b"", "It is empty. Add a text, or remove it."),
        ("blank.txt", b"\n \n\t\n", "It is empty."),
        ("only.md", b"---\ntitle: Talks\ndate: 2025-06-08\n---\n", "It has no text after its front matter"),
        ("binary.md", bytes(range(256)) * 100, "It is not text: "),
        ("paper.md", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "It is a PDF, whatever its name says."),
        (
            "broken.md",
            b"---\ntitle: Trade: talks\n---\nText.",
            "Its front matter is not valid YAML in line 2: ",
        ),
        ("open.md", b"---\ntitle: Talks\n\nText.", "Its front matter, opened by ---"),
        ("half.txt", b"\xff\xfeT\x00\x00\xd8a\x00", "It starts as UTF-16 but is damaged at byte"),
        ("empty.html", b"<html><body><script>var a</script></body></html>", "It has no text"),
    ],
)
def test_a_bad_file_is_named_with_its_fault_and_the_rest_is_taken_in(
    store: Store, folder: Path, name: str, content: bytes, message: str
) -> None:
    (folder / name).write_bytes(content)
    report = run(store, folder)
    (failure,) = report.failed
    assert failure.source == name
    assert failure.error.startswith(message)
    assert (report.added, report.seen) == (2, 3)
    assert store.verify() == []


def test_latin_1_and_utf_16_texts_are_taken_in(store: Store, folder: Path) -> None:
    text = "Título\n\nMéxico negociará un año más con España."
    (folder / "latin.txt").write_bytes(text.encode("latin-1"))
    (folder / "wide.txt").write_bytes(text.replace("un año", "dos años").encode("utf-16"))
    assert run(store, folder).added == 4
    texts = {store.catalogue.briefing(briefing.id).text for briefing in store.catalogue.briefings()}
    assert {"México negociará un año más con España.", "México negociará dos años más con España."} <= texts


def test_fifty_megabytes_of_text_are_refused_at_once(store: Store, folder: Path) -> None:
    (folder / "huge.txt").write_bytes(b"Japan and Korea met. " * 2_500_000)
    began = time.monotonic()
    report = run(store, folder)
    (failure,) = report.failed
    assert failure.error.startswith("It has 52 MB; a briefing may have 20 MB. Split it into parts")
    assert report.added == 2
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("line.txt", "Japan and the U.S. met in May. " * 33_000),
        ("line.md", "Talks " * 170_000),
        ("word.txt", "x" * 1_000_000),
    ],
)
def test_a_line_of_a_megabyte_is_taken_in(
    settings: HomeSettings, encoder: Encoder, folder: Path, name: str, line: str
) -> None:
    (folder / name).write_text(line)
    # The encoder's own word pieces, but vectors that cost nothing: real ones take minutes here.
    with Store.open(settings, _costless(encoder)) as store:
        began = time.monotonic()
        assert run(store, folder).added == 3
        assert time.monotonic() - began < 60
        (id,) = [briefing.id for briefing in store.catalogue.briefings() if briefing.source == name]
        passages = store.catalogue.passages_of(id)
        assert sum(len(passage.text) for passage, _ in passages) > 0.9 * len(line.strip())
        assert store.verify() == []


def _costless(encoder: Encoder) -> Encoder:
    def infer(inputs: Mapping[str, Ids]) -> NDArray[np.float32]:
        ids = inputs["input_ids"]
        vectors = np.zeros((len(ids), encoder.identity.dimension), dtype=np.float32)
        vectors[np.arange(len(ids)), ids.sum(axis=1) % encoder.identity.dimension] = 1
        return vectors

    tokenizer = Tokenizer.from_str(encoder._tokenizer.to_str())
    identity = EncoderIdentity("costless", encoder.identity.dimension, "0" * 64)
    return Encoder(identity, tokenizer, encoder.window, infer)


def test_what_is_not_there_is_said_and_the_rest_is_taken_in(store: Store, folder: Path) -> None:
    under_a_file = folder / "a-good.txt" / "more"
    report = run(store, folder / "none", under_a_file, "ftp://example.org/talks", folder)
    assert [failure.source for failure in report.failed] == [
        str(folder / "none"),
        str(under_a_file),
        "ftp://example.org/talks",
    ]
    assert [failure.error.split(".")[0] for failure in report.failed] == [
        "There is no such file or folder",
        "There is no such file or folder (Not a directory)",
        "'ftp://example",  # which has a full stop in it
    ]
    assert report.added == 2


def test_a_folder_and_a_file_that_may_not_be_read_are_said(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    (folder / "closed" / "in.md").write_text("Hidden text.")
    (folder / "secret.md").write_text("Secret text.")
    scan, read = os.scandir, Path.read_bytes

    def scandir(path: Path) -> object:  # for root no permission bites
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    def read_bytes(path: Path) -> bytes:
        if path.name == "secret.md":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    report = run(store, folder)
    assert [failure.source for failure in report.failed] == ["closed", "secret.md"]
    assert all(failure.error.startswith("It may not be read") for failure in report.failed)
    assert report.added == 2


def test_a_folder_without_briefings_says_what_was_looked_for(store: Store, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "data.csv").write_text("a,b")
    (failure,) = run(store, tmp_path / "data").failed
    assert "no file in it ends with .atom, .docx, .eml, .htm, .html, .json, .jsonl" in failure.error


def test_links_in_a_circle_end_and_each_file_is_read_once(store: Store, folder: Path) -> None:
    (folder / "around").symlink_to(folder)
    (folder / "deep").mkdir()
    (folder / "deep" / "up").symlink_to("..")
    (folder / "again.txt").symlink_to(folder / "a-good.txt")
    (folder / "itself.md").symlink_to("itself.md")
    (folder / "nowhere.md").symlink_to("gone.md")
    report = run(store, folder)
    assert report.added == 2
    assert [failure.source for failure in report.failed] == ["itself.md", "nowhere.md"]
    assert "Too many levels of symbolic links" in report.failed[0].error


def test_a_pipe_is_not_waited_for(store: Store, folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    (failure,) = run(store, folder).failed
    assert failure.error.startswith("It is a device or a pipe")


def test_another_encoder_of_the_same_dimension_is_refused_and_nothing_is_lost(
    settings: HomeSettings, encoder: Encoder, folder: Path
) -> None:
    with Store.open(settings, encoder) as store:
        run(store, folder)
    with pytest.raises(IndexMismatchError, match="BRIEFINGS_ENCODER"):
        Store.open(settings, _costless(encoder))
    with Store.open(settings, encoder) as store:
        assert run(store, folder).unchanged == 2
        assert store.verify() == []


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
