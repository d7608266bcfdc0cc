"""Know whose words a text gives: by the name before a turn, by a title, by the line below a quotation."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from assistant.asking.offices import OFFICE, is_office
from assistant.asking.speakers import name_words, names
from assistant.reading.turns import Turn, has_turns, turn_at
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_DOES = (
    "am|was|have|had|do|don|did|didn|will|would|can|could|should|might|must|think|thought|know|want|wanted|believe|"
    "hope|mean|guess|say|said|told|see|saw|expect"
)
_TITLED = pattern(r"\b(?:MR|MRS|MS|DR|PROFESSOR|SIR|LORD|LADY|GENERAL|SENATOR|JUDGE|OFFICIAL)\b")
# Not "Annex I to".
_OWN = pattern(
    rf"\bI(?:['’](?:m|ve|d|ll)\b| (?:(?:also|just|really|still) )?(?:{_DOES})\b)|\b(?:me|[Mm]y|myself)\b"
)
_BY = pattern(
    r"\b(?:remarks|statement|speech|address|testimony|letter|message)\b[^:]*?\b(?:by|of|from)\b(.+)", re.I
)
# "Minister Anna Li Harvest Fair Remarks": not "Tin Falls on Li Remarks", and no headline all in capitals.
_HIS = pattern(
    rf"^\W*(?:(?i:the) )?(?P<who>(?:[A-Z][\w&-]* ){{0,4}}(?i:{OFFICE})(?: [A-Z][\w.’-]+){{1,2}}|"
    r"[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,2})(?:['’]s?)?(?: [\w’'-]+){0,4}? (?:Remarks|Speech|Testimony)\b",
)
_I = pattern(r"\bI(?:['’]|\b(?! to\b))")
_QUOTED = pattern(r"“[^”]*”|\"[^\"]*\"")
# “It is over. I am glad.” — Minister Anna Li: a line below it, or behind it, credits all of a quotation.
_CREDITED = pattern(r"[^\n]*?[”\"]\W{0,9}?(?:—|–|--) ?(?P<who>[A-Z][^\n“\"]{1,100})(?:\n|$)")
_OPENED = ("“", '"')
_TITLES = "counsell?or|senator|sen|congress(?:wo)?man|representative|rep|mayor|king|queen|dr|mr|ms|mrs"
# "#### **Trade Minister Anna Li on the evening news**", above what is quoted of her.
_HEADING = pattern(r"^#{1,6} +\**(?P<who>[^\n*]{5,100}?)\**[ \t]*$", re.M)
_WITH_OFFICE = pattern(
    rf"\b(?i:{OFFICE}|{_TITLES})\b\.?"
    r"(?: (?:of|for|the|and|&|to|[A-Z][\w.’'-]+)){0,6}(?: [A-Z][\w.’'-]+){2}"
)


def speaks(speaker: str, label: str, title: str) -> bool:
    """Whether the name before a turn is the speaker's; of an office alone the title has to say whose it is.

    >>> speaks("Minister Li", "MR. LI:", ""), speaks("Minister Li", "MINISTER WU:", "")
    (True, False)
    >>> speaks("Li", "THE MINISTER:", "Remarks by Minister Li"), speaks("Li", "THE MINISTER:", "Li and Wu")
    (True, False)
    """
    asked, said = name_words(speaker), frozenset(analyse(label))
    if asked <= said:
        return True
    office = re.fullmatch(r"(?:THE )?([A-Z ]+):", label)
    held = rf"\b{office[1]} ((?:[\w.’'-]+ ?){{1,3}})" if office else r"(?!)"
    return any(asked <= frozenset(analyse(who)) for who in re.findall(held, title, re.I))


def spoken(speaker: str, title: str, text: str, start: int) -> tuple[bool, Turn | None]:
    """Whether a sentence is a speaker's own, by the turn, the title or what credits it, and that turn."""
    turn = turn_at(text, start)
    if turn and speaks(speaker, turn.name, title):
        return True, _before(turn, text, start)
    if names(credited(text, start), speaker):
        return True, None
    return not has_turns(text) and (is_by(speaker, title) or _is_his(speaker, title, text)), None


def credited(text: str, start: int) -> str:
    """Return whom a text credits with the quotation that all of a line is; "" where a sentence is of none.

    >>> text = "“It is over. I am glad.”\\n— Minister Anna Li\\nTin fell."
    >>> [credited(text, text.index(word)) for word in ("I am", "Tin")]
    ['Minister Anna Li', '']
    """
    line = text[text.rfind("\n", 0, start + 1) + 1 :].lstrip("*> ")[:1]
    by = _CREDITED.match(text, start) if line in _OPENED else None
    return by["who"].strip(" *") if by else ""


def _is_his(speaker: str, title: str, text: str) -> bool:
    """Whether a title opens with whose remarks follow, and who wrote the text says "I"."""
    by = _HIS.match(title)
    return by is not None and names(by["who"], speaker) and bool(_I.search(_QUOTED.sub(" ", text)))


def _before(turn: Turn, text: str, start: int) -> Turn:
    """The turn with what of its name stands before a sentence: all of it, or nothing where that is in it."""
    named = min(turn.named, start)
    return replace(turn, named=named, name=text[turn.start : named].strip())


def of_whom(text: str, start: int, end: int, anyway: bool = False) -> Turn | None:
    """The turn of a sentence that says "I" or "my", and nothing to who does not know whose it is.

    `anyway` gives that of any sentence.
    """
    turn = turn_at(text, start) if anyway or _OWN.search(text, start, end) else None
    if turn is None and anyway:
        return headed_by(text, start)
    return _before(turn, text, start) if turn and _is_person(turn.name) else None


def headed_by(text: str, start: int) -> Turn | None:
    """The heading that names who is quoted below it, for a sentence in quotation marks; None for any other.

    >>> text = "# Trade Minister Anna Li on Monday\\n- On tin: “It is out. It stays so.”\\n- Tin fell."
    >>> turn = headed_by(text, text.index("It stays"))
    >>> turn.name, headed_by(text, text.index("Tin fell"))
    ('Trade Minister Anna Li on Monday', None)
    """
    starts, headings = _headings(text)
    number = bisect_right(starts, start) - 1
    heading = headings[number] if number >= 0 else None
    if heading is None or not _WITH_OFFICE.search(heading["who"]):
        return None
    before = text[text.rfind("\n-", heading.end() - 1, start) : start + 1]
    if before.count("“") <= before.count("”"):
        return None
    return Turn(heading.start("who"), heading.end("who"), heading.end("who"), heading["who"])


@lru_cache(maxsize=8)
def _headings(text: str) -> tuple[list[int], list[re.Match[str]]]:
    """Where the headings of a text begin, and these, in order."""
    found = list(_HEADING.finditer(text))
    return [heading.start() for heading in found], found


def _is_person(label: str) -> bool:
    """Whether a line in capitals names a person, and does not head a section: "ACHIEVING FAIR TRADE:"."""
    return bool(_TITLED.search(label)) or any(map(is_office, re.findall(r"\w+", label)))


def is_by(speaker: str, title: str) -> bool:
    """Whether a title says whose words follow: "Remarks by Minister Anna Li"."""
    by = _BY.search(title)
    return by is not None and names(by[1], speaker)
