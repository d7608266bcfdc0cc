"""Tell in which order a country writes the numbers of a date: 3/6/2025 is in June in London, not in Boston.

A country that writes both, such as Canada, tells nothing.
"""

import re

from ingest.text.party_names import names

DAY_FIRST, MONTH_FIRST = "day first", "month first"


def form_of_zone(written: str, text: str) -> str | None:
    """The order that the zone of the hour behind a date tells; of London's summer and Bangladesh's it is one.

    >>> form_of_zone("3/6/2025", "Sent at 3/6/2025 07:48 PM EST"), form_of_zone("3/6/2025", "On 3/6/2025.")
    ('month first', None)
    """
    found = re.search(
        rf"(?<!\d){re.escape(written)},?[^\n\w]{{1,4}}[^\n]{{0,16}}?(?<![A-Z])({_ZONES})(?![A-Z])", text
    )
    if not found:
        return None
    return MONTH_FIRST if found[1] in _MONTH_FIRST_ZONES else DAY_FIRST


def form_of_publisher(name: str) -> str | None:
    """The order that the country in a publisher's name tells.

    >>> form_of_publisher("U.S. Customs and Border Protection"), form_of_publisher("Bank of Canada")
    ('month first', None)
    """
    table = names()
    codes = {table.lookup(match[1])[0] for match in table.as_written.finditer(name)}
    if codes == {"US"}:
        return MONTH_FIRST
    return DAY_FIRST if codes and codes <= _DAY_FIRST_COUNTRIES else None


_MONTH_FIRST_ZONES = ("EST", "EDT", "CDT", "MST", "MDT", "PST", "PDT")
_DAY_FIRST_ZONES = ("BST", "CET", "CEST", "AEST", "AEDT", "AWST", "NZST", "NZDT", "IST", "SAST", "SGT")
_ZONES = "|".join((*_MONTH_FIRST_ZONES, *_DAY_FIRST_ZONES))
_DAY_FIRST_COUNTRIES = frozenset(
    "GB IE AU NZ IN PK BD LK SG MY FR DE IT ES PT NL BE AT CH EU BR AR CL PE CO MX UY PY".split()  # noqa: SIM905
)
