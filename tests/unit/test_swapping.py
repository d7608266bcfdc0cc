"""An import takes the place of what a home holds, or nothing of it does, whatever ends the process."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.briefings_process import ROOT
from vectorstore.home.swapping import settle, swap

STEPS = 7  # moves of a whole import; the process ends before each in turn

KILLED = """
import os, sys
from pathlib import Path
from vectorstore.home.swapping import swap
left, move = int(sys.argv[3]), os.replace

def replace(*args):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    move(*args)

os.replace = replace
swap(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def _fill(folder: Path, said: str, questions: bool = True) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        connection.execute("CREATE TABLE said (words TEXT)")
        connection.execute("INSERT INTO said VALUES (?)", [said])
        connection.commit()
    for name in ("history", *(["questions"] if questions else [])):
        (folder / name).mkdir()
        (folder / name / f"{said}.jsonl").write_text("{}\n")


def _held(home: Path) -> tuple[str, list[str]]:
    """What the catalogue says, and the files of both folders."""
    with closing(sqlite3.connect(home / "catalogue.db")) as connection:
        said = connection.execute("SELECT words FROM said").fetchone()[0]
    return said, sorted(
        str(path.relative_to(home)) for name in ("history", "questions") for path in (home / name).glob("*")
    )


@pytest.mark.parametrize("had_questions", [True, False])
def test_an_import_that_is_killed_at_any_step_leaves_all_of_the_old_home_or_all_of_the_new(
    tmp_path: Path, had_questions: bool
) -> None:
    ended = []
    for step in range(STEPS):
        home, scratch = tmp_path / f"home{step}", tmp_path / f"import{step}"
        _fill(home, "old", had_questions)
        _fill(scratch, "new")
        before, arriving = _held(home), _held(scratch)
        command = [sys.executable, "-c", KILLED, str(home), str(scratch), str(step)]
        ended.append(subprocess.run(command, cwd=ROOT, check=False).returncode)
        settle(home)
        assert _held(home) == (before if ended[-1] else arriving)
        assert {path.name for path in home.iterdir()} <= {"catalogue.db", "history", "questions"}
    assert (ended[0], ended[-1]) == (9, 0)


def test_an_import_whose_last_step_fails_leaves_the_home_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, scratch = tmp_path / "home", tmp_path / "import"
    _fill(home, "old")
    _fill(scratch, "new")
    before = _held(home)
    move = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target == home / "catalogue.db":
            raise OSError(28, "No space left on device")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        swap(home, scratch)
    assert _held(home) == before
    assert not (home / "replaced").exists()
