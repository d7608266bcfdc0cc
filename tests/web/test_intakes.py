"""Taking in goes on when the page is left, and a page opened again shows it."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.web.briefings import intakes
from assistant.web.briefings.intakes import Intakes
from assistant.web.briefings.taking_in import take_in
from ingest.report import IngestProgress, Report
from ingest.web.linked import Linked
from tests.web.browsing import select_tab
from tests.web.fake_desk import FakeDesk, make_briefing
from vectorstore.errors import StorageError


@dataclass
class SlowDesk(FakeDesk):
    """Waits in the middle of an ingest until it is let go; remembers what it has read."""

    go: threading.Event = field(default_factory=threading.Event)
    read: list[str] = field(default_factory=list)

    def ingest(self, sources: Sequence[Any], *_: Any) -> Iterator[IngestProgress | Report]:
        for done, source in enumerate(sources, 1):
            self.read.append(Path(source.path).read_text() if hasattr(source, "path") else source.text)
            yield IngestProgress(done, len(sources), f"source {done}")
            assert self.go.wait(30)
            time.sleep(0.3)  # longer than the time between two steps of the bar
        yield Report(unchanged=len(sources))


@pytest.fixture
def slow() -> Iterator[SlowDesk]:
    desk = SlowDesk([], lambda request: iter(()))
    yield desk
    desk.go.set()


def opened(page: Page) -> Page:
    select_tab(page, "Briefings")
    page.locator("#table :is(table, .empty, .error)").wait_for()
    return page


def drop(page: Page, folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"note{number}.md").write_text(f"Note {number}.")
    page.locator("#files input[type=file]").set_input_files(sorted(folder.iterdir()))


@pytest.mark.slow
def test_files_dropped_are_all_taken_in_when_the_page_is_reloaded_which_shows_progress_then_the_report(
    slow: SlowDesk, serve: Callable[..., str], open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened(open_page(serve(slow)))
    drop(page, tmp_path, 3)
    expect(page.locator("#intake-outcome")).to_contain_text("1 of 3: source 1")
    page.reload()
    opened(page)
    expect(page.locator("#intake-outcome")).to_contain_text("1 of 3: source 1")
    slow.go.set()
    expect(page.locator("#intake-outcome h3")).to_have_text("Nothing new: it is on file already")
    assert slow.read == ["Note 0.", "Note 1.", "Note 2."]
    page.reload()
    opened(page)
    expect(page.locator("#intake-outcome h3")).to_have_text("Nothing new: it is on file already")


def test_what_another_browser_takes_in_is_not_shown(
    slow: SlowDesk, serve: Callable[..., str], open_page: Callable[..., Page], tmp_path: Path
) -> None:
    address = serve(slow)
    drop(opened(open_page(address)), tmp_path, 1)
    other = opened(open_page(address, new=True))
    other.wait_for_timeout(500)
    expect(other.locator("#intake-outcome")).to_have_text("")


@pytest.mark.parametrize(("hosts", "kind"), [(("127.0.0.1",), str), (("*",), Linked)])
def test_an_address_typed_on_a_public_page_is_no_leave_to_look_at_the_own_network(
    serve: Callable[..., str], open_page: Callable[..., Page], hosts: tuple[str, ...], kind: type
) -> None:
    desk = SlowDesk([], lambda request: iter(()))
    asked: list[Any] = []
    desk.ingest = lambda sources, *_: iter([asked.extend(sources) or Report()])  # type: ignore[method-assign,func-returns-value]
    page = opened(open_page(serve(desk, hosts=hosts)))
    select_tab(page, "Web pages")
    page.get_by_label("Addresses of web pages or feeds").fill("http://127.0.0.1:9/talks")
    page.locator("#fetch").click()
    expect(page.locator("#intake-outcome h3")).to_be_visible()
    assert [type(source) for source in asked] == [kind]


def ended(intake: intakes.Intake) -> bool:
    deadline = time.monotonic() + 10
    while not intake.over and time.monotonic() < deadline:
        time.sleep(0.02)
    return intake.over


def test_those_that_go_on_are_shown_in_their_order_else_the_last(slow: SlowDesk) -> None:
    begun = Intakes(slow)
    first, second = begun.begin("me", []), begun.begin("me", [_Text("a")])  # type: ignore[list-item]
    assert ended(first)
    assert begun.of("me") == [second]
    assert begun.of("you") == []
    slow.go.set()
    assert ended(second)
    assert begun.of("me") == [second]


def test_a_report_is_shown_for_an_hour(slow: SlowDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Intakes(slow)
    assert ended(begun.begin("me", []))
    assert begun.of("me")
    monkeypatch.setattr(intakes, "KEPT_SECONDS", -1.0)
    assert begun.of("me") == []


def test_a_report_is_shown_though_nothing_can_be_told_of_what_came(slow: SlowDesk) -> None:
    slow.briefings = [make_briefing("a1", "Taken in now", "Text.")]
    slow.ingest = lambda *_: iter([Report(added=1, came=("a1",))])  # type: ignore[method-assign]

    def broken(_: object) -> Any:
        raise StorageError("The disk is full.")

    slow.news = broken  # type: ignore[method-assign]
    assert "Taken in now" in [*take_in(slow, [])][-1].html  # type: ignore[arg-type]


def test_the_report_lists_what_came_by_this_ingest_alone(slow: SlowDesk) -> None:
    slow.briefings = [
        make_briefing(id, title, "", ingested_at="2999-01-01T00:00:00+00:00")
        for id, title in (("a1", "Mine"), ("b2", "Not mine"))
    ]
    slow.ingest = lambda *_: iter([Report(added=1, came=("a1",))])  # type: ignore[method-assign]
    *_, last = take_in(slow, [])
    assert "Mine" in last.html
    assert "Not mine" not in last.html


@dataclass(frozen=True)
class _Text:
    text: str
