"""A home changed over to another encoder: beside the old index, resumable, switched in one step."""

import json
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from threading import Lock

import pytest
from sqlalchemy import Table, select, update

from assistant.answering import Answering
from assistant.desks.local import CLOSING_SECONDS, LocalDesk
from ingest.maintenance.reindex_report import Reindexed, ReindexProgress
from ingest.maintenance.reindexing import reindex
from ingest.pipeline import ingest
from tests.briefings_process import environment
from tests.command import run, served
from tests.library import BRIEFINGS, write
from vectorstore.briefing import Briefing
from vectorstore.encoder.embedding import Encoder, Vectors, load_encoder
from vectorstore.errors import IndexMismatchError
from vectorstore.filters import Filters
from vectorstore.home.next_encoder import Next
from vectorstore.search import search
from vectorstore.settings import HomeSettings
from vectorstore.store import Store
from vectorstore.tables import near_rows, schema

QUESTION = "What duty does Brazil charge on steel?"


@pytest.fixture(scope="session")
def other(other_model: Path, models: Path) -> Encoder:
    return load_encoder(str(other_model), models)


@pytest.fixture
def store(settings: HomeSettings, encoder: Encoder, tmp_path: Path) -> Iterator[Store]:
    """A home with the library, one briefing of it in its second version."""
    folder = tmp_path / "briefings"
    folder.mkdir()
    write(folder)
    with Store.open(settings, encoder) as store:
        list(ingest(store, [folder]))
        path = folder / "2024-04-15-brazil-steel.md"
        path.write_text(path.read_text().replace("eleven steel products", "twelve steel products"))
        list(ingest(store, [folder]))
        yield store


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen briefings take several steps."""
    monkeypatch.setattr("ingest.maintenance.reindexing.PART", 4)
    monkeypatch.setattr("ingest.maintenance.reindexing.FEW", 0)


def _run(store: Store, encoder: Encoder) -> Reindexed:
    *_, done = reindex(store, encoder, Lock())
    assert isinstance(done, Reindexed)
    return done


@pytest.mark.slow
def test_a_reindexed_home_is_what_an_ingest_with_that_encoder_makes(
    store: Store, other: Encoder, settings: HomeSettings, models: Path, tmp_path: Path
) -> None:
    before = store.catalogue.passage_count()
    near = store.catalogue.read(near_rows.PAIRS)
    old_folders = [store.settings.home / "chroma", store.settings.home / "keywords"]
    done = _run(store, other)
    assert done.before == "all-MiniLM-L6-v2"
    assert store.verify() == []
    assert store.encoder is other
    assert other.window == 128
    assert done.passages == store.catalogue.passage_count() > before  # cut again for the smaller window
    for id in store.catalogue.passage_ids():
        [text] = store.catalogue.indexed([id]).values()
        assert other.word_pieces([text])[0] <= other.window - 2
    assert store.catalogue.read(near_rows.PAIRS) == near
    assert not any(folder.exists() for folder in old_folders)
    with Store.open(HomeSettings(home=tmp_path / "fresh", models=models), other) as fresh:
        list(ingest(fresh, [tmp_path / "briefings"]))
        assert _passages(fresh) == _passages(store)
        assert fresh.vocabulary.words == store.vocabulary.words
        assert [h.passage.text for h in search(fresh, QUESTION)] == [
            h.passage.text for h in search(store, QUESTION)
        ]
    assert store.vocabulary.near(["tariff"])[0]


def test_earlier_versions_follow_and_are_searched_by_the_new_encoder(store: Store, other: Encoder) -> None:
    _run(store, other)
    [brazil] = [b for b in store.catalogue.briefings() if b.source == "2024-04-15-brazil-steel.md"]
    assert len(store.versions.of(brazil.id)) == 2
    found = search(store, "twelve or eleven steel products", filters=Filters(as_of=date(2024, 5, 1)))
    assert "eleven steel products" in " ".join(hit.passage.text for hit in found if hit.facts.id == brazil.id)


@pytest.mark.slow
def test_a_home_answers_from_the_old_index_until_the_switch_and_takes_briefings_in(
    store: Store, other: Encoder, tmp_path: Path
) -> None:
    passages = [hit.passage for hit in search(store, QUESTION)]
    events = reindex(store, other, Lock())
    assert isinstance(next(events), ReindexProgress)
    assert isinstance(next(events), ReindexProgress)
    assert [hit.passage for hit in search(store, QUESTION)] == passages
    extra = tmp_path / "late.md"
    extra.write_text(
        "---\ntitle: Late\ndate: 2025-03-01\n---\nChile lowered its duty on zinc to 3 percent.\n"
    )
    list(ingest(store, [extra]))
    gone = next(b.id for b in store.catalogue.briefings() if b.source == "2024-08-09-india-medicines.md")
    store.remove(gone)
    list(events)
    assert store.verify() == []
    assert search(store, "zinc duty of Chile")[0].passage.text.startswith("Chile lowered")
    assert gone not in store.catalogue.facts()
    assert "medicines" not in store.vocabulary.words


@pytest.mark.slow
def test_a_briefing_removed_and_taken_in_again_while_it_is_embedded_has_its_new_passages(
    store: Store, other: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "briefings" / "changing.md"
    path.write_text("Togo and Chad signed an accord on tea of ten years and of ten thousand tons. " * 3)
    list(ingest(store, [path]))
    [id] = [b.id for b in store.catalogue.briefings() if b.source == "changing.md"]
    add = Next.add

    def beside(new: Next, made: Sequence[tuple[Briefing, Sequence[str], Vectors]]) -> None:
        if path.exists() and any(briefing.id == id for briefing, *_ in made):
            store.remove(id)
            path.write_text("Nothing on tea.")
            list(ingest(store, [path]))
            path.unlink()
        add(new, made)

    monkeypatch.setattr(Next, "add", beside)
    _run(store, other)
    assert [passage.text for passage, _ in store.catalogue.passages_of(id)] == ["Nothing on tea."]
    assert store.verify() == []


def test_a_reindex_that_was_stopped_goes_on_where_it_was(store: Store, other: Encoder) -> None:
    events = reindex(store, other, Lock())
    seen = [next(events) for _ in range(3)]
    assert isinstance(seen[-1], ReindexProgress)
    assert 0 < seen[-1].done < seen[-1].total
    assert seen[-1].seconds_left is not None
    events.close()
    done = _run(store, other)
    whole = done.passages + len(_earlier(store))
    assert 0 < done.embedded < whole
    assert store.verify() == []


@pytest.mark.slow
def test_a_home_can_be_changed_back_and_its_own_encoder_embeds_nothing(
    store: Store, encoder: Encoder, other: Encoder
) -> None:
    events = reindex(store, other, Lock())
    next(events), next(events)
    events.close()
    assert _run(store, encoder).embedded == 0
    assert store.verify() == []
    before = _passages(store)
    _run(store, other)
    assert _run(store, encoder).before == other.identity.name
    assert store.encoder is encoder
    assert _passages(store) == before
    assert store.verify() == []


def test_later_commands_need_the_encoder_that_the_home_was_changed_to(
    store: Store, other: Encoder, encoder: Encoder, settings: HomeSettings
) -> None:
    _run(store, other)
    store.close()
    with pytest.raises(IndexMismatchError, match=f"BRIEFINGS_ENCODER={other.identity.name}"):
        Store.open(settings, encoder)
    with Store.open(settings, other) as again:
        assert again.verify() == []


@pytest.mark.slow
def test_reindex_prints_the_line_to_set_and_works_handed_over(
    models: Path, tmp_path: Path, other_model: Path
) -> None:
    folder = tmp_path / "briefings"
    folder.mkdir()
    write(folder)
    home = tmp_path / "home"
    env = environment(home, models)
    with served(env, folder):
        ran = run(env, "reindex", "--encoder", other_model.name, folder=other_model.parent)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert f"export BRIEFINGS_ENCODER={other_model}\n" in ran.stdout
        assert run(env, "ask", QUESTION).returncode == 0
        state = json.loads(run(env, "doctor", "--json").stdout)
        assert state["encoder"]["name"] == str(other_model)
        assert (state["problems"], state["briefings"]) == ([], len(BRIEFINGS))
    ran = run(env, "ask", QUESTION)
    assert ran.returncode == 1
    assert f"BRIEFINGS_ENCODER={other_model}" in ran.stderr
    ran = run(env, "reindex", "--encoder", "all-MiniLM-L6-v2")  # opens the home with what it has
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "unset BRIEFINGS_ENCODER" in ran.stdout
    assert run(env, "ask", QUESTION).returncode == 0


def test_an_encoder_that_is_none_is_named_with_the_option_that_gave_it(models: Path, tmp_path: Path) -> None:
    env = environment(tmp_path / "home", models)
    (tmp_path / "empty").mkdir()
    for name, said in (
        ("none", "--encoder is '{}'; expected"),
        ("empty", "set --encoder to one, or to all-"),
    ):
        ran = run(env, "reindex", "--encoder", name, folder=tmp_path)
        assert ran.returncode == 1
        assert said.format(tmp_path / name) in ran.stderr
        assert "BRIEFINGS_ENCODER" not in ran.stderr


def test_a_desk_that_is_closed_again_waits_for_nothing(store: Store) -> None:
    """The command closes what the local API of the same process has closed already."""
    desk = LocalDesk(store, Answering(store))
    desk.close()
    started = time.monotonic()
    desk.close()
    assert time.monotonic() - started < CLOSING_SECONDS / 2


def _passages(store: Store) -> dict[str, tuple[str, ...]]:
    """What is indexed, by source: ids hold version numbers, which differ."""
    found: dict[str, tuple[str, ...]] = {}
    for briefing in store.catalogue.briefings():
        passages = store.catalogue.passages_of(briefing.id)
        found[briefing.source] = tuple(prefix + passage.text for passage, prefix in passages)
    return found


def _earlier(store: Store) -> list[str]:
    return [row.id for row in store.catalogue.read(select(schema.earlier_passages.c.id))]


def test_days_that_were_read_otherwise_are_read_anew(store: Store, encoder: Encoder) -> None:
    tables = (schema.passages, schema.earlier_passages)
    before = {table: _days(store, table) for table in tables}
    assert all(map(any, (days.values() for days in before.values())))
    with store.catalogue.writing() as connection:
        for table in tables:
            stale = [[0, 4, "1999-01-01", "1999-01-01"]]
            connection.execute(update(table).values(events=stale))
    done = _run(store, encoder)
    assert {table: _days(store, table) for table in tables} == before
    assert done.done[0] == f"read the days of {sum(map(len, before.values()))} passages otherwise than before"
    assert "otherwise" not in " ".join(_run(store, encoder).done)


def _days(store: Store, table: Table) -> dict[str, object]:
    return {row.id: row.events for row in store.catalogue.read(select(table.c.id, table.c.events))}
