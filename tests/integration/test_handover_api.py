"""What is handed over to another process arrives as it was given."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.asking.request import AskRequest, Turn
from assistant.desks.desk import IngestProgress
from assistant.desks.endpoint import Endpoint, read_endpoint
from assistant.desks.remote import RemoteDesk
from assistant.desks.serving import other_commands
from ingest.sources.pasted import Pasted
from ingest.sources.selection import Selection
from tests.small_desk import ANSWER, BRIEFING, REPORT, SmallDesk
from vectorstore.conversations.conversation import Exchange, Feedback
from vectorstore.errors import BriefingsError, NotFoundError, QuestionError, SourceError


@pytest.fixture
def desk() -> SmallDesk:
    return SmallDesk()


@pytest.fixture
def remote(desk: SmallDesk, tmp_path: Path) -> Iterator[RemoteDesk]:
    with other_commands(desk, tmp_path, "http://127.0.0.1:7860"):
        endpoint = read_endpoint(tmp_path)
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


@pytest.mark.parametrize(
    ("hand_over", "said"),
    [
        (
            lambda remote: [*remote.ingest(["folder"])],
            "taken in by then is on file; run the same command again",
        ),
        (lambda remote: remote.list(), "Run the same command again"),
        (lambda remote: [*remote.reindex()], "Run the same command again"),
    ],
)
def test_a_server_that_dies_in_the_middle_is_named_with_what_is_on_file_of_an_ingest_alone(
    tmp_path: Path, hand_over: Callable[[RemoteDesk], object], said: str
) -> None:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "s"))
    listener.listen()

    def die() -> None:
        connection, _ = listener.accept()
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        connection.close()

    threading.Thread(target=die).start()
    remote = RemoteDesk(Endpoint(os.getpid(), "", socket=str(tmp_path / "s")))
    with pytest.raises(
        BriefingsError, match=rf"^Process {os.getpid()}, which .* ended before it was done\. .*{said}"
    ):
        hand_over(remote)
    listener.close()
