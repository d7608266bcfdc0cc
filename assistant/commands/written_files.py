"""The files that `eval` writes: none that it reads, tried before it asks, written whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import click

from assistant.evaluation.whole_file import write_whole
from vectorstore.errors import StorageError

Named = Mapping[str, Path | None]  # how a file is given on the command line -> the file


def keep_apart(written: Named, read: Named) -> None:
    """Refuse to write over what is read, or two things into one file; click.UsageError names both."""
    outputs = {name: path for name, path in written.items() if path and not _is_stream(path)}
    for name, path in outputs.items():
        for other, source in read.items():
            if source and name != other and _are_one(path, source):
                raise click.UsageError(
                    f"{name} would write over {other}: both are {path}. Give {name} another file."
                )
    for (name, path), (other, second) in combinations(outputs.items(), 2):
        if _are_one(path, second):
            raise click.UsageError(f"{name} and {other} are both {path}. Give one of them another file.")


def try_to_write(path: Path) -> None:
    """Find out that a file can be written, and leave what it holds; where there is none, leave none."""
    if _is_stream(path):
        return
    target = _behind_links(path)
    there = target.exists()
    try:
        target.open("a").close()
        if not there:
            target.unlink()
        tempfile.TemporaryFile(dir=target.parent).close()
    except OSError as error:
        raise _cannot_write(path, error) from error


def write(path: Path, text: str) -> None:
    """Write a file whole, with the rights that it has or that any new one gets; a link stays one."""
    try:
        if _is_stream(path):
            path.write_text(text, encoding="utf-8")
        else:
            target = _behind_links(path)
            write_whole(target, text, _rights(target))
    except OSError as error:
        raise _cannot_write(path, error) from error


def _is_stream(path: Path) -> bool:
    """Whether it is a device or a pipe, which must not be replaced and takes any number of texts."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _are_one(path: Path, other: Path) -> bool:
    if path.exists() and other.exists():
        return path.samefile(other)  # two hard links, or one name in capitals where case does not matter
    return _behind_links(path) == _behind_links(other)


def _behind_links(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _rights(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    masked = os.umask(0)
    os.umask(masked)
    return 0o666 & ~masked


def _cannot_write(path: Path, error: OSError) -> StorageError:
    return StorageError(f"Cannot write {path}: {error.strerror}. Choose a file that can be written.")
