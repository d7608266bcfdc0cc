"""What the Ask tab does with conversations: begin a question, edit, ask again, stop, suggest.

Knows the browser that asks, and of gradio nothing but its request.
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.ask import chat_html
from assistant.web.ask.narrow_part import read
from assistant.web.ask.place import At
from assistant.web.ask.running import Running
from assistant.web.ask.turn import answer_of, asked, read_as_of, request_of
from assistant.web.browser import owner_of
from assistant.web.narrowing import Narrowing
from vectorstore.conversations.conversation import Conversation, Exchange
from vectorstore.errors import BriefingsError, NotFoundError, QuestionError

LONGEST_TITLE = 80
NOT_HERE = "(Asked in a question set, and not answered here.)"


class Unasked(Exception):
    """A question that is not asked, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A question that is being answered, and the conversation as it was before.

    `left` are the ids of the exchanges that there are now.
    """

    at: At
    exchange: Exchange
    before: Conversation | None = None
    dropped_words: str = ""
    left: tuple[str, ...] = ()


class Asking:
    """The conversations of whoever asks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.running = Running(desk)

    def owner(self, request: gr.Request) -> str:
        return owner_of(request, request.session_hash)

    def opened(self, request: gr.Request, at: At, answers: int | None = 0) -> Conversation:
        """The conversation, with as many answers from the last as are asked for; None for all."""
        return self._desk.conversations.open(self.owner(request), at.conversation or "", answers)

    def shown(self, request: gr.Request, at: At) -> Conversation:
        """The conversation with the answers that are shown of it."""
        return self.opened(request, at, at.shown + chat_html.STEP)

    def messages(self, request: gr.Request, at: At) -> chat_html.Messages:
        """What the chat shows now."""
        conversation = self.shown(request, at)
        last = conversation.exchanges[-1:]
        running = bool(last) and self.running.goes_on(last[0].id)
        return chat_html.messages(self._desk, conversation, at.shown, running=running)

    def begin(self, request: gr.Request, at: At, typed: str, narrowing: Sequence[Any], count: int) -> Begun:
        """Write a question down, in place of the one that is edited, and have it answered."""
        if not typed.strip():
            raise Unasked("Type a question first.")
        try:
            narrowed = read(narrowing)
        except QuestionError as error:
            raise Unasked(str(error)) from error
        if not count:
            raise Unasked("No briefings are on file yet. Take some in under Briefings, and ask again.")
        owner, chats, exchange = self.owner(request), self._desk.conversations, asked(typed, narrowed)
        before = self.opened(request, at, None if at.editing else 0) if at.conversation else None
        earlier = list(before.exchanges) if before else []
        if earlier and self.running.goes_on(earlier[-1].id):
            raise Unasked("The question before is still being answered. Wait for it, or stop it first.")
        if before is None:
            at = replace(at, conversation=secrets.token_urlsafe(16))
            chats.begin(owner, at.conversation or "", title_of(typed))
        kept = _before(earlier, at.editing)
        instead_of = at.editing if len(kept) < len(earlier) else None
        id = at.conversation or ""
        chats.ask(owner, id, exchange, instead_of)
        self.running.start(owner, id, exchange, kept)
        followed = len(earlier) - len(kept) - 1
        left = tuple(e.id for e in (*kept, exchange))
        return Begun(replace(at, editing=None), exchange, before, _dropped(followed), left)

    def wanted(self, request: gr.Request, at: At, link: str) -> tuple[str, At]:
        """The question that a link asks: `again/ID 3` the same in its place, `follow/ID/0 4` the next one."""
        verb, exchange_id, *number = link.partition(" ")[0].split("/")
        exchange = self._exchange(self.opened(request, at), exchange_id)
        if verb == "again":
            return exchange.question, replace(at, editing=exchange_id)
        return exchange.follow_ups[int(number[0])], replace(at, editing=None)

    def edit(self, request: gr.Request, at: At, exchange_id: str) -> tuple[str, str]:
        """The question to be edited, and what will become of those behind it."""
        conversation = self.opened(request, at)
        exchange = self._exchange(conversation, exchange_id)
        behind = len(conversation.exchanges) - len(_before(conversation.exchanges, exchange_id)) - 1
        followed = _questions(behind)
        goes = f" {followed} behind it will be dropped when you ask." if behind else ""
        return exchange.question, f"Editing an earlier question.{goes}"

    def put_down(self, request: gr.Request, day: str, turns: str) -> str:
        """Begin a conversation with what was said before a question of a set: `[["user", "..."], ...]`."""
        earlier = said_before(json.loads(turns), day)
        if not earlier:
            raise QuestionError("Nothing was asked before this question.")
        id, title = secrets.token_urlsafe(16), title_of(earlier[0].question)
        self._desk.conversations.put(
            self.owner(request), Conversation(id, title, earlier[-1].asked_at, tuple(earlier))
        )
        return id

    def adopt(self, request: gr.Request, token: str) -> str:
        """Take the conversations that `briefings adopt` offers; returns what is to be said of it."""
        try:
            count = self._desk.conversations.adopt(self.owner(request), token)
        except BriefingsError as error:
            return str(error)
        return f"{'1 conversation is' if count == 1 else f'{count} conversations are'} this browser's now."

    def put_back(self, request: gr.Request, begun: Begun) -> None:
        """The conversation as it was before a question was edited; its thumbs stay as they are now.

        Not where it was asked more since, in another tab: that would be gone.
        """
        now = self.opened(request, begun.at)
        if begun.before is None or tuple(e.id for e in now.exchanges) != begun.left:
            raise QuestionError("This conversation went on in another tab since. Nothing was undone.")
        for exchange in now.exchanges[-1:]:
            self.running.stop(exchange.id)
        whole = replace(begun.before, title=now.title, feedback=now.feedback)
        self._desk.conversations.put(self.owner(request), whole)

    def stop(self, request: gr.Request, at: At) -> None:
        """End the answer that is under way."""
        try:
            for exchange in self.opened(request, at).exchanges[-1:]:
                self.running.stop(exchange.id)
        except NotFoundError:  # deleted meanwhile
            return

    def under_way(self, request: gr.Request, at: At) -> str | None:
        """The exchange that is being answered, if any is."""
        last = self.opened(request, at).exchanges[-1:]
        return last[0].id if last and self.running.goes_on(last[0].id) else None

    def suggest(self, request: gr.Request, at: At) -> chat_html.Messages | None:
        """Find what to ask next and keep it; None when there is nothing new, or another question came."""
        try:
            exchanges = self.opened(request, at, 1).exchanges
            exchange = exchanges[-1] if exchanges else None
            answer = answer_of(exchange) if exchange else None
            if exchange is None or answer is None or exchange.follow_ups:
                return None
            found = self._desk.follow_ups(request_of(exchange, exchanges[:-1]), answer)
            if not found:
                return None
            owner, id = self.owner(request), at.conversation or ""
            self._desk.conversations.finish(owner, id, replace(exchange, follow_ups=found))
            after = self.opened(request, at).exchanges
            return self.messages(request, at) if after and after[-1].id == exchange.id else None
        except BriefingsError:  # nobody asked for suggestions: without them nothing is missing
            return None

    def _exchange(self, conversation: Conversation, exchange_id: str) -> Exchange:
        for exchange in conversation.exchanges:
            if exchange.id == exchange_id:
                return exchange
        raise NotFoundError("The question is no longer in this conversation: another one took its place.")


