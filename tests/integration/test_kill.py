"""`kill -9` at random moments: what was acknowledged is there once, nothing half visible, the home sound."""

import random
import subprocess
import sys
import threading
import time
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from assistant.asking.request import AskRequest
from assistant.desks.endpoint import read_endpoint
from assistant.desks.remote import RemoteDesk
from ingest.pipeline import ingest
from ingest.report import Report
from tests.briefings_process import ROOT, environment, serving
from tests.killed import FILES, WORKS, complete, open_home, revision_of, write
from vectorstore.errors import BriefingsError
from vectorstore.store import Store

BEFORE = 6  # folders on file before a home is changed
STEPS = {"reindex": 16}  # acknowledged before a kill, at most; a whole reindex has some 13
FEW_STEPS = 5  # of other work
MOST_UNDER_LOAD = 9  # folders acknowledged before a kill under load, at least one
PAUSE = 0.3  # seconds after the last acknowledged step, at most: a step takes about as long


@pytest.mark.parametrize(
    "work", [w if w == "remove" else pytest.param(w, marks=pytest.mark.slow) for w in WORKS]
)
def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(
    work: str, models: Path, other_model: Path, tmp_path: Path
) -> None:
    _kill_often(work, 1, models, other_model, tmp_path)  # fifty of each are among the long tests


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("work", WORKS)
def test_fifty_kills_lose_nothing_that_was_acknowledged(
    work: str, models: Path, other_model: Path, tmp_path: Path
) -> None:
    _kill_often(work, 50, models, other_model, tmp_path)


def _kill_often(work: str, times: int, models: Path, other: Path, place: Path) -> None:
    home, folder = place / "home", place / "folder"
    folder.mkdir()
    chance = random.Random(work)
    acknowledged = 0
    with open_home(home, models, other) as store:
        before = _filled(store, folder)
    for turn in range(times):
        steps = chance.randint(0, STEPS.get(work, FEW_STEPS))
        lines = _killed(work, home, models, folder, other, steps, chance.uniform(0, PAUSE))
        acknowledged += len(lines)
        with open_home(home, models, other) as store:
            assert store.verify() == [], f"{work}, turn {turn}"
            _check(work, store, before, lines)
            _check_whole(store)
            before = _filled(store, folder)
    assert acknowledged


