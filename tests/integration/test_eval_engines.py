"""`briefings eval --both`: the answers of a chat model beside the verbatim ones."""

import re
from pathlib import Path

import pytest

from tests.evaluating import LINES, Eval, read
from tests.failing_chat_server import failing_server, status, words


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
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
