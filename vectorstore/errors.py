"""What can go wrong, as the reader of an error message needs it.

BriefingsError
├── SettingsError      a setting is missing or malformed
├── HomeInUseError     another process holds the home (carries its pid)
├── StoppingError      the process that serves the home ends; what it stored is on file
├── BusyError          something else is being written; nothing was changed
├── IndexMismatchError the index was built with another encoder
├── StorageError       the home cannot be written or is damaged
│   ├── DamagedError   an index is; the catalogue can rebuild it
│   └── CatalogueDamagedError  the catalogue is; only a backup can
├── SourceError        one source cannot be read; the others go on
├── NotFoundError      no briefing with this id
└── QuestionError      the question cannot be answered as asked: empty, too long

Every message says what was found, what was expected and what to do.
"""


class BriefingsError(Exception):
    """Base of every error that is shown as one line, without a traceback."""


class SettingsError(BriefingsError):
    """A setting is missing or malformed."""


class HomeInUseError(BriefingsError):
    """Another process holds the home."""

    def __init__(self, message: str, pid: int | None) -> None:
        super().__init__(message)
        self.pid = pid


class BusyError(BriefingsError):
    """Something else is being written, for nobody knows how long; nothing was changed."""


class StoppingError(BriefingsError):
    """The process that serves the home ends."""


class IndexMismatchError(BriefingsError):
    """The index was built with another encoder; `recorded` is its name, where that is known."""

    def __init__(self, message: str, recorded: str | None = None) -> None:
        super().__init__(message)
        self.recorded = recorded


class StorageError(BriefingsError):
    """The home cannot be written or is damaged."""


class DamagedError(StorageError):
    """An index is damaged, and the catalogue can rebuild it."""


class CatalogueDamagedError(StorageError):
    """The catalogue is damaged, and nothing in the home can rebuild it."""


class SourceError(BriefingsError):
    """One source cannot be read."""


class NotFoundError(BriefingsError):
    """No briefing with this id is on file."""


class QuestionError(BriefingsError):
    """The question cannot be answered as asked."""
