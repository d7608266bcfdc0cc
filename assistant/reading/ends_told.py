"""Find where a text tells that a measure ended, by the words of `ending.tsv`."""

import re
from collections.abc import Iterator

from assistant.reading.ending import ends, to_end
from assistant.reading.patterns import any_of
from ingest.text.auxiliaries import BE_IN_ANY_FORM
from vectorstore.patterns import pattern

_MEASURE = (
    r"(?:(?<!non-)tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|rates?|quotas?|truce|bans?|(?-i:controls?))"
    r"(?![- ]free)"
)
_NOT_ITSELF = r"(?:(?!exempt|exclu|suspen|paus|treatment|retali|[,;.—]).)"
_ENDS = pattern(
    rf"(?P<by_itself>{any_of(ends('end', 'undo', 'over', 'out')).pattern}"
    rf"|{any_of(to_end('end', 'undo')).pattern}"
    r"|\bceas(?:es?|ed) to (?:apply|be)\b"
    r"|\b(?:is|are) (?:now |all |finally )?gone\b(?! (?:up|down|through|ahead|on)\b)"
    r"|\bno longer (?:be )?(?:in (?:effect|force)|collected|levied|charged|subject)"
    r"|\blos(?:es?|t|ing) (?:its|their) (?:legal )?(?:basis|force|effect)\b"
    r"|\b(?:is|are|was|were|declared|ruled) (?:null and )?void\b)"
    rf"|(?P<taken_off>{any_of(ends('off', 'drop')).pattern})",
    re.I,
)
# Between a measure and a verb of another subject: "the duties that two days of talks which ended in Oslo"
_OTHERS = pattern(
    r"\b(?:talks|negotiations|meetings?|visits?|rounds?|sessions?|disputes?|when|while|after|before|because)\b",
    re.I,
)
_AHEAD = pattern(rf"{_NOT_ITSELF}{{0,50}}\b{_MEASURE}\b", re.I)
_BEHIND = pattern(rf"\b{_MEASURE}\b{_NOT_ITSELF}{{0,60}}\Z", re.I)
_WITHIN = pattern(rf"\b{_MEASURE}\b", re.I)
# What is taken off is the verb's object: "dropped its duty", "the duty on rice was dropped", "duty lifted"
_OBJECT = pattern(
    r"(?: (?!(?:after|and|as|at|because|but|by|despite|due|for|from|if|in|on|or|since|to|under|until|when|"
    r"while|with)\b)"
    rf"[\w'’%-]+){{0,6}}? {_MEASURE}\b",
    re.I,
)
_TAKEN = pattern(
    rf"\b{_MEASURE}\b(?:{_NOT_ITSELF}{{0,60}}\b(?:{BE_IN_ANY_FORM}|gets?|got)"
    r"(?: (?:\w+ly|also|hereby|now|then))?)? \Z",
    re.I,
)
# "An order lifting the duty", not "a study of lifting the duty"
_ORDERS = pattern(
    r"\b(?:order|proclamation|act|law|decree|regulation|resolution|is|are|was|were)(?: [\w,]+){0,4} \Z", re.I
)
_BY_AS_MUCH = pattern(r"[^,;.]*?\b(?:to|by|from) (?:[a-z]+ ){0,2}(?:\d|half\b|a (?:third|quarter)\b)", re.I)
_MADE_FREE = pattern(r"\b(?:ma(?:de|kes?|king)|bec[ao]mes?)\b[^,;.]{0,40}\b(?:duty|tariff)[- ]free\b", re.I)
# Before the verb: it did not, or need not.
_UNSURE = pattern(
    r"(?:(?:\b(?:not|never|neither|nor|cannot|can|may|might|could|would|should|unless)|n['’]t)"
    r"(?: (?:yet|have|be|been|being|\w+ly)){0,3}(?: \w+(?:, \w+)*,? (?:and|or))?"
    r"|\b(?:expected|likely|proposed|urged|asked) to (?:be|have)"
    r"|(?<!agreed )(?<!agrees )(?<!decided )(?<!decides )(?<!voted )(?<!ordered )\bto(?: \w+ (?:and|or))?"
    r"|\b(?:consider\w*|propos\w+|discuss\w*|urg\w+|threaten\w*|without|before|against|for)"
    r"|\b(?:the|an?|any)) \Z",
    re.I,
)


def ending_clauses(text: str) -> list[str]:
    """Return the clauses of a sentence that say that a measure has ended.

    >>> ending_clauses("In light of this, the duties of act0 are terminated, and all others stand.")
    [' the duties of act0 are terminated']
    """
    clauses = []
    for first, last in _endings(text):
        start = max(text.rfind(mark, 0, first) for mark in ",;.") + 1
        ends = [at for mark in ",;." if (at := text.find(mark, last)) >= 0]
        clauses.append(text[start : min(ends, default=len(text))])
    return clauses


def tells_end(text: str) -> bool:
    """Whether a text tells that a measure ended.

    >>> [tells_end(f"Peru {done}") for done in ("scrapped its duty on rice", "may scrap its duty on rice")]
    [True, False]
    >>> [tells_end(f"The duty was {done}") for done in ("dropped", "dropped to 5 percent", "not cancelled")]
    [True, False, False]
    """
    return next(_endings(text), None) is not None


def _endings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters from a measure to the verb that says that it ended, or the other way about."""
    for verb in _ENDS.finditer(text):
        start, end = verb.span()
        opens = max(0, start - 80)
        before = text[opens:start]
        if _UNSURE.search(before):
            continue
        off = verb.lastgroup == "taken_off"
        if off and (_BY_AS_MUCH.match(text, end) or (_is_ing(verb[0]) and not _ORDERS.search(before))):
            continue
        behind = (_TAKEN if off else _BEHIND).search(before)
        if behind and not _OTHERS.search(behind[0]):
            yield opens + behind.start(), end
        elif ahead := (_OBJECT if off else _AHEAD).match(text, end):
            yield start, ahead.end()
        elif _WITHIN.search(verb[0]):  # "struck the duty down"
            yield start, end
    for free in _MADE_FREE.finditer(text):
        yield free.span()


def _is_ing(verb: str) -> bool:
    return verb.split()[0].endswith("ing")
