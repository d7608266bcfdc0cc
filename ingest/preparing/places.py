"""Decide under which key a reading is put, so that it takes the place of no other briefing.

The canonical URL that a page states is the key of its briefing, and then the same page, saved anew, is a
new version of it. Yet many a site states one address, that of a section, on all of its pages. So a text
of another path takes a key that is on file only where it can be what is there, edited; else it is kept
under its path. From which path a briefing is, the catalogue holds under `from:ID`.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.preparing.duplicates import alike, is_edit, is_grown
from ingest.preparing.intake import canonical_url
from vectorstore.briefing import Briefing
from vectorstore.errors import NotFoundError, StorageError
from vectorstore.facts import Known
from vectorstore.store import Store

logger = logging.getLogger(__name__)

FROM = "from:"
ANOTHER = "#another"  # behind the address of a page of which another text states it; no canonical URL has one


@dataclass(frozen=True, slots=True)
class Place:
    """The key of a reading, and what a person should know of that.

    One that is `left_out` is an earlier state of what is on file, which stays; one that is `anew` follows
    another of this run, which is to be stored before it.
    """

    key: str
    note: str | None = None
    left_out: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """What is under a key by now, on file or in the batch."""

    id: str
    source: str
    title: str
    published: date | None
    content_hash: str
    modified: date | None  # of one on file, the day from which it is known
    path: str | None
    is_new: bool = False  # it came in this run


class Places:
    """The keys on file, from which paths they are, and those of this run."""

    def __init__(self, store: Store, batch: Sequence[tuple[Briefing, tuple[str, ...]]]) -> None:
        """`batch` has what is not stored yet, as it grows and is emptied again."""
        self._store = store
        self._batch = batch
        self.known: dict[str, Known] = store.catalogue.known()
        self._paths = {name.removeprefix(FROM): path for name, path in store.catalogue.metas(FROM).items()}
        self._noted: dict[str, str] = {}
        self._new: dict[str, _State] = {}

    def reload(self) -> None:
        """Look at what is on file again, as a batch has been stored."""
        self.known = self._store.catalogue.known()

    def has(self, key: str, content_hash: str) -> bool:
        """Whether exactly this is under a key by now."""
        state = self._state(key)
        return state is not None and state.content_hash == content_hash

    def of(self, briefing: Briefing, path: str) -> Place:
        """Return the place of a briefing as read from `path`; its key is the one that it states."""
        key = briefing.key
        if path != key and path in self.known:
            return Place(path)  # it has had a place of its own before
        state = self._state(key)
        if state is None or state.content_hash == briefing.content_hash:
            return Place(key)
        own = path if path != key else key + ANOTHER
        if own in self.known:
            return Place(own)
        if not state.is_new and self._is_from(state, key, path):
            newer = self._took_its_place(briefing, state)
            return _left_out(key, state) if newer else Place(key)
        return self._beside(briefing, state, own)

    def put(self, briefing: Briefing, path: str, modified: date | None) -> None:
        """Take down what is under its key now."""
        known = self.known.get(briefing.key)
        if known is None or known.content_hash != briefing.content_hash:
            self._new[briefing.key] = _State(
                briefing.id, briefing.source, briefing.title, briefing.published,
                briefing.content_hash, modified, path, is_new=True,
            )  # fmt: skip
        if canonical_url(briefing.key) == briefing.key:
            self._noted[briefing.id] = path

    def keep(self) -> None:
        """Remember the paths, now that all is stored."""
        rows = {FROM + id: path for id, path in self._noted.items() if self._paths.get(id) != path}
        if rows:
            try:
                self._store.catalogue.set_meta(rows)
            except StorageError as error:  # all is stored; an edit is known by its words then
                logger.warning("From where briefings are was not noted: %s", error)

    def _state(self, key: str) -> _State | None:
        if new := self._new.get(key):
            return new
        known = self.known.get(key)
        if known is None:
            return None
        return _State(
            known.id, known.source, known.title, known.published, known.content_hash, known.known_from,
            self._paths.get(known.id),
        )  # fmt: skip

    def _is_from(self, state: _State, key: str, path: str) -> bool:
        return state.path == path or (state.path is None and canonical_url(key) != key)

    def _beside(self, briefing: Briefing, state: _State, own: str) -> Place:
        """The place of a text from another path than what states the same address."""
        key, modified = briefing.key, briefing.known_from
        text = self._text_of(state)
        if text is None:
            return Place(key)
        same_title = briefing.title == state.title
        days = {briefing.published, state.published} - {None}
        follows = is_edit if len(days) < 2 else is_grown  # a weekly table has other figures on another day
        later = alike(briefing.text, text) or (same_title and follows(briefing.text, text))
        if not later and not (same_title and follows(text, briefing.text)):
            return Place(own, f"states the address of {state.source}, and is another text: both are kept")
        if self._is_earlier(briefing, state):
            return _left_out(key, state)
        if later and state.is_new and modified and state.modified and modified > state.modified:
            return Place(key, anew=True)
        if later and not state.is_new:
            return Place(key, f"a new version of {state.source}, which states the same address")
        unsaid = "and which of the two is newer is not said: both are kept"
        return Place(own, f"states the address of {state.source}, {unsaid}")

    def _is_earlier(self, briefing: Briefing, state: _State) -> bool:
        modified, known = briefing.known_from, self.known.get(briefing.key)
        if modified and state.modified and modified != state.modified:
            return modified < state.modified
        if known and state.is_new and known.content_hash == briefing.content_hash:
            return True
        return briefing.text in self._earlier_texts(known)

    def _took_its_place(self, briefing: Briefing, state: _State) -> bool:
        """Whether the state on file took the place of this earlier one of its page."""
        modified = briefing.known_from
        if not state.modified or not modified or modified >= state.modified:
            return False
        return briefing.text in self._earlier_texts(self.known.get(briefing.key))

    def _earlier_texts(self, known: Known | None) -> list[str]:
        if known is None:
            return []
        numbers = [of.number for of in self._store.versions.of(known.id) if of.number != known.version]
        return [self._store.catalogue.briefing(known.id, number).text for number in numbers]

    def _in_batch(self, id: str) -> str | None:
        return next((briefing.text for briefing, _ in self._batch if briefing.id == id), None)

    def _text_of(self, state: _State) -> str | None:
        """What is under a key; None for what was removed meanwhile."""
        if (text := self._in_batch(state.id)) is not None:
            return text
        try:
            return self._store.catalogue.briefing(state.id).text
        except NotFoundError:
            return None


def _left_out(key: str, state: _State) -> Place:
    newer = f"that of {state.modified}" if state.modified else "a newer one"
    return Place(key, f"an earlier state of its page, of which {newer} is on file", left_out=True)