def said_before(turns: Sequence[Sequence[str]], day: str) -> list[Exchange]:
    """What was said, by role and words, as exchanges as of a day.

    >>> [(e.question, e.said) for e in said_before([("user", "Rice?"), ("assistant", "10 percent.")], "")]
    [('Rice?', '10 percent.')]
    """
    made: list[Exchange] = []
    for role, words in turns:
        if role == "user":
            made.append(replace(asked(words, Narrowing(read_as_of(day))), state="answered", said=NOT_HERE))
        elif made:
            made[-1] = replace(made[-1], said=words)
    return made


def title_of(question: str) -> str:
    """The title of a conversation until somebody gives it another: its first question, in one line.

    >>> title_of("Where do talks\\nstand?")
    'Where do talks stand?'
    """
    words = " ".join(question.split())
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1] + "…"


def _before(exchanges: Sequence[Exchange], exchange_id: str | None) -> list[Exchange]:
    """The exchanges that stand before one; all of them without one."""
    ids = [exchange.id for exchange in exchanges]
    return list(exchanges[: ids.index(exchange_id)] if exchange_id in ids else exchanges)


def _questions(count: int) -> str:
    return "1 question" if count == 1 else f"{count} questions"


def _dropped(count: int) -> str:
    if count < 1:
        return ""
    return f"{_questions(count)} behind the edited one {'was' if count == 1 else 'were'} dropped."
