"""`briefings watch` takes in what arrives, by itself or by the process that serves the home."""

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest
from click.testing import CliRunner, Result

from assistant.cli import cli
from tests.briefings_process import environment, start
from tests.command import run, served
from tests.web_server import WebServer
from vectorstore.errors import BriefingsError, QuestionError
from vectorstore.home.lock import hold
from vectorstore.settings import HomeSettings

PAGE = (
    "<!doctype html><html><head><title>Duty</title></head><body><article><h1>Duty</h1><p>{0} raised its "
    "duty on steel to 50 percent on July 1, 2025.</p></article></body></html>"
)


@pytest.fixture
def env(tmp_path: Path, models: Path) -> dict[str, str]:
    return environment(tmp_path / "home", models, PYTHONUNBUFFERED="1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def brief(path: Path, percent: int) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"---\ntitle: Steel {percent}\npublished: 2025-06-{percent:02}\n---\n"
        f"Canada set its duty on steel to {percent} percent on June {percent}, 2025.\n"
    )


def settled(path: Path, percent: int) -> None:
    """A briefing that was written long enough ago that nobody writes it any more."""
    written = path.with_suffix(".new")  # which no reader takes for a briefing
    brief(written, percent)
    os.utime(written, (1e9, 1e9))
    written.rename(path)


@contextmanager
def handlers_kept() -> Iterator[None]:
    """Put back how this process takes signals: a command that runs in it takes them its own way."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Watching:
    """A running watch with `--json`: its reports as they come."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def report(self, seconds: float = 90) -> dict[str, object]:
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                line = self.lines.get(timeout=left)
            except Empty:
                break
            if line.startswith("{"):
                found: dict[str, object] = json.loads(line)
                return found
        raise AssertionError("no report came")

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)


@contextmanager
def watching(env: dict[str, str], *arguments: str) -> Iterator[Watching]:
    process = start(env, "watch", "--json", *arguments)
    try:
        yield Watching(process)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def counts(report: dict[str, object]) -> tuple[object, ...]:
    return tuple(report[name] for name in ("added", "updated", "unchanged", "duplicates", "failed"))


@pytest.mark.slow
def test_what_arrives_in_a_folder_is_taken_in_whole_and_the_home_is_free_in_between_and_after_a_restart(
    env: dict[str, str], folder: Path
) -> None:
    settled(folder / "a.md", 1)
    with watching(env, str(folder)) as watch:
        assert counts(watch.report()) == (1, 0, 0, 0, [])
        (folder / "sub").mkdir()
        with (folder / "sub" / "slow.txt").open("w") as file:
            for number in range(8):  # longer than it takes to settle
                file.write(f"Canada raised its duty number {number} on steel after the talks.\n\n")
                file.flush()
                time.sleep(0.4)
        assert counts(watch.report()) == (1, 0, 0, 0, [])
        listed = {found["source"]: found for found in json.loads(run(env, "list", "--json").stdout)}
        assert listed["sub/slow.txt"]["version"] == 1
        brief(folder / "a.md", 3)
        assert counts(watch.report()) == (0, 1, 0, 0, [])
        (folder / "sub" / "slow.txt").unlink()
        assert watch.report()["missing"] == 1
        assert watch.stop() == 0
    settled(folder / "c.md", 4)  # while nobody watched
    with watching(env, str(folder)) as watch:
        assert counts(watch.report()) == (1, 0, 1, 0, [])
        assert watch.stop(signal.SIGTERM) == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_stop_that_comes_while_a_home_is_being_closed_is_heard(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)
            while True:  # what the handler raises here goes no further
                time.sleep(0.01)

    settled(folder / "a.md", 1)
    monkeypatch.setattr("assistant.commands.watch._Batches.take", lambda *_: Closed() and None)
    monkeypatch.setattr(
        "assistant.desks.watching.wakes", lambda _: iter([False])
    )  # watchfiles may hear it late
    with handlers_kept():
        result = CliRunner().invoke(cli, ["watch", str(folder)])
    assert result.exit_code == 0
    assert result.output.endswith("Stopped.\n")


@pytest.mark.slow
def test_new_entries_of_a_feed_are_taken_in_by_the_process_that_serves(
    env: dict[str, str], folder: Path, server: WebServer
) -> None:
    def feed(*names: str) -> str:
        items = ""
        for name in names:
            link = server.serve(f"/{name}", PAGE.format(name))
            items += f"<item><title>Duty</title><link>{link}</link></item>"
        return server.serve("/feed", f"<rss version='2.0'><channel><title>D</title>{items}</channel></rss>")

    url = feed("Peru")
    with served(env), watching(env, url, str(folder), "--every", "0.03") as watch:
        assert counts(watch.report()) == (1, 0, 0, 0, [])
        feed("Chile", "Peru")
        assert counts(watch.report()) == (1, 0, 1, 0, [])
        settled(folder / "a.md", 5)
        found = counts(watch.report())
        assert found in ((1, 0, 0, 0, []), (1, 0, 2, 0, []))  # the feed may be due in the same batch
        assert watch.stop() == 0
        sources = {found["source"] for found in json.loads(run(env, "list", "--json").stdout)}
    assert sources == {f"{server.address}/Peru", f"{server.address}/Chile", "a.md"}
    assert server.paths().count("/Peru") == 1


