"""Tell which sentences set the day on which a measure begins, ends or rises."""

import re
from typing import Literal

from assistant.asking.bounds import FROM_A_DAY
from ingest.text.months import A_DAY, IN_FULL
from vectorstore.patterns import pattern

Bound = Literal["from", "until", "rise"]

_DAY = (
    rf"(?:{A_DAY}|\b{IN_FULL},? (?:19|20)\d\d\b"
    r"|\b[\w-]+ (?:\(\d+\) )?(?:days|weeks|months) (?:after|from|of|following) (?:the (?:date|day"
    r"|publication|signing)|signing|signature|publication|its|this|it is)\b)"
)
_RISES = r"(?:increas\w+|rises?|rais(?:ed?|es|ing)|rose|go(?:es)? up|went up|step(?:s|ped)? up|higher)"
_TOLD: dict[Bound, re.Pattern[str]] = {
    "from": pattern(
        rf"\beffective date[^;]{{0,160}}?{_DAY}|"
        r"\b(?:(?:on or )?after 12:01|on or after|effective(?! (?:through|until|for))|in(?:to)? (?:force"
        r"|effect)|tak(?:es?|ing) effect|took effect"
        r"|starts?|started|starting|begins?|beginning|began|will open|feasible by"
        r"|(?:impos|appl|introduc|slapp|lev|rais|increas|lift)\w*\b[^.;]{0,110}?\bon)\b"
        rf"[^;]{{0,90}}?{_DAY}"
        rf"|\b(?:since|{FROM_A_DAY}|as of)\b[^;,.]{{0,40}}?{_DAY}"
        rf"|^On {_DAY},? [^.;]{{0,60}}\b(?:impos|introduc|slapp|lev|rais)\w*ed\b",
        re.I,
    ),
    "until": pattern(
        r"\b(?:until|till|through|expir\w*|ends? (?:on|in)|lapses?|r[au]ns? out|clos(?:es?|ing) on"
        r"|(?:prolong|extend|renew)\w*(?: \w+){0,3} to|period of)\b"
        rf"[^;]{{0,70}}?(?:{_DAY}|\b(?:19|20)\d\d\b)|\bfor (?:the )?calendar year (?:19|20)\d\d",
        re.I,
    ),
    "rise": pattern(
        rf"{_DAY}[^.;]{{0,60}}\b(?:shall|will|to|would|is to)\b[^.;]{{0,40}}\b{_RISES}"
        rf"|\b{_RISES}\b[^.;]{{0,120}}\b(?:on|from|effective|until|beginning"
        rf"|starting)\b[^.;]{{0,50}}?{_DAY}",
        re.I,
    ),
}  # fmt: skip
_LOOSELY: dict[Bound, re.Pattern[str]] = {
    "from": pattern(
        r"\b(?:effective\b|in(?:to)? (?:force|effect)\b|tak(?:es?|ing) effect|took effect|since\b"
        r"|start\w*|beg[iau]n\w*"
        r"|from the (?:first|date|day|month|year)"
        r"|(?:passed|enacted|introduced|imposed|signed|set up|adopted|levied) (?:on|in) )",
        re.I,
    ),
    "until": pattern(
        r"\b(?:until|till|through|expir\w*|ends?|lapses?|lasts?|for \w+ (?:days|weeks|months|years)"
        r"|\w+-(?:day|week|month|year))\b",
        re.I,
    ),
    "rise": pattern(r"\b(?:increas\w*|rises?|rais\w+|go(?:es)? up|delay\w*|postpon\w*)\b", re.I),
}  # fmt: skip
# Goods on their way, money paid back, talks, hearings: no day of the measure itself.
_OF_SOMETHING_ELSE = pattern(
    r"\b(?:hearings?|comments?|consultations?|negotiations?|talks|reports?|refund\w*|privileged foreign"
    r"|foreign[- ]trade zone|loaded|in transit|update|recommend\w*)\b",
    re.I,
)
# What a measure answers, or waits for, is no part of it.
_REASON = pattern(
    r"\b(?:in (?:retaliation|response|reply) (?:for|to)|to retaliate|because|alleging|accusing|pending"
    r"|decision)\b.*",
    re.I | re.S,
)
_OF_AN_ACT = pattern(rf"\b[A-Z]\w+(?: [\d/]+)? of {A_DAY}(?:, \d{{4}})?")  # "Order 12 of May 3, 1987"
_PUT_OFF = pattern(
    r"\b(?:was|were|had been) (?:due|set|scheduled|originally|meant|supposed)\b|\bin lieu\b", re.I
)


def tells_bound(bound: Bound, text: str) -> bool:
    """Whether a sentence sets such a day of a measure.

    >>> told = "It is effective August 22, 1987.", "They promised to invest by 1990.", "Hearings start May 3."
    >>> [tells_bound("from", text) for text in told]
    [True, False, False]
    >>> told = "It takes effect 21 days after signing.", "It is up from 5 mln dlrs on May 3."
    >>> [tells_bound("from", text) for text in told]
    [True, False]
    >>> tells_bound("until", "The quota runs until May 3."), tells_bound("rise", "From May 3 it shall rise.")
    (True, True)
    """
    text = _OF_AN_ACT.sub(" ", text)
    found = _TOLD[bound].search(without_reason(text))
    return found is not None and not (
        _OF_SOMETHING_ELSE.search(text, 0, found.end()) or _PUT_OFF.search(text, 0, found.end())
    )


def without_reason(text: str) -> str:
    """Return a sentence without what comes behind its reason.

    >>> without_reason("It taxes cars in retaliation for a ban of May 3.")
    'It taxes cars '
    """
    return _REASON.sub("", text)


def tells_loosely(bound: Bound, text: str) -> bool:
    """Whether a sentence may tell such a day in words that name none.

    >>> [tells_loosely("from", text) for text in ("It is in force from the month of May.", "It is paid.")]
    [True, False]
    """
    text = without_reason(text)
    return bool(_LOOSELY[bound].search(text)) and not _OF_SOMETHING_ELSE.search(text)
