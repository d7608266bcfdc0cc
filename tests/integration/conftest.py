"""What the integration tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering import Answering
from tests.library import store_over
from vectorstore.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


@pytest.fixture(scope="module")
def own_store(
    request: pytest.FixtureRequest, models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A home with the module's own BRIEFINGS: name -> (title, date, text)."""
    settings = HomeSettings(home=tmp_path_factory.mktemp("home"), models=models)
    folder = tmp_path_factory.mktemp("briefings")
    with store_over(request.module.BRIEFINGS, folder, settings, encoder) as store:
        yield store


@pytest.fixture(scope="module")
def answering(own_store: Store) -> Answering:
    """Answers over the module's own BRIEFINGS."""
    return Answering(own_store)
