"""Say what is on file, and which questions it invites.

A question is offered only about parties that a briefing on file is mostly about.
"""

import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.desks.desk import Desk
from assistant.web.briefings.listing import Listing
from assistant.web.days import spoken_date
from ingest.text.dates import is_to_come, newest_day
from ingest.text.parties import party_name
from vectorstore.briefing import Briefing

AHEAD = "Which deadlines come next?"
NEWEST = 60  # briefings that examples are drawn from: about a fortnight of a busy desk
EXAMPLES = 4  # fit one phone screen under the welcome
FRESH = 5.0  # seconds: listing 14,000 briefings for every page that opens would be felt

SHORT = {"US": "US", "EU": "EU", "GB": "UK", "AE": "UAE"}  # as people say them in a question


@dataclass(frozen=True, slots=True)
class OnFile:
    """How many briefings there are, how new they are, and what can be asked of them."""

    count: int
    newest: date | None
    examples: tuple[str, ...]

    @property
    def line(self) -> str:
        """One line for the page's head."""
        if not self.count:
            return "No briefings on file"
        briefings = "1 briefing" if self.count == 1 else f"{self.count:,} briefings"
        return f"{briefings}, newest {spoken_date(self.newest)}" if self.newest else f"{briefings}, undated"


def look(briefings: Sequence[Briefing], today: date) -> OnFile:
    """Read a list that is newest first; one dated after tomorrow is a mistake and never the newest."""
    believable = [b for b in briefings if not b.published or not is_to_come(b.published, today)]
    newest = newest_day((b.published for b in briefings), today)
    return OnFile(len(briefings), newest, _examples(believable[:NEWEST]))


class Shelf:
    """Looks at what is on file, at most once every few seconds; any thread may ask."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._seen: tuple[Listing, OnFile] | None = None
        self._at = 0.0
        self._changes = 0  # made here so far
        self._lock = threading.Lock()

    def look(self) -> OnFile:
        """What is on file now; an empty home is looked at again each time, since it is about to be filled."""
        return self._now()[1]

    def listing(self) -> Listing:
        """The briefings on file, ready to be searched."""
        return self._now()[0]

    def forget(self) -> None:
        """Look anew: something was changed here, which a look under way may have missed."""
        self._changes += 1
        self._seen = None

    def _now(self) -> tuple[Listing, OnFile]:
        with self._lock:
            seen = self._seen
            if seen is None or not seen[1].count or time.monotonic() - self._at > FRESH:
                before = self._changes
                briefings = self._desk.list()
                seen = (Listing(briefings), look(briefings, date.today()))
                self._seen, self._at = seen, time.monotonic()
                if self._changes != before:
                    self._seen = None
            return seen


def _examples(briefings: Sequence[Briefing]) -> tuple[str, ...]:
    pairs = Counter(frozenset(b.parties[:2]) for b in briefings if len(b.parties) >= 2)
    singles = Counter(b.parties[0] for b in briefings if b.parties)
    shared = Counter(code for pair in pairs.elements() for code in sorted(pair))
    home = max(shared, key=lambda code: (shared[code], code == "US"), default="")
    talks = [
        f"What is the status of {_pair(pair, home)} talks?" for pair, _ in pairs.most_common(EXAMPLES - 1)
    ]
    latest = [f"What is the latest on {_the(code)}?" for code, _ in singles.most_common() if code != home]
    return tuple([*[*talks, *latest][: EXAMPLES - 1], AHEAD] if talks or latest else ())


def _pair(pair: frozenset[str], home: str) -> str:
    """`Japan-US`: the party that most briefings share comes last."""
    return "-".join(_short(code) for code in sorted(pair, key=lambda code: (code == home, code)))


def _short(code: str) -> str:
    return SHORT.get(code) or party_name(code)


def _the(code: str) -> str:
    return f"the {SHORT[code]}" if code in SHORT else party_name(code)
