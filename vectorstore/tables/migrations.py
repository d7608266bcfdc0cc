"""How an older catalogue is brought to the newest schema, a step a version.

A migration says what it makes as it was then: the tables of `vectorstore.tables.schema` go on changing.
"""

from collections.abc import Callable

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)


def _add_words(connection: Connection) -> None:
    """Create an empty table of words as it was in schema version 2; the store fills it."""
    Table(
        "words",
        MetaData(),
        Column("word", String, primary_key=True),
        Column("vector", LargeBinary, nullable=False),
    ).create(connection)


def _add_vectors(connection: Connection) -> None:
    """Create an empty table of vectors as it was in schema version 3; the store fills it."""
    Table(
        "vectors",
        MetaData(),
        Column("passage_id", String, primary_key=True),
        Column("vector", LargeBinary, nullable=False),
    ).create(connection)


def _add_pages(connection: Connection) -> None:
    """Create an empty table of page starts as it was in schema version 4: nothing had pages before."""
    Table(
        "pages",
        MetaData(),
        Column("briefing_id", String, primary_key=True),
        Column("version", Integer, primary_key=True),
        Column("starts", JSON, nullable=False),
    ).create(connection)


def _add_earlier_passages(connection: Connection) -> None:
    """Create an empty table as it was in schema version 5; the next ingest fills it. Note corrections."""
    Table(
        "earlier_passages",
        MetaData(),
        Column("id", String, primary_key=True),
        Column("briefing_id", String, nullable=False),
        *(Column(name, Integer, nullable=False) for name in ("version", "number", "start", "end")),
        *(Column(name, Text, nullable=False) for name in ("heading", "prefix")),
        Column("sentences", JSON, nullable=False),
        Column("vector", LargeBinary),
        Index("earlier_passages_of_briefing", "briefing_id", "version"),
    ).create(connection)
    connection.exec_driver_sql("ALTER TABLE briefings ADD COLUMN corrected JSON")


def _add_near(connection: Connection) -> None:
    """Create the tables of near-duplicates as they were in schema version 6; the next ingest fills them."""
    tables = MetaData()
    Table(
        "sketches",
        tables,
        Column("briefing_id", String, primary_key=True),
        Column("facts", String, nullable=False, index=True),
        Column("smallest", LargeBinary, nullable=False),
    )
    Table(
        "near",
        tables,
        Column("briefing_id", String, primary_key=True),
        Column("other_id", String, primary_key=True, index=True),
    )
    tables.create_all(connection)


def _add_events(connection: Connection) -> None:
    """Give passages a place for their events; a briefing's are found when it is next cut."""
    for table in ("passages", "earlier_passages"):
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN events JSON")


def _add_next(connection: Connection) -> None:
    """Create the empty tables of a reindex as they were in schema version 8."""
    tables = MetaData()
    Table(
        "next_passages",
        tables,
        Column("id", String, primary_key=True),
        Column("briefing_id", String, nullable=False),
        *(Column(name, Integer, nullable=False) for name in ("version", "number", "start", "end")),
        *(Column(name, Text, nullable=False) for name in ("heading", "prefix")),
        Column("sentences", JSON, nullable=False),
        Column("events", JSON),
        Column("vector", LargeBinary, nullable=False),
        Index("next_passages_of_briefing", "briefing_id", "version"),
    )
    Table(
        "next_words",
        tables,
        Column("word", String, primary_key=True),
        Column("vector", LargeBinary, nullable=False),
    )
    tables.create_all(connection)


def _add_conversations(connection: Connection) -> None:
    """Create the empty tables of conversations and thumbs as they were in schema version 9."""
    tables = MetaData()
    Table(
        "conversations",
        tables,
        Column("id", String, primary_key=True),
        Column("owner", String, nullable=False, index=True),
        *(Column(name, kind, nullable=False) for name, kind in (("title", Text), ("changed_at", String))),
    )
    Table(
        "exchanges",
        tables,
        Column("id", String, primary_key=True),
        Column("conversation_id", String, ForeignKey("conversations.id"), nullable=False),
        Column("number", Integer, nullable=False),
        *(Column(name, Text, nullable=False) for name in ("question", "said", "words")),
        *(Column(name, String, nullable=False) for name in ("asked_at", "state")),
        *(Column(name, JSON, nullable=False) for name in ("narrowed", "follow_ups")),
        Column("answer", JSON),
        Index("exchanges_of_conversation", "conversation_id", "number"),
    )
    Table(
        "feedback",
        tables,
        Column("exchange_id", String, primary_key=True),
        Column("conversation_id", String, ForeignKey("conversations.id"), nullable=False, index=True),
        *(Column(name, String, nullable=False) for name in ("thumb", "given_at")),
        *(Column(name, Text, nullable=False) for name in ("question", "comment", "said")),
        *(Column(name, JSON, nullable=False) for name in ("history", "narrowed", "cited")),
        Column("abstained", Boolean, nullable=False),
    )
    tables.create_all(connection)


# MIGRATIONS[n] takes a catalogue of schema version n + 1 to n + 2. A new one is added at the end
# and the tables in `schema` are changed with it: a new catalogue starts from the tables.
MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    _add_words,
    _add_vectors,
    _add_pages,
    _add_earlier_passages,
    _add_near,
    _add_events,
    _add_next,
    _add_conversations,
)
