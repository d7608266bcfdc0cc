"""`briefings doctor` tries the chat model that is set, and says what works or what does not and why."""

import json
from pathlib import Path

import pytest

from tests.briefings_process import environment
from tests.command import run
from tests.failing_chat_server import Reply, body, failing_server, status, words

FORM = json.dumps(
    {
        "id": "x", "object": "chat.completion", "created": 1, "model": "scripted",
        "choices": [{"index": 0, "finish_reason": "stop",
                     "message": {"role": "assistant", "content": '{"word": "yes"}'}}],
    }
)  # fmt: skip


@pytest.fixture
def env(tmp_path: Path, models: Path) -> dict[str, str]:
    return environment(tmp_path / "home", models, BRIEFINGS_CHAT_MODEL="openai:scripted")


def doctor(env: dict[str, str], url: str) -> tuple[int, dict[str, object], str]:
    ran = run({**env, "BRIEFINGS_CHAT_BASE_URL": url}, "doctor", "--json")
    return ran.returncode, json.loads(ran.stdout), ran.stderr


@pytest.mark.slow
def test_a_model_that_works_is_told_with_what_it_can(env: dict[str, str]) -> None:
    form = body(FORM, "application/json")
    with failing_server(words("one two three"), form, words("No.")) as server:
        code, state, _ = doctor(env, server.address)
    assert code == 0
    assert state["chat"] == {
        "name": "openai:scripted",
        "window": 8192,
        "streaming": True,
        "structured_output": True,
        "usage": True,
        "tried_tokens": 700,
        "problems": [],
    }


@pytest.mark.slow
def test_what_a_model_cannot_is_told_and_no_problem_where_no_answer_needs_it(env: dict[str, str]) -> None:
    with failing_server(words("one"), status(400), words("No.")) as server:
        ran = run({**env, "BRIEFINGS_CHAT_BASE_URL": server.address}, "doctor")
    assert ran.returncode == 0, ran.stderr
    said = " ".join(ran.stdout.split())
    assert "does not stream" in said
    assert "no structured output, which no answer needs" in said
    assert "window of 8,192 tokens" in said


def test_a_model_that_does_not_answer_is_a_problem_beside_a_sound_home(env: dict[str, str]) -> None:
    with failing_server(status(401)) as server:
        code, state, said = doctor(env, server.address)
    assert code == 1
    assert state["problems"] == []
    assert "refused the key (401)" in str(state["chat"])
    assert "The home is sound; the chat model does not work" in said


def test_a_window_that_is_smaller_than_said_is_found_out(env: dict[str, str]) -> None:
    form = body(FORM, "application/json")
    with failing_server(words("one two"), form, status(400)) as server:
        code, state, _ = doctor(env, server.address)
    assert code == 1
    assert "set BRIEFINGS_CHAT_WINDOW" in str(state["chat"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("third", "why"),
    [
        ([status(429)] * 4, "takes no more questions for now (429)"),
        ([status(500, "Boom")] * 4, "answered with an error (500): “Boom”"),
        ([words("I'm sorry, I cannot help with that.")], "refuses to answer: “I'm sorry, I cannot help"),
    ],
)
def test_what_fails_at_a_long_text_for_another_reason_is_told_as_that(
    env: dict[str, str], third: list[Reply], why: str
) -> None:
    form = body(FORM, "application/json")
    with failing_server(words("one two"), form, *third) as server:
        code, state, _ = doctor(env, server.address)
    assert code == 1
    assert why in str(state["chat"])
    assert "WINDOW" not in str(state["chat"])


def test_a_context_that_is_too_long_names_its_setting_once(env: dict[str, str]) -> None:
    form, long = body(FORM, "application/json"), status(400, "maximum context length is 2048 tokens")
    with failing_server(words("one two"), form, long) as server:
        code, state, _ = doctor(env, server.address)
    assert code == 1
    assert str(state["chat"]).count("BRIEFINGS_CHAT_WINDOW") == 1


@pytest.mark.slow
def test_a_model_that_refuses_or_is_too_slow_does_not_work(env: dict[str, str]) -> None:
    with failing_server(words("I'm sorry, I can't assist with that.")) as server:
        code, state, _ = doctor(env, server.address)
    assert code == 1
    assert "refuses to answer" in str(state["chat"])
    with failing_server("slow") as server:
        code, state, _ = doctor({**env, "BRIEFINGS_CHAT_TIMEOUT": "1"}, server.address)
    assert code == 1
    assert "took longer than 1 s (BRIEFINGS_CHAT_TIMEOUT)" in str(state["chat"])


def test_a_model_that_cannot_be_made_leaves_the_home_looked_over(env: dict[str, str]) -> None:
    env = {name: value for name, value in env.items() if name != "OPENAI_API_KEY"}
    ran = run(env, "doctor", "--json")
    state = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert state["problems"] == []
    assert "export OPENAI_API_KEY" in state["chat"]["problems"][0]


@pytest.mark.parametrize(
    ("model", "fix"),
    [
        ("openai:x", "export OPENAI_API_KEY"),
        ("anthropic:x", "export ANTHROPIC_API_KEY"),
        ("google:x", "export GOOGLE_API_KEY"),
        ("ollama:x", "pip install 'trade-briefings-assistant[ollama]'"),
        ("mistralai:x", "pip install langchain-mistralai"),
        ("nosuch:x", "one of openai, anthropic, google, ollama"),
    ],
)
def test_what_keeps_a_model_from_being_made_is_printed_with_what_mends_it(
    env: dict[str, str], model: str, fix: str
) -> None:
    unset = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY")
    bare = {name: value for name, value in env.items() if name not in unset}
    ran = run({**bare, "BRIEFINGS_CHAT_MODEL": model}, "doctor")
    assert ran.returncode == 1
    said = " ".join(ran.stdout.split())
    assert fix in said
    assert f"Chat model {model}: does not answer" in said
    assert "Sound " in said
    assert ran.stderr.startswith("briefings: The home is sound; the chat model does not work")


def test_asking_with_a_model_that_cannot_be_made_gives_one_line(env: dict[str, str]) -> None:
    ran = run(env, "ask", "When does the truce end?")
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "export OPENAI_API_KEY" in ran.stderr
