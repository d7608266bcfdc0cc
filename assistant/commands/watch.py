"""`briefings watch`: take in what arrives in folders, feeds and pages, for as long as it runs."""

import gc
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.commands.options import Day, excluding, including
from vectorstore.errors import BriefingsError, IndexMismatchError, SettingsError, SourceError

if TYPE_CHECKING:
    from assistant.desks.desk import Desk
    from assistant.desks.serving import Stops
    from assistant.desks.watching import FileState, WatchedFolder
    from assistant.evaluation.questions import QuestionLine
    from ingest.report import Report
    from ingest.sources.selection import Selection

RETRY_SECONDS = 30.0  # when a batch could not be taken in: another command had the home, the disk was full
ONCE_SECONDS = 60.0  # how long --once waits for a file that is being written


@click.command(short_help="Take in what arrives in folders and feeds, until Ctrl-C.")
@click.argument("places", metavar="FOLDER|FEED|URL...", nargs=-1, required=True)
@click.option("--once", is_flag=True, help="Take in what there is now and end, as for cron.")
@click.option(
    "--every",
    "minutes",
    type=click.FloatRange(min=0.02),
    default=15.0,
    show_default=True,
    metavar="MINUTES",
    help="How often feeds and pages are looked at; folders are at once.",
)
@click.option(
    "--eval",
    "questions",
    type=click.Path(path_type=Path),
    metavar="QUESTIONS.jsonl",
    help="After a change ask these, and show which answers are no longer the same.",
)
@click.option("--published", type=Day(), help="The date of those that name none themselves.")
@including
@excluding
@click.option("--json", "as_json", is_flag=True, help="Print each report as one line of JSON.")
def watch(
    places: tuple[str, ...],
    once: bool,
    minutes: float,
    questions: Path | None,
    published: date | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take in what is new and what changes in folders, feeds and web pages, until Ctrl-C.

    A file that is still being written is waited for. Each batch is reported like an ingest.
    The home is held only meanwhile, so that other commands work in between; while `serve` runs,
    batches are handed to it. After a restart it goes on: what is on file decides what is new.

    \b
    briefings watch ~/briefings https://example.org/feed.xml
    briefings watch ~/briefings --once --eval standing.jsonl
    """
    from assistant.commands.question_run import read_set
    from assistant.desks.serving import Stops
    from assistant.desks.watching import WatchedFolder
    from ingest.sources.selection import Selection

    stops = Stops()
    urls = [place for place in places if "://" in place]
    selection = Selection(include, exclude)
    folders = [WatchedFolder(_folder(place), selection) for place in places if "://" not in place]
    asked = read_set(questions) if questions else None
    run = _Watch(folders, urls, minutes * 60, _Batches(published, selection, asked, as_json, once), stops)
    try:
        if once:
            run.once()
        else:
            _say(as_json, f"Watching {', '.join(places)} (Ctrl-C stops it)")
            run.until_stopped()
    except KeyboardInterrupt:
        _say(as_json, "Stopped.")


def _folder(place: str) -> Path:
    if not place.strip():
        raise SourceError("The name of a folder is empty. Name a folder, a feed or an address.")
    path = Path(place).expanduser().absolute()
    if path.is_dir():
        return path
    if path.exists():
        raise SourceError(f"{place} is a file. Name its folder, and --include {path.name} to watch it alone.")
    raise SourceError(f"There is no folder {place}. Create it, or check the path.")


@dataclass(slots=True)
class _Watch:
    """Says when to take in what."""

    folders: "Sequence[WatchedFolder]"
    urls: Sequence[str]
    every: float  # seconds
    batches: "_Batches"
    stops: "Stops"
    _said: set[str] = field(default_factory=set)

    def once(self) -> None:
        deadline = time.monotonic() + ONCE_SECONDS
        while True:
            changed, unsettled = self._look()
            if not unsettled or time.monotonic() >= deadline:
                break
            time.sleep(WAIT_SECONDS)
        if unsettled:
            click.echo(
                f"{unsettled} files are still being written; they are left for the next time.", err=True
            )
        self.batches.take(changed, self.urls)

    def until_stopped(self) -> None:
        from assistant.desks.watching import LOOK_SECONDS, wakes

        next_look = next_poll = retry_at = 0.0
        unsettled = 0
        waking = wakes([folder.path for folder in self.folders])
        while True:
            now = time.monotonic()
            due = bool(self.urls) and now >= next_poll
            if now >= retry_at and (due or unsettled or now >= next_look):
                changed, unsettled = self._look()
                next_look = now + LOOK_SECONDS
                try:
                    if due or any(files for _, files in changed):
                        self.batches.take(changed, self.urls if due else ())
                        self._said.clear()
                        next_poll = now + self.every if due else next_poll
                except (SettingsError, IndexMismatchError):
                    raise  # nothing that waiting would mend
                except BriefingsError as error:
                    self._once_said(f"{error} It is tried again every {RETRY_SECONDS:.0f} s.")
                    retry_at, next_look = now + RETRY_SECONDS, 0.0
            if self.stops.asked:  # while a home was being closed
                raise KeyboardInterrupt
            if next(waking):
                next_look = 0.0

    def _look(self) -> "tuple[list[_Changed], int]":
        changed: list[_Changed] = []
        waiting = 0
        for folder in self.folders:
            files, unsettled = folder.look(time.monotonic(), time.time())
            changed.append((folder, files))
            waiting += unsettled
            for failure in folder.failures:
                self._once_said(f"{failure.source}: {failure.error}")
        return changed, waiting

    def _once_said(self, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            click.echo(f"briefings: {message}", err=True)


WAIT_SECONDS = 0.2
_Changed = tuple["WatchedFolder", "dict[str, FileState | None]"]


@dataclass(slots=True)
class _Batches:
    """Takes batches in, prints their reports, and asks the standing questions."""

    published: date | None
    selection: "Selection"
    asked: "list[QuestionLine] | None"
    as_json: bool
    once: bool
    _missing: tuple[str, ...] = ()
    _is_first: bool = True

    def take(self, changed: "Sequence[_Changed]", urls: Sequence[str]) -> None:
        """Take in what changed; raises what the home does, and then nothing counts as taken in.

        What keeps the questions from being asked is said, and the batch counts.
        """
        from assistant.build import open_desk
        from assistant.commands.ingest import take_in
        from assistant.desks.watching import handed_over
        from assistant.settings import settings

        files = [path for _, found in changed for path, state in found.items() if state]
        selection = replace(self.selection, only=handed_over(files))
        folders = [str(folder.path) for folder, found in changed if found]
        desk = open_desk(settings().home, "watch")
        try:
            report = take_in(desk, [*folders, *urls], self.published, selection)
            for folder, found in changed:
                folder.took(found)
            self._print(report)
            if self.asked and report.added + report.updated + report.duplicates:
                self._ask_again(desk)
        finally:
            desk.close()
            del desk
            gc.collect()  # a home and its encoder refer to themselves: 80 MB a batch until that is noticed
        if self.once and report.failed and len(report.failed) == report.seen:
            raise SourceError("No source could be taken in; the reasons are above. Mend them and try again.")

    def _print(self, report: "Report") -> None:
        """Print a report, unless it says only that nothing is new."""
        from assistant.commands.output import print_report

        is_news = report.seen > report.unchanged or report.missing != self._missing or self._is_first
        self._missing, self._is_first = report.missing, False
        if self.as_json and is_news:
            click.echo(json.dumps(report.to_json(), ensure_ascii=False))
        elif is_news:
            click.echo(f"\n{datetime.now():%Y-%m-%d %H:%M:%S}")
            print_report(report)

    def _ask_again(self, desk: "Desk") -> None:
        try:
            self._ask(desk)
        except BriefingsError as error:
            if self.once:
                raise
            click.echo(f"briefings: {error} The questions are asked again after the next change.", err=True)

    def _ask(self, desk: "Desk") -> None:
        from assistant.commands.changes_output import print_changes
        from assistant.commands.console import console
        from assistant.commands.question_run import ask_all, since_earlier_run

        given, run = ask_all(desk, self.asked or [], verbatim=True)  # a model words an answer anew each time
        changes = since_earlier_run(given, run, wanted=True, keep=True)
        if changes and self.as_json:
            click.echo(json.dumps({"changes": changes.to_json()}, ensure_ascii=False))
        elif changes:
            print_changes(console(), changes)


def _say(as_json: bool, message: str) -> None:
    click.echo(message, err=as_json)
