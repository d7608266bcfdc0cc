"""Tell whose rate a line of a tariff schedule is, where a sentence changes it by the line's number alone.

"Heading 12.40 is amended by deleting “8%” and inserting “9%”": for whose goods it is, its briefing says
elsewhere, or its title does.
"""

import re

from assistant.reading.alterations import rates_changed
from ingest.text.parties import find_parties, parties_in
from vectorstore.patterns import pattern

BEHIND = 120  # characters behind the name of a party, in which the heading of its goods stands
_LINE = pattern(
    r"\bheadings? (?P<line>\d{2,4}(?:\.\d{2}){1,4})\b[^;]{0,80}\b(?:amended|modified|changed)\b", re.I
)


def changes_line_of(quote: str, title: str, text: str, party: str) -> bool:
    """Whether a sentence gives a party's goods another rate by the line of the schedule that they are under.

    >>> quote = "Heading 12.40 shall be amended by deleting “8%” and by inserting “9%” in lieu thereof."
    >>> changes_line_of(quote, "Amending Duties on Peru", "", "PE")
    True
    >>> text = "Goods, but for those of Peru as described in heading 12.40, and of Chile, pay 5 percent."
    >>> [changes_line_of(quote, "Amending Duties", text, party) for party in ("PE", "CL")]
    [True, False]
    """
    changed = _LINE.search(quote)
    if changed is None or not rates_changed(quote):
        return False
    if parties_in(title) - {"US"} == {party}:
        return True
    named = (m for m in find_parties(text) if m.code == party)
    heading = re.compile(rf"\bheading {re.escape(changed['line'])}\b")
    return any(heading.search(text[m.end : m.end + BEHIND]) for m in named)
