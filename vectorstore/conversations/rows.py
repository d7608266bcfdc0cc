"""Translate between conversations and the rows of their tables."""

from typing import Any

from sqlalchemy import Row

from vectorstore.conversations.conversation import Exchange, Feedback


def exchange_row(exchange: Exchange, conversation_id: str, number: int) -> dict[str, Any]:
    """Make the row of an exchange."""
    row = {name: getattr(exchange, name) for name in Exchange.__dataclass_fields__}
    return row | {
        "follow_ups": list(exchange.follow_ups),
        "words": f"{exchange.question}\n{exchange.said}".casefold(),
        "conversation_id": conversation_id,
        "number": number,
    }


def exchange_of(row: Row[Any], answer: dict[str, Any] | None) -> Exchange:
    fields = {name: value for name, value in row._asdict().items() if name in Exchange.__dataclass_fields__}
    return Exchange(**fields | {"follow_ups": tuple(row.follow_ups), "answer": answer})


def feedback_row(feedback: Feedback) -> dict[str, Any]:
    """Make the row of a thumb."""
    row = {name: getattr(feedback, name) for name in Feedback.__dataclass_fields__}
    return row | {"history": list(feedback.history), "cited": list(feedback.cited)}


def feedback_of(row: Row[Any]) -> Feedback:
    fields = {name: value for name, value in row._asdict().items() if name in Feedback.__dataclass_fields__}
    return Feedback(**fields | {"history": tuple(row.history), "cited": tuple(row.cited)})
