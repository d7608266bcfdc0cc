"""Tell what the head of a memorandum, a cable or a form says that it is about."""

import re
from collections.abc import Iterator, Sequence

from ingest.readers.metadata.capitals import in_readable_case
from ingest.readers.metadata.mail_words import of_all, without_answer_marks
from ingest.readers.metadata.title_rows import title_rows
from ingest.text.dated_lines import is_sentence
from ingest.text.head_lines import kind_of
from ingest.text.head_words import FIELDS, TITLES
from vectorstore.patterns import pattern

HEAD_WITHIN = 30  # filled lines; the head of a cable names each post that it goes to
LONG = 120  # characters; a longer line without a label is text


def subject_of(lines: Sequence[str]) -> str | None:
    """What the head says, which is its title: above it often stands MEMORANDUM alone, or a letterhead.

    >>> subject_of(["MEMORANDUM", "To: Trade desk", "From: Customs", "Subject: Rice in Japan", "It rose."])
    'Rice in Japan'
    >>> subject_of(["Report Number: 12", "Report Name: Rice in Japan   Country: Japan", "It rose."])
    'Rice in Japan'
    >>> subject_of(["From: Trade desk", "Subject: RE: RE: Rice in Japan"])
    'Rice in Japan'
    >>> subject_of(["Talks on rice", "Subject: Rice in Japan", "It rose."])
    """
    head = list(_head(lines))
    if not head:
        return None
    is_letter = kind_of(head[0][1]) is not None or any(_ADDRESSED.match(line) for _, line in head)
    for at, line in head:
        found = _SUBJECT.match(line)
        if not found or not (is_letter or found["title"]):
            continue
        rows = [line[found.end() :], *lines[at + 1 : at + title_rows(lines, at)]]
        subject = without_answer_marks(" ".join(" ".join(rows).split()))
        subject = _NEXT_FIELD.split(subject)[0].strip("* ")
        if subject:
            return in_readable_case(subject, "\n".join(lines))
    return None


def _head(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The filled lines above the text, each with its number."""
    filled = [(at, line.strip("#*_ ")) for at, line in enumerate(lines) if line.strip("#*_ ")]
    for at, line in filled[:HEAD_WITHIN]:
        is_field = kind_of(line) or _SUBJECT.match(line) or _ADDRESSED.match(line)
        if not is_field and (len(line) > LONG or is_sentence(line)):
            return
        yield at, line


_TITLE = r"title|report (?:name|title)"
_SUBJECT = pattern(
    rf"(?:(?P<title>{_TITLE})|{of_all('subject')}|{'|'.join(TITLES)})\W{{0,2}}:[^\w(]{{0,3}}(?=\S)",
    re.IGNORECASE,
)
_NEXT_FIELD = pattern(rf"\s+(?=[A-Z])(?=(?i:{FIELDS}|date)\s?:\s)")
_ADDRESSED = pattern(rf"(?:{of_all('sender')}|To|Memo for)\W{{0,2}}:|FM\s", re.IGNORECASE)
