"""Look into zip and tar archives without writing a member's name anywhere, within bounds.

A tar archive that is compressed is unpacked once, into a temporary file without a name; all others
are read where they are. Links, devices and holes are found here and never followed or filled.
"""

import bz2
import gzip
import lzma
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from vectorstore.errors import SourceError

MOST_MEMBERS = 100_000  # seven times the statements of a White House term
MOST_BYTES = 2_000_000_000  # unpacked; the 14,102 of five years have 156 MB
MOST_TIMES = 200  # unpacked by packed; text goes to 5, and a bomb of zeros beyond 1,000
TIMES_COUNT_FROM = 20_000_000  # bytes; a few identical short texts pack well too
_HEADER_BYTES = 1_000_000  # what tarfile may read at once: names and attributes, never a member
_PART = 1 << 20


@dataclass(frozen=True, slots=True)
class Packed:
    """A member as its archive describes it; `fault` says why it cannot be read, in a sentence."""

    name: str
    size: int
    at: int  # its place in the archive
    fault: str | None = None


class Pack(Protocol):
    """An open archive."""

    def members(self) -> Iterator[Packed]: ...

    def content(self, member: Packed) -> bytes:
        """A member's bytes; at most as many as it says it has."""
        ...


@contextmanager
def unpacking(path: Path) -> Iterator[Pack]:
    """Open an archive by the ending of its name; SourceError says why it cannot be."""
    try:
        with path.open("rb") as file:
            if path.name.lower().endswith(".zip"):
                with zipfile.ZipFile(file) as archive:
                    yield _Zip(archive, path.stat().st_size)
            else:
                with _unpacked(file, path) as plain:
                    yield _Tar(plain)
    except _DAMAGE as error:
        raise SourceError(
            f"It is no archive, or damaged ({error or type(error).__name__}). Pack it again, or take its "
            "files out and name their folder."
        ) from error


def is_archive(name: str) -> bool:
    """Whether a file of this name is looked into."""
    return name.lower().endswith(ENDINGS)


ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError,
           NotImplementedError, RuntimeError)  # fmt: skip
_OPENERS: dict[str, Callable[[IO[bytes]], Any]] = {
    ".gz": gzip.open, ".tgz": gzip.open,
    ".bz2": bz2.open, ".tbz2": bz2.open,
    ".xz": lzma.open, ".txz": lzma.open,
}  # fmt: skip


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, size: int) -> None:
        self._archive = archive
        self._infos = archive.infolist()
        _refuse_bomb(sum(info.file_size for info in self._infos), size)

    def members(self) -> Iterator[Packed]:
        for at, info in enumerate(self._infos):
            if not info.is_dir():
                yield Packed(info.filename, info.file_size, at, _fault_in_zip(info))

    def content(self, member: Packed) -> bytes:
        try:
            with self._archive.open(self._infos[member.at]) as file:
                return file.read(member.size)
        except _DAMAGE as error:
            raise SourceError(f"It is damaged in its archive ({error}). Pack it again.") from error


class _Tar:
    def __init__(self, plain: IO[bytes]) -> None:
        self._plain = plain
        careful: Any = _Careful(plain)
        self._archive: Any = tarfile.open(fileobj=careful, mode="r:")  # noqa: SIM115  # nothing to close

    def members(self) -> Iterator[Packed]:
        while (info := self._archive.next()) is not None:
            self._archive.members.clear()  # it would keep every header
            if info.size < 0:  # the next one would be this one again, for ever
                raise tarfile.ReadError("a negative size")
            if not info.isdir():
                yield Packed(info.name, info.size, info.offset_data, _fault_in_tar(info))
        self._plain.seek(self._archive.offset)
        if self._plain.read(tarfile.BLOCKSIZE).strip(b"\0"):  # tarfile takes a damaged header for the end
            raise tarfile.ReadError(f"no header at byte {self._archive.offset}")

    def content(self, member: Packed) -> bytes:
        self._plain.seek(member.at)
        content = self._plain.read(member.size)
        if len(content) < member.size:
            raise SourceError("Its archive ends before it does. Pack it again.")
        return content


class _Careful:
    """A file of which little is read at once: a tar header may claim to be as large as it likes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int) -> bytes:
        if size > _HEADER_BYTES:
            raise SourceError(f"A header in it claims {size / 1e6:.0f} MB. It is damaged, or made to harm.")
        return self._file.read(size)


@contextmanager
def _unpacked(file: IO[bytes], path: Path) -> Iterator[IO[bytes]]:
    opener = _OPENERS.get(path.suffix.lower())
    if opener is None:
        yield file
        return
    size = path.stat().st_size
    with tempfile.TemporaryFile() as plain, opener(file) as packed:
        while part := packed.read(_PART):
            plain.write(part)
            _refuse_bomb(plain.tell(), size)
        plain.seek(0)
        yield plain


def _refuse_bomb(unpacked: int, packed: int) -> None:
    if unpacked > MOST_BYTES:
        raise SourceError(
            f"Its members have more than {MOST_BYTES / 1e9:g} GB. Pack them into several archives."
        )
    if unpacked > TIMES_COUNT_FROM and unpacked > MOST_TIMES * packed:
        raise SourceError(
            f"It unpacks to more than {MOST_TIMES} times its size, as texts never do: it is made to harm. "
            "If you trust it, take its files out and name their folder."
        )


_LINK = "It is a link within its archive, and links are not followed. Pack the file itself."
_DEVICE = "It is a device or a pipe in its archive, not a file."


def _fault_in_zip(info: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return _LINK
    if kind not in (0, stat.S_IFREG):
        return _DEVICE
    return (
        "It is encrypted. Take it out with its password, and name the file." if info.flag_bits & 1 else None
    )


def _fault_in_tar(info: tarfile.TarInfo) -> str | None:
    if info.issym() or info.islnk():
        return _LINK
    if info.issparse():
        return "It is stored with holes, which no text has. Pack it without (tar without --sparse)."
    return None if info.isreg() else _DEVICE
