"""Make a follow-up standalone: carry over from earlier turns what it leaves out.

Only what the person typed is carried over, never an earlier answer: an answer's words would
make the next question look covered by evidence that it has nothing to do with.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.asking.anaphora import ASKS_FIRST, OPENING, points_back, subject_words
from assistant.asking.elliptic import insists
from assistant.asking.other_parties import compares, with_other_side, with_parties, with_party
from assistant.reading.goods import goods_in, with_goods, word_for
from assistant.reading.periods import periods_in
from ingest.text.parties import PartyMention, find_parties
from vectorstore.indexes.analysis import analyse

FEW = 3  # subject words; with fewer a question without a party leans on the one before

_GOES_ON = re.compile(r"^\W*(?:ok(?:ay)?\W+)?(?:and|but|then|also)\b", re.I)
_CORRECTION = re.compile(
    r"^\W*(?:(?:no|nope|sorry|sry|oops|wait|actually|hm+|ah|oh)\W+)*(?:(?:i|we)\s+)?(?:mean|meant)\b\W*|"
    r"^\W*(?:no|nope|sorry|sry|oops|wait)\W+(?!\w+ (?:is|are|was|were)\b)|^\W*not\s",
    re.I,
)
_SUBSTITUTION = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but)\W+)*(?:what about|how about|same (?:thing )?for|and|for)\b\W*", re.I
)
# "Denmark too?", "Vietnam": a question that is a party's name and no more.
_FILLERS = re.compile(
    r"\b(?:and|ok(?:ay)?|so|but|or|then|too|also|as well|at least|either|same|the|hm+|fine|thanks|thx"
    r"|from|in|into|to|by|via|on|for|at)\b",
    re.I,
)
# "What about the tin accord?", not "what about it?".
_NAMES_ANOTHER = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but)\W+)*(?:what|how) about\s+(?!(?:it|that|this|them|those|these)\W*$)\w",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AROUND_PERIOD = re.compile(
    r"\b(?:and|ok(?:ay)?|so|but|then|what about|how about|in|for|during|the month of|the|ones?)\b", re.I
)
_ANY_DAY = date(2000, 1, 1)  # which characters name a period is the same whenever it is asked
_CARRIED = re.compile(r"\((.*)\)$", re.S)  # the question that a follow-up was joined to
# "And with Japan?": the one that a party deals with, not the party.
_OTHER_SIDE = re.compile(r"^\W*(?:(?:and|ok(?:ay)?|so|but|what about|how about)\W+)*(with\s+[^?!]+)", re.I)
_NEW_TOPIC = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|now|and|but|thanks|thx)\W+)*"
    r"(?:(?:(?:on |to )?(?:a |an )?(?:different|new|another|other|separate|unrelated|next) "
    r"(?:topic|subject|question|thing|matter|note)|change of (?:topic|subject)|"
    r"(?:let's |let us )?(?:switch\w*|mov\w+|turn\w*) (?:on|over|gears|topics?|subjects?)(?: to)?|"
    r"something (?:else|different)|changing (?:topic|subject)s?)\b)[\W_]*",
    re.I,
)
_NOT = re.compile(r"[,;]?\s*\b(?:not|instead of|rather than)\s+(?:the\s+)?([\w .'-]+)", re.I)


def standalone(question: str, earlier: Sequence[str]) -> str:
    """Return the question as it would be asked first; `earlier` are the person's messages, oldest first.

    >>> standalone("and for Korea?", ["What tariff do Japanese cars face?"])
    'What tariff do South Korea cars face?'
    >>> standalone("different topic: wheat, is it still taxed?", ["What tariff do Japanese cars face?"])
    'wheat, is it still taxed?'
    """
    previous = ""
    for text in map(str.strip, earlier):
        joined = _joined(previous, text)
        only_insists = insists(text) and not _NAMES_ANOTHER.match(text)
        previous = previous if only_insists and joined.endswith(f"({previous})") else joined
    return _joined(previous, question.strip())


def leaning(question: str, earlier: Sequence[str]) -> str | None:
    """Return a question with the one before behind it, where it reads as either; None where it does not.

    It says not that it goes on and names no other party, but is short: "items freed from import licences?".

    >>> leaning("items freed from import licences?", ["What is new in Peru?"])
    'items freed from import licences? (What is new in Peru?)'
    >>> leaning("items freed from import licences in Chile?", ["What is new in Peru?"]) is None
    True
    """
    question = question.strip()
    if not earlier or standalone(question, earlier) != question:
        return None
    before = standalone(earlier[-1], earlier[:-1])
    parties = find_parties(question, lower_case=True)
    known = {party.code for party in find_parties(before, lower_case=True)}
    most = FEW if parties else 2 * FEW
    if not {party.code for party in parties} <= known:
        return None
    if len(subject_words(_without(question, parties))) >= most:
        return None
    return f"{question} ({before})"


def of_the_other_side(question: str, earlier: Sequence[str]) -> str | None:
    """Return a follow-up that is another party's name, read as of the first of two parties asked about.

    `standalone` reads it in the place of the last one; None where that is all that it can mean.

    >>> of_the_other_side("and Chile?", ["Peru's boycott of Japan?"])
    "Chile's boycott of Japan?"
    >>> of_the_other_side("and Chile?", ["Peru's boycott?"]) is None
    True
    """
    own = _SUBSTITUTION.sub("", question)
    parties = find_parties(own, lower_case=True)
    if not earlier or len({party.code for party in parties}) != 1 or not _is_bare(own, parties):
        return None
    before = standalone(earlier[-1], earlier[:-1])
    named = dict.fromkeys(m.code for m in find_parties(before, lower_case=True) if m.code != "US")
    if len(named) != 2 or parties[0].code in named or compares(before):
        return None
    other = with_party(before, next(iter(named)), parties[0].code)
    return other if other != standalone(question, earlier) else None


def goes_on(question: str) -> bool:
    """Whether a question says by its own words that it goes on from the one before.

    >>> goes_on("and when does it start?"), goes_on("price of bitcoin today")
    (True, False)
    """
    return bool(OPENING.search(question)) or goes_on_for_sure(question)


def goes_on_for_sure(question: str) -> bool:
    """The same, without words that only begin follow-ups often.

    >>> goes_on_for_sure("and how much rice?"), goes_on_for_sure("how much rice was sold?")
    (True, False)
    """
    forms = (_GOES_ON, _CORRECTION, _SUBSTITUTION)
    return points_back(question) or any(form.search(question) for form in forms)


def stands_alone(question: str) -> bool:
    """Whether a question that is short enough for a follow-up may as well be asked by itself.

    >>> [stands_alone(text) for text in ("who mines scandium?", "who mines it?", "scandium?", "who else?")]
    [True, False, False, False]
    """
    return bool(ASKS_FIRST.match(question)) and bool(subject_words(question)) and not goes_on(question)


def _joined(previous: str, question: str) -> str:
    if not previous:
        return question
    if switched := _NEW_TOPIC.match(question):
        return question[switched.end() :] or question
    parties = find_parties(question, lower_case=True)
    subject = subject_words(question)
    correction = _CORRECTION.match(question)
    if correction:
        return _corrected(previous, question, question[correction.end() :])
    if parties and len(subject) < FEW and (other := _OTHER_SIDE.match(question)):
        return with_other_side(previous, other[1])
    substitutes = _SUBSTITUTION.match(question) or _is_bare(question, parties)
    if parties and len(subject) < FEW and substitutes:
        return _with_other(previous, question, parties)
    if _SUBSTITUTION.match(question) and (of_goods := _with_goods(previous, question)):
        return of_goods
    if in_period := _with_period(previous, question):
        return in_period
    if points_back(question) and len(subject) < 2 * FEW:
        return f"{question} ({previous})"
    if _GOES_ON.match(question) or (len(subject) < FEW and (OPENING.match(question) or not parties)):
        return _behind(question, parties, previous)
    return question


def _is_bare(question: str, parties: Sequence[PartyMention]) -> bool:
    """Whether a question is the name of parties, and nothing else."""
    return not re.search(r"\w", _FILLERS.sub("", _without(question, parties)))


def _behind(question: str, parties: Sequence[PartyMention], previous: str) -> str:
    """Return a follow-up with the question before behind it, of the party that it names itself."""
    named = [party.code for party in parties if party.code != "US"]
    before = {party.code for party in find_parties(previous, lower_case=True)} - {"US"}
    if len(named) == 1 and before and not before.intersection(named):
        previous = with_parties(previous, named, None)
    return f"{question} ({previous})"


def _with_other(previous: str, question: str, parties: Sequence[PartyMention]) -> str:
    """Put other parties in the earlier question, and other goods, where they are named, too."""
    codes = [party.code for party in parties]
    rest = _without(question, parties)
    said = frozenset(analyse(previous))
    if all(said.issuperset(analyse(word)) for word in subject_words(rest)):
        return with_parties(previous, codes, None)
    carried = _CARRIED.search(previous)
    base = carried[1] if carried else previous
    known = {party.code for party in find_parties(base, lower_case=True)}.issuperset(codes)
    of_them = base if known else with_parties(base, codes, None)
    return _with_goods(of_them, rest) or f"{question} ({of_them})"


def _with_goods(previous: str, rest: str) -> str | None:
    """Put other goods in the place of the earlier question's, where a follow-up has nothing else in it."""
    said, named = sorted(goods_in(previous)), sorted(goods_in(rest))
    if len(said) != 1 or len(named) != 1:
        return None
    word = word_for(named[0], rest)
    return with_goods(previous, said[0], word) if subject_words(rest) == subject_words(word) else None


