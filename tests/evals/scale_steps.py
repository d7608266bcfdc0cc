"""The steps of `scale.py`, each run in a process of its own; what they measure goes out as JSON lines.

    python -m tests.evals.scale_steps ingest HOME SOURCE [costless]
    python -m tests.evals.scale_steps ask HOME QUESTIONS.jsonl

It measures and does not print tables. Resident memory is that of the process alone, in MB of 1,000,000 bytes.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psutil  # type: ignore[import-untyped]
from numpy.typing import NDArray
from tokenizers import Tokenizer

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.settings import settings
from assistant.steps.searching import HITS
from ingest.pipeline import ingest
from ingest.report import Report
from tests.question_files import read_questions
from vectorstore.encoder.embedding import Encoder, load_encoder
from vectorstore.encoder.runtime import Ids
from vectorstore.filters import Filters
from vectorstore.home.allocator import overwrite_freed, share_pools
from vectorstore.search import search
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

WARMING = 3  # questions asked before any is timed: what is read once is told by the resident memory
SHARES = (0.5, 0.1)  # of the dated briefings that an as-of date leaves


def main() -> None:
    step, home, source, *how = sys.argv[1:]
    share_pools()  # as the command does
    models = settings().home.models
    encoder = load_encoder(settings().home.encoder, models, settings().home.threads)
    of = HomeSettings(home=Path(home).absolute(), models=models)
    if step == "ingest":
        _ingest(of, costless(encoder) if how else encoder, source)
    else:
        _ask(of, encoder, Path(source))


def costless(encoder: Encoder) -> Encoder:
    """An encoder of the same name whose vectors are the sums of a random vector for each word piece.

    Texts that share words come out near each other, as with a real one; a passage takes 0.3 ms.
    """
    size = encoder.identity.dimension
    pieces = np.random.default_rng(0).standard_normal((1 << 16, size), dtype=np.float32)

    def infer(inputs: Mapping[str, Ids]) -> NDArray[np.float32]:
        ids, mask = inputs["input_ids"], inputs["attention_mask"]
        sums = np.stack(
            [pieces[row[: int(n)] % len(pieces)].sum(0) for row, n in zip(ids, mask.sum(1), strict=True)]
        )
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)

    return Encoder(encoder.identity, Tokenizer.from_str(encoder._tokenizer.to_str()), encoder.window, infer)


def _ingest(of: HomeSettings, encoder: Encoder, source: str) -> None:
    began = time.monotonic()
    with Store.open(of, encoder, purpose="ingest") as store:
        overwrite_freed()  # from here on, as the command does
        for event in ingest(store, [source]):
            seconds = time.monotonic() - began
            if isinstance(event, Report):
                report = event
            elif event.total:
                _tell(done=event.done, total=event.total, seconds=seconds, resident=_resident())
    _tell(
        added=report.added,
        unchanged=report.unchanged,
        failed=len(report.failed),
        passages=report.passages,
        seconds=seconds,
        rate=report.passages / seconds,
        peak=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6),
        disk=round(sum(path.stat().st_size for path in of.home.rglob("*") if path.is_file()) / 1e6),
    )


def _ask(of: HomeSettings, encoder: Encoder, questions: Path) -> None:
    began = time.monotonic()
    with Store.open(of, encoder) as store:
        overwrite_freed()
        opening = time.monotonic() - began
        opened = _resident()
        answering = Answering(store)
        days = sorted(f.published for f in store.catalogue.facts().values() if f.published)
        requests = [line.request for line in read_questions(questions)]
        for request in requests[:WARMING]:
            answering.answer(replace(request, as_of=None))

        def found(request: AskRequest) -> None:
            search(store, request.question, filters=Filters(as_of=request.as_of), size=HITS)

        times = {}
        for name, step in (("search", found), ("answer", answering.answer)):
            for when, day in (
                ("", None),
                (", as of today", days[-1]),
                *(
                    (f", as of a day by which {share:.0%} were published", days[int(share * len(days))])
                    for share in SHARES
                ),
            ):
                times[name + when] = _timed([replace(request, as_of=day) for request in requests], step)
        _tell(
            briefings=len(store.catalogue.facts()),
            passages=store.catalogue.passage_count(),
            opening=opening,
            opened=opened,
            asked=len(requests) * len(times),
            resident=_resident(),
            times=times,
        )


def _timed(requests: Sequence[AskRequest], ask: Callable[[AskRequest], object]) -> dict[str, float]:
    """Ask each question once; milliseconds."""
    taken = []
    for request in requests:
        began = time.perf_counter()
        ask(request)
        taken.append(1000 * (time.perf_counter() - began))
    return {f"p{share}": float(np.percentile(taken, share)) for share in (50, 95)}


def _resident() -> int:
    return round(int(psutil.Process().memory_info().rss) / 1e6)


def _tell(**values: Any) -> None:
    print(json.dumps(values), flush=True)


if __name__ == "__main__":
    main()
