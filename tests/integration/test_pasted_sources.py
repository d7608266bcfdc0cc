"""A pasted text becomes a briefing."""

from datetime import date

import pytest

from ingest.sources.pasted import Pasted
from tests.web_sources import counts, on_file, page, run
from vectorstore.store import Store


def test_a_pasted_text_is_known_by_its_url_or_its_content(store: Store) -> None:
    text = "Steel duty\n\nCanada raised its duty on steel to 50 percent."
    told = Pasted(text, title="Told", publisher="Desk", url="https://example.org/steel#x")
    assert counts(run(store, told, Pasted(text), published=date(2025, 7, 1))) == (2, 0, 0, 0, 0)
    found = {briefing.key: briefing for briefing in on_file(store).values()}
    by_url = found.pop("https://example.org/steel")
    assert (by_url.title, by_url.publisher, by_url.published) == ("Told", "Desk", date(2025, 7, 1))
    ((key, by_content),) = found.items()
    assert key.startswith("pasted-")
    assert (by_content.title, by_content.source) == ("Steel duty", key)
    assert counts(run(store, Pasted(f"{text}\n"))) == (0, 0, 1, 0, 0)
    again = Pasted(text + " More.", title="Told", url="https://example.org/steel")
    assert counts(run(store, again)) == (0, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "url", "message"),
    [("x", "example.org", "no http or https address"), (" \n", None, "It is empty")],
)
def test_a_pasted_text_that_is_none_is_said(store: Store, text: str, url: str | None, message: str) -> None:
    (failure,) = run(store, Pasted(text, url=url)).failed
    assert message in failure.error


def test_pasted_markdown_and_html_are_read_as_such(store: Store) -> None:
    run(store, Pasted("---\ntitle: Tin\ndate: 2025-06-08\n---\nPeru **raised** it."), Pasted(page("Chile.")))
    texts = {briefing.title: briefing.text for briefing in on_file(store).values()}
    assert texts["Tin"] == "Peru raised it."
    assert "<p>" not in texts["Steel duty"]
