"""Values and options that commands take: days, moments, a party, what narrows, names of files, JSON."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import click

from vectorstore.briefing import YEARS

_MINUTE = "%Y-%m-%d %H:%M"


class Day(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.4
    """A calendar day, YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        with suppress(ValueError):
            if (day := date.fromisoformat(str(value))).isoformat() == value:  # it reads 2025-W23-7, too
                if day.year in YEARS:
                    return day
                self.fail(f"{value!r} is of no year from {YEARS[0]} to {YEARS[-1]}.", param, ctx)
        self.fail(f"{value!r} is not a day; expected YYYY-MM-DD, such as 2025-06-08.", param, ctx)


class Moment(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.4
    """A day, or a day and a minute of it in UTC: the end of either."""

    name = "YYYY-MM-DD[ HH:MM]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        for form, length in (("%Y-%m-%d", timedelta(days=1)), (_MINUTE, timedelta(minutes=1))):
            with suppress(ValueError):
                at = datetime.strptime(str(value).removesuffix(" UTC").replace("T", " "), form)
                return at.replace(tzinfo=UTC) + length - timedelta(microseconds=1)
        self.fail(
            f"{value!r} is no day or minute; expected one such as 2025-06-08 or '2025-06-08 14:30'.",
            param,
            ctx,
        )


class Party(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.4
    """A country or bloc, by name or code: Japan, JP, EU."""

    name = "PARTY"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from ingest.text.parties import party_code

        code = party_code(str(value))
        if code is None:
            self.fail(f"{value!r} is not one party; expected a name or code: Japan, JP, EU.", param, ctx)
        return code


def narrowed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that narrow which briefings it uses, by their days and parties."""
    for option in reversed(_NARROWING):
        command = option(command)
    return command


_NARROWING = (
    click.option("--as-of", type=Day(), help="Use nothing published after this day."),
    click.option("--published-from", type=Day(), help="Use nothing published before this day."),
    click.option("--published-to", type=Day(), help="Use nothing published after this day."),
    click.option(
        "--party",
        "parties",
        type=Party(),
        multiple=True,
        help="Only briefings about this party; may be repeated: about all.",
    ),
)

by_publisher = click.option(
    "--publisher", "publishers", multiple=True, help="Only briefings of this publisher; may be repeated: any."
)


def refuse_inverted_range(first: date | None, last: date | None) -> None:
    """Wrong usage where --published-from is after --published-to."""
    if first and last and first > last:
        raise click.UsageError(
            f"--published-from {first} is after --published-to {last}. Exchange the two days."
        )


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead.")

including = click.option(
    "--include",
    metavar="PATTERN",
    multiple=True,
    help="Of folders and archives, only files of such names: *.md, eu/, /2025/*.txt; may be repeated.",
)

excluding = click.option(
    "--exclude",
    metavar="PATTERN",
    multiple=True,
    help="Of folders and archives, no files of such names; may be repeated.",
)
