"""What a process gives back when it closes a home, as `watch` does after each batch."""

import gc
import platform
import subprocess
import sys
import weakref

import pytest

from assistant.asking.request import AskRequest
from assistant.build import open_desk
from assistant.desks.local import LocalDesk
from tests.briefings_process import ROOT
from tests.conftest import SAMPLES
from vectorstore.settings import HomeSettings

POOLS = """
import ctypes, os, sys, tempfile, threading
from vectorstore.home.allocator import share_pools
said = share_pools() if sys.argv[1] == "shared" else None
together = threading.Barrier(8)
def work():
    together.wait()
    kept = [bytes(2000) for _ in range(100)]
    together.wait()
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
path = tempfile.mktemp()
file = libc.fopen(path.encode(), b"w")
libc.malloc_info(0, ctypes.c_void_p(file))
libc.fclose(ctypes.c_void_p(file))
print(said, open(path).read().count("<heap nr="))
os.unlink(path)
"""

FREED = """
import ctypes, sys
from pathlib import Path
from assistant.build import open_desk
from vectorstore.home.allocator import overwrite_freed
from vectorstore.settings import HomeSettings
said = eval(sys.argv[1]) if sys.argv[1] else None
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
place = libc.malloc(ctypes.c_size_t(9000))
ctypes.memset(place, ord("a"), 9000)
libc.free(ctypes.c_void_p(place))
again = libc.malloc(ctypes.c_size_t(9000))
print(said, b"a" * 4000 in ctypes.string_at(again, 9000))
"""


@pytest.mark.slow
def test_a_closed_home_lets_its_encoder_go_before_anyone_looks_for_garbage(settings: HomeSettings) -> None:
    desk = open_desk(settings, "ask")
    assert isinstance(desk, LocalDesk)
    list(desk.ingest([str(SAMPLES / "2025-07-24-japan-agreement.md")]))
    assert desk.ask(AskRequest("What did Japan agree to?")).citations
    encoder = weakref.ref(desk._store.encoder)
    gc.disable()
    try:
        desk.close()
        del desk
        assert encoder() is None
    finally:
        gc.enable()


def test_threads_share_two_pools_of_memory() -> None:
    if platform.libc_ver()[0] != "glibc":  # others have none to share
        assert _pools("shared").startswith("False")
        return
    assert _pools("shared") == "True 2"
    assert int(_pools("apart").split()[1]) > 2


def test_memory_that_was_freed_is_overwritten() -> None:
    kept, freed = _freed("").split(), _freed("overwrite_freed()").split()
    if platform.libc_ver()[0] != "glibc":  # others say that they cannot
        assert freed[0] == "False"
        return
    assert kept == ["None", "True"]
    assert freed == ["True", "False"]


@pytest.mark.slow
def test_memory_is_overwritten_from_when_a_home_is_open(settings: HomeSettings) -> None:
    home = f"HomeSettings(home=Path({str(settings.home)!r}), models=Path({str(settings.models)!r}))"
    freed = _freed(f"open_desk({home}, 'ingest') and None").split()
    assert freed == ["None", str(platform.libc_ver()[0] != "glibc")]


def _freed(before: str) -> str:
    command = [sys.executable, "-c", FREED, before]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def _pools(how: str) -> str:
    command = [sys.executable, "-c", POOLS, how]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
