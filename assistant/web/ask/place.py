"""Where a browser tab is: in which conversation, how much of it is shown, what is being edited."""

from dataclasses import dataclass

from assistant.web.ask.chat_html import SHOWN


@dataclass(frozen=True, slots=True)
class At:
    """`conversation` is None in one that is not begun; `editing` the exchange that is asked anew."""

    conversation: str | None = None
    shown: int = SHOWN
    editing: str | None = None
