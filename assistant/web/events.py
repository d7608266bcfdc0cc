"""What every event of the page has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Updates = dict[Any, Any]

# Nothing flickers while a step runs, and what only the page does is no endpoint.
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

AT_ONCE = 8  # runs of one kind at the same time; more wait their turn


@dataclass(frozen=True, slots=True)
class Greeting:
    """Says what is on file and what can be asked of it: when the page opens and after changes."""

    run: Callable[[], Updates]
    outputs: list[Any]
