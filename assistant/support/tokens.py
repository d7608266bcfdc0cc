"""Cut a text into tokens: quantities, dates, parties, words by their stem, and what the words mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.support.days import Dates, Day, written_dates
from assistant.support.quantities import NUMBER_WORDS, QUANTITY, RANK, Quantity, quantity_of
from assistant.support.words import Meaning, is_past, meanings_at, stem, word_list
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

Kind = Literal["quantity", "date", "weekday", "party", "name", "role", "word", "link", "break"]


@dataclass(slots=True)
class Token:
    """One thing that a text says, as written and in the form that is compared.

    `key` is what it counts as for its neighbours; a "link" is a preposition or conjunction, a "break" a
    comma or a stop. What stands before it decides `negated`, `mood` (may, will, shall, must, done; "to" of
    what is planned) and the `bound` of a quantity (least, most, about; span for "over five years", which may
    be either).
    """

    kind: Kind
    key: str
    written: str
    value: Quantity | Day | str | None = None
    also: Quantity | None = None  # another reading: the first of "25 to 35 percent"
    meanings: tuple[Meaning, ...] = ()
    stem: str = ""  # of a word, whatever it means
    past: bool = False
    nominal: bool = False  # "their vote", "guarantees of": a thing, whatever its form
    capital: bool = False
    opens: bool = False  # the first word of a sentence
    negated: bool = False
    elided: bool = False  # what is denied is left out: "Korea would not."
    denied_by: str = ""  # the stem of the word that denies it
    beside_denied: bool = False  # "gives no size" denies the giving as well
    mood: str = ""
    shared_mood: str = ""  # "would study and reply": of a verb before it, if it is a verb
    bound: str = ""
    under: str = ""  # "if" of what holds under a condition, "when" of what is put behind something else
    limits: bool = False  # of a quantity in a sentence that speaks of a limit
    away: bool = False  # of a date: "seven days after July 31" is another day
    office: str = ""  # of a role: "trade" of a trade minister

    @property
    def gerund(self) -> bool:
        """Whether it is a form in -ing; "bring" is none."""
        return self.written.endswith("ing") and not self.stem.endswith("ing")

    def pole(self, axis: str) -> str:
        """Return what the token means on an axis, "" where nothing."""
        for meaning in self.meanings:
            if meaning.axis == axis:
                return meaning.pole
        return ""


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text in order, phrases as one."""
    pieces: list[Token] = []
    at = 0
    for mention in find_parties(text):
        if _MONEY.match(text, mention.end):
            continue
        pieces += _between(text, at, mention.start)
        written = text[mention.start : mention.end]
        pieces.append(Token("party", mention.code, written, mention.code))
        at = mention.end
    pieces += _between(text, at, len(text))
    return _with_meanings(pieces)


_NEXT = pattern(
    r"(?P<word>[^\W\d_]+?n[’']t\b|[^\W\d_]+(?:[.][^\W\d_](?=[.]))*)|"
    r"(?P<mark>\n|[.!?:;](?=\s|$|[\"”’)])|[,()\[\]“”\"]|--|[—–])|[\d.$£€¥]"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FACT = pattern(
    rf"\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?P<quantity>{QUANTITY})|{RANK}",
    re.IGNORECASE,
)
# A full stop after these ends no sentence.
_ABBREVIATED = pattern(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Reps|Sens|Amb|St|Inc|Corp|Co|Ltd|Jr|Sr|No)\Z"
)
_FORMS_OF_ADDRESS = frozenset(word_list("address"))  # "Mr", which says nothing of whom it names
_COMMAS = ',()[]“”"'
_SHORT_FOR = {"ca": "can", "wo": "will", "sha": "shall"}  # "can't", "won't", "shan't"
_MONEY = pattern(r" dollars?\b")  # "nine US dollars" name no party
_LINKS = frozenset(word_list("link"))