def _killed(
    work: str, home: Path, models: Path, folder: Path, other: Path, steps: int, pause: float
) -> list[str]:
    """Start the work, kill it after so many steps and a pause; return the steps that were acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.killed", work, *map(str, (home, models, folder, other))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    assert child.stdout.readline() == "ready\n", child.stderr and child.stderr.read()
    lines = [child.stdout.readline() for _ in range(steps)]
    time.sleep(pause)
    child.kill()
    lines += child.stdout.readlines()
    child.communicate()
    return [line.strip() for line in lines if line.endswith("\n")]


def _filled(store: Store, folder: Path) -> dict[str, int]:
    """Have at least BEFORE folders on file, each file of them; return what `_on_file` does."""
    complete(folder)
    for number in range(BEFORE):
        if not (folder / f"{number:04}").exists():
            write(folder, number, 0)
    *_, report = ingest(store, [folder])
    assert isinstance(report, Report)
    assert report.failed == ()
    return _on_file(store)


def _on_file(store: Store) -> dict[str, int]:
    """Return the revision of each briefing by its key."""
    ids = {briefing.key: briefing.id for briefing in store.catalogue.briefings()}
    texts = {briefing.key: briefing.text for briefing in store.catalogue.current(list(ids.values())).values()}
    return {key: revision_of(text) for key, text in texts.items()}


def _check(work: str, store: Store, before: dict[str, int], lines: list[str]) -> None:
    """Compare what is on file with what was before and what was acknowledged since."""
    after = _on_file(store)
    if work == "ingest":
        folders = Counter(Path(key).parent.name for key in after)
        assert before.items() <= after.items()
        assert set(lines) <= folders.keys()
        assert set(folders.values()) == {FILES}  # a folder is a batch: all of it or nothing
    elif work == "update":
        assert after.keys() == before.keys()
        said = dict(line.split() for line in lines)
        for key, revision in after.items():
            assert revision >= int(said.get(Path(key).parent.name, before[key]))
        assert all(len(found) == 1 for found in _revisions(after).values())
    elif work == "remove":
        assert not after.keys() & set(lines)
        assert len(after) >= len(before) - len(lines) - 1  # the one at hand, if any
        assert after.items() <= before.items()
    else:
        assert after == before


def _revisions(after: dict[str, int]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for key, revision in after.items():
        found.setdefault(Path(key).parent.name, set()).add(revision)
    return found


def _check_whole(store: Store) -> None:
    """Each briefing has the passages of its current text, each found once in both indexes."""
    passages = store.catalogue.passage_ids()
    assert Counter(store.dense.ids()) == Counter(store.keywords.ids()) == Counter(passages)
    for briefing in store.catalogue.briefings():
        text = store.catalogue.briefing(briefing.id).text
        said = "".join(passage.text for passage, _ in store.catalogue.passages_of(briefing.id))
        assert said.count("Revision") == text.count("Revision") == 3


@pytest.mark.slow
def test_what_was_acknowledged_under_load_is_there_after_a_kill(models: Path, tmp_path: Path) -> None:
    _kill_under_load(1, models, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_what_was_acknowledged_under_load_is_there_after_fifty_kills(models: Path, tmp_path: Path) -> None:
    _kill_under_load(50, models, tmp_path)


def _kill_under_load(times: int, models: Path, place: Path) -> None:
    """Kill a process that serves, again and again, while three feed it and two ask it."""
    home, folder = place / "home", place / "folder"
    write(folder, 0, 0)
    env = environment(home, models)
    chance = random.Random("load")
    acknowledged: list[int] = []
    refused: list[str] = []  # while the process lived
    for turn in range(times):
        killed = threading.Event()
        answered: list[int] = []
        least = len(acknowledged) + chance.randint(1, MOST_UNDER_LOAD)

        def take_in(first: int, killed: threading.Event = killed) -> None:
            desk = _desk(home)
            for number in count(first, 3):
                try:
                    *_, report = desk.ingest([str(write(folder, number, 0))])
                except BriefingsError as error:
                    if not killed.is_set():
                        refused.append(str(error))
                    return
                assert isinstance(report, Report)
                assert report.added == FILES
                acknowledged.append(number)

        def ask(answered: list[int] = answered) -> None:
            desk = _desk(home)
            while True:
                try:
                    desk.ask(AskRequest("What is revision 0 of duty 0-1?"))
                except BriefingsError:
                    return
                answered.append(1)

        # One folder that came through without being acknowledged may be there for each of the three.
        first = 1 + max(int(path.name) for path in folder.iterdir())  # of the three one may be far ahead
        with serving(env, "--first-run", str(folder)) as (process, _):
            threads = [threading.Thread(target=take_in, args=(first + n,)) for n in range(3)]
            threads += [threading.Thread(target=ask) for _ in range(2)]
            for thread in threads:
                thread.start()
            deadline = time.monotonic() + 120
            while (len(acknowledged) < least or not answered) and time.monotonic() < deadline:
                time.sleep(0.02)
            time.sleep(chance.uniform(0, PAUSE))
            killed.set()
            process.kill()
            process.wait()
            for thread in threads:
                thread.join(60)
        with open_home(home, models, place) as store:
            assert store.verify() == [], f"turn {turn}"
            folders = Counter(Path(key).parent.name for key in _on_file(store))
            assert {f"{number:04}" for number in acknowledged} <= folders.keys()
            assert set(folders.values()) == {FILES}
            assert refused == [], f"turn {turn}"
            assert len(acknowledged) >= least, f"turn {turn}"
            _check_whole(store)


def _desk(home: Path) -> RemoteDesk:
    endpoint = read_endpoint(home)
    assert endpoint
    return RemoteDesk(endpoint)
