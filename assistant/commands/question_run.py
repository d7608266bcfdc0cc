"""Read a question set, ask it over an open home, compare with an earlier run: for `eval` and `watch`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.commands.console import console

if TYPE_CHECKING:
    from datetime import datetime

    from assistant.desks.desk import Desk
    from assistant.evaluation.changes import Changes
    from assistant.evaluation.questions import QuestionLine
    from assistant.evaluation.run import Given, Run


def read_set(path: Path) -> "list[QuestionLine]":
    """Read a question set, and warn of fields that nothing reads, and types that may be misspelt."""
    from assistant.evaluation.known_fields import unknown_fields
    from assistant.evaluation.known_types import misspelt_types
    from assistant.evaluation.questions import questions_of, read_text

    text = read_text(path, str(path))
    questions = questions_of(text, str(path))
    for warning in (*unknown_fields(text, str(path)), *misspelt_types(text, str(path))):
        click.echo(f"Warning: {warning}", err=True)
    return questions


def ask_all(desk: "Desk", asked: "list[QuestionLine]", verbatim: bool = False) -> "tuple[list[Given], Run]":
    """Ask every question, with a progress bar on a terminal; `verbatim`: without a chat model."""
    from rich.progress import track

    from assistant.commands.output import counted
    from assistant.evaluation.run import answers, judged, sources_not_on_file

    if missing := sources_not_on_file(desk, asked):
        click.echo(
            f"Warning: not on file: {counted(len(missing), 'gold document')}, from which nothing can be "
            "answered: "
            f"{', '.join(missing[:3])}{' ...' if len(missing) > 3 else ''}. "
            "Ingest the folder that these paths are relative to.",
            err=True,
        )
    progress = console(stderr=True)
    given = [
        *track(
            answers(desk, asked, verbatim),
            "Asking",
            total=len(asked),
            console=progress,
            transient=True,
            disable=not progress.is_terminal,
        )
    ]
    return given, judged(desk, given)


def since_earlier_run(
    given: "list[Given]", run: "Run", wanted: bool, keep: bool, chosen: "datetime | None" = None
) -> "Changes | None":
    """Compare with an earlier run of the same questions, and keep this one; print what failed."""
    from assistant.evaluation import standing
    from assistant.settings import settings

    kept = standing.since_earlier_run(
        settings().home.home, given, run, compared=wanted, kept=keep, chosen=chosen
    )
    for warning in kept.warnings:
        click.echo(f"Warning: {warning}", err=True)
    return kept.changes if wanted else None


def refuse_unkept(asked: "list[QuestionLine]", chosen: "datetime") -> None:
    """Raise before anything is asked where no run of these questions was made by the moment chosen."""
    from assistant.commands.output import counted
    from assistant.evaluation.earlier_runs import past_runs
    from assistant.settings import settings
    from vectorstore.errors import QuestionError

    past = past_runs(settings().home.home, asked)
    if any(run.made <= chosen for run in past):
        return
    runs = "".join(
        f"\n  {run.made:%Y-%m-%d %H:%M} UTC, over {counted(run.briefings, 'briefing')}" for run in past
    )
    raise QuestionError(
        f"No run of these questions from {chosen:%Y-%m-%d %H:%M} UTC or before is kept. "
        + (f"Choose one of these with --since:{runs}" if past else "None is kept yet: leave --since out.")
    )
