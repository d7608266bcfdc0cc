"""Several processes and one home: who works, who hands over, who waits, who is refused."""

import json
import os
import signal
import stat
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.build import open_desk
from assistant.endpoint import read_endpoint
from assistant.remote import RemoteDesk
from tests import command
from tests.briefings_process import environment, run, serving, start
from vectorstore.errors import HomeInUseError
from vectorstore.lock import hold, holder
from vectorstore.settings import HomeSettings

QUESTION = "What is the duty of Canada on steel?"


def _briefing(folder: Path, number: int, paragraphs: int = 1) -> None:
    """A briefing about one month's steel duty; some paragraphs make it long to embed."""
    folder.mkdir(parents=True, exist_ok=True)
    day = f"2025-{number % 12 + 1:02d}-01"
    text = "\n\n".join(
        f"Canada set its duty number {number}-{n} on steel to {number} percent after talks with the "
        "United States, and said that it would look at the matter again before the end of the year."
        for n in range(paragraphs)
    )
    (folder / f"{number:03}.md").write_text(f"---\ntitle: Steel {number}\npublished: {day}\n---\n{text}\n")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def env(home: Path, models: Path) -> dict[str, str]:
    return environment(home, models)


class Served(NamedTuple):
    address: str
    env: dict[str, str]
    home: Path
    process: subprocess.Popen[str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[Served]:
    """A page over a home that had one briefing to begin with."""
    folder = tmp_path_factory.mktemp("served")
    env = environment(folder / "home", models)
    _briefing(folder / "first", 7)
    with serving(env, "--first-run", str(folder / "first")) as (process, address):
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


def test_a_briefing_handed_over_can_be_asked_listed_and_removed(served: Served, tmp_path: Path) -> None:
    env = served.env
    _briefing(tmp_path / "more" / "2025", 8)
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


def test_two_ingests_at_once_both_come_through_and_questions_go_on(served: Served, tmp_path: Path) -> None:
    before = len(command.run(served.env, "list").stdout.splitlines())
    for number in range(20, 50):
        _briefing(tmp_path / f"half{number % 2}", number, paragraphs=10)
    with ThreadPoolExecutor() as pool:
        halves = [
            pool.submit(run, served.env, "ingest", str(tmp_path / f"half{n}"), "--json") for n in (0, 1)
        ]
        assert run(served.env, "ask", QUESTION).returncode == 0
        reports = [json.loads(half.result().stdout) for half in halves]
    assert [report["added"] for report in reports] == [15, 15]
    assert len(command.run(served.env, "list").stdout.splitlines()) == before + 30
    assert command.run(served.env, "doctor").returncode == 0


def test_ctrl_c_in_a_handed_over_ingest_stops_the_other_side_too(served: Served, tmp_path: Path) -> None:
    for number in range(100, 200):
        _briefing(tmp_path / "many", number, paragraphs=20)
    endpoint = read_endpoint(served.home)
    assert endpoint
    desk = RemoteDesk(endpoint)
    before = len(desk.list())
    process = start(served.env, "ingest", str(tmp_path / "many"))
    _until(lambda: len(desk.list()) > before)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "Stopped. What was taken in so far is on file" in said
    _until(lambda: _steady(desk))
    assert before < len(desk.list()) < before + 100
    assert desk.doctor()["problems"] == []
    desk.close()


def test_two_ingests_at_once_without_a_server_both_come_through(env: dict[str, str], tmp_path: Path) -> None:
    for number in range(20, 24):
        _briefing(tmp_path / f"half{number % 2}", number)
    with ThreadPoolExecutor() as pool:
        halves = [pool.submit(run, env, "ingest", str(tmp_path / f"half{n}"), "--json") for n in (0, 1)]
        assert [json.loads(half.result().stdout)["added"] for half in halves] == [2, 2]
    assert len(command.run(env, "list").stdout.splitlines()) == 4
    assert command.run(env, "doctor").returncode == 0  # which reads every vector back


def test_sigterm_gives_the_home_up_in_good_order(env: dict[str, str], home: Path) -> None:
    with serving(env) as (process, address), urllib.request.urlopen(f"{address}/gradio_api/heartbeat/a"):
        process.send_signal(signal.SIGTERM)  # while a page is open
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said == "Stopped.\n"
    assert not (home / "briefings.sock").exists()
    assert not (home / "serving.json").exists()
    assert holder(home) is None


def test_after_a_killed_server_a_command_or_another_server_opens_the_home(
    env: dict[str, str], home: Path, tmp_path: Path
) -> None:
    _briefing(tmp_path / "first", 7)
    with serving(env, "--first-run", str(tmp_path / "first")) as (process, _):
        process.kill()
        process.wait()
    assert (home / "briefings.sock").exists()  # left behind
    assert "007.md" in command.run(env, "ask", QUESTION, "--json").stdout
    _briefing(tmp_path / "samples", 8)
    with serving(env, "--first-run", str(tmp_path / "samples")):  # no first run any more
        assert [found["source"] for found in json.loads(command.run(env, "list", "--json").stdout)] == [
            "007.md"
        ]


def test_a_home_kept_by_another_command_is_waited_for_and_then_refused_by_its_pid(
    settings: HomeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.build.COMMAND_SECONDS", 0.3)
    held = hold(settings.home, "ingest")
    try:
        with pytest.raises(HomeInUseError, match=rf"process {os.getpid()} \(briefings ingest\)") as caught:
            open_desk(settings, "ask")
    finally:
        held.release()
    assert caught.value.pid == os.getpid()


def test_a_home_that_is_free_soon_is_waited_for(settings: HomeSettings) -> None:
    held = hold(settings.home, "ingest")
    threading.Timer(0.5, held.release).start()
    desk = open_desk(settings, "ask")
    assert desk.list() == []
    desk.close()


def test_a_server_that_is_still_starting_is_waited_for(env: dict[str, str], settings: HomeSettings) -> None:
    process = start(env, "serve", "--port", "0")
    try:
        _until(lambda: holder(settings.home) is not None)
        desk = open_desk(settings, "ask")
        assert isinstance(desk, RemoteDesk)
        assert desk.list() == []
        desk.close()
    finally:
        process.terminate()
        process.communicate(timeout=60)


def _until(true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def _steady(desk: RemoteDesk) -> bool:
    """Whether nothing is taken in any more."""
    before = len(desk.list())
    time.sleep(1)
    return len(desk.list()) == before
