"""Settings of the command and the server, read once from the environment (`BRIEFINGS_*`)."""

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass

from vectorstore.errors import SettingsError
from vectorstore.settings import HomeSettings, home_settings

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

# Libraries that would report, look for updates or download on their own: never from this product.
_QUIET = {
    "ANONYMIZED_TELEMETRY": "False",  # chromadb
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",  # also the update check
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "TRANSFORMERS_OFFLINE": "1",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """A home, and how it is served and logged."""

    home: HomeSettings
    host: str = "127.0.0.1"
    port: int = 7860
    allow_public: bool = False
    log_level: str = "WARNING"


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the home's settings, BRIEFINGS_HOST, _PORT, _ALLOW_PUBLIC and _LOG_LEVEL."""
    port = environment.get("BRIEFINGS_PORT") or "7860"
    if not port.isdigit() or int(port) > 65535:
        raise SettingsError(f"BRIEFINGS_PORT is {port!r}; expected a number up to 65535 (0: any free port).")
    level = (environment.get("BRIEFINGS_LOG_LEVEL") or "WARNING").upper()
    if level not in LOG_LEVELS:
        raise SettingsError(f"BRIEFINGS_LOG_LEVEL is {level!r}; expected one of {', '.join(LOG_LEVELS)}.")
    return Settings(
        home=home_settings(environment),
        host=environment.get("BRIEFINGS_HOST") or "127.0.0.1",
        port=int(port),
        allow_public=environment.get("BRIEFINGS_ALLOW_PUBLIC") == "1",
        log_level=level,
    )


def keep_quiet(environment: MutableMapping[str, str] = os.environ) -> None:
    """Turn off what libraries report or fetch; called before the first of them is imported."""
    environment.update(_QUIET)
