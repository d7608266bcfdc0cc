"""The Questions tab in a real Chromium, over samples/ in a real home."""

import csv
import io
import json
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
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from assistant.evaluation.question_sets import QuestionSets
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"
TRUCE = "2025-11-05-china-one-year-deal.md"  # says the newest of what a question of the set asks
HOSTILE = "<script>document.title='owned'</script> <img src=http://evil.example/a.png> ![x](y) **b** $$x$$"

Serve = Callable[..., str]
Open = Callable[..., Page]
Review = Callable[[Page, str], None]


def chosen_lines() -> list[dict[str, Any]]:
    """Eight lines of the samples' set; the seventh is made to fail, the eighth is a follow-up."""
    lines = [json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text("utf-8").splitlines()]
    kept = [line for line in lines if not line.get("history")][:6]
    wrong = {**kept[0], "id": "wrong-1", "nuggets": [{"any_of": ["zinc"], "note": "it says zinc"}]}
    follow = next(line for line in lines if line.get("history"))
    return [*kept, wrong, follow]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("questions") / "home"


@pytest.fixture(scope="module")
def desk(encoder: Encoder, models: Path, home: Path) -> Iterator[LocalDesk]:
    store = Store.open(HomeSettings(home, models=models), encoder)
    desk = LocalDesk(store, Answering(store))
    for _ in desk.ingest([str(path) for path in SAMPLES.iterdir() if path.name != TRUCE]):
        pass
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def address(desk: LocalDesk, home: Path, serve_all: Serve) -> str:
    return serve_all(desk, home=home)


@pytest.fixture
def standing_set(home: Path) -> Iterator[str]:
    """A set of eight questions; the test's changes to sets are undone."""
    sets = QuestionSets(home)
    sets.put("standing", "".join(json.dumps(line) + "\n" for line in chosen_lines()))
    yield "standing"
    for name in sets.names():
        sets.remove(name)


@pytest.fixture
def tab(address: str, standing_set: str, open_page: Open) -> Page:
    return opened(open_page(address))


def opened(page: Page) -> Page:
    page.get_by_role("tab", name="Questions").click()
    page.locator("#standing :is(.standing, .empty, .error)").first.wait_for()
    return page


def run(page: Page) -> None:
    """Run the set and wait until what came of it has taken the place of what was there."""
    shown = page.locator("#standing-title")
    before = shown.get_attribute("data-made") if shown.count() else None
    page.locator("#run-set").click()
    page.locator(f'#standing-title:not([data-made="{before}"])').wait_for(timeout=60_000)
    expect(page.locator("#run-set")).to_be_visible()


def field(page: Page, id: str) -> Any:
    return page.locator(f"#{id} :is(textarea, input)").first


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
    expect(tab.locator(".standing h3").first).to_have_text(re.compile(r"Since the last run: \d of 8 answers"))
    expect(change.locator(".sides > div").nth(0)).to_contain_text("2025")
    expect(change.locator(".sides > div").nth(1)).to_contain_text("November 10, 2026")
    expect(change).to_contain_text("New evidence")
    expect(change.locator(".evidence q").first).to_contain_text("now lasts until November 10, 2026")
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
    expect(page.locator("article", has_text="Changed since the last run").first).to_contain_text("[1]")
    assert page.evaluate("document.scripts.length") == 0


def reloaded(page: Page) -> Page:
    page.reload()
    page.locator("#on-file", has_text="briefing").wait_for()
    return page


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


def test_what_narrows_a_question_is_asked_with_it_and_stands_beside_its_answers(
    desk: LocalDesk, address: str, home: Path, standing_set: str, open_page: Open
) -> None:
    publisher = desk.list()[0].publisher
    narrowed = {"parties": ["JP"], "publishers": [publisher], "published_from": "2025-06-01"}
    line = {"id": "n-1", "question": "Where do talks stand?", "as_of": "2025-09-30", "narrowed": narrowed}
    wrong = {"nuggets": [{"any_of": ["zinc"]}]}
    QuestionSets(home).put("a narrow one", json.dumps({**line, **wrong}))
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


