"""Conversations on the page: kept, reloaded, listed, searched, renamed, deleted, taken along, edited."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Answer, AnswerSentence
from assistant.asking.request import AskRequest
from assistant.desks.desk import Desk
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.adoption import note_imported
from vectorstore.conversations.keeping import Conversations

Open = Callable[..., Page]

QUOTE = "The fifth round took place on June 6."
EVIL = "![x](http://evil.example/b.png) <img src=http://evil.example/a.png> [go](javascript:alert(2))"
QUOTED = 'https://example.org/"week"/23'


@dataclass
class Served:
    """A page that all tests here share, each with a browser of its own; `go` lets slow answers end."""

    address: str
    desk: Any
    go: threading.Event = field(default_factory=threading.Event)

    def asked(self, question: str) -> AskRequest:
        found: list[AskRequest] = [r for r in self.desk.requests if r.question == question]
        return found[-1]


@pytest.fixture(scope="module")
def served(serve_all: Callable[[Desk], str], making: Any) -> Iterator[Served]:
    make_briefing, make_desk, cite = making
    briefing = make_briefing("a1", "Asia, week 23", QUOTE, published=date(2025, 6, 8), parties=("JP", "US"))
    evil = make_briefing("e3", EVIL, EVIL, url=QUOTED)
    go = threading.Event()

    def script(request: AskRequest) -> Iterator[str | Answer]:
        yield "Searching"
        if "slow" in request.question:
            go.wait(20)
        told, quote = (evil, EVIL) if "evil" in request.question else (briefing, QUOTE)
        said = (AnswerSentence(quote, (1,)),)
        words = f"{quote} [1]"
        yield Answer(request.question, request.question, words, said, (cite(1, told, quote),))

    desk = make_desk([briefing, evil], script, next_questions=("What of cars?", "What of steel?"))
    yield Served(serve_all(desk), desk, go)
    go.set()


@pytest.fixture
def page(served: Served, open_page: Open) -> Page:
    served.go.clear()
    return open_page(served.address)


def ask(page: Page, question: str, answers: int = 1) -> None:
    page.get_by_label("Question").fill(question)
    page.keyboard.press("Enter")
    answered(page, answers)


def answered(page: Page, answers: int = 1) -> None:
    expect(page.locator(".answer .sources")).to_have_count(answers)
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def until(page: Page, happened: Callable[[], bool]) -> None:
    """Wait for what is not seen on the page."""
    for _ in range(150):
        if happened():
            return
        page.wait_for_timeout(100)
    raise AssertionError("nothing happened in 15 seconds")


def titles(page: Page) -> Any:
    return page.locator("#conversations .title")


def more(page: Page, title: str) -> Any:
    """Open the menu of a conversation."""
    item = page.locator("#conversations li", has=page.locator(".title", has_text=title)).first
    item.locator("summary").click()
    return item


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


def test_an_answer_that_ends_while_nobody_looks_is_there_afterwards(served: Served, page: Page) -> None:
    page.get_by_label("Question").fill("A slow one?")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Searching")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#welcome")).to_be_visible()
    ask(page, "Another one?")
    served.go.set()
    page.locator("#conversations .to-chat", has_text="A slow one?").click()
    expect(page.locator(".question")).to_have_text(["A slow one?"])
    answered(page)
    page.go_back()
    expect(page.locator(".question")).to_have_text(["Another one?"])


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


# Does at once what a quick person does: nothing of the server's comes in between.
AT_ONCE = """([press, question]) => {
  document.querySelector(press).click();
  const box = document.querySelector("#question textarea");
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const enter = { key: "Enter", bubbles: true, cancelable: true };
  const key = (name) => box.dispatchEvent(new KeyboardEvent(name, enter));
  if (key("keydown")) key("keypress"); // as browsers do
}"""


@pytest.fixture
def slow_lists(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going to a conversation takes half a second."""
    kept = served.desk.conversations
    listed = kept.listed
    monkeypatch.setattr(kept, "listed", lambda *about: (time.sleep(0.5), listed(*about))[1])


@pytest.mark.usefixtures("slow_lists")
def test_a_question_asked_at_once_after_new_conversation_begins_one(served: Served, page: Page) -> None:
    page.get_by_label("As of").fill("2025-06-10")
    ask(page, "Where do talks stand?")
    before = page.url
    page.evaluate(AT_ONCE, ["#start-over", "What of cars?"])
    expect(page.locator(".question")).to_have_text(["What of cars?"])
    answered(page)
    assert page.url != before
    asked = served.asked("What of cars?")
    assert (asked.history, asked.as_of) == ((), None)
    expect(titles(page)).to_have_text(["What of cars?", "Where do talks stand?"])

    page.evaluate(AT_ONCE, ["#conversations li:last-child .to-chat", "And trucks?"])
    answered(page, 2)
    expect(page.locator(".question .narrowed")).to_have_text(["as of 10 June 2025"] * 2)
    assert served.asked("And trucks?").history[0].content == "Where do talks stand?"


