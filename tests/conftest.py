"""What tests of several kinds need: the real encoder, loaded once, and a home of their own."""

import os
from pathlib import Path

import pytest

from vectorstore.embedding import Encoder, load_encoder
from vectorstore.settings import DEFAULT_ENCODER, HomeSettings


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where converted encoders lie: BRIEFINGS_MODELS, so that a run need not convert again."""
    given = os.environ.get("BRIEFINGS_MODELS")
    return Path(given) if given else tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def encoder(models: Path) -> Encoder:
    return load_encoder(DEFAULT_ENCODER, models)


@pytest.fixture
def settings(tmp_path: Path, models: Path) -> HomeSettings:
    return HomeSettings(home=tmp_path / "home", models=models)
