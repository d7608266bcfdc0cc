"""Everything as one file, and back: the same answers."""

import json
import os
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from assistant.answering import Answering
from tests.briefings_process import environment
from tests.command import run, served
from tests.conftest import SAMPLES
from tests.older_home import take_back
from tests.prepared import prepared
from tests.question_files import read_questions
from vectorstore.backup.exporting import export
from vectorstore.backup.restoring import restore
from vectorstore.conversations.conversation import Exchange, Feedback
from vectorstore.conversations.keeping import Conversations
from vectorstore.encoder.embedding import Encoder
from vectorstore.encoder.weights import digest_of
from vectorstore.errors import StorageError
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


@pytest.fixture
def home(settings: HomeSettings, encoder: Encoder) -> Path:
    """A home that holds another briefing."""
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "soy", "China bought soybeans.")])
    return settings.home


@pytest.mark.slow
def test_a_restored_home_answers_byte_for_byte_and_nothing_is_embedded(
    samples: Store,
    exported: Path,
    settings: HomeSettings,
    encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(encoder, "encode", lambda texts, progress=None: pytest.fail(f"embedded {texts}"))
        restore(settings, encoder, exported)
        restored = Store.open(settings, encoder)
    with restored:
        assert restored.verify() == []
        assert restored.catalogue.briefings() == samples.catalogue.briefings()
        before, after = Answering(samples), Answering(restored)
        for line in read_questions(SAMPLES / "questions.jsonl")[::2]:
            answers = [_text(answering.answer(line.request)) for answering in (before, after)]
            assert answers[0] == answers[1]
    assert (settings.home / "history" / "0af1" / "2026-01-01T000000.000000Z.jsonl").read_text() == "{}\n"
    assert (settings.home / "questions" / "Frühe Fragen-2.jsonl").read_text() == "{}\n"


@pytest.mark.slow
def test_conversations_and_thumbs_come_along_and_are_not_replaced_unasked(
    settings: HomeSettings, encoder: Encoder, models: Path, tmp_path: Path
) -> None:
    asked = Exchange(
        "e1", "Where do talks stand?", "2026-01-01", {}, "answered", "On. [1]", {"answer": "On."}
    )
    thumb = Feedback("e1", "c1", asked.question, "up", "2026-01-02", "Right.")
    with Store.open(settings, encoder) as store:
        kept = Conversations(store.catalogue)
        kept.begin("me", "c1", "Talks")
        kept.ask("me", "c1", asked)
        kept.judge("me", thumb)
        before = kept.open("me", "c1")
        manifest = export(store, tmp_path / "home.zip")
    assert (manifest["conversations"], manifest["feedback"]) == (1, 1)
    with pytest.raises(StorageError, match=r"has 1 conversations.*--replace"):
        restore(settings, encoder, tmp_path / "home.zip")
    other = HomeSettings(home=tmp_path / "other", models=models)
    restore(other, encoder, tmp_path / "home.zip")
    with Store.open(other, encoder) as store:
        assert Conversations(store.catalogue).open("me", "c1") == before
    told = run(environment(other.home, models), "adopt")
    assert told.stdout.startswith("Start `briefings serve`, then open this in the browser that is to have 1 ")
    with Store.open(other, encoder) as store:
        chats = Conversations(store.catalogue)
        assert chats.adopt("another", told.stdout.partition("?adopt=")[2].strip()) == 1
        assert chats.open("another", "c1") == before
    none = run(environment(other.home, models), "adopt")
    assert (none.returncode, none.stdout) == (1, "")
    assert "No conversations wait for a browser" in none.stderr


def test_a_home_that_holds_briefings_is_replaced_only_when_told_to(
    exported: Path, settings: HomeSettings, encoder: Encoder, home: Path
) -> None:
    with pytest.raises(StorageError, match=r"has 1 briefings.*--replace"):
        restore(settings, encoder, exported)
    with Store.open(settings, encoder) as store:
        assert [b.source for b in store.catalogue.briefings()] == ["soy"]
    restore(settings, encoder, exported, replace=True)
    with Store.open(settings, encoder) as store:
        assert store.verify() == []
        assert "soy" not in store.catalogue.known()
    assert not (home / "replaced").exists()
    assert len([path for path in home.iterdir() if path.name.startswith(("chroma", "keywords"))]) == 2


def test_an_export_of_an_older_schema_is_brought_up_to_date(
    exported: Path, settings: HomeSettings, encoder: Encoder, tmp_path: Path
) -> None:
    catalogue = tmp_path / "catalogue.db"
    with zipfile.ZipFile(exported) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        catalogue.write_bytes(packed.read("catalogue.db"))
    take_back(f"sqlite:///{catalogue}", 6)
    with sqlite3.connect(catalogue) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = {"catalogue.db": {"bytes": catalogue.stat().st_size, "sha256": digest_of(catalogue)}}
    older = tmp_path / "older.zip"
    with zipfile.ZipFile(older, "w") as packed:
        packed.writestr("manifest.json", json.dumps(manifest | {"schema_version": 6, "files": files}))
        packed.write(catalogue, "catalogue.db")
    restore(settings, encoder, older)
    with Store.open(settings, encoder) as store:
        assert store.verify() == []
        assert len(store.catalogue.briefings()) == manifest["briefings"]


def test_an_export_is_written_whole_or_not_at_all_and_over_nothing_else(
    samples: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "home.zip"
    path.write_text("my notes")
    with pytest.raises(StorageError, match="is no export"):
        export(samples, path)
    assert path.read_text() == "my notes"
    path.unlink()
    with monkeypatch.context() as patch:
        patch.setattr("zipfile.ZipFile.write", lambda *_: (_ for _ in ()).throw(OSError("No space left")))
        with pytest.raises(StorageError, match=r"No space left.*Nothing was written"):
            export(samples, path)
    assert list(tmp_path.iterdir()) == []
    export(samples, path)
    export(samples, path)  # over an earlier export
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in samples.settings.home.glob("export-*")] == []


@pytest.mark.slow
def test_a_home_in_use_is_not_imported_into_and_exports_itself(
    models: Path, encoder: Encoder, tmp_path: Path
) -> None:
    folder = tmp_path / "briefings"
    folder.mkdir()
    (folder / "a.md").write_text("---\ntitle: Zinc\ndate: 2025-03-01\n---\nChile lowered its duty on zinc.\n")
    env = environment(tmp_path / "home", models)
    with served(env, folder):
        ran = run(env, "export", "out.zip", folder=tmp_path)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "Exported 1 briefing in 1 version to" in ran.stdout
        ran = run(env, "import", "out.zip", "--replace", folder=tmp_path)
        assert ran.returncode == 1
        assert f"process {os.getpid()} (briefings serve)" in ran.stderr
    other = environment(tmp_path / "other", models)
    ran = run(other, "import", "out.zip", folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Imported 1 briefing in 1 version of 20")
    assert "Zinc" in run(other, "list").stdout


def _text(answer: Any) -> str:
    return json.dumps(answer.to_json("q") | {"latency_ms": 0})


def test_question_sets_and_runs_are_not_replaced_unasked(
    exported: Path, settings: HomeSettings, encoder: Encoder
) -> None:
    mine = settings.home / "questions" / "mine.jsonl"
    run = settings.home / "history" / "0af2" / "2026-01-02T000000.000000Z.jsonl"
    for file in (mine, run):
        file.parent.mkdir(parents=True)
        file.write_text("{}\n")
    with pytest.raises(StorageError, match="1 question sets and 1 runs of question sets"):
        restore(settings, encoder, exported)
    assert (mine.read_text(), run.read_text()) == ("{}\n", "{}\n")


def test_a_question_set_of_any_name_goes_out_and_comes_back(
    home: Path, settings: HomeSettings, encoder: Encoder, tmp_path: Path
) -> None:
    mine = home / "questions" / "eu.steel (old).jsonl"
    mine.parent.mkdir(parents=True)
    mine.write_text("{}\n")
    with Store.open(settings, encoder) as store:
        export(store, tmp_path / "home.zip")
    mine.unlink()
    restore(settings, encoder, tmp_path / "home.zip", replace=True)
    assert mine.read_text() == "{}\n"
