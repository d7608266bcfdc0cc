"""Two briefings, which the tests of single commands take in, and what such a command gives."""

from collections.abc import Callable
from typing import NamedTuple

JAPAN = """---
title: Fifth round of Japan-U.S. talks ends
published: 2025-06-08
publisher: Trade Desk
---
The fifth round of Japan-U.S. ministerial trade talks took place in Washington on June 6.

Japan said that the talks made further progress, but that no final agreement has been reached.
"""
CANADA = """---
title: Canada doubles its steel duty
published: 2025-07-01
publisher: Northern Wire
---
Canada raised its duty on steel from the United States to 50 percent on July 1, 2025.
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Briefings = Callable[..., Ran]
