"""Make the chat model that is set: the one file that knows providers and their libraries."""

import logging
import traceback
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr, ValidationError

from assistant.drafting.chat import LONGEST_REPLY, REASONED_REPLY
from vectorstore.errors import SettingsError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import ChatSettings

logger = logging.getLogger(__name__)

EXTRAS = ("openai", "anthropic", "google", "ollama")  # extras of this distribution, by the provider's name
KEY_NAMES = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY", "google": "GOOGLE_API_KEY"}
UNKNOWN_WINDOW = 8192  # tokens, where nothing says; every model of the last years has as many
LONGEST_REASON = 300  # characters of what a provider's library says
NO_KEY = "none"  # a server of one's own asks for none, its client's library does


def make_chat_model(settings: "ChatSettings", longest: int | None = None) -> "BaseChatModel":
    """Return the LangChain model, whose replies have `longest` tokens at most, or as set, or as usual.

    SettingsError with the command that fixes what is missing.
    """
    if not settings.api_key and settings.provider in KEY_NAMES and not settings.base_url:
        raise SettingsError(
            f"BRIEFINGS_CHAT_MODEL is {settings.name}, and its provider needs a key. "
            f"Run: export {KEY_NAMES[settings.provider]}=..."
        )
    from langchain.chat_models import init_chat_model

    provider = {"google": "google_genai"}.get(settings.provider, settings.provider)
    try:
        first = longest or settings.reply or LONGEST_REPLY
        options = _options(settings, first)
        model: BaseChatModel = init_chat_model(settings.model, model_provider=provider, **options)
        if not longest and longest_reply(model, settings) != first:
            options = _options(settings, longest_reply(model, settings))
            model = init_chat_model(settings.model, model_provider=provider, **options)
        if hasattr(model, "stream_chunk_timeout"):
            model.stream_chunk_timeout = None  # OpenAI's library gives up after 120 s, whatever is set
        return model
    except ImportError as error:
        raise SettingsError(_how_to_install(settings, error)) from error
    except Exception as error:  # noqa: BLE001  # each provider has its own kinds, for what it lacks
        logger.debug("init_chat_model: %s", settings.without_key(traceback.format_exc()))
        raise SettingsError(_why_not_made(settings, error)) from None


def longest_reply(model: "BaseChatModel", settings: "ChatSettings") -> int:
    """Return the tokens that a reply may have: as set, or as many as a model like this one needs."""
    reasons = (model.profile or {}).get("reasoning_output") and settings.provider != "ollama"
    return settings.reply or (REASONED_REPLY if reasons else LONGEST_REPLY)


def window_of(model: "BaseChatModel", settings: "ChatSettings") -> int:
    """Return the tokens that the model reads at most: as set, as its provider says, or a usual number."""
    known = (model.profile or {}).get("max_input_tokens")
    return settings.window or (known if known and settings.provider != "ollama" else UNKNOWN_WINDOW)


def secrets_of(model: "BaseChatModel", settings: "ChatSettings") -> list[str]:
    """Return the keys that a model is asked with, set here or found by its provider's library."""
    found = [value.get_secret_value() for value in vars(model).values() if isinstance(value, SecretStr)]
    return [key for key in {settings.api_key, *found} if key and key != NO_KEY]


def _options(settings: "ChatSettings", longest: int) -> dict[str, Any]:
    """Return what the provider's class is made with. Tries again are ours, with what they may take in all."""
    options: dict[str, Any] = {}
    if settings.provider == "ollama":
        options |= {"num_predict": longest, "client_kwargs": {"timeout": settings.timeout}}
        options["num_ctx"] = settings.window or UNKNOWN_WINDOW  # its own default is half of that
        return options | ({"base_url": settings.base_url} if settings.base_url else {})
    options |= {"max_tokens": longest, "timeout": settings.timeout, "max_retries": 0}
    if settings.provider == "openai":
        options["stream_usage"] = True
    if settings.provider == "google":
        options["max_retries"] = 1  # it counts the first try
    if settings.base_url:
        options["base_url"] = settings.base_url
    if key := settings.api_key or (NO_KEY if settings.provider == "openai" else None):
        options["api_key"] = key
    return options


def _why_not_made(settings: "ChatSettings", error: Exception) -> str:
    """Say in one line why a provider's class made no model, and what to set."""
    made_of = f"BRIEFINGS_CHAT_MODEL is {settings.name}, of which no chat model can be made"
    said = str(error.errors()[0]["msg"]) if isinstance(error, ValidationError) else str(error)
    told = " ".join(settings.without_key(said).split()).removeprefix("Value error, ")[:LONGEST_REASON]
    if told.startswith("Unsupported provider"):
        return (
            f"{made_of} ({told.rstrip('.')}). Expected PROVIDER:MODEL with one of {', '.join(EXTRAS)}, or "
            "another provider that LangChain's init_chat_model knows."
        )
    return (
        f"{made_of}: {told.rstrip('.') or type(error).__name__}. Set what is missing: the key as "
        "BRIEFINGS_CHAT_API_KEY, the address as BRIEFINGS_CHAT_BASE_URL, the rest as its provider names it."
    )


def _how_to_install(settings: "ChatSettings", error: ImportError) -> str:
    if settings.provider in EXTRAS:
        return (
            f"BRIEFINGS_CHAT_MODEL is {settings.name}, and what it needs is not installed. "
            f"Run: pip install 'trade-briefings-assistant[{settings.provider}]'"
        )
    return f"BRIEFINGS_CHAT_MODEL is {settings.name}, and what it needs is not installed: {error}"
