"""`briefings eval`: the files that it reads and writes, and what it says of them before it asks."""

import json
import re
from pathlib import Path
from typing import Any

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
