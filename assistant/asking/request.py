"""What is asked: a question, the conversation before it, and all that can narrow it."""

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
