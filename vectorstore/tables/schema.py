"""The catalogue's tables and how an older catalogue is brought up to date."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import (
    JSON,
    URL,
    Column,
    Connection,
    Date,
    Engine,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    insert,
    inspect,
    select,
    update,
)

from vectorstore.errors import StorageError
from vectorstore.tables.conversation_tables import define
from vectorstore.tables.migrations import MIGRATIONS as MIGRATIONS

BUSY_TIMEOUT = 5000  # ms; only an outside tool reading the file can make anyone wait

SQLITE = "sqlite:///"

metadata = MetaData()

meta = Table(
    "meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False)
)

briefings = Table(
    "briefings",
    metadata,
    Column("id", String, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("version", Integer, nullable=False),  # the current one
    Column("duplicate_of", String, ForeignKey("briefings.id"), index=True),
    Column("corrected", JSON),  # names of the fields that a person corrected; ingests leave those alone
)

versions = Table(
    "versions",
    metadata,
    Column("briefing_id", String, ForeignKey("briefings.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("publisher", Text),
    Column("published", Date),
    Column("published_from", String),
    Column("url", Text),
    Column("language", String),
    Column("parties", JSON, nullable=False),
    Column("content_hash", String, nullable=False, index=True),
    Column("known_from", Date),  # an as-of search sees the newest version known by then
    Column("ingested_at", String, nullable=False),
    Column("text", Text, nullable=False),  # last: what stands behind a long text is slow to read
)

# Of versions that have pages: the character of the text that each page begins with.
pages = Table(
    "pages",
    metadata,
    Column("briefing_id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("starts", JSON, nullable=False),
    ForeignKeyConstraint(["briefing_id", "version"], ["versions.briefing_id", "versions.version"]),
)

# Passages of current versions only. Their text is a slice of the version's text.
passages = Table(
    "passages",
    metadata,
    Column("id", String, primary_key=True),
    Column("briefing_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("heading", Text, nullable=False),
    Column("prefix", Text, nullable=False),  # stands before the slice in what is embedded and indexed
    Column("sentences", JSON, nullable=False),
    Column("events", JSON),  # the days that it speaks of; null when it was cut before schema version 7
    ForeignKeyConstraint(["briefing_id", "version"], ["versions.briefing_id", "versions.version"]),
    Index("passages_of_briefing", "briefing_id", "version"),
)

# What the encoder made of each current passage, so that no index needs it embedded twice.
vectors = Table(
    "vectors",
    metadata,
    Column("passage_id", String, ForeignKey("passages.id"), primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # as `vectorstore.tables.vector_rows` packs it
)

# Passages of earlier versions, each with its vector. No index holds them: an as-of search reads them here.
earlier_passages = Table(
    "earlier_passages",
    metadata,
    *(Column(c.name, c.type, primary_key=c.primary_key, nullable=c.nullable) for c in passages.columns),
    Column("vector", LargeBinary),
    ForeignKeyConstraint(["briefing_id", "version"], ["versions.briefing_id", "versions.version"]),
    Index("earlier_passages_of_briefing", "briefing_id", "version"),
)

# What near-duplicates are found by, a row a briefing, and the pairs found, the smaller id first: see
# `vectorstore.catalogue.near`.
sketches = Table(
    "sketches",
    metadata,
    Column("briefing_id", String, ForeignKey("briefings.id"), primary_key=True),
    Column("facts", String, nullable=False, index=True),
    Column("smallest", LargeBinary, nullable=False),
)
near = Table(
    "near",
    metadata,
    Column("briefing_id", String, ForeignKey("briefings.id"), primary_key=True),
    Column("other_id", String, ForeignKey("briefings.id"), primary_key=True, index=True),
)

# Passages and words as another encoder has them, of current and earlier versions, while a reindex makes them.
next_passages = Table(
    "next_passages",
    metadata,
    *(Column(c.name, c.type, primary_key=c.primary_key, nullable=c.nullable) for c in passages.columns),
    Column("vector", LargeBinary, nullable=False),
    Index("next_passages_of_briefing", "briefing_id", "version"),
)
next_words = Table(
    "next_words",
    metadata,
    Column("word", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

# Passages being written to or deleted from the indexes: what a crash may have left half done.
pending = Table("pending", metadata, Column("passage_id", String, primary_key=True))

# The words of the current passages, each with its vector as `vectorstore.indexes.vocabulary` packs it.
words = Table(
    "words",
    metadata,
    Column("word", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

conversations, exchanges, feedback = define(metadata)


def connect(url: str) -> Engine:
    """Make the engine of a catalogue; nothing is opened yet."""
    compact = partial(json.dumps, separators=(",", ":"), ensure_ascii=False)
    # A path is taken as it is: in a URL, `?` and `%` in a folder's name would mean something else.
    path = url.removeprefix(SQLITE)
    engine = create_engine(URL.create("sqlite", database=path), json_serializer=compact)
    event.listen(engine, "connect", _sqlite_settings)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take their turn to write as they begin.

    One that reads first and writes later is refused, however long it would wait, when another has written
    in between.
    """
    return engine.execution_options(begin="IMMEDIATE")


def bring_up_to_date(
    connection: Connection, migrations: Sequence[Callable[[Connection], None]] = MIGRATIONS
) -> None:
    """Create the tables of a new catalogue, or run the migrations that an older one lacks."""
    newest = len(migrations) + 1
    if not inspect(connection).has_table("meta"):
        metadata.create_all(connection)
        connection.execute(insert(meta), {"key": "schema_version", "value": str(newest)})
        return
    found = int(connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).scalar_one())
    if found > newest:
        raise StorageError(
            f"This home was written by a newer version of the program: its schema version is {found}, and "
            f"this program knows up to {newest}. Upgrade it (pip install -U trade-briefings-assistant) or "
            "set BRIEFINGS_HOME to another folder."
        )
    for migrate in migrations[found - 1 :]:
        migrate(connection)
    connection.execute(update(meta).where(meta.c.key == "schema_version").values(value=str(newest)))


def set_meta(connection: Connection, values: Mapping[str, str]) -> None:
    """Record values that describe the home itself; the caller holds the transaction."""
    connection.execute(delete(meta).where(meta.c.key.in_(values)))
    connection.execute(insert(meta), [{"key": key, "value": value} for key, value in values.items()])


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")


def _sqlite_settings(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # sqlite3 would begin late and leave table changes out of transactions
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")  # readers go on while one writes
    cursor.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten, not only let go
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
    cursor.close()
