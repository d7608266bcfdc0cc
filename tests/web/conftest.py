"""A browser, a server on loopback, and a desk that says what a test tells it to."""

import itertools
import os
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.answering import Answering
from assistant.desk import AskRequest, Desk
from assistant.local import LocalDesk
from assistant.web.app import build_app
from tests.install_browser import of_the_system
from vectorstore.briefing import Briefing
from vectorstore.catalogue import Catalogue
from vectorstore.conversations import Conversations
from vectorstore.embedding import Encoder
from vectorstore.errors import NotFoundError
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

expect.set_options(timeout=15_000)  # on two busy cores an answer takes seconds to be drawn

SIZE: ViewportSize = {"width": 1280, "height": 800}

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class FakeDesk:
    """Enough of a desk for the page's plumbing: canned briefings, one scripted answer a question."""

    briefings: list[Briefing]
    script: Callable[[AskRequest], Iterator[str | Answer]]
    requests: list[AskRequest] = field(default_factory=list)
    next_questions: tuple[str, ...] = ()
    conversations: Conversations = field(default_factory=lambda: Conversations(_catalogue()))

    def follow_ups(self, request: AskRequest, answer: Answer) -> tuple[str, ...]:
        return self.next_questions

    def ask_events(self, request: AskRequest) -> Iterator[str | Answer]:
        self.requests.append(request)
        yield from self.script(request)

    def ask(self, request: AskRequest) -> Answer:
        raise NotImplementedError

    def ingest(
        self, sources: Sequence[str], published: date | None = None, prune: bool = False
    ) -> Iterator[Any]:
        raise NotImplementedError

    def list(self) -> list[Briefing]:
        return self.briefings

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        for briefing in self.briefings:
            if briefing.id == briefing_id:
                return briefing
        raise NotFoundError(f"No briefing {briefing_id}.")

    def remove(self, briefing_id: str) -> Briefing:
        raise NotImplementedError

    def doctor(self, repair: bool = False) -> dict[str, Any]:
        return {}

    def encoder_digest(self) -> str:
        return ""

    def close(self) -> None: ...


_SCRATCH = tempfile.TemporaryDirectory(prefix="briefings-page-")  # removed when the tests end
_NUMBERS = itertools.count(1)


def _catalogue() -> Catalogue:
    """A catalogue that holds nothing yet, in a folder of its own."""
    return Catalogue(f"sqlite:///{_SCRATCH.name}/{next(_NUMBERS)}.db")


def make_briefing(id: str, title: str, text: str, **more: Any) -> Briefing:
    return Briefing(id=id, key=id, source=f"{id}.md", title=title, text=text, content_hash=id, **more)


def cite(number: int, briefing: Briefing, quote: str) -> Citation:
    start = briefing.text.index(quote)
    return Citation(
        number=number,
        briefing_id=briefing.id,
        source=briefing.source,
        title=briefing.title,
        publisher=briefing.publisher,
        published=briefing.published,
        url=briefing.url,
        quote=quote,
        start=start,
        end=start + len(quote),
    )


def quoting(request: AskRequest, briefing: Briefing, *quotes: str, **more: Any) -> Answer:
    """An answer that quotes one briefing."""
    said = tuple(AnswerSentence(quote, (number,)) for number, quote in enumerate(quotes, 1))
    return Answer(
        question=request.question,
        standalone=request.question,
        answer=" ".join(f"{s.text} [{s.citations[0]}]" for s in said),
        sentences=said,
        citations=tuple(cite(number, briefing, quote) for number, quote in enumerate(quotes, 1)),
        **more,
    )


@dataclass
class Talks:
    """A desk with two briefings that answers everything from the first; `hold` keeps it searching."""

    desk: FakeDesk
    _go: threading.Event

    def hold(self) -> None:
        self._go.clear()

    def release(self) -> None:
        self._go.set()

    def script(self, request: AskRequest) -> Iterator[str | Answer]:
        yield from self.desk.script(request)


