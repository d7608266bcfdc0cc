"""A run of a question set is seen on the page while it goes on, whoever looks."""

import csv
import io
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Answer
from assistant.asking.request import AskRequest
from assistant.desks.desk import Desk
from tests.web.question_sets import HOSTILE, field, opened, questions_in, reloaded, run

Serve = Callable[..., str]
Open = Callable[..., Page]
Review = Callable[[Page, str], None]


@pytest.fixture
def held(talks: Any, make_desk: Any) -> Iterator[tuple[Desk, threading.Event, list[str]]]:
    """A desk whose second answer waits to be let go."""
    go, asked = threading.Event(), []

    class Holding(make_desk):  # type: ignore[misc]
        def ask(self, request: AskRequest) -> Answer:
            asked.append(request.question)
            if len(asked) > 1:
                go.wait(120)  # axe may take its time
            *_, answer = talks.script(request)
            return answer

        def doctor(self, repair: bool = False) -> dict[str, Any]:
            return {"encoder": {"digest": "d" * 64}}

    yield Holding(talks.desk.briefings, talks.script), go, asked
    go.set()


# Keeps what gradio says of an event that broke, however short it is to be seen.
WATCH_FOR_ERRORS = """() => {
  window.errors = [];
  new MutationObserver(() => {
    for (const said of document.querySelectorAll("[data-testid=status-tracker] .error")) {
      window.errors.push(said.textContent);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}"""


@pytest.mark.slow
def test_a_running_set_shows_how_far_it_is_and_can_be_stopped(
    held: Any, serve: Serve, open_page: Open, review: Review, tmp_path: Path
) -> None:
    desk, go, asked = held
    questions_in(tmp_path, "First, Japan?", HOSTILE, "Third, China?")
    narrow = {"width": 360, "height": 900}
    page = opened(open_page(serve(desk, home=tmp_path), viewport=narrow))
    page.evaluate(WATCH_FOR_ERRORS)
    page.locator("#run-set").click()
    expect(page.locator("#set-progress")).to_contain_text(f"Asking 2 of 3: {HOSTILE}")
    expect(page.locator("#set-progress progress")).to_have_attribute("value", "1")
    review(page, "questions-running-360")
    page.locator("#stop-set").click()
    expect(page.locator("#set-message .done")).to_have_text("Stopped. Nothing of this run was kept.")
    expect(page.locator("#run-set")).to_be_visible()
    expect(page.locator("#set-progress")).to_have_text("")
    page.wait_for_timeout(500)  # an error may come late
    assert page.evaluate("window.errors") == []
    go.set()
    expect(page.locator("#standing")).to_contain_text("not asked yet")
    assert "Third, China?" not in asked
    run(page)
    expect(page.locator(".questions li")).to_have_count(3)


@pytest.mark.slow
def test_a_reload_in_the_middle_of_a_run_finds_it_going_on_and_then_its_answers(
    held: Any, serve: Serve, open_page: Open, tmp_path: Path
) -> None:
    desk, go, asked = held
    questions_in(tmp_path, "First, Japan?", "Second, Korea?", "Third, China?")
    questions_in(tmp_path, "Another?", name="an earlier one")
    page = opened(open_page(serve(desk, home=tmp_path)))
    page.get_by_label("Question set").click()
    page.get_by_role("option", name="few").click()
    expect(page.locator(".questions li")).to_have_count(3)
    page.locator("#run-set").click()
    expect(page.locator("#set-progress")).to_contain_text("Asking 2 of 3: Second, Korea?")
    opened(reloaded(page))
    expect(page.get_by_label("Question set")).to_have_value("few")
    expect(page.locator("#set-progress")).to_contain_text("Asking 2 of 3: Second, Korea?")
    expect(page.locator("#stop-set")).to_be_visible()
    go.set()
    expect(page.locator("#standing")).to_contain_text("few, asked")
    expect(page.locator("#run-set")).to_be_visible()
    expect(page.locator("#set-progress")).to_have_text("")
    assert asked == ["First, Japan?", "Second, Korea?", "Third, China?"]


