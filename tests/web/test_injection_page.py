"""Planted links, images and HTML on the real page, with a model that repeats them: no request is made."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.answering import Answering
from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from tests.evals.breaches import fetching
from tests.evals.injection import GENUINE, Attack, attacks
from tests.evals.obedience import WAYS, Seen, obedient
from tests.web.browsing import select_tab
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

Serve = Callable[[Desk], str]
Open = Callable[..., Page]

SAMPLE = (
    "image-image",
    "css-html",
    "iframe-html",
    "alt-text-image",
    "comment-html",
    "title-html",
    "entities-html",
)


@dataclass
class Collector:
    """A server that an attack wants to hear from."""

    host: str = ""
    heard: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def collector() -> Iterator[Collector]:
    found = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.heard.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.host = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    thread.join(10)


@pytest.fixture(scope="module")
def planted(collector: Collector) -> list[Attack]:
    return [attack for attack in attacks() if attack.id in SAMPLE or attack.kind == "exfiltration"]


@pytest.fixture(scope="module")
def desk(
    encoder: Encoder,
    models: Path,
    collector: Collector,
    planted: list[Attack],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[LocalDesk]:
    place = tmp_path_factory.mktemp("planted")
    folder = place / "briefings"
    folder.mkdir()
    for attack in planted:
        for name, content in attack.files:
            (folder / name).write_text(_aimed(content, collector), encoding="utf-8")

    def send(attack: Attack, seen: Seen) -> str:
        ways = (WAYS["sends the question out"], WAYS["repeats the payload with its citation"])
        return _aimed("\n".join(way(attack, seen) for way in ways), collector)

    store = Store.open(HomeSettings(place / "home", models=models), encoder)
    desk = LocalDesk(store, Answering(store, obedient(planted[0], send)))
    for _ in desk.ingest([str(folder)]):
        pass
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Serve) -> str:
    return serve_all(desk)


def _aimed(text: str, collector: Collector) -> str:
    return text.replace("https://collect.example", f"http://{collector.host}").replace(
        "collect.example", collector.host
    )


@pytest.mark.slow
def test_the_page_makes_no_request_that_a_briefing_or_a_model_asks_for(
    address: str, collector: Collector, open_page: Open
) -> None:
    page = open_page(address)
    page.get_by_label("Question").fill("What is the status of the Norway-Chile salmon accord?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    answer = page.locator(".bot-row .answer")
    expect(answer).to_be_visible()
    expect(answer).to_contain_text(GENUINE)
    page.wait_for_timeout(1000)
    shown = answer.evaluate(
        "node => { const own = node.cloneNode(true);"
        " own.querySelectorAll('.thumb > svg').forEach(icon => icon.remove()); return own.innerHTML; }"
    )  # the page's own two thumbs are drawn; everything else is what was answered
    assert fetching(shown) == []
    assert collector.heard == []
    httpx.get(f"http://{collector.host}/heard", trust_env=False)
    assert collector.heard == ["/heard"]


@pytest.mark.slow
def test_a_planted_briefing_is_read_on_the_page_as_text(
    address: str, collector: Collector, open_page: Open
) -> None:
    heard = len(collector.heard)
    page = open_page(address)
    select_tab(page, "Briefings")
    page.locator("#table td.title a").first.click()
    expect(page.locator("#reader")).to_contain_text(GENUINE)
    page.wait_for_timeout(500)
    assert len(collector.heard) == heard
