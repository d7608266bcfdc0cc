"""Join to the row of a table the unit that stands in the heading above it: "Quotas, tonnes a year"."""

import re

from vectorstore.patterns import pattern

_UNIT = pattern(
    r"(?:(?:(?:thousand|million|metric|long|short)s? (?:of )?)?(?:tonnes?|tons|kilograms?|kg|litres?|liters?"
    r"|hectolitres?|bushels|barrels|cases|heads?|units|pieces|pairs)|per ?cent|percent|pct|%)(?!\w)",
    re.I,
)
_FIGURE_LAST = pattern(r"\d[\d,.]*\W*$")


def with_unit(said: str, heading: str, kind: str) -> str:
    """Return a row with the unit of its heading behind its last figure, where it has none itself.

    >>> with_unit("Product | Quota Hemp | 9,000", "Quotas, tonnes a year", "row")
    'Product | Quota Hemp | 9,000 tonnes'
    >>> with_unit("Product | Rate Hemp | 9%", "Quotas, tonnes a year", "row")
    'Product | Rate Hemp | 9%'
    """
    if kind != "row" or _UNIT.search(said) or not _FIGURE_LAST.search(said):
        return said
    unit = _UNIT.search(heading)
    return f"{said} {unit[0]}" if unit else said
