"""Split prose into sentences by rules for news and legal English.

It finds boundaries only; which sentences are worth quoting is decided in `assistant.choosing.evidence`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.text.months import ABROAD, MONTH
from vectorstore.patterns import pattern

LONG_SENTENCE = 55  # words; a longer one is quoted clause by clause, or it would fill half an answer
LONG_LIST = 110  # words of a sentence with a list of names in it
LONGEST_ELLIPSIS = 4  # dots, of which one ends the sentence
LONG_LEAD = 40  # words; a longer lead-in is not repeated for each of its clauses

# What stands before a paragraph's first sentence and says nothing of its own: "2. ", "2.1 ", "(a)  ", the
# mark of a footnote, "[2] ", and a wire's place and day, "TOKYO, March 2 - ", "BRUSSELS (Reuters) - ".
_LABEL = pattern(
    r"(?:(?:\(?(?:\d{1,3}|[a-z]{1,4}|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|"
    r"\[\d{1,3}\])\s+)+(?=[A-Z\"“])"
)
_ON = rf"(?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?)"
_DATELINE = pattern(
    r"[A-Z][A-Za-zÀ-ÿ.'’]*(?:[ ,/-]+[A-Z][A-Za-zÀ-ÿ.'’]*){0,5}"
    rf"(?:,? {_ON}| \({_ON}\)| \([A-Z][\w ]+\)(?:, {_ON})?)"
    r"(?: \([A-Z][\w ]+\)| /[A-Z][\w ]+/)? ?(?:--?|[–—]) +(?=[\w\"“])"
)

_END = pattern(
    r"[.!?…]+[\"'”’)\]]*(?=\s)|[.!?][\"”]+(?=[A-Z\"“])|[.!?…][\"'”’)]*(?=(?:\[\d{1,3}\])+(?:\s|$))"
)
_FOOTNOTE_MARKS = pattern(r"(?:\[\d{1,3}\])+(?=\s|$)")
_CLAUSE = pattern(r";(?: and| or)?\s+")
# "Executive Order 14194, as amended; and"
_MERE_NAME = pattern(
    r"(?:and |or )?(?:the )?[A-Z\d][\w.'’/-]*(?:,? (?:[A-Z\d(][\w.'’/()-]*|of|and|the|for|as amended|de))*"
    r";(?: and| or)?"
)
# "After considering A; B; and other factors, I determine ...": how such a sentence opens, and before what its
# main clause starts.
_LEANING = pattern(
    r"(?:[A-Z][a-z]+ing|After|Upon|Based|In (?:the )?(?:light|view)|Given|Because|Whereas|Since|As|If|When|"
    r"Where|Pursuant|Under|By|For|With)\b"
)
_MAIN_CLAUSE = pattern(
    r",\s+(?=(?:I|we|he|she|they|it|the (?:[\w'’-]+ ){1,5}?(?:hereby|ha[sd]|have|shall|will|is|"
    r"are|was|were|"
    r"agreed?|decided?|determined?|finds?|found))\b)"
)
# A full stop after these ends no sentence.
_ABBREVIATION = pattern(
    r"(?:^|[\s(\[\"“'‘/-])(?:M[rR]|M[rR][sS]|M[sS]|D[rR]|Messrs|Mme|Prof|Gen|Lt|Col|Sgt|Maj|Cmdr|Adm|"
    r"Capt|Gov|Sen|Rep|Reps|Sens|Rev|Hon|Supt|Dir|St|Mt|Amb|Jr|Sr|Rs|Tk|Re|est|"
    r"vs|v|cf|etc|e\.g|i\.e|approx|ca|al|No|Nos|Art|Arts|Sec|Secs|Sect|Cl|Ch|Fig|Vol|pp|p|para|"
    r"paras|Fed|Reg|Stat|Pub|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|seq|"
    r"[A-Z])\.$",
)
# Before a number, also in small letters: "under s. 16", "art. 5", "no. 7".
_OF_NUMBER = pattern(r"(?:^|[\s(\[])(?:ss?|arts?|secs?|sects?|cls?|chs?|nos?|regs?|figs?|vols?|pts?)\.$")
# What an item is about, set before its first sentence: "2. White rice. A duty of 5 percent is due."
_RUN_IN = pattern(
    r"(?!(?:Yes|No|Not|None|Agreed|Adopted|Approved|Done|Noted)\b)"
    r"[A-Z][\w’'&/-]*(?:(?! (?:is|are|was|were|has|have|had|will|may|can|do|does|did)\b) [\w’'&/,-]+){0,3}\."
)
_ITEM = pattern(r"(?:^|(?<=\n)) {0,6}(?:[-*•]|\(?\d{1,2}[.)])\s+(?:\d{1,2}[.)]\s+)?$")
LONGEST_MARK = 12  # characters of an item's mark, with what stands in before it
_DAY_NUMBER = pattern(r"(?:^|\s)[0-3]?\d\.$")
_MONTH_BEHIND = pattern(rf"(?:{MONTH}|{ABROAD}\b\.?) [12]\d{{3}}(?!\d)")
# After these a sentence may end or go on: only a word that starts sentences decides.
_EITHER = pattern(
    r"(?:^|[\s(\[\"“'‘/-])(?:(?:[A-Z]\.){2,}|(?:a|p)\.m\.|(?:Inc|Corp|Co|Ltd|Pvt|Pte|Pty|Bros|"
    r"Dept|Govt|Cos|Tues|Weds|Thurs?)\.)[\"'”’)\]]*$"
)
# "The lowest since 3.56 billion were exported to the U.S. In July 1984."
_MERE_TIME = pattern(rf"In (?:{MONTH}(?: \d{{4}})?|\d{{4}})[.;]")
_STARTER = pattern(
    r"[\"'“‘(]*(?:The|This|That|These|Those|It|Its|He|She|They|We|I|In|On|At|As|By|For|From|With|"
    r"But|However|"
    r"Meanwhile|Under|After|Before|Since|While|When|If|There|Today|Both|No|An?|His|Her|Their|Our|"
    r"Such|To|Until)\b"
)


def split_sentences(text: str, start: int, end: int, footnotes: bool = True) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of text[start:end], without surrounding blanks.

    Where "[3]" is no mark of a footnote, but what a chat model cites, `footnotes` are none.

    >>> text = 'He met Mr. Li in the U.S. on June 6. Talks go on.'
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
    ['He met Mr. Li in the U.S. on June 6.', 'Talks go on.']
    >>> text = "2.1 It rose.[3] It fell."
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
    ['It rose.', 'It fell.']
    >>> text = "Peru Tin Co........... 3.18 percent."
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
    ['Peru Tin Co........... 3.18 percent.']
    >>> text = "1. White rice. A duty of 5 percent is due. It ends in May."
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
    ['White rice. A duty of 5 percent is due.', 'It ends in May.']
    """
    begin = start = start if text.startswith("[", start) and not footnotes else _after_label(text, start, end)
    for match in _END.finditer(text, start, end):
        marks = _FOOTNOTE_MARKS.match(text, match.end(), end) if footnotes else None
        if marks or _is_boundary(text, match.start(), match.end(), begin, end):
            yield from _trimmed(text, begin, match.end())
            begin = marks.end() if marks else match.end()
    yield from _trimmed(text, begin, end)


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int, tuple[int, int] | None]]:
    """Cut a long sentence at its semicolons: (start, end, lead-in) for each clause.

    The lead-in of a later clause is what stands before the first colon, when that is short. A main clause
    behind what leans on it is a clause of its own: "After considering A; B; and C, I determine ...".
    """
    if len(text[start:end].split()) <= LONG_SENTENCE:
        return [(start, end, None)]
    cuts = [match.end() for match in _CLAUSE.finditer(text, start, end)]
    if not cuts:
        return [(start, end, None)]
    colon = re.compile(r":\s+(?=\(|[a-z\d])").search(text, start, cuts[0])
    lead = (
        (start, colon.start() + 1)
        if colon and len(text[start : colon.start()].split()) <= LONG_LEAD
        else None
    )
    if lead is None:
        cuts[-1] = _main_clause(text, start, cuts[-1], end)
        cuts = _beside_no_names(text, [start, *cuts, end])
    spans = []
    for at, (left, right) in enumerate(pairwise([start, *cuts, end])):
        spans += [(a, b, lead if at else None) for a, b in _trimmed(text, left, right)]
    return spans


