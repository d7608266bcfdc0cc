"""Run `briefings` as people do: in a process of its own, with a home of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

COMMAND = (sys.executable, "-c", "from assistant.start import main; main()")
ROOT = Path(__file__).parent.parent


def environment(home: Path, models: Path, **more: str) -> dict[str, str]:
    """What a command sees: this home, the converted encoder, the code of this checkout."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFINGS_")}
    return {
        **given,
        "PYTHONPATH": str(ROOT),
        "BRIEFINGS_HOME": str(home),
        "BRIEFINGS_MODELS": str(models),
        **more,
    }


def run(
    env: Mapping[str, str], *arguments: str, folder: Path | None = None, seconds: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=env,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def start(env: Mapping[str, str], *arguments: str, folder: Path | None = None) -> subprocess.Popen[str]:
    """Start a command and leave it running."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        env=env,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@contextmanager
def serving(env: Mapping[str, str], *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `briefings serve` on a free port meanwhile; yields the process and the page's address."""
    process = start({**env, "PYTHONUNBUFFERED": "1"}, "serve", "--port", "0", *arguments)
    try:
        yield process, address_of(process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        if process.stdout:
            process.stdout.close()


def address_of(process: subprocess.Popen[str]) -> str:
    """Wait until a `briefings serve` says where its page is; it is to run with PYTHONUNBUFFERED."""
    assert process.stdout
    said: list[str] = []
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and (line := process.stdout.readline()):
        said.append(line)
        if line.startswith("Serving "):
            return line.split()[1]
    raise AssertionError(f"serve did not start: {''.join(said)}")


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for what another process does."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)
