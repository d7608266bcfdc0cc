"""Standing questions as they are typed: ask, take something in, ask again, see what changed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.briefings_process import environment
from tests.command import run
from tests.conftest import SAMPLES

QUESTIONS = [
    {"id": "truce", "question": "china truce: when does it lapse"},
    {"id": "then", "question": "china truce: when does it lapse", "as_of": "2025-09-30"},
]
OLD, NEW = "2025-08-12-china-truce-extended.md", "2025-11-05-china-one-year-deal.md"

Typed = Callable[..., CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    folder.mkdir()
    shutil.copy(SAMPLES / OLD, folder)
    return folder


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "standing.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture
def typed(tmp_path: Path, models: Path, folder: Path) -> Typed:
    """Run a command over a home that holds the older of two briefings on one truce."""
    env = environment(tmp_path / "home", models)

    def ran(*arguments: str | Path) -> CompletedProcess[str]:
        return run(env, *map(str, arguments))

    assert ran("ingest", folder).returncode == 0
    return ran


@pytest.mark.slow
def test_after_an_ingest_the_answers_that_changed_are_listed(
    typed: Typed, folder: Path, questions: Path, tmp_path: Path
) -> None:
    first = typed("eval", questions, "--changes")
    assert first.returncode == 0
    assert "there is nothing to compare with yet" in first.stdout

    shutil.copy(SAMPLES / NEW, folder)
    assert typed("ingest", folder).returncode == 0
    report, page = tmp_path / "report.json", tmp_path / "report.html"
    second = typed("eval", questions, "--changes", "--report", report, "--html", page)
    assert (second.returncode, second.stderr) == (0, "")
    shown = " ".join(second.stdout.split())
    assert "Changes 1 of 2 answers since the run of" in shown
    assert "Briefings 1 then, 2 now" in shown
    assert (
        "+ China and the United States: truce to November 2026, fentanyl duty halved, 5 November 2025 (new "
        "on file)" in shown
    )
    assert "“The tariff truce with China, which was due to end on November 10, 2025, now lasts until" in shown

    changes = json.loads(report.read_text(encoding="utf-8"))["changes"]
    [change] = changes["changed"]
    assert (change["id"], change["turn"], changes["unchanged"]) == ("truce", "other answer", 1)
    assert "now lasts until November 10, 2026" in change["now"]["answer"]
    assert "now lasts until November 10, 2026" not in change["before"]["answer"]
    assert {found["source"] for found in change["new_evidence"]} == {NEW}
    assert all(found["arrived"] for found in change["new_evidence"])
    html = page.read_text(encoding="utf-8")
    assert "What changed" in html
    assert "5 November 2025 (new on file)" in html
    assert "1 of 2 answers changed" in html
    assert "now lasts until November 10, 2026" in html

    third = typed("eval", questions, "--changes")
    assert "Changes      1 of 2 answers since the run of" in third.stdout, "nothing came in since the second"
    fourth = typed("eval", questions, "--since", "2999-12-31")
    assert "Changes      0 of 2 answers since the run of" in fourth.stdout
    none = typed("eval", questions, "--since", "1999-12-31")
    assert none.returncode == 1
    assert "No run of these questions from 1999-12-31 23:59 UTC or before is kept." in none.stderr
    assert "over 1 briefing" in none.stderr


def test_a_run_without_changes_is_kept_for_the_next_one_unless_told_not_to(
    typed: Typed, questions: Path, tmp_path: Path
) -> None:
    history = tmp_path / "home" / "history"
    plain = typed("eval", questions, "--no-history")
    assert "Changes" not in plain.stdout
    assert not history.exists()
    assert "Changes" not in typed("eval", questions).stdout
    assert len([*history.rglob("*.jsonl")]) == 1
    compared = typed("eval", questions, "--changes", "--no-history")
    assert "0 of 2 answers since the run of" in compared.stdout
    assert len([*history.rglob("*.jsonl")]) == 1


@pytest.mark.slow
def test_a_question_that_is_newly_answered_says_so(typed: Typed, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "peru.jsonl"
    path.write_text('{"id": "peru", "question": "What is the Peruvian duty on asparagus?"}\n')
    typed("eval", path)
    (folder / "peru.md").write_text(
        "---\ntitle: Peru\x1b[2J asparagus <b>duty</b>\ndate: 2026-01-05\n---\n\n"
        "The Peruvian duty on asparagus is 7 percent since January 4, 2026.\n"
    )
    typed("ingest", folder)
    page = tmp_path / "page.html"
    shown = typed("eval", path, "--changes", "--html", page).stdout
    assert "1 newly answered" in shown
    assert "\x1b" not in shown
    assert "<b>duty" not in page.read_text(encoding="utf-8")


def test_a_damaged_history_file_is_a_warning_and_no_more(
    typed: Typed, questions: Path, tmp_path: Path
) -> None:
    typed("eval", questions)
    [kept] = (tmp_path / "home" / "history").rglob("*.jsonl")
    kept.write_text("{")
    done = typed("eval", questions, "--changes")
    assert done.returncode == 0
    assert f"Warning: The history file {kept} cannot be read" in done.stderr
    assert "nothing to compare with yet" in done.stdout


def test_a_history_that_cannot_be_written_costs_no_answers(
    typed: Typed, questions: Path, tmp_path: Path
) -> None:
    (tmp_path / "home" / "history").write_text("in the way")
    answers = tmp_path / "answers.jsonl"
    done = typed("eval", questions, "--answers", answers)
    assert done.returncode == 0
    assert "Warning: This run could not be kept in" in done.stderr
    assert len(answers.read_text(encoding="utf-8").splitlines()) == 2
