"""Taking in goes on when the page is left, and a page opened again shows it."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.web.briefings import intakes
from assistant.web.briefings.cut_off import Course, Journal
from assistant.web.briefings.intakes import Intakes
from assistant.web.briefings.taking_in import take_in
from ingest.report import IngestProgress, Report
from ingest.sources.pasted import Pasted
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


@pytest.mark.slow
def test_what_another_browser_takes_in_is_not_shown(
    slow: SlowDesk, serve: Callable[..., str], open_page: Callable[..., Page], tmp_path: Path
) -> None:
    address = serve(slow)
    drop(opened(open_page(address)), tmp_path, 1)
    other = opened(open_page(address, new=True))
    other.wait_for_timeout(500)
    expect(other.locator("#intake-outcome")).to_have_text("")


@pytest.mark.slow
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


def test_those_that_go_on_are_shown_in_their_order_else_the_last(slow: SlowDesk, tmp_path: Path) -> None:
    begun = Intakes(slow, tmp_path)
    first, second = begun.begin("me", []), begun.begin("me", [Pasted("a")])
    assert ended(first)
    assert begun.of("me") == [second]
    assert begun.of("you") == []
    slow.go.set()
    assert ended(second)
    assert begun.of("me") == [second]


def test_what_cannot_be_read_of_an_earlier_process_keeps_no_page_from_opening(
    slow: SlowDesk, tmp_path: Path
) -> None:
    journal = Journal(tmp_path)
    journal.keep(journal.place(), Course("me", ("a.md", "b.md")))
    (tmp_path / "intakes" / "gone.json").symlink_to(tmp_path / "nowhere")
    [left] = Intakes(slow, tmp_path).of("me")
    assert "0 of 2 are on file" in left.step.html


def test_a_report_is_shown_for_an_hour(
    slow: SlowDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Intakes(slow, tmp_path)
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


@dataclass
class LongDesk(FakeDesk):
    """Takes in three sources, two of which it has stored when it comes to the third, a long one."""

    stops: list[str] = field(default_factory=list)

    def ingest(self, sources: Sequence[Any], *_: Any) -> Iterator[IngestProgress | Report]:
        try:
            for done in (1, 2):
                yield IngestProgress(done, 3, sources[done - 1].title, stored=done)
            while not self.stops:
                time.sleep(0.05)
                yield IngestProgress(2, 3, sources[2].title, 640, 18050, stored=2)
            if "process" in self.stops:
                raise StorageError("The process that serves this home is stopping.")
        finally:
            self.stops.append("closed")


THREE = [Pasted("1.", "one"), Pasted("2.", "two"), Pasted("3.", "three")]


def test_a_stop_ends_an_ingest_at_its_next_step_and_tells_what_is_on_file_and_what_is_missing(
    serve: Callable[..., str], open_page: Callable[..., Page], tmp_path: Path
) -> None:
    desk = LongDesk([], lambda request: iter(()))
    begun = Intakes(desk, tmp_path)
    intake = begun.begin("me", THREE)
    while "640 of 18,050 passages" not in intake.step.html:
        time.sleep(0.02)
    assert "2 of 3: three" in intake.step.html
    begun.stop("me")
    assert ended(intake)
    assert desk.stops == ["closed"]
    assert "Stopped. 2 of 3 are on file." in intake.step.html
    assert "<h4>Missing: 1</h4><ul><li>three</li></ul>" in intake.step.html
    assert Intakes(desk, tmp_path).of("me") == [], "who stopped it knows"


def test_an_ingest_that_was_cut_off_is_told_after_the_start_until_it_is_closed(tmp_path: Path) -> None:
    desk = LongDesk([], lambda request: iter(()))
    intake = Intakes(desk, tmp_path).begin("me", THREE)
    while "640 of 18,050 passages" not in intake.step.html:
        time.sleep(0.02)
    for killed in (True, False):
        if not killed:
            desk.stops.append("process")
            assert ended(intake)
        after = Intakes(desk, tmp_path)
        [told] = after.of("me")
        assert "cut off" in told.step.html
        assert "2 of 3 are on file." in told.step.html
        assert "<li>three</li>" in told.step.html
        assert after.of("you") == []
    after.close("me")
    assert after.of("me") == []
    assert Intakes(desk, tmp_path).of("me") == []


@pytest.mark.slow
def test_an_ingest_is_stopped_on_the_page_and_what_is_said_of_it_closed(
    serve: Callable[..., str], open_page: Callable[..., Page], tmp_path: Path
) -> None:
    desk = LongDesk([], lambda request: iter(()))
    desk.ingest = partial(_named, desk.ingest)  # type: ignore[method-assign]
    page = opened(open_page(serve(desk)))
    drop(page, tmp_path, 3)
    outcome = page.locator("#intake-outcome")
    expect(outcome).to_contain_text("2 of 3: note2.md, 640 of 18,050 passages")
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(outcome).to_contain_text("Stopped. 2 of 3 are on file.")
    expect(outcome).to_contain_text("note2.md")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(outcome).to_have_text("")
    expect(page.locator("#close-intake")).to_be_hidden()


def _named(ingest: Any, sources: Sequence[Any], *_: Any) -> Any:
    return ingest([Pasted("", source.name) for source in sources])
