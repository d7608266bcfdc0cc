"""Where a browser tab is: in which conversation, how much of it is shown, what is being edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from assistant.web.ask.chat_html import SHOWN


@dataclass(frozen=True, slots=True)
class At:
    """`conversation` is None in one that is not begun; `editing` the exchange that is asked anew."""

    conversation: str | None = None
    shown: int = SHOWN
    editing: str | None = None


def of_address(named: Mapping[str, str]) -> tuple[At, str | None]:
    """What the page's address names: a conversation, and what stands for the as-of date.

    None where it names none, or has that of another tab.

    >>> of_address({"c": "x", "as_of": "2025-06-08"})[1], of_address({"tab": "timeline", "as_of": "May"})[1]
    ('2025-06-08', None)
    """
    elsewhere = named.get("tab", "") not in ("", "ask") or any(map(named.get, ("subject", "party")))
    return At(named.get("c") or None), None if elsewhere else named.get("as_of")


def of_place(place: str) -> tuple[At, str]:
    """The same of a place that the page was at, which names all that there was.

    >>> of_place("c=x")[1], of_place("as_of=2025-06-08")[0].conversation
    ('', None)
    """
    named = parse_qs(place)
    c, day = ("".join(named.get(name, [])) for name in ("c", "as_of"))
    return At(c or None), day
