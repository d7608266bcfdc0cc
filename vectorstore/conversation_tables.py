"""The catalogue's tables of conversations, and how data is made of their rows."""

from typing import Any

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, MetaData, Row, String, Table, Text

from vectorstore.conversation import Exchange, Feedback


def define(metadata: MetaData) -> tuple[Table, Table, Table]:
    """Define the tables in `metadata`: conversations, exchanges, feedback."""
    return (
        Table(
            "conversations",
            metadata,
            Column("id", String, primary_key=True),
            Column("owner", String, nullable=False, index=True),  # a digest of the browser's token
            Column("title", Text, nullable=False),
            Column("changed_at", String, nullable=False),
        ),
        Table(
            "exchanges",
            metadata,
            Column("id", String, primary_key=True),
            Column("conversation_id", String, ForeignKey("conversations.id"), nullable=False),
            Column("number", Integer, nullable=False),  # in the order asked
            Column("question", Text, nullable=False),
            Column("asked_at", String, nullable=False),
            Column("narrowed", JSON, nullable=False),
            Column("state", String, nullable=False),
            Column("said", Text, nullable=False),
            Column("answer", JSON),
            Column("follow_ups", JSON, nullable=False),
            Column("words", Text, nullable=False),  # question and answer, case folded: what is searched
            Index("exchanges_of_conversation", "conversation_id", "number"),
        ),
        Table(
            "feedback",
            metadata,
            # No foreign key: an answer may be asked for again, and what was thought of it stays.
            Column("exchange_id", String, primary_key=True),
            Column("conversation_id", String, ForeignKey("conversations.id"), nullable=False, index=True),
            Column("question", Text, nullable=False),
            Column("thumb", String, nullable=False),
            Column("given_at", String, nullable=False),
            Column("comment", Text, nullable=False),
            Column("history", JSON, nullable=False),
            Column("narrowed", JSON, nullable=False),
            Column("said", Text, nullable=False),
            Column("abstained", Boolean, nullable=False),
            Column("cited", JSON, nullable=False),
        ),
    )


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
