"""`briefings eval` as it is typed: the table, the report, comparing with a run, the gate's exit codes."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from assistant import cli
from assistant.evaluation.metrics import METRICS
from tests.conftest import SAMPLES
from tests.failing_chat_server import failing_server, status, words
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import StorageError

LINES = (SAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()[:6]


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Eval = Callable[..., Ran]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, samples_home: Path) -> Path:
    """A home with the sample briefings."""
    return shutil.copytree(samples_home, tmp_path_factory.mktemp("eval") / "home")


@pytest.fixture(autouse=True, scope="module")
def one_encoder(encoder: Encoder) -> Iterator[None]:
    """Load no encoder for each run: what the command keeps until its process ends adds up in this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vectorstore.encoder.embedding.load_encoder", lambda *_: encoder)
        patch.setattr("gc.freeze", lambda: None)
        yield


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def evaluate(
    home: Path,
    models: Path,
    asked: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Eval:
    """Run `briefings eval` over the samples in this process."""

    def ran(*options: str | Path, questions: Path = asked) -> Ran:
        monkeypatch.setenv("BRIEFINGS_HOME", str(home))
        monkeypatch.setenv("BRIEFINGS_MODELS", str(models))
        monkeypatch.setattr(sys, "argv", ["briefings", "eval", str(questions), *map(str, options)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, *capsys.readouterr())

    return ran


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_the_table_has_a_row_for_each_type_and_one_for_all(evaluate: Eval) -> None:
    ran = evaluate()
    assert ran.code == 0
    rows = [line.split()[0] for line in ran.out.split("\n\n")[0].splitlines()]
    assert rows == ["Facts", "Type", "status", "as_of", "change", "all"]
    assert "Questions    6 over 14 briefings, extractive" in ran.out
    assert "Verbatim" in ran.out


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
    monkeypatch.setattr("assistant.commands.evaluate.WIDE", 40)
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


def test_the_page_is_written_with_what_the_run_is_compared_with(evaluate: Eval, tmp_path: Path) -> None:
    evaluate("--report", tmp_path / "report.json")
    ran = evaluate("--html", tmp_path / "page.html", "--against", tmp_path / "report.json")
    assert ran.code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<h1>How questions.jsonl was answered</h1>" in page
    assert "<h2>Against report.json</h2>" in page
    for line in LINES:
        assert f'id="q-{json.loads(line)["id"]}"' in page


def test_a_run_against_itself_differs_in_nothing(evaluate: Eval, tmp_path: Path) -> None:
    evaluate("--report", tmp_path / "report.json")
    ran = evaluate("--report", tmp_path / "again.json", "--against", tmp_path / "report.json")
    assert ran.code == 0
    assert "Against report.json, 6 questions in common" in ran.out
    assert "not the same in both" not in ran.out
    against = read(tmp_path / "again.json")["against"]
    assert {d["value"] for d in against["differences"].values()} == {0}
    assert (against["newly_wrong"], against["newly_right"], against["changed"]) == ([], [], [])


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


def test_a_run_that_is_not_comparable_is_pinned_where_no_floor_falls(
    evaluate: Eval, asked: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    _pinned(evaluate, baseline)
    asked.write_text("\n".join([LINES[0], *LINES[2:], LINES[1]]), encoding="utf-8")
    assert evaluate("--baseline", baseline, "--update-baseline").code == 0
    assert evaluate("--baseline", baseline).code == 0


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


def test_both_engines_are_put_side_by_side(
    evaluate: Eval, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing_server("parrot") as server:
        monkeypatch.setenv("BRIEFINGS_CHAT_MODEL", "openai:parrot")
        monkeypatch.setenv("BRIEFINGS_CHAT_BASE_URL", server.address)
        monkeypatch.setenv("BRIEFINGS_CHAT_PRICE", "1/2")
        ran = evaluate("--both", "--report", tmp_path / "report.json", "--no-history")
    assert ran.code == 0, ran.err
    verbatim, model = read(tmp_path / "report.json")["engines_compared"]
    assert (verbatim["name"], model["name"]) == ("extractive", "openai:parrot")
    assert verbatim["figures"]["correct"]["of"] == model["figures"]["correct"]["of"] == len(LINES)
    for side in (verbatim, model):
        assert side["wrote"] == side["answered"] > 0
        assert (side["word_for_word"] > 0, side["pass_rules"]) == (True, [0, 0])
        assert side["words"]["median"] > 0
        assert side["latency"]["median"] is not None
    assert (verbatim["tokens"], verbatim["cost"], verbatim["fell_back"]) == (None, None, 0)
    asked = len(server.requests)
    assert model["tokens"] == asked * 760
    assert model["cost"] == pytest.approx(asked * (700 * 1 + 60 * 2) / 1e6)
    assert "Both engines" in ran.out
    assert "openai:parrot" in ran.out


def test_answers_that_fell_back_are_none_of_the_models(
    evaluate: Eval, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing_server(words("NO ANSWER"), "parrot") as server:
        monkeypatch.setenv("BRIEFINGS_CHAT_MODEL", "openai:parrot")
        monkeypatch.setenv("BRIEFINGS_CHAT_BASE_URL", server.address)
        ran = evaluate("--both", "--report", tmp_path / "report.json", "--no-history")
    assert ran.code == 0, ran.err
    verbatim, model = read(tmp_path / "report.json")["engines_compared"]
    assert (model["fell_back"], model["wrote"]) == (1, model["answered"] - 1)
    assert model["answered"] == verbatim["answered"] == verbatim["wrote"]
    assert f"{model['wrote']} of {model['answered']} answers" in ran.out
    assert re.search(r"past the rules' check +- +-", ran.out)


def test_what_is_known_of_tokens_is_summed_up_where_some_answers_do_not_tell(
    evaluate: Eval, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing_server(status(401), "parrot") as server:
        monkeypatch.setenv("BRIEFINGS_CHAT_MODEL", "openai:parrot")
        monkeypatch.setenv("BRIEFINGS_CHAT_BASE_URL", server.address)
        ran = evaluate("--both", "--report", tmp_path / "report.json", "--no-history")
    _, model = read(tmp_path / "report.json")["engines_compared"]
    assert (model["tokens"], model["counted"]) == ((len(server.requests) - 1) * 760, "at least")
    assert f"at least {model['tokens']:,}" in ran.out


def test_without_a_model_there_are_not_two_engines(evaluate: Eval) -> None:
    ran = evaluate("--both", "--no-history")
    assert ran.code == 1
    assert "Set BRIEFINGS_CHAT_MODEL" in ran.err