@pytest.mark.usefixtures("slow_lists")
def test_what_is_typed_while_a_question_is_on_its_way_stays(served: Served, page: Page) -> None:
    box = page.get_by_label("Question")
    box.fill("Where do talks stand?")
    with page.expect_request("**/queue/join*"):
        page.keyboard.press("Enter")
    page.keyboard.type("And cars?")
    answered(page)
    expect(page.locator(".question")).to_have_text(["Where do talks stand?"])
    expect(box).to_have_value("And cars?")
    page.keyboard.press("Enter")
    answered(page, 2)
    expect(box).to_have_value("")
    assert len(served.asked("And cars?").history) == 2


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


def test_conversations_are_searched_renamed_and_deleted_with_undo(page: Page) -> None:
    ask(page, "Where do talks on rice stand?")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#welcome")).to_be_visible()
    ask(page, "What of wheat?")
    expect(titles(page)).to_have_text(["What of wheat?", "Where do talks on rice stand?"])
    search = page.get_by_label("Search conversations")
    search.fill("RICE talks")
    expect(titles(page)).to_have_text(["Where do talks on rice stand?"])
    search.fill("")
    expect(titles(page)).to_have_count(2)

    more(page, "rice").get_by_role("button", name="Rename").click()
    title = page.get_by_label("Title").first
    expect(title).to_be_focused()
    expect(title).to_have_value("Where do talks on rice stand?")
    title.fill("Rice")
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_text(["What of wheat?", "Rice"])

    more(page, "wheat").get_by_role("button", name="Delete").click()
    expect(titles(page)).to_have_text(["Rice"])
    expect(page.get_by_text("Deleted “What of wheat?”.")).to_be_visible()
    expect(page.locator("#welcome")).to_be_visible()  # it was the one shown
    undo = page.locator("#undo-delete")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_count(2)
    expect(page.locator(".question")).to_have_text(["What of wheat?"])  # shown again, as before
    answered(page)


def test_a_conversation_is_taken_along_as_markdown_and_json(page: Page) -> None:
    page.get_by_label("As of").fill("2025-06-10")
    ask(page, "What is evil?")
    with page.expect_download() as marked:
        more(page, "evil").get_by_role("link", name="Download Markdown").click()
    text = marked.value.path().read_text(encoding="utf-8")
    assert marked.value.suggested_filename == "what-is-evil.md"
    assert text.startswith("# What is evil?\n\n## What is evil?\n\n*as of 10 June 2025*\n\n")
    assert not re.search(r"(?<!\\)(?:!\[|\[go|<img)", text)
    with page.expect_download() as given:
        more(page, "evil").get_by_role("link", name="Download JSON").click()
    [exchange] = json.loads(given.value.path().read_text(encoding="utf-8"))["exchanges"]
    assert exchange["question"] == "What is evil?"
    assert exchange["narrowed"]["as_of"] == "2025-06-10"
    assert exchange["answer"]["citations"][0]["quote"] == EVIL


def test_the_last_question_is_asked_again_in_its_place(served: Served, page: Page) -> None:
    ask(page, "First?")
    ask(page, "Again?", 2)
    before = len(served.desk.requests)
    page.get_by_role("button", name="Ask this again").click()
    # What the page shows in between may be too short to be seen.
    until(page, lambda: len(served.desk.requests) > before)
    expect(page.locator(".question")).to_have_text(["First?", "Again?"])
    answered(page, 2)
    assert [request.question for request in served.desk.requests[before:]] == ["Again?"]
    assert [t.content for t in served.desk.requests[-1].history if t.role == "user"] == ["First?"]


def test_a_stopped_answer_can_be_asked_for_again(served: Served, page: Page) -> None:
    page.get_by_label("Question").fill("A slow one?")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Searching")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".status")).to_have_text("Stopped.")
    served.go.set()
    page.get_by_role("button", name="Ask this again").click()
    answered(page)
    expect(page.locator(".question")).to_have_count(1)


