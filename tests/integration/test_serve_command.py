"""`briefings serve`: what it refuses before it opens anything."""

import socket

import pytest

from tests.two_briefings import Briefings


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_serving_the_public_is_refused(briefings: Briefings, host: str) -> None:
    ran = briefings("serve", "--host", host)
    assert ran.code == 1
    assert "there is no login yet" in ran.err
    assert "BRIEFINGS_ALLOW_PUBLIC=1" in ran.err


def test_a_port_in_use_is_said_before_anything_is_loaded(briefings: Briefings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = briefings("serve", "--port", str(taken.getsockname()[1]))
    assert ran.code == 1
    assert "is in use by another program" in ran.err
