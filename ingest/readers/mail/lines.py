"""Put the lines of a mail together again that its sender's program has wrapped."""

import re
from itertools import pairwise

from ingest.readers.metadata.mail_words import of_all
from vectorstore.patterns import pattern

LONGEST_WRAPPED = 100  # characters; a mail with longer lines was not wrapped


def unwrapped(text: str) -> str:
    """Join each line with the next one where that one's first word had no room left.

    >>> unwrapped("Both sides met in Washington\\non June 6.\\nThey parted.")
    'Both sides met in Washington on June 6.\\nThey parted.'
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > LONGEST_WRAPPED:
        return text
    joined = lines[:1]
    for before, line in pairwise(lines):
        word = line.split(" ", 1)[0]
        full = before.strip() and len(before) + 1 + len(word) > width and not before.startswith(">")
        if full and word and not _OF_ITS_OWN.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(joined)


def unflowed(text: str) -> str:
    """Join the lines of flowed text (RFC 3676): a space at the end of one says that it goes on."""
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        line = line if line.startswith(">") else line.removeprefix(" ")
        if goes_on and line.startswith(">") == lines[-1].startswith(">"):
            lines[-1] += re.sub(r"^>+ ?", "", line)
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


# Items, quoted lines and the lines of a header are never the rest of a paragraph.
_OF_ITS_OWN = pattern(
    r"\s*(?:[-*•·–]\s|>|\d{1,3}[.)]\s|\([a-z0-9]{1,3}\)\s|--)|[A-Z][\w-]{1,12}: "
    rf"|(?:{'|'.join(map(of_all, ('sender', 'date', 'subject', 'recipients')))})\s?:\s"
)
