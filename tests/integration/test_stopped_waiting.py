"""A program that waits for a chat model ends when it is told to, and the answer is the verbatim one."""

import json
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.desks.local import LocalDesk
from tests.briefings_process import environment, run, serving, start
from tests.failing_chat_server import FailingServer, failing_server
from tests.integration.test_chat_faults import chat_with
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

TYPED = "what is the status of Japan-US talks"


def asked(server: FailingServer) -> None:
    """Wait until the model has been asked."""
    deadline = time.monotonic() + 60
    while not server.requests and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.requests


@pytest.mark.slow
def test_a_desk_that_is_closed_lets_no_answer_wait_for_a_model(
    samples_home: Path, models: Path, encoder: Encoder, tmp_path: Path
) -> None:
    home = shutil.copytree(samples_home, tmp_path / "home")
    store = Store.open(HomeSettings(home=home, models=models), encoder)
    with failing_server("hang") as server, ThreadPoolExecutor(1) as aside:
        desk = LocalDesk(store, Answering(store, chat_with(server)))
        waiting = aside.submit(desk.ask, AskRequest(TYPED))
        asked(server)
        closed = time.monotonic()
        desk.close()
        answer = waiting.result(25)
    assert time.monotonic() - closed < 15  # of 30 that a reply may take
    assert "was stopped" in answer.warnings[-1].text
    assert answer.citations


@pytest.mark.slow
def test_serve_ends_at_once_while_a_model_is_waited_for(
    samples_home: Path, models: Path, tmp_path: Path
) -> None:
    home = shutil.copytree(samples_home, tmp_path / "home")
    with failing_server("hang") as server:
        env = environment(
            home, models, BRIEFINGS_CHAT_MODEL="openai:x", BRIEFINGS_CHAT_BASE_URL=server.address
        )
        with serving(env) as (process, _):
            other = start(env, "ask", TYPED, "--json")
            asked(server)
            told = time.monotonic()
            process.send_signal(signal.SIGINT)
            process.wait(50)
            took = time.monotonic() - told
        said, _ = other.communicate(timeout=30)
    assert took < 15  # of 60 that a reply may take
    assert "was stopped" in json.loads(said)["warnings"][-1]["text"]


@pytest.mark.slow
def test_serve_ends_within_seconds_while_a_long_text_is_taken_in_and_keeps_what_came_before(
    samples_home: Path, models: Path, tmp_path: Path
) -> None:
    env = environment(shutil.copytree(samples_home, tmp_path / "home"), models)
    folder = tmp_path / "long"
    folder.mkdir()
    (folder / "a.txt").write_text("Tin\nPublished: 2025-06-06\n\nThe duty on tin is 4 percent.")
    entries = (f"Entry {n}: a consignment of steel coil was cleared at port {n}.\n\n" for n in range(90_000))
    (folder / "b.txt").write_text("Ledger\nPublished: 2025-06-07\n\n" + "".join(entries))
    with serving(env) as (process, _):
        other = start(env, "ingest", str(folder))
        deadline = time.monotonic() + 60
        while "\tTin\t" not in run(env, "list").stdout and time.monotonic() < deadline:
            pass
        told = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        took = time.monotonic() - told
    assert took < 30  # a batch was minutes
    assert other.communicate(timeout=30)[0]
    listed = run(env, "list").stdout
    assert "\tTin\t" in listed
    assert "Ledger" not in listed
