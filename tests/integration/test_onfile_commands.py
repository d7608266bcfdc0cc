"""`briefings list`, `show` and `remove`: what is on file, as lines, a table and JSON."""

import io
import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.briefings_process import COMMAND, environment
from tests.two_briefings import CANADA, Briefings


def test_list_in_a_pipe_is_a_line_each_newest_first(briefings: Briefings, filled: Path) -> None:
    lines = [line.split("\t") for line in briefings("list", home=filled).out.splitlines()]
    assert [line[1:5] for line in lines] == [
        ["2025-07-01", "front matter", "Northern Wire", "Canada doubles its steel duty"],
        ["2025-06-08", "front matter", "Trade Desk", "Fifth round of Japan-U.S. talks ends"],
    ]
    assert all(re.fullmatch("[0-9a-f]{8}", line[0]) for line in lines)


def _listed(briefings: Briefings, home: Path, monkeypatch: pytest.MonkeyPatch, columns: int) -> str:
    monkeypatch.setenv("LINES", "40")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    return briefings("list", home=home, columns=columns).out


@pytest.mark.parametrize(
    ("columns", "headings"),
    [
        (60, ["ID", "Published", "Title"]),
        (80, ["ID", "Published", "Publisher", "Title"]),
        (100, ["ID", "Published", "Publisher", "Title", "Parties"]),
        (120, ["ID", "Published", "Date from", "Publisher", "Title", "Parties"]),
    ],
)
def test_a_table_has_the_columns_that_leave_room_for_the_titles(
    briefings: Briefings, filled: Path, monkeypatch: pytest.MonkeyPatch, columns: int, headings: list[str]
) -> None:
    first, *rows = _listed(briefings, filled, monkeypatch, columns).splitlines()
    assert re.split(r"  +", first.strip()) == headings
    assert len(rows) <= 4  # two briefings


def test_on_a_narrow_terminal_a_title_stands_under_its_id(
    briefings: Briefings, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _listed(briefings, filled, monkeypatch, 40).splitlines()
    assert re.fullmatch(r"[0-9a-f]{8}  2025-07-01", lines[0])
    assert lines[1:3] == ["  Canada doubles its steel duty,", "  Northern Wire"]


@pytest.mark.parametrize(("no_color", "styled"), [("1", False), ("", True)])
def test_no_color_means_no_bold_either(
    briefings: Briefings, filled: Path, monkeypatch: pytest.MonkeyPatch, no_color: str, styled: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert ("\x1b[" in briefings("list", home=filled).out) == styled


def test_list_json_has_the_metadata_without_the_text(briefings: Briefings, filled: Path) -> None:
    [canada, _] = json.loads(briefings("list", "--json", home=filled).out)
    assert canada["source"] == "canada.md"
    assert canada["published"] == "2025-07-01"
    assert "CA" in canada["parties"]
    assert "text" not in canada


def test_show_takes_the_beginning_of_an_id(briefings: Briefings, filled: Path) -> None:
    [canada, _] = json.loads(briefings("list", "--json", home=filled).out)
    ran = briefings("show", canada["id"][:8], home=filled)
    assert "Published: 1 July 2025 (front matter)\n" in ran.out
    assert ran.out.endswith("to 50 percent on July 1, 2025.\n")
    shown = json.loads(briefings("show", canada["id"][:8], "--json", home=filled).out)
    assert shown["text"].strip() in CANADA
    [version] = shown.pop("versions")
    assert (version["version"], version["known_from"]) == (1, "2025-07-01")
    assert {**canada, "text": shown["text"], "page_starts": []} == shown


def test_an_unknown_id_is_exit_code_1(briefings: Briefings, filled: Path) -> None:
    for command in ("show", "remove"):
        ran = briefings(command, "ffff0000", home=filled)
        assert ran.code == 1
        assert "ffff0000" in ran.err


@pytest.mark.slow
def test_remove_takes_one_briefing_away(briefings: Briefings, sources: Path) -> None:
    briefings("ingest", sources)
    [canada, japan] = json.loads(briefings("list", "--json").out)
    ran = briefings("remove", canada["id"], "--yes")
    assert ran.code == 0
    assert ran.out == (
        f"Removed {canada['id'][:8]} (Canada doubles its steel duty, 1 July 2025).\n"
        f"To take it in again: briefings ingest {sources / 'canada.md'}\n"
    )
    assert json.loads(briefings("list", "--json").out) == [japan]
    assert json.loads(briefings("remove", japan["id"], "--yes", "--json").out) == japan


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["n\n", ""])
def test_remove_asks_and_removes_nothing_that_is_not_confirmed(
    briefings: Briefings, filled: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    [canada, _] = json.loads(briefings("list", "--json", home=filled).out)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ran = briefings("remove", canada["id"], home=filled)
    assert ran.code == 1
    assert "Nothing was removed" in ran.err
    assert len(briefings("list", home=filled).out.splitlines()) == 2


@pytest.mark.slow
def test_a_reader_that_leaves_is_no_error(filled: Path, models: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*COMMAND, "list"],
        env=environment(filled, models),
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, "")
