"""The Briefings tab over a real home, as a person uses it."""

import re
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from assistant.web.briefings.listing import Listing
from assistant.web.briefings.on_file import Shelf
from ingest.maintenance.correction import Correction
from ingest.sources.pasted import Pasted
from tests.pdfs import new_page, pdf_of, text
from tests.web_server import web_server
from vectorstore.briefing import Briefing

HOSTILE = (
    "<script>document.title='owned'</script> <img src=http://evil.example/a.png onerror=alert(1)> "
    "![x](http://evil.example/b.png) [go](javascript:alert(2)) <b>bold</b> $$x$$ `code` {{7*7}} "
    "${7*7} </p></div>"
)

Serve = Callable[[Desk], str]
Open = Callable[..., Page]
Review = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Serve) -> str:
    return serve_all(desk)


@pytest.fixture
def tab(address: str, open_page: Open) -> Page:
    return opened(open_page(address))


# Every step of the bar that is drawn, as [done, total].
WATCH_PROGRESS = """() => {
  window.seen = [];
  new MutationObserver(() => {
    const bar = document.querySelector("#intake-outcome progress[max]");
    if (!bar) return;
    const step = [Number(bar.getAttribute("value")), Number(bar.max)];
    if (String(window.seen.at(-1)) !== String(step)) window.seen.push(step);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true });
}"""


# How many the table says that it shows, each time it is drawn.
WATCH_TABLE = """() => {
  window.counts = [];
  new MutationObserver(() => {
    const count = document.querySelector("#table .count");
    if (count && count.textContent !== window.counts.at(-1)) window.counts.push(count.textContent);
  }).observe(document.querySelector("#table"), { childList: true, subtree: true, characterData: true });
}"""


def opened(page: Page) -> Page:
    page.get_by_role("tab", name="Briefings").click()
    page.locator("#table :is(table, .empty, .error)").wait_for()
    return page


def paste(desk: LocalDesk, text: str, **told: Any) -> Briefing:
    for _ in desk.ingest([Pasted(text, **told)]):
        pass
    return next(b for b in desk.list() if b.title == told["title"])


def titles(page: Page) -> list[str]:
    return page.locator("#table td.title a").all_inner_texts()


def find(page: Page, words: str) -> None:
    page.get_by_label("Search titles").fill(words)


def open_first(page: Page) -> None:
    page.locator("#table td.title a").first.click()
    page.locator("#reader h2").wait_for()


def test_the_table_says_what_each_briefing_is(tab: Page) -> None:
    row = tab.locator("#table tbody tr", has_text="EU and United States put their 15 percent framework")
    expect(row.locator(".publisher")).to_have_text("Trade Desk Notes")
    expect(row.locator(".published")).to_have_text("22 August 2025")
    expect(row.locator(".parties")).to_have_text("European Union, United States")
    assert int(row.locator(".passages").inner_text()) >= 1
    expect(row.locator(".taken")).to_have_text(re.compile(r"^\d+ \w+ 20\d\d$"))
    tab.set_viewport_size({"width": 390, "height": 844})
    assert re.fullmatch(r"1 passage|\d+ passages", row.locator(".passages").inner_text())


