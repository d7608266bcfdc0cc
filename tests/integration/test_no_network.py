"""Nothing phones home: every look-up and connection of ingest, ask and serve stays on this machine."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.briefings_process import environment, run, serving
from tests.network import elsewhere, recording


@pytest.fixture
def env(tmp_path: Path, models: Path) -> dict[str, str]:
    """A machine that is new to it; that converting a model asks nobody is told in test_embedding."""
    return recording(environment(tmp_path / "home", models), tmp_path)


@pytest.mark.slow
def test_ingest_ask_and_serve_reach_no_other_machine(env: dict[str, str], tmp_path: Path) -> None:
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
    assert "briefings.sock" in (tmp_path / "recorded").read_text()  # the recorder was there
    assert elsewhere(tmp_path) == []


def test_the_recorder_sees_a_look_up_and_a_connection(env: dict[str, str], tmp_path: Path) -> None:
    program = (
        "import socket\n"
        "try: socket.create_connection(('192.0.2.1', 9), timeout=0.01)\n"
        "except OSError: pass\n"
        "try: socket.getaddrinfo('nowhere.invalid', 80)\n"
        "except OSError: pass\n"
    )
    subprocess.run([sys.executable, "-c", program], env=env, check=True)
    assert [event for event, _ in elsewhere(tmp_path)] == [
        "socket.getaddrinfo",
        "socket.connect",
        "socket.getaddrinfo",
    ]
