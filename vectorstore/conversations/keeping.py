"""Keep conversations and thumbs in the catalogue, each for the browser that owns it.

An owner is a digest of a browser's token. Every call names one, and what is another's is not found, as
if it did not exist. Ids are random, so that none can be guessed.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, func, insert, select, update

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.adoption import Adoption
from vectorstore.conversations.conversation import Conversation, ConversationLine, Exchange, Feedback, Offer
from vectorstore.conversations.rows import exchange_of, exchange_row, feedback_of, feedback_row
from vectorstore.errors import NotFoundError
from vectorstore.tables import schema

LISTED = 200  # conversations shown at most; older ones are found by searching

_c, _e, _f = schema.conversations.c, schema.exchanges.c, schema.feedback.c
_WITHOUT_ANSWER = [column for column in schema.exchanges.columns if column.name not in ("answer", "words")]


class Conversations:
    """The conversations of an open catalogue. Any thread may call."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._adoption = Adoption(catalogue)

    def listed(self, owner: str, words: str = "") -> list[ConversationLine]:
        """List an owner's conversations that hold all these words, the last changed first."""
        self._adoption.seen(owner)
        thumbs = select(func.count()).where(_f.conversation_id == _c.id).scalar_subquery()
        query = (
            select(
                _c.id, _c.title, _c.changed_at, func.count(_e.id).label("questions"), thumbs.label("thumbs")
            )
            .join(schema.exchanges, _e.conversation_id == _c.id, isouter=True)
            .where(_c.owner == owner)
            .group_by(_c.id, _c.title, _c.changed_at)
            .order_by(_c.changed_at.desc(), _c.id)
        )
        found = [ConversationLine(**row._asdict()) for row in self._catalogue.read(query)]
        for word in words.casefold().split():
            holding = self._holding(owner, word)
            found = [line for line in found if line.id in holding or word in line.title.casefold()]
        return found[:LISTED]

    def open(self, owner: str, id: str, answers: int | None = None) -> Conversation:
        """Return a conversation with its exchanges and thumbs; NotFoundError when it is not this owner's.

        With `answers` only that many exchanges, from the last, have their answer, and others its words alone.
        """
        return _opened(self._catalogue.read, owner, id, answers)

    def begin(self, owner: str, id: str, title: str) -> None:
        """Make an empty conversation."""
        with self._catalogue.writing() as connection:
            row = {"id": id, "owner": owner, "title": title, "changed_at": _now()}
            connection.execute(insert(schema.conversations), row)

    def ask(self, owner: str, id: str, exchange: Exchange, instead_of: str | None = None) -> None:
        """Add an exchange at the end; with `instead_of`, that exchange and all behind it go first."""
        with self._changing(owner, id) as connection:
            if instead_of is not None:
                _cut(connection, id, instead_of)
            last = select(func.max(_e.number)).where(_e.conversation_id == id)
            number = 1 + (connection.execute(last).scalar() or 0)
            connection.execute(insert(schema.exchanges), exchange_row(exchange, id, number))

    def finish(self, owner: str, id: str, exchange: Exchange) -> None:
        """Write what came of a question; one that was dropped meanwhile stays dropped.

        What is found for an answer that is there, such as what to ask next, changes no conversation's place
        in the list.
        """
        row = exchange_row(exchange, id, 0)
        del row["number"]
        mine = and_(_e.id == exchange.id, _e.conversation_id == id)
        with self._catalogue.writing() as connection:
            if not connection.execute(_owned(owner, id)).first():
                raise _missing()
            state = connection.execute(select(_e.state).where(mine)).scalar()
            connection.execute(update(schema.exchanges).where(mine).values(row))
            if state not in (None, exchange.state):
                touched = update(schema.conversations).where(_c.id == id)
                connection.execute(touched.values(changed_at=_now()))

    def rename(self, owner: str, id: str, title: str) -> None:
        """Give a conversation another title."""
        with self._catalogue.writing() as connection:
            renamed = update(schema.conversations).where(_c.id == id, _c.owner == owner).values(title=title)
            if not connection.execute(renamed).rowcount:
                raise _missing()

    def delete(self, owner: str, id: str) -> Conversation:
        """Delete a conversation with its thumbs, and overwrite it; returns it, to be put back."""
        with self._catalogue.writing() as connection:  # what another tab writes is in it, or comes too late
            gone = _opened(lambda query: connection.execute(query).all(), owner, id)
            _delete(connection, id)
        self._catalogue.scrub()
        return gone

    def put(self, owner: str, conversation: Conversation) -> None:
        """Write a conversation as it was, in place of what there is of it."""
        with self._catalogue.writing() as connection:
            touched = update(schema.conversations).where(_c.id == conversation.id).values(title=_c.title)
            if connection.execute(touched).rowcount:
                if not connection.execute(_owned(owner, conversation.id)).first():
                    raise _missing()
                _delete(connection, conversation.id)
            connection.execute(
                insert(schema.conversations),
                {
                    "id": conversation.id,
                    "owner": owner,
                    "title": conversation.title,
                    "changed_at": conversation.changed_at,
                },
            )
            _write(connection, conversation)

    def judge(self, owner: str, feedback: Feedback) -> None:
        """Write what was thought of an answer, in place of what was thought before."""
        with self._changing(owner, feedback.conversation_id) as connection:
            _unjudge(connection, feedback.conversation_id, feedback.exchange_id)
            connection.execute(insert(schema.feedback), feedback_row(feedback))

    def unjudge(self, owner: str, id: str, exchange_id: str) -> None:
        """Take a thumb back."""
        with self._changing(owner, id) as connection:
            _unjudge(connection, id, exchange_id)

    def feedback(self, owner: str | None = None) -> list[Feedback]:
        """Return the thumbs given, the oldest first: an owner's, or all of the home."""
        query = select(schema.feedback).join(schema.conversations, _c.id == _f.conversation_id)
        if owner is not None:
            query = query.where(_c.owner == owner)
        rows = self._catalogue.read(query.order_by(_f.given_at, _f.exchange_id))
        return [feedback_of(row) for row in rows]

    def offer(self, everything: bool = False) -> Offer:
        """Offer what came with an import, or `everything`, to the browser that brings the offer's token."""
        return self._adoption.offer(everything)

    def waiting(self) -> int:
        """Count the conversations that came with an import and whose browser was not here since."""
        return self._adoption.waiting()

    def adopt(self, owner: str, token: str) -> int:
        """Give an owner what was offered by this token; returns how many conversations that are."""
        return self._adoption.take(owner, token)

    def _holding(self, owner: str, word: str) -> set[str]:
        query = (
            select(_e.conversation_id)
            .join(schema.conversations, _c.id == _e.conversation_id)
            .where(_c.owner == owner, _e.words.contains(word, autoescape=True))
            .distinct()
        )
        return {row.conversation_id for row in self._catalogue.read(query)}

    @contextmanager
    def _changing(self, owner: str, id: str) -> Iterator[Connection]:
        """Write to an owner's conversation, which becomes the last changed."""
        with self._catalogue.writing() as connection:
            mine = update(schema.conversations).where(_c.id == id, _c.owner == owner)
            if not connection.execute(mine.values(changed_at=_now())).rowcount:
                raise _missing()
            yield connection