def test_what_narrows_a_question_is_changed_in_its_form(
    desk: LocalDesk, address: str, home: Path, standing_set: str, open_page: Open
) -> None:
    publisher = desk.list()[0].publisher
    narrowed = {"parties": ["JP", "KP"], "publishers": [publisher], "published_from": "2025-06-01"}
    line = {"id": "n-1", "question": "Where do talks stand?", "narrowed": narrowed, "comment": "kept"}
    QuestionSets(home).put("a narrow one", json.dumps(line))
    page = opened(open_page(address))
    page.locator(".questions").get_by_role("link", name="Change").click()
    form = page.locator("#question-form")
    expect(form.get_by_label("Published from")).to_have_value("2025-06-01")
    expect(form.locator("#set-publishers .token")).to_have_text(publisher or "")
    expect(form.locator("#set-parties .token")).to_have_text(["Japan", "North Korea"])  # not on file
    form.get_by_label("Published to").fill("2025-05-01")
    page.locator("#save-question").click()
    expect(page.locator("#question-message .error")).to_contain_text("Exchange the two days")
    form.get_by_label("Published to").fill("30 September 2025")
    form.locator("#set-parties .token").first.get_by_role("button").click()
    page.locator("#save-question").click()
    told = f"published from 1 June 2025 · published to 30 September 2025 · North Korea · {publisher}"
    expect(page.locator(".questions .quiet")).to_have_text(told)
    [kept] = QuestionSets(home).lines("a narrow one")
    assert kept["narrowed"] == narrowed | {"parties": ["KP"], "published_to": "2025-09-30"}
    assert kept["comment"] == "kept"
    page.locator(".questions").get_by_role("link", name="Change").click()
    for field_ in ("Published from", "Published to"):
        form.get_by_label(field_).fill("")
    for choices in ("#set-parties", "#set-publishers"):
        form.locator(f"{choices} .token").get_by_role("button").click()
    page.locator("#save-question").click()
    expect(page.locator(".questions .quiet")).to_have_text("")
    assert QuestionSets(home).lines("a narrow one")[0]["narrowed"] == {}


def test_a_follow_up_of_a_set_is_opened_in_ask_behind_what_was_asked_before(tab: Page) -> None:
    line = chosen_lines()[-1]
    tab.locator(".questions li").last.get_by_role("link", name="Open in Ask").click()
    earlier = [turn["content"] for turn in line["history"] if turn["role"] == "user"]
    expect(tab.locator(".question")).to_have_text(earlier)
    expect(tab.get_by_label("Question", exact=True)).to_have_value(line["question"])
    tab.get_by_label("Question", exact=True).press("Enter")
    expect(tab.locator(".question")).to_have_text([*earlier, line["question"]])
    expect(tab.locator(".answer .understood")).to_contain_text(":")


def test_a_question_is_added_with_errors_in_plain_words_changed_and_deleted_with_undo(
    tab: Page, home: Path
) -> None:
    sets = QuestionSets(home)
    tab.get_by_role("button", name="New question").click()
    tab.locator("#save-question").click()
    said = tab.locator("#question-message .error")
    expect(said).to_have_text("Type the question first.")
    field(tab, "set-question").fill("What is the duty on copper?")
    field(tab, "set-day").fill("June")
    tab.locator("#save-question").click()
    expect(said).to_contain_text("The as-of date is “June”. Expected a calendar date")
    field(tab, "set-day").fill("2025-08-31")
    field(tab, "set-facts").fill("50 percent (of value) OR /50 ?%(/")
    tab.locator("#save-question").click()
    expect(said).to_contain_text("“/50 ?%(/” is no regular expression")
    assert len(sets.lines("standing")) == 8
    field(tab, "set-facts").fill("50 percent (of value) OR /50 ?%/")
    field(tab, "set-sources").fill("nowhere.md")
    tab.locator("#save-question").click()
    expect(tab.locator("#set-message .done")).to_contain_text("Not on file: nowhere.md.")
    expect(tab.locator("#question-form")).to_be_hidden()
    added = sets.lines("standing")[-1]
    assert (added["as_of"], added["answerable"], added["gold_docs"]) == ("2025-08-31", True, ["nowhere.md"])
    assert added["nuggets"][0]["any_of"] == [r"50 percent \(of value\)", "50 ?%"]
    item = tab.locator(".questions li", has_text="What is the duty on copper?")
    item.get_by_role("link", name="Change").click()
    expect(field(tab, "set-question")).to_be_focused()
    expect(field(tab, "set-facts")).to_have_value("50 percent (of value) OR /50 ?%/")
    field(tab, "set-question").fill("What is the duty on tin?")
    tab.locator("#save-question").click()
    expect(tab.locator(".questions li").last).to_contain_text("What is the duty on tin?")
    assert sets.lines("standing")[-1] == {**added, "question": "What is the duty on tin?"}
    tab.locator(".questions li").last.get_by_role("link", name="Change").click()
    tab.get_by_role("button", name="Delete question").click()
    expect(tab.locator(".questions li")).to_have_count(8)
    tab.locator("#undo-set").click()
    expect(tab.locator(".questions li")).to_have_count(9)
    expect(tab.locator("#set-message")).to_contain_text("“standing” is as it was.")


