"""The command line: what it prints, as JSON too, and its exit codes."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from assistant import cli, start
from assistant.commands.output import plain
from tests.briefings_process import COMMAND, ROOT, environment
from tests.command import loaded
from vectorstore.errors import StorageError
from vectorstore.runtime import notices

JAPAN = """---
title: Fifth round of Japan-U.S. talks ends
published: 2025-06-08
publisher: Trade Desk
---
The fifth round of Japan-U.S. ministerial trade talks took place in Washington on June 6.

Japan said that the talks made further progress, but that no final agreement has been reached.
"""
CANADA = """---
title: Canada doubles its steel duty
published: 2025-07-01
publisher: Northern Wire
---
Canada raised its duty on steel from the United States to 50 percent on July 1, 2025.
"""
COMMANDS = (
    *("ingest", "ask", "timeline", "new", "eval", "serve", "list", "show", "remove", "doctor"),
    *("reindex", "export", "import"),
)


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Briefings = Callable[..., Ran]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "japan.md").write_text(JAPAN)
    (folder / "canada.md").write_text(CANADA)
    return folder


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, models: Path, folder: Path) -> Path:
    """A home with two briefings, for tests that change nothing in it."""
    home = tmp_path_factory.mktemp("filled") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFINGS_HOME", str(home))
        patch.setenv("BRIEFINGS_MODELS", str(models))
        patch.setattr(sys, "argv", ["briefings", "ingest", str(folder)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    assert ended.value.code == 0
    return home


@pytest.fixture
def briefings(
    tmp_path: Path,
    models: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Briefings:
    """Run a command within this process, in a fresh home unless told which."""

    def ran(*arguments: str | Path, home: Path = tmp_path / "home", columns: int = 80) -> Ran:
        monkeypatch.setenv("BRIEFINGS_HOME", str(home))
        monkeypatch.setenv("BRIEFINGS_MODELS", str(models))
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr("vectorstore.embedding.load_encoder", loaded)
        monkeypatch.setattr(sys, "argv", ["briefings", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, *capsys.readouterr())

    return ran


def test_help_shows_every_command(briefings: Briefings) -> None:
    ran = briefings("--help")
    assert ran.code == 0
    assert all(re.search(rf"^  {command} ", ran.out, re.MULTILINE) for command in COMMANDS)


def test_what_serve_does_not_take_over_is_said(briefings: Briefings) -> None:
    assert "commands, import aside, hand their work to it" in briefings("--help").out
    assert "Stop `serve` first" in briefings("import", "--help").out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example(briefings: Briefings, command: str) -> None:
    ran = briefings(command, "--help")
    assert ran.code == 0
    assert re.search(rf"^  briefings {command}\b", ran.out, re.MULTILINE)


def test_the_version_is_the_installed_one(briefings: Briefings) -> None:
    assert re.fullmatch(r"briefings, version \d+\.\d+\.\d+\n", briefings("--version").out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", "Who?", "--as-of", "June"),
        ("ask", "Who?", "--as-of", "2025-W23-7"),
        ("ask", "Who?", "--as-of", "20250608"),
        ("ask", "Who?", "--party", "Atlantis"),
        ("ask", "Who?", "--html", "a"),
        *(
            (name, "Who?", "--published-from", "2026-01-01", "--published-to", "2025-01-01")
            for name in ("ask", "search", "timeline")
        ),
        ("ingest",),
        ("ingest", "a", "--published", "2025-02-30"),
        ("eval", "a", "--update-baseline"),
        ("eval", "a", "--baseline", "b", "--lower-floors"),
        ("serve", "--port", "70000"),
        ("unknown",),
    ],
)
def test_wrong_usage_is_exit_code_2(briefings: Briefings, arguments: tuple[str, ...]) -> None:
    ran = briefings(*arguments)
    assert ran.code == 2
    assert "Usage:" in ran.err


def test_a_malformed_setting_is_exit_code_1(briefings: Briefings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_PORT", "http")
    assert briefings("list") == Ran(
        1, "", "briefings: BRIEFINGS_PORT is 'http'; expected a number up to 65535 (0: any free port).\n"
    )


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_a_malformed_setting_keeps_nobody_from_the_help(
    briefings: Briefings, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setenv("BRIEFINGS_PORT", "http")
    ran = briefings("serve", option)
    assert (ran.code, ran.out.startswith("Usage: briefings serve")) == (0, True)


def test_ingest_reports_what_became_of_each_source(
    briefings: Briefings, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "notes.txt").write_text("Talks between Japan and Korea went on, without a date.\n")
    ran = briefings("ingest", folder, tmp_path / "empty.txt", tmp_path / "notes.txt")
    assert ran.code == 0  # some failed, some did not
    assert re.search(r"^Added +3$", ran.out, re.MULTILINE)
    assert re.search(r"^Failed +1\n  - empty.txt: \w", ran.out, re.MULTILINE)
    assert re.search(r"^Undated +1 .*--published DATE\n  - notes.txt$", ran.out, re.MULTILINE)
    assert re.search(r"^Passages +\d+   in \d+\.\d s$", ran.out, re.MULTILINE)


def test_ingest_json_is_the_stable_object(briefings: Briefings, folder: Path, tmp_path: Path) -> None:
    ran = briefings("ingest", folder, tmp_path / "none.md", "--json")
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


def test_ask_prints_the_answer_and_then_its_numbered_sources(briefings: Briefings, filled: Path) -> None:
    ran = briefings("ask", "What is the status of Japan-US talks?", home=filled)
    assert ran.code == 0
    answer, sources = ran.out.split("\nSources\n")
    assert "[1]" in answer
    assert sources.startswith('[1] Fifth round of Japan-U.S. talks ends, Trade Desk, 8 June 2025\n    "')
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_first_example_of_the_readme_is_what_is_answered(
    briefings: Briefings, samples_home: Path, tmp_path: Path
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [(question, answer)] = re.findall(r'\$ briefings ask "([^"]*)"\n(.*?)```', readme, re.DOTALL)
    ran = briefings("ask", question, home=shutil.copytree(samples_home, tmp_path / "samples"))
    assert ran.out.split("\nSources\n")[0] == answer


def test_ask_json_is_the_stable_object(briefings: Briefings, filled: Path) -> None:
    ran = briefings(
        "ask", "What is the status of Japan-US talks?", "--as-of", "2025-06-30", "--json", home=filled
    )
    found = json.loads(ran.out)
    assert list(found) == [
        "id",
        "question",
        "answer",
        "abstained",
        "abstention",
        "standalone",
        "since",
        "nearest",
        "searched_for",
        "not_found",
        "nearest_briefings",
        "warnings",
        "as_of",
        "newest_evidence",
        "counted_from",
        "engine",
        "prompt",
        "dropped",
        "usage",
        "latency_ms",
        "sentences",
        "citations",
        "retrieved",
    ]
    assert found["as_of"] == "2025-06-30"
    assert (found["engine"], found["prompt"], found["usage"]) == ("extractive", None, None)
    assert found["newest_evidence"] == "2025-06-08"
    assert found["abstained"] is False
    assert found["retrieved"] == ["japan.md"]  # the other one is newer than the as-of date
    for citation in found["citations"]:
        assert list(citation) == [
            "number",
            "briefing_id",
            "source",
            "title",
            "publisher",
            "published",
            "url",
            "quote",
            "start",
            "end",
            "page",
            "version",
            "also_in",
            "superseded",
        ]
        assert (citation["version"], citation["also_in"]) == (1, [])
        assert citation["page"] is None  # Markdown has no pages
        assert citation["quote"] in JAPAN


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--party", "Canada"),
        ("--party", "ca"),
        ("--publisher", "northern wire"),
        ("--published-from", "2025-06-30"),
    ],
)
def test_ask_looks_only_at_what_the_options_allow(
    briefings: Briefings, filled: Path, option: str, value: str
) -> None:
    ran = briefings("ask", "What is new in trade?", option, value, "--json", home=filled)
    assert json.loads(ran.out)["retrieved"] == ["canada.md"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--publisher", "Nobody"), "No briefing of “Nobody” is on file"),
        (("--party", "Peru"), "No briefing about Peru is on file"),
        (("--party", "Canada"), "The briefings about Canada say nothing"),
        (("--published-to", "2025-06-01"), "No briefing published by 1 June 2025 is on file"),
        (("--published-from", "2025-06-30"), "The briefings published since 30 June 2025 say nothing"),
    ],
)
def test_what_narrowed_a_question_is_said_where_it_is_declined(
    briefings: Briefings, filled: Path, options: tuple[str, ...], said: str
) -> None:
    ran = briefings("ask", "Japan talks", *options, home=filled)
    assert " ".join(ran.out.split()).startswith(said)


def test_what_narrowed_a_search_or_a_timeline_is_said_where_nothing_is_found(
    briefings: Briefings, filled: Path
) -> None:
    found = briefings("search", "Japan talks", "--publisher", "Nobody", home=filled)
    assert found.out.startswith("No briefing of “Nobody” is on file.")
    dated = briefings("timeline", "Japan talks", "--published-to", "2025-06-01", home=filled)
    assert dated.out.startswith("The briefings published by 1 June 2025 tell of no development")


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "Japan talks"),
        ("search", "talks"),
        ("timeline", "talks"),
        ("new", "--since", "2025-01-01"),
        ("list",),
    ],
)
def test_an_empty_home_is_said_to_be_empty_by_its_name(
    briefings: Briefings, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    ran = briefings(*arguments, home=tmp_path / "empty")
    assert (ran.code, ran.err) == (
        0,
        f"No briefing is on file in {tmp_path / 'empty'}. Take some in: briefings ingest FOLDER\n",
    )


def test_a_home_that_holds_something_is_not_said_to_be_empty(briefings: Briefings, filled: Path) -> None:
    assert briefings("search", "talks", "--publisher", "Nobody", home=filled).err == ""


def test_declining_is_no_error(briefings: Briefings, filled: Path) -> None:
    ran = briefings("ask", "Who is the ambassador of Peru to Kenya?", home=filled)
    assert ran.code == 0
    assert "Sources" not in ran.out
    found = json.loads(briefings("ask", "Who is the ambassador of Peru to Kenya?", "--json", home=filled).out)
    assert found["abstained"] is True
    assert found["abstention"] in ("no-subject", "no-detail", "nothing-since")


def test_a_declined_question_shows_what_was_searched_for_and_the_nearest_briefing(
    briefings: Briefings, filled: Path
) -> None:
    ran = briefings("ask", "fifth round of Japan-US talks: when in 2019", home=filled)
    [searched] = re.findall(r"(?s)\nSearched for: (.*?)\n\n", ran.out)
    assert " ".join(searched.split()) == "Japan, United States, fifth round, talks, 2019 (not found), a date"
    assert '\nNearest: Fifth round of Japan-U.S. talks ends, Trade Desk, 8 June 2025\n    "' in ran.out
    nearest = ran.out.split("\nNearest: ")[1].split("\n", 1)[1]
    assert " ".join(nearest.split()).strip('"') in " ".join(JAPAN.split())


def test_nothing_is_said_to_be_searched_for_when_a_question_is_answered(
    briefings: Briefings, filled: Path
) -> None:
    ran = briefings("ask", "What is the status of Japan-US talks?", home=filled)
    assert "Searched for" not in ran.out
    assert "Nearest" not in ran.out


@pytest.mark.parametrize("question", ["", "?", "why " * 5000])
def test_a_question_that_cannot_be_asked_is_one_line(
    briefings: Briefings, filled: Path, question: str
) -> None:
    ran = briefings("ask", question, home=filled)
    assert ran.code == 1
    assert ran.err.startswith("briefings: The question ")
    assert len(ran.err.splitlines()) == 1


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


def test_remove_takes_one_briefing_away(briefings: Briefings, folder: Path) -> None:
    briefings("ingest", folder)
    [canada, japan] = json.loads(briefings("list", "--json").out)
    ran = briefings("remove", canada["id"], "--yes")
    assert ran.code == 0
    assert ran.out == (
        f"Removed {canada['id'][:8]} (Canada doubles its steel duty, 1 July 2025).\n"
        f"To take it in again: briefings ingest {folder / 'canada.md'}\n"
    )
    assert json.loads(briefings("list", "--json").out) == [japan]
    assert json.loads(briefings("remove", japan["id"], "--yes", "--json").out) == japan


def test_remove_asks_on_a_terminal(
    briefings: Briefings, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [canada, _] = json.loads(briefings("list", "--json", home=filled).out)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    ran = briefings("remove", canada["id"], home=filled)
    assert ran.code == 1
    assert len(briefings("list", home=filled).out.splitlines()) == 2


def test_doctor_says_what_a_sound_home_holds(briefings: Briefings, filled: Path) -> None:
    ran = briefings("doctor", home=filled)
    assert ran.code == 0
    assert f"Home       {filled}\nBriefings  2 (0 undated, 0 duplicates)\n" in ran.out
    state = json.loads(briefings("doctor", "--repair", "--json", home=filled).out)
    assert state["problems"] == []
    assert state["repaired"]
    assert state["encoder"]["name"] == "all-MiniLM-L6-v2"


def test_doctor_is_exit_code_1_while_problems_remain(
    briefings: Briefings, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vectorstore.store.Store.verify", lambda _: ["the keyword index lacks 2 passages"])
    ran = briefings("doctor", home=filled)
    assert ran.code == 1
    assert "Problem    the keyword index lacks 2 passages\n" in ran.out
    assert "briefings doctor --repair" in ran.err


def _questions(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_eval_writes_an_answer_a_line_in_order(briefings: Briefings, filled: Path, tmp_path: Path) -> None:
    asked = _questions(
        tmp_path / "questions.jsonl",
        {"id": "q2", "question": "What is the status of Japan-US talks?", "gold_docs": ["japan.md"]},
        {
            "id": "q1",
            "question": "And Canada?",
            "history": [{"role": "user", "content": "What duty does Japan put on steel?"}],
            "as_of": "2025-06-30",
        },
    )
    ran = briefings("eval", asked, "--answers", tmp_path / "a", "--report", tmp_path / "r", home=filled)
    assert ran.code == 0
    assert ran.err == ""
    first, second = map(json.loads, (tmp_path / "a").read_text().splitlines())
    assert (first["id"], second["id"]) == ("q2", "q1")
    assert first["citations"][0]["source"] == "japan.md"
    assert second["as_of"] == "2025-06-30"
    assert "Canada" in second["standalone"]
    assert "canada.md" not in second["retrieved"]
    report = json.loads((tmp_path / "r").read_text())
    assert report["questions"] == 2
    assert report["answered"] + sum(report["abstained"].values()) == 2
    assert set(report["latency_ms"]) == {"median", "p90", "p95", "max"}


def test_eval_twice_writes_the_same_but_for_the_time(
    briefings: Briefings, filled: Path, tmp_path: Path
) -> None:
    asked = _questions(tmp_path / "q", {"id": "a", "question": "How far are the Japan-US talks?"})
    written = []
    for name in ("first", "second"):
        briefings("eval", asked, "--answers", tmp_path / name, home=filled)
        written.append(re.sub(r'"latency_ms": \d+', "", (tmp_path / name).read_text()))
    assert written[0] == written[1]


def test_eval_warns_of_gold_documents_that_are_not_on_file(
    briefings: Briefings, filled: Path, tmp_path: Path
) -> None:
    asked = _questions(tmp_path / "q", {"id": "a", "question": "Canada?", "gold_docs": ["sub/canada.md"]})
    ran = briefings("eval", asked, home=filled)
    assert ran.code == 0
    assert ran.err.startswith("Warning: not on file: 1 gold document, from which")
    assert "sub/canada.md" in ran.err


def test_eval_says_what_is_wrong_before_it_asks(briefings: Briefings, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "q").write_text('{"id": "a", "question": "Canada?"}\n{"id": "b"\n')
    ran = briefings("eval", tmp_path / "q", home=filled)
    assert ran.code == 1
    assert f"{tmp_path / 'q'}, line 2 is not JSON" in ran.err
    asked = _questions(tmp_path / "q", {"id": "a", "question": "Canada?"})
    ran = briefings("eval", asked, "--answers", tmp_path / "none" / "a", home=filled)
    assert ran.code == 1
    assert f"Cannot write {tmp_path / 'none' / 'a'}" in ran.err


def test_what_a_briefing_says_cannot_act_on_the_terminal(briefings: Briefings, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        '---\ntitle: "Duty \\u001b[2Jdoubled"\npublished: 2025-07-01\n---\n'
        "Canada raised its duty \x1b]0;owned\x07 on steel \u202eto 50 percent.\n"
    )
    briefings("ingest", tmp_path / "a.md")
    [found] = json.loads(briefings("list", "--json").out)
    for arguments in (("list",), ("show", found["id"]), ("ask", "What is Canada's duty on steel?")):
        out = briefings(*arguments).out
        assert "50 percent" in out or "doubled" in out
        assert plain(out) == out


def test_an_unexpected_error_is_one_line_and_its_traceback_is_kept(
    briefings: Briefings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("assistant.build.open_desk", broken)
    ran = briefings("list")
    log = tmp_path / "home" / "log" / "briefings.log"
    said = re.fullmatch(
        rf"briefings: Something went wrong .* Error (\w{{8}}) is in {re.escape(str(log))}; .*\n", ran.err
    )
    assert ran.code == 1
    assert said
    assert f"Error {said[1]} in: list" in log.read_text()
    assert "ZeroDivisionError: a bug" in log.read_text()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_serving_the_public_is_refused(briefings: Briefings, host: str) -> None:
    ran = briefings("serve", "--host", host)
    assert ran.code == 1
    assert "there is no login yet" in ran.err
    assert "BRIEFINGS_ALLOW_PUBLIC=1" in ran.err


def test_a_port_in_use_is_said_before_anything_is_loaded(briefings: Briefings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = briefings("serve", "--port", str(taken.getsockname()[1]))
    assert ran.code == 1
    assert "is in use by another program" in ran.err


CHAT = ["langchain", "langchain_openai", "openai", "assistant.drafting.chat_model"]


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], ["chromadb", "torch", "gradio", "openvino", "sqlalchemy", "rich"]),
        (["ask", "--help"], ["chromadb", "torch", "gradio", "openvino", "sqlalchemy"]),
        (
            ["ask", "What is the status of Japan-US talks?"],
            ["torch", "transformers", "sentence_transformers", "gradio", "trafilatura", "fastapi", *CHAT],
        ),
        (["ingest", "--published", "2025-06-08", "README.md"], ["torch", "langchain_core", "trafilatura"]),
    ],
)
def test_only_what_is_needed_is_imported(
    filled: Path, models: Path, arguments: list[str], unwanted: list[str]
) -> None:
    program = (
        f"import sys; sys.argv = ['briefings', *{arguments!r}]\n"
        "from assistant.cli import main\n"
        "try: main()\n"
        f"finally: print([name for name in {unwanted!r} if name in sys.modules], file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(filled, models),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr.splitlines()[-1] == "[]"


def test_a_notice_is_a_line_as_it_is_worded(briefings: Briefings, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object, **__: object) -> None:
        notices.warning("Preparing the models.")
        raise StorageError("The disk is full.")

    monkeypatch.setattr("assistant.build.open_desk", opened)
    assert briefings("list") == Ran(1, "", "Preparing the models.\nbriefings: The disk is full.\n")


def test_ctrl_c_while_the_command_is_imported_is_a_stop(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("builtins.__import__", interrupted)
    with pytest.raises(SystemExit) as ended:
        start.main()
    monkeypatch.undo()
    assert (ended.value.code, capsys.readouterr().err) == (1, "briefings: Stopped.\n")


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
    assert ran.stderr.startswith("briefings: Stopped. What was taken in so far is on file")


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
