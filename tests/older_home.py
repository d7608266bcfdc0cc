"""Take a catalogue back to what an older version of the program wrote."""

from collections.abc import Callable

from sqlalchemy import Connection, text

from vectorstore.tables import schema


def take_back(url: str, version: int) -> None:
    """Undo the migrations to schema versions above `version`; what newer tables hold is lost."""
    with schema.connect(url).begin() as connection:
        for newer in range(len(schema.MIGRATIONS) + 1, version, -1):
            _UNDO[newer](connection)
        connection.execute(text(f"UPDATE meta SET value = '{version}' WHERE key = 'schema_version'"))


def _without(*statements: str) -> Callable[[Connection], None]:
    def undo(connection: Connection) -> None:
        for statement in statements:
            connection.execute(text(statement))

    return undo


_UNDO = {
    2: _without("DROP TABLE words"),
    3: _without("DROP TABLE vectors"),
    4: _without("DROP TABLE pages"),
    5: _without("DROP TABLE earlier_passages", "ALTER TABLE briefings DROP COLUMN corrected"),
    6: _without("DROP TABLE near", "DROP TABLE sketches"),
    7: _without("ALTER TABLE passages DROP COLUMN events", "ALTER TABLE earlier_passages DROP COLUMN events"),
    8: _without("DROP TABLE next_passages", "DROP TABLE next_words"),
    9: _without("DROP TABLE feedback", "DROP TABLE exchanges", "DROP TABLE conversations"),
}
