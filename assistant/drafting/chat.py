"""Talk to a chat model: its words as they come, what it took, and in plain words why they end early.

Providers fail in their own ways (`assistant.drafting.failures`). They all end here: whoever uses a chat gets
words, and at the end a problem or none. A try that failed before the first word is repeated while the time
allows, later and later, when the failure is one that passes.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.answer import Counted, Usage, together
from assistant.drafting.arriving import Arriving, OutOfTime, Stopped, beside
from assistant.drafting.failures import Failure, failure_of, pause_before
from assistant.drafting.reply import Reply
from assistant.drafting.tokens import token_count

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

    from prompts import Filled

logger = logging.getLogger(__name__)

TRIES = 4
READ_ON = 0.5  # seconds after enough was read, for what the reply took
LONGEST_REPLY = 900  # tokens; an answer of 170 words with its markers takes 400
REASONED_REPLY = 8000  # of a model that reasons first: what it thinks counts


@dataclass(frozen=True, slots=True)
class Ended:
    """How a reply ended: with a failure, or None when it is whole."""

    failure: Failure | None
    usage: Usage

    @property
    def problem(self) -> str | None:
        """What is wrong with it, in plain words."""
        return self.failure.in_words if self.failure else None


@dataclass(slots=True)
class _Asked:
    """What is asked, and the tokens that it may write; one for all answers."""

    model: "BaseChatModel"
    longest: int


class Chat:
    """A chat model that can be written to. `window` is in tokens, `price` in US dollars a million.

    What is told or logged of it holds none of the `secrets`. A reply has `longest` tokens at most; where
    those hold thoughts alone, `longer` makes a model that may write as many as it is told.
    `address` is the setting with its server's, where one is set.
    """

    def __init__(
        self,
        model: "BaseChatModel",
        name: str,
        window: int,
        price: tuple[float, float] | None = None,
        timeout: float = 60.0,
        secrets: Sequence[str] = (),
        sleep: Callable[[float], object] | None = None,
        longest: int = LONGEST_REPLY,
        longer: "Callable[[int], BaseChatModel] | None" = None,
        address: str = "",
    ) -> None:
        self._asked = _Asked(model, longest)
        self._longer = longer
        self._address = address
        self.name = name
        self.window = window
        self._price = price
        self.timeout = timeout
        self._secrets = [secret for secret in secrets if secret]
        self._deadline: float | None = None  # of all replies together
        self._took: list[Usage] = []
        self._given_up: Failure | None = None  # why no more is asked for this answer
        self._closed = threading.Event()
        self._sleep = sleep or self._closed.wait
        self._awaited: set[Arriving[AIMessageChunk]] = set()

    @property
    def model(self) -> "BaseChatModel":
        """LangChain's, as it is asked now."""
        return self._asked.model

    @property
    def room_for_reply(self) -> int:
        """Tokens of the window that are kept free."""
        return min(self._asked.longest, self.window // 2)

    def for_an_answer(self) -> "Chat":
        """Return the same for one answer: its replies have one time limit, and what failed is left alone."""
        one = copy(self)
        one._took = []
        one._deadline = time.monotonic() + self.timeout
        return one

    def stream(self, prompt: "Filled") -> Generator[str, None, Ended]:
        """Yield the words of a reply as they come, and return how it ended. Raises nothing.

        Close it where enough has been read.
        """
        replies: list[Reply] = []
        try:
            failure = yield from self._tried(prompt, replies)
        finally:
            usage = together([self._usage(reply, prompt) for reply in replies])
            self._took.append(usage)
        return Ended(failure, usage)

    @property
    def took(self) -> Usage:
        """What all replies so far took."""
        return together(self._took)

    def close(self) -> None:
        """End all replies that are waited for, from any thread; from now on there are none."""
        self._closed.set()
        for arriving in [*self._awaited]:
            arriving.stop()

    def keeps_to_form(self, question: str, form: dict[str, Any]) -> bool:
        """Say whether the model answers in a form given as JSON schema. No answer needs it."""
        try:
            found = beside(self.model.with_structured_output(form).ainvoke(question)).result(self.timeout)
        except Exception as error:  # noqa: BLE001  # as above; what fails is that it cannot
            logger.info(
                "No structured output from %s: it %s",
                self.name,
                self._hidden(failure_of(error, self.timeout).in_words),
            )
            return False
        return isinstance(found, dict) and found.keys() >= {*form["required"]}

    def _tried(self, prompt: "Filled", replies: list[Reply]) -> Generator[str, None, Failure | None]:
        """Yield the words of the first try that has any; return what was wrong with it, or with the last."""
        deadline = self._deadline or time.monotonic() + self.timeout
        if self._given_up or time.monotonic() >= deadline:
            return self._given_up or self._too_slow("did not answer within")
        for number in range(1, TRIES + 1):
            reply = Reply()
            replies.append(reply)
            try:
                yield from self._words(prompt, reply, deadline)
                if reply.only_thoughts and number < TRIES and self._lengthened():
                    continue
                return reply.ending(self._asked.longest)
            except Stopped:
                return Failure("was stopped")
            except OutOfTime:
                slow = self._too_slow("took longer than" if reply.began else "did not answer within")
                logger.warning("The chat model %s, try %d: it %s", self.name, number, slow.said)
                return self._for_good(slow)
            except Exception as error:  # noqa: BLE001  # each provider's kinds; the top of a model's turn
                failure, pause = self._failed(error, number), pause_before(number, error)
                reply.ended = not reply.began
                if reply.began:
                    return replace(failure, said=f"broke off: it {failure.said}")
                if not failure.passes or time.monotonic() + pause > deadline or number == TRIES:
                    return self._for_good(failure)
            self._sleep(pause)
        raise AssertionError("unreachable: the last try returns")

    def _words(self, prompt: "Filled", reply: Reply, deadline: float) -> Iterator[str]:
        said = [("system", prompt.rules), ("human", prompt.given)]
        arriving: Arriving[AIMessageChunk] = Arriving(self.model.astream(said))
        self._awaited.add(arriving)
        try:
            if self._closed.is_set():
                raise Stopped
            while (chunk := arriving.next(deadline)) is not None:
                if text := reply.take(chunk):
                    yield text
            reply.ended = True
        except GeneratorExit:
            _read_on(arriving, reply, min(deadline, time.monotonic() + READ_ON))
            raise
        finally:
            self._awaited.discard(arriving)
            arriving.close()

    def _lengthened(self) -> bool:
        """Let replies be longer from now on, once, where nobody has said how long they may be."""
        longest = min(REASONED_REPLY, self.window // 2)
        if not self._longer or longest <= self._asked.longest:
            return False
        self._asked.model, self._asked.longest = self._longer(longest), longest
        return True

    def _too_slow(self, words: str) -> Failure:
        return Failure(f"{words} {self.timeout:.0f} s (BRIEFINGS_CHAT_TIMEOUT)")

    def _for_good(self, failure: Failure) -> Failure:
        if self._deadline:
            self._given_up = failure
        return failure

    def _failed(self, error: Exception, number: int) -> Failure:
        """Log why a try failed, and return it in words; a provider may quote the key."""
        failure = failure_of(error, self.timeout, self._address)
        failure = replace(failure, said=self._hidden(failure.said))
        logger.warning("The chat model %s, try %d: it %s", self.name, number, failure.in_words)
        logger.debug("%s", self._hidden("".join(traceback.format_exception(error))))
        return failure

    def _hidden(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "…")
        return text

    def _usage(self, reply: Reply, prompt: "Filled") -> Usage:
        """What a reply took: as told, or estimated where it was not read to its end."""
        read, written = reply.read, reply.written
        if reply.ended:
            counted: Counted = "exactly"
        else:
            read = read or token_count(prompt.rules + prompt.given)
            written, counted = max(written or 0, token_count(reply.text)), "about"
        if read is None or written is None:
            return Usage(1)
        cost = (read * self._price[0] + written * self._price[1]) / 1e6 if self._price else None
        return Usage(1, read, written, cost, counted)


def _read_on(arriving: "Arriving[AIMessageChunk]", reply: Reply, until: float) -> None:
    """Read on for what a reply took, which is told at its end."""
    try:
        while (chunk := arriving.next(until)) is not None:
            reply.take(chunk)
        reply.ended = True
    except Exception:  # each provider's kinds; nothing more is needed of it
        logger.debug("What a reply took was not told by its end", exc_info=True)
