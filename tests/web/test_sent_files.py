"""Files that an event names, over real HTTP: only what was sent here is read, deleted or given out."""

import json
import secrets
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio import processing_utils
from gradio.utils import get_upload_folder

from assistant.web import sent_files
from assistant.web.briefings import intake_part
from ingest.report import Report
from ingest.sources.uploaded import Uploaded
from tests.briefings_process import environment, serving
from tests.web.fake_desk import FakeDesk

SECRET = "The word is heliotrope."
META = {"_type": "gradio.FileData"}


@dataclass
class ReadingDesk(FakeDesk):
    """Keeps what stands in the files that it is to take in."""

    read: list[str] = field(default_factory=list)

    def ingest(self, sources: Sequence[Any], *_: Any) -> Iterator[Report]:
        self.read += [Path(source.path).read_text() for source in sources if isinstance(source, Uploaded)]
        yield Report()


@pytest.fixture(scope="module")
def desk() -> ReadingDesk:
    return ReadingDesk([], lambda request: iter(()))


@pytest.fixture(scope="module")
def client(
    desk: ReadingDesk, serve_all: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_TEMP_DIR", str(tmp_path_factory.mktemp("sent")))
        with httpx.Client(base_url=serve_all(desk), timeout=30) as client:
            yield client


@pytest.fixture(autouse=True)
def nothing_read(desk: ReadingDesk) -> None:
    desk.read.clear()


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    file = tmp_path / "secret.jsonl"
    file.write_text(SECRET)
    return file


def event(client: httpx.Client, element: str) -> dict[str, Any]:
    """The event that a file dropped on an element begins."""
    config = client.get("/config").json()
    [id] = [c["id"] for c in config["components"] if c["props"].get("elem_id") == element]
    [found] = [d for d in config["dependencies"] if [id, "upload"] in [list(t) for t in d["targets"]]]
    return dict(found)


def drop(client: httpx.Client, element: str, *files: Any) -> str:
    """Begin that event with what a program says was dropped; returns all that is said of it."""
    data = [list(files)] if element == "files" else [files[0]]
    session = secrets.token_hex(5)
    wanted = {"data": data, "fn_index": event(client, element)["id"], "session_hash": session}
    joined = client.post("/gradio_api/queue/join", json=wanted)
    if joined.status_code != 200:
        return joined.text
    with client.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as stream:
        said = ""
        for line in stream.iter_lines():
            said += line
            if "process_completed" in line or "close_stream" in line:
                break
    return said


def send(client: httpx.Client, name: str, text: str) -> str:
    return str(client.post("/gradio_api/upload", files={"files": (name, text.encode())}).json()[0])


def test_a_file_that_was_sent_is_read_and_gone_afterwards(client: httpx.Client, desk: ReadingDesk) -> None:
    path = send(client, "tea.md", "Peru and Kenya signed.")
    drop(client, "files", {"path": path, "orig_name": "tea.md", "meta": META})
    assert desk.read == ["Peru and Kenya signed."]
    assert not Path(path).exists()


@pytest.mark.parametrize("element", ["files", "set-file"])
@pytest.mark.parametrize(
    "told",
    [
        {"meta": META},
        {"meta": META, "is_stream": True},
        {"meta": META, "is_stream": True, "url": "/gradio_api/file=/x"},
        {"meta": META, "url": "http://127.0.0.1:9/x", "orig_name": "x.jsonl"},
        {},
        {"meta": {}},
        {"meta": {"_type": "another"}, "is_stream": True},
    ],
)
def test_a_file_elsewhere_is_neither_read_nor_deleted(
    client: httpx.Client, desk: ReadingDesk, outside: Path, element: str, told: dict[str, Any]
) -> None:
    said = drop(client, element, {"path": str(outside), **told})
    assert "Only a file that was sent here may be named" in said
    assert SECRET not in said
    assert desk.read == []
    assert outside.read_text() == SECRET


@pytest.mark.parametrize("told", [{}, {"is_stream": True}])
def test_neither_are_links_ways_up_and_relative_paths(
    client: httpx.Client, desk: ReadingDesk, outside: Path, told: dict[str, Any], tmp_path: Path
) -> None:
    sent = Path(send(client, "tea.md", "Peru and Kenya signed."))
    link = sent.parent / f"link-{len(told)}.md"
    link.symlink_to(outside)
    up = f"{sent.parent}/../..{'/..' * 30}{outside}"
    for path in (str(link), up, str(sent.parent), str(sent.parent.parent), "README.md", f"http://x/{up}", ""):
        assert "Only a file" in drop(client, "files", {"path": path, "meta": META, **told}), path
    assert desk.read == []
    assert outside.read_text() == SECRET
    assert sent.exists()


@pytest.mark.parametrize("told", [{}, {"is_stream": True}])
def test_an_address_named_as_a_file_is_not_fetched(
    client: httpx.Client, desk: ReadingDesk, told: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[str] = []
    monkeypatch.setattr(
        processing_utils, "async_ssrf_protected_download", lambda url, *_: fetched.append(url)
    )
    for path in ("http://127.0.0.1:9/a.md", "https://example.org/a.md"):
        assert "Only a file" in drop(client, "files", {"path": path, "meta": META, **told})
        named = {"data": [{"path": path, "meta": META, **told}]}
        assert client.post("/gradio_api/call/search", json=named).status_code == 403
    assert (fetched, desk.read) == ([], [])


@pytest.mark.parametrize("way", ["call/", "call/v2/", "run/", "api/"])
def test_nor_by_the_name_of_an_event(
    client: httpx.Client, desk: ReadingDesk, outside: Path, way: str
) -> None:
    for name in (event(client, "files")["api_name"], event(client, "set-file")["api_name"], "search"):
        for told in ({"meta": META}, {"meta": META, "is_stream": True}, {}):
            named = {"path": str(outside), **told}
            for body in ({"data": [[named]]}, {"data": [named]}, {"files": [named]}):
                assert client.post(f"/gradio_api/{way}{name}", json=body).status_code in (403, 404)
    assert desk.read == []
    assert outside.read_text() == SECRET


def test_no_file_is_given_out_and_no_address_fetched_for_others(
    client: httpx.Client, outside: Path, tmp_path: Path
) -> None:
    sent = send(client, "tea.md", "Peru and Kenya signed.")
    for path in (
        *(f"file={outside}", f"file={sent}", f"file/{sent}", "file=https://example.org/a", "file=README.md"),
        *("proxy=https://example.hf.space/a", f"stream/a/b/1/{outside}", "custom_component/a/client/b/c"),
        *("deep_link?session_hash=a", "runs", "run-history/buckets", "vibe-code", "openapi.json"),
    ):
        assert client.get(f"/gradio_api/{path}").status_code == 404, path
    for path in ("component_server", "process_recording", "stream/a", "run-history/connect", "vibe-edit"):
        assert client.post(f"/gradio_api/{path}", json={}).status_code == 404, path


def test_a_file_is_kept_where_uploads_are_whatever_its_name(client: httpx.Client, tmp_path: Path) -> None:
    for name in ("../../../up.md", str(tmp_path / "absolute.md"), "..", "a/b/c.md"):
        answer = client.post("/gradio_api/upload", files={"files": (name, b"x")})
        for path in answer.json() if answer.status_code == 200 else []:
            assert Path(path).resolve().parent.parent == Path(get_upload_folder()).resolve()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("holds", ["gradio", "intake"])
def test_each_check_behind_that_one_holds_by_itself(
    client: httpx.Client, desk: ReadingDesk, outside: Path, holds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent_files, "_names_others", lambda body: False)
    if holds == "gradio":
        monkeypatch.setattr(intake_part, "sent", lambda path: path)
    else:
        monkeypatch.setattr(processing_utils, "_check_allowed", lambda *_: None)
    for told in ({}, {"is_stream": True}):
        said = drop(client, "files", {"path": str(outside), "meta": META, **told})
        assert "completed" in said
        if told or holds == "gradio":  # else gradio has made a copy among what was sent
            assert desk.read == []
        desk.read.clear()
    assert outside.read_text() == SECRET


def test_what_is_nested_too_deep_to_be_looked_at_is_refused(client: httpx.Client) -> None:
    deep = '{"data": ' + "[" * 200_000 + json.dumps({"path": "/x", "meta": META}) + "]" * 200_000 + "}"
    assert client.post("/gradio_api/call/search", content=deep).status_code in (403, 422)


@pytest.mark.slow
def test_what_was_sent_is_for_the_owner_alone_and_goes_when_serving_ends(
    models: Path, tmp_path: Path
) -> None:
    (tmp_path / "tmp").mkdir()
    with serving(environment(tmp_path / "home", models, TMPDIR=str(tmp_path / "tmp"))) as (_, address):
        with httpx.Client(base_url=address) as client:
            file = Path(send(client, "tea.md", "Peru and Kenya signed."))
        assert stat.S_IMODE(file.parent.parent.stat().st_mode) == 0o700
        assert file.parent.parent.parent == tmp_path / "tmp"
    assert list((tmp_path / "tmp").iterdir()) == []