def test_search_and_sort_narrow_and_order_the_table(tab: Page, desk: LocalDesk) -> None:
    count = len(desk.list())
    expect(tab.locator("#table .count")).to_have_text(f"{count} briefings")
    find(tab, "truce china")
    expect(tab.locator("#table .count")).to_have_text(re.compile(rf"^[1-9] of {count} briefings$"))
    assert "US-China tariff truce extended to November 10, 2025" in titles(tab)
    find(tab, "no such words")
    expect(tab.locator("#table .empty")).to_contain_text("“no such words”")
    find(tab, "")
    expect(tab.locator("#table tbody tr")).to_have_count(count)
    tab.locator("#table th a", has_text="Title").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#table th .on")).to_have_text(re.compile("Title.*ascending", re.DOTALL))
    assert titles(tab) == sorted(titles(tab), key=str.casefold)
    expect(tab.locator("#table th a", has_text="Title")).to_be_focused()
    tab.evaluate("document.querySelector('#table .ours').outerHTML += ''")  # drawn anew by something else
    expect(tab.locator("#table th a", has_text="Title")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#table th .on")).to_have_text(re.compile("descending"))
    assert titles(tab) == sorted(titles(tab), key=str.casefold, reverse=True)


def test_a_hundred_files_dropped_at_once_are_reported_with_progress_and_each_is_on_file(
    tab: Page, desk: LocalDesk, tmp_path: Path
) -> None:
    """A broken one and four copies of others among them."""
    for number in range(95):
        (tmp_path / f"note{number}.md").write_text(
            f"# Drop {number}\n\nChile pays {number} percent on tin.\n"
        )
    for number in range(4):
        (tmp_path / f"copy{number}.md").write_bytes((tmp_path / f"note{number}.md").read_bytes())
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    before = len(desk.list())
    tab.get_by_role("button", name="Take briefings in").click()
    tab.evaluate(WATCH_PROGRESS)
    tab.locator("#files input[type=file]").set_input_files(sorted(tmp_path.iterdir()))
    report = tab.locator("#intake-outcome .report")
    expect(report.locator("h3")).to_contain_text("Took in 99 briefings", timeout=120_000)
    seen = tab.evaluate("window.seen")
    assert seen == sorted(seen)
    assert (seen[0][1], seen[-1]) == (100, [100, 100])
    counts = re.compile(r"Added\s*95.*Duplicates\s*4.*Failed\s*1", re.DOTALL)
    expect(report.locator("dl")).to_have_text(counts)
    expect(report).to_contain_text("broken.pdf: ")
    expect(report.locator(".came li")).to_have_count(21)
    expect(tab.locator("#table .count")).to_have_text(f"{before + 99} briefings")  # drawn anew
    find(tab, "Drop 94")
    expect(tab.locator("#table tbody tr")).to_have_count(1)
    report.get_by_role("link", name="and 79 more, first in the list below").click()
    expect(tab.locator("#table th .on")).to_have_text(re.compile("Taken in.*descending", re.DOTALL))
    expect(tab.locator("#table th .on")).to_be_focused()
    expect(tab.get_by_label("Search titles")).to_have_value("")
    assert len(titles(tab)) == 50
    assert all(title.startswith("Drop ") for title in titles(tab))
    expect(tab.locator("#on-file")).to_contain_text(f"{before + 99} briefings")
    titles_on_file = [b.title for b in desk.list()]
    assert all(titles_on_file.count(f"Drop {number}") == (2 if number < 4 else 1) for number in range(95))
    find(tab, "Drop 94")
    expect(tab.locator("#table td.title a")).to_have_text(["Drop 94"])
    expect(tab.locator("#table td.published")).to_have_text("undated")
    briefing = next(b for b in desk.list() if b.title == "Drop 94")
    assert briefing.key.startswith("uploaded-")
    tab.locator("#files input[type=file]").set_input_files(tmp_path / "note29.md")
    expect(report.locator("h3")).to_have_text("Nothing new: it is on file already", timeout=60_000)


def test_a_web_page_is_fetched_and_a_file_of_this_machine_is_not(tab: Page, tmp_path: Path) -> None:
    tab.get_by_role("button", name="Take briefings in").click()
    tab.get_by_role("tab", name="Web pages").click()
    field = tab.get_by_label("Addresses of web pages or feeds")
    field.fill(str(tmp_path / "secret.md"))
    tab.locator("#fetch").click()
    expect(tab.locator("#intake-outcome .error")).to_contain_text("is no web address")
    with web_server() as server:
        page = "<html><head><title>Fetched talks</title></head><body><article><h1>Fetched talks</h1><p>" + (
            "Norway and Peru agreed on a duty of 4 percent on frozen shrimp on Monday. " * 6
        )
        field.fill(server.serve("/talks", page))
        tab.locator("#fetch").click()
        expect(tab.locator("#intake-outcome h3")).to_contain_text("Took in 1 briefing", timeout=60_000)
    find(tab, "Fetched talks")
    expect(tab.locator("#table td.title a")).to_have_text(["Fetched talks"])


def test_what_is_searched_for_while_the_table_is_drawn_anew_is_what_it_shows(
    tab: Page, desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget, drawing, go = Shelf.forget, threading.Event(), threading.Event()

    def slowly(shelf: Shelf) -> None:
        drawing.set()
        go.wait(20)
        forget(shelf)

    tab.get_by_role("button", name="Take briefings in").click()
    tab.get_by_role("tab", name="Pasted text").click()
    tab.get_by_label("Text", exact=True).fill("Mali and Chad agreed on a duty of 4 percent on gum.")
    monkeypatch.setattr(Shelf, "forget", slowly)
    tab.locator("#paste").click()
    expect(tab.locator("#intake-outcome h3")).to_contain_text("Took in 1 briefing", timeout=60_000)
    assert drawing.wait(20)
    find(tab, "boards of trade")
    shown = tab.locator("#table td.title a")
    expect(shown).to_have_text(["China and the United States set up boards of trade and of investment"])
    tab.evaluate(WATCH_TABLE)
    go.set()
    expect(tab.locator("#on-file")).to_contain_text(f"{len(desk.list())} briefings")  # drawn last
    expect(shown).to_have_text(["China and the United States set up boards of trade and of investment"])
    assert set(tab.evaluate("window.counts")) <= {f"1 of {len(desk.list())} briefings"}  # never all of them


def test_a_table_drawn_anew_shows_what_is_searched_for_whose_own_table_is_still_to_come(
    tab: Page, desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing, searching, go = Shelf.listing, threading.Event(), threading.Event()

    def slowly(shelf: Shelf) -> Listing:
        if not searching.is_set():
            searching.set()
            go.wait(20)
        return listing(shelf)

    tab.get_by_role("button", name="Take briefings in").click()
    tab.get_by_role("tab", name="Pasted text").click()
    tab.get_by_label("Text", exact=True).fill("Mali and Niger agreed on a duty of 3 percent on gum.")
    monkeypatch.setattr(Shelf, "listing", slowly)
    find(tab, "boards of trade")
    assert searching.wait(20)
    tab.evaluate(WATCH_TABLE)
    tab.locator("#paste").click()
    expect(tab.locator("#table td.title a")).to_have_count(1)
    expect(tab.locator("#on-file")).to_contain_text(f"{len(desk.list())} briefings")  # drawn last
    counts = tab.evaluate("window.counts")
    go.set()
    assert counts[-1] == f"1 of {len(desk.list())} briefings"
    assert f"{len(desk.list())} briefings" not in counts  # all of them, for a moment


def test_the_report_tells_the_sentence_that_matters_and_opens_the_briefing_there(
    tab: Page, desk: LocalDesk, tmp_path: Path
) -> None:
    said = "Peru and Kenya signed an accord on tea on June 5, 2025, which ends <b>all</b> duties."
    (tmp_path / "tea.md").write_text(f"---\ntitle: Tea accord\n---\n\nThe room was hot.\n\n{said}\n")
    tab.get_by_role("button", name="Take briefings in").click()
    tab.locator("#files input[type=file]").set_input_files(tmp_path / "tea.md")
    came = tab.locator("#intake-outcome .came li")
    plain = said.replace("<b>", "").replace("</b>", "")
    expect(came.locator("q")).to_have_text(plain, timeout=60_000)
    came.get_by_role("link", name="Tea accord").click()
    expect(tab.locator("#quoted")).to_have_text(plain)


def test_a_text_is_pasted_with_title_date_and_publisher(tab: Page, desk: LocalDesk) -> None:
    tab.get_by_role("button", name="Take briefings in").click()
    tab.get_by_role("tab", name="Pasted text").click()
    tab.locator("#paste").click()
    expect(tab.locator("#intake-outcome .error")).to_have_text("Paste the text first.")
    tab.get_by_label("Text", exact=True).fill("Peru and Chile agreed on a duty of 3 percent on anchovies.")
    tab.locator("#pasted-title textarea, #pasted-title input").fill("Anchovy duty agreed")
    tab.locator("#pasted-publisher textarea, #pasted-publisher input").fill("Lima Wire")
    tab.locator("#pasted-day textarea, #pasted-day input").fill("8 June")
    tab.locator("#paste").click()
    expect(tab.locator("#intake-outcome .error")).to_contain_text("“8 June”. Expected a calendar date")
    tab.locator("#pasted-day textarea, #pasted-day input").fill("2025-06-08")
    tab.locator("#paste").click()
    expect(tab.locator("#intake-outcome h3")).to_contain_text("Took in 1 briefing", timeout=60_000)
    for name in ("Text", "Title", "Publisher", "Published"):  # the next text has others
        expect(tab.locator("#ways").get_by_label(name, exact=True)).to_have_value("")
    expect(tab.locator(".came li")).to_have_count(1)
    expect(tab.locator(".came li")).to_contain_text("Anchovy duty agreed, 8 June 2025")
    expect(tab.locator(".came li")).to_contain_text(
        "a duty of 3 percent on anchovies"
    )  # the one that matters
    tab.get_by_role("link", name="Anchovy duty agreed").first.click()
    expect(tab.locator("#reader h2")).to_have_text("Anchovy duty agreed")
    tab.get_by_role("button", name="Back").click()
    find(tab, "anchovy lima")
    expect(tab.locator("#table td.title a")).to_have_text(["Anchovy duty agreed"])
    expect(tab.locator("#table td.published")).to_have_text("8 June 2025 set by hand")


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


def test_an_undated_briefing_is_given_its_date_from_the_report(tab: Page, desk: LocalDesk) -> None:
    tab.get_by_role("button", name="Take briefings in").click()
    tab.locator("#files input[type=file]").set_input_files(
        {"name": "gum.md", "mimeType": "text/plain", "buffer": b"Sudan and Chad agreed on a duty on gum."}
    )
    expect(tab.locator("#intake-outcome h3")).to_contain_text("Took in 1 briefing", timeout=60_000)
    expect(tab.locator(".counts dt")).to_have_text(["Added", "Passages"])  # of the others there are none
    tab.get_by_role("link", name="Give its date").click()
    day = tab.locator("#correct-day input, #correct-day textarea")
    expect(day).to_be_focused()
    day.fill("2025-06-08")
    tab.keyboard.press("Enter")
    expect(tab.locator("#reading-message")).to_contain_text("date undated → 8 June 2025")
    assert date(2025, 6, 8) in {b.published for b in desk.list() if b.source == "gum.md"}
    tab.get_by_role("button", name="Back").click()
    tab.get_by_role("tab", name="Pasted text").click()
    expect(tab.locator("#intake-outcome .report")).to_have_count(0)


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


@pytest.mark.parametrize("width", [360, 1920])
def test_the_tab_is_readable_everywhere_and_without_barriers(
    address: str, open_page: Open, review: Review, width: int
) -> None:
    page = open_page(address, viewport={"width": width, "height": 900})
    review(page, f"ask-{width}")
    opened(page)
    page.get_by_role("button", name="Take briefings in").click()
    review(page, f"briefings-{width}")
    page.get_by_role("tab", name="Pasted text").click()
    review(page, f"briefings-paste-{width}")
    open_first(page)
    page.get_by_role("button", name="Correct").click()
    expect(page.locator("#correction")).to_be_visible()
    review(page, f"briefing-{width}")


def test_a_publisher_is_told_in_one_line_on_a_tablet(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    long = "Temporary Suspension of Additional Duties to Offset Discrimination against Alcoholic Beverages"
    told = {
        "publisher": "whitehouse.gov",
        "published": date(2025, 9, 18),
        "parties": ("US", "AF", "KR"),
        "ingested_at": "2025-09-19",
    }
    only = make_briefing("a1", long, "x", passage_count=10, **told)
    page = opened(
        open_page(serve(make_desk([only], lambda request: iter(()))), viewport={"width": 768, "height": 900})
    )
    lines = """cell => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return words.getClientRects().length;
    }"""
    assert page.locator("td.publisher").evaluate(lines) == 1
    assert page.locator("td.parties").evaluate("cell => cell.clientWidth") > 90  # a word fits
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_fourteen_thousand_briefings_are_searched_sorted_and_paged_without_waiting(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    many = [
        make_briefing(f"{number:05}", f"Fact sheet {number:05} on trade", "x", parties=("US", "JP"))
        for number in range(14_102)
    ]
    page = opened(open_page(serve(make_desk(many, lambda request: iter(())))))
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(50)
    began = time.monotonic()
    find(page, "sheet 14101")
    expect(page.locator("#table .count")).to_have_text("1 of 14,102 briefings")
    find(page, "")
    expect(page.locator("#table .count")).to_have_text("14,102 briefings")
    page.locator("#table th a", has_text="Title").click()
    expect(page.locator("#table td.title a").first).to_have_text("Fact sheet 00000 on trade")
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#table .where")).to_have_text("51–100 of 14,102")
    expect(page.get_by_role("link", name="Next")).to_be_focused()
    page.get_by_role("link", name="Previous").click()
    expect(page.locator("#table .where")).to_have_text("1–50 of 14,102")
    assert time.monotonic() - began < 15  # six steps on a machine that does other work too
