"""Say what went wrong in plain words, with an id that is in the log."""

import logging
import uuid

from vectorstore.errors import (
    BriefingsError,
    BusyError,
    NotFoundError,
    QuestionError,
    SourceError,
    StoppingError,
)

logger = logging.getLogger(__name__)

# These say what a person gave that cannot be used, or when it can be: nothing is wrong with the home.
_GIVEN = (BusyError, NotFoundError, QuestionError, SourceError, StoppingError)


def in_words(error: Exception, doing: str) -> str:
    """The error being handled as a sentence or two; what is not the person's own is logged.

    `doing` goes on after "while": "opening a briefing".
    """
    if isinstance(error, _GIVEN):
        return str(error)
    if isinstance(error, BriefingsError):
        return f"{error} {logged(doing)}"
    return f"Something went wrong while {doing}. Please try again. {logged(doing)}"


def logged(doing: str) -> str:
    """Log the error being handled and say under which id."""
    error_id = uuid.uuid4().hex[:8]
    logger.exception("Error %s while %s", error_id, doing)
    return f"(Error {error_id}, in the log.)"
