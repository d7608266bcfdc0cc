"""`briefings eval`: ask a question set and keep the answers."""

import json
from pathlib import Path

import click

from vectorstore.errors import StorageError


@click.command("eval", short_help="Ask a question set and keep the answers.")
@click.argument("questions", type=click.Path(path_type=Path), metavar="QUESTIONS.jsonl")
@click.option(
    "--answers", "answers_to", type=click.Path(path_type=Path), help="Write the answers here, one a line."
)
@click.option(
    "--report", "report_to", type=click.Path(path_type=Path), help="Write counts and latency here, as JSON."
)
def evaluate(questions: Path, answers_to: Path | None, report_to: Path | None) -> None:
    """Ask every question of a set, one JSON object a line.

    A line needs "id" and "question"; "history", "as_of" and "gold_docs" are used when there.

    \b
    briefings eval samples/questions.jsonl --answers answers.jsonl
    """
    from rich.console import Console
    from rich.progress import track

    from assistant.build import open_desk
    from assistant.evaluation.questions import read_questions
    from assistant.evaluation.run import answers, sources_not_on_file, summary
    from assistant.settings import settings

    asked = read_questions(questions)
    for path in (answers_to, report_to):  # found out now, not after the last question
        if path:
            _write(path, "")
    desk = open_desk(settings().home, "eval")
    try:
        if missing := sources_not_on_file(desk, asked):
            click.echo(
                f"Warning: {len(missing)} gold documents are not on file, so their questions cannot be "
                f"answered from them: {', '.join(missing[:3])}{' ...' if len(missing) > 3 else ''}. "
                "Ingest the folder that these paths are relative to.",
                err=True,
            )
        console = Console(stderr=True)
        given = [
            *track(
                answers(desk, asked),
                "Asking",
                total=len(asked),
                console=console,
                transient=True,
                disable=not console.is_terminal,
            )
        ]
    finally:
        desk.close()
    counts = summary([answer for _, answer in given])
    if answers_to:
        lines = (json.dumps(answer.to_json(line.id), ensure_ascii=False) for line, answer in given)
        _write(answers_to, "".join(f"{line}\n" for line in lines))
    if report_to:
        _write(report_to, json.dumps(counts, indent=2) + "\n")
    declined = ", ".join(f"{count} {kind}" for kind, count in counts["abstained"].items()) or "none"
    click.echo(f"Questions  {counts['questions']}")
    click.echo(f"Answered   {counts['answered']}")
    click.echo(f"Abstained  {declined}")
    click.echo(
        f"Latency    {counts['latency_ms']['median']} ms median, {counts['latency_ms']['max']} ms at most"
    )


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageError(
            f"Cannot write {path}: {error.strerror}. Choose a file that can be written."
        ) from error
