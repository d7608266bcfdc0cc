"""A chat model that says what a test has written for it, word by word, and remembers what it was asked."""

import re
import time
from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.language_models.fake_chat_models import FakeMessagesListChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk
from pydantic import Field

from assistant.drafting.chat import Chat

Reply = str | AIMessage | Exception


class ScriptedModel(FakeMessagesListChatModel):
    """LangChain's fake, made to stream as providers do: words, then an empty piece with how it ended.

    An error among the replies is raised; one within a list of pieces, after those before it. A number there
    is seconds of silence.
    """

    script: list[Any] = Field(default_factory=list)
    asked: list[list[BaseMessage]] = Field(default_factory=list)

    def _stream(
        self, messages: list[BaseMessage], *args: Any, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        assert len(self.asked) < len(self.script), "asked once more than the test has replies for"
        reply = self.script[len(self.asked)]
        self.asked.append(messages)
        for piece in reply if isinstance(reply, list) else [reply]:
            if isinstance(piece, Exception):
                raise piece
            if isinstance(piece, float):
                time.sleep(piece)
                continue
            message = piece if isinstance(piece, AIMessage) else AIMessage(piece)
            for word in re.findall(r"\s*\S+|\s+\Z", str(message.text)):
                yield ChatGenerationChunk(message=AIMessageChunk(content=word))
            yield ChatGenerationChunk(
                message=AIMessageChunk(
                    content="",
                    response_metadata=message.response_metadata or {"finish_reason": "stop"},
                    usage_metadata=message.usage_metadata,
                )
            )


def scripted_chat(*replies: Reply | list[Reply | float], window: int = 8192, **more: Any) -> Chat:
    """Return a chat whose model gives these replies, one a call, and fails when it is asked once more."""
    model = ScriptedModel(responses=[], script=[*replies])
    return Chat(model, "scripted:one", window, sleep=lambda seconds: None, **more)


def asked_of(chat: Chat) -> list[str]:
    """What the model was given, a text a call."""
    assert isinstance(chat.model, ScriptedModel)
    return ["\n".join(_texts(messages)) for messages in chat.model.asked]


def _texts(messages: Sequence[BaseMessage]) -> list[str]:
    return [str(message.text) for message in messages]
