"""Nothing phones home: every look-up and connection of ingest, ask and serve stays on this machine."""

import ipaddress
import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.briefings_process import environment, run, serving

# Loaded by every Python process that has its folder on PYTHONPATH; audit hooks cannot be removed.
RECORDER = """
import json, os, sys

def record(event, arguments):
    if not event.startswith("socket."):  # of the millions of others
        return
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        address = arguments[0:2]
    else:
        return
    with open(os.environ["RECORDED"], "a") as file:
        file.write(json.dumps([event, repr(address), address if isinstance(address, tuple) else None],
                              default=str) + "\\n")

sys.addaudithook(record)
"""


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    return tmp_path / "recorded"


@pytest.fixture
def env(tmp_path: Path, recorded: Path, models: Path) -> dict[str, str]:
    """A machine that is new to it: the encoder has yet to be converted, and nothing says CI.

    The reranker has been: it is converted as the encoder is, and each takes 8 s.
    """
    [reranker] = models.glob("reranker-*")
    shutil.copytree(reranker, tmp_path / "models" / reranker.name)
    (tmp_path / "recorder").mkdir()
    (tmp_path / "recorder" / "sitecustomize.py").write_text(RECORDER)
    env = environment(tmp_path / "home", tmp_path / "models", RECORDED=str(recorded))
    env["PYTHONPATH"] = os.pathsep.join([str(tmp_path / "recorder"), env["PYTHONPATH"]])
    for name in ("CI", "HF_HUB_OFFLINE", "ANONYMIZED_TELEMETRY", "GRADIO_ANALYTICS_ENABLED", "DO_NOT_TRACK"):
        env.pop(name, None)
    return env


def test_ingest_ask_and_serve_reach_no_other_machine(
    env: dict[str, str], tmp_path: Path, recorded: Path
) -> None:
    (tmp_path / "a.html").write_text(
        "<html><head><title>Duty</title><meta property='og:url' content='https://example.org/a'>"
        "<link rel=stylesheet href='https://example.org/a.css'></head><body><article>"
        "<p>Canada raised its duty on steel to 50 percent on July 1, 2025.</p></article></body></html>"
    )
    ran = run(env, "ingest", str(tmp_path / "a.html"), "--json")
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["added"] == 1
    assert run(env, "ask", "What is the duty of Canada on steel?").returncode == 0
    with serving(env) as (_, address):
        with urllib.request.urlopen(f"{address}/") as page:
            assert page.status == 200
        assert run(env, "ask", "What is the duty of Canada on steel?").returncode == 0
    assert "briefings.sock" in recorded.read_text()  # the recorder was there
    assert _elsewhere(recorded) == []


def test_the_recorder_sees_a_look_up_and_a_connection(env: dict[str, str], recorded: Path) -> None:
    program = (
        "import socket\n"
        "try: socket.create_connection(('192.0.2.1', 9), timeout=0.01)\n"
        "except OSError: pass\n"
        "try: socket.getaddrinfo('nowhere.invalid', 80)\n"
        "except OSError: pass\n"
    )
    subprocess.run([sys.executable, "-c", program], env=env, check=True)
    assert [event for event, _ in _elsewhere(recorded)] == [
        "socket.getaddrinfo",
        "socket.connect",
        "socket.getaddrinfo",
    ]


def _elsewhere(recorded: Path) -> list[tuple[str, str]]:
    """What left this machine, or would have: look-ups of names and connections beyond loopback."""
    lines = recorded.read_text().splitlines() if recorded.exists() else []
    found = []
    for event, shown, address in map(json.loads, lines):
        if address is not None and not _is_here(address):  # a Unix socket's address is no pair
            found.append((event, shown))
    return found


def _is_here(address: Sequence[object]) -> bool:
    host = str(address[0])
    if host in ("None", "localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