def test_the_choices_of_the_form_are_round(tab: Page) -> None:
    tab.get_by_role("button", name="New question").click()
    box = tab.get_by_label("Do not judge it").bounding_box()
    assert box
    assert abs(box["width"] - box["height"]) < 1


def test_a_set_is_dropped_removed_and_brought_back_and_a_broken_one_is_refused(
    tab: Page, home: Path, tmp_path: Path
) -> None:
    sets = QuestionSets(home)
    tab.get_by_role("button", name="Add or remove a set").click()
    upload = tab.locator("#set-file input[type=file]")
    (tmp_path / "broken.jsonl").write_text('{"id": "a", "question": "Why?"}\n{"id": "b"}\n')
    upload.set_input_files(tmp_path / "broken.jsonl")
    expect(tab.locator("#set-message .error")).to_contain_text("broken, line 2: 'question' is None")
    (tmp_path / "morning.jsonl").write_text('{"id": "a", "question": "Where do Japan-US talks stand?"}\n')
    upload.set_input_files(tmp_path / "morning.jsonl")
    expect(tab.locator("#set-message .done")).to_have_text("“morning” is kept in the home.")
    expect(tab.locator(".questions li")).to_have_count(1)
    assert sets.names() == ["morning", "standing"]
    expect(tab.locator("#remove-set")).to_be_hidden()  # folded: what the set shows is in sight
    run(tab)
    expect(tab.locator("#standing-title")).to_have_text("No question is judged")
    tab.get_by_role("button", name="Add or remove a set").click()
    tab.get_by_role("button", name="Remove the chosen set").click()
    expect(tab.locator("#set-message")).to_contain_text("Removed “morning”.")
    expect(tab.locator(".questions li")).to_have_count(8)
    assert sets.names() == ["standing"]
    tab.locator("#undo-set").click()
    expect(tab.locator(".questions li")).to_have_count(1)
    expect(tab.locator("#run-set")).to_be_focused()
    expect(tab.get_by_role("listbox")).to_have_count(0)
    assert sets.names() == ["morning", "standing"]


def test_an_empty_home_of_questions_says_how_to_begin(address: str, open_page: Open, home: Path) -> None:
    page = opened(open_page(address))
    expect(page.locator("#standing .empty")).to_contain_text("No question set yet")
    page.get_by_role("button", name="New question").click()
    field(page, "set-question").fill("Where do Japan-US talks stand?")
    page.get_by_label("Do not judge it").check()
    page.locator("#save-question").click()
    expect(page.locator(".questions li")).to_have_count(1)
    [name] = QuestionSets(home).names()
    QuestionSets(home).remove(name)


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


def questions_in(home: Path, *words: str, name: str = "few") -> None:
    lines = [json.dumps({"id": f"q-{n}", "question": question}) for n, question in enumerate(words)]
    QuestionSets(home).put(name, "\n".join(lines))


# Keeps what gradio says of an event that broke, however short it is to be seen.
WATCH_FOR_ERRORS = """() => {
  window.errors = [];
  new MutationObserver(() => {
    for (const said of document.querySelectorAll("[data-testid=status-tracker] .error")) {
      window.errors.push(said.textContent);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}"""


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
