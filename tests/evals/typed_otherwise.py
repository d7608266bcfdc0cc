"""The forms in which other people would type a question: small letters, a slip, a party's other name."""

import calendar
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.request import AskRequest
from tests.evals.same_words import CAPITALS, SAME, SPELLINGS

MONTHS = calendar.month_name[1:]

Form = Callable[[AskRequest, random.Random], AskRequest | None]


def small(request: AskRequest, _: random.Random) -> AskRequest | None:
    """Type it in small letters."""
    return _typed(request, request.question.lower())


def capitals(request: AskRequest, _: random.Random) -> AskRequest | None:
    """Type it in capitals."""
    return _typed(request, request.question.upper())


def unmarked(request: AskRequest, _: random.Random) -> AskRequest | None:
    """Leave out what marks the end, and apostrophes.

    >>> unmarked(AskRequest("What's Peru's duty?"), random.Random(1)).question
    'Whats Perus duty'
    """
    return _typed(request, re.sub(r"(?<=[a-z])['’](?=[a-z])", "", request.question).rstrip("?. "))


def asked_twice(request: AskRequest, _: random.Random) -> AskRequest | None:
    """Put more marks behind it."""
    return _typed(request, request.question.rstrip("?. ") + "???")


def slip(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Swap two neighbouring letters within a long word that begins small.

    >>> slip(AskRequest("Peru lumber"), random.Random(1)).question
    'Peru lumebr'
    """
    words = [word for word in re.finditer(r"\b[a-z]{6,}\b", request.question) if len(set(word[0][1:-1])) > 2]
    if not words:
        return None
    word = drawn.choice(words)
    swaps = [at for at in range(1, len(word[0]) - 2) if word[0][at] != word[0][at + 1]]
    at = word.start() + drawn.choice(swaps)
    text = request.question
    return _typed(request, text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def lost_letter(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Leave a letter out within a long word that begins small."""
    words = list(re.finditer(r"\b[a-z]{6,}\b", request.question))
    if not words:
        return None
    word = drawn.choice(words)
    at = word.start() + drawn.randrange(1, len(word[0]) - 1)
    return _typed(request, request.question[:at] + request.question[at + 1 :])


def other_name(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Call a party by another name."""
    return _one_of(request, SAME, drawn)


def capital(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Name the capital for a government that acts, or that is dealt with.

    >>> capital(AskRequest("Did Japan retaliate?"), random.Random(1)).question
    'Did Tokyo retaliate?'
    >>> capital(AskRequest("duty on cars from Japan"), random.Random(1))
    """
    names = "|".join(sorted(CAPITALS, key=len, reverse=True))
    acts = re.compile(
        rf"(?i:\b(?:did|does|has|will|(?:talks?|deal|agreement|pact|negotiations) with)) ({names})(?=[ ?,]|$)"
        rf"(?! (?:{'|'.join(MONTHS)}|trade|car|auto|steel|export|import))"
    )
    found = list(acts.finditer(request.question))
    if not found:
        return None
    match = drawn.choice(found)
    text = request.question
    return _typed(request, text[: match.start(1)] + CAPITALS[match[1]] + text[match.end(1) :])


def turned(request: AskRequest, _: random.Random) -> AskRequest | None:
    """Name the two sides the other way round.

    >>> turned(AskRequest("Japan-US talks"), random.Random(1)).question
    'US-Japan talks'
    """
    sides = r"((?:South |North |New )?[A-Z][\w.]*)"
    text, count = re.subn(rf"\b{sides}[-–/]{sides}(?= )", r"\2-\1", request.question, count=1)
    if not count:
        text = re.sub(
            rf"\bbetween ((?:the )?){sides} and ((?:the )?){sides}(?=[ ?,])", r"between \3\4 and \1\2", text
        )
    return _typed(request, text)


def spelling(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Write a word in another spelling, or short."""
    return _one_of(request, SPELLINGS, drawn)


def day_otherwise(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Write a day that is named otherwise.

    >>> day_otherwise(AskRequest("steel on 3 June 2025"), random.Random(1)).question
    'steel on Jun 3 2025'
    """
    months = "|".join(MONTHS)
    month, day, year = rf"(?P<m>{months})", r"(?P<d>\d{1,2})", r"(?P<y>\d{4})"
    for form in (rf"{month} {day},? {year}", rf"{day} {month} {year}"):
        if match := re.search(rf"\b{form}\b", request.question):
            named = date(int(match["y"]), MONTHS.index(match["m"]) + 1, int(match["d"]))
            others = [way for way in _ways(named) if way != match[0]]
            text = request.question
            return _typed(request, text[: match.start()] + drawn.choice(others) + text[match.end() :])
    return None


def as_of_first(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Say as of when in the question, before it.

    >>> as_of_first(AskRequest("Tin duty?", as_of=date(1987, 5, 2)), random.Random(2)).question
    'As of 2 May 1987, tin duty?'
    """

    def put(text: str, day: str) -> str:
        return f"As of {day}, {text[0].lower() if text[1:2].islower() else text[0]}{text[1:]}"

    return _as_of(request, put, drawn)


def as_of_last(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Say as of when in the question, behind it."""
    return _as_of(request, lambda text, day: _behind(text, f" as of {day}"), drawn)


def as_of_short(request: AskRequest, drawn: random.Random) -> AskRequest | None:
    """Say as of when in the question, in brackets."""
    return _as_of(request, lambda text, day: _behind(text, f" (as of {day})"), drawn)


FORMS: dict[str, Form] = {
    form.__name__.replace("_", "-"): form
    for form in (
        small,
        capitals,
        unmarked,
        asked_twice,
        slip,
        lost_letter,
        other_name,
        capital,
        turned,
        spelling,
        day_otherwise,
        as_of_first,
        as_of_last,
        as_of_short,
    )
}


def _typed(request: AskRequest, text: str) -> AskRequest | None:
    return replace(request, question=text) if text != request.question else None


def _one_of(request: AskRequest, pairs: Sequence[tuple[str, str]], drawn: random.Random) -> AskRequest | None:
    found = [
        (match, to)
        for of, to in pairs
        for match in [re.search(rf"(?<![\w.-]){re.escape(of)}(?![\w-]|\.\w)", request.question)]
        if match
    ]
    if not found:
        return None
    match, to = drawn.choice(found)
    text = request.question[: match.start()] + to + request.question[match.end() :]
    return _typed(request, text)


def _as_of(request: AskRequest, put: Callable[[str, str], str], drawn: random.Random) -> AskRequest | None:
    if not request.as_of or re.search(r"(?i)\bas of\b", request.question):
        return None
    return replace(request, question=put(request.question, drawn.choice(_ways(request.as_of))), as_of=None)


def _behind(text: str, more: str) -> str:
    end = "?" * text.endswith("?")
    return f"{text.removesuffix(end)}{more}{end}"


def _ways(day: date) -> list[str]:
    month = MONTHS[day.month - 1]
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]} {day.day} {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
        day.isoformat(),
    ]
