"""The catalogue's tables of conversations."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text


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
