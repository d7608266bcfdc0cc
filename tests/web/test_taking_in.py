"""Briefings are taken in on the page, from files, web pages and a text; its table and report show them."""

import re
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from assistant.web.briefings.listing import Listing
from assistant.web.briefings.on_file import Shelf
from tests.web.briefings_tab import find, opened, take_in_by, titles
from tests.web.browsing import select_tab
from tests.web_server import web_server

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


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


@pytest.mark.slow
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
    take_in_by(tab)
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
    report.get_by_role("link", name="and 79 more: list what was taken in last first").click()
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


@pytest.mark.slow
def test_a_web_page_is_fetched_and_a_file_of_this_machine_is_not(tab: Page, tmp_path: Path) -> None:
    take_in_by(tab, "Web pages")
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


@pytest.mark.slow
def test_what_is_searched_for_while_the_table_is_drawn_anew_is_what_it_shows(
    tab: Page, desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget, drawing, go = Shelf.forget, threading.Event(), threading.Event()

    def slowly(shelf: Shelf) -> None:
        drawing.set()
        go.wait(20)
        forget(shelf)

    take_in_by(tab, "Pasted text")
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


@pytest.mark.slow
def test_a_table_drawn_anew_shows_what_is_searched_for_whose_own_table_is_still_to_come(
    tab: Page, desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing, searching, go = Shelf.listing, threading.Event(), threading.Event()

    def slowly(shelf: Shelf) -> Listing:
        if not searching.is_set():
            searching.set()
            go.wait(20)
        return listing(shelf)

    take_in_by(tab, "Pasted text")
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


@pytest.mark.slow
def test_the_report_tells_the_sentence_that_matters_and_opens_the_briefing_there(
    tab: Page, desk: LocalDesk, tmp_path: Path
) -> None:
    said = "Peru and Kenya signed an accord on tea on June 5, 2025, which ends <b>all</b> duties."
    (tmp_path / "tea.md").write_text(f"---\ntitle: Tea accord\n---\n\nThe room was hot.\n\n{said}\n")
    take_in_by(tab)
    tab.locator("#files input[type=file]").set_input_files(tmp_path / "tea.md")
    came = tab.locator("#intake-outcome .came li")
    plain = said.replace("<b>", "").replace("</b>", "")
    expect(came.locator("q")).to_have_text(plain, timeout=60_000)
    came.get_by_role("link", name="Tea accord").click()
    expect(tab.locator("#quoted")).to_have_text(plain)


@pytest.mark.slow
def test_a_text_is_pasted_with_title_date_and_publisher(tab: Page, desk: LocalDesk) -> None:
    take_in_by(tab, "Pasted text")
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


@pytest.mark.slow
def test_an_undated_briefing_is_given_its_date_from_the_report(tab: Page, desk: LocalDesk) -> None:
    take_in_by(tab)
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
    select_tab(tab, "Pasted text")
    expect(tab.locator("#intake-outcome .report")).to_have_count(0)
