"""A question set is run over samples/ in a real home, on a page in a real Chromium."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.answering import Answering
from assistant.desks.local import LocalDesk
from tests.web.question_sets import SAMPLES, chosen_lines, field, opened, put, reloaded, run, standing_in
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

TRUCE = "2025-11-05-china-one-year-deal.md"  # says the newest of what a question of the set asks

Serve = Callable[..., str]
Open = Callable[..., Page]
Review = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("questions") / "home"


@pytest.fixture(scope="module")
def desk(encoder: Encoder, models: Path, home: Path, samples_home: Path) -> Iterator[LocalDesk]:
    """A real desk over samples/ without the truce."""
    shutil.copytree(samples_home, home)
    store = Store.open(HomeSettings(home, models=models), encoder)
    desk = LocalDesk(store, Answering(store))
    [truce] = [briefing.id for briefing in desk.list() if briefing.source == TRUCE]
    desk.remove(truce)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def address(desk: LocalDesk, home: Path, serve_all: Serve) -> str:
    return serve_all(desk, home=home)


@pytest.fixture
def standing_set(home: Path) -> Iterator[str]:
    with standing_in(home) as name:
        yield name


@pytest.fixture
def tab(address: str, standing_set: str, open_page: Open) -> Page:
    return opened(open_page(address))


@pytest.mark.slow
def test_a_set_is_run_changes_are_shown_with_new_evidence_and_the_answers_are_taken_along(
    tab: Page, desk: LocalDesk, address: str
) -> None:
    expect(tab.locator("#standing")).to_contain_text("8 questions, not asked yet")
    run(tab)
    head = tab.locator("#standing-title")
    expect(head).to_have_text(re.compile(r"^\d of 8 questions went right$"))
    rows = tab.locator("table.kinds tbody tr")
    assert rows.count() >= 2
    for told in rows.all_inner_texts():
        assert re.search(r"\d of \d\s.*\d+ to \d+ %", told, re.DOTALL), told
    expect(tab.locator(".standing")).to_contain_text("There is no earlier run to compare with.")
    wrong = tab.locator("article.wrong", has_text="it says zinc")
    expect(wrong).to_contain_text("Missing: it says zinc")
    expect(wrong.locator(".evidence q").first).to_be_visible()
    for _ in desk.ingest([str(SAMPLES / TRUCE)]):
        pass
    run(tab)
    change = tab.locator("article.change", has_text="china truce")
    expect(tab.locator(".standing h3").first).to_have_text(re.compile(r"^\d of 8 answers changed since \d"))
    expect(change.locator(".sides > div").nth(0)).to_contain_text("2025")
    expect(change.locator(".sides > div").nth(1)).to_contain_text("November 10, 2026")
    expect(change).to_contain_text("New evidence")
    expect(change.locator(".evidence q").first).to_contain_text("now lasts until November 10, 2026")
    run(tab)
    expect(tab.locator("article.change", has_text="china truce")).to_be_visible()  # nothing came in since
    expect(tab.locator("#standing")).to_contain_text("the last one before what is on file changed, over")
    opened(reloaded(tab))
    expect(tab.locator("article.change", has_text="china truce")).to_be_visible()
    with tab.expect_download() as sheet:
        tab.get_by_role("link", name="as CSV").click()
    assert sheet.value.suggested_filename == "standing-answers.csv"
    written = list(csv.DictReader(io.StringIO(sheet.value.path().read_text("utf-8-sig"))))
    assert [row["id"] for row in written] == [line["id"] for line in chosen_lines()]
    assert {row["id"] for row in written if row["changed"]} >= {"s-03"}
    assert "China and the United States" in next(row["sources"] for row in written if row["id"] == "s-03")
    with tab.expect_download() as lines:
        tab.get_by_role("link", name="the questions").click()
    assert [json.loads(line) for line in lines.value.path().read_text().splitlines()] == chosen_lines()
    with tab.expect_popup() as popup:
        tab.get_by_role("link", name="Answers as one page").click()
    page = popup.value
    expect(page.locator("article")).to_have_count(8)
    expect(page.locator("article", has_text=re.compile(r"Changed since \d")).first).to_contain_text("[1]")
    assert page.evaluate("document.scripts.length") == 0
    tab.get_by_text("Compare with another run").click()
    tab.locator(".runs a").first.click()
    expect(tab.locator(".standing h3").first).to_have_text(re.compile("^No answer changed since"))
    expect(tab).to_have_url(re.compile("set=standing&since="))
    reloaded(tab)
    expect(tab.locator("#standing")).to_contain_text("which you chose")
    with tab.expect_download() as sheet:
        tab.get_by_role("link", name="as CSV").click()
    assert not any(row["changed"] for row in csv.DictReader(sheet.value.path().open(encoding="utf-8-sig")))


def test_a_failed_question_is_opened_in_ask_with_its_as_of_date(tab: Page) -> None:
    item = tab.locator(".questions li", has_text="as of 15 June 2025")
    item.get_by_role("link", name="Open in Ask").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_label("Question", exact=True)).to_be_focused()
    expect(tab.get_by_label("Question", exact=True)).to_have_value("japan talks - where are we?")
    expect(tab.get_by_label("As of").first).to_have_value("2025-06-15")
    tab.keyboard.press("Enter")
    expect(tab.locator(".question .narrowed")).to_have_text("as of 15 June 2025")
    expect(tab.locator(".answer .sources")).to_have_count(1)


@pytest.mark.slow
def test_what_narrows_a_question_is_asked_with_it_and_stands_beside_its_answers(
    desk: LocalDesk, address: str, home: Path, standing_set: str, open_page: Open
) -> None:
    publisher = desk.list()[0].publisher
    narrowed = {"parties": ["JP"], "publishers": [publisher], "published_from": "2025-06-01"}
    line = {"id": "n-1", "question": "Where do talks stand?", "as_of": "2025-09-30", "narrowed": narrowed}
    wrong = {"nuggets": [{"any_of": ["zinc"]}]}
    put(home, "a narrow one", {**line, **wrong})
    page = opened(open_page(address))
    told = f"as of 30 September 2025 · published from 1 June 2025 · Japan · {publisher}"
    expect(page.locator(".questions .quiet")).to_have_text(told)
    run(page)
    expect(page.locator(".questions .quiet")).to_contain_text(told)
    expect(page.locator("article.wrong .quiet")).to_contain_text(told)
    written = httpx.get(f"{address}questions/a%20narrow%20one/answers.html").text
    assert f"A{told[1:]}" in written
    [row] = csv.DictReader(io.StringIO(httpx.get(f"{address}questions/a%20narrow%20one/answers.csv").text))
    assert row["narrowed"] == f"published from 1 June 2025; Japan; {publisher}"
    page.locator(".questions").get_by_role("link", name="Open in Ask").click()
    expect(page.locator(".chip")).to_have_count(4)
    expect(page.get_by_label("Question", exact=True)).to_have_value("Where do talks stand?")
    page.keyboard.press("Enter")
    expect(page.locator(".question .narrowed")).to_have_text(told)


@pytest.mark.slow
def test_a_follow_up_of_a_set_is_opened_in_ask_behind_what_was_asked_before(tab: Page) -> None:
    line = chosen_lines()[-1]
    tab.locator(".questions li").last.get_by_role("link", name="Open in Ask").click()
    earlier = [turn["content"] for turn in line["history"] if turn["role"] == "user"]
    expect(tab.locator(".question")).to_have_text(earlier)
    expect(tab.get_by_label("Question", exact=True)).to_have_value(line["question"])
    tab.get_by_label("Question", exact=True).press("Enter")
    expect(tab.locator(".question")).to_have_text([*earlier, line["question"]])
    expect(tab.locator(".answer .understood")).to_contain_text(":")


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1920])
def test_the_tab_is_readable_everywhere_and_without_barriers(
    address: str, standing_set: str, open_page: Open, review: Review, width: int
) -> None:
    page = opened(open_page(address, viewport={"width": width, "height": 900}))
    run(page)
    review(page, f"questions-{width}")
    page.locator(".questions li").first.get_by_role("link", name="Change").click()
    expect(field(page, "set-question")).to_be_focused()
    page.get_by_role("button", name="Add or remove a set").click()
    review(page, f"questions-form-{width}")
