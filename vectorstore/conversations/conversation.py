"""Conversations and the thumbs given to their answers: frozen data, as they are kept."""

from dataclasses import dataclass, field
from typing import Any, Literal

State = Literal["asked", "answered", "stopped", "failed"]
Thumb = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what came of it.

    `narrowed` is what narrowed the question and `answer` the checked answer, both as JSON objects that
    only the assistant reads; `said` is the answer in plain words, or why there is none.
    """

    id: str
    question: str
    asked_at: str
    narrowed: dict[str, Any] = field(default_factory=dict)
    state: State = "asked"
    said: str = ""
    answer: dict[str, Any] | None = None
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feedback:
    """A thumb for one answer, with all that a line of a question set needs, whatever becomes of the chat."""

    exchange_id: str
    conversation_id: str
    question: str
    thumb: Thumb
    given_at: str
    comment: str = ""
    history: tuple[dict[str, str], ...] = ()
    narrowed: dict[str, Any] = field(default_factory=dict)
    said: str = ""
    abstained: bool = False
    cited: tuple[dict[str, str], ...] = ()  # of each quote: source and quote


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation whole; `feedback` is what its answers were given, those edited away too."""

    id: str
    title: str
    changed_at: str
    exchanges: tuple[Exchange, ...] = ()
    feedback: tuple[Feedback, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Conversations that the browser which brings `token` is given, until a moment in seconds since 1970."""

    token: str
    count: int
    until: float


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """A conversation as it is listed, with how many questions and thumbs it holds."""

    id: str
    title: str
    changed_at: str
    questions: int
    thumbs: int = 0
