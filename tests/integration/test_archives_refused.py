"""What an archive may not do: lead out of it, link, claim, unpack without end, or be damaged unnoticed."""

import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.archives import tarred, text, zipped
from tests.taken_in import counts, run
from vectorstore.store import Store

TEXT = b"# Steel\n\nCanada raised its duty on steel."


@pytest.fixture
def store(cleared_store: Store) -> Store:
    return cleared_store


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


def test_a_member_too_large_for_a_briefing_is_refused_unread(store: Store, tmp_path: Path) -> None:
    huge = os.urandom(10_500_000).hex().encode()
    report = run(store, zipped(tmp_path / "in.zip", ("huge.txt", huge), ("b.md", text(2))))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.failed[0].error.startswith("It has 21 MB; a briefing may have 20 MB.")


@pytest.mark.slow
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
