"""Measure the citation check over minimal pairs made from the sentences of briefings.

    python tests/evals/minimal_pairs.py FOLDER... [--all] [--show KIND] [--examples N]

A third of the documents, by a digest of their text, is held out and reported; the rest is for working on
the check, and is what `--show` takes its examples from. `--all` reports both.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.evaluation.intervals import wilson
from assistant.support import unsupported
from tests.evals.pairs.claims import Pair, pairs_of
from tests.evals.pairs.sentences import sentences_of

EXAMPLES = 10


@dataclass(slots=True)
class Tally:
    """How many pairs of a kind were judged rightly, and those that were not, with the reason."""

    right: int = 0
    of: int = 0
    wrong: list[tuple[Pair, str | None]] = field(default_factory=list)


def judge(pairs: Iterable[Pair]) -> dict[tuple[bool, str], Tally]:
    """Check every pair: (faithful, kind) -> tally."""
    tallies: dict[tuple[bool, str], Tally] = {}
    for pair in pairs:
        tally = tallies.setdefault((pair.faithful, pair.kind), Tally())
        reason = unsupported(pair.claim, pair.evidence)
        tally.of += 1
        if (reason is None) == pair.faithful:
            tally.right += 1
        else:
            tally.wrong.append((pair, reason))
    return tallies


def total(tallies: dict[tuple[bool, str], Tally], faithful: bool) -> Tally:
    """Add up the tallies of the faithful or of the corrupted pairs."""
    mine = [tally for (is_faithful, _), tally in tallies.items() if is_faithful == faithful]
    return Tally(sum(tally.right for tally in mine), sum(tally.of for tally in mine))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", help="folders of briefings")
    parser.add_argument("--all", action="store_true", help="report all documents, not the third held out")
    parser.add_argument("--show", metavar="KIND", help="show pairs of a kind, or of every, that went wrong")
    parser.add_argument("--examples", type=int, default=EXAMPLES, help=f"how many (default {EXAMPLES})")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        if not folder.is_dir():
            parser.error(f"{folder} is no folder. Name folders of Markdown, text or HTML briefings.")
    pairs = list(pairs_of(list(sentences_of(arguments.folders))))
    if arguments.show is not None:
        _show([pair for pair in pairs if not pair.held_out], arguments.show, arguments.examples)
        return 0
    chosen = pairs if arguments.all else [pair for pair in pairs if pair.held_out]
    began = time.perf_counter()
    tallies = judge(chosen)
    took = time.perf_counter() - began
    for faithful, title in ((False, "Corrupted: refused"), (True, "Faithful: accepted")):
        print(f"\n| {title} | | | 95 % |\n|---|---|---|---|")
        for (is_faithful, kind), tally in sorted(tallies.items()):
            if is_faithful == faithful:
                print(_row(kind, tally))
        print(_row("**all**", total(tallies, faithful)))
    print(f"\n{1000 * took / (len(chosen) or 1):.2f} ms a sentence, {len(chosen)} pairs")
    return 0


def _row(kind: str, tally: Tally) -> str:
    interval = wilson(tally.right, tally.of)
    share = tally.right / tally.of if tally.of else 0.0
    return (
        f"| {kind} | {share:.4f} | {tally.right} of {tally.of} | {interval.low:.3f} to {interval.high:.3f} |"
    )


def _show(pairs: Sequence[Pair], kind: str, examples: int) -> None:
    for (_, name), tally in judge(pair for pair in pairs if kind in pair.kind).items():
        print(f"\n== {name}: {len(tally.wrong)} of {tally.of} wrong")
        for pair, reason in tally.wrong[:: max(1, len(tally.wrong) // examples)][:examples]:
            print(f"  cited  {pair.evidence}\n  claim  {pair.claim}\n  reason {reason}\n")


if __name__ == "__main__":
    sys.exit(main())
