"""Read the words inside a Markdown block, and tell bold words that are a heading from text.

Words that are struck out are left out, as somebody took them back.

Files converted from web pages hold `**WORDS: **more`, which Markdown does not take for bold; the stars
are taken as meant.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from vectorstore.patterns import pattern

LONGEST_HEADING = 20  # words; longer bold paragraphs are statements somebody wanted seen
LONGEST_SENTENCE_HEADING = 12  # words, where a full stop ends it


class Run(NamedTuple):
    """Words of one weight."""

    text: str
    bold: bool


def lines_of(inline: Token) -> list[list[Run]]:
    """Split the content of a block at its hard line breaks, each line into runs of one weight."""
    lines: list[list[Run]] = [[]]
    for run in _starred(_runs(inline.children or ())):
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Run(part, run.bold))
    return [line for line in lines if words_of(line)]


def words_of(line: Sequence[Run]) -> str:
    """The words of a line without their weight."""
    text = " ".join("".join(run.text for run in line).split())
    if "](" in text:
        text = _LEFT_LINK.sub(r"\1", text)
    return _LONE_STARS.sub(_without_stars, text).strip() if "*" in text else text


def heading_or_text(line: Sequence[Run]) -> tuple[str, str]:
    """Divide a line of a paragraph into the heading it is or begins with, and its text.

    `**BUILDING TRUST:** Both met.` is a heading and a text; `**Speaker:** "Both met."` is a text.
    """
    text = words_of(line)
    bold = words_of([run for run in line if run.bold])
    rest = words_of([run for run in line if not run.bold])
    if bold and not re.search(r"[^\W\d]", rest):
        most = LONGEST_SENTENCE_HEADING if text.endswith(".") else LONGEST_HEADING
        return (text.rstrip(": "), "") if len(text.split()) <= most else ("", text)
    ends = next((number for number, run in enumerate(line) if not run.bold and run.text.strip()), len(line))
    title, rest = words_of(line[:ends]), words_of(line[ends:])
    if rest.startswith(":"):
        title, rest = title + ":", rest[1:].lstrip()
    if title.endswith(":") and re.search(r"[^\W\d]", title) and title == title.upper():
        return title.rstrip(": "), rest
    return "", text


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    bold = unseen = 0
    gone = False  # whether struck words stood just before
    before = Run("", False)  # held back: its last blank goes where what followed was struck, up to a stop
    ends = Counter(name for token in tokens for name, closes in _tags(token) if closes)
    for token in tokens:
        run = None
        kind = token.type
        if kind == "text" or kind == "code_inline":
            run = None if unseen else Run(token.content.replace("\n", " "), bold > 0)
        elif kind == "softbreak":
            run = Run(" ", bold > 0)
        elif kind == "hardbreak":
            run = Run("\n", bold > 0)
        elif kind == "strong_open":
            bold += 1
        elif kind == "strong_close":
            bold -= 1
        elif kind in ("s_open", "s_close"):
            unseen = max(0, unseen + token.nesting)
            gone = True
        for name, closes in _tags(token):
            step = -1 if closes else 1
            ends[name] -= closes
            if name == "br":
                run = Run("\n", bold > 0)
            elif name in ("b", "strong"):
                bold = max(0, bold + step)
            elif name in _UNSEEN or (name in _STRUCK and (closes or ends[name] > 0)):
                unseen = max(0, unseen + step)
                gone = True
            elif name and name not in KNOWN_TAGS:  # "ZENITH <ZE>" is a ticker
                run = Run(token.content, bold > 0)
        if run and run.text:
            if gone and run.text[0] in ".,;:!?)":
                before = Run(before.text.rstrip(" "), before.bold)
            yield before
            before, gone = run, False
    yield before


def _tags(token: Token) -> Iterator[tuple[str, bool]]:
    """The name of the tag that a token is, and whether it closes; nothing where it is none."""
    if token.type == "html_inline":
        tag = _TAG.match(token.content)
        yield (tag["name"].lower(), bool(tag["close"])) if tag else ("", False)


def _starred(runs: Iterator[Run]) -> Iterator[Run]:
    """Take the stars that were left in the words for the bold they were meant as."""
    bold = False
    for run in runs:
        if "**" not in run.text:
            yield Run(run.text, run.bold or bold)
            continue
        for number, part in enumerate(_LEFT_STARS.split(run.text)):
            if number:
                bold = not bold
            yield Run(part, run.bold or bold)


def _without_stars(pair: re.Match[str]) -> str:
    """Take a pair of stars off, unless they mark a footnote, multiply or are quoted themselves."""
    whole, inner = pair[0], pair[1]
    before, after = (
        pair.string[max(0, pair.start() - 1) : pair.start()],
        pair.string[pair.end() : pair.end() + 1],
    )
    spaced = (not before or before.isspace()) and inner[0].isspace()
    quoted = before in _QUOTES and inner[0] in _QUOTES
    product = before.isdigit() and inner[0].isdigit()
    lone = inner[0].isspace() and inner[-1].isspace() and (not after or after.isspace())
    return whole if spaced or product or lone or (before and quoted) else inner


_LEFT_LINK = pattern(r"\[([^\[\]]*)\]\(https?://\S*\)")  # its address has an unmatched bracket
_QUOTES = "\"'“”‘’"
# Between two words they are a power ("2**3"), not emphasis.
_LEFT_STARS = pattern(r"(?<!\w)\*{2,3}|\*{2,3}(?!\w)")
_LONE_STARS = pattern(r"(?<!\*)\*(?!\*)([^*]{1,500})(?<!\*)\*(?!\*)")
_UNSEEN = ("script", "style")
_STRUCK = ("s", "strike", "del")  # one that nothing closes may be a ticker, and must not hide what follows
_TAG = pattern(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)")
_TAG_NAMES = """
a abbr address article aside audio b bdi bdo blockquote body br button caption center cite code col
colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1
h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark
meta nav noscript object ol option p picture pre q rp rt ruby s samp script section select small
source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead
time title tr track tt u ul var video wbr
"""
KNOWN_TAGS = frozenset(_TAG_NAMES.split())
