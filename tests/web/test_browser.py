"""How a browser is known again."""

from collections.abc import Callable, Iterator
from http.cookies import Morsel, SimpleCookie

import httpx
import pytest

from assistant.web.browser import COOKIE, KEPT_SECONDS
from tests.web.fake_desk import FakeDesk


@pytest.fixture(scope="module")
def client(serve_all: Callable[..., str]) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=serve_all(FakeDesk([], lambda request: iter(())))) as client:
        yield client


def given(client: httpx.Client, token: str = "") -> Morsel[str] | None:
    client.cookies.clear()
    headers = {"Cookie": f"{COOKIE}={token}"} if token else {}
    return SimpleCookie(client.get("/", headers=headers).headers.get("set-cookie", "")).get(COOKIE)


def test_a_browser_that_comes_back_keeps_its_token_for_as_long_again(client: httpx.Client) -> None:
    first = given(client)
    assert first
    again = given(client, first.value)
    assert again
    assert (again.value, again["max-age"]) == (first.value, str(KEPT_SECONDS))
    assert again["httponly"]


def test_what_is_no_token_is_replaced(client: httpx.Client) -> None:
    for wrong in ("short", "A" * 43 + "x"):
        renewed = given(client, wrong)
        assert renewed
        assert len(renewed.value) == 43


def test_nothing_but_the_page_sets_it_and_what_is_a_browsers_own_is_not_kept_by_caches(
    client: httpx.Client,
) -> None:
    thumbs = client.get("/feedback.jsonl", headers={"Cookie": f"{COOKIE}={'A' * 43}"})
    assert "set-cookie" not in thumbs.headers
    assert thumbs.headers["cache-control"] == "no-store"
