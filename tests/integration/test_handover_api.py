"""The border between two processes, with a small desk behind it."""

import json
import os
import shutil
import socket
import stat
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.answer import Answer, AnswerSentence, Citation, Notice
from assistant.asking.request import AskRequest, Turn
from assistant.desks.desk import IngestProgress
from assistant.desks.endpoint import Endpoint, forget, listen, read_endpoint
from assistant.desks.remote import RemoteDesk
from assistant.desks.serving import other_commands
from ingest.report import Failure, Report
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from vectorstore.briefing import Briefing
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.conversations.conversation import Exchange, Feedback
from vectorstore.conversations.keeping import Conversations
from vectorstore.errors import BriefingsError, NotFoundError, QuestionError, SourceError

ANSWER = Answer(
    question="How many rounds?",
    standalone="How many rounds of Japan-US talks?",
    answer="Five [1].",
    sentences=(AnswerSentence("Five.", (1,), "older"),),
    citations=(Citation(1, "0a1b", "a.md", "Talks", None, date(2025, 6, 8), None, "Five rounds.", 0, 12),),
    as_of=date(2025, 6, 30),
    warnings=(Notice("undated", "One source has no date."),),
    retrieved=("a.md",),
    latency_ms=7,
)
BRIEFING = Briefing(
    "0a1b", "/a.md", "a.md", "Talks – día", "Five rounds.", "ff", None, date(2025, 6, 8), "dateline"
)
REPORT = Report(added=1, undated=("a.md",), failed=(Failure("b.md", "empty"),), passages=3, seconds=0.5)


class SmallDesk:
    """Answers with what it was asked, and remembers what became of its ingest."""

    def __init__(self) -> None:
        self.asked: list[AskRequest] = []
        self.scratch = tempfile.TemporaryDirectory()
        self.chats = Conversations(Catalogue(f"sqlite:///{self.scratch.name}/catalogue.db"))
        self.ended = threading.Event()
        self.closed = False

    def ask(self, request: AskRequest) -> Answer:
        self.asked.append(request)
        if not request.question:
            raise QuestionError("The question is empty; ask something.")
        return ANSWER

    def ask_events(self, request: AskRequest) -> Iterator[str | Answer]:
        yield "Searching"
        if not request.question:
            raise QuestionError("The question is empty; ask something.")
        yield ANSWER

    def follow_ups(self, request: AskRequest, answer: Answer) -> tuple[str, ...]:
        self.asked.append(request)
        return (f"And then? ({answer.answer})",)

    @property
    def conversations(self) -> Conversations:
        return self.chats

    def ingest(
        self,
        sources: Sequence[str | Pasted],
        published: date | None = None,
        selection: Selection = EVERYTHING,
        prune: bool = False,
    ) -> Iterator[IngestProgress | Report]:
        self.sources = sources
        self.selection = selection
        try:
            first = str(sources[0])
            if first.endswith("broken"):
                raise RuntimeError("a bug")
            if first.endswith("missing"):
                raise SourceError(f"{first} does not exist.")
            for done in range(1, 200 if first.endswith("long") else 3):
                time.sleep(0.02)
                yield IngestProgress(done, 200, f"{published}")
            yield REPORT
        finally:
            self.ended.set()

    def list(self) -> list[Briefing]:
        return [BRIEFING]

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        if briefing_id != "0a1b":
            raise NotFoundError(f"No briefing {briefing_id}.")
        return BRIEFING

    def remove(self, briefing_id: str) -> Briefing:
        return self.show(briefing_id)

    def doctor(self, repair: bool = False) -> dict[str, Any]:
        return {"problems": [], "repaired": ["all"] if repair else []}

    def encoder_digest(self) -> str:
        return "53aa"

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def desk() -> SmallDesk:
    return SmallDesk()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def remote(desk: SmallDesk, home: Path) -> Iterator[RemoteDesk]:
    with other_commands(desk, home, "http://127.0.0.1:7860"):
        endpoint = read_endpoint(home)
        assert endpoint
        client = RemoteDesk(endpoint)
        assert client.answers()
        yield client
        client.close()