@pytest.fixture(scope="module")
def all_talks() -> Talks:
    said = (
        "The fifth round of Japan-US talks took place in Washington on June 6.",
        "While discussions made further progress, a final agreement has not been reached.",
    )
    japan = make_briefing(
        "a1",
        "Asia, week 23",
        f"# Japan\n\n{' '.join(said)} Both sides meet again.",
        publisher="Example Wire",
        published=date(2025, 6, 8),
        parties=("JP", "US"),
        url="https://example.org/week-23",
    )
    other = make_briefing("b2", "Asia, week 22", "Nothing.", published=date(2025, 6, 1), parties=("JP", "US"))
    go = threading.Event()
    go.set()

    def script(request: AskRequest) -> Iterator[str | Answer]:
        yield "Searching 2 briefings"
        go.wait(20)
        for shown in (1, 2):
            yield quoting(request, japan, *said[:shown], as_of=request.as_of, newest_evidence=japan.published)

    return Talks(FakeDesk([japan, other], script), go)


@pytest.fixture
def talks(all_talks: Talks) -> Iterator[Talks]:
    """The desk of a module, which no question of this test has been asked yet."""
    all_talks.desk.requests.clear()
    yield all_talks
    all_talks.release()


@pytest.fixture(scope="module")
def talks_address(all_talks: Talks, serve_all: Callable[[Desk], str]) -> str:
    """Where the page over that desk is."""
    return serve_all(all_talks.desk)


@pytest.fixture(scope="module")
def desk(
    samples_home: Path, models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LocalDesk]:
    """A real desk over samples/, in a home of the module's own."""
    home = shutil.copytree(samples_home, tmp_path_factory.mktemp("desk") / "home")
    store = Store.open(HomeSettings(home, models=models), encoder)
    real = LocalDesk(store, Answering(store))
    yield real
    real.close()


@pytest.fixture(name="make_briefing")
def _make_briefing() -> Callable[..., Briefing]:
    return make_briefing


@pytest.fixture(name="cite")
def _cite() -> Callable[..., Citation]:
    return cite


@pytest.fixture(scope="session")
def making() -> tuple[Callable[..., Briefing], Callable[..., FakeDesk], Callable[..., Citation]]:
    """What makes a briefing, a desk and a citation, for pages that a module shares."""
    return make_briefing, FakeDesk, cite


@pytest.fixture
def make_desk() -> Callable[..., FakeDesk]:
    return FakeDesk


@pytest.fixture
def serve() -> Iterator[Callable[[Desk], str]]:
    """Serve a desk's page on a free port of 127.0.0.1; returns its address."""
    with serving() as start:
        yield start


@pytest.fixture(scope="module")
def serve_all() -> Iterator[Callable[[Desk], str]]:
    """The same for all tests of a module: starting a server takes a second."""
    with serving() as start:
        yield start


@contextmanager
def serving() -> Iterator[Callable[[Desk], str]]:
    running: list[tuple[uvicorn.Server, threading.Thread]] = []
    homes = tempfile.TemporaryDirectory()

    def start(desk: Desk, mcp: bool = False, home: Path | None = None) -> str:
        home = home or Path(tempfile.mkdtemp(dir=homes.name))
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(
            uvicorn.Config(build_app(desk, home, mcp=mcp), log_level="warning", timeout_graceful_shutdown=1)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        running.append((server, thread))
        deadline = time.monotonic() + 30
        while not server.started:
            assert time.monotonic() < deadline, "the server did not start within 30 s"
            time.sleep(0.02)
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield start
    for server, _ in running:
        server.should_exit = True
    for _, thread in running:
        thread.join(10)
    homes.cleanup()


# What reaches beyond the right edge of the window, by its tag, id and class.
# Nothing moves but what goes on moving for ever.
AT_REST = """() => document.getAnimations().every(
  animation => animation.playState !== "running" || animation.effect.getTiming().iterations === Infinity
)"""
WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName}#${e.id}.${e.getAttribute("class")}`)"""


