"""Tell what a memorandum or a cable is about by the head that it begins with: to whom, from whom, on what."""

import re
from collections.abc import Sequence

from ingest.readers.metadata.mail_words import of_all

HEAD_WITHIN = 12  # filled lines, of which some say to whom else it goes


def subject_of(lines: Sequence[str]) -> str | None:
    """What the head says, which is its title: above it often stands MEMORANDUM alone.

    >>> subject_of(["MEMORANDUM", "To: Trade desk", "From: Customs", "Subject: Rice in Japan", "It rose."])
    'Rice in Japan'
    """
    top = [line.strip("#*_ ") for line in lines if line.strip()][:HEAD_WITHIN]
    subjects = [match["subject"].strip("* ") for line in top if (match := _SUBJECT.fullmatch(line))]
    return subjects[0] if subjects and any(map(_ADDRESSED.match, top)) else None


_SUBJECT = re.compile(
    rf"(?:{of_all('subject')}|Re)\W{{0,2}}:\W{{0,3}}(?P<subject>\S.{{0,200}})", re.IGNORECASE
)
_ADDRESSED = re.compile(rf"(?:{of_all('sender')}|To|Memo for)\W{{0,2}}:|FM\s", re.IGNORECASE)
