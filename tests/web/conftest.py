"""A browser, a server on loopback, and a desk that says what a test tells it to."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

from assistant.answer import Answer, Citation
from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from tests.install_browser import of_the_system
from tests.web.browsing import (
    AT_REST,
    CHROMIUM_FLAGS,
    DRAWN,
    OPENED,
    SCHEMES,
    SIZE,
    WIDER,
    Leaving,
    is_complaint,
)
from tests.web.chats import Served, chatting
from tests.web.fake_desk import FakeDesk, Talks, cite, make_briefing, quoting
from tests.web.serving import serving
from vectorstore.briefing import Briefing
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

PATIENCE = 60_000  # ms; on two cores that others keep busy, a page was seen to take more than 15 s
expect.set_options(timeout=PATIENCE)


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
def served() -> Iterator[Served]:
    """A page that all tests of conversations share, each with a browser of its own."""
    go = threading.Event()
    desk = chatting(go)
    with serving() as start:
        yield Served(start(desk), desk, go)
        go.set()


@pytest.fixture
def page(served: Served, open_page: Callable[..., Page]) -> Page:
    """That page, opened; slow answers wait until they are let go."""
    served.go.clear()
    return open_page(served.address)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: the one of the system, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=of_the_system(), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window that a test leaves as if new. The next page is drawn in half the time: 1 s, not 2.

    Its first tab stays open, and with it the process that has gradio's scripts compiled.
    """
    context = browser.new_context(viewport=SIZE)
    yield context
    context.close()


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
        page.set_default_timeout(PATIENCE)
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


@pytest.fixture
def nothing_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever goes to State does not wait until both indexes were tried, in two processes."""
    monkeypatch.setattr("vectorstore.store.probe", lambda *_: [])
