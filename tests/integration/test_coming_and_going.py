"""Several processes and one home that come and go: who waits, who is refused, what a killed one leaves."""

import json
import os
import signal
import subprocess
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.build import open_desk
from assistant.desks.desk import Desk
from assistant.desks.remote import RemoteDesk
from tests import command
from tests.briefings_process import address_of, environment, run, serving, start, until
from tests.duties import QUESTION, duty_in
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import HomeInUseError
from vectorstore.home.lock import Holder, hold, holder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

TRIES = 5  # of an ingest, of ten seconds each while another has the home


@pytest.fixture
def env(settings: HomeSettings) -> dict[str, str]:
    return environment(settings.home, settings.models)


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
    duty_in(folder / "first", 7)
    with serving(env, "--first-run", str(folder / "first")) as (process, _):
        process.kill()
        process.wait()
    left_behind = (home / "briefings.sock").exists()
    between = command.run(env, "ask", QUESTION, "--json").stdout
    duty_in(folder / "samples", 8)
    process = start(env, "serve", "--port", "0", "--first-run", str(folder / "samples"))
    try:
        until(lambda: holder(home) is not None)
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


@pytest.mark.slow
def test_two_ingests_at_once_without_a_server_both_come_through(
    env: dict[str, str], settings: HomeSettings, encoder: Encoder, tmp_path: Path
) -> None:
    for number in range(20, 24):
        duty_in(tmp_path / f"half{number % 2}", number)
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
