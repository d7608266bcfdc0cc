"""Look a home over: what it holds, whether it is sound, what it takes on the disk."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answer import iso_day
from ingest.text.dates import newest_day
from vectorstore.errors import BriefingsError
from vectorstore.indexes.pair import folders
from vectorstore.store import Store

TRIED_WITH = (
    "Tariff talks between two parties."  # any text does: it is embedded to see that the encoder works
)


def look_over(store: Store, repair: bool = False) -> dict[str, Any]:
    """Return the state of an open home, its `problems` in words; with `repair`, mend it first."""
    mended, tried = store.repaired, store.tried
    store.repaired, store.tried = [], False
    if repair and not mended:
        mended, tried = store.repair(), True
    damaged = [] if tried else store.probe()
    briefings = store.catalogue.briefings()
    identity = store.encoder.identity
    return {
        "home": str(store.settings.home),
        "briefings": len(briefings),
        "undated": sum(briefing.published is None for briefing in briefings),
        "duplicates": sum(briefing.duplicate_of is not None for briefing in briefings),
        "newest": iso_day(newest_day((briefing.published for briefing in briefings), date.today())),
        "last_ingest": max((b.ingested_at for b in briefings if b.ingested_at), default=None),
        "passages": store.catalogue.passage_count(),
        "encoder": {
            "name": identity.name,
            "dimension": identity.dimension,
            "digest": identity.digest,
            "window": store.encoder.window,
        },
        "bytes": _sizes(store),
        "repaired": mended,
        # What cannot be read in another process is not read in this one, which it might end.
        "problems": [*(damaged or store.verify()), *_encoder_problems(store)],
    }


def _encoder_problems(store: Store) -> Sequence[str]:
    try:
        length = float(np.linalg.norm(store.encoder.encode([TRIED_WITH])[0]))
    except (BriefingsError, RuntimeError) as error:
        return [f"the encoder fails: {error}"]
    if not abs(length - 1) < 0.01:
        return [f"the encoder gives a vector of length {length:.3f}, not 1"]
    return []


def _sizes(store: Store) -> dict[str, int]:
    home = store.settings.home
    vectors, words = folders(home, store.indexes.number)
    return {
        "catalogue": sum(path.stat().st_size for path in home.glob("catalogue.db*")),
        "vectors": _size(vectors),
        "keywords": _size(words),
        "history": _size(home / "history"),
    }


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:  # merged or saved under another name meanwhile
            continue
    return total
