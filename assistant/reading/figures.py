"""Spell out figures that are typed short: "550bn" is 550 billion, "100k" is 100,000, "25pct" is 25 pct."""

import re

from vectorstore.patterns import pattern

_SHORT = pattern(r"(?<![\w.,])([$€£¥]?)(\d[\d,]*(?:\.\d+)?)(k|mm|mn|mln|m|bn|b|tn|trn)(?!\w)", re.I)
_UNITS = {
    "m": "million", "mm": "million", "mn": "million", "mln": "million",
    "b": "billion", "bn": "billion", "tn": "trillion", "trn": "trillion",
}  # fmt: skip


# "25pct", "6mths": a figure and its unit without a space between.
_GLUED = pattern(
    r"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)(pct|per ?cent|percent|yrs?|years?|mths?|months?|wks?|weeks?|days?|hrs?|"
    r"tonnes?|tons?|kg|mmt|mt|[mgk]wh?|bpd|dlrs?|cents?)\b",
    re.I,
)


def apart(text: str) -> str:
    """Return the text with a space between a figure and a unit that was typed behind it.

    >>> apart("an extra 25pct on 40kg for 6mths, s232, G7 and 3rd")
    'an extra 25 pct on 40 kg for 6 mths, s232, G7 and 3rd'
    """
    return _GLUED.sub(r"\1 \2", text)


def spelled_out(text: str) -> str:
    """Return the text with its short figures as briefings write them.

    >>> spelled_out("the $550bn pledge, 100k cars, 1.5k t and a 5m cap")
    'the $550 billion pledge, 100,000 cars, 1,500 t and a 5 million cap'
    """
    return _SHORT.sub(_as_written, text)


def _as_written(match: re.Match[str]) -> str:
    sign, figure, unit = match.groups()
    if unit.lower() == "k":
        return f"{sign}{round(float(figure.replace(',', '')) * 1000):,}"
    return f"{sign}{figure} {_UNITS[unit.lower()]}"
