"""What the integration tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering import Answering
from tests.library import answering_over
from vectorstore.embedding import Encoder
from vectorstore.settings import HomeSettings


@pytest.fixture(scope="module")
def answering(
    request: pytest.FixtureRequest, models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Answering]:
    """Answers over the module's own BRIEFINGS: name -> (title, date, text)."""
    settings = HomeSettings(home=tmp_path_factory.mktemp("home"), models=models)
    folder = tmp_path_factory.mktemp("briefings")
    with answering_over(request.module.BRIEFINGS, folder, settings, encoder) as over:
        yield over
