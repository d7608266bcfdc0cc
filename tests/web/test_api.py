"""The page as an API: named endpoints over gradio's client, the same as tools over a real MCP client."""

import asyncio
import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp import ClientSession, McpError
from mcp.client.streamable_http import streamablehttp_client

from assistant.asking.request import AskRequest
from assistant.chronicle.entries import TimelineRequest
from assistant.desks.found import SearchRequest
from assistant.desks.local import LocalDesk
from assistant.web.programs import objects
from ingest.web import fetching
from tests.briefings_process import environment, serving
from tests.web_server import web_server

ROOT = Path(__file__).parents[2]
ENDPOINTS = {"/ask", "/search", "/timeline", "/ingest"}
TRUCE = "When does the US-China tariff truce end?"


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Callable[..., str]) -> str:
    return serve_all(desk, mcp=True)


@pytest.fixture(scope="module")
def client(address: str) -> Client:
    return Client(address, verbose=False, analytics_enabled=False)


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "latency_ms": 0}


def use(address: str, tool: str, **arguments: Any) -> Any:
    """Call a tool as an MCP client does, over streamable HTTP."""

    async def call() -> Any:
        async with (
            streamablehttp_client(f"{address}mcp") as (reading, writing, _),
            ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            if tool == "":
                return await session.list_tools()
            return await session.call_tool(tool, arguments)

    with ThreadPoolExecutor(1) as aside:  # the browser of other tests keeps a loop running in this thread
        return aside.submit(asyncio.run, call()).result()


def test_the_four_endpoints_are_typed_and_the_rest_of_the_page_is_private(client: Client) -> None:
    told = client.view_api(return_format="dict")
    assert told["named_endpoints"].keys() == ENDPOINTS
    assert told["unnamed_endpoints"] == {}
    for name in ENDPOINTS:
        endpoint = told["named_endpoints"][name]
        assert endpoint["description"]
        assert all(parameter["type"] for parameter in endpoint["parameters"])
        [returned] = endpoint["returns"]
        assert returned["type"]["properties"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("endpoint", "given"),
    [
        ("/ask", {"question": TRUCE, "as_of": "2025-10-01", "parties": ["China"]}),
        ("/ask", {"question": "What did Peru agree on anchovy quotas?"}),
        ("/search", {"query": "steel quota", "size": 3}),
        ("/timeline", {"subject": "US-China truce"}),
    ],
)
def test_an_endpoint_and_a_tool_return_the_object_of_the_command(
    desk: LocalDesk, client: Client, address: str, endpoint: str, given: dict[str, Any]
) -> None:
    named = {
        **given,
        **({"parties": ("CN",)} if "parties" in given else {}),
        **({"as_of": date.fromisoformat(given["as_of"])} if "as_of" in given else {}),
    }
    expected = {
        "/ask": lambda: desk.ask(AskRequest(**named)).to_json(),
        "/search": lambda: desk.search(SearchRequest(**named)).to_json(),
        "/timeline": lambda: desk.timeline(TimelineRequest(**named)).to_json(),
    }[endpoint]()
    assert timeless(client.predict(api_name=endpoint, **given)) == timeless(expected)
    called = use(address, endpoint[1:], **given)
    assert not called.isError
    assert timeless(called.structuredContent) == timeless(expected)
    assert timeless(json.loads(called.content[0].text)) == timeless(expected)


@pytest.mark.parametrize(("name", "given"), [("parties", "EU"), ("publishers", "Trade Desk Notes")])
def test_a_name_alone_is_a_list_of_one(client: Client, name: str, given: str) -> None:
    listed, alone = (client.predict(TRUCE, api_name="/search", **{name: names}) for names in ([given], given))
    assert alone == listed


def test_a_follow_up_carries_its_history(client: Client) -> None:
    history = [{"role": "user", "content": TRUCE}, {"role": "assistant", "content": "In November."}]
    answer = client.predict("And as of September 2025?", history=history, api_name="/ask")
    assert "truce" in answer["standalone"]
    with pytest.raises(AppError, match="which is user or assistant"):
        client.predict("And then?", history=[{"role": "system", "content": "x"}], api_name="/ask")


@pytest.mark.parametrize(
    ("endpoint", "given", "said"),
    [
        ("/ask", {"question": "?"}, "The question is empty"),
        ("/ask", {"question": TRUCE, "as_of": "June"}, "Expected a calendar date such as 2025-06-08"),
        ("/ask", {"question": TRUCE, "parties": ["Narnia"]}, "is not one party"),
        ("/search", {"query": "steel", "size": 0}, "expected 1 to 100"),
        ("/timeline", {"subject": ""}, "The subject is empty"),
        ("/ingest", {}, "neither a text nor an address"),
        ("/ingest", {"url": "/etc/passwd"}, "is no web address"),
        ("/ingest", {"url": "file:///etc/passwd"}, "is no web address"),
        ("/ingest", {"url": "https://example.org/a", "title": "A"}, "Leave both out"),
    ],
)
def test_what_cannot_be_done_is_said_in_plain_words(
    client: Client, address: str, endpoint: str, given: dict[str, Any], said: str
) -> None:
    with pytest.raises(AppError, match=said):
        client.predict(api_name=endpoint, **given)
    called = use(address, endpoint[1:], **given)
    assert called.isError
    assert said in called.content[0].text
    assert "Traceback" not in called.content[0].text


def test_a_text_is_taken_in_and_known_the_second_time(desk: LocalDesk, client: Client, address: str) -> None:
    told = {
        "text": "Ghana and Togo agreed on a duty of 3 percent on shea butter.",
        "title": "Shea duty",
        "publisher": "Accra Wire",
        "published": "2025-06-08",
    }
    report = client.predict(api_name="/ingest", **told)
    assert (report["added"], report["failed"]) == (1, [])
    [briefing] = [b for b in desk.list() if b.title == "Shea duty"]
    assert (briefing.publisher, str(briefing.published)) == ("Accra Wire", "2025-06-08")
    again = use(address, "ingest", **told).structuredContent
    assert (again["added"], again["unchanged"]) == (0, 1)


def test_a_page_is_fetched_from_the_public_internet_alone(
    desk: LocalDesk, client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with web_server() as server:
        text = "Norway and Peru agreed on a duty of 4 percent on frozen shrimp on Monday. " * 6
        page = f"<html><head><title>Shrimp</title></head><body><article><h1>Shrimp</h1><p>{text}"
        url = server.serve("/shrimp", page)
        for report in (
            client.predict(url=url, api_name="/ingest"),
            use(address, "ingest", url=url).structuredContent,
        ):
            [failure] = report["failed"]
            assert "private address that no person typed" in failure["error"]
        assert server.requests == []
        monkeypatch.setattr(fetching, "is_public", lambda address: True)
        assert client.predict(url=url, published="2025-06-08", api_name="/ingest")["added"] == 1
    assert str(next(b for b in desk.list() if b.title == "Shrimp").published) == "2025-06-08"


def test_the_tools_say_what_they_take_what_they_return_and_which_of_them_writes(address: str) -> None:
    tools = {tool.name: tool for tool in use(address, "").tools}
    assert {f"/{name}" for name in tools} == ENDPOINTS
    for tool in tools.values():
        assert tool.description
        assert tool.inputSchema["properties"]
        assert tool.outputSchema["properties"]
        assert tool.annotations.readOnlyHint is (tool.name != "ingest")
    assert tools["ask"].inputSchema["required"] == ["question"]


def test_a_failure_has_an_id_that_is_in_the_log(
    make_desk: Any, serve: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    address = serve(make_desk([], lambda request: iter(())), mcp=True)
    failing = Client(address, verbose=False, analytics_enabled=False)
    with pytest.raises(AppError, match="Something went wrong while answering") as caught:
        failing.predict("Why?", api_name="/ask")
    for words in (str(caught.value), use(address, "ask", question="Why?").content[0].text):
        error_id = re.search(r"\(Error (\w{8}), in the log", words)
        assert error_id
        assert error_id[1] in caplog.text


@pytest.mark.parametrize(
    "path", ["gradio_api/call/ask", "gradio_api/call/ingest", "gradio_api/run/ask", "mcp"]
)
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "rebound.example"}, 400),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_no_other_name_and_no_page_of_another_site_reaches_them(
    desk: LocalDesk, address: str, path: str, headers: dict[str, str], status: int
) -> None:
    before = len(desk.list())
    body = json.dumps({"data": [f"A text from elsewhere, by {headers}.", None, None, None, None]})
    refused = httpx.post(address + path, content=body, headers={"Content-Type": "text/plain", **headers})
    assert refused.status_code == status
    assert len(desk.list()) == before


def test_the_page_itself_may_ask_and_so_may_a_proxy_in_front(address: str) -> None:
    own = address.rstrip("/")
    for headers in (
        {"Origin": own},
        {"Origin": "https://desk.example", "X-Forwarded-Host": "desk.example"},
        {},
    ):
        given = {"data": ["steel", None, None, None, None, None, 1]}
        assert httpx.post(f"{address}gradio_api/call/search", json=given, headers=headers).status_code == 200


def test_without_the_switch_there_are_no_tools(make_desk: Any, serve: Callable[..., str]) -> None:
    address = serve(make_desk([], lambda request: iter(())))
    assert httpx.post(f"{address}mcp", json={}).status_code in (404, 405)
    with pytest.raises((McpError, BaseExceptionGroup)):
        use(address, "")


def test_every_key_of_an_object_is_in_its_type(desk: LocalDesk) -> None:
    answer = desk.ask(AskRequest(TRUCE)).to_json()
    assert answer.keys() == objects.AnswerObject.__annotations__.keys()
    assert answer["citations"][0].keys() == objects.CitationObject.__annotations__.keys()
    [*_, report] = desk.ingest([])
    assert report.to_json().keys() == objects.ReportObject.__annotations__.keys()


def test_the_example_of_the_readme_runs(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    [example] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    exec(example.replace("http://127.0.0.1:7860", address), {})
    printed = capsys.readouterr().out
    assert "November 10, 2026" in printed
    assert printed.splitlines()[-1] == "1 []"


@pytest.mark.slow
def test_the_switch_of_the_command_offers_the_tools(models: Path, tmp_path: Path) -> None:
    with serving(environment(tmp_path / "home", models), "--mcp") as (_, address):
        assert len(use(f"{address.rstrip('/')}/", "").tools) == len(ENDPOINTS)
