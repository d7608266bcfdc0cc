"""Recognise the type of answer in a sentence: a rate, an amount, a date, a person, a reason."""

import re
from collections.abc import Sequence

from assistant.asking.answer_type import Detail
from assistant.reading.money import BEFORE_FIGURE, CURRENCY
from ingest.text.months import A_DAY, IN_FULL, MONTH
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

SEVERAL = 3  # parties, which a list of them has at least; two are those that deal with each other

NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|double|triple)"

_PATTERNS: dict[Detail, re.Pattern[str]] = {
    "rate": pattern(rf"(?:\d[\s-]?|\b{NUMBER_WORD}[\s-])(?:%|percent|per cent|pct|percentage|basis points)|\b(?:zero|duty-free|tariff-free|(?:half|double|twice|triple) (?:of )?(?:the|its|their) (?:[\w-]+ ){{0,5}}(?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies)))\b", re.I),
    "amount": pattern(rf"{BEFORE_FIGURE}|\d[\d,.]*\s?(?:(?:billion|million|trillion|bn|mln)\b|(?!pounds?\b){CURRENCY})|\b{NUMBER_WORD}[ -](?:billion|million|trillion|bln|mln)\b", re.I),
    "count": pattern(rf"\d|\b{NUMBER_WORD}\b", re.I),
    "date": pattern(rf"{A_DAY}|\b{MONTH},? (?:19|20)\d\d|\b(?:19|20)\d\d\b|\b(?:days?|weeks?|months?|years?)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Nn]ext|[Ll]ast|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id-?|[Ff]rom|[Dd]uring|[Tt]hrough|[Ee]nd of) ?{IN_FULL}\b|\b[Nn]o (?:firm |fixed |exact |set )?(?:date|deadline|timetable)\b|\b(?:[Dd]ecid|[Dd]etermin|[Aa]nnounc|[Ff]ix|[Ss]ettl)\w*\b[^.;]{{0,60}}\bwhen\b"),
    "span": pattern(
        rf"(?<!later than )\b(?:\d+|an?|{NUMBER_WORD})[ -](?:\w+[ -])?(?:months?|years?)\b"
        rf"|(?<!within )(?<!later than )\b(?:\d+|an?|{NUMBER_WORD})[ -](?:\w+[ -])?(?:minutes?|hours?|days?|weeks?)\b"
        rf"|\b(?:until|till|through)\b.{{0,60}}?\b(?:(?:19|20)\d\d|{MONTH} \d|\d {MONTH})"
        r"|\b(?:to|by|from|since) (?:[\w.]+ ){0,3}(?:19|20)\d\d\b",
        re.I,
    ),
    "person": pattern(r"\b(?:President|Minister|Secretary|Premier|Ambassador|Representative|Chancellor|Commissioner|Chair(?:man|woman)?|Director|Senator|Governor|Mr\.|Ms\.|Dr\.|Inc\.?|Corp\.?|Company|[A-Z][a-z]+ [A-Z][a-z]+)\b|^(?:[A-ZÀ-Þ]+\.? ){1,4}[A-ZÀ-Þ][A-ZÀ-Þ’'-]+:"),
    "place": pattern(r"\b(?:in|at|to|near|from) (?:the )?[A-Z][a-z]+"),
    "reason": pattern(r"\b(?:because|due to|in order to|since|as a result|in (?:response|recognition|view|light|retaliation)|owing to|on account of|citing|given|attribut\w+|blam(?:e[sd]?|ing)|after|so that|reasons?|grounds|therefore|to (?:offset|address|protect|ensure|encourage|counter|reflect|avoid|prevent|allow|remedy|deal with|combat))\b", re.I),
    "list": pattern(r"(?:[^,;]+[,;]){2,}|:\s*$"),
}  # fmt: skip


_SPOKEN: dict[Detail, str] = {
    "rate": "a rate",
    "amount": "an amount",
    "count": "a number",
    "date": "a date",
    "span": "a length of time",
    "person": "a name",
    "place": "a place",
    "reason": "a reason",
    "list": "a list",
    "parties": "names of countries",
}


def type_of_answer(details: Sequence[Detail]) -> str:
    """Say in plain words what type of answer is asked for.

    >>> type_of_answer(["rate", "amount"])
    'a rate or an amount'
    """
    return " or ".join(_SPOKEN[detail] for detail in details)


def holds_detail(details: Sequence[Detail], sentence: str, kind: str = "prose") -> bool:
    """Say whether a sentence holds one of the types of answer asked for; True when none is.

    >>> holds_detail(["rate"], "The duty rises to 25 percent."), holds_detail(["rate"], "Talks go on.")
    (True, False)
    >>> holds_detail(["rate"], "It remains at three pct."), holds_detail(["rate"], "One may pay.")
    (True, False)
    >>> told = "It is due in December.", "It may be due.", "No date was set.", "It will decide later when."
    >>> [holds_detail(["date"], text) for text in told]
    [True, False, True, True]
    >>> told = "It lasts six years.", "Notice is given within 30 days.", "It runs until June 4."
    >>> [holds_detail(["span"], text) for text in told]
    [True, False, True]
    >>> told = "at Rs 250 a bag", "at 250 rupees a bag", "USD 9.5 a bag", "250 bags"
    >>> [holds_detail(["amount"], text) for text in told]
    [True, True, True, False]
    """
    return not details or any(_holds(detail, sentence, kind) for detail in details)


def _holds(detail: Detail, sentence: str, kind: str) -> bool:
    if detail == "parties":
        return len(parties_in(sentence)) >= SEVERAL
    return bool(_PATTERNS[detail].search(sentence)) or (detail == "list" and kind == "item")
