"""Hand calls about conversations over to the process that has the home open.

Each call is a POST with its arguments as a JSON array; CALLS says what they and the result are.
"""

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

from vectorstore.conversations.conversation import Conversation, ConversationLine, Exchange, Feedback, Offer

_NOTHING: TypeAdapter[Any] = TypeAdapter(None)

# Name -> (arguments, result)
CALLS: dict[str, tuple[TypeAdapter[Any], TypeAdapter[Any]]] = {
    "listed": (TypeAdapter(tuple[str, str]), TypeAdapter(list[ConversationLine])),
    "open": (TypeAdapter(tuple[str, str, int | None]), TypeAdapter(Conversation)),
    "begin": (TypeAdapter(tuple[str, str, str]), _NOTHING),
    "ask": (TypeAdapter(tuple[str, str, Exchange, str | None]), _NOTHING),
    "finish": (TypeAdapter(tuple[str, str, Exchange]), _NOTHING),
    "rename": (TypeAdapter(tuple[str, str, str]), _NOTHING),
    "delete": (TypeAdapter(tuple[str, str]), TypeAdapter(Conversation)),
    "put": (TypeAdapter(tuple[str, Conversation]), _NOTHING),
    "judge": (TypeAdapter(tuple[str, Feedback]), _NOTHING),
    "unjudge": (TypeAdapter(tuple[str, str, str]), _NOTHING),
    "feedback": (TypeAdapter(tuple[str | None]), TypeAdapter(list[Feedback])),
    "offer": (TypeAdapter(tuple[bool]), TypeAdapter(Offer)),
    "waiting": (TypeAdapter(tuple[()]), TypeAdapter(int)),
    "adopt": (TypeAdapter(tuple[str, str]), TypeAdapter(int)),
}


class RemoteChats:
    """`Chats` of a home that another process has open; `call` sends one request to it."""

    def __init__(self, call: Callable[[str, str, bytes], bytes]) -> None:
        self._call = call

    def listed(self, owner: str, words: str = "") -> list[ConversationLine]:
        return self._done("listed", owner, words)  # type: ignore[no-any-return]  # as CALLS says

    def open(self, owner: str, id: str, answers: int | None = None) -> Conversation:
        return self._done("open", owner, id, answers)  # type: ignore[no-any-return]  # as CALLS says

    def begin(self, owner: str, id: str, title: str) -> None:
        self._done("begin", owner, id, title)

    def ask(self, owner: str, id: str, exchange: Exchange, instead_of: str | None = None) -> None:
        self._done("ask", owner, id, exchange, instead_of)

    def finish(self, owner: str, id: str, exchange: Exchange) -> None:
        self._done("finish", owner, id, exchange)

    def rename(self, owner: str, id: str, title: str) -> None:
        self._done("rename", owner, id, title)

    def delete(self, owner: str, id: str) -> Conversation:
        return self._done("delete", owner, id)  # type: ignore[no-any-return]  # as CALLS says

    def put(self, owner: str, conversation: Conversation) -> None:
        self._done("put", owner, conversation)

    def judge(self, owner: str, feedback: Feedback) -> None:
        self._done("judge", owner, feedback)

    def unjudge(self, owner: str, id: str, exchange_id: str) -> None:
        self._done("unjudge", owner, id, exchange_id)

    def feedback(self, owner: str | None = None) -> list[Feedback]:
        return self._done("feedback", owner)  # type: ignore[no-any-return]  # as CALLS says

    def offer(self, everything: bool = False) -> Offer:
        return self._done("offer", everything)  # type: ignore[no-any-return]  # as CALLS says

    def waiting(self) -> int:
        return self._done("waiting")  # type: ignore[no-any-return]  # as CALLS says

    def adopt(self, owner: str, token: str) -> int:
        return self._done("adopt", owner, token)  # type: ignore[no-any-return]  # as CALLS says

    def _done(self, name: str, *arguments: object) -> Any:
        takes, gives = CALLS[name]
        return gives.validate_json(self._call("POST", f"/conversations/{name}", takes.dump_json(arguments)))
