"""Read an RSS or Atom feed saved as a file: its newest entries, as the feed has them.

Nothing is fetched: who names the address of a feed gets the pages that it lists. An entry is not known by the
address of its page, for its few words would take the place of that page where it is on file.
"""

import re
from collections.abc import Iterator

from ingest.readers.feeds import is_feed, read_feed
from ingest.readers.lines.fragment import fragment_lines
from ingest.readers.reading import NoBriefingsError, Reading
from ingest.text.dates import Stated

LONGEST_PART = 80  # characters of an entry's id shown behind a file's name


def read_feed_file(content: bytes) -> Iterator[Reading]:
    """Yield a briefing an entry; NoBriefingsError when the file is XML of another kind."""
    if not is_feed(content):
        raise NoBriefingsError("It is no feed. If it is something to read, save it as .html or .txt.")
    feed = read_feed(content, "")
    notes: tuple[str, ...] = (
        "its entries are as the feed has them; name its address to take in their pages",
    )
    if feed.listed > len(feed.entries):
        notes += (f"of {feed.listed} entries the newest {len(feed.entries)} were read",)
    for entry in feed.entries:
        text = "\n".join(fragment_lines(entry.html))
        yield Reading(
            text=text,
            title=entry.title,
            publisher=entry.publisher,
            dates=(Stated("date field", entry.published),) if entry.published else (),
            part=_part(entry.id),
            notes=notes,
        )
        notes = () if text else notes  # they go with the first that can be read


def _part(id: str) -> str:
    """What tells an entry from the others, as a name.

    >>> _part("https://example.org/2025/tea?x=1")
    'example.org-2025-tea?x=1'
    """
    return re.sub(r"[\s/\\]+", "-", re.sub(r"^\w+:/*", "", id)).strip("-")[-LONGEST_PART:]
