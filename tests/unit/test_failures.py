"""What an error of a provider means, in plain words, and whether it passes."""

from socket import gaierror

import pytest

from assistant.drafting.failures import LONGEST_REASON, Failure, failure_of


class APIError(Exception):
    """As libraries make them: a body, a status, a name."""

    def __init__(self, message: str = "", status_code: int | None = None, body: object = None) -> None:
        super().__init__(message)
        self.message, self.status_code, self.body = message, status_code, body


class ConnectError(Exception):
    pass


def caused(error: Exception, by: Exception) -> Exception:
    error.__cause__ = by
    return error


def told(error: Exception, address: str = "") -> Failure:
    return failure_of(error, 60.0, address)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"message": "No such thing.\nReally."}, ": “No such thing”"),
        ({"type": "error", "error": {"message": "No  such thing"}}, ": “No such thing”"),
        ("no such thing", ": “no such thing”"),
        ("<html>Bad gateway</html>", ""),
        ({"message": None}, ""),
        (None, ""),
    ],
)
def test_the_first_line_of_what_a_provider_says_is_quoted(body: object, reason: str) -> None:
    assert told(APIError("Error code: 500", 500, body)).said == f"answered with an error (500){reason}"


def test_a_long_reason_is_cut() -> None:
    assert len(told(APIError("x " * 1000, 500)).said) < LONGEST_REASON + 50


@pytest.mark.parametrize(
    ("cause", "why", "passes"),
    [
        (gaierror(-2, "Name or service not known"), "no host has this name", True),
        (ConnectionRefusedError(111, "refused"), "nothing listens there", True),
        (OSError("gone"), "or the connection broke", True),
    ],
)
def test_a_server_that_is_not_reached_names_the_address_that_is_set(
    cause: Exception, why: str, passes: bool
) -> None:
    failure = told(caused(APIError(), caused(ConnectError(), cause)), "BRIEFINGS_CHAT_BASE_URL")
    assert why in failure.said
    assert failure.advice == "Check BRIEFINGS_CHAT_BASE_URL"
    assert failure.passes is passes
    assert told(caused(ConnectError(), cause)).advice == ""


def test_an_address_that_is_none_is_not_asked_again() -> None:
    UnsupportedProtocol = type("UnsupportedProtocol", (ConnectError,), {})
    assert not told(caused(APIError(), UnsupportedProtocol())).passes


@pytest.mark.parametrize(("status", "for_length"), [(400, True), (413, True), (429, False), (503, False)])
def test_only_some_statuses_may_be_of_what_was_too_long(status: int, for_length: bool) -> None:
    assert told(APIError("x", status)).for_length is for_length
