"""What every event of the page has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant.web.failures import in_words
from assistant.web.markup import note

Updates = dict[Any, Any]

# Nothing flickers while a step runs, and what only the page does is no endpoint.
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

AT_ONCE = 8  # runs of one kind at the same time; more wait their turn


def or_why(show: Callable[..., Updates], place: Any, doing: str) -> Callable[..., Updates]:
    """Make an event that says at a place of the page why it could not be done; `doing` as in `in_words`."""

    def shown(*given: Any) -> Updates:
        try:
            return show(*given)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {place: note(in_words(error, doing))}

    return shown


@dataclass(frozen=True, slots=True)
class Greeting:
    """Says what is on file and what can be asked of it: when the page opens and after changes."""

    run: Callable[[], Updates]
    outputs: list[Any]
