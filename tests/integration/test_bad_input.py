"""Whatever is wrong with a source, the message says so, the rest is taken in and nothing is lost."""

import os
import time
from collections.abc import Mapping
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


@pytest.mark.slow
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
