"""Open a home, take something in, ask, close it, again and again in one process; print the memory after each.

    python -m tests.evals.memory FOLDER [--rounds N] [--pools N]

What `watch` does with each batch, over files of FOLDER, three a round. "In use" is what the C library has
given out and not got back, "free" what it has got back and keeps (glibc alone tells). `--pools 0` leaves the
C library as it comes, to see what `vectorstore/home/allocator.py` is worth. In MB of 1,000,000 bytes.
"""

import argparse
import ctypes
import gc
import sys
import tempfile
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from assistant.asking.request import AskRequest
from assistant.build import open_desk
from assistant.settings import keep_quiet, settings
from vectorstore.home.allocator import ARENAS, share_pools
from vectorstore.settings import HomeSettings

FILES = 3  # a round
SHOWN = 5  # rounds between lines
_FIELDS = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"


class _MallInfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in _FIELDS.split()]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="Markdown files to take in")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--pools", type=int, default=ARENAS, help=f"pools of memory ({ARENAS}); 0: unlimited")
    arguments = parser.parse_args()
    keep_quiet()
    if arguments.pools:
        share_pools(arguments.pools)
    sources = sorted(arguments.folder.rglob("*.md"))
    if not sources:
        sys.exit(f"There is no Markdown file in {arguments.folder}.")
    with tempfile.TemporaryDirectory() as scratch:
        incoming = Path(scratch) / "in"
        incoming.mkdir()
        home = HomeSettings(home=Path(scratch) / "home", models=settings().home.models)
        for number in range(arguments.rounds + 1):
            for at in range(FILES):
                source = sources[(FILES * number + at) % len(sources)]
                text = source.read_text(encoding="utf-8")
                (incoming / f"{number}-{at}.md").write_text(f"{text}\n\nRound {number}.\n", encoding="utf-8")
            _round(home, incoming)
            if number % SHOWN == 0:
                print(f"round {number}: {_memory()}", flush=True)
    return 0


def _round(home: HomeSettings, incoming: Path) -> None:
    desk = open_desk(home, "watch")
    for _ in desk.ingest([str(incoming)]):
        pass
    desk.ask(AskRequest("Which tariffs are in force now?"))
    desk.close()
    del desk
    gc.collect()  # as watch does


def _memory() -> str:
    resident = f"resident {psutil.Process().memory_info().rss / 1e6:.0f} MB"
    try:
        mallinfo = ctypes.CDLL(None).mallinfo2
    except (OSError, TypeError, AttributeError):  # not glibc
        return resident
    mallinfo.restype = _MallInfo
    told = mallinfo()
    return f"{resident}, in use {told.uordblks / 1e6:.0f}, free {told.fordblks / 1e6:.0f}"


if __name__ == "__main__":
    sys.exit(main())
