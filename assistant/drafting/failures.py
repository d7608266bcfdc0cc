"""Say in plain words why a chat model failed, and whether it is worth while to ask again.

Providers share no classes of errors: what they have in common are HTTP statuses, and names.
"""

import random
import re

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 20.0  # seconds; doubled from try to try
_TOO_LONG = re.compile(r"context|too (?:long|large|many tokens)|maximum.{0,40}tokens|exceed", re.IGNORECASE)
_PASSING = (408, 409, 425, 429, 500, 502, 503, 504, 529)


def pause_after(error: Exception, number: int) -> float | None:
    """Return the seconds to wait after a try before the next one; None when that would not help."""
    status = _status(error)
    broken = isinstance(error, ConnectionError) or _is_named(error, "Connect", "Timeout")
    if not broken if status is None else status not in _PASSING:
        return None
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        asked = float(headers.get("retry-after", ""))
    except ValueError:
        asked = 0.0
    backoff = FIRST_PAUSE * 2 ** (number - 1) * random.uniform(1.0, 1.5)
    return float(max(asked, min(backoff, LONGEST_PAUSE)))


def in_words(error: Exception, timeout: float) -> str:
    """Return what a model did instead of answering, as the rest of a sentence."""
    status = _status(error)
    if status in (401, 403):
        return f"refused the key ({status}). Set BRIEFINGS_CHAT_API_KEY or the provider's own variable"
    if status == 404:
        return "is not known there (404). Check BRIEFINGS_CHAT_MODEL and BRIEFINGS_CHAT_BASE_URL"
    if status in (400, 413, 422) and _TOO_LONG.search(str(error)):
        return f"was sent more than it takes ({status}). Set BRIEFINGS_CHAT_WINDOW"
    if status == 429:
        return "takes no more questions for now (429)"
    if status is not None:
        return f"answered with an error ({status})"
    if _is_named(error, "Timeout"):
        return f"did not answer within {timeout:.0f} s"
    if isinstance(error, ConnectionError) or _is_named(error, "Connect", "Protocol", "Network"):
        return "could not be reached, or the connection broke"
    return f"answered with what cannot be read ({type(error).__name__})"


def _status(error: Exception) -> int | None:
    """Return the HTTP status that an error carries, in any provider's way."""
    for holder in (error, getattr(error, "response", None)):
        for name in ("status_code", "code", "http_status"):
            status = getattr(holder, name, None)
            if isinstance(status, int) and 400 <= status < 600:
                return status
    return None


def _is_named(error: BaseException | None, *parts: str) -> bool:
    """Whether an error, or what caused it, is of a kind with such a name; providers share no classes."""
    seen = 0
    while error is not None and seen < 5:
        if any(part in kind.__name__ for kind in type(error).__mro__ for part in parts):
            return True
        error, seen = error.__cause__ or error.__context__, seen + 1
    return False
