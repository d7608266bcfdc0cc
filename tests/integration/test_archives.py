"""Archives are looked into: each briefing in one is a source, and none of them can do any harm."""

import io
import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.report import IngestProgress, Report
from ingest.sources.selection import EVERYTHING, Selection
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

TEXT = b"# Steel\n\nCanada raised its duty on steel."


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory, models: Path, encoder: Encoder) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("archives") / "home"
    with Store.open(HomeSettings(home=home, models=models), encoder) as opened:
        yield opened


@pytest.fixture
def store(shared_store: Store) -> Store:
    """A home without briefings; a new one for each test would take longer than the tests."""
    for briefing in shared_store.catalogue.briefings():
        shared_store.remove(briefing.id)
    return shared_store


def run(store: Store, *sources: Path, selection: Selection = EVERYTHING) -> Report:
    *_, report = ingest(store, sources, selection=selection)
    assert isinstance(report, Report)
    return report


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.duplicates, len(report.failed)


def sources(store: Store) -> set[str]:
    return {briefing.source for briefing in store.catalogue.briefings()}


def text(number: int) -> bytes:
    return f"# Duty {number}\n\nCanada set its duty number {number} on steel to {number} percent.".encode()


def zipped(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def tarred(path: Path, *members: tuple[str | tarfile.TarInfo, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in members:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            if info.isreg():
                info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


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


@pytest.mark.parametrize("name", ["../../evil.md", "/etc/evil.md", "a/../../evil.md", "..\\evil.md"])
def test_a_name_that_leads_out_of_the_archive_is_refused_and_nothing_written(
    store: Store, tmp_path: Path, name: str
) -> None:
    before = set(tmp_path.rglob("*"))
    for path in (
        zipped(tmp_path / "in.zip", (name, text(1)), ("good.md", text(2))),
        tarred(tmp_path / "in.tar", (name, text(1)), ("good.md", text(2))),
    ):
        report = run(store, path)
        if name.startswith("/"):  # within the archive it is at etc/evil.md
            assert report.failed == ()
        else:
            assert [f.error.split(".")[0] for f in report.failed] == ["Its name leads out of its archive"]
        assert report.added + report.duplicates + report.unchanged + len(report.failed) == 2
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "in.zip", tmp_path / "in.tar"}


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (tarfile.SYMTYPE, "It is a link within its archive"),
        (tarfile.LNKTYPE, "It is a link within its archive"),
        (tarfile.CHRTYPE, "It is a device or a pipe"),
        (tarfile.FIFOTYPE, "It is a device or a pipe"),
    ],
)
def test_links_and_devices_in_a_tar_archive_are_refused(
    store: Store, tmp_path: Path, kind: bytes, message: str
) -> None:
    info = tarfile.TarInfo("secret.md")
    info.type, info.linkname = kind, "/etc/passwd"
    report = run(store, tarred(tmp_path / "in.tar", (info, b""), ("good.md", text(2))))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.failed[0].source == "in.tar/secret.md"
    assert report.failed[0].error.startswith(message)


def test_a_link_and_an_encrypted_member_of_a_zip_archive_are_refused(store: Store, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("secret.md")
    link.external_attr = 0o120777 << 16
    path = zipped(tmp_path / "in.zip", (link, b"/etc/passwd"), ("good.md", text(2)), ("locked.md", text(3)))
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):  # the flags of the third member
        at = -1
        for _ in range(3):
            at = content.index(mark, at + 1)
        content[at + offset] |= 1
    path.write_bytes(content)
    report = run(store, path)
    assert counts(report) == (1, 0, 0, 0, 2)
    errors = {failure.source: failure.error for failure in report.failed}
    assert errors["in.zip/secret.md"].startswith("It is a link within its archive")
    assert errors["in.zip/locked.md"].startswith("It is encrypted.")


def test_an_archive_in_an_archive_is_not_opened(store: Store, tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", ("a.md", text(1)))
    report = run(store, zipped(tmp_path / "in.zip", ("inner.zip", inner.read_bytes()), ("b.md", text(2))))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.failed[0].error.startswith("It is an archive within an archive.")


def test_a_member_too_large_for_a_briefing_is_refused_unread(store: Store, tmp_path: Path) -> None:
    huge = os.urandom(10_500_000).hex().encode()
    report = run(store, zipped(tmp_path / "in.zip", ("huge.txt", huge), ("b.md", text(2))))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.failed[0].error.startswith("It has 21 MB; a briefing may have 20 MB.")


@pytest.mark.parametrize("ending", ["zip", "tar.gz", "tar.xz"])
def test_a_bomb_is_stopped_long_before_it_is_unpacked(store: Store, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"bomb.{ending}"
    members = [(f"{number}.dat", bytes(10_000_000)) for number in range(10)]
    if ending == "zip":
        zipped(path, *members)
    else:
        tarred(path, *members, mode=f"w:{ending.removeprefix('tar.')}")
    (failure,) = run(store, path).failed
    assert failure.error.startswith("It unpacks to more than 200 times its size")


def test_more_than_is_allowed_in_all_is_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.sources.packing.MOST_BYTES", 1000)
    for path in (
        zipped(tmp_path / "a.zip", ("a.md", TEXT * 30)),
        tarred(tmp_path / "a.tgz", ("a.md", TEXT * 30), mode="w:gz"),
    ):
        (failure,) = run(store, path).failed
        assert failure.error.startswith("Its members have more than")


def test_more_members_than_are_allowed_are_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.sources.archives.MOST_MEMBERS", 3)
    members = [(f"{number}.md", text(number)) for number in range(4)]
    (failure,) = run(store, zipped(tmp_path / "a.zip", *members)).failed
    assert failure.error.startswith("It has more than 3 members.")


def test_a_header_that_claims_gigabytes_is_not_believed(store: Store, tmp_path: Path) -> None:
    info = tarfile.TarInfo("long")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 8_000_000_000
    path = tmp_path / "in.tar"
    path.write_bytes(info.tobuf(tarfile.GNU_FORMAT) + bytes(10_240))
    (failure,) = run(store, path).failed
    assert failure.error.startswith("A header in it claims 8000 MB.")


def test_a_size_below_zero_does_not_go_round_for_ever(store: Store, tmp_path: Path) -> None:
    info = tarfile.TarInfo("a.md")
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\xff" * 10 + b"\xfe\x00"  # -512
    header[148:156] = b" " * 8
    header[148:156] = f"{sum(header):06o}\0 ".encode()
    path = tmp_path / "in.tar"
    path.write_bytes(bytes(header) + bytes(10_240))
    (failure,) = run(store, path).failed
    assert "damaged" in failure.error


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