def test_an_answer_arrives_as_it_was_given(remote: RemoteDesk) -> None:
    assert remote.ask(AskRequest("How many rounds?")) == ANSWER


def test_a_request_arrives_with_its_history_and_filters(remote: RemoteDesk, desk: SmallDesk) -> None:
    request = AskRequest(
        "And Korea?", (Turn("user", "Japan?"),), date(2025, 6, 8), None, date(2025, 7, 1), ("KR",), ("USTR",)
    )
    remote.ask(request)
    assert desk.asked == [request]


def test_ask_events_arrive_in_order(remote: RemoteDesk) -> None:
    assert [*remote.ask_events(AskRequest("How many rounds?"))] == ["Searching", ANSWER]


def test_follow_ups_arrive_for_the_question_and_its_answer(remote: RemoteDesk, desk: SmallDesk) -> None:
    request = AskRequest("And India?", as_of=date(2025, 6, 8))
    assert remote.follow_ups(request, ANSWER) == (f"And then? ({ANSWER.answer})",)
    assert desk.asked == [request]


def test_conversations_are_handed_over_whole(remote: RemoteDesk, desk: SmallDesk) -> None:
    chats = remote.conversations
    exchange = Exchange("e1", "Where?", "2026-01-01", {"as_of": None}, answer=ANSWER.to_json())
    chats.begin("me", "c1", "Talks")
    chats.ask("me", "c1", exchange)
    chats.finish("me", "c1", replace(exchange, state="answered", said="There.", follow_ups=("And then?",)))
    chats.rename("me", "c1", "Renamed")
    chats.judge("me", Feedback("e1", "c1", "Where?", "up", "2026-01-01", "Good.", said="There."))
    found = chats.open("me", "c1")
    assert found == desk.chats.open("me", "c1")
    assert (found.title, found.exchanges[0].said, found.feedback[0].comment) == ("Renamed", "There.", "Good.")
    assert chats.listed("me", "there") == desk.chats.listed("me")
    assert chats.feedback() == list(found.feedback)
    chats.unjudge("me", "c1", "e1")
    assert chats.feedback("me") == []
    with pytest.raises(NotFoundError, match="another browser"):
        chats.open("other", "c1")
    chats.put("me", chats.delete("me", "c1"))
    assert chats.open("me", "c1").title == "Renamed"
    assert chats.waiting() == 0
    assert chats.adopt("other", chats.offer(everything=True).token) == 1
    assert desk.chats.open("other", "c1").title == "Renamed"


def test_ingest_progress_arrives_and_then_the_report(remote: RemoteDesk) -> None:
    events = [*remote.ingest(["folder"], date(2025, 6, 8))]
    assert events == [IngestProgress(1, 200, "2025-06-08"), IngestProgress(2, 200, "2025-06-08"), REPORT]