@pytest.mark.slow
def test_a_run_that_ends_while_nobody_looks_is_there_afterwards_and_so_is_why_it_failed(
    held: Any, serve: Serve, open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, go, _asked = held
    questions_in(tmp_path, "First, Japan?", "Second, Korea?")
    page = opened(open_page(serve(desk, home=tmp_path)))
    page.locator("#run-set").click()
    expect(page.locator("#set-progress")).to_contain_text("Asking 2 of 2")
    address = page.url
    page.goto("about:blank")
    go.set()
    wait_until(lambda: any((tmp_path / "history").glob("*/*.jsonl")))
    page.goto(address)
    opened(page)
    expect(page.locator("#standing")).to_contain_text("few, asked")
    expect(page.locator("#set-message")).to_have_text("")

    go.clear()
    monkeypatch.setattr(type(desk), "encoder_digest", lambda self: 1 / 0)
    page.locator("#run-set").click()
    expect(page.locator("#set-progress")).to_contain_text("Asking 1 of 2")
    page.goto("about:blank")
    go.set()
    wait_until(lambda: not any(thread.name == "set-few" for thread in threading.enumerate()))
    page.goto(address)
    opened(page)
    expect(page.locator("#set-message .error")).to_contain_text("went wrong while running a question set")
    monkeypatch.undo()
    run(page)
    opened(reloaded(page))
    expect(page.locator("#set-message")).to_have_text("")


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not happened():
        assert time.monotonic() < deadline, "nothing happened in 15 seconds"
        time.sleep(0.02)


@pytest.mark.slow
def test_the_keyboard_goes_on_where_it_is_needed_and_what_came_of_a_run_is_said(
    held: Any, serve: Serve, open_page: Open, tmp_path: Path
) -> None:
    desk, go, _asked = held
    questions_in(tmp_path, "First, Japan?", "Second, Korea?")
    page = opened(open_page(serve(desk, home=tmp_path)))
    begin, stop, new = (page.locator(id) for id in ("#run-set", "#stop-set", "#new-question"))
    begin.focus()
    page.keyboard.press("Enter")
    expect(stop).to_be_focused()
    page.keyboard.press("Enter")
    expect(begin).to_be_focused()
    go.set()
    page.keyboard.press("Enter")
    expect(page.locator("#standing-title")).to_have_text("No question is judged")
    expect(page.locator("#said-aloud")).to_have_text("No question is judged")
    expect(begin).to_be_focused()

    new.focus()
    page.keyboard.press("Enter")
    expect(field(page, "set-question")).to_be_focused()
    page.locator("#cancel-question").focus()
    page.keyboard.press("Enter")
    expect(new).to_be_focused()
    change = page.locator(".questions li").last.get_by_role("link", name="Change")
    change.focus()
    page.keyboard.press("Enter")
    expect(field(page, "set-question")).to_be_focused()
    page.locator("#cancel-question").focus()
    page.keyboard.press("Enter")
    expect(change).to_be_focused()


@pytest.mark.slow
def test_hostile_questions_are_text_on_the_page_and_in_the_files(
    held: Any, serve: Serve, open_page: Open, tmp_path: Path
) -> None:
    """`open_page` fails the test if anything was fetched from another host."""
    desk, go, _ = held
    go.set()
    questions_in(tmp_path, f"{HOSTILE} Japan?", "=1+1 Japan?")
    address = serve(desk, home=tmp_path)
    page = opened(open_page(address))
    run(page)
    expect(page.locator(".questions .asked").first).to_have_text(f"{HOSTILE} Japan?")
    expect(page.locator("#standing :is(script, img, strong, code, .katex)")).to_have_count(0)
    page.locator(".questions li").first.get_by_role("link", name="Open in Ask").click()
    expect(page.get_by_label("Question", exact=True)).to_have_value(f"{HOSTILE} Japan?")
    assert page.title() == "Trade briefings"
    written = httpx.get(f"{address}questions/few/answers.html").text
    assert "<script" not in written
    assert "<img" not in written
    rows = list(csv.DictReader(io.StringIO(httpx.get(f"{address}questions/few/answers.csv").text)))
    assert rows[1]["question"] == "'=1+1 Japan?"


@pytest.mark.slow
def test_failures_are_told_with_an_id_that_is_in_the_log(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    questions_in(tmp_path, "Where do talks stand?")
    page = opened(
        open_page(serve(make_desk([make_briefing("a1", "T", "t")], lambda request: iter(())), home=tmp_path))
    )
    page.locator("#run-set").click()
    error = page.locator("#set-message .error")
    expect(error).to_contain_text("Something went wrong while running a question set")
    expect(page.locator("#run-set")).to_be_visible()
    error_id = re.search(r"Error (\w{8})", error.inner_text())
    assert error_id
    assert error_id[1] in caplog.text


def test_a_download_that_cannot_be_made_says_why(make_desk: Any, serve: Serve, tmp_path: Path) -> None:
    questions_in(tmp_path, "Where do talks stand?")
    address = serve(make_desk([], lambda request: iter(())), home=tmp_path)
    for path, status, why in (
        ("few/answers.csv", 422, "has not been run yet"),
        ("none/answers.csv", 422, "There is no question set 'none'"),
        ("..%2F..%2Fetc/questions.jsonl", 404, ""),
        ("few/answers.exe", 404, "answers.csv"),
    ):
        response = httpx.get(f"{address}questions/{path}")
        assert (response.status_code, why in response.text) == (status, True)
