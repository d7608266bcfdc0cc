"""`briefings eval`: ask a question set, judge the answers, and say whether they got worse."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.commands.console import console
from assistant.commands.options import Moment
from assistant.commands.written_files import keep_apart, try_to_write, write
from vectorstore.errors import BriefingsError, SettingsError

if TYPE_CHECKING:  # numpy and scipy come with them, and `--help` is to be quick
    from assistant.desks.desk import Desk
    from assistant.evaluation.baseline import Baseline
    from assistant.evaluation.engines import Side
    from assistant.evaluation.questions import QuestionLine
    from assistant.evaluation.run import Given, Run


_file = click.Path(path_type=Path)


@click.command("eval", short_help="Ask a question set and judge the answers.")
@click.argument("questions", type=_file, metavar="QUESTIONS.jsonl")
@click.option("--answers", "answers_to", type=_file, help="Write the answers here, one a line.")
@click.option("--report", "report_to", type=_file, help="Write all figures and outcomes here, as JSON.")
@click.option("--html", "page_to", type=_file, help="Write a page for people here: figures and failures.")
@click.option(
    "--changes", "wanted", is_flag=True, help="List the answers that changed since what is on file did."
)
@click.option("--since", type=Moment(), help="List those that changed since the last run by then, in UTC.")
@click.option("--both", is_flag=True, help="Put the chat model and verbatim answers side by side.")
@click.option("--no-history", is_flag=True, help="Do not keep this run for the next --changes.")
@click.option("--against", "against", type=_file, help="Compare with an earlier --report.")
@click.option(
    "--baseline", "pinned", type=_file, help="Fail when anything is worse than pinned in this file."
)
@click.option("--update-baseline", "update", is_flag=True, help="Pin this run in the --baseline file.")
@click.option("--lower-floors", "lower", is_flag=True, help="Let --update-baseline pin worse figures too.")
def evaluate(
    questions: Path,
    answers_to: Path | None,
    report_to: Path | None,
    page_to: Path | None,
    wanted: bool,
    since: datetime | None,
    both: bool,
    no_history: bool,
    against: Path | None,
    pinned: Path | None,
    update: bool,
    lower: bool,
) -> None:
    """Ask every question of a set, one JSON object a line, and judge the answers.

    A line needs "id" and "question"; "history", "as_of" and "type" are used when there, and
    "gold_docs", "nuggets", "forbidden" and "answerable" say what is right. A nugget is a fact that the
    answer must state, in any of several wordings, regular expressions; "must": false makes it an extra.

    \b
    {"id": "a", "question": "What duty does Chile charge on tin?",
     "nuggets": [{"any_of": ["12 (percent|%)"], "note": "the rate"}]}

    \b
    briefings eval samples/questions.jsonl --report report.json --html report.html
    briefings eval samples/questions.jsonl --changes
    briefings eval samples/questions.jsonl --since 2025-06-08
    briefings eval samples/questions.jsonl --both
    """
    from assistant.build import open_desk
    from assistant.commands.changes_output import print_changes
    from assistant.commands.evaluation_output import print_comparison, print_gate, print_run
    from assistant.commands.output import counted
    from assistant.commands.question_run import ask_all, read_set, refuse_unkept, since_earlier_run
    from assistant.evaluation import baseline, gate
    from assistant.evaluation.comparison import compare
    from assistant.evaluation.report import as_text, read_report, report_of
    from assistant.settings import settings
    from vectorstore.home.lock import holder

    if (update and not pinned) or (lower and not update):
        raise click.UsageError("--lower-floors needs --update-baseline, which needs --baseline FILE.")
    written = {"--answers": answers_to, "--report": report_to, "--html": page_to}
    if update:
        written["--baseline"] = pinned
    keep_apart(written, {"QUESTIONS.jsonl": questions, "--baseline": pinned, "--against": against})
    asked = read_set(questions)
    if since:
        refuse_unkept(asked, since)
    earlier = read_report(against) if against else None
    floors = None
    if pinned and not (update and not pinned.exists()):
        floors = baseline.read_baseline(pinned)
    for path in written.values():  # found out now, not after the last question
        if path:
            try_to_write(path)
    if both and not settings().chat and holder(settings().home.home) is None:  # nobody serves another's model
        raise _no_model()
    desk = open_desk(settings().home, "eval", chat=settings().chat)
    try:
        given, run = ask_all(desk, asked)
        sides = _both(desk, asked, given, run) if both else None
    finally:
        desk.close()
    changes = since_earlier_run(given, run, wanted or bool(since), keep=not no_history, chosen=since)
    report = report_of(run)
    comparison = compare(run, earlier) if earlier else None
    checked = gate.check(run, floors) if floors else None
    drawn_on = console()
    print_run(drawn_on, run)
    if sides:
        from assistant.commands.engines_output import print_engines

        print_engines(drawn_on, *sides)
        report["engines_compared"] = [side.to_json() for side in sides]
    if comparison:
        report["against"] = comparison.to_json()
        print_comparison(drawn_on, comparison)
    if changes:
        report["changes"] = changes.to_json()
        print_changes(drawn_on, changes)
    if checked:
        report["gate"] = checked.to_json()
        print_gate(drawn_on, checked)
    if answers_to:
        lines = (json.dumps(answer.to_json(line.id), ensure_ascii=False) for line, answer in given)
        write(answers_to, "".join(f"{line}\n" for line in lines))
    if report_to:
        write(report_to, as_text(report))
    if page_to:
        from assistant.evaluation.page import page_of

        before = earlier.outcomes if earlier else ()
        write(page_to, page_of(run, questions.name, datetime.now(UTC), comparison, before, checked, changes))
    if pinned and update:
        _pin(pinned, run, floors, lower)
    elif checked and checked.differs:
        raise BriefingsError(
            f"Not comparable with {pinned}: {' and '.join(checked.differs)} of this run are not those that "
            "it was pinned with. Pin this run with --update-baseline, and --lower-floors where a floor falls."
        )
    elif checked and checked.red:
        raise BriefingsError(
            f"Worse than {pinned}: {counted(len(checked.regressions), 'finding')}, listed above. Mend them; "
            "or, where they are meant, pin this run with --update-baseline --lower-floors."
        )


def _both(desk: "Desk", asked: "list[QuestionLine]", given: "list[Given]", run: "Run") -> "tuple[Side, Side]":
    """Ask the same questions without the chat model, and sum up either run."""
    from assistant.commands.question_run import ask_all
    from assistant.evaluation.engines import side_of

    if not any(answer.prompt for _, answer in given):
        raise _no_model()
    return side_of(*ask_all(desk, asked, verbatim=True)), side_of(given, run)


def _no_model() -> SettingsError:
    return SettingsError(
        "No chat model is asked, so there is nothing to put side by side. Set BRIEFINGS_CHAT_MODEL, "
        "for the process that serves the home where one does."
    )


def _pin(path: Path, run: "Run", earlier: "Baseline | None", lower: bool) -> None:
    """Write the run as the baseline, unless it breaks a promise or lowers floors and nobody said so."""
    from assistant.commands.output import counted
    from assistant.evaluation import baseline
    from assistant.evaluation.comparison import other_digests

    if run.broken:
        raise BriefingsError(
            f"{path} is as it was: the run breaks {counted(len(run.broken), 'promise')}, listed above. They "
            "hold whatever is pinned; mend them first."
        )
    new = baseline.baseline_of(run, earlier)
    fallen = baseline.lowered(earlier, new) if earlier else []
    if earlier and fallen and not lower:
        other = other_digests(run.digests, earlier.digests)
        raise BriefingsError(
            f"{path} is as it was, because floors would fall:\n  "
            + "\n  ".join(fallen)
            + (f"\nOther than when they were pinned, which may be why: {', '.join(other)}." if other else "")
            + "\nAdd --lower-floors when that is meant."
        )
    write(path, baseline.as_text(new))
    click.echo(f"\nPinned in {path}: {len(new.at_least) + len(new.at_most)} figures")
    for floor in fallen:
        click.echo(f"  lowered: {floor}")
