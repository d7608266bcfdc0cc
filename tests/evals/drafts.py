"""Measure the checks over recorded drafts: sentences as good, careless and malicious chat models write them.

    python -m tests.evals.drafts [--show] [--held-out]

`drafts/README.md` says how they were written. A third, by a digest of the words cited first, is held out: it
is measured and never looked at while the checks are worked on; so is the last batch of the reworded ones.
`--show` prints what went wrong of the rest.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from assistant.checking.prose import Judges, Offered, why_not_shown
from assistant.checking.verifier import load_verifier
from assistant.choosing.similarity import SentenceVectors
from assistant.evaluation.intervals import wilson
from ingest.preparing.intake import take_in
from ingest.readers import Reading, read
from vectorstore.briefing import Briefing
from vectorstore.encoder.embedding import load_encoder
from vectorstore.settings import HomeSettings, home_settings

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "drafts"
REWORDED = FOLDER / "reworded"

Kind = Literal["good", "careless", "malicious"]


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a briefing, by its path in this project."""

    briefing: str
    quote: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence of a draft, what it cites, and whether that supports it; `wrong` says why not."""

    id: str
    sentence: str
    cites: tuple[Cited, ...]
    supported: bool
    kind: Kind
    wrong: str | None

    @property
    def held_out(self) -> bool:
        """Whether it is of the third that is not looked at; sentences over the same words stay together."""
        return hashlib.sha256(self.cites[0].quote.encode()).digest()[0] % 3 == 0

    @property
    def group(self) -> str:
        """The kind, and what is wrong up to the colon: `careless: number`."""
        return f"{self.kind}: {self.wrong.partition(':')[0]}" if self.wrong else self.kind


def drafts(files: Path = FOLDER) -> Iterator[Draft]:
    """Yield all recorded drafts of a file or folder, in the order of the files' names."""
    for path in sorted(files.glob("*.jsonl")) if files.is_dir() else [files]:
        for line in path.read_text(encoding="utf-8").splitlines():
            found = json.loads(line)
            cites = tuple(Cited(cite["briefing"], cite["quote"]) for cite in found.pop("cites"))
            yield Draft(cites=cites, **found)


@cache
def briefing(path: str) -> Briefing:
    """Read a briefing as ingest does."""
    file = ROOT / path
    (reading,) = (r for r in read(file.name, file.read_bytes()) if isinstance(r, Reading))
    return take_in(reading, path, path).briefing


def why_not(draft: Draft, judges: Judges) -> str | None:
    """Say why the checks would not show a draft; None when they would."""
    offered = {n: _offered(cite) for n, cite in enumerate(draft.cites, 1)}
    markers = "".join(f"[{number}]" for number in offered)
    return why_not_shown(f"{draft.sentence} {markers}", offered, judges)


def _offered(cite: Cited) -> Offered:
    of = briefing(cite.briefing)
    return Offered(cite.quote, of.published, of.title)


def load_judges(settings: HomeSettings) -> Judges:
    """Return what judges sentences of a chat model in a home with these settings."""
    vectors = SentenceVectors(load_encoder(settings.encoder, settings.models, settings.threads))
    return Judges(vectors.similarity, load_verifier(settings.models, settings.threads))


def judged(chosen: Iterable[Draft], judges: Judges) -> list[tuple[Draft, str | None]]:
    """Check every draft: (draft, why it would not be shown)."""
    return [(draft, why_not(draft, judges)) for draft in chosen]


def rightly(judgements: Sequence[tuple[Draft, str | None]], supported: bool) -> tuple[int, int]:
    """Count the supported that are shown, or the unsupported that are not: (how many, of how many)."""
    right = [
        (reason is None) == draft.supported for draft, reason in judgements if draft.supported == supported
    ]
    return sum(right), len(right)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print what was judged wrongly, held out aside")
    parser.add_argument(
        "--held-out", action="store_true", help="only the third held out, by what is wrong too"
    )
    options = parser.parse_args(arguments)
    settings = home_settings()
    judges = load_judges(settings)
    found = judged(drafts(), judges)
    worked_on = [pair for pair in found if not pair[0].held_out]
    held_out = [pair for pair in found if pair[0].held_out]
    reworded = [judged(drafts(REWORDED / f"{part}.jsonl"), judges) for part in ("worked-on", "held-out")]
    if options.show:
        _show([*worked_on, *reworded[0]])
        return 0
    for name, parts in (("recorded drafts", (worked_on, held_out)), ("reworded ones", reworded)):
        print(f"\n| {name} | worked on | 95 % | held out | 95 % |\n|---|---|---|---|---|")
        for title, supported in (("supported: kept", True), ("unsupported: removed", False)):
            print(f"| **{title}** | {' | '.join(_cell(part, supported) for part in parts)} |")
    print("\n| recorded drafts, by kind | worked on | 95 % | held out | 95 % |\n|---|---|---|---|---|")
    for name in ("careless", "malicious"):
        splits = [[pair for pair in split if pair[0].kind == name] for split in (worked_on, held_out)]
        print(f"| {name}: removed | {' | '.join(_cell(split, False) for split in splits)} |")
    shown = held_out if options.held_out else worked_on
    print(f"\n| {'held out' if options.held_out else 'worked on'}, by what is wrong | removed |\n|---|---|")
    for group in sorted({draft.group for draft, _ in shown if not draft.supported}):
        right, of = rightly([pair for pair in shown if pair[0].group == group], False)
        print(f"| {group} | {right} of {of} |")
    return 0


def _cell(judgements: Sequence[tuple[Draft, str | None]], supported: bool) -> str:
    right, of = rightly(judgements, supported)
    interval = wilson(right, of)
    return f"{right} of {of} = {right / (of or 1):.3f} | {interval.low:.3f} to {interval.high:.3f}"


def _show(judgements: Sequence[tuple[Draft, str | None]]) -> None:
    for draft, reason in judgements:
        if (reason is None) != draft.supported:
            print(f"{draft.id}  {draft.group}  {draft.wrong or ''}")
            print(f"  says   {draft.sentence}")
            print(f"  cited  {' '.join(cite.quote for cite in draft.cites)}\n  check  {reason or 'shown'}\n")


if __name__ == "__main__":
    sys.exit(main())
