"""Addresses of the page: a reload keeps the place, a link leads to it, Back and Forward go between places."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from assistant.desks.local import LocalDesk
from tests.web.browsing import OPENED
from tests.web.places import Open, is_on, tab, timeline
from tests.web.question_sets import with_two_sets


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    return serve_all(desk, home=with_two_sets(tmp_path_factory.mktemp("sets")))


@pytest.mark.slow
def test_a_reload_keeps_the_tab_the_subject_and_the_day(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce", "2025-09-30")
    expect(page).to_have_url(f"{address}?tab=timeline&subject=US-China+truce&as_of=2025-09-30")
    page.reload()
    expect(page.locator("#timeline-title")).to_have_text("US-China truce")
    expect(page.locator("#timeline .count")).to_contain_text(
        "1 development, newest first, as of 30 September"
    )
    expect(page.get_by_label("Negotiation or measure")).to_have_value("US-China truce")
    expect(page.locator("#timeline-day").get_by_role("textbox")).to_have_value("2025-09-30")
    is_on(page, "Timeline")


@pytest.mark.slow
def test_back_and_forward_go_between_places(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce")
    page.locator(".developments .cited a").last.click()
    expect(page.locator("#quoted")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?tab=briefings&briefing=\w+\.\d+\.\d+\.\d+$"))
    title = page.locator("#briefing-title").inner_text()
    tab(page, "State")
    expect(page).to_have_url(f"{address}?tab=state")

    page.go_back()
    is_on(page, "Briefings")
    expect(page.locator("#briefing-title")).to_have_text(title)
    page.go_back()
    is_on(page, "Timeline")
    expect(page.locator("#timeline-title")).to_have_text("US-China truce")
    page.go_back()
    expect(page.locator("#timeline .empty")).to_be_visible()
    expect(page.get_by_label("Negotiation or measure")).to_have_value("")
    page.go_back()
    is_on(page, "Ask")
    expect(page).to_have_url(address)
    page.go_forward()
    page.go_forward()
    expect(page.locator("#timeline-title")).to_have_text("US-China truce")
    page.go_forward()
    is_on(page, "Briefings")
    expect(page.locator("#briefing-title")).to_have_text(title)


@pytest.mark.slow
def test_the_news_since_a_day_have_an_address(address: str, open_page: Open) -> None:
    page = open_page(address)
    tab(page, "News")
    expect(page.locator("#news-title")).to_contain_text("taken in since")
    expect(page).to_have_url(f"{address}?tab=news")
    page.get_by_label("Since").fill("1 July 2026")
    page.keyboard.press("Enter")
    expect(page.locator("#news-title")).to_have_text("2 briefings published since 1 July 2026")
    expect(page).to_have_url(f"{address}?tab=news&since=2026-07-01")
    page.reload()
    expect(page.locator("#news-title")).to_have_text("2 briefings published since 1 July 2026")
    expect(page.get_by_label("Since")).to_have_value("2026-07-01")
    page.go_back()
    expect(page.locator("#news-title")).to_contain_text("taken in since")
    expect(page.get_by_label("Since")).to_have_value("")


@pytest.mark.slow
def test_back_closes_a_briefing_and_forward_opens_it_again(address: str, open_page: Open) -> None:
    page = open_page(address)
    tab(page, "Briefings")
    expect(page).to_have_url(f"{address}?tab=briefings")
    page.locator("#table td.title a").first.click()
    expect(page).to_have_url(re.compile(r"\?tab=briefings&briefing="))
    title = page.locator("#briefing-title").inner_text()
    page.go_back()
    expect(page.locator("#table td.title a").first).to_be_visible()
    expect(page.locator("#reader")).to_be_hidden()
    page.go_forward()
    expect(page.locator("#briefing-title")).to_have_text(title)


@pytest.mark.slow
def test_a_tab_that_is_opened_again_is_where_it_was_read(address: str, open_page: Open) -> None:
    page = open_page(address, viewport={"width": 1280, "height": 300})
    timeline(page, "Japan-US talks")
    page.locator(".developments li").last.scroll_into_view_if_needed()
    read_at = page.evaluate("scrollY")
    assert read_at > 100
    page.get_by_role("tab", name="State").evaluate("tab => tab.focus({preventScroll: true})")
    page.keyboard.press("Enter")
    is_on(page, "State")
    page.wait_for_function("() => scrollY < 100")
    tab(page, "Timeline")
    page.wait_for_function("y => Math.abs(scrollY - y) < 2", arg=read_at)
    timeline(page, "US-China truce")
    tab(page, "State")
    tab(page, "Timeline")
    expect(page.locator("#timeline-title")).to_be_in_viewport()


@pytest.mark.slow
def test_a_link_to_quoted_words_opens_them_in_another_browser(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce")
    page.locator(".developments .cited a").first.click()
    quoted = page.locator("#quoted").inner_text()
    expect(page).to_have_url(re.compile("briefing="))
    other = open_page(page.url, new=True)
    expect(other.locator("#quoted")).to_have_text(quoted)
    expect(other.locator("#quoted")).to_be_focused()
    expect(other.locator("#quoted")).to_be_in_viewport()


@pytest.mark.slow
def test_a_citation_can_be_opened_in_a_tab_of_the_browser(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce")
    with page.context.expect_page() as opened:
        page.locator(".developments .cited a").first.click(modifiers=["ControlOrMeta"])
    expect(opened.value.locator("#quoted")).to_be_visible()
    expect(opened.value).to_have_url(re.compile(r"\?tab=briefings&briefing=[\w.]+$"))
    opened.value.close()
    is_on(page, "Timeline")


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_tried")
def test_a_reload_under_another_tab_keeps_the_conversation(address: str, open_page: Open) -> None:
    page = open_page(address)
    page.get_by_label("Question").fill("Where do Japan-US talks stand?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?c="))
    tab(page, "State")
    expect(page).to_have_url(f"{address}?tab=state")  # nobody else's conversation: no part of a link
    page.reload()
    page.wait_for_function(OPENED)
    is_on(page, "State")
    tab(page, "Ask")
    expect(page.locator(".question")).to_have_text("Where do Japan-US talks stand?")
