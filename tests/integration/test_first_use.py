"""The encoder's very first use may come from several threads at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.briefings_process import ROOT
from vectorstore.settings import DEFAULT_ENCODER

# As much contention for Python's lock as can be had: before the encoder was used once while it is loaded,
# about half of such processes stopped for ever, and now and then one that serves and is asked twice at once.
_SCRIPT = """
import os, sys, threading
from pathlib import Path
from vectorstore.encoder.embedding import load_encoder

encoder = load_encoder(sys.argv[1], Path(sys.argv[2]))
sys.setswitchinterval(1e-6)
together = threading.Barrier(8)

def ask():
    together.wait()
    encoder.encode(["what is the duty on wheat"])

def spin():
    while True:
        pass

threads = [threading.Thread(target=ask) for _ in range(8)]
threading.Thread(target=spin, daemon=True).start()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("answered", flush=True)
os._exit(0)
"""
PROCESSES = 4
SECONDS = 120  # each takes three


@pytest.mark.slow
def test_the_first_questions_may_come_at_once(models: Path) -> None:
    command = [sys.executable, "-c", _SCRIPT, DEFAULT_ENCODER, str(models)]
    children = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(PROCESSES)
    ]
    try:
        assert [child.communicate(timeout=SECONDS)[0] for child in children] == ["answered\n"] * PROCESSES
    finally:
        for child in children:
            child.kill()
            child.wait()
