import errno
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vectorstore.errors import HomeInUseError, StorageError
from vectorstore.home import lock

HOLD = """
import sys, time
from pathlib import Path
from vectorstore.home import lock
held = lock.hold(Path(sys.argv[1]), "serve")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""


def other_process(home: Path, seconds: float) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stdout.readline() == "held\n"
    return child


def test_the_message_names_the_process_and_what_it_does(tmp_path: Path) -> None:
    child = other_process(tmp_path, 60)
    try:
        with pytest.raises(HomeInUseError, match=rf"process {child.pid} \(briefings serve\)") as caught:
            lock.hold(tmp_path, "ask")
        assert caught.value.pid == child.pid
        assert lock.holder(tmp_path) == lock.Holder(child.pid, "serve")
    finally:
        child.kill()
        child.wait()


def test_a_killed_holder_leaves_the_home_free(tmp_path: Path) -> None:
    child = other_process(tmp_path, 60)
    child.kill()
    child.wait()
    assert lock.holder(tmp_path) is None
    lock.hold(tmp_path, "ask").release()


def test_waiting_gets_the_home_when_the_holder_ends(tmp_path: Path) -> None:
    child = other_process(tmp_path, 0.5)
    lock.hold(tmp_path, "ask", wait=30).release()
    child.wait()


def test_waiting_ends_in_time(tmp_path: Path) -> None:
    held = lock.hold(tmp_path, "serve")
    began = time.monotonic()
    with pytest.raises(HomeInUseError, match=str(os.getpid())):
        lock.hold(tmp_path, "ask", wait=0.3)
    assert 0.3 <= time.monotonic() - began < 5
    held.release()


def test_a_released_home_can_be_held_again(tmp_path: Path) -> None:
    held = lock.hold(tmp_path, "serve")
    held.release()
    held.release()
    again = lock.hold(tmp_path, "ask")
    assert lock.holder(tmp_path) == lock.Holder(os.getpid(), "ask")
    again.release()


def test_nobody_holds_a_home_that_is_not_there(tmp_path: Path) -> None:
    assert lock.holder(tmp_path / "nowhere") is None


def test_a_home_that_is_a_file_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(StorageError, match="BRIEFINGS_HOME"):
        lock.hold(tmp_path / "home", "ask")


def test_a_file_system_without_locks_is_said_to_have_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    lock.hold(tmp_path, "ask").release()
    monkeypatch.setattr(fcntl, "flock", none)
    for look in (lambda: lock.holder(tmp_path), lambda: lock.hold(tmp_path, "ask", wait=30)):
        with pytest.raises(StorageError, match=r"No locks available.*BRIEFINGS_HOME"):
            look()
