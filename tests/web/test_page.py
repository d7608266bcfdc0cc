"""The page in a real Chromium, over a desk that says what each test needs."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Answer, AnswerSentence
from assistant.asking.request import AskRequest, Turn
from assistant.desks.desk import Desk
from tests.web.chats import answered, at_rest, begin

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


HOSTILE = (
    "<script>document.title='owned'</script> <img src=http://evil.example/a.png onerror=alert(1)> "
    "![x](http://evil.example/b.png) [go](javascript:alert(2)) <b>bold</b> $$x$$ `code` {{7*7}} ${7*7}"
)


@pytest.mark.slow
def test_an_answer_streams_in_with_markers_and_sources(
    talks: Any, talks_address: str, open_page: Open
) -> None:
    page = open_page(talks_address)
    talks.hold()
    begin(page, "What is the status of Japan-US talks?")
    expect(page.locator(".question")).to_have_text("What is the status of Japan-US talks?")
    expect(page.locator(".status")).to_contain_text("Searching 2 briefings")
    expect(page.get_by_label("Question")).to_have_value("")
    talks.release()
    answer = page.locator(".answer")
    expect(answer.locator("a.marker")).to_have_text(
        [re.compile(r"\[source 1\]"), re.compile(r"\[source 2\]")]
    )
    expect(answer.locator(".source .title")).to_have_text(["Asia, week 23"])
    expect(answer.locator(".source .about")).to_have_text(["Example Wire · 8 June 2025"])
    expect(answer.locator("mark")).to_have_count(2)
    answered(page)
    link = answer.get_by_role("link", name="example.org", exact=True)
    expect(link).to_have_attribute("title", "https://example.org/week-23")


@pytest.mark.slow
def test_a_question_of_several_lines_is_typed_and_asked_with_the_keyboard(
    talks: Any, talks_address: str, open_page: Open
) -> None:
    page = open_page(talks_address)
    expect(page.get_by_label("Question")).to_be_focused()
    page.keyboard.type("first line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second line")
    page.keyboard.press("Enter")
    answered(page)
    assert talks.desk.requests[0].question == "first line\nsecond line"


def test_an_example_asks_what_it_says(talks: Any, talks_address: str, open_page: Open) -> None:
    page = open_page(talks_address)
    expect(page.get_by_text("2 briefings, newest 8 June 2025")).to_be_visible()
    page.get_by_role("button", name="What is the status of Japan-US talks?").click()
    expect(page.locator(".answer .source")).to_have_count(1)
    assert talks.desk.requests[0].question == "What is the status of Japan-US talks?"
    expect(page.locator("#welcome")).not_to_be_visible()


@pytest.mark.slow
def test_a_follow_up_carries_the_conversation_in_plain_words(
    talks: Any, talks_address: str, open_page: Open
) -> None:
    page = open_page(talks_address)
    begin(page, "Where do talks stand?")
    answered(page)
    begin(page, "And cars?")
    answered(page, 2)
    first, second = talks.desk.requests[1].history
    assert first == Turn("user", "Where do talks stand?")
    assert second.role == "assistant"
    assert second.content.endswith("[2]")
    assert "<" not in second.content


@pytest.mark.slow
def test_the_as_of_date_goes_into_the_question(talks: Any, talks_address: str, open_page: Open) -> None:
    page = open_page(talks_address)
    page.get_by_label("As of").fill("2025-06-10")
    begin(page, "Where do talks stand?")
    expect(page.locator(".question .narrowed")).to_have_text("as of 10 June 2025")
    answered(page)
    assert talks.desk.requests[0].as_of == date(2025, 6, 10)


@pytest.mark.slow
def test_stop_ends_an_answer_and_the_next_question_works(
    talks: Any, talks_address: str, open_page: Open
) -> None:
    page = open_page(talks_address)
    talks.hold()
    begin(page, "Slow one?")
    expect(page.locator(".status")).to_contain_text("Searching")
    page.get_by_role("button", name="Stop").click()  # heard although the desk is still busy
    expect(page.locator(".status")).to_have_text("Stopped.")
    at_rest(page)
    begin(page, "Next one?")
    expect(page.locator(".question")).to_have_count(2)
    talks.release()
    expect(page.locator(".answer .sources")).to_have_count(1)
    expect(page.locator(".status")).to_have_text("Stopped.")
    assert talks.desk.requests[-1].history == ()


@pytest.mark.slow
def test_asking_with_the_button_keeps_the_keyboard_in_the_box(talks_address: str, open_page: Open) -> None:
    page = open_page(talks_address)
    page.get_by_label("Question").fill("Where do talks stand?")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    answered(page)
    expect(page.get_by_label("Question")).to_be_focused()
    expect(page.get_by_role("log", name="Conversation")).to_be_visible()


@pytest.mark.slow
def test_a_new_conversation_starts_clean(talks: Any, talks_address: str, open_page: Open) -> None:
    page = open_page(talks_address)
    begin(page, "Where do talks stand?")
    answered(page)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".question")).to_have_count(0)
    expect(page.locator("#welcome")).to_be_visible()
    begin(page, "Again?")
    answered(page)
    assert talks.desk.requests[-1].history == ()


@pytest.mark.slow
def test_an_answer_that_grows_leaves_its_question_in_sight(
    make_desk: Any, make_briefing: Any, cite: Any, serve: Serve, open_page: Open
) -> None:
    words = [
        f"Round {number} of the talks took place in Washington on June {number}." for number in range(1, 30)
    ]
    long = make_briefing("a1", "Rounds", " ".join(words), published=date(2025, 6, 30), parties=("JP", "US"))

    def script(request: AskRequest) -> Iterator[str | Answer]:
        yield "Searching"
        time.sleep(0.3)
        for shown in (5, len(words)):
            said = tuple(AnswerSentence(sentence, (n,)) for n, sentence in enumerate(words[:shown], 1))
            cited = tuple(cite(n, long, sentence) for n, sentence in enumerate(words[:shown], 1))
            yield Answer(request.question, request.question, " ".join(words[:shown]), said, cited)

    page = open_page(serve(make_desk([long], script)), viewport={"width": 360, "height": 900})
    for _ in range(2):
        begin(page, "Where do talks stand?")
        answered(page)
        expect(page.locator(".question")).to_be_in_viewport()
        page.get_by_role("button", name="New conversation").click()
        expect(page.locator("#welcome")).to_be_visible()


@pytest.mark.slow
def test_one_slow_answer_does_not_hold_up_another_tab(
    talks: Any, make_desk: Any, serve: Serve, open_page: Open
) -> None:
    go = threading.Event()

    def script(request: AskRequest) -> Iterator[str | Answer]:
        yield "Searching"
        if "slow" in request.question:
            go.wait(20)
        yield from talks.script(request)

    address = serve(make_desk(talks.desk.briefings, script))
    one, two = open_page(address), open_page(address)
    begin(one, "A slow one?")
    expect(one.locator(".status")).to_be_visible()
    begin(two, "A quick one?")
    expect(two.locator(".answer .sources")).to_have_count(1)
    go.set()
    expect(one.locator(".answer .sources")).to_have_count(1)


@pytest.mark.slow
def test_a_hostile_briefing_and_question_are_shown_as_text(
    make_desk: Any, make_briefing: Any, cite: Any, serve: Serve, open_page: Open
) -> None:
    """`open_page` fails the test if anything was fetched from another host."""
    url = "javascript:alert(document.domain)"
    bad = make_briefing(
        "e1", HOSTILE, f"Start. {HOSTILE}\nMore.", publisher=HOSTILE, url=url, parties=("JP", "US")
    )

    def script(request: AskRequest) -> Iterator[str | Answer]:
        yield HOSTILE
        said = (AnswerSentence(HOSTILE, (1,)),)
        yield Answer(request.question, HOSTILE, HOSTILE, said, (cite(1, bad, HOSTILE),))

    page = open_page(serve(make_desk([bad], script)))
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    begin(page, HOSTILE)
    answered(page)
    for selector in (".question", ".answer > p >> nth=0", ".source .title", ".source .about", ".source mark"):
        expect(page.locator(selector)).to_contain_text(HOSTILE)
    expect(page.locator("#conversation :is(script, img, b, code, iframe, svg image, .katex)")).to_have_count(
        0
    )
    links = page.locator("#conversation a").evaluate_all("all => all.map(a => a.origin)")
    assert set(links) == {page.evaluate("location.origin")}
    assert page.title() == "Trade briefings"
    assert dialogs == []
