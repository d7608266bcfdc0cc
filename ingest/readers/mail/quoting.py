"""Tell what the writer of a mail says from what it quotes, forwards and is signed with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.readers.metadata.mail_words import is_foreign, meaning, of_all
from ingest.readers.metadata.quoted_mail import without_quotes
from vectorstore.patterns import pattern

MOST_SIGNED = 8  # filled lines of a signature
LONGEST_SIGNED = 400  # characters of one; what is longer is an item of a newsletter


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message inside a message: its text, and its header lines by what they are."""

    text: str
    header: Mapping[str, str] = field(default_factory=dict)
    foreign: bool = False  # some lines have a name that is not English: numbers of a day are day first
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Parted:
    """The writer's own words, the message that they forward, and what was left out of them."""

    own: str
    forwarded: Forwarded | None = None
    quoted: bool = False  # whether words of an earlier mail were left out
    signature: str = ""


def parted(text: str, is_reply: bool) -> Parted:
    """Part the text of a mail; `is_reply` says that what stands below "Original Message" is quoted.

    A mail that is nothing but a quotation is taken as its words.

    >>> parted("It rose.\\n-- \\nDesk", False)
    Parted(own='It rose.', forwarded=None, quoted=False, signature='Desk')
    """
    lines = text.split("\n")
    at = _inner_message(lines)
    own, below = (lines, None) if at is None else (_without_rule(lines[:at]), lines[at:])
    own, signature = _without_signature(own)
    own, quoted = without_quotes(own)
    forwarded = None if below is None else _forwarded(below)
    if forwarded and is_reply and not _marks_forwarded(below or []) and any(map(str.strip, own)):
        forwarded, quoted = None, True
    if not forwarded and not any(map(str.strip, own)):
        return Parted(_unquoted(lines))
    return Parted("\n".join(own).strip("\n"), forwarded, quoted, signature)


def says_forwarded(text: str) -> bool:
    """Whether the beginning of a part of a mail says that it is a message passed on."""
    return bool(_FORWARDED.search(text))


_NAMES = "|".join(map(of_all, ("sender", "date", "subject", "recipients")))
_HEADER = pattern(rf"[>\s*|]*(?P<name>{_NAMES})\s*:[\s*|]*(?P<value>.*)")  # a row, in Thunderbird's pages
_SENDER = pattern(rf"[>\s*|]*(?:{of_all('sender')})\s*:")
_FORWARDED = pattern(of_all("forwarded"), re.IGNORECASE)
_MARKER = pattern(
    rf"[>\s]*(?:-{{2,}}\s*(?:(?:{of_all('forwarded')})(?:\s.{{0,100}})?|{of_all('original')})\s*-*"
    rf"|(?:{of_all('forwarded')})\s*:)\s*",
    re.IGNORECASE,
)


def _inner_message(lines: Sequence[str]) -> int | None:
    """The line with which a message inside the message begins."""
    for at, line in enumerate(lines):
        if _MARKER.fullmatch(line):
            return at
        if _SENDER.match(line):
            found = [match["name"] for other in lines[at : at + 7] if (match := _HEADER.match(other))]
            names = {meaning(name) for name in found}
            if len(names) >= 3 and "date" in names:
                return at  # as Outlook does it, without a marker
    return None


def _without_rule(lines: Sequence[str]) -> list[str]:
    """The lines above a message without the rule that Outlook draws between the two."""
    kept = list(lines)
    while kept and not re.search(r"[^\W_]", kept[-1]):
        kept.pop()
    return kept


def _marks_forwarded(lines: Sequence[str]) -> bool:
    return bool(lines) and bool(_MARKER.fullmatch(lines[0])) and bool(_FORWARDED.search(lines[0]))


def _forwarded(lines: Sequence[str]) -> Forwarded | None:
    lines = _unquoted(list(lines)).split("\n")
    if _MARKER.fullmatch(lines[0]):
        lines = lines[1:]
    header: dict[str, str] = {}
    name = ""
    foreign = False
    for at, line in enumerate(lines):
        match = _HEADER.match(line)
        if match:
            name = meaning(match["name"])
            foreign = foreign or is_foreign(match["name"])
            header[name] = match["value"].strip(" *|")
        elif header and (not line.strip() or not line.startswith((" ", "\t"))):
            lines = lines[at:]
            break
        elif header:  # a long list of recipients goes on
            header[name] += " " + line.strip()
    else:
        return None
    lines, signature = _without_signature(lines)
    text = "\n".join(lines).strip("\n")
    return Forwarded(text, header, foreign, signature) if text.strip() else None


def _without_signature(lines: Sequence[str]) -> tuple[list[str], str]:
    """The lines above the mark of a signature, and that; marks between the items of a newsletter are none."""
    marks = [at for at, line in enumerate(lines) if line.rstrip(" ") == "--"]
    if not marks:
        return list(lines), ""
    last = marks[-1]
    below = [line.strip() for line in lines[last + 1 :] if line.strip()]
    alone = len(marks) == 1 and lines[last] == "-- "  # as RFC 3676 has it
    short = len(below) <= MOST_SIGNED and sum(map(len, below)) <= LONGEST_SIGNED
    if alone or (short and not any(map(_SAYS_SOMETHING.search, below))):
        return list(lines[:last]), " ".join(below)
    return list(lines), ""


# A sentence: some words, and a stop at their end.
_SAYS_SOMETHING = pattern(r"(?:\S+\s+){4,}\S+[.!?][\"'”’)]*$")


def _unquoted(lines: Sequence[str]) -> str:
    """The lines without the marks of a quotation, where all of them have one."""
    if all(line.startswith(">") for line in lines[1:] if line.strip()):
        lines = [re.sub(r"^> ?", "", line) for line in lines]
    return "\n".join(lines)
