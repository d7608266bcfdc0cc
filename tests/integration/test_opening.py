"""A home is opened whole or not at all: what would fail with the first question is said before it."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from assistant.build import open_desk
from assistant.desks.found import SearchRequest
from vectorstore.errors import HomeInUseError, StorageError
from vectorstore.home.lock import hold, holder
from vectorstore.settings import HomeSettings


@pytest.fixture(autouse=True)
def no_reranker(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(models: Path, threads: int = 0) -> Any:
        raise StorageError("Converting the model ended with -9. Free some memory and try again.")

    monkeypatch.setattr("assistant.choosing.reranker.load_reranker", refuse)


@pytest.mark.slow
@pytest.mark.parametrize("purpose", ["ask", "serve", "eval"])
def test_without_its_reranker_a_home_is_not_opened_for_answers(purpose: str, settings: HomeSettings) -> None:
    with pytest.raises(StorageError, match="Free some memory"):
        open_desk(settings, purpose)
    assert holder(settings.home) is None


@pytest.mark.slow
def test_a_home_that_answers_has_the_verifier_prepared(
    settings: HomeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[Path] = []
    monkeypatch.setattr("assistant.choosing.reranker.load_reranker", lambda *_: None)
    monkeypatch.setattr("assistant.checking.verifier.prepare_verifier", prepared.append)
    open_desk(settings, "ask").close()
    assert prepared == [settings.models]


def test_what_answers_nothing_needs_none(settings: HomeSettings) -> None:
    desk = open_desk(settings, "list")
    assert desk.list() == []
    desk.close()


@pytest.mark.parametrize("purpose", ["list", "show", "remove", "export", "feedback", "new"])
def test_what_embeds_nothing_prepares_no_model(purpose: str, settings: HomeSettings, tmp_path: Path) -> None:
    open_desk(replace(settings, models=tmp_path / "models"), purpose).close()
    assert not (tmp_path / "models").exists()


@pytest.mark.slow
def test_what_reads_the_catalogue_alone_works_without_the_vectors_and_leaves_them_to_the_next(
    settings: HomeSettings, tmp_path: Path
) -> None:
    (tmp_path / "tea.md").write_text("# Tea\n\nKenya cut its duty on tea to 4 percent.")
    desk = open_desk(settings, "ingest")
    *_, _ = desk.ingest([str(tmp_path / "tea.md")])
    desk.close()
    rmtree(settings.home / "chroma")
    desk = open_desk(settings, "list")
    assert [briefing.title for briefing in desk.list()] == ["Tea"]
    desk.close()
    assert not (settings.home / "chroma").exists()
    desk = open_desk(settings, "search")
    assert len(desk.search(SearchRequest("duty on tea")).passages) == 1
    assert desk.doctor()["problems"] == []
    desk.close()


@pytest.mark.slow
def test_listing_briefings_imports_no_chroma(settings: HomeSettings) -> None:
    code = (
        "import sys; from assistant.cli import _run; _run()\n"
        "print([name for name in ('chromadb', 'openvino') if name in sys.modules])"
    )
    env = {**os.environ, "BRIEFINGS_HOME": str(settings.home), "BRIEFINGS_MODELS": str(settings.models)}
    ran = subprocess.run([sys.executable, "-c", code, "list"], capture_output=True, text=True, env=env)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_who_holds_a_home_without_being_seen_is_not_waited_for_without_end(
    settings: HomeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.build.COMMAND_SECONDS", 0.3)
    monkeypatch.setattr("assistant.build.holder", lambda _: None)
    held = hold(settings.home, "ingest")
    with pytest.raises(HomeInUseError, match="briefings ingest"):
        open_desk(settings, "list")
    held.release()
