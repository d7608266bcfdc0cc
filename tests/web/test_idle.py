"""A server that nobody asks anything leaves the processor alone."""

import time
from collections import Counter

import httpx
import pytest
from gradio.queueing import Queue

from tests.web.fake_desk import FakeDesk
from tests.web.serving import serving


@pytest.mark.slow
def test_an_idle_server_looks_for_something_to_do_a_hundred_times_a_second_at_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks: Counter[int] = Counter()
    length = Queue.__len__

    def counted(queue: Queue) -> int:
        looks[id(queue)] += 1
        return length(queue)

    with serving() as start:
        assert httpx.get(start(FakeDesk([], lambda request: iter(()))) + "health").is_success
        monkeypatch.setattr(Queue, "__len__", counted)
        time.sleep(1)
        monkeypatch.undo()
    assert 0 < max(looks.values()) < 150  # gradio's own thousand, were it left to it
