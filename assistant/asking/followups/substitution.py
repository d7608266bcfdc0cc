"""Put goods or a period that a follow-up names in the place of those that an earlier question names."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.asking import stated_day
from assistant.asking.followups.anaphora import subject_words
from assistant.asking.followups.present import without_now
from assistant.reading.goods import goods_in, places_of, with_goods, word_for
from assistant.reading.periods import periods_in
from ingest.text.parties import PartyMention, find_parties
from vectorstore.patterns import pattern

_TWO_FIGURES = pattern(r"\d\d")  # of a year, or of a day
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_AROUND_PERIOD = pattern(
    r"\b(?:and|ok(?:ay)?|so|but|then|what about|how about|in|for|during|the month of|the|ones?)\b", re.I
)
_WHOLE_YEAR = pattern(
    r"\b(?:full|whole|entire|calendar|fiscal)[ -](?:years?|yrs?)\b|\byear (?:to date|as a whole)\b", re.I
)
_IN = pattern(r"\s*\b(?:(?:in|at|for|during|by|on|of|since)(?: the month of| the)?)?\s*$", re.I)
_AT_THE = pattern(r"\b(?:in|at|during|on|after|since) the\s*$", re.I)
_MET = pattern(r"^\s*(?:visit|trip|summit|meeting|talks|round|session)\b", re.I)  # which the period dates
_AS_OF = pattern(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but|what about|how about)\W+)*(?P<as_of>as (?:of|at|on)\s+(?:last\s+)?)",
    re.I,
)
# One word before goods that says which they are: "kitchen cabinets".
_WHICH = pattern(r"(?!(?:and|or|the|in|on|of|for|from|with|only|also)\b)[\w-]+ ", re.I)
# The same of goods that a charge is on: "kitchen cabinets tariff", "a duty on raw wool".
_WHICH_BEFORE = pattern(
    r"(?:^|\band\s+|(?P<on>\b(?:on|of|for|from)\s+|\bto\s+(?=(?:[a-z]+ed\s+)+$)))"
    r"(?P<which>(?!(?:the|all|any|an?|some)\b)(?:[a-z]+(?<!ing)|(?:[a-z]+ed\s+)+[a-z]+ed)\s+)$",
    re.I,
)
# Of which part of a plant or an animal, or of what is made of it: "canola seed".
_PART_BEHIND = pattern(
    r" (?:seeds?|meals?|oils?|beans?|cakes?|pulp|flour|starch|juice|powder|meat|fillets?|leaf|leaves)\b", re.I
)
_CHARGE_BEHIND = pattern(r"^\s+(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|rates?|surcharges?)\b", re.I)
# "How much tin do they sell?": of the goods that were asked about before, nothing is asked.
_HOW_MUCH_OF = pattern(
    r"\W*(?:(?:and|so|but|ok(?:ay)?)\W+)*how (?:much|many) (?P<goods>(?:[\w-]+ ){1,3}?)"
    r"(?:do|does|did|will|would|have|has) (?:they|it|we)\b",
    re.I,
)
_ANY_DAY = date(2000, 1, 1)  # which characters name a period is the same whenever it is asked


def without_parties(text: str, parties: Sequence[PartyMention]) -> str:
    """Return a text without the parties that it names, which were found in it in order."""
    for party in reversed(parties):
        text = text[: party.start] + text[party.end :]
    return text


def goods_named(text: str) -> str | None:
    """Return the one kind of goods that a question names, by its newest turn that does; None without.

    >>> goods_named("and for how long? (duty on raw cotton now)"), goods_named("and for how long?")
    ('raw cotton', None)
    """
    for turn in text.split(" ("):
        if goods := goods_in(turn):
            word = word_for(min(goods), turn)
            at = turn.casefold().find(word.casefold())
            before = turn[:at].rsplit(None, 1)[-1:]
            which = (
                before
                if before and subject_words(before[0]) and not find_parties(before[0], lower_case=True)
                else []
            )
            return " ".join([*which, word])
    return None


def goods_counted(question: str) -> str | None:
    """Return the goods of which a follow-up asks how many somebody buys or sells.

    >>> goods_counted("how much tin do they sell?"), goods_counted("how much do they sell?")
    ('tin', None)
    """
    of = _HOW_MUCH_OF.match(question)
    return of["goods"].strip() if of and goods_in(of["goods"]) else None


def with_other_goods(previous: str, rest: str) -> str | None:
    """Put other goods in the place of the earlier question's, where a follow-up has nothing else in it.

    >>> with_other_goods("duty on rice?", "and wheat"), with_other_goods("duty on rice?", "wheat sold")
    ('duty on wheat?', None)
    """
    said, named = sorted(goods_in(previous)), sorted(goods_in(rest))
    if len(said) != 1 or len(named) != 1:
        return None
    word, rest = word_for(named[0], rest), rest.strip(" ?!.,")
    if _WHICH.fullmatch(rest.removesuffix(word)):
        word = rest
    if subject_words(rest) != subject_words(word):
        return None
    return in_place_of(previous, said[0], word)


def in_place_of(text: str, goods: str, word: str) -> str:
    """Put a word in the place of goods, and of the word before them that says which are meant.

    >>> in_place_of("the duty on raw wool", "wool", "tin")
    'the duty on tin'
    """
    return with_goods(_without_which(text, goods), goods, word)


def _without_which(text: str, goods: str) -> str:
    """Return a question without the word that says which goods of a kind are meant.

    >>> texts = "ground beef duty", "duty on raw beef", "sold beef to Peru", "duty on Thai beef"
    >>> [_without_which(text, "beef") for text in texts]
    ['beef duty', 'duty on beef', 'sold beef to Peru', 'duty on Thai beef']
    >>> _without_which("what applies to imported smoked beef", "beef")
    'what applies to beef'
    >>> _without_which("the duty on tea seed of Peru", "tea"), _without_which("tea exports", "tea")
    ('the duty on tea of Peru', 'tea exports')
    """
    for start, end in reversed([*places_of(goods, text)]):
        if part := _PART_BEHIND.match(text[end:]):
            text = text[:end] + text[end + part.end() :]
        before = _WHICH_BEFORE.search(text[:start])
        if not before or find_parties(before["which"], lower_case=True) or not subject_words(before["which"]):
            continue
        if before["on"] or _CHARGE_BEHIND.match(text[end:]):
            text = text[: before.start("which")] + text[start:]
    return text


def with_other_period(previous: str, question: str) -> str | None:
    """Put a period, where a follow-up is no more ("and in May?"), in the place of the earlier question's.

    >>> with_other_period("Chile's exports in May 1986?", "and in June?")
    "Chile's exports in June 1986?"
    >>> with_other_period("the duty on rice on May 2, 1986", "and June 10?")
    'the duty on rice on June 10 1986'
    >>> with_other_period("the duty on rice as of May 1986?", "as of June 1986?")
    'the duty on rice as of June 1986'
    """
    if as_of := _AS_OF.match(question):
        day = question[as_of.start("as_of") :].rstrip(" ?!.")
        return (
            f"{without_now(without_as_of(previous)).rstrip(' ?!.')} {day}" if only_as_of(question) else None
        )
    only, said = only_period(question), periods_in(previous, _ANY_DAY, short=True)
    if not only or len(said) != 1:
        return None
    (old,) = said
    year = _YEAR.search(previous[old.start : old.end])
    of_a_day = old.first == old.last and not _YEAR.search(only)
    same = f" {year[0]}" if year and (of_a_day or not _TWO_FIGURES.search(only)) else ""
    return previous[: old.start] + only + same + previous[old.end :]


def with_period(previous: str, question: str) -> str | None:
    """Put a period, where a follow-up is no more, behind a question that names none.

    >>> with_period("what do Thai cars pay now?", "and in May 1986?"), with_period("tin duty", "May 2, 1986?")
    ('what do Thai cars pay in May 1986', 'tin duty on May 2, 1986')
    >>> with_period("tin duty in 1985", "and in May 1986?")
    """
    only = only_period(question)
    if not only or "(" in previous or periods_in(previous, _ANY_DAY, short=True) or _AS_OF.match(question):
        return None
    (period,) = periods_in(question, _ANY_DAY, short=True)
    before = _IN.search(question[: period.start])
    how = before[0].strip() if before else ""
    how = how or ("on" if period.first == period.last else "in")
    return f"{without_now(previous).rstrip(' ?!.')} {how} {only}"


def only_as_of(question: str) -> bool:
    """Whether a follow-up names the day as of which it is asked, and nothing else.

    >>> only_as_of("and as of May 1986?"), only_as_of("who paid as of May 1986?")
    (True, False)
    """
    as_of = _AS_OF.match(question)
    return bool(as_of and only_period(question[as_of.end() :]))


def without_as_of(text: str) -> str:
    """Return a question without the date that it names by "as of"."""
    return stated_day.without_as_of(text, _ANY_DAY)


def names_a_period(text: str) -> bool:
    """Whether a question says for which period it asks, be it the whole year: "the full year target"."""
    return bool(_WHOLE_YEAR.search(text) or periods_in(text, _ANY_DAY, short=True))


def without_period(text: str) -> str:
    """Return a question without the periods that it names.

    >>> without_period("Chile's exports in May 1986?")
    "Chile's exports?"
    >>> without_period("what did Chile offer at the May 1986 talks?")
    'what did Chile offer?'
    """
    text = without_as_of(text)
    for period in reversed(periods_in(text, _ANY_DAY, short=True)):
        before, behind = text[: period.start], text[period.end :]
        if _AT_THE.search(before):
            behind = _MET.sub("", behind)
        text = _IN.sub("", before) + behind
    return text


def only_period(question: str) -> str | None:
    """Return the words that name the one period of a question, where it has nothing else in it.

    >>> only_period("and in May 1986?"), only_period("and rice in May 1986?")
    ('May 1986', None)
    """
    named = periods_in(question, _ANY_DAY, short=True)
    if len(named) != 1:
        return None
    (period,) = named
    around = f"{question[: period.start]} {question[period.end :]}"
    return None if _AROUND_PERIOD.sub("", around).strip(" ?!.,") else question[period.start : period.end]
