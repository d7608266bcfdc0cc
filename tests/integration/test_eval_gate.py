"""The gate of `briefings eval`: what is pinned, when it is red, and which floors may be lowered."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.evaluating import LINES, Eval, read


@pytest.mark.slow
def test_the_gate_is_green_on_the_run_that_was_pinned(evaluate: Eval, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    ran = evaluate("--baseline", baseline)
    assert ran.code == 1
    assert "add --update-baseline" in ran.err
    assert evaluate("--baseline", baseline, "--update-baseline").code == 0
    ran = evaluate("--baseline", baseline, "--report", tmp_path / "report.json")
    assert ran.code == 0
    assert "Gate         green" in ran.out
    assert read(tmp_path / "report.json")["gate"]["red"] is False


def _pinned(evaluate: Eval, path: Path, **changes: Any) -> dict[str, Any]:
    evaluate("--baseline", path, "--update-baseline")
    pinned = read(path)
    for key, values in changes.items():
        pinned[key] |= values
    path.write_text(json.dumps(pinned), encoding="utf-8")
    return pinned


@pytest.mark.slow
def test_the_gate_is_red_when_a_figure_is_worse_than_pinned(evaluate: Eval, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    _pinned(evaluate, baseline, at_most={"words_p90": 5})
    ran = evaluate("--baseline", baseline, "--report", tmp_path / "report.json")
    assert ran.code == 1
    assert "Gate         red" in ran.out
    assert "Words, 90th percentile rose to" in ran.out
    assert ran.err.startswith(f"briefings: Worse than {baseline}: 1 finding,")
    assert "--update-baseline --lower-floors" in ran.err
    assert read(tmp_path / "report.json")["gate"]["red"] is True  # the report is written all the same


@pytest.mark.slow
def test_another_question_set_is_named_and_nothing_is_compared(
    evaluate: Eval, asked: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    _pinned(evaluate, baseline)
    asked.write_text("\n".join(LINES[:-1]), encoding="utf-8")
    ran = evaluate("--baseline", baseline, "--html", tmp_path / "page.html")
    assert ran.code == 1
    assert "The questions are not the baseline's" in ran.out
    assert "fell to" not in ran.out
    for told in (ran.out, (tmp_path / "page.html").read_text(encoding="utf-8")):
        assert not re.search("Newly (wrong|right)|Other answer|Answered in other words", told)
    assert ran.err.startswith(f"briefings: Not comparable with {baseline}: questions of this run")
    assert "--update-baseline, and --lower-floors where a floor falls" in ran.err


@pytest.mark.slow
def test_a_run_that_is_not_comparable_lowers_floors_only_when_told(
    evaluate: Eval, asked: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    pinned = _pinned(evaluate, baseline, at_least={"score": 1.5})
    asked.write_text("\n".join(LINES[:-1]), encoding="utf-8")
    ran = evaluate("--baseline", baseline, "--update-baseline")
    assert ran.code == 1
    assert "Score (+1, 0, -1): at least 1.5 is pinned" in ran.err
    assert "Other than when they were pinned, which may be why: questions.\nAdd --lower-floors" in ran.err
    assert read(baseline) == pinned
    ran = evaluate("--baseline", baseline, "--update-baseline", "--lower-floors")
    assert (ran.code, "lowered: Score" in ran.out) == (0, True)
    assert evaluate("--baseline", baseline).code == 0


@pytest.mark.slow
def test_a_run_that_is_not_comparable_is_pinned_where_no_floor_falls(
    evaluate: Eval, asked: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    _pinned(evaluate, baseline)
    asked.write_text("\n".join([LINES[0], *LINES[2:], LINES[1]]), encoding="utf-8")
    assert evaluate("--baseline", baseline, "--update-baseline").code == 0
    assert evaluate("--baseline", baseline).code == 0


@pytest.mark.slow
def test_a_floor_is_lowered_only_when_told(evaluate: Eval, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    pinned = _pinned(evaluate, baseline, at_least={"score": 1.5})
    ran = evaluate("--baseline", baseline, "--update-baseline")
    assert ran.code == 1
    assert "floors would fall" in ran.err
    assert "Score (+1, 0, -1): at least 1.5 is pinned" in ran.err
    assert read(baseline) == pinned
    ran = evaluate("--baseline", baseline, "--update-baseline", "--lower-floors")
    assert ran.code == 0
    assert "lowered: Score" in ran.out
    assert read(baseline)["at_least"]["score"] <= 1


def test_a_run_that_breaks_a_promise_is_never_pinned(
    evaluate: Eval, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.steps.forms._retrieved", lambda _: ("a.md", "a.md"))
    ran = evaluate("--baseline", tmp_path / "baseline.json", "--update-baseline", "--lower-floors")
    assert ran.code == 1
    assert "the run breaks" in ran.err
    assert "a briefing is retrieved twice" in ran.out
    assert not (tmp_path / "baseline.json").exists()
