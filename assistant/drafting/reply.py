"""Keep what has arrived of a chat model's reply, and say how it ended."""

from typing import TYPE_CHECKING

from assistant.drafting.failures import Failure
from vectorstore.patterns import pattern

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk

TAIL = 40  # characters of a reply that tell whether its last sentence is whole
_WHOLE = pattern(r"[.!?…\])”\"’]\s*$|^\s*[A-Z ]+$")
_CUT_OFF = ("length", "max_tokens", "MAX_TOKENS", "model_context_window_exceeded")
_REFUSED = ("content_filter", "refusal", "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "RECITATION")
_THINKS, _HAS_THOUGHT = "<think>", "</think>"


class Reply:
    """What has arrived of a reply; what a model thinks in front of it is none of its words."""

    def __init__(self) -> None:
        self.began = False
        self.read: int | None = None
        self.written: int | None = None
        self.text = ""  # thoughts and all
        self.ended = False  # by itself, so that nothing is to come
        self._reason = ""
        self._refusal = False
        self._tail = ""
        self._front: str | None = ""  # what has arrived, until the first word

    @property
    def only_thoughts(self) -> bool:
        """Whether it was cut off before its first word."""
        return not self.began and self._reason in _CUT_OFF

    def take(self, chunk: "AIMessageChunk") -> str:
        """Return the words of a piece."""
        if usage := chunk.usage_metadata:
            self.read = (self.read or 0) + usage["input_tokens"]
            self.written = (self.written or 0) + usage["output_tokens"]
        found = chunk.response_metadata
        self._reason = str(
            found.get("finish_reason") or found.get("stop_reason") or found.get("done_reason") or self._reason
        )
        self._refusal = self._refusal or bool(chunk.additional_kwargs.get("refusal"))
        self.text += str(chunk.text)
        text = self._behind_thoughts(str(chunk.text))
        self.began = self.began or bool(text.strip())
        self._tail = (self._tail + text)[-TAIL:]
        return text

    def ending(self, longest: int) -> Failure | None:
        """Say what is wrong with a reply that has ended, of at most `longest` tokens; None if nothing."""
        if self._refusal or self._reason in _REFUSED:
            return Failure("refused to answer")
        if self.only_thoughts:
            cut_off = f"was cut off at {longest:,} tokens, before its first word"
            return Failure(cut_off, "Set BRIEFINGS_CHAT_REPLY to more")
        if not self.began:
            return Failure("sent no words")
        if not self._reason and not _WHOLE.search(self._tail):  # some close a connection without a word
            return Failure("broke off in the middle of a sentence", partial=True)
        if self._reason in _CUT_OFF:
            return Failure(f"was cut off at {longest:,} tokens (BRIEFINGS_CHAT_REPLY)", partial=True)
        return None

    def _behind_thoughts(self, text: str) -> str:
        if self._front is None:
            return text
        self._front += text
        front = self._front.lstrip()
        if _THINKS.startswith(front[: len(_THINKS)]) and _HAS_THOUGHT not in front:
            return ""
        words = front.partition(_HAS_THOUGHT)[2] if front.startswith(_THINKS) else self._front
        self._front = None
        return words
