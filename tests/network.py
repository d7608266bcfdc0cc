"""Record every look-up of a name and connection of a process, and of those that it starts."""

import ipaddress
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

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
    keep(event, repr(address), address if isinstance(address, tuple) else None)

def keep(event, shown, address):
    with open(os.environ["RECORDED"], "a") as file:
        file.write(json.dumps([event, shown, address], default=str) + "\\n")

keep("started", sys.argv[:1], None)
sys.addaudithook(record)
"""

# What may say that this is no user's machine, and keep something from asking a network.
_TOLD = ("CI", "HF_HUB_OFFLINE", "ANONYMIZED_TELEMETRY", "GRADIO_ANALYTICS_ENABLED", "DO_NOT_TRACK")


def recording(env: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Return an environment in which processes are recorded in `folder`, as on a user's machine."""
    (folder / "recorder").mkdir()
    (folder / "recorder" / "sitecustomize.py").write_text(RECORDER)
    paths = [str(folder / "recorder"), *filter(None, [env.get("PYTHONPATH")])]
    kept = {name: value for name, value in env.items() if name not in _TOLD}
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "RECORDED": str(folder / "recorded")}


def elsewhere(folder: Path) -> list[tuple[str, str]]:
    """What left this machine, or would have: look-ups of names and connections beyond loopback."""
    recorded = folder / "recorded"
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
