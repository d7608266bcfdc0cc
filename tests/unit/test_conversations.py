"""Conversations in the catalogue: kept, found, and closed to every browser but their own."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.adoption import SECONDS, note_imported
from vectorstore.conversations.conversation import Exchange, Feedback
from vectorstore.conversations.keeping import Conversations
from vectorstore.errors import NotFoundError

FIRST = Exchange(
    "e1",
    "Where do talks with Japan stand?",
    "2026-01-01T00:00:00+00:00",
    {"as_of": "2025-06-08"},
    "answered",
    "The fifth round ÉTÉ ended. [1]",
    {"answer": "x", "citations": [{"number": 1}]},
    ("And cars?",),
)
SECOND = Exchange("e2", "And 100% of cars?", "2026-01-01T00:01:00+00:00")
UP = Feedback("e1", "c1", FIRST.question, "up", "2026-01-02", "Right.", cited=({"source": "a.md"},))


@pytest.fixture
def kept(tmp_path: Path) -> Conversations:
    conversations = Conversations(Catalogue(f"sqlite:///{tmp_path / 'catalogue.db'}"))
    conversations.begin("me", "c1", "Japan")
    conversations.ask("me", "c1", FIRST)
    conversations.ask("me", "c1", SECOND)
    conversations.judge("me", UP)
    conversations.begin("other", "c2", "Korea")
    conversations.ask("other", "c2", replace(FIRST, id="e9"))
    return conversations


def test_a_conversation_comes_back_as_it_was_held(kept: Conversations) -> None:
    found = kept.open("me", "c1")
    assert found.exchanges == (FIRST, SECOND)
    assert found.feedback == (UP,)
    assert kept.open("me", "c1", answers=1).exchanges == (replace(FIRST, answer=None), SECOND)
    assert [(line.id, line.questions, line.thumbs) for line in kept.listed("me")] == [("c1", 2, 1)]


def test_no_call_reaches_the_conversation_of_another_browser(kept: Conversations) -> None:
    mine = kept.open("me", "c1")
    for reach in (
        lambda: kept.open("other", "c1"),
        lambda: kept.ask("other", "c1", replace(FIRST, id="e3")),
        lambda: kept.finish("other", "c1", replace(FIRST, said="changed")),
        lambda: kept.rename("other", "c1", "Mine now"),
        lambda: kept.delete("other", "c1"),
        lambda: kept.put("other", mine),
        lambda: kept.judge("other", replace(UP, thumb="down")),
        lambda: kept.unjudge("other", "c1", "e1"),
    ):
        with pytest.raises(NotFoundError, match="belongs to another browser"):
            reach()
    after = kept.open("me", "c1")
    assert after == mine
    assert [line.id for line in kept.listed("other")] == ["c2"]
    assert kept.listed("other", "japan") == kept.listed("other")  # its own question has the word
    assert kept.feedback("other") == []


def test_an_exchange_of_another_conversation_is_not_changed_through_ones_own(kept: Conversations) -> None:
    kept.finish("other", "c2", replace(FIRST, said="changed"))
    kept.ask("other", "c2", replace(FIRST, id="e8"), instead_of="e1")
    kept.unjudge("other", "c2", "e1")
    assert kept.open("me", "c1").exchanges == (FIRST, SECOND)
    assert kept.feedback("me") == [UP]


def test_asking_instead_drops_what_followed_and_the_thumb_stays(kept: Conversations) -> None:
    before = kept.open("me", "c1")
    again = replace(FIRST, id="e3", question="And for trucks?")
    kept.ask("me", "c1", again, instead_of="e1")
    assert kept.open("me", "c1").exchanges == (again,)
    assert kept.feedback("me") == [UP]
    kept.put("me", before)
    assert kept.open("me", "c1").exchanges == (FIRST, SECOND)


def test_what_came_of_a_question_is_written_to_it(kept: Conversations) -> None:
    done = replace(SECOND, state="answered", said="Yes.")
    kept.finish("me", "c1", done)
    assert kept.open("me", "c1").exchanges == (FIRST, done)
    kept.ask("me", "c1", replace(SECOND, id="e3"), instead_of="e2")
    kept.finish("me", "c1", done)  # dropped meanwhile
    assert [exchange.id for exchange in kept.open("me", "c1").exchanges] == ["e1", "e3"]


def test_an_answer_moves_its_conversation_up_and_what_can_be_asked_next_does_not(kept: Conversations) -> None:
    kept.begin("me", "c3", "Newer")
    kept.finish("me", "c1", replace(FIRST, follow_ups=("And steel?",)))
    assert kept.open("me", "c1").exchanges[0].follow_ups == ("And steel?",)
    assert [line.id for line in kept.listed("me")] == ["c3", "c1"]
    kept.finish("me", "c1", replace(SECOND, state="answered"))
    assert [line.id for line in kept.listed("me")] == ["c1", "c3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("japan TALKS", True), ("été", True), ("100% cars", True), ("100_", False), ("korea", False)],
)
def test_titles_questions_and_answers_are_searched_for_all_words(
    kept: Conversations, words: str, found: bool
) -> None:
    assert bool(kept.listed("me", words)) == found


def test_a_deleted_conversation_leaves_no_word_in_the_file_and_can_be_put_back(
    kept: Conversations, tmp_path: Path
) -> None:
    kept.delete("other", "c2")
    gone = kept.delete("me", "c1")
    assert kept.listed("me") == []
    assert kept.feedback() == []
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"fifth round" not in stored
    kept.put("me", gone)
    assert kept.open("me", "c1") == gone


def test_what_another_tab_asks_a_moment_before_a_deletion_is_put_back_with_the_rest(
    tmp_path: Path, kept: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = Conversations(Catalogue(f"sqlite:///{tmp_path / 'catalogue.db'}"))
    writing = Catalogue.writing

    def after_another(catalogue: Catalogue) -> AbstractContextManager[Connection]:
        monkeypatch.setattr(Catalogue, "writing", writing)
        another.ask("me", "c1", replace(SECOND, id="e3"))
        return writing(catalogue)

    monkeypatch.setattr(Catalogue, "writing", after_another)
    assert [exchange.id for exchange in kept.delete("me", "c1").exchanges] == ["e1", "e2", "e3"]


@pytest.fixture
def reader(kept: Conversations, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Somebody who reads the catalogue as it was, and will not be waited for."""
    with closing(sqlite3.connect(tmp_path / "catalogue.db", isolation_level=None)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM exchanges").fetchone()
        yield reading


def test_what_is_deleted_while_somebody_reads_is_overwritten_when_they_have_finished(
    kept: Conversations, reader: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vectorstore.catalogue.journal.AGAIN", 0.1)
    began = time.monotonic()
    kept.delete("other", "c2")
    kept.delete("me", "c1")
    assert time.monotonic() - began < 4  # of which 5 were waited for each
    reader.close()
    deadline = time.monotonic() + 30
    while _holds(tmp_path, b"fifth round") and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _holds(tmp_path, b"fifth round")


def test_what_was_deleted_before_a_kill_is_overwritten_by_the_next_opener(
    kept: Conversations, reader: sqlite3.Connection, tmp_path: Path
) -> None:
    kept.delete("other", "c2")
    kept.delete("me", "c1")
    left = shutil.copytree(tmp_path, tmp_path / "left")  # what there is on the disk
    assert _holds(left, b"fifth round")
    opened = Catalogue(f"sqlite:///{left / 'catalogue.db'}")
    assert not _holds(left, b"fifth round")
    opened.close()


def _holds(folder: Path, words: bytes) -> bool:
    return any(words in path.read_bytes() for path in folder.glob("catalogue.db*"))


def test_a_thumb_is_changed_and_taken_back(kept: Conversations) -> None:
    kept.judge("me", replace(UP, thumb="down", comment="Out of date."))
    assert [(given.thumb, given.comment) for given in kept.feedback()] == [("down", "Out of date.")]
    kept.unjudge("me", "c1", "e1")
    assert kept.feedback() == []
    assert [line.thumbs for line in kept.listed("me")] == [0]


def test_the_file_holds_no_tables_but_those_of_the_schema_after_a_migration(tmp_path: Path) -> None:
    """What the migrations make is what a new catalogue has, column by column."""
    from tests.older_home import take_back

    new, old = tmp_path / "new.db", tmp_path / "old.db"
    for path in (new, old):
        Catalogue(f"sqlite:///{path}").close()
    take_back(f"sqlite:///{old}", 8)
    Catalogue(f"sqlite:///{old}").close()

    def columns(path: Path) -> dict[str, set[tuple[str, str, int, int]]]:
        with sqlite3.connect(path) as connection:
            tables = [
                row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
            ]
            return {
                table: {
                    tuple(row[i] for i in (1, 2, 3, 5))
                    for row in connection.execute(f"PRAGMA table_info({table})")
                }  # type: ignore[misc]
                for table in tables
            }

    assert columns(old) == columns(new)
    assert {"conversations", "exchanges", "feedback"} <= set(columns(new))


@pytest.fixture
def imported(tmp_path: Path, kept: Conversations) -> Conversations:
    """The same after a move: an owner of it, and one who was here before."""
    catalogue = Catalogue(f"sqlite:///{tmp_path / 'catalogue.db'}")
    note_imported(catalogue)
    return Conversations(catalogue)


def test_imported_conversations_are_given_once_to_whoever_brings_the_token(imported: Conversations) -> None:
    offer = imported.offer()
    assert offer.count == 2
    assert 0 < offer.until - time.time() <= SECONDS
    with pytest.raises(NotFoundError, match="gives no conversations any more"):
        imported.adopt("new", "another token")
    with pytest.raises(NotFoundError, match="gives no conversations any more"):
        imported.adopt("", offer.token)  # a browser that is not known
    assert imported.adopt("new", offer.token) == 2
    assert {line.id for line in imported.listed("new")} == {"c1", "c2"}
    assert imported.open("new", "c1").feedback == (UP,)
    with pytest.raises(NotFoundError, match="belongs to another browser"):
        imported.open("me", "c1")
    with pytest.raises(NotFoundError, match="gives no conversations any more"):
        imported.adopt("third", offer.token)
    with pytest.raises(NotFoundError, match="No conversations wait"):
        imported.offer()


def test_an_owner_who_was_here_since_keeps_what_is_imported(imported: Conversations) -> None:
    early = imported.offer()
    assert imported.waiting() == 2
    assert [line.id for line in imported.listed("me")] == ["c1"]
    assert imported.offer().count == 1
    with pytest.raises(NotFoundError):
        imported.adopt("new", early.token)  # a newer one took its place
    assert imported.adopt("new", imported.offer().token) == 1
    assert imported.waiting() == 0
    assert imported.open("me", "c1").exchanges == (FIRST, SECOND)


def test_what_nobody_imported_is_given_only_when_everything_is(kept: Conversations) -> None:
    with pytest.raises(NotFoundError, match="--all"):
        kept.offer()
    assert kept.adopt("me", kept.offer(everything=True).token) == 1
    assert {line.id for line in kept.listed("me")} == {"c1", "c2"}


def test_an_offer_ends_and_its_token_is_not_in_the_catalogue(
    imported: Conversations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = imported.offer()
    with sqlite3.connect(tmp_path / "catalogue.db") as connection:
        assert offer.token not in "".join(connection.iterdump())
    reopened = Conversations(Catalogue(f"sqlite:///{tmp_path / 'catalogue.db'}"))
    monkeypatch.setattr("vectorstore.conversations.adoption.time.time", lambda: offer.until + 1)
    with pytest.raises(NotFoundError, match="gives no conversations any more"):
        reopened.adopt("new", offer.token)
    monkeypatch.undo()
    assert reopened.adopt("new", offer.token) == 2
