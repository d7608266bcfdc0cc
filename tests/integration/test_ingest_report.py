"""`briefings ingest`: what it reports of each source, as JSON too, and its exit codes."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ingest.report import IngestProgress
from tests.briefings_process import environment
from tests.two_briefings import CANADA, JAPAN, Briefings


def test_ingest_reports_what_became_of_each_source(
    briefings: Briefings, sources: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "notes.txt").write_text("Talks between Japan and Korea went on, without a date.\n")
    ran = briefings("ingest", sources, tmp_path / "empty.txt", tmp_path / "notes.txt")
    assert ran.code == 0  # some failed, some did not
    assert re.search(r"^Added +3$", ran.out, re.MULTILINE)
    assert re.search(r"^Failed +1\n  - empty.txt: \w", ran.out, re.MULTILINE)
    assert re.search(r"^Undated +1 .*--published DATE`\n  - notes.txt$", ran.out, re.MULTILINE)
    assert re.search(r"^Passages +\d+   in \d+\.\d s$", ran.out, re.MULTILINE)


def test_ingest_json_is_the_stable_object(briefings: Briefings, sources: Path, tmp_path: Path) -> None:
    ran = briefings("ingest", sources, tmp_path / "none.md", "--json")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert isinstance(found.pop("seconds"), float)
    assert found.pop("passages") >= 2
    [failure] = found.pop("failed")
    assert failure["source"] == str(tmp_path / "none.md")
    assert failure["error"]
    for name in ("notes", "foreign", "pruned", "kept", "suspicious"):
        assert found.pop(name) == []
    assert found == {"added": 2, "updated": 0, "unchanged": 0, "duplicates": 0, "undated": 0, "missing": 0}


def test_a_second_ingest_changes_nothing_and_names_what_is_gone(briefings: Briefings, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.md").write_text(JAPAN)
    (folder / "b.md").write_text(CANADA)
    briefings("ingest", folder)
    (folder / "b.md").unlink()
    ran = briefings("ingest", folder)
    assert re.search(r"^Unchanged +1$", ran.out, re.MULTILINE)
    assert re.search(r"^Missing +1 .*\n  - b.md$", ran.out, re.MULTILINE)


def test_when_every_source_fails_the_exit_code_is_1(briefings: Briefings, tmp_path: Path) -> None:
    ran = briefings("ingest", tmp_path / "none.md", tmp_path / "nothing")
    assert ran.code == 1
    assert "No source could be taken in" in ran.err
    assert re.search(r"^Failed +2$", ran.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ([], "Nothing was taken in by then"),
        ([IngestProgress(5, 9, "e.md", 8, 99)], "Of 9 sources none was known to be on file by then"),
        (
            [IngestProgress(5, 9, "e.md", stored=5), IngestProgress(6, 9, "f.md", stored=5)],
            "5 of 9 sources were on file by then",
        ),
    ],
)
def test_an_ingest_that_is_stopped_says_how_much_is_on_file(
    briefings: Briefings, monkeypatch: pytest.MonkeyPatch, came: Sequence[IngestProgress], said: str
) -> None:
    class Stopping:
        def ingest(self, *_: object) -> Iterator[IngestProgress]:
            yield from came
            raise KeyboardInterrupt

        def close(self) -> None:
            pass

    monkeypatch.setattr("assistant.build.open_desk", lambda *_: Stopping())
    ran = briefings("ingest", "a.md")
    assert ran.code == 1
    assert ran.err.startswith(f"briefings: Stopped. {said}; run the same command again")


@pytest.mark.slow
def test_an_ingest_that_is_terminated_says_what_is_on_file(tmp_path: Path, models: Path) -> None:
    program = (
        "import os, signal, sys, assistant.commands.ingest as ingest\n"
        "ingest.take_in = lambda *_: os.kill(os.getpid(), signal.SIGTERM)\n"
        "sys.argv = ['briefings', 'ingest', 'README.md']\n"
        "from assistant.start import main; main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(tmp_path / "home", models),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("briefings: Stopped. Nothing was taken in by then")
