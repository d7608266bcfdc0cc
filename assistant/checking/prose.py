"""Decide whether a sentence that a chat model wrote may be shown. Deterministic: no chat model is asked.

A sentence is shown when

1. it is plain prose, complete in itself (`assistant.checking.openers`), and each of its [n] is evidence that
   the model was offered;
2. nothing that it cites was published after the as-of date;
3. it says no more and no other than what it cites: numbers, dates, parties, persons, statuses, who does
   what, what is denied or only possible (`assistant.support`);
4. it is near enough in meaning to what it cites;
5. a model that reads both (`assistant.checking.verifier`) does not find it unlikely to be held.

Where the model finds it likely to be held, by what it cites alone as well as under its title, it overrules
what 3 says of words, of a figure, day or party that may follow from what is cited ("14,400" where 8,100 of
22,500 were used), and 4: not of those that cannot, and of which of them stands in whose place. The same words
as the evidence need no more than 1 and 2.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.checking.citations import is_word_for_word
from assistant.checking.openers import why_leaning, without_openers
from assistant.checking.plainness import why_not_plain
from assistant.support import Objection, objections
from assistant.support.days import Day, with_years, written_dates
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

Similarity = Callable[[str, str], float]  # cosine of two texts; SentenceVectors.similarity
Held = Callable[[str, Sequence["Offered"]], float]  # log-odds that the cited words hold a sentence

# Cosine of a sentence to what it cites, at least. Of 181 supported recorded drafts one lies below .55 and two
# below .6, of invented facts nearly all (tests/evals/LOG.md).
SUPPORT = 0.55
# Log-odds of the verifier: at least, of what no rule objects to, and of what tells a day or month, which it
# reads badly; and from which on it overrules a rule on words. Set by three hands of the claims that it was
# not trained on and by the drafts worked on (tests/evals/LOG.md).
BELIEVED, BELIEVED_OF_A_DAY, OVERRULES = -3.0, -5.5, 2.0
# ... and one that weighs more, such as that most words of a clause are new: "have collapsed for good" (3.7),
# where no date is set.
OVERRULES_GRAVE = 4.5

_MARKER = pattern(r"\s*\[\s*\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*\s*\]")
MOST_CITED = 6  # sentences; of 258 supported recorded drafts one cites four, none more
_MOST_IN_A_SPAN = 12  # numbers that [2-9] may stand for
_FRAME = pattern(r"\W*as (?:of|at)\b[^.]{0,20}\d", re.IGNORECASE)
_DAY_IN_FRONT = pattern(r"As (?:of|at) ")
_BEHIND_A_DAY = pattern(r",? (?=\S)")


@dataclass(frozen=True, slots=True)
class Offered:
    """A sentence of a briefing as it is offered to a model: verbatim, its lead-in before it."""

    words: str
    published: date | None = None
    title: str = ""  # of its briefing: says of whom it speaks


@dataclass(frozen=True, slots=True)
class Judges:
    """What reads a sentence beside what it cites; `held` is None where the encoder is not the default."""

    similarity: Similarity
    held: Held | None = None


def why_not_shown(
    sentence: str, offered: Mapping[int, Offered], judges: Judges, as_of: date | None = None
) -> str | None:
    """Say why a sentence, with its [n] markers as the model wrote them, may not be shown; None if it may."""
    text, numbers = without_markers(sentence)
    cited = [offered[number] for number in numbers if number in offered]
    quotes = [evidence.words for evidence in cited]
    if not any(map(str.isalpha, text)):
        return "it says nothing"
    if reason := why_not_plain(text, quotes):
        return reason
    if not numbers:
        return "it cites nothing"
    for number in numbers:
        if number not in offered:
            return f"it cites [{number}], which is not among the numbered sentences"
    if len(numbers) > MOST_CITED:
        return f"it cites {len(numbers)} sentences, more than {MOST_CITED}, and not those that it rests on"
    if as_of and any(evidence.published is None or evidence.published > as_of for evidence in cited):
        return f"it cites what was not yet published on {as_of.isoformat()}"
    written, text = text, as_shown(text, cited)
    if _FRAME.match(text):
        return "it opens with “As of” and a date, which is not that of the newest that it cites"
    if is_word_for_word(text, quotes) or is_word_for_word(written, quotes):
        return None
    if small := _party_in_small_letters(text):
        return f"it writes {small} in small letters, which hides a party"
    if reason := why_leaning(text, quotes):
        return reason
    found = objections_to(text, cited)
    if firm := next((objection for objection in found if objection.firm), None):
        return firm.reason
    doubts = found + _too_far(text, quotes, judges.similarity)
    if judges.held is None:
        return next((doubt.reason for doubt in doubts), None)
    if doubts:
        least = OVERRULES_GRAVE if any(doubt.grave for doubt in doubts) else OVERRULES
        return None if all(held >= least for held in _held(text, cited, judges.held)) else doubts[0].reason
    least = BELIEVED_OF_A_DAY if _tells_a_day(text) else BELIEVED
    if any(held >= least for held in _held(text, cited, judges.held)):
        return None
    return "read beside what it cites, it says something else"


def _party_in_small_letters(text: str) -> str | None:
    words = re.findall(r"\b[a-z]{4,}\b", text)
    return next((word for word in words if _is_party(word.capitalize())), None)


@lru_cache(maxsize=20_000)
def _is_party(word: str) -> bool:
    return any(True for _ in find_parties(word))


def as_shown(text: str, cited: Sequence[Offered]) -> str:
    """Return a sentence without what it opens with that the answer tells itself, or can do without.

    >>> as_shown("As of 3 May 1987, meanwhile, talks go on.", [Offered("Talks go on.", date(1987, 5, 3))])
    'Talks go on.'
    """
    words = [evidence.words for evidence in cited]
    text = without_openers(text, words)
    return without_openers(_behind_its_day(text, cited) or text, words)


def _behind_its_day(text: str, cited: Sequence[Offered]) -> str:
    """Return what stands behind "As of DATE" where that is the day of the newest cited; "" elsewhere."""
    newest = max((of.published for of in cited if of.published), default=None)
    frame = _DAY_IN_FRONT.match(text)
    dates = written_dates(text).get(frame.end()) if frame else None
    gap = _BEHIND_A_DAY.match(text, dates.end) if dates else None
    if not (dates and gap and newest) or dates.days != (Day(newest.year, newest.month, newest.day),):
        return ""
    behind = text[gap.end() :]
    return behind[0].upper() + behind[1:]


def without_markers(sentence: str) -> tuple[str, tuple[int, ...]]:
    """Take the [n] out of a sentence; return its bare text and the numbers, in order, each once.

    >>> without_markers("Japan pays 15 percent [2], Korea too [3, 4].")
    ('Japan pays 15 percent, Korea too.', (2, 3, 4))
    """
    numbers: list[int] = []
    for match in _MARKER.finditer(sentence):
        numbers += _numbers(match.group())
    bare = " ".join(_MARKER.sub("", sentence).split())
    return re.sub(r"\s+([.,;:!?])", r"\1", bare), tuple(dict.fromkeys(numbers))


def _numbers(marker: str) -> list[int]:
    found: list[int] = []
    for part in re.split(r"[,;]", marker.strip(" []")):
        first, *last = (int(number) for number in re.findall(r"\d+", part))
        end = last[0] if last else first
        found += range(first, end + 1) if 0 <= end - first < _MOST_IN_A_SPAN else (first, end)
    return found


def objections_to(text: str, cited: Sequence[Offered]) -> list[Objection]:
    """Return what speaks, by rule, against a sentence without its markers being held by what it cites.

    Compares with all of it at once; where that is of several days, each date gets its own year first.
    """
    days = {evidence.published for evidence in cited}
    titles = ". ".join(dict.fromkeys(evidence.title for evidence in cited))
    if len(days) == 1:
        return [*objections(text, "\n".join(_on_one_line(e.words) for e in cited), days.pop(), titles)]
    evidence = "\n".join(with_years(_on_one_line(e.words), e.published) for e in cited)
    return [*objections(text, evidence, None, titles)]


def _on_one_line(words: str) -> str:
    """Return words as they read on one line: in texts with fixed lines "6.6" and "million" stand apart."""
    return " ".join(words.split())


def _too_far(text: str, quotes: Sequence[str], similarity: Similarity) -> list[Objection]:
    if max(similarity(text, words) for words in (*quotes, " ".join(quotes))) >= SUPPORT:
        return []
    return [Objection("what it cites is about something else", firm=False, grave=True)]


def _tells_a_day(text: str) -> bool:
    return any(day.month for dates in written_dates(text).values() for day in dates.days)


def _held(text: str, cited: Sequence[Offered], held: Held) -> Iterator[float]:
    """Judge a sentence under its titles, which say who "we" are, and without: one may be planted."""
    yield held(text, cited)
    yield held(text, [replace(evidence, title="") for evidence in cited])
