"""Several processes answer side by side: none of them keeps to one core."""

import os
import threading
from contextlib import suppress

import pytest

from assistant.choosing.reranker import load_reranker
from vectorstore.settings import HomeSettings

ASKED = "Which duty does Japan pay on steel since the talks of March?"


@pytest.mark.slow
@pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity"), reason="only Linux tells which cores a thread may use"
)
def test_a_thread_that_judges_may_use_every_core(settings: HomeSettings) -> None:
    judge = load_reranker(settings.models, 1)
    seen: set[frozenset[int]] = set()
    asking = threading.Thread(target=lambda: [judge.log_odds(f"{ASKED} {n}", [ASKED] * 12) for n in range(5)])
    asking.start()
    while asking.is_alive():
        with suppress(ProcessLookupError):  # it has ended since
            seen.add(frozenset(os.sched_getaffinity(asking.native_id or 0)))
    assert seen == {frozenset(os.sched_getaffinity(0))}
