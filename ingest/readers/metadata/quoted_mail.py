"""Leave out the older mail that a mail quotes: its lines behind ">", and what introduces them."""

import re
from collections.abc import Sequence

from ingest.readers.metadata.mail_words import of_all, wrote_lines
from vectorstore.patterns import pattern

QUOTED = "words that it quotes of an earlier mail were left out"
HEAD_WITHIN = 12  # lines
FEWEST_FIELDS = 2  # of a mail's head, by which a text is told to be one
LONGEST_INTRODUCTION = 3  # lines: "On Friday, 3 May 2025 at 10:12 AM, / A. B. <a@b.example> / wrote:"


def without_quotes(lines: Sequence[str]) -> tuple[list[str], bool]:
    """The lines of a mail without those behind ">", and whether there were any."""
    kept: list[str] = []
    quoted = False
    for line in lines:
        if not line.startswith(">"):
            kept.append(line)
            continue
        if not quoted or kept:
            at = _introduction(kept)
            del kept[len(kept) if at is None else at :]
        quoted = True
    return kept, quoted


def without_older_mail(text: str) -> tuple[str, tuple[str, ...]]:
    r"""A text without the mail that it answers, and the note that says so.

    A quotation is one where an hour or an address stands in what introduces it, and the text has the head
    of a mail or ends with it: else it may be what somebody wrote in public.

    >>> without_older_mail("It is 4 pct.\n\nOn 3 May 2025, at 09:10, R. Quispe wrote:\n> It is 3 pct.")[0]
    'It is 4 pct.\n'
    >>> without_older_mail("On 3 May the minister wrote:\n> It is 3 pct.\n\nThey met.")[1]
    ()
    """
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        end = _end_of_quote(lines, at)
        begins = _begins_older(kept, lines[at:end])
        if begins is None or not (_is_mail(lines) or not any(map(str.strip, lines[end:]))):
            kept += lines[at : max(end, at + 1)]
        else:
            del kept[begins:]
        at = max(end, at + 1)
    if len(kept) == len(lines) or not any(map(str.strip, kept)):
        return text, ()
    return "\n".join(kept), (QUOTED,)


def _end_of_quote(lines: Sequence[str], at: int) -> int:
    """Where the lines behind ">" end that begin here, with blank ones among them."""
    end = at
    for number in range(at, len(lines)):
        if lines[number].startswith(">"):
            end = number + 1
        elif lines[number].strip() or end == at:
            break
    return end


def _begins_older(kept: Sequence[str], quote: Sequence[str]) -> int | None:
    """From which of the lines above on an older mail is quoted; None where this is no such quotation."""
    if not quote:
        return None
    inside = [re.sub(r"^[>\s]+", "", line) for line in quote[:LONGEST_INTRODUCTION]]
    for rows in range(1, len(inside) + 1):
        if _is_of_mail(" ".join(inside[:rows])):
            return len(kept)
    at = _introduction(kept)
    return at if at is not None and _is_of_mail(_words(kept[at:])) else None


def _introduction(kept: Sequence[str]) -> int | None:
    """Where "On Friday, A. B. wrote:" begins, over up to three lines, at the end of what is kept."""
    filled = [at for at, line in enumerate(kept) if line.strip()][-LONGEST_INTRODUCTION:]
    return next((at for at in reversed(filled) if _WROTE.fullmatch(_words(kept[at:]))), None)


def _words(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines if line.strip())


def _is_of_mail(introduction: str) -> bool:
    return bool(_WROTE.fullmatch(introduction) and _SENT.search(introduction))


def _is_mail(lines: Sequence[str]) -> bool:
    fields = {match["name"] for line in lines[:HEAD_WITHIN] if (match := _FIELD.match(line))}
    return len(fields) >= FEWEST_FIELDS


_NAMES = "|".join(map(of_all, ("sender", "date", "subject", "recipients")))
_FIELD = pattern(rf"[*_\s]*(?P<name>{_NAMES})[*_\s]*:")
_WROTE = pattern(rf"(?:{wrote_lines()})\s*")
_SENT = pattern(r"\b\d{1,2}[:.h]\d\d\b|\S@\S")
