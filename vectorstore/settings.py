"""Settings of a home, read once from the environment (`BRIEFINGS_*`)."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from vectorstore.errors import SettingsError

ENCODER_VARIABLE = "BRIEFINGS_ENCODER"
DEFAULT_ENCODER = "all-MiniLM-L6-v2"

CATALOGUE, HISTORY, QUESTIONS = "catalogue.db", "history", "questions"  # what lies in a home


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """Where a home is and what its index is built with."""

    home: Path
    encoder: str = DEFAULT_ENCODER
    models: Path = Path()  # converted encoders; home/models unless several homes share one
    threads: int = 0  # 0: as many as the machine has cores

    @property
    def catalogue_url(self) -> str:
        return f"sqlite:///{self.home / CATALOGUE}"


def home_settings(environment: Mapping[str, str] = os.environ) -> HomeSettings:
    """Read BRIEFINGS_HOME, BRIEFINGS_ENCODER, BRIEFINGS_MODELS and BRIEFINGS_THREADS."""
    home = Path(
        environment.get("BRIEFINGS_HOME") or user_data_path("trade-briefings-assistant", appauthor=False)
    ).expanduser()
    threads = environment.get("BRIEFINGS_THREADS") or "0"
    if not threads.isdecimal():
        raise SettingsError(f"BRIEFINGS_THREADS is {threads!r}; expected a whole number, 0 for all cores.")
    models = environment.get("BRIEFINGS_MODELS")
    return HomeSettings(
        home=home.absolute(),
        encoder=environment.get(ENCODER_VARIABLE) or DEFAULT_ENCODER,
        models=Path(models).expanduser().absolute() if models else home.absolute() / "models",
        threads=int(threads),
    )
