"""A home is opened whole or not at all: what would fail with the first question is said before it."""

from pathlib import Path
from typing import Any

import pytest

from assistant.build import open_desk
from vectorstore.errors import StorageError
from vectorstore.lock import holder
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
