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

from assistant.asking.request import AskRequest
from assistant.build import open_desk
from assistant.desks.desk import Desk
from assistant.desks.endpoint import read_endpoint
from assistant.desks.remote import RemoteDesk
from ingest.report import Report
from tests import command
from tests.briefings_process import address_of, environment, run, serving, start
from tests.failing_chat_server import failing_server
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import HomeInUseError
from vectorstore.home.lock import Holder, hold, holder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

QUESTION = "What is the duty of Canada on steel?"
ENGINE = "openai:scripted"
TRIES = 5  # of an ingest, of ten seconds each while another has the home


def _briefing(folder: Path, number: int, paragraphs: int = 1, on: str = "steel") -> None:
    """A briefing about one month's duty on something; some paragraphs make it long to embed."""
    folder.mkdir(parents=True, exist_ok=True)
    day = f"2025-{number % 12 + 1:02d}-01"
    text = "\n\n".join(
        f"Canada set its duty number {number}-{n} on {on} to {number} percent after talks with the "
        "United States, and said that it would look at the matter again before the end of the year."
        for n in range(paragraphs)
    )
    (folder / f"{number:03}.md").write_text(
        f"---\ntitle: {on.title()} {number}\npublished: {day}\n---\n{text}\n"
    )


@pytest.fixture
def env(settings: HomeSettings) -> dict[str, str]:
    return environment(settings.home, settings.models)


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
    _briefing(folder / "first", 7)
    with failing_server("parrot") as chat:
        with_chat = {**env, "BRIEFINGS_CHAT_MODEL": ENGINE, "BRIEFINGS_CHAT_BASE_URL": chat.address}
        with serving(with_chat, "--first-run", str(folder / "first")) as (process, address):
            yield Served(address, env, folder / "home", process)


class Life(NamedTuple):
    """What was seen of a home while one server was killed and the next one came and went."""

    left_behind: bool  # the socket of the one that was killed
    answered_between: str
    reached: type[Desk]
    sources: list[str]
    said: str
    code: int
    remains: set[str]
    holder: Holder | None


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Life:
    """Kill a server, use a command, start another with a first run, and end it while a page is open."""
    folder = tmp_path_factory.mktemp("life")
    home = folder / "home"
    env = environment(home, models, PYTHONUNBUFFERED="1")
    _briefing(folder / "first", 7)
    with serving(env, "--first-run", str(folder / "first")) as (process, _):
        process.kill()
        process.wait()
    left_behind = (home / "briefings.sock").exists()
    between = command.run(env, "ask", QUESTION, "--json").stdout
    _briefing(folder / "samples", 8)
    process = start(env, "serve", "--port", "0", "--first-run", str(folder / "samples"))
    try:
        _until(lambda: holder(home) is not None)
        desk = open_desk(HomeSettings(home, models=models), "ask")  # while it is still starting
        address = address_of(process)
        sources = [briefing.source for briefing in desk.list()]
        desk.close()
        with urllib.request.urlopen(f"{address}/gradio_api/heartbeat/a"):
            process.send_signal(signal.SIGTERM)
            said, _ = process.communicate(timeout=60)
    finally:
        process.kill()
    remains = {path.name for path in home.iterdir()}
    return Life(left_behind, between, type(desk), sources, said, process.returncode, remains, holder(home))


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


def test_a_serving_process_writes_for_the_commands_that_hand_over(served: Served) -> None:
    answer = json.loads(command.run(served.env, "ask", QUESTION, "--json").stdout)
    assert answer["engine"] == ENGINE
    assert answer["usage"]["calls"] == 1


@pytest.mark.slow
def test_two_ingests_at_once_both_come_through_and_questions_go_on(served: Served, tmp_path: Path) -> None:
    for number in range(20, 36):
        _briefing(tmp_path / f"half{number % 2}", number, paragraphs=4, on="timber")
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
        _briefing(tmp_path / "many", number, paragraphs=10, on="timber")
    endpoint = read_endpoint(served.home)
    assert endpoint
    desk = RemoteDesk(endpoint)
    before = len(desk.list())
    process = start(served.env, "ingest", str(tmp_path / "many"))
    _until(lambda: len(desk.list()) > before)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "of 100 sources" in said.casefold()
    _until(lambda: _steady(desk))
    assert before < len(desk.list()) < before + 100
    assert desk.doctor()["problems"] == []
    desk.close()


@pytest.mark.slow
def test_two_ingests_at_once_without_a_server_both_come_through(
    env: dict[str, str], settings: HomeSettings, encoder: Encoder, tmp_path: Path
) -> None:
    for number in range(20, 24):
        _briefing(tmp_path / f"half{number % 2}", number)
    with ThreadPoolExecutor() as pool:
        halves = [pool.submit(_ingested, env, tmp_path / f"half{n}") for n in (0, 1)]
        ran = [half.result() for half in halves]
    assert [(of.returncode, of.stderr) for of in ran if of.returncode] == []
    assert [json.loads(of.stdout)["added"] for of in ran] == [2, 2]
    with Store.open(settings, encoder) as store:
        assert len(store.catalogue.briefings()) == 4
        assert store.verify() == []  # which reads every vector back


def _ingested(env: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Take a folder in, again where another command kept the home for too long, as one is told to then."""
    for _ in range(TRIES):
        ran = run(env, "ingest", str(folder), "--json")
        if "Try again when it has finished" not in ran.stderr:
            break
    return ran


def test_after_a_killed_server_a_command_opens_the_home(life: Life) -> None:
    assert life.left_behind
    assert "007.md" in json.loads(life.answered_between)["retrieved"]


def test_a_server_that_is_still_starting_is_waited_for(life: Life) -> None:
    assert life.reached is RemoteDesk


def test_another_server_opens_the_home_and_a_first_run_is_none_where_briefings_are_on_file(
    life: Life,
) -> None:
    assert life.sources == ["007.md"]


def test_sigterm_gives_the_home_up_in_good_order_while_a_page_is_open(life: Life) -> None:
    assert (life.said, life.code) == ("Stopped.\n", 0)
    assert "catalogue.db" in life.remains
    assert not {"briefings.sock", "serving.json"} & life.remains
    assert life.holder is None


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


@pytest.mark.slow
def test_a_home_that_is_free_soon_is_waited_for(settings: HomeSettings) -> None:
    held = hold(settings.home, "ingest")
    threading.Timer(0.5, held.release).start()
    desk = open_desk(settings, "ask")
    assert desk.list() == []
    desk.close()


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