# What axe looks for in each colour scheme: the second time only colours differ.
SCHEMES: dict[Any, Any] = {"light": None, "dark": {"runOnly": ["color-contrast"]}}


@pytest.fixture
def review() -> Callable[[Page, str], None]:
    """Have axe look at a page in light and dark; keep a picture of each in the folder SCREENSHOTS, if set."""
    folder = Path(os.environ["SCREENSHOTS"]) if os.environ.get("SCREENSHOTS") else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)

    def look(page: Page, name: str) -> None:
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("body.dark")).to_have_count(int(scheme == "dark"))
            page.wait_for_timeout(50)  # what is to move has begun to
            page.wait_for_function(AT_REST)
            if folder:
                page.screenshot(path=folder / f"{name}-{scheme}.png", full_page=True)
            found = Axe().run(page, options=rules).response["violations"]
            assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found] == [], scheme
            assert page.evaluate(WIDER) == []

    return look


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the one of the system, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=of_the_system(), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


# gradio's own: when it closes the stream that told how far an upload is, and when a page is left in the
# middle of an answer.
LEFT = ("Method not implemented.", "AbortError: signal is aborted", "Unexpected error Connection errored out")


class Leaving:
    """Whether a page is about to give way to the next one: what it was still to be told breaks off then."""

    def __init__(self, page: Page) -> None:
        self.now = False
        page.on("request", lambda request: self._is(True) if request.is_navigation_request() else None)
        page.on("requestfailed", lambda request: self._is(False) if request.is_navigation_request() else None)
        page.on("framenavigated", lambda _: self._is(False))
        page.on("download", lambda _: self._is(False))

    def _is(self, now: bool) -> None:
        self.now = now


def is_complaint(message: ConsoleMessage) -> bool:
    return message.type in ("error", "warning") and not message.text.startswith(LEFT)


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window that a test leaves as if new. The next page is drawn in half the time: 1 s, not 2.

    Its first tab stays open, and with it the process that has gradio's scripts compiled.
    """
    context = browser.new_context(viewport=SIZE)
    yield context
    context.close()


# Two pictures on, gradio has drawn what came with an event, and nothing moves away under a click.
DRAWN = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"
OPENED = "() => document.querySelector('#moved [data-testid=markdown]')?.textContent.trim()"


@pytest.fixture
def open_page(browser: Browser, window: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Open an address as in a browser of its own; afterwards nothing went to another host or the error log.

    A second page, one that asks for more than a size and a scheme, or for a `new` browser, gets one.
    """
    contexts: list[BrowserContext] = []
    origins: list[str] = []
    hosts: set[str] = set()
    complaints: list[str] = []

    def in_window(origin: str, viewport: ViewportSize = SIZE, color_scheme: Any = "light") -> Page:
        if not window.pages:
            window.new_page().goto(f"{origin}/health")
        origins.append(origin)
        page = window.new_page()
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=color_scheme)
        return page

    def open_one(address: str, new: bool = False, **options: Any) -> Page:
        if new or origins or options.keys() - {"viewport", "color_scheme"}:
            contexts.append(browser.new_context(**{"viewport": SIZE, **options}))
            page = contexts[-1].new_page()
        else:
            page = in_window(urljoin(address, "/").rstrip("/"), **options)
        page.set_default_timeout(15_000)
        page.on("request", lambda r: hosts.add(r.url.split("/")[2].split(":")[0] if "//" in r.url else ""))
        leaving = Leaving(page)
        page.on(
            "console", lambda m: complaints.append(m.text) if is_complaint(m) and not leaving.now else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        page.locator("#on-file", has_text="briefing").wait_for()
        page.wait_for_function(OPENED)  # what opens the last conversation fills the fields
        page.evaluate(DRAWN)
        return page

    yield open_one
    for context in contexts:
        context.close()
    for page in window.pages[1:]:
        page.close()
    for origin in origins:
        storage = window.new_cdp_session(window.pages[0])
        storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        storage.detach()
    window.clear_cookies()
    assert hosts - {""} <= {"127.0.0.1"}
    assert complaints == []
