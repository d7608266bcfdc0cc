"""A home is opened whole or not at all: what would fail with the first question is said before it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.build import open_desk
from vectorstore.errors import HomeInUseError, StorageError
from vectorstore.lock import hold, holder
from vectorstore.settings import HomeSettings


@pytest.fixture(autouse=True)
def no_reranker(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(models: Path, threads: int = 0) -> Any:
        raise StorageError("Converting the model ended with -9. Free some memory and try again.")

    monkeypatch.setattr("assistant.choosing.reranker.load_reranker", refuse)


@pytest.mark.parametrize("purpose", ["ask", "serve", "eval"])
def test_without_its_reranker_a_home_is_not_opened_for_answers(purpose: str, settings: HomeSettings) -> None:
    with pytest.raises(StorageError, match="Free some memory"):
        open_desk(settings, purpose)
    assert holder(settings.home) is None


def test_what_answers_nothing_needs_none(settings: HomeSettings) -> None:
    desk = open_desk(settings, "list")
    assert desk.list() == []
    desk.close()


@pytest.mark.parametrize("purpose", ["list", "show", "remove", "export", "feedback", "new"])
def test_what_embeds_nothing_prepares_no_model(purpose: str, settings: HomeSettings, tmp_path: Path) -> None:
    open_desk(replace(settings, models=tmp_path / "models"), purpose).close()
    assert not (tmp_path / "models").exists()


def test_who_holds_a_home_without_being_seen_is_not_waited_for_without_end(
    settings: HomeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.build.COMMAND_SECONDS", 0.3)
    monkeypatch.setattr("assistant.build.holder", lambda _: None)
    held = hold(settings.home, "ingest")
    with pytest.raises(HomeInUseError, match="briefings ingest"):
        open_desk(settings, "list")
    held.release()
