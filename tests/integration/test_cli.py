"""The command line: what holds for every command, its help, its exit codes and its last word on errors."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assistant import start
from assistant.commands.output import plain
from tests.briefings_process import COMMAND, environment
from tests.two_briefings import Briefings, Ran
from vectorstore.encoder.runtime import notices
from vectorstore.errors import StorageError

COMMANDS = (
    *("ingest", "ask", "timeline", "new", "eval", "serve", "list", "show", "remove", "doctor"),
    *("reindex", "export", "import"),
)


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


@pytest.mark.slow
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


@pytest.mark.parametrize(
    ("buffered", "arguments"), [("", ("list",)), ("1", ("list", "--json")), ("1", ("--help",))]
)
def test_a_full_disk_behind_the_output_is_said_in_one_line(
    filled: Path, models: Path, tmp_path: Path, arguments: tuple[str, ...], buffered: str
) -> None:
    home = shutil.copytree(filled, tmp_path / "home")
    with Path("/dev/full").open("w") as full:
        ran = _started(environment(home, models, PYTHONUNBUFFERED=buffered), *arguments, stdout=full)
    assert (ran.returncode, ran.stderr) == (
        1,
        "briefings: Not all could be written: No space left on device. "
        "Make room, and run the command again.\n",
    )


def test_a_reader_that_leaves_is_no_error(filled: Path, models: Path, tmp_path: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "w") as left:
        home = shutil.copytree(filled, tmp_path / "home")
        ran = _started(environment(home, models), "list", stdout=left)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_streams_that_are_closed_are_not_missed(models: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "home", models)
    ran = _started(env, "--version", preexec_fn=lambda: [os.close(number) for number in (0, 1)])
    assert (ran.returncode, ran.stderr) == (0, "")


def _started(env: Mapping[str, str], *arguments: str, **how: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], env=env, stderr=subprocess.PIPE, text=True, check=False, **how
    )


CHAT = ["langchain", "langchain_openai", "openai", "assistant.drafting.chat_model"]


@pytest.mark.slow
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
    filled: Path, models: Path, tmp_path: Path, arguments: list[str], unwanted: list[str]
) -> None:
    program = (
        f"import sys; sys.argv = ['briefings', *{arguments!r}]\n"
        "from assistant.cli import main\n"
        "try: main()\n"
        f"finally: print([name for name in {unwanted!r} if name in sys.modules], file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(shutil.copytree(filled, tmp_path / "home"), models),
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
