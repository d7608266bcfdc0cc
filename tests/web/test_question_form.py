"""Question sets are written on the page."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.local import LocalDesk
from assistant.evaluation.question_sets import QuestionSets
from tests.web.question_sets import field, opened, put, run, standing_in

Serve = Callable[..., str]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("questions") / "home"


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


def test_a_new_question_begins_a_set_of_the_name_that_is_typed(tab: Page, home: Path) -> None:
    tab.get_by_role("button", name="New question").click()
    expect(field(tab, "set-name")).to_have_value("standing")
    field(tab, "set-question").fill("How high is the duty on tin?")
    field(tab, "set-name").fill("Tin weekly")
    tab.locator("#save-question").click()
    expect(tab.locator("#set-message")).to_contain_text("Saved question q-1 in “Tin weekly”")
    expect(field(tab, "question-set")).to_have_value("Tin weekly")
    assert [q.request.question for q in QuestionSets(home).questions("Tin weekly")] == [
        "How high is the duty on tin?"
    ]


@pytest.mark.slow
def test_what_narrows_a_question_is_changed_in_its_form(
    desk: LocalDesk, address: str, home: Path, standing_set: str, open_page: Open
) -> None:
    publisher = desk.list()[0].publisher
    narrowed = {"parties": ["JP", "KP"], "publishers": [publisher], "published_from": "2025-06-01"}
    line = {"id": "n-1", "question": "Where do talks stand?", "narrowed": narrowed, "comment": "kept"}
    put(home, "a narrow one", line)
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_set_is_dropped_removed_and_brought_back_and_a_broken_one_is_refused(
    tab: Page, home: Path, tmp_path: Path
) -> None:
    sets = QuestionSets(home)
    tab.get_by_role("button", name="Add or remove a set").click()
    upload = tab.locator("#set-file input[type=file]")
    (tmp_path / "broken.jsonl").write_text('{"id": "a", "question": "Why?"}\n{"id": "b"}\n')
    upload.set_input_files(tmp_path / "broken.jsonl")
    expect(tab.locator("#set-message .error")).to_contain_text("broken, line 2: 'question' is None")
    line = {"id": "a", "question": "Where do Japan-US talks stand?", "asof": "2025-06-30"}
    (tmp_path / "morning.jsonl").write_text(json.dumps(line))
    upload.set_input_files(tmp_path / "morning.jsonl")
    told = "morning, line 1: nothing reads the field 'asof'; is 'as_of' meant?"
    expect(tab.locator("#set-message .done")).to_have_text(f"“morning” is kept in the home. Note: {told}")
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


@pytest.mark.slow
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
