"""Put the party, period or goods that a follow-up names in the place of those that were asked about."""

import re
from collections.abc import Callable, Sequence

from assistant.asking.followups.anaphora import subject_words
from assistant.asking.followups.carrying import LEAD_IN, Asked, thing_asked
from assistant.asking.followups.corrections import corrected, is_correction
from assistant.asking.followups.present import without_now
from assistant.asking.followups.shifting import with_period_shifted
from assistant.asking.followups.substitution import (
    goods_named,
    in_place_of,
    only_period,
    with_other_goods,
    with_other_period,
    without_parties,
)
from assistant.asking.other_parties import with_other_side, with_parties
from assistant.reading.goods import goods_in
from ingest.text.parties import PartyMention, find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

FEW = 3  # subject words; with fewer a question without a party leans on the one before

# "Denmark too?", "Vietnam": a question that is a party's name and no more.
_FILLERS = pattern(
    r"\b(?:and|ok(?:ay)?|so|but|or|then|too|also|as well|at least|either"
    r"|(?:the )?same(?: as (?:that|them|it))?|ditto|likewise|the|hm+|fine|thanks|thx"
    r"|from|in|into|to|by|via|on|for|at)\b",
    re.I,
)
# "Norway in general", after a duty on its cod.
_IN_GENERAL = pattern(
    r"\b(?:in general|generally|overall|as a whole|across the board"
    r"|(?:on|for) (?:all|any|other) (?:other )?(?:goods|products|imports))\b",
    re.I,
)
# "What do the Swiss pay", after a duty on cheese: pay on what?
_PAYS = pattern(r"\b(?:pay|pays|paying|face|faces|facing|charged|owe|owes)\b", re.I)
_ON_IT = pattern(r"\s+(?:on|for) (?:it|that|this|them|those|these)$", re.I)
_SHORT_YEAR = pattern(r"['’]?\d\d")
# "And with Japan?": the one that a party deals with, not the party.
_OTHER_SIDE = pattern(r"^\W*(?:(?:and|ok(?:ay)?|so|but|what about|how about)\W+)*(with\s+[^?!]+)", re.I)


def with_another(previous: Asked, question: str) -> str | None:
    """Return the question before with what a follow-up puts in its place; None where it puts nothing there.

    >>> from assistant.asking.followups.carrying import asked_alone, asked_behind
    >>> with_another(asked_behind("since when?", "duty on Thai rice"), "and Peru?")
    'since when? (duty on Peru rice)'
    >>> with_another(asked_alone("duty on Thai rice"), "wheat too?")
    'duty on Thai wheat'
    >>> with_another(asked_alone("duty on Thai rice"), "who pays it?") is None
    True
    """
    parties = find_parties(question, lower_case=True)
    if is_correction(question):
        return corrected(previous.text, question)
    if of_all := _of_all_goods(previous.text, question):
        return of_all
    if parties and asks_on_what(question) and (goods := goods_named(previous.text)):
        return f"{_ON_IT.sub('', question.rstrip(' ?!.'))} on {goods}"
    if parties and (of_parties := _of_parties(previous, question, parties)):
        return of_parties
    if (named := thing_asked(question)) and (of_goods := with_other_goods(previous.text, named)):
        return of_goods
    return with_other_period(previous.text, question) or with_period_shifted(previous.text, question)


def _of_all_goods(previous: str, question: str) -> str | None:
    """Return the earlier question without the goods that it names: "and Peru in general?".

    >>> _of_all_goods("the duty on frozen cod of Chile?", "so Peru in general")
    'the duty on goods of Peru?'
    """
    rest = _IN_GENERAL.sub("", question)
    parties, goods = find_parties(rest, lower_case=True), goods_in(previous)
    if rest == question or len(goods) != 1 or not _is_bare(rest, parties):
        return None
    of_all = in_place_of(previous, min(goods), "goods")
    return with_parties(of_all, [party.code for party in parties], None) if parties else of_all


def _of_parties(previous: Asked, question: str, parties: Sequence[PartyMention]) -> str | None:
    """Put other parties in the earlier question, and what is named beside them."""
    if len(subject_words(question)) < FEW:
        if other := _OTHER_SIDE.match(question):
            return with_other_side(previous.text, other[1])
        if LEAD_IN.match(question) or _is_bare(question, parties):
            return _with_other(previous, question, parties)
    if period := _period_beside(question, parties):
        return _with_other_in(previous, period, parties)
    return None


def asks_on_what(question: str) -> bool:
    """Whether a question asks what somebody pays, and does not say on what.

    >>> asks_on_what("what do the Swiss pay"), asks_on_what("what do the Swiss pay on cheese")
    (True, False)
    """
    rest = without_parties(question, find_parties(question, lower_case=True))
    return bool(_PAYS.search(rest)) and all(_PAYS.fullmatch(word) for word in subject_words(rest))


def is_name_of_parties(question: str) -> bool:
    """Whether a question is the name of parties, and nothing else but words that go on.

    >>> is_name_of_parties("what about Peru too?"), is_name_of_parties("why Peru?")
    (True, False)
    """
    own = LEAD_IN.sub("", question)
    return _is_bare(own, find_parties(own, lower_case=True))


def _is_bare(question: str, parties: Sequence[PartyMention]) -> bool:
    return not re.search(r"\w", _FILLERS.sub("", without_parties(question, parties)))


def _period_beside(question: str, parties: Sequence[PartyMention]) -> str | None:
    """Return the period that a question names beside parties, where there is nothing else in it."""
    rest = without_parties(LEAD_IN.sub("", question), parties).strip(" ?!.,")
    return rest if _SHORT_YEAR.fullmatch(rest) else only_period(rest)


def _with_other_in(previous: Asked, period: str, parties: Sequence[PartyMention]) -> str:
    """Put another party and another period in the earlier question: "Peru 87?", after Chile's exports.

    >>> from assistant.asking.followups.carrying import asked_behind
    >>> _with_other_in(asked_behind("why?", "Chile's exports in May 1986"), "june", find_parties("Peru"))
    "Peru's exports in june 1986"
    """
    asks_nothing_else = previous.joined_to and not subject_words(previous.own)  # "why?"
    before = previous.joined_to if asks_nothing_else else previous.text
    of_them = with_parties(without_now(before), [party.code for party in parties], None)
    return with_other_period(of_them, period) or f"{of_them.rstrip(' ?!.')} in {period}"


def _with_other(previous: Asked, question: str, parties: Sequence[PartyMention]) -> str:
    """Put other parties in the earlier question, and other goods, where they are named, too."""
    codes = [party.code for party in parties]
    rest = LEAD_IN.sub("", without_parties(question, parties))
    said = frozenset(analyse(previous.text))
    if all(said.issuperset(analyse(word)) for word in subject_words(rest)):
        return _in_what_names_some(previous, lambda text: with_parties(text, codes, None))
    base = previous.subject
    known = {party.code for party in find_parties(base, lower_case=True)}.issuperset(codes)
    of_them = base if known else with_parties(base, codes, None)
    return with_other_goods(of_them, thing_asked(rest) or rest) or f"{question} ({of_them})"


def _in_what_names_some(previous: Asked, change: Callable[[str], str]) -> str:
    """Change the parties of a question; of a follow-up that names none, those of what it goes on from."""
    if not previous.joined_to or find_parties(previous.own, lower_case=True):
        return change(previous.text)
    return f"{previous.own} ({change(previous.joined_to)})"