def test_an_edited_question_drops_what_followed_and_says_so_with_undo(served: Served, page: Page) -> None:
    for number, question in enumerate(("One?", "Two?", "Three?"), 1):
        ask(page, question, number)
    page.get_by_role("button", name="Edit the question “One?”").click()
    box = page.get_by_label("Question")
    expect(box).to_have_value("One?")
    expect(box).to_be_focused()
    note = page.get_by_role("alert")
    expect(note).to_have_text(
        "Editing an earlier question. 2 questions behind it will be dropped when you ask."
    )
    page.get_by_role("button", name="Do not edit").click()
    expect(box).to_have_value("")
    expect(note).to_have_text("")

    page.get_by_role("button", name="Edit the question “One?”").click()
    expect(box).to_have_value("One?")
    box.fill("One, reworded?")
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_text(["One, reworded?"])
    answered(page)
    expect(note).to_have_text("2 questions behind the edited one were dropped.")
    assert served.asked("One, reworded?").history == ()
    page.locator("#undo-edit").click()
    expect(page.locator(".question")).to_have_text(["One?", "Two?", "Three?"])
    answered(page, 3)
    expect(page.locator("#conversations .when")).to_contain_text("3 questions")
    page.reload()
    expect(page.locator(".question")).to_have_text(["One?", "Two?", "Three?"])


def test_escape_leaves_the_form_of_a_title_and_the_editing_of_a_question(page: Page) -> None:
    ask(page, "Where do talks stand?")
    page.get_by_role("button", name="Edit the question").click()
    box = page.get_by_label("Question")
    expect(box).to_have_value("Where do talks stand?")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(page.locator("#leave-edit")).to_be_hidden()
    page.locator("a.marker").click()
    expect(page.locator("#pane mark")).to_be_focused()
    page.set_viewport_size({"width": 1600, "height": 800})  # the list and the source side by side
    more(page, "talks").get_by_role("button", name="Rename").click()
    expect(page.locator("#new-title input, #new-title textarea")).to_be_focused()
    form = page.locator("#renaming").bounding_box()
    buttons = page.locator("#cancel-title").bounding_box()
    assert form
    assert buttons
    assert form["y"] + form["height"] - buttons["y"] - buttons["height"] < 20
    page.keyboard.press("Escape")
    expect(page.locator("#renaming")).to_be_hidden()
    expect(page.locator("#pane")).to_be_visible()


def test_follow_up_questions_are_offered_and_asked(served: Served, page: Page) -> None:
    ask(page, "Where do talks stand?")
    offered = page.locator(".follow-ups li")
    expect(offered).to_have_text(["What of cars?", "What of steel?"])
    page.get_by_role("button", name="What of steel?").click()
    answered(page, 2)
    expect(page.locator(".question").last).to_have_text("What of steel?")
    assert len(served.asked("What of steel?").history) == 2
    expect(offered).to_have_count(2)  # those of the last answer alone


def test_half_typed_words_stay_when_a_question_that_is_offered_is_asked(served: Served, page: Page) -> None:
    ask(page, "Where do talks stand?")
    box = page.get_by_label("Question")
    box.fill("What of whe")
    page.get_by_role("button", name="What of steel?").click()
    answered(page, 2)
    expect(box).to_have_value("What of whe")
    page.get_by_role("button", name="Ask this again").last.click()
    answered(page, 2)
    expect(box).to_have_value("What of whe")


def test_a_thumb_and_its_comment_are_kept_and_taken_along_as_question_lines(page: Page) -> None:
    ask(page, "Where do talks stand?")
    up, down = (page.get_by_role("button", name=name) for name in ("Good answer", "Bad answer"))
    download = page.get_by_role("link", name="Download thumbs as question lines")
    expect(page.locator("#conversations li.current")).to_be_visible()
    expect(download).to_have_count(0)  # there are none yet
    up.click()
    expect(up).to_have_attribute("aria-pressed", "true")
    expect(download).to_be_visible()
    comment = page.get_by_label("What was good in this answer? (optional)")
    expect(comment).to_be_visible()
    expect(up).to_be_focused()  # what is typed next is no comment by mistake
    comment.fill("To the point.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(comment).to_be_hidden()
    expect(up).to_be_focused()

    ask(page, "And cars?", 2)
    down.nth(1).click()
    expect(page.get_by_label("What was wrong or missing in this answer? (optional)")).to_be_visible()
    page.get_by_role("button", name="No comment").click()
    expect(down.nth(1)).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(up.nth(0)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#conversations li.current")).to_be_visible()  # the list is drawn anew after a reload
    page.wait_for_timeout(500)
    with page.expect_download() as given:
        download.click()
    lines = [json.loads(line) for line in given.value.path().read_text(encoding="utf-8").splitlines()]
    assert [(line["type"], line["question"]) for line in lines] == [
        ("thumbs-up", "Where do talks stand?"),
        ("thumbs-down", "And cars?"),
    ]
    assert (lines[0]["gold_docs"], lines[0]["comment"]) == (["a1.md"], "To the point.")
    assert (lines[1]["gold_docs"], len(lines[1]["history"])) == ([], 2)
    up.nth(0).click()
    expect(up.nth(0)).to_have_attribute("aria-pressed", "false")


def test_quotes_in_the_address_of_a_source_leave_the_keyboard_where_it_is(page: Page) -> None:
    ask(page, "The evil one?")
    source = page.locator(".source").first
    source.evaluate("source => { source.open = true; }")
    link = source.get_by_role("link", name="example.org")
    expect(link).to_have_attribute("href", QUOTED)
    link.focus()
    page.locator("#conversation .bot-row").first.evaluate("row => row.querySelector('a.thumb').click()")
    expect(page.get_by_label("What was good in this answer? (optional)")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 800)])
