"""Archives are looked into: each briefing in one is a source, and none of them can do any harm."""

import zipfile
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.report import IngestProgress, Report
from ingest.sources.selection import Selection
from tests.archives import sources, tarred, text, zipped
from tests.taken_in import counts, run
from vectorstore.store import Store


@pytest.fixture
def store(cleared_store: Store) -> Store:
    return cleared_store


MEMBERS = (("eu/talks.md", text(1)), ("korea.txt", text(2)), ("data.csv", b"a,b"), (".hidden.md", text(3)))


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz", "tgz", "tar.bz2", "tar.xz"])
def test_the_briefings_in_an_archive_are_sources_by_their_names(
    store: Store, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"june.{ending}"
    if ending == "zip":
        zipped(path, *MEMBERS, ("__MACOSX/eu/talks.md", b"\0\5"))
    else:
        packing = {"tar": "", "tgz": "gz"}.get(ending, ending.removeprefix("tar."))
        tarred(path, *MEMBERS, mode=f"w:{packing}")
    *progress, report = ingest(store, [path])
    assert isinstance(report, Report)
    assert counts(report) == (2, 0, 0, 0, 0)
    assert sources(store) == {f"june.{ending}/eu/talks.md", f"june.{ending}/korea.txt"}
    assert progress[-1] == IngestProgress(2, 2, f"june.{ending}/korea.txt")
    assert counts(run(store, path)) == (0, 0, 2, 0, 0)


def test_an_archive_in_a_folder_is_looked_into_and_a_member_that_is_gone_is_missing(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.md").write_bytes(text(0))
    archive = zipped(folder / "sub" / "june.zip", *MEMBERS)
    zipped(folder / "pictures.zip", ("a.png", b"\x89PNG"))
    assert counts(run(store, folder)) == (3, 0, 0, 0, 0)
    assert "sub/june.zip/eu/talks.md" in sources(store)
    zipped(archive, MEMBERS[0])
    assert run(store, folder).missing == ("sub/june.zip/korea.txt",)
    archive.write_bytes(b"PK half of it")
    report = run(store, folder)
    assert (report.missing, report.failed[0].source) == ((), "sub/june.zip")
    archive.unlink()
    assert run(store, folder).missing == ("sub/june.zip/eu/talks.md", "sub/june.zip/korea.txt")


def test_files_and_members_are_chosen_by_patterns(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "a.md").write_bytes(text(4))
    (folder / "b.md").write_bytes(text(5))
    (folder / "c.txt").write_bytes(text(6))
    zipped(folder / "june.zip", *MEMBERS)
    run(store, folder, selection=Selection(include=("*.md",), exclude=("drafts/",)))
    assert sources(store) == {"b.md", "june.zip/eu/talks.md"}
    (failure,) = run(store, folder / "june.zip", selection=Selection(include=("*.pdf",))).failed
    assert "--include" in failure.error
    (failure,) = run(store, folder, selection=Selection(include=("/x/",), exclude=("*.zip",))).failed
    assert "--include" in failure.error


def test_an_archive_in_an_archive_is_not_opened(store: Store, tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", ("a.md", text(1)))
    report = run(store, zipped(tmp_path / "in.zip", ("inner.zip", inner.read_bytes()), ("b.md", text(2))))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.failed[0].error.startswith("It is an archive within an archive.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", b"no archive"),
        ("a.tar", b"no archive" * 100),
        ("a.tar.gz", b"no archive"),
        ("a.zip", b""),
        ("a.tar", b""),
    ],
)
def test_what_is_no_archive_is_said(store: Store, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (failure,) = run(store, tmp_path / name).failed
    assert failure.error.startswith("It is no archive, or damaged (")


@pytest.mark.parametrize("ending", ["tar.gz", "tar", "zip"])
def test_half_an_archive_is_refused_as_a_whole(store: Store, tmp_path: Path, ending: str) -> None:
    members = [(f"{number}.md", text(number) * 40) for number in range(30)]
    path = tmp_path / f"a.{ending}"
    if ending == "zip":
        zipped(path, *members)
    else:
        tarred(path, *members, mode="w:gz" if ending == "tar.gz" else "w")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    (failure,) = run(store, path).failed
    assert "damaged" in failure.error
    assert sources(store) == set()


def test_a_damaged_header_amid_a_tar_archive_is_not_taken_for_its_end(store: Store, tmp_path: Path) -> None:
    path = tarred(tmp_path / "a.tar", ("a.md", text(1)), ("b.md", text(2)))
    content = bytearray(path.read_bytes())
    content[1024] ^= 0xFF  # the second member's header
    path.write_bytes(content)
    (failure,) = run(store, path).failed
    assert "no header at byte 1024" in failure.error


def test_a_damaged_member_of_a_zip_archive_fails_alone(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.md", text(1))
        archive.writestr("b.md", text(2))
    content = path.read_bytes()
    path.write_bytes(content.replace(b"duty number 1", b"duty number 9"))
    report = run(store, path)
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.failed[0].error.startswith("It is damaged in its archive")


def test_an_archive_without_briefings_says_what_was_looked_for(store: Store, tmp_path: Path) -> None:
    (failure,) = run(store, zipped(tmp_path / "a.zip", ("a.png", b"x"))).failed
    assert failure.error.startswith("It holds no briefings: no file in it ends with ")
