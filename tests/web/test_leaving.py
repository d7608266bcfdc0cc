"""Setting out for another address while something is under way."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import OPENED
from tests.web.chats import Served
from tests.web.slow_way import slow_way

LATE = 3.5  # seconds: gradio finds its connection again after two


@pytest.mark.slow
def test_what_is_asked_for_in_the_middle_of_an_answer_comes_from_a_slow_server(
    served: Served, open_page: Callable[..., Page]
) -> None:
    served.go.clear()
    with slow_way(served.address, LATE) as way:
        page = open_page(way.address)
        page.get_by_label("Question").fill("Where do slow talks stand?")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Stop")).to_be_visible()
        way.slow = b"GET /?tab=state "
        page.goto(f"{way.address}?tab=state")
        page.wait_for_function(OPENED)
        expect(page).to_have_url(re.compile(r"\?tab=state$"))
    served.go.set()
