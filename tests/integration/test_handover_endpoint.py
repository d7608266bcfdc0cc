"""Where a process that serves a home listens."""

import json
import shutil
import stat
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import httpx
import pytest

from assistant.desks.endpoint import Endpoint, forget, listen, read_endpoint
from assistant.desks.remote import RemoteDesk
from assistant.desks.serving import other_commands
from tests.small_desk import BRIEFING, SmallDesk
from vectorstore.errors import BriefingsError


@pytest.fixture
def desk() -> SmallDesk:
    return SmallDesk()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def served(desk: SmallDesk, home: Path) -> Iterator[Path]:
    """A home that is served meanwhile."""
    with other_commands(desk, home, "http://127.0.0.1:7860"):
        yield home


def test_a_web_page_may_not_use_it(served: Path) -> None:
    endpoint = read_endpoint(served)
    assert endpoint
    with httpx.Client(transport=httpx.HTTPTransport(uds=endpoint.socket)) as client:
        response = client.get("http://127.0.0.1/briefings", headers={"Origin": "http://127.0.0.1:7860"})
    assert response.status_code == 403


def test_the_socket_and_its_note_are_for_the_owner_alone(served: Path) -> None:
    for name in ("briefings.sock", "serving.json"):
        assert stat.S_IMODE((served / name).stat().st_mode) == 0o600


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
