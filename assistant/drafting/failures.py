"""Say in plain words why a chat model failed, and whether it is worth while to ask again.

Providers share no classes of errors: what they have in common are HTTP statuses, and names.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from socket import gaierror

from vectorstore.patterns import pattern

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 20.0  # seconds; doubled from try to try
LONGEST_REASON = 200  # characters of what a provider says
_PASSING = (408, 409, 425, 429, 500, 502, 503, 504, 529)
_TOO_MUCH = (400, 413, 422)  # statuses of what was sent too long, among others
_TOO_LONG = pattern(r"context|too (?:long|large|many tokens)|maximum.{0,40}tokens|exceed", re.IGNORECASE)
_SPENT = pattern(r"insufficient[ _](?:quota|balance|credit|fund)|billing|credit balance", re.IGNORECASE)
_BUSY = pattern(r"overload|rate.?limit|too many requests|unavailable|busy|try again", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Failure:
    """What a model did instead of answering, as the rest of a sentence, and what to do about it.

    `status` is that of HTTP.
    """

    said: str
    advice: str = ""
    status: int | None = None
    passes: bool = False  # by itself, so that it is worth while to ask again
    partial: bool = False  # there are words, and those are of use

    @property
    def for_length(self) -> bool:
        """Whether it may be that what was sent is longer than the model reads."""
        return self.status in _TOO_MUCH

    @property
    def in_words(self) -> str:
        """All of it, without the last stop."""
        return f"{self.said}. {self.advice}" if self.advice else self.said


def failure_of(error: Exception, timeout: float, address: str = "") -> Failure:
    """Tell what an error means; `address` is the setting with the server's address, where one is set."""
    status, reason = _status(error), _reason(error)
    told = (f" ({status})" if status else "") + (f": “{reason}”" if reason else "")
    check = f"Check {address}" if address else ""
    kind = f"{_named(error)} {reason}"
    if status == 402 or (status in (None, 429) and _SPENT.search(kind)):
        return Failure(f"has nothing left to spend{told}", "See the account with its provider", status)
    if status in (401, 403):
        said = f"refused the key{told if status == 403 else ' (401)'}"
        return Failure(said, "Set BRIEFINGS_CHAT_API_KEY or the provider's own variable", status)
    if status == 404:
        advice = "Check BRIEFINGS_CHAT_MODEL and BRIEFINGS_CHAT_BASE_URL"
        return Failure(f"is not known there{told}", advice, status)
    if status in _TOO_MUCH and _TOO_LONG.search(str(error)):
        return Failure(f"was sent more than it takes{told}", "Set BRIEFINGS_CHAT_WINDOW", status)
    if status == 429:
        return Failure(f"takes no more questions for now{told}", "", status, passes=True)
    if status is not None:
        return Failure(f"answered with an error{told}", "", status, status in _PASSING)
    if _is_named(error, "Timeout"):
        return Failure(f"did not answer within {timeout:.0f} s (BRIEFINGS_CHAT_TIMEOUT)", passes=True)
    if _is_named(error, "UnsupportedProtocol", "InvalidURL", "LocalProtocol"):
        return Failure("could not be reached: its address is none", check)
    if isinstance(error, ConnectionError) or _is_named(error, "Connect", "Protocol", "Network"):
        return Failure(f"could not be reached{_unreached(error)}", check, passes=True)
    if reason and _BUSY.search(kind):
        return Failure(f"takes no more questions for now{told}", passes=True)
    if _is_named(error, "APIError"):  # it is what the server says, within its reply
        return Failure(f"answered with an error{told}")
    return Failure(f"answered with what cannot be read ({type(error).__name__})", check)


def pause_before(number: int, error: Exception) -> float:
    """Return the seconds to wait after so many tries before the next one."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        asked = float(headers.get("retry-after", ""))
    except ValueError:
        asked = 0.0
    backoff = FIRST_PAUSE * 2 ** (number - 1) * random.uniform(1.0, 1.5)
    return float(max(asked, min(backoff, LONGEST_PAUSE)))


def _status(error: Exception) -> int | None:
    """Return the HTTP status that an error carries, in any provider's way."""
    for holder in (error, getattr(error, "response", None)):
        for name in ("status_code", "code", "http_status"):
            status = getattr(holder, name, None)
            if isinstance(status, str) and status.isdecimal():
                status = int(status)
            if isinstance(status, int) and 400 <= status < 600:
                return status
    return None


def _reason(error: Exception) -> str:
    """Return the first line of what the provider says; "" where that is a page, or nothing."""
    body = getattr(error, "body", None)
    if isinstance(body, Mapping) and isinstance(body.get("error"), Mapping):
        body = body["error"]
    said = body.get("message") if isinstance(body, Mapping) else body or getattr(error, "message", "")
    lines = str(said or "").strip().splitlines()
    line = " ".join(lines[0].split()).rstrip(".") if lines else ""
    if not line or line.startswith(("<", "{", "Error code:")):
        return ""
    return line if len(line) <= LONGEST_REASON else f"{line[:LONGEST_REASON]}…"


def _named(error: Exception) -> str:
    """Return what the provider calls the kind of an error."""
    return f"{getattr(error, 'type', '') or ''} {getattr(error, 'code', '') or ''}"


def _unreached(error: Exception) -> str:
    for cause in _causes(error):
        if isinstance(cause, gaierror):
            return ": no host has this name"
        if isinstance(cause, ConnectionRefusedError):
            return ": nothing listens there"
    return ", or the connection broke"


def _is_named(error: Exception, *parts: str) -> bool:
    """Whether an error, or what caused it, is of a kind with such a name; providers share no classes."""
    return any(
        part in kind.__name__ for cause in _causes(error) for kind in type(cause).__mro__ for part in parts
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 8:
        yield error
        error, seen = error.__cause__ or error.__context__, seen + 1
