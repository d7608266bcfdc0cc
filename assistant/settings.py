"""Settings of the command and the server, read once from the environment (`BRIEFINGS_*`)."""

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from urllib.parse import urlsplit

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
# numpy's threads (OpenBLAS) keep the cores busy for some 25 ms after each product, in wait for the next one:
# a third of a question's processor time. No product here needs two cores (tests/evals/LOG.md).
_NOT_WAITING = {"OPENBLAS_NUM_THREADS": "1"}


# provider -> the variables that its own library reads a key from; one that is not here needs none of ours
KEYS = {
    "openai": ("OPENAI_API_KEY",),
    "anthropic": ("ANTHROPIC_API_KEY",),
    "google": ("GOOGLE_API_KEY", "GEMINI_API_KEY"),
}


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """A chat model: who provides it, how it is reached, what it takes and what it costs."""

    provider: str
    model: str
    base_url: str | None = None
    api_key: str | None = None
    window: int | None = None  # tokens; None: what is known of the model
    reply: int | None = None  # tokens at most, thoughts among them; None: as many as are usual
    price: tuple[float, float] | None = None  # US dollars for a million tokens read, and written
    timeout: float = 60.0  # seconds

    @property
    def name(self) -> str:
        """As it is typed, and as an answer names its engine."""
        return f"{self.provider}:{self.model}"

    def without_key(self, text: str) -> str:
        """Return a text that may quote the key without it, to be shown or logged."""
        return text.replace(self.api_key, "…") if self.api_key else text

    def __repr__(self) -> str:  # without the key: a settings object ends up in logs
        return f"ChatSettings({self.name!r}, base_url={self.base_url!r})"


@dataclass(frozen=True, slots=True)
class Settings:
    """A home, and how it is served and logged; `chat` when answers are written by a model."""

    home: HomeSettings
    host: str = "127.0.0.1"
    port: int = 7860
    allow_public: bool = False
    log_level: str = "WARNING"
    chat: ChatSettings | None = None


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the home's settings, BRIEFINGS_HOST, _PORT, _ALLOW_PUBLIC, _LOG_LEVEL and the _CHAT_ ones."""
    port = environment.get("BRIEFINGS_PORT") or "7860"
    if not port.isdecimal() or int(port) > 65535:
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
        chat=chat_settings(environment),
    )


def chat_settings(environment: Mapping[str, str]) -> ChatSettings | None:
    """Read BRIEFINGS_CHAT_MODEL and what belongs to it; None when no model is set."""
    name = environment.get("BRIEFINGS_CHAT_MODEL")
    if not name:
        return None
    provider, _, model = (part.strip() for part in name.partition(":"))
    provider = provider.lower()
    if not (provider and model):
        raise SettingsError(
            f"BRIEFINGS_CHAT_MODEL is {name!r}; expected PROVIDER:MODEL, for example openai:gpt-5-mini or "
            "ollama:llama3.1. Leave it unset for answers without a model."
        )
    keys = (environment.get(key) for key in ("BRIEFINGS_CHAT_API_KEY", *KEYS.get(provider, ())))
    timeout = environment.get("BRIEFINGS_CHAT_TIMEOUT") or "60"
    if not timeout.isdecimal() or not int(timeout):
        raise SettingsError(f"BRIEFINGS_CHAT_TIMEOUT is {timeout!r}; expected seconds, like 60.")
    return ChatSettings(
        provider,
        model,
        base_url=_address(environment.get("BRIEFINGS_CHAT_BASE_URL"), provider),
        api_key=next((key for key in keys if key), None),
        window=_tokens(environment, "BRIEFINGS_CHAT_WINDOW", 8192),
        reply=_tokens(environment, "BRIEFINGS_CHAT_REPLY", 4000),
        price=_price(environment.get("BRIEFINGS_CHAT_PRICE")),
        timeout=float(timeout),
    )


def _address(given: str | None, provider: str) -> str | None:
    if not given or provider == "ollama":  # which takes a host's name, too
        return given or None
    try:
        parts = urlsplit(given)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound:
        raise SettingsError(
            f"BRIEFINGS_CHAT_BASE_URL is {given!r}; expected an address, like http://127.0.0.1:8080/v1."
        )
    return given


def _tokens(environment: Mapping[str, str], name: str, example: int) -> int | None:
    given = environment.get(name)
    if not given:
        return None
    if not given.isdecimal() or not int(given):
        raise SettingsError(f"{name} is {given!r}; expected a number of tokens, like {example}.")
    return int(given)


def _price(given: str | None) -> tuple[float, float] | None:
    """Read "0.25/2": US dollars for a million tokens read and for a million written."""
    if not given:
        return None
    read, divider, written = given.partition("/")
    try:
        price = float(read), float(written)
    except ValueError:
        divider, price = "", (0.0, 0.0)
    if not divider or not all(0 <= part < float("inf") for part in price):
        raise SettingsError(
            f"BRIEFINGS_CHAT_PRICE is {given!r}; expected US dollars for a million tokens read and written, "
            "like 0.25/2."
        )
    return price


def keep_quiet(environment: MutableMapping[str, str] = os.environ) -> None:
    """Turn off what libraries report or fetch, and threads that wait; called before any is imported."""
    environment.update(_QUIET)
    for name, value in _NOT_WAITING.items():
        environment.setdefault(name, value)
