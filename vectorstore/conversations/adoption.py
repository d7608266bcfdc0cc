"""Give conversations to a browser that does not own them: by a link that works once, for a few minutes.

Conversations that came with an import may belong to browsers of another machine, which never open this
home. Their owners are noted until one opens its page here. Who may have a link made can read the home
anyway; who opens the page cannot, so nothing is given without it.
"""

import hashlib
import hmac
import json
import secrets
import threading
import time

from sqlalchemy import func, select, update

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.conversation import Offer
from vectorstore.errors import NotFoundError
from vectorstore.tables import schema

SECONDS = 600  # that a link works: long enough to paste it into a browser
IMPORTED, OFFERED = "imported_owners", "offered_conversations"

NONE_KEPT = "No conversations are kept in this home. Ask something on the page first."
NONE_WAIT = (
    "No conversations wait for a browser: none came with an import, or the browsers that own them were here. "
    "--all gives those of every browser to one."
)

_c = schema.conversations.c


def note_imported(catalogue: Catalogue) -> None:
    """Note that the conversations in a catalogue came with it: nobody may have been here to own them."""
    owners = [row.owner for row in catalogue.read(select(_c.owner).distinct().order_by(_c.owner))]
    catalogue.set_meta({IMPORTED: json.dumps(owners), OFFERED: ""})


class Adoption:
    """The conversations of an open catalogue that wait for a browser."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._turn = threading.Lock()
        self._imported = frozenset(json.loads(catalogue.meta(IMPORTED) or "[]"))

    def seen(self, owner: str) -> None:
        """Note that an owner is here: what is its own waits for nobody."""
        if owner in self._imported:
            with self._turn:
                self._leave(self._imported - {owner})

    def waiting(self) -> int:
        """Count the conversations that wait."""
        return self._count(self._imported) if self._imported else 0

    def offer(self, everything: bool = False) -> Offer:
        """Make a token for the conversations that wait, or for `everything` that any browser owns."""
        with self._turn:
            count = self._count(None if everything else self._imported)
            if not count:
                raise NotFoundError(NONE_KEPT if everything else NONE_WAIT)
            token, until = secrets.token_urlsafe(32), time.time() + SECONDS
            offered = {"digest": _digest(token), "until": until, "everything": everything}
            self._catalogue.set_meta({OFFERED: json.dumps(offered)})
            return Offer(token, count, until)

    def take(self, owner: str, token: str) -> int:
        """Give what was offered to `owner`, once; returns how many conversations that are.

        NotFoundError when nothing is offered by this token.
        """
        with self._turn, self._catalogue.writing() as connection:
            offered = json.loads(self._catalogue.meta(OFFERED) or "{}")
            known = hmac.compare_digest(str(offered.get("digest", "")), _digest(token))
            if not owner or not known or time.time() > offered["until"]:
                raise NotFoundError(
                    "This link gives no conversations any more: each works once, for ten minutes. "
                    "`briefings adopt` makes another one."
                )
            given = update(schema.conversations).where(_c.owner != owner)
            if not offered["everything"]:
                given = given.where(_c.owner.in_(self._imported))
            count = connection.execute(given.values(owner=owner)).rowcount
            schema.set_meta(connection, {OFFERED: "", IMPORTED: "[]"})
            self._imported = frozenset()
            return int(count)

    def _count(self, owners: frozenset[str] | None) -> int:
        query = select(func.count()).select_from(schema.conversations)
        mine = query if owners is None else query.where(_c.owner.in_(sorted(owners)))
        return int(self._catalogue.read(mine)[0][0])

    def _leave(self, owners: frozenset[str]) -> None:
        self._catalogue.set_meta({IMPORTED: json.dumps(sorted(owners))})
        self._imported = owners


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
