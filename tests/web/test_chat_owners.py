"""A conversation belongs to one browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from tests.web.chats import Served, answered, ask, titles
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.adoption import note_imported
from vectorstore.conversations.keeping import Conversations

Open = Callable[..., Page]


@pytest.mark.slow
def test_two_browsers_do_not_see_each_others_conversations(served: Served, open_page: Open) -> None:
    one, two = open_page(served.address), open_page(served.address)
    ask(one, "Asked in the first?")
    ask(two, "Asked in the second?")
    expect(titles(one)).to_have_text(["Asked in the first?"])
    expect(titles(two)).to_have_text(["Asked in the second?"])
    address = one.url
    id = address.split("=")[1]
    two.goto(address)
    expect(two.get_by_role("alert")).to_contain_text("There is no such conversation in this browser")
    expect(two.locator(".question")).to_have_count(0)
    mine = one.request.get(f"{served.address}conversations/{id}.json")
    theirs = two.request.get(f"{served.address}conversations/{id}.json")
    assert (mine.status, theirs.status) == (200, 404)
    assert httpx.get(f"{served.address}conversations/{id}.md").status_code == 404
    two.goto(served.address)
    expect(titles(two)).to_have_text(["Asked in the second?"])
    two.locator("#search-chats input, #search-chats textarea").fill("first")
    expect(two.locator("#conversations")).to_contain_text("No conversation holds these words.")


@pytest.mark.slow
def test_a_link_gives_conversations_to_the_browser_that_opens_it_once(
    served: Served, page: Page, open_page: Open
) -> None:
    ask(page, "Where do talks stand?")
    link = f"{served.address}?adopt={served.desk.conversations.offer(everything=True).token}"
    other = open_page(link)
    expect(other.get_by_role("alert")).to_contain_text("this browser's now.")
    expect(titles(other).first).to_have_text("Where do talks stand?")
    expect(other).to_have_url(served.address)
    titles(other).first.click()
    answered(other)
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("There is no such conversation in this browser")
    page.goto(link)
    expect(page.get_by_role("alert")).to_contain_text("This link gives no conversations any more")
    expect(titles(page)).to_have_count(0)


@pytest.mark.slow
def test_the_list_says_how_imported_conversations_get_to_this_browser(
    making: Any, serve: Callable[[Desk], str], open_page: Open, tmp_path: Path
) -> None:
    make_briefing, make_desk, _ = making
    catalogue = Catalogue(f"sqlite:///{tmp_path / 'moved.db'}")
    Conversations(catalogue).begin("of another machine", "c1", "Rice")
    note_imported(catalogue)
    kept = Conversations(catalogue)
    desk = make_desk([make_briefing("a1", "T", "t")], lambda request: iter(()), conversations=kept)
    address = serve(desk)
    page = open_page(address)
    expect(page.locator("#conversations")).to_contain_text("1 imported conversation waits for a browser")
    expect(page.locator("#conversations code")).to_have_text("briefings adopt")
    page.goto(f"{address}?adopt={kept.offer().token}")
    expect(titles(page)).to_have_text(["Rice"])
    expect(page.locator("#conversations code")).to_have_count(0)


def test_the_token_of_a_browser_is_out_of_reach_of_scripts_and_of_the_catalogue(
    served: Served, page: Page
) -> None:
    ask(page, "Where do talks stand?")
    [cookie] = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], len(cookie["value"])) == (True, "Lax", 43)
    assert page.evaluate("document.cookie") == ""
    found = served.desk.conversations.feedback(cookie["value"])
    assert found == []
    assert served.desk.conversations.listed(cookie["value"]) == []
    page.reload()
    assert page.context.cookies()[0]["value"] == cookie["value"]
