"""Talk to a chat model: its words as they come, what it took, and in plain words why they end early.

Providers fail in their own ways, each with its own kinds of error. They all end here: whoever uses
a chat gets words, and at the end a problem or none. A try that failed before the first word is
repeated while the time allows, later and later, when the failure is one that passes.
"""

import logging
import random
import re
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.answer import Usage
from assistant.drafting.arriving import Arriving, OutOfTime, Stopped, beside

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

    from prompts import Filled

logger = logging.getLogger(__name__)

TRIES = 4
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 20.0  # seconds; doubled from try to try
TAIL = 40  # characters of a reply that tell whether its last sentence is whole
_WHOLE = re.compile(r"[.!?…\])”\"’]\s*$|^\s*[A-Z ]+$")
_TOO_LONG = re.compile(r"context|too (?:long|large|many tokens)|maximum.{0,40}tokens|exceed", re.IGNORECASE)
_PASSING = (408, 409, 425, 429, 500, 502, 503, 504, 529)
_CUT_OFF = ("length", "max_tokens", "MAX_TOKENS", "model_context_window_exceeded")
_REFUSED = ("content_filter", "refusal", "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "RECITATION")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a reply ended: `problem` in plain words, None when it is whole."""

    problem: str | None
    usage: Usage


class Chat:
    """A chat model that can be written to. `window` is in tokens, `price` in US dollars a million."""

    def __init__(
        self,
        model: "BaseChatModel",
        name: str,
        window: int,
        price: tuple[float, float] | None = None,
        timeout: float = 60.0,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self.model = model
        self.name = name
        self.window = window
        self._price = price
        self.timeout = timeout
        self._closed = threading.Event()
        self._sleep = sleep or self._closed.wait
        self._awaited: set[Arriving[AIMessageChunk]] = set()

    def stream(self, prompt: "Filled") -> Generator[str, None, Ended]:
        """Yield the words of a reply as they come, and return how it ended. Raises nothing."""
        deadline = time.monotonic() + self.timeout
        for number in range(1, TRIES + 1):
            reply = _Reply()
            try:
                yield from self._words(prompt, reply, deadline)
                return Ended(reply.ending(), self._usage(reply, number))
            except Stopped:
                return Ended("was stopped", self._usage(reply, number))
            except OutOfTime:
                slow = "took longer than" if reply.began else "did not answer within"
                return Ended(f"{slow} {self.timeout:.0f} s", self._usage(reply, number))
            except Exception as error:  # each provider has its own kinds; the top of a model's turn
                logger.warning("The chat model %s failed", self.name, exc_info=True)
                pause = _pause(error, number)
                if reply.began or pause is None or time.monotonic() + pause > deadline or number == TRIES:
                    said = _in_words(error, self.timeout)
                    return Ended(f"broke off: it {said}" if reply.began else said, self._usage(reply, number))
            self._sleep(pause)
        raise AssertionError("unreachable: the last try returns")

    def close(self) -> None:
        """End all replies that are waited for, from any thread; from now on there are none."""
        self._closed.set()
        for arriving in [*self._awaited]:
            arriving.stop()

    def keeps_to_form(self, question: str, form: dict[str, Any]) -> bool:
        """Say whether the model answers in a form given as JSON schema. No answer needs it."""
        try:
            found = beside(self.model.with_structured_output(form).ainvoke(question)).result(self.timeout)
        except Exception:  # as above; what fails is that it cannot
            logger.info("No structured output from %s", self.name, exc_info=True)
            return False
        return isinstance(found, dict) and found.keys() >= {*form["required"]}

    def _words(self, prompt: "Filled", reply: "_Reply", deadline: float) -> Iterator[str]:
        said = [("system", prompt.rules), ("human", prompt.given)]
        arriving: Arriving[AIMessageChunk] = Arriving(self.model.astream(said))
        self._awaited.add(arriving)
        try:
            if self._closed.is_set():
                raise Stopped
            while (chunk := arriving.next(deadline)) is not None:
                if text := reply.take(chunk):
                    yield text
        finally:
            self._awaited.discard(arriving)
            arriving.close()

    def _usage(self, reply: "_Reply", calls: int) -> Usage:
        if reply.read is None or reply.written is None:
            return Usage(calls)
        cost = None
        if self._price:
            cost = (reply.read * self._price[0] + reply.written * self._price[1]) / 1e6
        return Usage(calls, reply.read, reply.written, cost)


def together(usages: Sequence[Usage]) -> Usage:
    """Add up what several replies took; a part that one of them does not tell is not told.

    >>> together([Usage(1, 900, 80, 0.1), Usage(2)])
    Usage(calls=3, read=None, written=None, cost=None)
    """

    def total(parts: list[Any]) -> Any:
        return None if None in parts or not parts else sum(parts)

    return Usage(
        sum(usage.calls for usage in usages),
        total([usage.read for usage in usages]),
        total([usage.written for usage in usages]),
        total([usage.cost for usage in usages]),
    )


class _Reply:
    """What has arrived of a reply."""

    def __init__(self) -> None:
        self.began = False
        self.read: int | None = None
        self.written: int | None = None
        self._reason = ""
        self._refusal = False
        self._tail = ""

    def take(self, chunk: "AIMessageChunk") -> str:
        if usage := chunk.usage_metadata:
            self.read = (self.read or 0) + usage["input_tokens"]
            self.written = (self.written or 0) + usage["output_tokens"]
        found = chunk.response_metadata
        self._reason = str(
            found.get("finish_reason") or found.get("stop_reason") or found.get("done_reason") or self._reason
        )
        self._refusal = self._refusal or bool(chunk.additional_kwargs.get("refusal"))
        text = str(chunk.text)
        self.began = self.began or bool(text.strip())
        self._tail = (self._tail + text)[-TAIL:]
        return text

    def ending(self) -> str | None:
        if self._refusal or self._reason in _REFUSED:
            return "refused to answer"
        if not self.began:
            return "sent no words"
        if not self._reason and not _WHOLE.search(self._tail):  # some close a connection without a word
            return "broke off in the middle of a sentence"
        return "was cut off at its longest reply" if self._reason in _CUT_OFF else None


def _pause(error: Exception, number: int) -> float | None:
    """Return the seconds to wait before trying again; None when that would not help."""
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


def _in_words(error: Exception, timeout: float) -> str:
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
