"""Tell whether a measure that a sentence speaks of is aimed at the United States."""

import re

from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_ON_US = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|bans?|quotas?|barriers)\b[^.;]{0,40}"
    r"\b(?:on|against|for|(?<!imports )(?<!goods )(?<!products )(?<!articles )to) "
    r"(?:imports of |exports of |\w+ )?(?:U\.?S\.?|American|the United States)\b"
    r"|\b(?:tariffs?|dut(?:y|ies)|bans?|quotas?)\b[^.;]{0,120}"
    r"\b(?:origin(?:ating|s)? (?:from|in|of)|products? of|goods of) (?:the )?(?:U\.?S\b|United States)"
    r"|\b(?:U\.?S\.?|American) (?:[\w-]+ ){0,3}exports? (?:to|of)\b[^.;]{0,120}"
    r"\b(?:tariffs?|dut(?:y|ies)|quotas?)\b",
    re.I,
)
_REASON = pattern(
    r"\b(?:(?:as a result|because|in light|in view) of|in response to|due to|owing to)\b[^,;.]*"
)
# What answers another's measure: whose, a sentence often leaves to be understood.
_ANSWER = pattern(
    r"\bretaliat(?:ory|e[sd]?|ing)\b|\bin retaliation\b|\bretaliation (?:against|measures)"
    r"|\bcounter(?:measures|tariffs)",
    re.I,
)
_WORDS = r"(?:(?:[a-z$][\w$-]*|\d[\d.,]*) ){0,6}\Z"  # without names: "On Tuesday Peru retaliated"
_ON, _ON_OR_FOR = pattern(rf"\b(?:on|against) {_WORDS}"), pattern(rf"\b(?:on|against|for|to) {_WORDS}")
_OF_ANOTHER = pattern(r"\b(?:on|against|for|of|from|to|by) (?:the )?\Z")
_BY = pattern(r"(?:['’]s)?(?: (?!on\b|against\b|to\b|by\b)[\w'’-]+){0,4} ")


def is_on_us(text: str) -> bool:
    """Whether a sentence tells of a measure against the United States, not of one of its own.

    >>> is_on_us("India keeps high tariffs on the United States."), is_on_us("The tariff on India is 9%.")
    (True, False)
    >>> is_on_us("Peru faces a tariff on all imports to the United States.")
    False
    >>> is_on_us("U.S. beef exports to Peru are subject to a 20 percent tariff.")
    True
    >>> is_on_us("Peru pays 9 percent as a result of its retaliatory duty.")
    False
    >>> is_on_us("Chile put a retaliatory duty on wheat."), is_on_us("Chile put a retaliatory duty on Peru.")
    (True, False)
    >>> is_on_us("Washington put a duty of 9 pct on Japanese chips in retaliation for Japan's dumping.")
    False
    >>> is_on_us("In response to retaliation by India the tariff is 18 percent.")
    False
    >>> is_on_us("A duty of 9% is imposed on goods imported into Peru originating from the United States.")
    True
    """
    text = _REASON.sub(" ", text)
    return bool(_ON_US.search(text)) or any(_answers_us(match, text) for match in _ANSWER.finditer(text))


def tells_answer(text: str) -> bool:
    """Whether a sentence tells of what answers another's measure.

    >>> tells_answer("Peru announced sanctions in retaliation for the breach of the pact.")
    True
    """
    return bool(_ANSWER.search(text))


def _answers_us(answer: re.Match[str], text: str) -> bool:
    """Whether what answers a measure is aimed at the United States: named so, or nobody else is.

    Not where the United States is who answers.
    """
    opens = max(text.rfind(mark, 0, answer.start()) for mark in ";.") + 1 if ";" in text else 0
    before: str | None = None
    for mention in find_parties(text):
        if mention.start >= answer.end() and _ON_OR_FOR.search(f" {text[answer.end() : mention.start]}"):
            return mention.code == "US"
        if opens <= mention.start and mention.end <= answer.start():
            told = text[opens : mention.start]
            by = mention.code == "US" and _BY.fullmatch(text, mention.end, answer.start())
            if _ON.search(told) or (by and not _OF_ANOTHER.search(told)):
                before = "" if by else mention.code
    return before is None or before == "US"
