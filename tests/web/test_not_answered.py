"""What the page says where a question is not answered."""

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Answer
from assistant.asking.request import AskRequest
from assistant.desks.desk import Desk
from tests.web.chats import at_rest, begin
from vectorstore.errors import QuestionError

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


@pytest.mark.slow
def test_a_bad_as_of_date_is_explained_and_the_question_kept(
    talks: Any, talks_address: str, open_page: Open
) -> None:
    page = open_page(talks_address)
    page.get_by_label("As of").fill("![x](http://evil.example/p.png)")
    begin(page, "Where do talks stand?")
    note = page.locator("#note[role=alert]")
    expect(note).to_contain_text("![x](http://evil.example/p.pn")
    expect(note).to_contain_text("Expected a calendar date such as 2025-06-08")
    expect(page.get_by_label("Question")).to_have_value("Where do talks stand?")
    assert talks.desk.requests == []
    page.get_by_label("As of").fill("")
    page.get_by_label("As of").press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(1)
    expect(note).to_have_text("")


def test_an_empty_question_is_not_asked(talks: Any, talks_address: str, open_page: Open) -> None:
    page = open_page(talks_address)
    begin(page, "   ")
    expect(page.get_by_role("alert")).to_have_text("Type a question first.")
    assert talks.desk.requests == []


@pytest.mark.slow
def test_an_empty_home_says_how_to_fill_it(make_desk: Any, serve: Serve, open_page: Open) -> None:
    desk = make_desk([], lambda request: iter(()))
    page = open_page(serve(desk))
    expect(page.get_by_text("No briefings on file yet")).to_be_visible()
    expect(page.get_by_text("briefings ingest FOLDER")).to_be_visible()
    expect(page.locator(".example")).to_have_count(0)
    begin(page, "Where do talks stand?")
    expect(page.get_by_role("alert")).to_contain_text("Take some in under Briefings")


@pytest.mark.slow
def test_a_failure_is_one_polite_line_with_an_id_that_is_in_the_log(
    talks: Any, make_desk: Any, serve: Serve, open_page: Open, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(request: AskRequest) -> Iterator[str | Answer]:
        yield "Searching"
        raise RuntimeError("inner secret")

    page = open_page(serve(make_desk(talks.desk.briefings, fail)))
    with caplog.at_level(logging.ERROR):
        begin(page, "Where do talks stand?")
        error = page.locator(".error")
        expect(error).to_contain_text("Something went wrong while answering. Please ask again.")
        at_rest(page)
    error_id = re.search(r"Error (\w{8})", error.inner_text())
    assert error_id
    assert error_id[1] in caplog.text
    assert "secret" not in page.locator("body").inner_text()


@pytest.mark.slow
def test_a_question_that_cannot_be_read_is_explained(
    talks: Any, make_desk: Any, serve: Serve, open_page: Open
) -> None:
    def refuse(request: AskRequest) -> Iterator[str | Answer]:
        raise QuestionError(f"The question has {len(request.question):,} characters.")
        yield ""

    page = open_page(serve(make_desk(talks.desk.briefings, refuse)))
    begin(page, "why " * 5000)
    expect(page.locator(".error")).to_have_text("The question has 20,000 characters.")
