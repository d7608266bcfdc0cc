"""Measure the checks of a chat model's sentences over those that others wrote without knowing the checks.

    python -m tests.evals.claims.measure [--documents FOLDER] [--not-learnt]

`claims.py` says what they are, and what FOLDER is. `--not-learnt` leaves out what the verifier was trained
on, six in seven of them.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from assistant.checking.prose import Judges, why_not_shown
from assistant.evaluation.intervals import wilson
from tests.evals.claims.claims import NOT_LEARNT, Claims, read_claims
from tests.evals.drafts import load_judges
from vectorstore.settings import home_settings

FEWEST = 20  # sentences of a kind, to tell its share
LEARNT, SET_BY = "trained on", "limits set by"
HELD_OUT, VOICED, LAST = "held out", "held out, in a voice", "held out, of the last hands"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="measure", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=Path, metavar="FOLDER")
    parser.add_argument("--not-learnt", action="store_true")
    given = parser.parse_args(arguments)
    judges = load_judges(home_settings())
    kept, supported = Counter[str](), Counter[str]()
    removed, unsupported = Counter[str](), Counter[str]()
    by_kind, of_kind = Counter[str](), Counter[str]()
    for of in read_claims(given.documents):
        part = _part(of)
        if given.not_learnt and part == LEARNT:
            continue
        supported[part] += len(of.supported)
        unsupported[part] += len(of.unsupported)
        kept[part] += sum(_is_shown(of, sentence, judges) for sentence in of.supported)
        for kind, sentence in of.unsupported:
            shown = _is_shown(of, sentence, judges)
            removed[part] += not shown
            of_kind[kind] += not of.held_out
            by_kind[kind] += not (shown or of.held_out)
    parts = [part for part in (LEARNT, SET_BY, HELD_OUT, VOICED, LAST) if supported[part]]
    print(f"| claims by other hands | {' | '.join(parts)} |\n|---{'|---' * len(parts)}|")
    for name, hits, all in (
        ("supported: kept", kept, supported),
        ("unsupported: removed", removed, unsupported),
    ):
        print(f"| {name} | {' | '.join(_cell(hits[part], all[part]) for part in parts)} |")
    print("\n| not held out, by what is wrong | removed |\n|---|---|")
    for kind, count in of_kind.most_common():
        if count >= FEWEST:
            print(f"| {kind} | {by_kind[kind]} of {count} = {by_kind[kind] / count:.2f} |")


def _part(of: Claims) -> str:
    if of.held_out:
        return LAST if of.last else VOICED if of.voiced else HELD_OUT
    return SET_BY if of.writer in NOT_LEARNT else LEARNT


def _is_shown(of: Claims, sentence: str, judges: Judges) -> bool:
    offered = dict(enumerate(of.cited, 1))
    markers = "".join(f"[{number}]" for number in offered)
    return why_not_shown(f"{sentence} {markers}", offered, judges) is None


def _cell(right: int, of: int) -> str:
    interval = wilson(right, of)
    return f"{right:,} of {of:,} = {right / of:.3f} ({interval.low:.3f} to {interval.high:.3f})"


if __name__ == "__main__":
    main(sys.argv[1:])
