"""A conversation is there again whenever its browser comes back to it."""

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from tests.web.chats import Served, answered, ask, more


@pytest.mark.slow
def test_a_conversation_has_an_address_that_brings_it_back(served: Served, page: Page) -> None:
    page.get_by_label("As of").fill("2025-06-10")
    ask(page, "Where do talks stand?")
    ask(page, "And cars?", 2)
    address = page.url
    assert re.search(r"\?c=[\w-]{20,}&as_of=2025-06-10$", address)
    page.reload()
    expect(page.locator(".question")).to_have_text(
        [re.compile("Where do talks stand"), re.compile("And cars")]
    )
    expect(page.locator("a.marker")).to_have_count(2)
    expect(page.get_by_label("As of")).to_have_value("2025-06-10")
    ask(page, "And trucks?", 3)
    history = served.asked("And trucks?").history
    assert [turn.content for turn in history if turn.role == "user"] == ["Where do talks stand?", "And cars?"]
    page.goto(served.address)
    expect(page.locator("#welcome")).to_be_visible()
    page.goto(address)
    expect(page.locator(".question")).to_have_count(3)


@pytest.mark.slow
def test_a_reload_in_the_middle_of_an_answer_loses_nothing(served: Served, page: Page) -> None:
    ask(page, "First?")
    page.get_by_label("Question").fill("A slow one?")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Searching")
    page.reload()
    expect(page.locator(".question").last).to_have_text("A slow one?")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    served.go.set()
    answered(page, 2)
    expect(page.get_by_role("button", name="What of cars?")).to_be_visible()
    page.reload()
    answered(page, 2)


@pytest.mark.slow
def test_an_answer_that_ends_while_nobody_looks_is_there_afterwards(served: Served, page: Page) -> None:
    page.get_by_label("Question").fill("A slow one?")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Searching")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#welcome")).to_be_visible()
    expect(page).to_have_url(served.address)
    ask(page, "Another one?")
    expect(page).to_have_url(re.compile(r"\?c="))
    another = page.url
    served.go.set()
    page.locator("#conversations .to-chat", has_text="A slow one?").click()
    expect(page.locator(".question")).to_have_text(["A slow one?"])
    answered(page)
    expect(page).not_to_have_url(another)  # it is a place by now, to go back from
    page.go_back()
    expect(page.locator(".question")).to_have_text(["Another one?"])


@pytest.mark.slow
def test_an_answer_cut_off_by_a_stop_of_the_program_can_be_asked_for_again(
    served: Served, page: Page, serve_all: Callable[[Desk], str], making: Any
) -> None:
    page.get_by_label("Question").fill("A slow one?")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Searching")
    desk = making[1](served.desk.briefings, served.desk.script, conversations=served.desk.conversations)
    restarted = serve_all(desk)  # another process would know as little of what was under way
    page.goto(restarted + page.url.split("/")[-1])
    expect(page.locator(".error")).to_have_text(
        "The answer was not finished: the program was stopped meanwhile."
    )
    served.go.set()
    page.get_by_role("button", name="Ask this again").click()
    answered(page)
    expect(page.locator(".question")).to_have_text(["A slow one?"])


@pytest.mark.slow
def test_what_was_typed_and_not_asked_is_there_after_a_reload(page: Page) -> None:
    box = page.get_by_label("Question")
    box.fill("and Korea?")
    page.reload()
    expect(box).to_have_value("and Korea?")
    page.keyboard.press("Enter")
    answered(page)
    expect(page.locator(".question")).to_have_text(["and Korea?"])
    expect(box).to_have_value("")
    page.reload()
    answered(page)
    expect(box).to_have_value("")


@pytest.mark.slow
def test_localhost_is_the_same_page_with_the_same_conversations(served: Served, page: Page) -> None:
    ask(page, "Where do talks stand?")
    address = page.url
    other = page.context.new_page()  # that may ask another host than 127.0.0.1
    other.goto(address.replace("127.0.0.1", "localhost"))
    expect(other).to_have_url(address)
    answered(other)
    health = httpx.get(f"{served.address.replace('127.0.0.1', 'localhost')}health")
    assert health.status_code == 200  # programs may use either name
    forwarded = httpx.get(served.address, headers={"host": "localhost:80"})
    assert forwarded.status_code == 200  # by a port of another machine: it stays there


@pytest.mark.slow
def test_the_page_with_everything_open_has_no_fault(page: Page, review: Callable[[Page, str], None]) -> None:
    ask(page, "Where do talks stand?")
    expect(page.locator(".follow-ups li")).to_have_count(2)
    page.get_by_role("button", name="Bad answer").click()
    expect(page.get_by_label("What was wrong or missing in this answer? (optional)")).to_be_visible()
    more(page, "talks")
    review(page, "ask-everything-1280")
