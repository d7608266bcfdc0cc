"""Measure the checks of a chat model's sentences over those that others wrote without knowing the checks.

    python -m tests.evals.claims.measure [--documents FOLDER]

`claims.py` says what they are, and what FOLDER is.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from assistant.checking.prose import Judges, why_not_shown
from assistant.evaluation.intervals import wilson
from tests.evals.claims.claims import Claims, read_claims
from tests.evals.drafts import load_judges
from vectorstore.settings import home_settings

FEWEST = 20  # sentences of a kind, to tell its share


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="measure", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=Path, metavar="FOLDER")
    given = parser.parse_args(arguments)
    judges = load_judges(home_settings())
    kept, removed = Counter[bool](), Counter[bool]()
    supported, unsupported = Counter[bool](), Counter[bool]()
    by_kind, of_kind = Counter[str](), Counter[str]()
    for of in read_claims(given.documents):
        supported[of.held_out] += len(of.supported)
        unsupported[of.held_out] += len(of.unsupported)
        kept[of.held_out] += sum(_is_shown(of, sentence, judges) for sentence in of.supported)
        for kind, sentence in of.unsupported:
            shown = _is_shown(of, sentence, judges)
            removed[of.held_out] += not shown
            if not of.held_out:
                of_kind[kind] += 1
                by_kind[kind] += not shown
    print("| claims by other hands | worked on | 95 % | held out | 95 % |\n|---|---|---|---|---|")
    for name, hits, all in (
        ("supported: kept", kept, supported),
        ("unsupported: removed", removed, unsupported),
    ):
        print(f"| {name} | {' | '.join(_cell(hits[part], all[part]) for part in (False, True))} |")
    print("\n| worked on, by what is wrong | removed |\n|---|---|")
    for kind, count in of_kind.most_common():
        if count >= FEWEST:
            print(f"| {kind} | {by_kind[kind]} of {count} = {by_kind[kind] / count:.2f} |")


def _is_shown(of: Claims, sentence: str, judges: Judges) -> bool:
    offered = dict(enumerate(of.cited, 1))
    markers = "".join(f"[{number}]" for number in offered)
    return why_not_shown(f"{sentence} {markers}", offered, judges) is None


def _cell(right: int, of: int) -> str:
    interval = wilson(right, of)
    return f"{right:,} of {of:,} = {right / (of or 1):.3f} | {interval.low:.3f} to {interval.high:.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
