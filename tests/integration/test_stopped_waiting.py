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
from tests.briefings_process import environment, serving, start
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