def _without(text: str, parties: Sequence[PartyMention]) -> str:
    for party in reversed(parties):
        text = text[: party.start] + text[party.end :]
    return text


def _corrected(previous: str, question: str, rest: str) -> str:
    """Put what was meant in the place of what was said."""
    dropped = _NOT.search(question)
    meant = rest if not dropped else question[: dropped.start()]
    if dropped and not _CORRECTION.sub("", meant).strip():  # "not Thailand, Vietnam"
        meant = question[dropped.end() :]
    meant = _CORRECTION.sub("", meant).strip(" ,.;-")
    first, _, more = meant.partition(". ")
    parties = find_parties(first, lower_case=True)
    if parties and len(subject_words(more)) >= FEW - 1:  # which asks anew, and in full
        return f"{more} ({first})"
    said = find_parties(dropped.group(1), lower_case=True) if dropped else []
    if parties and find_parties(previous, lower_case=True):
        corrected = with_parties(previous, [p.code for p in parties], said[0].code if said else None)
        if period := only_period(_without(first, parties)):
            corrected = _with_period(corrected, period) or f"{corrected.rstrip(' ?!.')}, {period}"
        return f"{more} ({corrected})" if more else corrected
    if more:
        return f"{more} ({first}; {previous})"
    return _with_goods(previous, meant) or f"{meant} ({previous})"


def _with_period(previous: str, question: str) -> str | None:
    """Put a period, where a follow-up is no more ("and in May?"), in the place of the earlier question's."""
    only, said = only_period(question), periods_in(previous, _ANY_DAY, short=True)
    if not only or len(said) != 1:
        return None
    (old,) = said
    year = _YEAR.search(previous[old.start : old.end])
    same = f" {year[0]}" if year and not any(map(str.isdigit, only)) else ""
    return previous[: old.start] + only + same + previous[old.end :]


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
