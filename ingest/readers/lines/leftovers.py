"""Take out what is left in a text of how it was sent or shown, and is none of its words."""

import re
from collections.abc import Sequence

from vectorstore.patterns import pattern

NEAR_ENDS = 12  # filled lines from the top or the end, where a wire puts its codes
FEWEST_ACTIONS = 2  # in a row; one may be a heading


def without_codes(text: str) -> str:
    r"""A text without characters that only steer a machine, and without a wire's codes around it.

    >>> without_codes("ABX\nu f B C f2277 abx\nTin\nPeru cut it.\n ABX\n&#3;").strip()
    'Tin\nPeru cut it.'
    """
    lines = _CONTROL.sub(_unless_character, text).split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    top, end = filled[:NEAR_ENDS], filled[NEAR_ENDS:][-NEAR_ENDS:] or filled[1:]
    stations = {lines[at].strip() for at in top} & {lines[at].strip() for at in end}
    sent = [at for at in top if _SENT.fullmatch(lines[at].strip())]
    # A station names itself above and below what it sends, beside the codes of its machine.
    named = [at for at in {*top, *end} if sent and lines[at].strip() in stations]
    for at in [*sent, *(at for at in named if _STATION.fullmatch(lines[at].strip()))]:
        lines[at] = ""
    return "\n".join(lines)


def without_actions(lines: Sequence[str]) -> list[str]:
    """The lines without those that only offer what can be done with their page.

    >>> without_actions(["Peru cut it.", "Print | Cite this page | Report an error", "Print | Tin"])
    ['Peru cut it.', 'Print | Tin']
    """
    return [line for line in lines if not _offers(line)]


def without_footnote_marks(text: str) -> str:
    r"""A Markdown text without the marks of its footnotes in sentences; each note bears its number.

    >>> without_footnote_marks("Peru cut it[^1].\n\n[^1]: By decree.")
    'Peru cut it.\n\n[1] By decree.'
    """
    notes = {name: number for number, name in enumerate(_NOTE.findall(text), start=1)}
    if not notes:
        return text
    text = _NOTE.sub(lambda note: f"[{notes[note[1]]}] ", text)
    return _MARK.sub(lambda mark: "" if mark[1] in notes else mark[0], text)


def _offers(line: str) -> bool:
    parts = [part.strip(" []*_-") for part in _APART.split(line)]
    actions = sum(bool(_ACTION.fullmatch(part)) for part in parts)
    return actions >= FEWEST_ACTIONS and all(_ACTION.fullmatch(part) or part[:1] == "©" for part in parts)


def _unless_character(entity: re.Match[str]) -> str:
    """What an entity stands for in a text; nothing where that is a character that none can show."""
    code = int(entity["hex"], 16) if entity["hex"] else int(entity["number"])
    steers = code < ord(" ") and chr(code) not in "\t\n\r"
    return "" if steers else entity[0]


_CONTROL = pattern(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,5})|(?P<number>\d{1,6}));")
_SENT = pattern(  # "u f B C f2277 abx", "a0371----"
    r"(?:[a-z] ){1,2}(?:[A-Z] ){0,3}[a-z]\d{3,5}(?: [a-z]+)?|[a-z]\d{4}-{2,}"
)
_STATION = pattern(r"[A-Z]{2,5}")
_NOTE = pattern(r"^\[\^([\w-]+)\]:[ \t]*", re.MULTILINE)
_MARK = pattern(r"\[\^([\w-]+)\]")
_APART = pattern(r"\s+[|·•]\s+|\]\s*\[")
_ACTION = pattern(
    r"(?:print|share|cite|save|e-?mail|download|report|unsubscribe|manage|view)"
    r"(?: (?:this|the|an?|as|your|in|on|by|to|page|article|item|story|error|errors|mistake|pdf|preferences"
    r"|browser|subscription|friend|e-?mail|facebook|x|linkedin)){0,4}",
    re.IGNORECASE,
)
