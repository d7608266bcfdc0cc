"""What can be done with the conversations of a home: a part of what a desk can do.

`vectorstore.conversations.keeping.Conversations` does it where the home is open,
`assistant.desks.remote_chats` hands it over. An owner is a digest of a browser's token; what is
another's raises NotFoundError.
"""

from typing import Protocol

from vectorstore.conversations.conversation import Conversation, ConversationLine, Exchange, Feedback, Offer


class Chats(Protocol):
    """The conversations of a home, each for the browser that owns it."""

    def listed(self, owner: str, words: str = "") -> list[ConversationLine]:
        """An owner's conversations that hold all these words, the last changed first."""
        ...

    def open(self, owner: str, id: str, answers: int | None = None) -> Conversation:
        """A conversation; with `answers` only that many exchanges, from the last, have their answer."""
        ...

    def begin(self, owner: str, id: str, title: str) -> None:
        """Make an empty conversation; the caller draws its id at random."""
        ...

    def ask(self, owner: str, id: str, exchange: Exchange, instead_of: str | None = None) -> None:
        """Add an exchange at the end; with `instead_of`, that exchange and all behind it go first."""
        ...

    def finish(self, owner: str, id: str, exchange: Exchange) -> None:
        """Write what came of a question; one that was dropped meanwhile stays dropped."""
        ...

    def rename(self, owner: str, id: str, title: str) -> None: ...

    def delete(self, owner: str, id: str) -> Conversation:
        """Delete a conversation with its thumbs; returns it, to be put back."""
        ...

    def put(self, owner: str, conversation: Conversation) -> None:
        """Write a conversation as it was, in place of what there is of it."""
        ...

    def judge(self, owner: str, feedback: Feedback) -> None:
        """Write what was thought of an answer, in place of what was thought before."""
        ...

    def unjudge(self, owner: str, id: str, exchange_id: str) -> None:
        """Take a thumb back."""
        ...

    def feedback(self, owner: str | None = None) -> list[Feedback]:
        """The thumbs given, the oldest first: an owner's, or all of the home."""
        ...

    def offer(self, everything: bool = False) -> Offer:
        """Offer what came with an import, or `everything`, to the browser that brings the offer's token.

        NotFoundError when there is nothing to offer.
        """
        ...

    def waiting(self) -> int:
        """How many conversations came with an import whose browser was not here since."""
        ...

    def adopt(self, owner: str, token: str) -> int:
        """Give an owner what was offered by this token, once; returns how many conversations that are."""
        ...
