"""What `briefings ingest` shows on a terminal while it runs."""

import re
import time
from collections.abc import Iterator
from typing import Any, cast

import pytest

from assistant.commands.ingest import take_in
from assistant.desks.desk import Desk
from ingest.report import IngestProgress, Report

WIDTH = 80


class ArchiveDesk:
    """Takes an archive in whose members are known when it has been opened."""

    def ingest(self, *_: object) -> Iterator[IngestProgress | Report]:
        yield IngestProgress(0, 1, "")
        for number in range(1, 41):
            time.sleep(0.02)
            yield IngestProgress(number, 14_102, f"whitehouse.tar.xz/articles/2025-05/{number:040}.md")
        yield cast(Report, _REPORT)


_REPORT: Any = Report.__new__(Report)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    assert take_in(cast(Desk, ArchiveDesk()), ["whitehouse.tar.xz"]) is _REPORT
    written = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", capsys.readouterr().err)
    return [line for line in re.split(r"[\r\n]+", written) if line.strip()]


def test_progress_says_how_long_the_rest_takes_once_the_members_are_known(shown: list[str]) -> None:
    assert any(re.search(r"/14102 0:0[1-9]:\d\d left", line) for line in shown), shown


def test_progress_fits_a_terminal_of_80_columns(shown: list[str]) -> None:
    assert max(map(len, shown)) <= WIDTH
    assert shown[-1].rstrip().endswith("left"), shown
