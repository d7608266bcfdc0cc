"""Part a transcript into the turns of its speakers, by the names before them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vectorstore.patterns import pattern

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_ASKER = (
    r"(?:Q\d{1,3}(?= [^\W\d_a-z][^:\n]{2,40}:)|Q|QUESTION|REPORTER|PARTICIPANT"
    r"|AUDIENCE MEMBER)\b\**(?:[:.]\**)?\s"
    r"|(?:QUESTION|JOURNALIST|REPORTER|MEDIA|PRESS|INTERVIEWER"
    r"|Question|Journalist|Reporter|Media|Press|Interviewer)(?: \([^)\n]{1,40}\))?\**:\**\s"
)
# Set before each turn: "MR. LI:", "**THE PRESIDENT (via video):**", "Q "; whom a letter is to speaks no turn.
_TURN = pattern(
    rf"^\**(?:(?P<asks>{_ASKER})"
    r"|(?P<name>(?!(?:TO|FOR|FROM|BY|CC|MEMORANDUM|SUBJECT)\b)"
    rf"{_CAPITAL}(?:{_CAPITAL}|[ .,'’–-]){{2,50}}(?:\([^)\n]{{0,60}}\) ?)?:))",
    re.M,
)
# "Minister Li:", "PM:", "A." in small letters or few: a turn where it often comes after what is asked.
_LABEL = pattern(
    rf"^\**(?!(?:And|But|So|On|For|To|From|In|Or|The|My|First|Second|Third|Sec|Fact)\b)"
    rf"(?P<name>{_CAPITAL}[\w.’'-]*(?: (?:{_CAPITAL}[\w.’'-]*|of|for|the|de|van|von|bin|al|da)){{0,5}}\**:"
    r"|A\.(?= ))",
    re.M,
)

FEWEST_TURNS = 3  # of a transcript that has no other marks than names
ANSWERS = 400  # characters of a turn that are sure to be on what was asked

LONGEST_ASKED = 300  # characters of such a question
_MAY_ASK = pattern(r"\?|\b(?:ask|wonder|want)", re.I)
NEAR = 150  # characters behind a question that a text puts to itself, on which its answer begins

# "Does it still hold?", "Readers ask whether it holds."
_ASKED = pattern(
    r"(?:[^.!?\n]|[.](?=[\w,]))*"
    r"(?:\?|\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|wants? to know)(?: us)? (?:whether|if|how|when|why|what|who)\b"
    r"(?:[^.!?\n]|[.](?=[\w,]))*[.])(?=[\s\"”’])"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: from character `start` to `end`, of which all to `named` is the name."""

    start: int
    named: int
    end: int
    name: str  # "MR. LI:"; "" of who asks


def turn_at(text: str, at: int) -> Turn | None:
    """Return the turn of a transcript that a character is of.

    >>> text = "Q: Is it so?\\n\\nMR. LI: No."
    >>> turn = turn_at(text, text.index("No"))
    >>> turn.name, turn_at(text, 0).name
    ('MR. LI:', '')
    """
    starts, turns = _turns(text)
    number = bisect_right(starts, at) - 1
    return turns[number] if number >= 0 else None


def has_turns(text: str) -> bool:
    """Whether a text is a transcript: somebody's turn begins in it."""
    return bool(_turns(text)[1])


def question_before(text: str, at: int) -> str:
    """Return what was asked that a character's turn, near its beginning, answers; "" where nothing was.

    >>> text = "Media: And tin?\\n\\nMinister Li: It is out. Tin of all kinds is.\\n\\nMinister Li: Yes."
    >>> question_before(text, text.index("Tin of")), question_before(text, 3)
    ('And tin?', '')
    >>> text = "Readers ask whether Peru still charges 4.5 pct. No. It ended on May 4."
    >>> question_before(text, text.index("It ended"))
    'Readers ask whether Peru still charges 4.5 pct.'
    """
    starts, turns = _turns(text)
    number = bisect_right(starts, at) - 1
    if not turns:
        return _asked_in_line(text, at)
    if number < 1 or not turns[number].name or turns[number - 1].name or at > starts[number] + ANSWERS:
        return ""
    return text[turns[number - 1].named : turns[number - 1].end].strip()


def _asked_in_line(text: str, at: int) -> str:
    """Return the last question before a character in its own line, of which what stands there is near."""
    begin = max(text.rfind("\n", 0, at) + 1, at - NEAR - LONGEST_ASKED)
    if not _MAY_ASK.search(text, begin, at):
        return ""
    asked = [*_ASKED.finditer(text, begin, at)][-1:]
    return next((of[0].strip() for of in asked if at - of.end() <= NEAR), "")


@lru_cache(maxsize=64)
def _turns(text: str) -> tuple[Sequence[int], Sequence[Turn]]:
    sure = [*_TURN.finditer(text)]
    asking: frozenset[int] = frozenset()
    if any(turn["asks"] for turn in sure):
        others = _answering(text, sure)
    else:
        others, asking = _by_their_labels(text)
    begun = sorted({match.start(): match for match in (*others, *sure)}.values(), key=re.Match.start)
    ends = [match.start() for match in begun[1:]] + [len(text)] * bool(begun)
    turns = [
        Turn(match.start("name") if name else match.start(), match.end(), end, name)
        for match, end in zip(begun, ends, strict=True)
        for name in ("" if match.start() in asking else _name(match),)
    ]
    return [turn.start for turn in turns], turns


def _name(turn: re.Match[str]) -> str:
    return turn["name"] or ""


def _answering(text: str, sure: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return the places of names that somewhere come next after what is asked, in any letters."""
    labels = [label for label in _LABEL.finditer(text) if not _TURN.match(text, label.start())]
    ends = [turn.start() for turn in sure[1:]] + [len(text)]
    spans = [(turn.start(), end) for turn, end in zip(sure, ends, strict=True) if turn["asks"]]
    after = (next((of for of in labels if first < of.start() < last), None) for first, last in spans)
    names = {label["name"] for label in after if label}
    often = Counter(label["name"] for label in labels)
    return [label for label in labels if label["name"] in names and often[label["name"]] > 1]


def _by_their_labels(text: str) -> tuple[list[re.Match[str]], frozenset[int]]:
    """Return the turns of a transcript in which reporters stand by the names of their papers, and who asks.

    "Kyodo: When will it resume?", "Ann Lee: In May.": the one who answers comes again and again, right
    behind others whose turns end with a question.
    """
    labels = [*_LABEL.finditer(text)]
    if len(labels) < FEWEST_TURNS:
        return [], frozenset()
    ends = [label.start() for label in labels[1:]] + [len(text)]
    asks = [
        text[label.end() : end].rstrip(' \n*"”’)').endswith("?")
        for label, end in zip(labels, ends, strict=True)
    ]
    answered = Counter(
        after["name"]
        for label, after, is_asked in zip(labels, labels[1:], asks, strict=False)
        if is_asked and label["name"] != after["name"]
    )
    often = Counter(label["name"] for label in labels)
    who = {name for name, count in answered.items() if count > 1 or (" " in name and often[name] > 1)}
    asking = {
        label.start()
        for label, is_asked in zip(labels, asks, strict=True)
        if is_asked and label["name"] not in who
    }
    if not who or not asking:
        return [], frozenset()
    return [label for label in labels if label["name"] in who or label.start() in asking], frozenset(asking)