def test_relative_sources_are_handed_over_as_absolute_paths(
    remote: RemoteDesk, desk: SmallDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [*remote.ingest(["folder", "https://example.org/a"])]
    assert list(desk.sources) == [str(tmp_path / "folder"), "https://example.org/a"]


def test_a_pasted_text_and_a_selection_are_handed_over(remote: RemoteDesk, desk: SmallDesk) -> None:
    pasted = Pasted("Talks go on.", title="Talks", url="https://example.org/a")
    chosen = Selection(include=("*.md",), exclude=("drafts/",), only=("/in/a.md",))
    [*remote.ingest([pasted], selection=chosen)]
    assert list(desk.sources) == [pasted]
    assert desk.selection == chosen


def test_briefings_arrive_whole(remote: RemoteDesk) -> None:
    assert remote.list() == [BRIEFING]
    assert remote.show("0a1b") == BRIEFING
    assert remote.remove("0a1b") == BRIEFING


def test_doctor_is_handed_over_with_its_option(remote: RemoteDesk) -> None:
    assert remote.doctor() == {"problems": [], "repaired": []}
    assert remote.doctor(repair=True)["repaired"] == ["all"]


def test_an_error_is_raised_as_the_class_it_was(remote: RemoteDesk) -> None:
    with pytest.raises(NotFoundError, match="No briefing x/y"):
        remote.show("x/y")
    with pytest.raises(QuestionError, match="empty"):
        remote.ask(AskRequest(""))


def test_an_error_within_a_stream_is_raised_as_the_class_it_was(remote: RemoteDesk) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        [*remote.ingest(["missing"])]
    with pytest.raises(QuestionError, match="empty"):
        [*remote.ask_events(AskRequest(""))]


def test_a_bug_on_the_other_side_is_one_polite_line(remote: RemoteDesk) -> None:
    with pytest.raises(BriefingsError, match="serves this home failed") as caught:
        [*remote.ingest(["broken"])]
    assert "a bug" not in str(caught.value)


def test_leaving_an_ingest_ends_it_on_the_other_side(remote: RemoteDesk, desk: SmallDesk) -> None:
    events = remote.ingest(["long"])
    next(events)
    started = time.monotonic()
    events.close()  # type: ignore[attr-defined]
    assert desk.ended.wait(3)
    assert time.monotonic() - started < 2  # of the 4 s that it would have taken


def test_a_web_page_may_not_use_it(remote: RemoteDesk, home: Path) -> None:
    endpoint = read_endpoint(home)
    assert endpoint
    with httpx.Client(transport=httpx.HTTPTransport(uds=endpoint.socket)) as client:
        response = client.get("http://127.0.0.1/briefings", headers={"Origin": "http://127.0.0.1:7860"})
    assert response.status_code == 403


def test_the_socket_and_its_note_are_for_the_owner_alone(remote: RemoteDesk, home: Path) -> None:
    for name in ("briefings.sock", "serving.json"):
        assert stat.S_IMODE((home / name).stat().st_mode) == 0o600


def test_nothing_is_left_in_the_home_afterwards(desk: SmallDesk, home: Path) -> None:
    with other_commands(desk, home, "http://127.0.0.1:7860"):
        assert read_endpoint(home)
    assert list(home.iterdir()) == []
    assert desk.closed


def test_what_a_killed_server_left_behind_does_not_stop_the_next(desk: SmallDesk, home: Path) -> None:
    listener, endpoint = listen(home, "http://127.0.0.1:7860")
    listener.close()
    assert not RemoteDesk(endpoint).answers()
    with other_commands(desk, home, "http://127.0.0.1:7861"):
        again = read_endpoint(home)
        assert again
        assert RemoteDesk(again).answers()


def test_a_home_with_a_long_path_listens_elsewhere_in_a_private_folder(
    desk: SmallDesk, tmp_path: Path
) -> None:
    home = tmp_path / ("long" * 30)
    home.mkdir()
    with other_commands(desk, home, "http://127.0.0.1:7860"):
        endpoint = read_endpoint(home)
        assert endpoint
        assert endpoint.socket
        folder = Path(endpoint.socket).parent
        assert folder != home
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert RemoteDesk(endpoint).list() == [BRIEFING]
    assert not folder.exists()


@pytest.fixture
def served_until_killed(tmp_path: Path) -> Iterator[Path]:
    """A home that holds something, and the note of a server that was killed."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "catalogue.db").write_text("all briefings")
    listener, _ = listen(home, "http://127.0.0.1:7860")
    yield home
    listener.close()


def test_serving_a_copy_of_a_home_leaves_the_home_alone(served_until_killed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(served_until_killed / "serving.json", copy)
    listen(copy, "http://127.0.0.1:7861")[0].close()
    assert (served_until_killed / "catalogue.db").read_text() == "all briefings"
    assert (served_until_killed / "briefings.sock").exists()


def test_serving_a_home_that_was_renamed_leaves_the_new_one_of_its_name_alone(
    served_until_killed: Path, tmp_path: Path
) -> None:
    renamed = served_until_killed.rename(tmp_path / "renamed")
    served_until_killed.mkdir()
    (served_until_killed / "catalogue.db").write_text("new briefings")
    listen(renamed, "http://127.0.0.1:7861")[0].close()
    assert (served_until_killed / "catalogue.db").read_text() == "new briefings"


@pytest.mark.parametrize("spelling", ["up", "link"])
def test_serving_a_home_by_another_spelling_deletes_nothing_of_it(
    served_until_killed: Path, tmp_path: Path, spelling: str
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "link").symlink_to(tmp_path)
    folder = {"up": tmp_path / "x" / "..", "link": tmp_path / "link"}[spelling]
    listen(folder / served_until_killed.name, "http://127.0.0.1:7861")[0].close()
    assert (served_until_killed / "catalogue.db").read_text() == "all briefings"


def test_whatever_folder_a_note_names_it_is_not_deleted(home: Path, tmp_path: Path) -> None:
    for number, named in enumerate((tmp_path / "papers", tmp_path / "briefings-1")):
        named.mkdir()
        (named / "briefings.sock").write_text("kept")
        told = Endpoint(1, "", socket=str(named / "briefings.sock"))
        (home / "serving.json").write_text(json.dumps(asdict(told)))
        listen(home, f"http://127.0.0.1:{7860 + number}")[0].close()
        assert (named / "briefings.sock").read_text() == "kept"


def test_what_a_killed_server_left_elsewhere_is_removed_and_a_copy_of_its_home_removes_nothing(
    tmp_path: Path,
) -> None:
    home, copy = tmp_path / ("long" * 30), tmp_path / ("copy" * 30)
    home.mkdir()
    copy.mkdir()
    listener, endpoint = listen(home, "http://127.0.0.1:7860")
    listener.close()
    assert endpoint.socket
    shutil.copy(home / "serving.json", copy)
    listen(copy, "http://127.0.0.1:7861")[0].close()
    assert Path(endpoint.socket).exists()
    forget(copy)
    forget(home)
    assert not Path(endpoint.socket).parent.exists()


def test_a_folder_that_holds_more_than_the_socket_is_left(tmp_path: Path) -> None:
    home = tmp_path / ("long" * 30)
    home.mkdir()
    listener, endpoint = listen(home, "http://127.0.0.1:7860")
    listener.close()
    assert endpoint.socket
    other = Path(endpoint.socket).parent / "other"
    other.write_text("kept")
    forget(home)
    assert other.read_text() == "kept"
    shutil.rmtree(other.parent)


def test_without_unix_sockets_loopback_needs_the_token(
    desk: SmallDesk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.desks.endpoint.UNIX_SOCKETS", False)
    with other_commands(desk, home, "http://127.0.0.1:7860"):
        endpoint = read_endpoint(home)
        assert endpoint
        assert endpoint.socket is None
        assert RemoteDesk(endpoint).list() == [BRIEFING]
        stranger = Endpoint(endpoint.pid, endpoint.page, port=endpoint.port, token="guessed")
        assert not RemoteDesk(stranger).answers()
        with pytest.raises(BriefingsError, match="401"):
            RemoteDesk(stranger).list()


def test_a_server_that_dies_in_the_middle_is_named(home: Path) -> None:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(home / "s"))
    listener.listen()

    def die() -> None:
        connection, _ = listener.accept()
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        connection.close()

    threading.Thread(target=die).start()
    remote = RemoteDesk(Endpoint(os.getpid(), "", socket=str(home / "s")))
    with pytest.raises(BriefingsError, match=f"Process {os.getpid()}.*stopped before it was done"):
        [*remote.ingest(["folder"])]
    listener.close()