def test_the_form_for_a_comment_stands_at_its_thumb_and_not_at_the_box(
    served: Served, open_page: Open, width: int, height: int
) -> None:
    page = open_page(served.address, viewport={"width": width, "height": height})
    ask(page, "Where do talks stand?")
    ask(page, "And cars?", 2)
    down = page.get_by_role("button", name="Bad answer")
    form = page.get_by_role("dialog", name="Comment on an answer")
    for at in (0, 1):
        down.nth(at).click()
        expect(down.nth(at)).to_have_attribute("aria-pressed", "true")
        expect(form).to_be_in_viewport(ratio=1)
        page.wait_for_timeout(300)  # it is scrolled into sight
        hand, shown, box = (part.bounding_box() for part in (down.nth(at), form, page.locator("#composer")))
        assert hand
        assert shown
        assert box
        assert abs(shown["y"] - hand["y"] - hand["height"]) < 10
        assert shown["y"] + shown["height"] <= box["y"]
        assert 0 <= shown["x"] <= shown["x"] + shown["width"] <= width


def test_the_form_for_a_comment_is_left_by_escape_and_its_thumb_taken_back(page: Page) -> None:
    ask(page, "Where do talks stand?")
    down = page.get_by_role("button", name="Bad answer")
    form = page.get_by_role("dialog", name="Comment on an answer")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What was wrong or missing in this answer? (optional)")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(down).to_be_focused()
    expect(down).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    expect(down).to_have_attribute("aria-pressed", "false")
    expect(form).to_be_hidden()


def test_the_form_for_a_comment_goes_when_the_next_question_is_typed(page: Page) -> None:
    ask(page, "Where do talks stand?")
    page.get_by_role("button", name="Bad answer").click()
    comment = page.get_by_label("What was wrong or missing in this answer? (optional)")
    expect(comment).to_be_visible()
    page.get_by_label("Question").click()
    page.keyboard.type("And cars?")
    expect(comment).to_be_hidden()
    expect(page.get_by_label("Question")).to_be_focused()
    expect(page.get_by_label("Question")).to_have_value("And cars?")
    expect(page.get_by_role("button", name="Bad answer")).to_have_attribute("aria-pressed", "true")


def test_everything_about_a_conversation_is_done_with_the_keyboard(page: Page) -> None:
    page.keyboard.type("Where do talks stand?")
    page.keyboard.press("Enter")
    answered(page)
    page.get_by_role("button", name="Good answer").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("What was good in this answer? (optional)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Good answer")).to_be_focused()
    page.locator("#conversations summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Rename")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#conversations summary")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Question")).to_be_focused()


def test_on_a_narrow_screen_the_list_is_opened_and_closed(
    served: Served, open_page: Open, review: Callable[[Page, str], None]
) -> None:
    page = open_page(served.address, viewport={"width": 360, "height": 740}, color_scheme="dark")
    ask(page, "Where do talks stand?")
    expect(page.locator("#rail")).to_be_hidden()
    page.get_by_role("button", name="Conversations").click()
    expect(page.get_by_label("Search conversations")).to_be_focused()
    more(page, "talks")
    review(page, "ask-list-360")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#rail")).to_be_hidden()
    expect(page.get_by_role("button", name="Conversations")).to_be_focused()


def test_the_page_with_everything_open_has_no_fault(page: Page, review: Callable[[Page, str], None]) -> None:
    ask(page, "Where do talks stand?")
    expect(page.locator(".follow-ups li")).to_have_count(2)
    page.get_by_role("button", name="Bad answer").click()
    expect(page.get_by_label("What was wrong or missing in this answer? (optional)")).to_be_visible()
    more(page, "talks")
    review(page, "ask-everything-1280")
