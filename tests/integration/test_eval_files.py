"""`briefings eval`: the files that it reads and writes, and what it says of them before it asks."""

import errno
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.two_briefings import Briefings


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


@pytest.mark.slow
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


def test_eval_warns_of_a_misspelt_field_and_goes_on(
    briefings: Briefings, filled: Path, tmp_path: Path
) -> None:
    lines = [{"id": id, "question": "Canada?", "gold_doc": ["canada.md"]} for id in ("a", "b")]
    asked = _questions(tmp_path / "q", *lines)
    ran = briefings("eval", asked, home=filled)
    meant = "line 1 and 1 more: nothing reads the field 'gold_doc'; is 'gold_docs' meant?"
    assert (ran.code, ran.err) == (0, f"Warning: {asked}, {meant}\n")


def test_eval_says_what_is_wrong_before_it_asks(briefings: Briefings, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "q").write_text('{"id": "a", "question": "Canada?"}\n{"id": "b"\n')
    ran = briefings("eval", tmp_path / "q", home=filled)
    assert ran.code == 1
    assert f"{tmp_path / 'q'}, line 2 is not JSON: Expecting ',' delimiter, at column 11." in ran.err
    asked = _questions(tmp_path / "q", {"id": "a", "question": "Canada?"})
    ran = briefings("eval", asked, "--answers", tmp_path / "none" / "a", home=filled)
    assert ran.code == 1
    assert f"Cannot write {tmp_path / 'none' / 'a'}" in ran.err


@pytest.mark.slow
def test_eval_says_when_no_line_says_what_would_be_superseded(
    briefings: Briefings, filled: Path, tmp_path: Path
) -> None:
    fact = [{"any_of": ["50 percent"]}]
    line = {"id": "a", "question": "What duty does Canada put on steel?", "nuggets": fact}
    asked = _questions(tmp_path / "q", line)
    ran = briefings("eval", asked, "--html", tmp_path / "page.html", home=filled)
    assert "Superseded   none of the answered questions says what would be superseded\n" in ran.out
    assert "none of the answered questions says" in (tmp_path / "page.html").read_text(encoding="utf-8")
    asked = _questions(tmp_path / "q", line | {"forbidden": ["25 percent"]})
    ran = briefings("eval", asked, "--html", tmp_path / "page.html", home=filled)
    assert "Superseded   0 of 1 answers state a superseded fact (at most 95.0%)" in ran.out
    assert "none of the answered" not in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--answers", "q"), "--answers would write over QUESTIONS.jsonl"),
        (("--html", "sub/../q"), "--html would write over QUESTIONS.jsonl"),
        (("--answers", "link"), "--answers would write over QUESTIONS.jsonl"),
        (("--report", "r", "--html", "r"), "--report and --html are both"),
        (("--report", "old", "--against", "old"), "--report would write over --against"),
        (("--report", "b", "--baseline", "b"), "--report would write over --baseline"),
        (("--html", "new", "--baseline", "new", "--update-baseline"), "--html would write over --baseline"),
        (("--baseline", "q", "--update-baseline"), "--baseline would write over QUESTIONS.jsonl"),
    ],
)
def test_eval_writes_over_nothing_that_it_reads_or_writes(
    briefings: Briefings, filled: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    asked = _questions(tmp_path / "q", {"id": "a", "question": "Canada?"})
    held = asked.read_text()
    (tmp_path / "sub").mkdir()
    (tmp_path / "link").symlink_to(asked)
    for name in ("old", "b"):
        (tmp_path / name).write_text("precious")
    paths = (option if option.startswith("--") else tmp_path / option for option in options)
    ran = briefings("eval", asked, *paths, home=filled)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert asked.read_text() == held
    assert {(tmp_path / name).read_text() for name in ("old", "b")} == {"precious"}
    assert not (tmp_path / "r").exists()


def test_a_file_that_eval_writes_is_there_whole_or_as_it_was(
    briefings: Briefings, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _questions(tmp_path / "q", {"id": "a", "question": "Canada?"})
    (tmp_path / "r").write_text("of yesterday")
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", _full)
        ran = briefings("eval", asked, "--report", tmp_path / "r", "--no-history", home=filled)
    assert ran.code == 1
    assert f"Cannot write {tmp_path / 'r'}: No space left on device" in ran.err
    assert (tmp_path / "r").read_text() == "of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["q", "r"]


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_that_eval_writes_keeps_its_rights_and_its_link(
    briefings: Briefings, filled: Path, tmp_path: Path
) -> None:
    asked = _questions(tmp_path / "q", {"id": "a", "question": "Canada?"})
    (tmp_path / "shared").write_text("of yesterday")
    (tmp_path / "shared").chmod(0o664)
    (tmp_path / "link").symlink_to(tmp_path / "shared")
    ran = briefings("eval", asked, "--report", tmp_path / "link", "--answers", os.devnull, home=filled)
    assert ran.code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o664
    assert json.loads((tmp_path / "shared").read_text())["questions"] == 1
    assert not Path(os.devnull).is_file()
