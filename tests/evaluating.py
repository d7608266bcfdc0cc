"""Run `briefings eval` over the samples, and read what it wrote."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import SAMPLES
from tests.two_briefings import Ran

LINES = (SAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()[:6]

Eval = Callable[..., Ran]


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))
