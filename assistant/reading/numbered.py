"""Read the numbers that tell the rounds, meetings or packages of a series apart: "the fourth round"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.reading.stop_words import STOP_WORDS
from assistant.support.numbers import SMALL, TENS
from assistant.support.words import word_list
from vectorstore.patterns import pattern

# What may be called by another's name: the ninth session of talks is their ninth round.
_SERIES = (
    frozenset(("round", "session", "meeting", "ministerial", "summit", "conference", "dialogue", "plenary")),
    frozenset(("package", "tranche", "instalment", "batch", "phase", "stage", "wave", "list")),
    frozenset(("review",)),
    frozenset(("amendment",)),
)
_SAME = {"installment": "instalment", "mc": "ministerial", "cop": "conference"}
# Behind these a number may be a count of what follows: "will review two cases".
_OFTEN_VERBS = frozenset(("review", "list", "package", "meeting", "session", "conference", "batch", "summit"))

_ORDINAL_WORDS = word_list("ordinal")
_ORDINALS = {word: at for at, word in enumerate(_ORDINAL_WORDS, 1)}
_ORDINALS |= {f"{tens.removesuffix('y')}ieth": 10 * at for at, tens in enumerate(TENS, 2)}
_ORDINALS |= {
    f"{tens}-{word}": 10 * at + of
    for at, tens in enumerate(TENS, 2)
    for of, word in enumerate(_ORDINAL_WORDS[:9], 1)
}
IN_LETTERS = 12  # up to which a number is written so
_TEENTHS, _WITH_A_VOWEL = range(11, 14), (8, 11, 18, *range(80, 90))
_CARDINALS = {"one": 1, **{word: at for at, word in enumerate(SMALL, 2)}}
_ROMAN = {word: at for at, word in enumerate(("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 2)}

_KIND = rf"(?P<kind>{'|'.join(sorted({*_SAME, *(k for s in _SERIES for k in s)} - {'mc', 'cop'}))})s?"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]+)?\.?"
_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ORDINAL = rf"(?:{_WORDS}|\d{{1,2}}(?:st|nd|rd|th))"
_SEVERAL = r"(?:,? (?:and|or|to) |, ?|/| ?& ?)(?:the )?"
_BETWEEN = 4  # words between an ordinal and what it counts: "the second Peru-Oman joint committee meeting"
_BEFORE = pattern(
    rf"\b(?P<numbers>{_ORDINAL}(?:{_SEVERAL}{_ORDINAL})*)"
    rf"(?P<between>(?:[ -][\w'’&/.]+){{0,{_BETWEEN}}}?)[ -]{_KIND}\b(?!-)",
    re.I,
)
_DAY_OF = pattern(rf"\b{_MONTH} (?:the )?$", re.I)
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_CARDINALS)}|{'|'.join(_ROMAN)})"
_BEHIND = pattern(
    rf"\b{_KIND}(?: (?:no\.?|number|nr\.?))? ?#?(?P<numbers>{_NUMBER}(?:{_SEVERAL}{_NUMBER})*)\b"
    rf"(?![.,:/-]\d|%|-\w| ?(?:{_MONTH}|pct|per ?cent|percent|million|billion|mln|bln|hundred|thousand"
    r"|tonnes?|years?|months?|weeks?|days?|hours?|times|countries|nations|members|people)\b)"
    r"(?P<next> [a-z]+)?",
    re.I,
)
_COUNTED = pattern(rf"\b(?P<number>{'|'.join(_CARDINALS)}) (?:\w+ )?{_KIND}(?<=s)\b", re.I)
_CODE = pattern(r"\b(?P<kind>MC|COP)[ -]?(?P<number>\d{1,2})\b", re.I)
_BARE = pattern(rf"\b(?P<numbers>{_ORDINAL})(?: ones?)?\W*$", re.I)
_EACH = pattern(rf"{_ORDINAL}|{_NUMBER}", re.I)
# Between an ordinal and its noun: what it counts in their place, or how it ranks.
_COUNTS_ELSE = pattern(
    rf"{_MONTH}|half|halves|quarters?|days?|weeks?|months?|years?|times?|terms?|part(?:y|ies)|countr(?:y|ies)"
    r"|world|consecutive|straight|successive|running|reading|hand|century|person|\w+est|most|least",
    re.I,
)
_BESIDE = frozenset(("and", "last", "final"))  # "the second and last stage"


class Numbered(NamedTuple):
    """One of a series: its kind, "round", with its number."""

    kind: str
    number: int


def numbered_in(text: str) -> frozenset[Numbered]:
    """Return what a text names by its number in a series.

    >>> texts = "the 2nd and third rounds", "Phase II of MC14", "the last round of May", "review 2 cases"
    >>> [[f"{kind} {number}" for kind, number in sorted(numbered_in(text))] for text in texts]
    [['round 2', 'round 3'], ['ministerial 14', 'phase 2'], [], []]
    """
    return frozenset(_found(text))


def bare_number_in(text: str) -> int | None:
    """Return the number at the end of a text that leaves open what it counts: "and the fourth?".

    >>> bare_number_in("and the fourth one?"), bare_number_in("the fourth round?")
    (4, None)
    """
    bare = _BARE.search(text)
    return _worth(bare["numbers"]) if bare else None


def in_words(numbered: Numbered) -> str:
    """Call one of a series by its number.

    >>> in_words(Numbered("round", 8)), in_words(Numbered("session", 21))
    ('an eighth round', 'a 21st session')
    """
    kind, number = numbered
    word = next(word for word, worth in _ORDINALS.items() if worth == number) if number <= IN_LETTERS else ""
    if not word:
        last = "th" if number % 100 in _TEENTHS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        word = f"{number}{last}"
    article = "an" if word[0] in "ae" or number in _WITH_A_VOWEL else "a"
    return f"{article} {word} {kind}{' conference' if kind == 'ministerial' else ''}"


def names(numbered: Numbered, text: str) -> bool | None:
    """Whether a text names one of a series; None where it names none of that kind by a number.

    >>> told = "The 4th session ended.", "Round 3 ended.", "It ended."
    >>> [names(Numbered("round", 4), text) for text in told]
    [True, False, None]
    >>> names(Numbered("stage", 2), "It is cut in two stages.")
    True
    """
    if any(numbered.number <= _worth(all_of["number"]) for all_of in _all_of(numbered.kind, text)):
        return True
    found = numbered_in(text)
    if any(of.number == numbered.number and of.kind in _called(numbered.kind) for of in found):
        return True
    return False if any(of.kind == numbered.kind for of in found) else None


def _all_of(kind: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a text counts all of a series: "in two stages"."""
    return (m for m in _COUNTED.finditer(text) if _kind(m["kind"]) == kind)


