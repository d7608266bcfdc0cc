"""Values that several commands take: calendar days, a party, JSON instead of words, names of files."""

from contextlib import suppress
from datetime import date

import click

from vectorstore.briefing import YEARS


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


class Party(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.4
    """A country or bloc, by name or code: Japan, JP, EU."""

    name = "PARTY"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from ingest.text.parties import party_code

        code = party_code(str(value))
        if code is None:
            self.fail(f"{value!r} is not one party; expected a name or code: Japan, JP, EU.", param, ctx)
        return code


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
