"""Making the chat model that is set: each provider, and the one line that fixes what is missing."""

import re
import sys
from typing import Any

import pytest

from assistant.drafting.chat_model import make_chat_model, window_of
from assistant.settings import ChatSettings, chat_settings
from vectorstore.errors import SettingsError


def made(**environment: str) -> Any:
    settings = chat_settings({f"BRIEFINGS_CHAT_{name}": value for name, value in environment.items()})
    assert settings is not None
    return make_chat_model(settings)


def test_no_model_is_set_unless_one_is() -> None:
    assert chat_settings({}) is None
    assert chat_settings({"BRIEFINGS_CHAT_MODEL": "", "OPENAI_API_KEY": "x"}) is None


def test_a_provider_s_model_is_made_with_its_own_key() -> None:
    settings = chat_settings({"BRIEFINGS_CHAT_MODEL": "openai:gpt-5-mini", "OPENAI_API_KEY": "secret"})
    assert settings is not None
    model = make_chat_model(settings)
    assert type(model).__name__ == "ChatOpenAI"
    assert model.openai_api_key.get_secret_value() == "secret"  # type: ignore[attr-defined]
    assert "secret" not in repr(settings)


def test_our_own_key_goes_before_the_provider_s() -> None:
    found = chat_settings(
        {"BRIEFINGS_CHAT_MODEL": "openai:x", "OPENAI_API_KEY": "theirs", "BRIEFINGS_CHAT_API_KEY": "ours"}
    )
    assert found is not None
    assert found.api_key == "ours"


def test_a_server_of_one_s_own_needs_no_key() -> None:
    model = made(MODEL="openai:any", BASE_URL="http://127.0.0.1:9/v1", TIMEOUT="7")
    assert (model.openai_api_base, model.request_timeout) == ("http://127.0.0.1:9/v1", 7.0)


@pytest.mark.parametrize(
    ("model", "fix"),
    [
        ("openai:gpt-5-mini", "Run: export OPENAI_API_KEY="),
        ("anthropic:claude-sonnet-4-5", "Run: export ANTHROPIC_API_KEY="),
        ("google:gemini-2.5-flash", "Run: export GOOGLE_API_KEY="),
    ],
)
def test_a_missing_key_is_named_in_one_line(model: str, fix: str) -> None:
    with pytest.raises(SettingsError, match=fix) as raised:
        made(MODEL=model)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("model", "module"),
    [
        ("openai:gpt-5-mini", "langchain_openai"),
        ("anthropic:claude-sonnet-4-5", "langchain_anthropic"),
        ("google:gemini-2.5-flash", "langchain_google_genai"),
        ("ollama:llama3.1", "langchain_ollama"),
    ],
)
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    model: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from langchain.chat_models import base

    base._get_chat_model_creator.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    extra = re.escape(f"[{model.partition(':')[0]}]")
    with pytest.raises(SettingsError, match=f"Run: pip install 'trade-briefings-assistant{extra}'") as raised:
        made(MODEL=model, API_KEY="x")
    assert "\n" not in str(raised.value)


def test_a_provider_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(SettingsError, match="one of openai, anthropic, google, ollama"):
        made(MODEL="nonsense:x")


def test_a_provider_may_be_written_in_capitals() -> None:
    settings = chat_settings({"BRIEFINGS_CHAT_MODEL": "OpenAI: GPT-x", "OPENAI_API_KEY": "secret"})
    assert settings is not None
    assert (settings.provider, settings.model, settings.api_key) == ("openai", "GPT-x", "secret")
    with pytest.raises(SettingsError, match="Run: export OPENAI_API_KEY="):
        made(MODEL="OPENAI:x")


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({}, "Missing credentials"),
        ({"API_KEY": "sk-secret"}, "azure_endpoint|api_version"),
    ],
)
def test_whatever_else_a_provider_lacks_is_told_in_one_line_with_what_to_set(
    given: dict[str, str], lacks: str
) -> None:
    with pytest.raises(SettingsError, match=lacks) as raised:
        made(MODEL="azure_openai:gpt-4", **given)
    assert "BRIEFINGS_CHAT_API_KEY" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "sk-secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MODEL", "gpt-5-mini"),
        ("MODEL", "openai:"),
        ("WINDOW", "big"),
        ("WINDOW", "0"),
        ("REPLY", "long"),
        ("REPLY", "0"),
        ("PRICE", "3"),
        ("PRICE", "3/x"),
        ("PRICE", "-1/2"),
        ("PRICE", "nan/2"),
        ("TIMEOUT", "soon"),
        ("BASE_URL", "localhost:8080/v1"),
        ("BASE_URL", "htp://127.0.0.1/v1"),
        ("BASE_URL", "http:///v1"),
    ],
)
def test_a_malformed_setting_is_named_with_what_was_expected(name: str, value: str) -> None:
    given = {"BRIEFINGS_CHAT_MODEL": "openai:x", f"BRIEFINGS_CHAT_{name}": value}
    with pytest.raises(SettingsError, match=f"BRIEFINGS_CHAT_{name} is '{value}'; expected"):
        chat_settings(given)


def test_ollama_s_server_may_be_a_host_s_name() -> None:
    given = {"BRIEFINGS_CHAT_MODEL": "ollama:x", "BRIEFINGS_CHAT_BASE_URL": "localhost:11434"}
    found = chat_settings(given)
    assert found is not None
    assert found.base_url == "localhost:11434"


def test_a_price_is_for_tokens_read_and_written() -> None:
    found = chat_settings({"BRIEFINGS_CHAT_MODEL": "openai:x", "BRIEFINGS_CHAT_PRICE": "0.25/2"})
    assert found is not None
    assert found.price == (0.25, 2.0)


def test_the_window_is_what_is_set_else_what_is_known_else_a_usual_one() -> None:
    known = ChatSettings("openai", "gpt-5-mini", api_key="x")
    assert window_of(make_chat_model(known), known) > 100_000
    assert window_of(make_chat_model(known), ChatSettings("openai", "gpt-5-mini", window=5000)) == 5000
    unknown = ChatSettings("openai", "any", base_url="http://127.0.0.1:9/v1")
    assert window_of(make_chat_model(unknown), unknown) == 8192


def test_a_reply_may_be_as_long_as_is_set() -> None:
    assert made(MODEL="openai:any", API_KEY="x", REPLY="3000").max_tokens == 3000
    assert made(MODEL="openai:gpt-5-mini", API_KEY="x", REPLY="3000").max_tokens == 3000


def test_a_model_that_reasons_may_write_more() -> None:
    reasoning = made(MODEL="openai:gpt-5-mini", API_KEY="x")
    plain = made(MODEL="openai:any", API_KEY="x")
    assert reasoning.max_tokens > 5 * plain.max_tokens
