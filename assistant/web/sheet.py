"""Write rows as CSV for a sheet."""

import csv
import io
from collections.abc import Iterable, Sequence

# A sheet would compute what begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The head and the rows; what a sheet would take for a formula is quoted by `'`."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow(map(_cell, row))
    return written.getvalue()


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
