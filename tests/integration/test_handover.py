"""A command hands its work over to the process that serves the home."""

import json
import signal
import stat
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.asking.request import AskRequest
from assistant.desks.endpoint import read_endpoint
from assistant.desks.remote import RemoteDesk
from ingest.report import Report
from tests import command
from tests.briefings_process import environment, serving, start, until
from tests.duties import QUESTION, duty_in
from tests.failing_chat_server import failing_server

ENGINE = "openai:scripted"


class Served(NamedTuple):
    address: str
    env: dict[str, str]
    home: Path
    process: subprocess.Popen[str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[Served]:
    """A page over a home that had one briefing to begin with; it has a chat model, which commands lack."""
    folder = tmp_path_factory.mktemp("served")
    env = environment(folder / "home", models)
    duty_in(folder / "first", 7)
    with failing_server("parrot") as chat:
        with_chat = {**env, "BRIEFINGS_CHAT_MODEL": ENGINE, "BRIEFINGS_CHAT_BASE_URL": chat.address}
        with serving(with_chat, "--first-run", str(folder / "first")) as (process, address):
            yield Served(address, env, folder / "home", process)


def test_the_page_is_there_and_its_address_is_known(served: Served) -> None:
    with urllib.request.urlopen(f"{served.address}/") as page:
        assert page.status == 200
    endpoint = read_endpoint(served.home)
    assert endpoint
    assert endpoint.page == served.address


def test_the_home_and_its_socket_are_for_the_owner_alone(served: Served) -> None:
    assert stat.S_IMODE(served.home.stat().st_mode) == 0o700
    assert stat.S_IMODE((served.home / "briefings.sock").stat().st_mode) == 0o600


def test_the_page_does_not_offer_what_the_socket_does(served: Served) -> None:
    request = urllib.request.Request(f"{served.address}/doctor", method="POST")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code in (404, 405)


@pytest.mark.slow
def test_a_briefing_handed_over_can_be_asked_listed_and_removed(served: Served, tmp_path: Path) -> None:
    env = served.env
    duty_in(tmp_path / "more" / "2025", 8)
    ran = command.run(
        env, "ingest", "more", "--json", folder=tmp_path
    )  # a path that means nothing to the server
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["added"] == 1
    source = str(Path("2025") / "008.md")
    assert source in json.loads(command.run(env, "ask", QUESTION, "--json").stdout)["retrieved"]
    [id] = [
        found["id"]
        for found in json.loads(command.run(env, "list", "--json").stdout)
        if found["source"] == source
    ]
    assert "8 percent" in command.run(env, "show", id[:8]).stdout
    assert command.run(env, "remove", id[:8], "--yes").stdout.startswith("Removed ")
    assert source not in command.run(env, "list", "--json").stdout


def test_an_error_on_the_other_side_is_said_here(served: Served, tmp_path: Path) -> None:
    ran = command.run(served.env, "show", "ffff")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "ffff" in ran.stderr
    ran = command.run(served.env, "ingest", str(tmp_path / "none"))
    assert ran.returncode == 1
    assert "No source could be taken in" in ran.stderr


def test_a_question_set_can_be_asked_while_the_page_is_served(served: Served, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(json.dumps({"id": "q", "question": QUESTION, "gold_docs": ["007.md"]}))
    ran = command.run(served.env, "eval", "q.jsonl", "--answers", "a.jsonl", folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "007.md" in json.loads((tmp_path / "a.jsonl").read_text())["retrieved"]


def test_a_second_server_is_refused_and_told_where_the_first_is(served: Served) -> None:
    ran = command.run(served.env, "serve", "--port", "0")
    assert ran.returncode == 1
    assert f"is being served at {served.address} by process {served.process.pid} already" in ran.stderr


def test_a_serving_process_writes_for_the_commands_that_hand_over(served: Served) -> None:
    answer = json.loads(command.run(served.env, "ask", QUESTION, "--json").stdout)
    assert answer["engine"] == ENGINE
    assert answer["usage"]["calls"] == 1


@pytest.mark.slow
def test_two_ingests_at_once_both_come_through_and_questions_go_on(served: Served, tmp_path: Path) -> None:
    for number in range(20, 36):
        duty_in(tmp_path / f"half{number % 2}", number, paragraphs=4, on="timber")
    endpoint = read_endpoint(served.home)
    assert endpoint
    desk = RemoteDesk(endpoint)
    before = len(desk.list())

    def taken_in(half: int) -> int:
        own = RemoteDesk(endpoint)
        *_, report = own.ingest([str(tmp_path / f"half{half}")])
        own.close()
        assert isinstance(report, Report)
        return report.added

    with ThreadPoolExecutor() as pool:
        halves = [pool.submit(taken_in, half) for half in (0, 1)]
        assert desk.ask(AskRequest(QUESTION)).citations
        assert [half.result() for half in halves] == [8, 8]
    assert len(desk.list()) == before + 16
    assert desk.doctor()["problems"] == []
    desk.close()


@pytest.mark.slow
def test_ctrl_c_in_a_handed_over_ingest_stops_the_other_side_too(served: Served, tmp_path: Path) -> None:
    for number in range(100, 200):  # four batches
        duty_in(tmp_path / "many", number, paragraphs=10, on="timber")
    endpoint = read_endpoint(served.home)
    assert endpoint
    desk = RemoteDesk(endpoint)
    before = len(desk.list())
    process = start(served.env, "ingest", str(tmp_path / "many"))
    until(lambda: len(desk.list()) > before)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "of 100 sources" in said.casefold()
    until(lambda: _steady(desk))
    assert before < len(desk.list()) < before + 100
    assert desk.doctor()["problems"] == []
    desk.close()


def _steady(desk: RemoteDesk) -> bool:
    """Whether nothing is taken in any more."""
    before = len(desk.list())
    time.sleep(1)
    return len(desk.list()) == before
