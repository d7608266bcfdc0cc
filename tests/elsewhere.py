"""Have the clock on the wall be that of another time zone."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


@contextmanager
def time_zone(zone: str) -> Iterator[None]:
    """Name it as POSIX does: `XST-2` is two hours ahead of UTC."""
    try:
        with patch.dict(os.environ, {"TZ": zone}):
            time.tzset()
            yield
    finally:
        time.tzset()
