"""What changed in a watched folder is told once it is settled, and nothing twice."""

import os
from pathlib import Path

import pytest

from assistant.desks.watching import SETTLE_SECONDS, WatchedFolder, handed_over
from ingest.sources.selection import EVERYTHING, Selection

LATER = SETTLE_SECONDS + 0.1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    return tmp_path


def write(path: Path, text: str, stamp: float) -> str:
    """Write a file as if at the time of day `stamp`."""
    path.write_text(text)
    os.utime(path, (stamp, stamp))
    return str(path)


def test_a_file_that_has_long_been_there_is_settled_at_once(folder: Path) -> None:
    path = write(folder / "sub" / "a.md", "Talks.", stamp=1000)
    watched = WatchedFolder(folder, EVERYTHING)
    changed, unsettled = watched.look(now=0, wall=2000)
    assert (list(changed), unsettled) == ([path], 0)


def test_what_was_taken_in_is_not_told_again_until_it_changes(folder: Path) -> None:
    path = write(folder / "a.md", "Talks.", stamp=1000)
    watched = WatchedFolder(folder, EVERYTHING)
    changed, _ = watched.look(0, 2000)
    assert list(watched.look(1, 2001)[0]) == [path]  # it has not been taken in yet
    watched.took(changed)
    assert watched.look(2, 2002) == ({}, 0)
    write(folder / "a.md", "Talks end.", stamp=2003)
    assert list(watched.look(10, 2010)[0]) == [path]


def test_a_file_that_is_being_written_is_waited_for(folder: Path) -> None:
    watched = WatchedFolder(folder, EVERYTHING)
    for second in range(5):
        write(folder / "a.md", "Talks. " * (second + 1), stamp=2000 + second)
        assert watched.look(second, 2000 + second) == ({}, 1)
    assert watched.look(4 + LATER, 2004 + LATER)[1] == 0


def test_a_file_stamped_with_tomorrow_is_settled_when_it_stays_the_same(folder: Path) -> None:
    path = write(folder / "a.md", "Talks.", stamp=99_000)
    watched = WatchedFolder(folder, EVERYTHING)
    assert watched.look(0, 2000) == ({}, 1)
    assert list(watched.look(LATER, 2000 + LATER)[0]) == [path]


def test_a_file_that_is_gone_is_told_once(folder: Path) -> None:
    path = write(folder / "a.md", "Talks.", stamp=1000)
    watched = WatchedFolder(folder, EVERYTHING)
    watched.took(watched.look(0, 2000)[0])
    (folder / "a.md").unlink()
    changed, _ = watched.look(1, 2001)
    assert changed == {path: None}
    watched.took(changed)
    assert watched.look(2, 2002) == ({}, 0)


def test_another_file_of_the_same_size_and_time_is_a_change(folder: Path) -> None:
    path = write(folder / "a.md", "Talks.", stamp=1000)
    watched = WatchedFolder(folder, EVERYTHING)
    watched.took(watched.look(0, 2000)[0])
    write(folder / "b", "Other.", stamp=1000)
    (folder / "b").replace(folder / "a.md")
    assert list(watched.look(1, 2001)[0]) == [path]


def test_only_briefings_that_are_selected_are_told(folder: Path) -> None:
    for name in ("a.md", "b.txt", "c.part", ".d.md", "e.zip"):
        write(folder / name, "Talks.", stamp=1000)
    watched = WatchedFolder(folder, Selection(exclude=("*.txt",)))
    assert {Path(path).name for path in watched.look(0, 2000)[0]} == {"a.md", "e.zip"}


def test_a_folder_that_cannot_be_looked_into_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "a.md", "Talks.", stamp=1000)
    watched = WatchedFolder(folder, EVERYTHING)
    watched.took(watched.look(0, 2000)[0])

    def scandir(_: Path) -> object:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", scandir)
        assert watched.look(1, 2001) == ({}, 0)
        assert watched.failures[0].error.startswith("It may not be read")
    assert watched.look(2, 2002) == ({}, 0)
    assert watched.failures == ()


def test_a_name_that_is_no_text_makes_the_whole_folder_be_read() -> None:
    assert handed_over(["/in/ä.md"]) == ("/in/ä.md",)
    assert handed_over(["/in/a.md", os.fsdecode(b"/in/\xff.md")]) is None