def _owned(owner: str, id: str) -> Any:
    return select(schema.conversations).where(_c.id == id, _c.owner == owner)


def _opened(
    read: Callable[[Select[Any]], Sequence[Row[Any]]], owner: str, id: str, answers: int | None = None
) -> Conversation:
    rows = read(_owned(owner, id))
    if not rows:
        raise _missing()
    exchanges = select(*_WITHOUT_ANSWER).where(_e.conversation_id == id).order_by(_e.number)
    full = select(_e.id, _e.answer).where(_e.conversation_id == id).order_by(_e.number.desc())
    found = {row.id: row.answer for row in read(full if answers is None else full.limit(answers))}
    given = select(schema.feedback).where(_f.conversation_id == id).order_by(_f.given_at)
    return Conversation(
        id,
        rows[0].title,
        rows[0].changed_at,
        tuple(exchange_of(row, found.get(row.id)) for row in read(exchanges)),
        tuple(map(feedback_of, read(given))),
    )


def _cut(connection: Connection, id: str, exchange_id: str) -> None:
    first = select(_e.number).where(_e.conversation_id == id, _e.id == exchange_id)
    number = connection.execute(first).scalar()
    if number is not None:
        connection.execute(delete(schema.exchanges).where(_e.conversation_id == id, _e.number >= number))


def _unjudge(connection: Connection, id: str, exchange_id: str) -> None:
    mine = and_(_f.exchange_id == exchange_id, _f.conversation_id == id)
    connection.execute(delete(schema.feedback).where(mine))


def _delete(connection: Connection, id: str) -> None:
    connection.execute(delete(schema.feedback).where(_f.conversation_id == id))
    connection.execute(delete(schema.exchanges).where(_e.conversation_id == id))
    connection.execute(delete(schema.conversations).where(_c.id == id))


def _write(connection: Connection, conversation: Conversation) -> None:
    rows: Sequence[dict[str, Any]] = [
        exchange_row(exchange, conversation.id, number)
        for number, exchange in enumerate(conversation.exchanges, 1)
    ]
    if rows:
        connection.execute(insert(schema.exchanges), rows)
    given = [feedback_row(feedback) for feedback in conversation.feedback]
    if given:
        connection.execute(insert(schema.feedback), given)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _missing() -> NotFoundError:
    return NotFoundError(
        "There is no such conversation in this browser. It was deleted, or it belongs to another browser; "
        "the list of conversations shows those that can be opened."
    )
