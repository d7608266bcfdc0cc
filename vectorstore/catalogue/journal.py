"""Empty the catalogue's journal, where what was removed is still to be read, as soon as nobody reads from it.

A reader keeps it as it is: an export of a large home, or another program. It is not waited for; the journal
is tried again until it is empty, or the catalogue is closed.
"""

import logging
import threading

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from vectorstore.tables.schema import BUSY_TIMEOUT

PATIENCE = 500  # ms; a search has read what it reads by then, and nobody minds the wait
AGAIN = 5.0  # seconds between tries, of which each may keep writers waiting for PATIENCE

logger = logging.getLogger(__name__)


class Journal:
    """The journal of an open catalogue. Any thread may have it emptied."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._again: threading.Timer | None = None
        self._closed = False

    def empty(self) -> None:
        """Have SQLite write the journal into the catalogue's file and cut it to nothing, now or later."""
        with self._lock:
            if self._again:
                self._again.cancel()
                self._again = None
            if not self._closed and not self._emptied():
                self._again = threading.Timer(AGAIN, self.empty)
                self._again.daemon = True
                self._again.start()

    def close(self) -> None:
        """Try no more: the next opener does."""
        with self._lock:
            self._closed = True
            if self._again:
                self._again.cancel()

    def _emptied(self) -> bool:
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE}")
                try:
                    found = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
                finally:
                    connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
                return int(found[0]) == 0  # 1: somebody reads from it, or writes
        except SQLAlchemyError as error:
            logger.warning("What was removed is not overwritten yet: %s", error)
            return False