@pytest.fixture
def type_in(env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Result]]:
    """Run a command in this process, which has everything imported."""
    for name in ("BRIEFINGS_HOME", "BRIEFINGS_MODELS"):
        monkeypatch.setenv(name, env[name])
    with handlers_kept():
        yield lambda *arguments: CliRunner().invoke(cli, arguments)


@pytest.mark.slow
def test_once_takes_in_what_there_is_and_shows_which_answers_changed(
    type_in: Callable[..., Result], folder: Path, tmp_path: Path
) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text(json.dumps({"id": "steel", "question": "What is the duty of Canada on steel?"}))
    watch = ("watch", str(folder), "--once", "--eval", str(questions))
    brief(folder / "a.md", 1)
    first = type_in(*watch)
    assert (first.exit_code, first.exception) == (0, None)
    assert "Added           1" in first.output
    assert "no earlier run of these questions is kept" in first.output
    brief(folder / "b.md", 9)
    second = type_in(*watch)
    assert "Changes      1 of 1 answers" in second.output
    assert "+ Steel 9, 9 June 2025" in second.output
    third = type_in(*watch)
    assert "Unchanged       2" in third.output
    assert "Changes" not in third.output


@pytest.mark.slow
def test_an_empty_folder_is_no_fault(type_in: Callable[..., Result], folder: Path) -> None:
    ran = type_in("watch", str(folder), "--once", "--json")
    assert ran.exit_code == 0
    assert counts(json.loads(ran.stdout)) == (0, 0, 0, 0, [])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none",), "There is no folder none."),
        (("", "--once"), "The name of a folder is empty."),
        (("a.md",), "a.md is a file. Name its folder, and --include a.md"),
        (("http://127.0.0.1:9/feed", "--once"), "No source could be taken in"),
        ((".", "--eval", "none.jsonl"), "none.jsonl"),
    ],
)
def test_what_cannot_be_watched_is_said(
    type_in: Callable[..., Result],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    brief(folder / "a.md", 1)
    monkeypatch.chdir(folder)
    ran = type_in("watch", *arguments)
    assert isinstance(ran.exception, BriefingsError)
    assert message in str(ran.exception)


@pytest.mark.slow
def test_a_home_that_is_kept_is_tried_again_and_nothing_is_lost(
    type_in: Callable[..., Result], folder: Path, settings: HomeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.build.COMMAND_SECONDS", 0.1)
    monkeypatch.setattr("assistant.commands.watch.RETRY_SECONDS", 0.1)
    settled(folder / "a.md", 1)
    held = hold(settings.home, "ingest")
    wakes = 0

    def few_wakes(folders: Sequence[Path]) -> Iterator[bool]:
        nonlocal wakes
        for wakes in range(1, 6):
            if wakes == 4:
                held.release()
            time.sleep(0.15)
            yield False
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.desks.watching.wakes", few_wakes)
    ran = type_in("watch", str(folder), "--json")
    assert ran.exit_code == 0
    assert ran.stderr.count("is tried again every") == 1
    assert counts(json.loads(ran.stdout)) == (1, 0, 0, 0, [])


@pytest.mark.slow
def test_questions_that_cannot_be_asked_undo_no_batch(
    type_in: Callable[..., Result], folder: Path, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.commands.watch.RETRY_SECONDS", 0.0)
    link = server.serve("/peru", PAGE.format("Peru"))
    item = f"<item><title>Duty</title><link>{link}</link></item>"
    feed = server.serve("/feed", f"<rss version='2.0'><channel><title>D</title>{item}</channel></rss>")
    questions = folder.parent / "standing.jsonl"
    questions.write_text('{"id": "a", "question": "What is new?"}')

    def unaskable(*_: object, **__: object) -> None:
        raise QuestionError("It cannot be asked.")

    def few_wakes(folders: Sequence[Path]) -> Iterator[bool]:
        yield from [False] * 4
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.commands.question_run.ask_all", unaskable)
    monkeypatch.setattr("assistant.desks.watching.wakes", few_wakes)
    settled(folder / "a.md", 1)
    ran = type_in("watch", str(folder), feed, "--json", "--eval", str(questions))
    assert ran.exit_code == 0
    assert counts(json.loads(ran.stdout)) == (2, 0, 0, 0, [])
    assert ran.stderr.count("It cannot be asked. The questions are asked again after the next change.") == 1
    assert server.paths().count("/feed") == 1
