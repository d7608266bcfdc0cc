"""The State tab: over the samples in a browser, and what it says of other homes."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.answering import Answering
from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from assistant.web.state.state_html import state_html
from tests.web.browsing import select_tab
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

TODAY = date(2026, 11, 24)

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.slow
def test_the_state_of_a_real_home_is_told_and_it_is_sound(
    encoder: Encoder,
    models: Path,
    samples_home: Path,
    tmp_path: Path,
    serve: Serve,
    open_page: Open,
    review: Callable[[Page, str], None],
) -> None:
    shutil.copytree(samples_home, tmp_path / "home")
    store = Store.open(HomeSettings(tmp_path / "home", models=models), encoder)
    desk = LocalDesk(store, Answering(store))
    address = serve(desk)
    page = open_page(address)
    select_tab(page, "State")
    state = page.locator("#state")
    expect(state).to_contain_text("Sound: the catalogue and both indexes agree.")
    expect(state).to_contain_text(re.compile(rf"Briefings\s*{len(desk.list())}"))
    expect(state).to_contain_text(re.compile(r"Newest\s*19 August 2026"))
    expect(state).to_contain_text(encoder.identity.name)
    expect(state).to_contain_text("extractive")
    expect(state).to_contain_text(str(tmp_path / "home"))
    for width in (1920, 360):
        page.set_viewport_size({"width": width, "height": 800})
        review(page, f"state-{width}")
    desk.close()


@pytest.mark.slow
def test_problems_are_named_with_what_mends_them_and_a_failure_with_its_id(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open, caplog: pytest.LogCaptureFixture
) -> None:
    problems = ["3 passages are missing from the <b>vectors</b>"]

    class Damaged(make_desk):  # type: ignore[misc]
        def doctor(self, repair: bool = False) -> dict[str, Any]:
            if not problems:
                raise RuntimeError("inner secret")
            return {
                "home": "/h",
                "problems": problems,
                "encoder": {"name": "e", "dimension": 3, "digest": "d" * 64},
            }

    page = open_page(serve(Damaged([make_briefing("a1", "Talks", "T")], lambda request: iter(()))))
    select_tab(page, "State")
    expect(page.locator("#state .error")).to_contain_text("briefings doctor --repair")
    expect(page.locator("#state li")).to_have_text("3 passages are missing from the <b>vectors</b>")
    problems.clear()
    page.get_by_role("button", name="Look again").click()
    error = page.locator("#state .error")
    expect(error).to_contain_text("Something went wrong while looking the home over")
    error_id = re.search(r"Error (\w{8})", error.inner_text())
    assert error_id
    assert error_id[1] in caplog.text


def test_an_empty_home_says_so() -> None:
    told = words(state_html([], None, TODAY))
    assert "Engine" not in told  # it is not known yet
    for words_of_it in ("Briefings 0", "Newest none is dated", "Last taken in nothing yet"):
        assert words_of_it in told


def test_undated_ones_copies_and_times_are_counted(make_briefing: Any) -> None:
    briefings = [
        make_briefing("a", "T", "x", published=date(2026, 11, 23), ingested_at="2026-11-24T08:05:00+00:00"),
        make_briefing(
            "b", "T", "x", duplicate_of="a", passage_count=3, ingested_at="2026-11-24T07:00:00+00:00"
        ),
        make_briefing("c", "T", "x", published=date(2062, 1, 1), passage_count=4),
    ]
    told = words(state_html(briefings, None, TODAY))
    for words_of_it in (
        "Briefings 3 (1 undated, 1 duplicate)",
        "Newest 23 November 2026, yesterday",
        "Last taken in 24 November 2026, 08:05 UTC",
        "Passages 4",
    ):
        assert words_of_it in told


@pytest.mark.parametrize(
    ("published", "told"),
    [(date(2026, 11, 25), "25 November 2026, tomorrow"), (date(2026, 11, 26), "none is dated")],
)
def test_it_may_be_tomorrow_somewhere_and_no_later(make_briefing: Any, published: date, told: str) -> None:
    briefing = make_briefing("a", "T", "x", published=published)
    assert f"Newest {told}" in words(state_html([briefing], None, TODAY))


def test_the_engine_that_answers_is_named() -> None:
    encoder = {"name": "e", "dimension": 3, "digest": "d" * 64}
    state = {"home": "/h", "problems": [], "encoder": encoder}
    told = words(state_html([], {**state, "engine": "openai:gpt-x"}, TODAY))
    assert "Engine openai:gpt-x, each sentence checked" in told
    assert "Engine extractive: verbatim sentences" in words(state_html([], state, TODAY))
