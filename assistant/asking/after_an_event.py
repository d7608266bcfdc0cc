"""Leave out of a question what something is said to stand so after: "is the duty still on after the ruling?".

How it stands is told by the newest, which need not speak of what happened before.
"""

import re

from assistant.asking.happened import asks_whether
from assistant.support.words import is_past
from ingest.text.months import MONTH
from vectorstore.patterns import pattern

FEWEST = 3  # words that have to be left

_STANDS = pattern(
    r"\b(?:still|any ?more|no longer|c[oa]me back|returned|(?:is|are) (?:\w+ ){1,4}(?:on|off|in force))\b",
    re.I,
)
_EVENT = pattern(r"[,;–-]?\s*\b(?:even )?(?:after|now that)\b(?P<event>[^?;,]*)\W*$", re.I)
_DAY = pattern(rf"\d{{4}}|\b{MONTH}\b", re.I)


def without_event(text: str) -> str | None:
    """Return a question whether something stands without the event that it stands after; None for others.

    An event with a day is none that may be left out.

    >>> without_event("Is the tin duty still on after the law was struck down?")
    'Is the tin duty still on'
    >>> asked = "was the duty lifted after the law was struck down?", "is it still on after May 2026?"
    >>> [without_event(text) for text in asked]
    [None, None]
    """
    event = _EVENT.search(text)
    if not event or not asks_whether(text) or not _STANDS.search(text[: event.start()]):
        return None
    happened = any(is_past(word) for word in re.findall(r"[a-z]+", event["event"].lower()))
    left = text[: event.start()].strip()
    return left if happened and not _DAY.search(event["event"]) and len(left.split()) >= FEWEST else None
