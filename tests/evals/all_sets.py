"""Ask every question set of `questions/` over the documents that it is about, and print its figures.

    python -m tests.evals.all_sets --whitehouse FOLDER --newswire FOLDER --transcripts FOLDER
        [--split test] [--to REPORTS]
    python -m tests.evals.all_sets ... --against REPORTS     which verdicts changed

`make sets` runs it. A row a set, then sums by documents, of sets that are read and of those that are not;
intervals are of 95 %. Each folder is taken into a home of its own beside the reports; later runs take in what
is new. Questions of a folder that is not given are left out, and named. Held-out sets (`--split test`) print
figures alone: no question, and no verdict that changed.
"""

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.evaluation.metrics import METRICS, answer_words, measure, spread
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.report import read_report
from tests.evals.figures import told

EVALS = Path(__file__).parent
QUESTIONS = EVALS / "questions"
SAMPLES = EVALS.parent.parent / "samples"
UNREAD = ("-test", "-check-", "-blind-")  # in the names of sets that nobody reads
LATER = (
    "-unread-",
    "-blind-",
    "-as-of-",
    "-first-",
    "-gauge-",
    "-yardstick-",
    "-check-",
    "-further-",
)  # written from 29 November 2026 on
LEFT_OUT = ("must_recall", "mrr@10", "ndcg@10", "success@5", "dated", "citation_recall", "verbatim")
TOLD = [metric for metric in METRICS if metric.name not in LEFT_OUT]  # as many as fit a page


@dataclass(frozen=True, slots=True)
class Documents:
    """What a set is about, by how its name begins, and the folder where that lies here."""

    name: str
    folder: Path | None

    def sets(self, split: str) -> list[Path]:
        return sorted(QUESTIONS.glob(f"{self.name}-*{split}.jsonl"))


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    documents = about(options.whitehouse, options.newswire, options.transcripts)
    for of in documents:
        if of.folder is None:
            print(f"Left out, no --{of.name} FOLDER: {', '.join(s.stem for s in of.sets(options.split))}")
    given = [of for of in documents if of.folder is not None]
    options.to.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(2) as pool:  # as many as this project counts on cores
        list(pool.map(lambda of: _ask(of, options.split, options.to), given))
    reports = [options.to / f"{path.stem}.json" for of in given for path in of.sets(options.split)]
    asked = [(path.stem, read_report(path).outcomes) for path in reports]
    print_figures([*asked, *summed(asked)])
    if options.against and options.split == "dev":
        before = [
            outcome for path in reports for outcome in read_report(options.against / path.name).outcomes
        ]
        print_changes(before, [outcome for _, outcomes in asked for outcome in outcomes])
    return 0


def about(whitehouse: Path | None, newswire: Path | None, transcripts: Path | None) -> list[Documents]:
    """Return what the sets are about, and where it lies."""
    return [
        Documents("whitehouse", whitehouse),
        Documents("newswire", newswire),
        Documents("transcripts", transcripts),
        Documents("samples", SAMPLES),
    ]


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="all_sets", description=__doc__.splitlines()[0])
    parser.add_argument("--whitehouse", type=Path, metavar="FOLDER", help="the White House documents")
    parser.add_argument("--newswire", type=Path, metavar="FOLDER", help="the wire stories of 1987")
    parser.add_argument("--transcripts", type=Path, metavar="FOLDER", help="what `pick_transcripts.py` chose")
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--to", type=Path, default=Path("build/sets"), metavar="REPORTS")
    parser.add_argument("--against", type=Path, metavar="REPORTS", help="reports of an earlier run")
    return parser.parse_args(arguments)


def _ask(documents: Documents, split: str, to: Path) -> None:
    """Ask the sets on these documents; their reports lie in `to` afterwards."""
    briefings = Path(sys.executable).with_name("briefings")
    homes = Path(os.environ.get("BRIEFINGS_HOMES", to.parent / "homes"))
    home = homes / documents.name
    environment = {**os.environ, "BRIEFINGS_HOME": str(home)}
    environment.setdefault("BRIEFINGS_MODELS", str(homes / "models"))
    ingest = [briefings, "ingest", documents.folder]  # what is on file already is not read again
    subprocess.run(ingest, env=environment, check=True, stdout=subprocess.DEVNULL)
    for path in documents.sets(split):
        questions = path
        if documents.name == "newswire":  # names its gold documents by their beginnings
            questions = to / path.name
            named = [sys.executable, EVALS / "gold_names.py", documents.folder, path]
            with questions.open("w", encoding="utf-8") as complete:
                subprocess.run(named, stdout=complete, check=True)
        report = to / f"{path.stem}.json"
        command = [briefings, "eval", questions, "--no-history", "--report", report]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def summed(asked: Sequence[tuple[str, Sequence[Outcome]]]) -> list[tuple[str, Sequence[Outcome]]]:
    """Put together the sets about the same documents, those read and those unread apart, and all of them.

    Among all also those that the floors are held against: not `LATER`.
    """
    sums: dict[str, list[Outcome]] = defaultdict(list)
    for name, outcomes in asked:
        sums[f"{name.partition('-')[0]}, {_kind(name)}"] += outcomes
    for name, outcomes in asked:
        sums[f"all, {_kind(name)}"] += outcomes
        sums["all"] += outcomes
        if not any(of in name for of in LATER):
            sums["all, the older sets"] += outcomes
    return [*sums.items()]


def _kind(name: str) -> str:
    return "read" if was_read(name) else "unread"


def was_read(name: str) -> bool:
    """Whether a question set has been read by who wrote rules, by the name of its file."""
    return not any(of in name for of in UNREAD)


def print_figures(asked: Sequence[tuple[str, Sequence[Outcome]]]) -> None:
    """Print a row a set, as a Markdown table."""
    headings = ("", "questions", *(f"`{metric.name}`" for metric in TOLD), "words, median / 90th")
    print(f"| {' | '.join(headings)} |")
    print("|---" * len(headings) + "|")
    for name, outcomes in asked:
        print(f"| {name} | {' | '.join(_cells(outcomes))} |")


def _cells(outcomes: Sequence[Outcome]) -> list[str]:
    figures = measure(outcomes)
    words = spread(answer_words(outcomes), 90)
    return [
        str(len(outcomes)),
        *(told(metric, asdict(figures[metric.name])) for metric in TOLD),
        f"{words['median']} / {words['p90']}",
    ]


def print_changes(before: Sequence[Outcome], now: Sequence[Outcome]) -> None:
    earlier = {outcome.id: outcome.verdict for outcome in before}
    changed = [outcome for outcome in now if earlier.get(outcome.id) not in (None, outcome.verdict)]
    for outcome in changed:
        print(f"{outcome.id}: {earlier[outcome.id]} to {outcome.verdict}: {outcome.question}")
    print(f"{len(changed)} verdicts changed.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
