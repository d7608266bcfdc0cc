"""What is asked: a question, the conversation before it, and all that can narrow it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: str  # "user" or "assistant"
    content: str


@dataclass(frozen=True, slots=True)
class AskRequest:
    """A question with everything that can narrow it."""

    question: str
    history: tuple[Turn, ...] = ()
    as_of: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    parties: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    verbatim: bool = False  # in the briefings' own words, whatever chat model is set


def without_messages(history: Sequence[Turn], beside: Callable[[str], bool]) -> tuple[Turn, ...]:
    """Return a conversation without the messages that are `beside` it, and without what was said to them.

    >>> said = ("user", "rice?"), ("assistant", "9 percent."), ("user", "thanks"), ("assistant", "...")
    >>> [of.content for of in without_messages([Turn(*turn) for turn in said], lambda text: text == "thanks")]
    ['rice?', '9 percent.']
    """
    kept: list[Turn] = []
    goes_on = True
    for turn in history:
        if turn.role == "user":
            goes_on = not beside(turn.content)
        if goes_on:
            kept.append(turn)
    return tuple(kept)