def _between(text: str, at: int, end: int) -> Iterator[Token]:
    """Yield the tokens of text[at:end], in which no party is named."""
    while match := _NEXT.search(text, at, end):
        dates = written_dates(text).get(match.start())
        if dates and dates.end <= end:
            yield from _of_dates(dates, text)
            at = dates.end
            continue
        word = match["word"]
        fact = None
        if not match["mark"] and (word is None or _may_open_fact(word.casefold())):
            fact = _FACT.match(text, match.start(), end)
        at = (fact or match).end()
        if fact:
            yield from _facts(fact)
        elif word and word.casefold() not in _FORMS_OF_ADDRESS:
            yield from _words(word)
        elif match["mark"] and not _is_of_abbreviation(match, text):
            yield Token("break", "," if match["mark"] in _COMMAS else ".", match["mark"])


def _is_of_abbreviation(match: re.Match[str], text: str) -> bool:
    at = match.start()
    return match["mark"] == "." and bool(_ABBREVIATED.search(text, max(0, at - 8), at))


def _of_dates(dates: Dates, text: str) -> Iterator[Token]:
    for day in dates.days:
        yield Token("date", f"{day.year}-{day.month}-{day.day}", text[dates.start : dates.end], day)


def _facts(match: re.Match[str]) -> Iterator[Token]:
    written = match.group()
    if match["weekday"]:
        weekday = str(_WEEKDAYS.index(written[:3].casefold()))
        yield Token("weekday", f"weekday {weekday}", written, weekday)
    else:
        quantity = quantity_of(match)
        yield Token("quantity", f"{quantity.amount:g} {quantity.unit}", written.strip(), quantity)


@lru_cache(maxsize=20_000)
def _may_open_fact(small: str) -> bool:
    """Say whether a word in small letters may be the first of a date or a quantity; most are not."""
    return small[:3] in _WEEKDAYS or small in NUMBER_WORDS


def _words(written: str) -> Iterator[Token]:
    small = written.casefold()
    if small == "cannot" or small[-3:] in ("n't", "n’t"):
        base = written[:-3]
        yield _word(_SHORT_FOR.get(base.casefold(), base))
        yield _word("not")
    else:
        yield _word(written)


def _word(written: str) -> Token:
    kind, stemmed, past = _of_word(written.casefold())
    return Token(kind, stemmed, written, stem=stemmed, past=past, capital=written[0].isupper())


@lru_cache(maxsize=20_000)
def _of_word(small: str) -> tuple[Kind, str, bool]:
    return "link" if small in _LINKS else "word", stem(small), is_past(small)


def _with_meanings(pieces: list[Token]) -> list[Token]:
    """Put the words of known phrases together, note what they mean and which word opens a sentence."""
    stems = [piece.stem for piece in pieces]
    grouped: list[Token] = []
    at, opens = 0, True
    while at < len(pieces):
        piece = pieces[at]
        length = 1
        if piece.stem and piece.written != "US" and (opens or piece.written != "May"):
            length = _mark(pieces, stems, at)
        piece.opens = opens
        starts = opens or piece.key == "." or piece.written in ("“", '"')
        opens = starts and piece.kind == "break"
        grouped.append(piece)
        at += length
    return grouped


def _mark(pieces: Sequence[Token], stems: Sequence[str], at: int) -> int:
    """Note what the longest phrase at `at` means; return how many pieces it takes.

    "At least", "over" and "some" bound a number that follows; elsewhere they mean something else.
    """
    piece = pieces[at]
    for length, meanings in meanings_at(stems, at):
        after = pieces[at + length] if at + length < len(pieces) else None
        counted = after is not None and after.kind == "quantity"
        fit = tuple(meaning for meaning in meanings if (meaning.axis == "bound") == counted)
        if not fit and counted:
            fit = meanings
        if not fit:
            continue
        piece.meanings = fit
        if length > 1:
            piece.written = " ".join(p.written for p in pieces[at : at + length])
            piece.kind, piece.key = "word", " ".join(stems[at : at + length])
            piece.stem = piece.key
        return length
    return 1
