"""What the environment may say, and what is said to libraries."""

import os
import subprocess
import sys

import pytest

from assistant.settings import keep_quiet, settings
from vectorstore.errors import SettingsError


def test_without_a_setting_only_this_machine_is_served() -> None:
    found = settings({})
    assert (found.host, found.port, found.allow_public, found.log_level) == (
        "127.0.0.1",
        7860,
        False,
        "WARNING",
    )


def test_settings_come_from_the_environment() -> None:
    found = settings(
        {
            "BRIEFINGS_HOST": "::1",
            "BRIEFINGS_PORT": "0",
            "BRIEFINGS_ALLOW_PUBLIC": "1",
            "BRIEFINGS_LOG_LEVEL": "debug",
        }
    )
    assert (found.host, found.port, found.allow_public, found.log_level) == ("::1", 0, True, "DEBUG")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BRIEFINGS_PORT", "http"),
        ("BRIEFINGS_PORT", "65536"),
        ("BRIEFINGS_PORT", "²"),  # a digit that is no number
        ("BRIEFINGS_THREADS", "²"),
        ("BRIEFINGS_LOG_LEVEL", "loud"),
        ("BRIEFINGS_THREADS", "two"),
    ],
)
def test_a_malformed_setting_is_named_with_what_was_expected(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"(?i){name} is '{value}'; expected"):
        settings({name: value})


def test_reporting_is_off_whatever_the_environment_says() -> None:
    environment = {"ANONYMIZED_TELEMETRY": "True", "LANGSMITH_TRACING": "true", "HF_HUB_OFFLINE": "0"}
    keep_quiet(environment)
    assert environment["ANONYMIZED_TELEMETRY"] == "False"
    assert environment["LANGSMITH_TRACING"] == "false"
    assert environment["HF_HUB_OFFLINE"] == "1"


def test_a_command_keeps_no_threads_that_wait_for_the_next_product() -> None:
    code = (
        "import psutil, assistant.cli\n"
        "assistant.cli.keep_quiet()\n"
        "import numpy\n"
        "numpy.ones((4000, 384)) @ numpy.ones(384)\n"
        "print(psutil.Process().num_threads())"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert run.stdout.strip() == "1"


def test_the_threads_of_a_product_can_be_set_from_outside() -> None:
    environment = {"OPENBLAS_NUM_THREADS": "4"}
    keep_quiet(environment)
    assert environment["OPENBLAS_NUM_THREADS"] == "4"
