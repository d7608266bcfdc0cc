"""`briefings eval` as it is typed: the table, the report, comparing with a run, what is refused."""

import json
import re
from pathlib import Path

import pytest

from assistant.evaluation.metrics import METRICS
from tests.evaluating import LINES, Eval, read
from vectorstore.errors import StorageError


@pytest.mark.slow
def test_the_table_has_a_row_for_each_type_and_one_for_all(evaluate: Eval) -> None:
    ran = evaluate()
    assert ran.code == 0
    rows = [line.split()[0] for line in ran.out.split("\n\n")[0].splitlines()]
    assert rows == ["Facts", "Type", "status", "as_of", "change", "all"]
    assert "Questions    6 over 14 briefings, extractive" in ran.out
    assert "Verbatim" in ran.out


@pytest.mark.slow
def test_the_questions_that_went_wrong_are_named_with_what_is_missing(
    evaluate: Eval, asked: Path, tmp_path: Path
) -> None:
    lines = [json.loads(line) for line in asked.read_text(encoding="utf-8").splitlines()]
    lines[0] |= {"answerable": True, "nuggets": [{"any_of": ["zinc"], "note": "it says zinc"}]}
    asked.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    shown = evaluate().out
    assert re.search(r"^Right +\d+ of \d+ questions$", shown, re.MULTILINE)
    assert lines[0]["id"] in shown
    assert lines[0]["question"] in shown
    assert "A required fact is missing: it says zinc" in shown


def test_a_narrow_table_keeps_the_figures_that_it_has_room_for(
    evaluate: Eval, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.commands.console.WIDE", 40)
    table = evaluate().out.split("\n\n")[0]
    assert "Facts" not in table
    assert "…" not in table
    assert re.search(r"^all +6 +\d\.\d\d \(\d\.\d\d-\d\.\d\d\) +-$", table, re.MULTILINE)


def test_the_report_has_every_metric_with_its_interval_and_every_outcome(
    evaluate: Eval, tmp_path: Path
) -> None:
    evaluate("--report", tmp_path / "report.json")
    report = read(tmp_path / "report.json")
    names = {metric.name for metric in METRICS}
    assert set(report["overall"]) == names
    assert set(report["by_type"]) == {"status", "as_of", "change"}
    assert all(set(figures) == names | {"questions"} for figures in report["by_type"].values())
    correct = report["overall"]["correct"]
    assert correct["of"] == 6
    assert correct["interval"]["low"] <= correct["value"] <= correct["interval"]["high"]
    assert set(report["digests"]) == {"corpus", "questions", "encoder", "prompts"}
    assert [outcome["id"] for outcome in report["outcomes"]] == [json.loads(line)["id"] for line in LINES]
    assert report["promises_broken"] == []


def test_an_evaluation_starts_no_process_to_look_for_damage(
    evaluate: Eval, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr("subprocess.Popen", lambda *given, **_: started.append(given))
    assert evaluate().code == 0
    assert started == []


@pytest.mark.slow
def test_the_page_is_written_with_what_the_run_is_compared_with(evaluate: Eval, tmp_path: Path) -> None:
    evaluate("--report", tmp_path / "report.json")
    ran = evaluate("--html", tmp_path / "page.html", "--against", tmp_path / "report.json")
    assert ran.code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<h1>How questions.jsonl was answered</h1>" in page
    assert "<h2>Against report.json</h2>" in page
    for line in LINES:
        assert f'id="q-{json.loads(line)["id"]}"' in page


@pytest.mark.slow
def test_a_run_against_itself_differs_in_nothing(evaluate: Eval, tmp_path: Path) -> None:
    evaluate("--report", tmp_path / "report.json")
    ran = evaluate("--report", tmp_path / "again.json", "--against", tmp_path / "report.json")
    assert ran.code == 0
    assert "Against report.json, 6 questions in common" in ran.out
    assert "not the same in both" not in ran.out
    against = read(tmp_path / "again.json")["against"]
    assert {d["value"] for d in against["differences"].values()} == {0}
    assert (against["newly_wrong"], against["newly_right"], against["changed"]) == ([], [], [])


@pytest.mark.slow
def test_a_run_against_a_worse_one_tells_what_became_right(evaluate: Eval, tmp_path: Path) -> None:
    evaluate("--report", tmp_path / "report.json")
    report = read(tmp_path / "report.json")
    right = [outcome for outcome in report["outcomes"] if outcome["verdict"] == "correct"]
    for outcome in right:
        outcome["verdict"] = "incomplete"
    (tmp_path / "report.json").write_text(json.dumps(report), encoding="utf-8")
    ran = evaluate("--against", tmp_path / "report.json")
    assert f"Newly right: {', '.join(outcome['id'] for outcome in right)}" in ran.out


def test_a_file_that_is_no_report_is_refused_before_anything_is_asked(evaluate: Eval, asked: Path) -> None:
    ran = evaluate("--against", asked)
    assert ran.code == 1
    assert "is no report of a run" in ran.err
    assert ran.out == ""


def _fails(*_: object) -> None:
    raise StorageError("The disk is full.")


def test_asking_writes_over_no_file_before_it_has_an_answer(
    evaluate: Eval, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.json").write_text("precious")
    monkeypatch.setattr("assistant.commands.question_run.ask_all", _fails)
    assert evaluate("--report", tmp_path / "report.json").code == 1
    assert (tmp_path / "report.json").read_text() == "precious"


def test_a_run_that_fails_leaves_no_empty_file(
    evaluate: Eval, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.commands.question_run.ask_all", _fails)
    assert evaluate("--report", tmp_path / "report.json", "--html", tmp_path / "page.html").code == 1
    assert not [*tmp_path.glob("report.json"), *tmp_path.glob("page.html")]


def test_a_question_that_cannot_be_asked_is_named_with_its_line_before_anything_is_asked(
    evaluate: Eval, tmp_path: Path
) -> None:
    (tmp_path / "long.jsonl").write_text(f"{LINES[0]}\n" + json.dumps({"id": "z", "question": "why " * 1250}))
    ran = evaluate("--answers", tmp_path / "lost.jsonl", questions=tmp_path / "long.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert "long.jsonl, line 2: The question has" in ran.err


def test_both_without_a_chat_model_is_refused_before_anything_is_asked(
    evaluate: Eval, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("assistant.commands.question_run.ask_all", lambda *given: asked.append(given))
    ran = evaluate("--both")
    assert (ran.code, asked) == (1, [])
    assert "Set BRIEFINGS_CHAT_MODEL" in ran.err