def _main_clause(text: str, start: int, last: int, end: int) -> int:
    """Return where the main clause starts that follows on what leans on it, `last` where none does.

    "It is directed as follows:" says nothing by itself, and stays with what it leans on.
    """
    main = None if text[last:end].rstrip().endswith(":") else _MAIN_CLAUSE.search(text, last, end)
    earlier = _MAIN_CLAUSE.search(text, start, last)
    return main.end() if main and not earlier and _LEANING.match(text, start) else last


def _beside_no_names(text: str, ends: list[int]) -> list[int]:
    """Return the cuts beside which no clause is a mere name: of a list of names something is said as a whole.

    `ends` are the cuts with the start and the end of the sentence. What would be too long stays cut.
    """
    name = [bool(_MERE_NAME.fullmatch(text[a:b].strip())) for a, b in pairwise(ends)]
    cuts = [cut for cut, *of in zip(ends[1:-1], name[:-1], name[1:], strict=True) if not any(of)]
    kept: list[int] = []
    for left, right in pairwise([ends[0], *cuts, ends[-1]]):
        if len(text[left:right].split()) > LONG_LIST:
            kept += [cut for cut in ends if left < cut < right]
        kept.append(right)
    return kept[:-1]


def _after_label(text: str, start: int, end: int) -> int:
    """Return where a paragraph's first sentence starts, past its label or dateline."""
    match = _LABEL.match(text, start, end) or _DATELINE.match(text, start, end)
    return match.end() if match and match.end() < end else start


def _is_boundary(text: str, at: int, after: int, begin: int, end: int) -> bool:
    following = text[after : min(after + 40, end)].lstrip()
    if not following:
        return True
    if not (following[0].isupper() or following[0].isdigit() or following[0] in "\"'“‘([$€£-—–"):
        return False
    if text[at] != ".":
        return True
    if after - at > LONGEST_ELLIPSIS:
        return False  # dots lead from a name to its figure
    if text[max(begin, at - 1) : after].startswith(" ..."):
        return False  # what is left out of a quotation
    if _RUN_IN.fullmatch(text, begin, after) and _ITEM.search(text, max(0, begin - LONGEST_MARK), begin):
        return False
    before = text[max(begin, at - 24) : after]
    word = before.rstrip("\"'”’)]")
    if _EITHER.search(before):
        return bool(_STARTER.match(following)) and not _MERE_TIME.match(following)
    if _DAY_NUMBER.search(before) and _MONTH_BEHIND.match(following):
        # "dated 8. June 2025"
        return False
    if following[0].isdigit() and _OF_NUMBER.search(word):
        return False
    if _ABBREVIATION.search(word):
        # "No. 5", "Fed. Reg.", "J. Trump" go on; "in May 2025." does not reach here
        return False
    # "1. First item" in running text: a number that opens a sentence is a label, not its end.
    return not re.fullmatch(r"\(?\d{1,3}\.", text[begin:after].strip())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