def _found(text: str) -> Iterator[Numbered]:
    for match in _BEFORE.finditer(text):
        words = re.split(r"[ -]", match["between"].strip(" -").lower()) if match["between"] else []
        if not any(map(_cuts, words)) and not _DAY_OF.search(text[: match.start()]):
            yield from _each(match["kind"], match["numbers"])
    for match in _BEHIND.finditer(text):
        kind, following = _kind(match["kind"]), (match["next"] or "").strip().lower()
        if kind not in _OFTEN_VERBS or not following or following in STOP_WORDS:
            yield from _each(kind, match["numbers"])
    for match in _CODE.finditer(text):
        yield Numbered(_kind(match["kind"]), int(match["number"]))


def _cuts(word: str) -> bool:
    """Whether behind such a word an ordinal no longer counts what follows."""
    return word not in _BESIDE and (
        word in STOP_WORDS or word in _CARDINALS or bool(_COUNTS_ELSE.fullmatch(word))
    )


def _each(kind: str, numbers: str) -> Iterator[Numbered]:
    for match in _EACH.finditer(numbers):
        yield Numbered(_kind(kind), _worth(match[0]))


def _kind(word: str) -> str:
    return _SAME.get(word.lower(), word.lower())


def _worth(number: str) -> int:
    word = number.lower()
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return next(worths[word] for worths in (_ORDINALS, _CARDINALS, _ROMAN) if word in worths)


def _called(kind: str) -> frozenset[str]:
    """Return by what names one of a kind may be called."""
    return next(series for series in _SERIES if kind in series)
