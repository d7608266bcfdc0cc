"""A briefing that is opened in the Briefings tab: read, corrected, removed and put back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from ingest.maintenance.correction import Correction
from tests.pdfs import new_page, pdf_of, text
from tests.web.briefings_tab import find, open_first, opened, paste

HOSTILE = (
    "<script>document.title='owned'</script> <img src=http://evil.example/a.png onerror=alert(1)> "
    "![x](http://evil.example/b.png) [go](javascript:alert(2)) <b>bold</b> $$x$$ `code` {{7*7}} "
    "${7*7} </p></div>"
)


Serve = Callable[[Desk], str]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Serve) -> str:
    return serve_all(desk)


@pytest.fixture
def tab(address: str, open_page: Open) -> Page:
    return opened(open_page(address))


@pytest.mark.slow
def test_a_briefing_opens_whole_with_its_versions_and_the_way_back(tab: Page, desk: LocalDesk) -> None:
    told = {"title": "Tin talks", "url": "https://example.org/tin"}
    paste(desk, "First Bolivia asked for 5 percent on tin.", **told)
    marked = "---\nlanguage: en\n---\nThen Bolivia asked for 6 percent on tin.\n\n- one item\n- another\n"
    paste(desk, marked, **told)
    tab.reload()
    opened(tab)
    find(tab, "tin talks")
    expect(tab.locator("#table td.title a")).to_have_text(["Tin talks"])
    tab.locator("#table td.title a").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#reader h2")).to_be_focused()
    expect(tab.locator("#reader .text")).to_contain_text("Then Bolivia asked for 6 percent")
    expect(tab.locator("#reader .text li")).to_have_text(["one item", "another"])
    expect(tab.locator("#table")).to_be_hidden()
    tab.get_by_role("link", name="Version 1").click()
    expect(tab.locator("#reader .text")).to_contain_text("First Bolivia asked for 5 percent")
    tab.get_by_role("button", name="Back").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#table td.title a")).to_be_focused()


@pytest.mark.slow
def test_a_pdf_says_where_its_pages_begin(tab: Page, desk: LocalDesk, tmp_path: Path) -> None:
    file = tmp_path / "pages.pdf"
    file.write_bytes(pdf_of([text("Peru raised tin."), new_page(), text("Chile did not.")]))
    for _ in desk.ingest([str(file)]):
        pass
    tab.reload()
    opened(tab)
    find(tab, "pages.pdf")
    expect(tab.locator("#table tbody tr")).to_have_count(1)
    open_first(tab)
    expect(tab.locator("#reader .page")).to_have_text(["page 1", "page 2"])


@pytest.mark.slow
def test_a_wrong_date_title_and_publisher_are_corrected(tab: Page, desk: LocalDesk) -> None:
    briefing = paste(desk, "Kenya taxes tea at 9 percent.", title="Tea dutty", published=date(2025, 8, 6))
    tab.reload()
    opened(tab)
    find(tab, "tea dutty")
    expect(tab.locator("#table tbody tr")).to_have_count(1)
    open_first(tab)
    tab.get_by_role("button", name="Correct").click()
    tab.locator("#correction").get_by_label("Published").fill("June")
    tab.get_by_role("button", name="Save").click()
    expect(tab.locator("#reading-message .error")).to_contain_text("Expected a calendar date")
    tab.locator("#correction").get_by_label("Published").fill("2025-06-08")
    tab.locator("#correction").get_by_label("Title").fill("Tea duty")
    tab.locator("#correction").get_by_label("Publisher").fill("Nairobi Wire")
    tab.get_by_role("button", name="Save").click()
    expect(tab.locator("#reader h2")).to_have_text("Tea duty")
    expect(tab.locator("#reading-message .done")).to_contain_text("date 6 August 2025 → 8 June 2025")
    expect(tab.locator("#reader .facts")).to_contain_text("8 June 2025 set by hand")
    after = desk.show(briefing.id)
    assert (after.title, after.publisher, after.published) == ("Tea duty", "Nairobi Wire", date(2025, 6, 8))


@pytest.mark.slow
def test_a_long_title_is_seen_whole_where_it_is_corrected_on_a_telephone(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    long = "Temporary Suspension of Additional Duties to Offset Discrimination against Alcoholic Beverages"
    only = make_briefing("a1", f"{long}, Dairy, and Motor Vehicles of Neighbouring Countries", "x")
    page = opened(
        open_page(serve(make_desk([only], lambda request: iter(()))), viewport={"width": 390, "height": 844})
    )
    page.locator("#table td.title a").click()
    page.locator("#correct").click()
    title = page.locator("#correct-title textarea")
    expect(title).to_have_value(only.title)
    page.wait_for_function("box => box.clientHeight > 60", arg=title.element_handle())
    assert title.evaluate("box => box.scrollHeight - box.clientHeight") <= 2


@pytest.mark.slow
def test_a_removed_briefing_is_gone_and_comes_back_with_undo(tab: Page, desk: LocalDesk) -> None:
    briefing = paste(desk, "Ghana taxes cocoa at 7 percent.", title="Cocoa duty")
    desk.edit(briefing.id, Correction(published=date(2025, 6, 8)))
    before = len(desk.list())
    tab.reload()
    opened(tab)
    find(tab, "cocoa duty")
    expect(tab.locator("#table tbody tr")).to_have_count(1)
    open_first(tab)
    tab.get_by_role("button", name="Remove").click()
    expect(tab.locator("#list-message")).to_contain_text("Removed “Cocoa duty”.")
    expect(tab.locator("#list-message")).to_contain_text("the earlier version cannot come back")
    expect(tab.locator("#table .empty")).to_be_visible()
    assert briefing.id not in {b.id for b in desk.list()}
    expect(tab.get_by_role("button", name="Undo")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#list-message")).to_have_text("“Cocoa duty” is on file again.")
    expect(tab.locator("#table td.title a")).to_have_text(["Cocoa duty"])
    restored = desk.show(briefing.id)
    assert (restored.text, restored.published) == (briefing.text or restored.text, date(2025, 6, 8))
    assert len(desk.list()) == before
    expect(tab.get_by_role("button", name="Undo")).to_be_hidden()
    expect(tab.get_by_label("Search titles")).to_be_focused()


@pytest.mark.slow
def test_several_removed_briefings_come_back_the_last_first(tab: Page, desk: LocalDesk) -> None:
    names = ("Clove duty", "Nutmeg duty")
    for name in names:
        paste(desk, f"Grenada taxes what is in the {name} at 3 percent.", title=name)
    tab.reload()
    opened(tab)
    for name in names:
        find(tab, name)
        expect(tab.locator("#table tbody tr")).to_have_count(1)
        open_first(tab)
        tab.get_by_role("button", name="Remove").click()
        expect(tab.locator("#list-message")).to_contain_text(f"Removed “{name}”.")
    expect(tab.locator("#list-message")).to_contain_text("then what was removed before it")
    undo = tab.get_by_role("button", name="Undo")
    undo.click()
    said = tab.locator("#list-message")
    expect(said).to_have_text("“Nutmeg duty” is on file again. Undo takes in “Clove duty” next.")
    expect(undo).to_be_focused()
    tab.keyboard.press("Enter")
    expect(said).to_have_text("“Clove duty” is on file again.")
    expect(undo).to_be_hidden()
    assert {b.title for b in desk.list()} >= set(names)


def test_remove_stands_apart_from_what_changes_a_briefing(tab: Page) -> None:
    open_first(tab)
    correct = tab.get_by_role("button", name="Correct").bounding_box()
    remove = tab.get_by_role("button", name="Remove").bounding_box()
    assert correct
    assert remove
    assert remove["x"] > correct["x"] + correct["width"] + 200


@pytest.mark.slow
def test_a_hostile_briefing_is_text_in_the_table_and_in_the_reader(tab: Page, desk: LocalDesk) -> None:
    """`open_page` fails the test if anything was fetched from another host."""
    dialogs: list[str] = []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    hostile = paste(
        desk,
        f"{HOSTILE}\n\nPeru taxes tin. {HOSTILE}\n",
        title=HOSTILE,
        publisher=HOSTILE,
    )
    tab.reload()
    opened(tab)
    find(tab, "evil.example")
    row = tab.locator("#table tbody tr")
    expect(row).to_have_count(1)
    for cell in (".title a", ".publisher"):
        expect(row.locator(cell)).to_have_text(HOSTILE)
    open_first(tab)
    expect(tab.locator("#reader h2")).to_have_text(HOSTILE)
    expect(tab.locator("#reader .text")).to_contain_text(f"Peru taxes tin. {HOSTILE}")
    made = ":is(script, img, b, code, iframe, svg, .katex, em, strong)"
    expect(tab.locator(f"#reader {made}, #table {made}")).to_have_count(0)
    links = tab.locator("#reader a, #table a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(href.startswith(("#", "?tab=briefings&")) for href in links)
    assert tab.title() == "Trade briefings"
    assert dialogs == []
    desk.remove(hostile.id)
