"""Read numbers however they are spelled: 1,500, 1 500, 3-1/2, 3½, 15,60, twelve, six hundred and forty."""

import re
from collections.abc import Iterable

from assistant.support.words import forms, word_list

SMALL, TENS = word_list("small number"), word_list("tens")
_WORTH = {word: float(at) for at, word in enumerate(SMALL, 2)}
_WORTH |= {word: 10.0 * at for at, word in enumerate(TENS, 2)}
_AND_A_HALF = " and a half"
_WORTH |= {"a quarter of a": 0.25, "one quarter of a": 0.25, "three quarters of a": 0.75}
_WORTH |= {"one": 1.0, "a": 1.0, "half a": 0.5, "dozen": 12.0, "a dozen": 12.0, "half a dozen": 6.0}
_RANKED = {"hundred": 100.0, "thousand": 1000.0}
_FRACTIONS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
_SPACES = " \u00a0\u202f"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first)


def number_before(what: str) -> str:
    """Return a pattern for a number in digits or words; `what` is a pattern of what "one" may count."""
    return rf"{_IN_DIGITS}|\b(?:{_IN_WORDS}|one(?=[ -](?:{what})))"


_MAGNITUDE = rf"(?:{any_of(forms('magnitude'))})\b"
_IN_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|"
    rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d,])|"
    rf"\d+,\d\d(?![\d,])|\d+,\d(?= ?(?:%|per cent|percent|pct|{_MAGNITUDE}))|"
    rf"\d+(?:\.\d+)?(?:[ -]\d{{1,2}}/\d{{1,2}}(?![\d/])|[{''.join(_FRACTIONS)}])?|"
    r"\.\d+"
)
_ONES = rf"(?:one|{any_of(SMALL[:8])})"
_BELOW_A_HUNDRED = rf"(?:(?:{any_of(TENS)})(?:[ -]{_ONES})?|{any_of(SMALL)}|one)"
# Where nothing follows "two hundred", it is a two with a magnitude.
_COMPOUND = (
    rf"(?:a|{_BELOW_A_HUNDRED}) (?:hundred|thousand)"
    rf"(?: (?:and )?{_BELOW_A_HUNDRED}\b(?: hundred\b| thousand\b)?)+(?! million| billion)"
)
_IN_WORDS = (
    rf"(?:{_BELOW_A_HUNDRED} and a half|{_COMPOUND}|(?:{any_of(TENS)})-{_ONES}|{any_of([*SMALL, *TENS])})\b|"
    r"(?:(?:half )?a )?dozen\b|"
    r"(?:(?:half|(?:a|one) quarter of|three quarters of) )?a(?= (?:million|billion|trillion)\b)|"
    r"a(?= (?:hundred|thousand)\b)"
)


def worth(number: str) -> float:
    """Return what a match of `number_before` is worth, in small letters.

    >>> worth("1,500"), worth("3-1/2"), worth("15,60"), worth("six hundred and forty")
    (1500.0, 3.5, 15.6, 640.0)
    >>> worth("seven and a half"), worth("a quarter of a")
    (7.5, 0.25)
    """
    if number in _WORTH:
        return _WORTH[number]
    if number.endswith(_AND_A_HALF):
        return worth(number.removesuffix(_AND_A_HALF)) + 0.5
    return _worth_of_words(number) if number[0].isalpha() else _worth_of_digits(number)


def _worth_of_words(number: str) -> float:
    whole = below = 0.0
    for word in re.findall(r"[a-z]+", number):
        if word == "thousand":
            whole, below = whole + below * _RANKED[word], 0.0
        elif word in _RANKED:
            below *= _RANKED[word]
        elif word != "and":
            below += _WORTH[word]
    return whole + below


def _worth_of_digits(number: str) -> float:
    if number[-1] in _FRACTIONS:
        return float(number[:-1]) + _FRACTIONS[number[-1]]
    whole, _, part = re.sub(r"(?<=\d)[ -](?=\d{1,2}/)", "-", number).partition("-")
    whole = re.sub(r",(?=\d{1,2}\Z)", ".", whole)
    value = float(re.sub(rf"[,{_SPACES}]", "", whole))
    if part:
        above, below = part.split("/")
        value += int(above) / (int(below) or 1)
    return value
