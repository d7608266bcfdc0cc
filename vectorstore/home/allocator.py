"""Make the C library overwrite freed memory and give it back: glibc as it comes does neither.

It lets each thread keep what it freed.

Each thread that finds the others busy gets a pool ("arena") of its own, up to eight a core, and what is
freed in one is of no use to another. A home that is opened and closed starts new threads each time, so
`watch` grew by 8 MB a batch, 5 of them nothing but pools: from 300 to 515 MB in 27 batches, with two
pools from 297 to 383 (tests/evals/LOG.md, 25 November 2026). Other C libraries have no such pools.
"""

import ctypes

ARENAS = 2  # one pool for all gave 15 MB less, and threads that wait for each other
_OVERWRITTEN = 0x5A  # whatever is not 0
_M_ARENA_MAX, _M_PERTURB = -8, -6  # in glibc's malloc.h


def share_pools(arenas: int = ARENAS) -> bool:
    """Let threads share so many pools from now on; returns whether this C library has them."""
    return _set(_M_ARENA_MAX, arenas)


def overwrite_freed() -> bool:
    """Have memory overwritten when it is freed, and when it is given out; returns whether this C library can.

    Chroma writes the unused end of its vectors' file as it finds it in memory, and now and then that was
    the text of a briefing just removed. An ingest takes one to three percent longer.
    """
    return _set(_M_PERTURB, _OVERWRITTEN)


def _set(option: int, value: int) -> bool:
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, TypeError, AttributeError):  # Windows; musl and macOS
        return False
    return bool(mallopt(option, value) == 1)
