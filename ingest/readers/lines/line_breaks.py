"""Tell which lines of a Markdown paragraph stand for themselves, though Markdown would run them together."""

from collections.abc import Sequence

from markdown_it.token import Token

from ingest.readers.lines.wrapping import is_cut_off
from vectorstore.patterns import pattern

WIDEST = 60  # characters of lines in a letterhead; text is wrapped at more


def keep_breaks(paragraph: Token) -> None:
    """Make the line breaks hard behind which a line of a paragraph stands for itself."""
    lines = paragraph.content.split("\n")
    children = [child for child in paragraph.children or () if child.type in ("softbreak", "hardbreak")]
    if len(children) != len(lines) - 1:
        return
    for at in own_lines(lines):
        children[at - 1].type = "hardbreak"


def own_lines(lines: Sequence[str]) -> list[int]:
    """Say which lines begin anew: fields of a form, what stands below a line in bold, a letterhead's.

    >>> own_lines(["To: Tin desk", "Cc: Linz"]), own_lines(["**Tin**", "Peru", "Tin is exempt."])
    ([1], [1])
    >>> own_lines(["Tin in Peru | Lima", "3 May 2025"]), own_lines(["Peru cut the duty on", "tin."])
    ([1], [])
    """
    if _is_letterhead(lines) or all(map(_FIELD.match, lines)):
        return list(range(1, len(lines)))
    return [1] if len(lines) > 1 and _is_headed(lines) else []


def _is_headed(lines: Sequence[str]) -> bool:
    """Whether the first line is all in bold, above short ones; or in capitals, too, above text."""
    first, second, *more = lines
    begins = not second.strip("*_[ ")[:1].islower() and not is_cut_off(first.strip("*_ "))
    short = bool(more) and all(len(line) <= WIDEST for line in lines)
    return begins and (short or first.isupper()) and bool(_BOLD.fullmatch(first.strip()))


def _is_letterhead(lines: Sequence[str]) -> bool:
    """Whether lines are short, begin with a capital or a figure, and end none of them a sentence."""
    return (
        len(lines) > 1
        and any(_PARTS.search(line) for line in lines)
        and all(len(line) <= WIDEST and not _STOP.search(line) and line.strip("*_ ") for line in lines)
        and all(not line.strip("*_[ ")[:1].islower() for line in lines)
        and not any(is_cut_off(line) for line in lines[:-1])
    )


_FIELD = pattern(r"[*_]{0,2}[A-Z][\w-]*(?: [\w-]+){0,2}[*_]{0,2}:[*_]{0,2}\s")
_BOLD = pattern(r"(\*\*|__)(?!\s)[^*_]+[^*_\s.:;,!?]\1")
_PARTS = pattern(r"\s[|·•]\s|^[-–—]{2,}$")
_STOP = pattern(r"[.!?;:,][\"'”’)\]*_]*$")
