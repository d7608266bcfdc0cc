"""Make a follow-up standalone: carry over from earlier turns what it leaves out.

Only what the person typed is carried over, never an earlier answer: an answer's words would
make the next question look covered by evidence that it has nothing to do with.
"""

import re
from collections.abc import Sequence

from assistant.asking.anaphora import ASKS_FIRST, OPENING, points_back, subject_words
from assistant.asking.corrections import corrected, is_correction
from assistant.asking.elliptic import insists
from assistant.asking.other_parties import compares, with_other_side, with_parties, with_party
from assistant.asking.pressing import only_presses, questions_among
from assistant.asking.pronouns import with_party_named
from assistant.asking.returning import goes_back
from assistant.asking.shifting import with_period_shifted
from assistant.asking.substitution import (
    goods_named,
    names_a_period,
    only_period,
    with_other_goods,
    with_other_period,
    without_parties,
    without_period,
)
from ingest.text.parties import PartyMention, find_parties, party_in_text
from vectorstore.indexes.analysis import analyse

FEW = 3  # subject words; with fewer a question without a party leans on the one before

_GOES_ON = re.compile(r"^\W*(?:ok(?:ay)?\W+)?(?:and|but|then|also)\b|\b(?:then|though|too|as well)\W*$", re.I)
_SUBSTITUTION = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but)\W+)*"
    r"(?:what about|how about|(?:is (?:it|that) )?(?:the )?same (?:thing )?for|and|for|on)\b\W*",
    re.I,
)
# "Denmark too?", "Vietnam": a question that is a party's name and no more.
_FILLERS = re.compile(
    r"\b(?:and|ok(?:ay)?|so|but|or|then|too|also|as well|at least|either"
    r"|(?:the )?same(?: as (?:that|them|it))?|ditto|likewise|the|hm+|fine|thanks|thx"
    r"|from|in|into|to|by|via|on|for|at)\b",
    re.I,
)
# "What about the tin accord?", not "what about it?".
_NAMES_ANOTHER = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but)\W+)*(?:what|how) about\s+(?!(?:it|that|this|them|those|these)\W*$)\w",
    re.I,
)
# "Cars from there": from the party that was asked about.
_THERE = re.compile(
    r"(?P<at>\b(?:from|in|into|to|out of) )(?:over )?there\b(?! (?:is|are|was|were)\b)|\bover there\b", re.I
)
# "What do the Swiss pay", after a duty on cheese: pay on what?
_PAYS = re.compile(r"\b(?:pay|pays|paying|face|faces|facing|charged|owe|owes)\b", re.I)
_SHORT_YEAR = re.compile(r"['’]?\d\d")
_AS_WELL = re.compile(r"\b(?:too|as well|also|either)\W*$", re.I)
# Before the party of "did Canada get one as well", not of "would that hit Canada too".
_OPENS = re.compile(
    r"\W*(?:(?:and|so|but|ok(?:ay)?)\W+)*(?:(?:did|does|do|is|are|will|has|have|had)\s+)?(?:the\s+)?", re.I
)
# Words that ask how things are now, whatever day was asked about before.
_NOW = re.compile(
    r"\b(?:now(?:adays)?|today|these days|at (?:the moment|present)|currently|right now"
    r"|(?:is|are) (?:that|this|it|those|they) still)\b",
    re.I,
)
# "Is that still the figure?": the question before, of today.
_STILL_SO = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|and|but|hm+)\W+)*(?:is|are) (?:that|this|it|those|they) still "
    r"(?:so|true|right|correct|valid|current|accurate|up to date"
    r"|(?:the )?(?:latest |current |same )?(?:case|figures?|numbers?|rates?|amounts?|levels?|prices?|dates?"
    r"|deadline|totals?|target|plan|position))\W*$",
    re.I,
)
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


def standalone(question: str, earlier: Sequence[str]) -> str:
    """Return the question as it would be asked first; `earlier` are the person's messages, oldest first.

    What only presses for the answer to the question before is that question.

    >>> standalone("and for Korea?", ["What tariff do Japanese cars face?"])
    'What tariff do South Korea cars face?'
    >>> standalone("is that still the rate?", ["What did Japanese cars pay in May 1986?"])
    'What did Japanese cars pay now?'
    >>> standalone("different topic: wheat, is it still taxed?", ["What tariff do Japanese cars face?"])
    'wheat, is it still taxed?'
    >>> standalone("come on, your best guess", ["What tariff do Japanese cars face?", "are you sure?"])
    'What tariff do Japanese cars face?'
    """
    earlier = questions_among(earlier)
    if earlier and only_presses(question):
        question, earlier = earlier[-1], earlier[:-1]
    asked = [""]  # standalone, oldest first
    for text in map(str.strip, earlier):
        joined = _joined(asked, text)
        only_insists = insists(text) and not _NAMES_ANOTHER.match(text)
        if not (only_insists and joined.startswith(f"{text} (")):
            asked.append(joined)
    return _joined(asked, question.strip())


def named_outright(question: str, earlier: Sequence[str]) -> str | None:
    """Return a follow-up that lacks only the party's name as a question of its own; None where it lacks more.

    >>> named_outright("what duty do they pay", ["what does Peru buy?"])
    'what duty does Peru pay'
    >>> named_outright("what do they pay", ["what does Peru buy?"]) is None
    True
    """
    return with_party_named(question, standalone(earlier[-1], earlier[:-1])) if earlier else None


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
    if len(subject_words(without_parties(question, parties))) >= most:
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
    begins = _GOES_ON.search(question) or _SUBSTITUTION.search(question)
    return points_back(question) or bool(begins) or is_correction(question)


def stands_alone(question: str) -> bool:
    """Whether a question that is short enough for a follow-up may as well be asked by itself.

    >>> [stands_alone(text) for text in ("who mines scandium?", "who mines it?", "scandium?", "who else?")]
    [True, False, False, False]
    """
    on_what = asks_on_what(question)
    return bool(ASKS_FIRST.match(question) and subject_words(question)) and not (goes_on(question) or on_what)


def _joined(asked: Sequence[str], question: str) -> str:
    """Return a question made standalone by the newest of those before it, or by the one it goes back to."""
    if back := goes_back(question, asked):
        return _joined(["", back[0]], back[1]) if back[1] else back[0]
    previous = asked[-1]
    if not previous:
        return question
    question = _with_place(question, previous)
    if named := with_party_named(question, previous):
        return named
    if _NOW.search(question):
        previous = without_period(previous)
    if _STILL_SO.match(question):
        return f"{previous.rstrip(' ?!.')} now?"
    if switched := _NEW_TOPIC.match(question):
        return question[switched.end() :] or question
    parties = find_parties(question, lower_case=True)
    subject = subject_words(question)
    if is_correction(question):
        return corrected(previous, question)
    if parties and asks_on_what(question) and (goods := goods_named(previous)):
        return f"{question.rstrip(' ?!.')} on {goods}"
    if parties and len(subject) < FEW and (other := _OTHER_SIDE.match(question)):
        return with_other_side(previous, other[1])
    substitutes = _SUBSTITUTION.match(question) or _is_bare(question, parties)
    if parties and len(subject) < FEW and substitutes:
        return _with_other(previous, question, parties)
    if parties and (period := _period_beside(question, parties)):
        return _with_other_in(previous, period, parties)
    if _SUBSTITUTION.match(question) and (of_goods := with_other_goods(previous, question)):
        return of_goods
    if in_period := with_other_period(previous, question) or with_period_shifted(previous, question):
        return in_period
    if names_a_period(question):
        previous = without_period(previous)
    opens = len(parties) == 1 and _OPENS.fullmatch(question, 0, parties[0].start)
    if opens and _AS_WELL.search(question):
        return _behind(question, parties, previous)
    if points_back(question) and len(subject) < 2 * FEW:
        return f"{question} ({previous})"
    if _GOES_ON.search(question) or (len(subject) < FEW and (OPENING.match(question) or not parties)):
        return _behind(question, parties, previous)
    return question


def _with_place(question: str, previous: str) -> str:
    """Put the one party that the earlier question names for "there", where that stands for a place.

    >>> _with_place("cars from there?", "what of Peru"), _with_place("is there a ban?", "in Peru")
    ('cars from Peru?', 'is there a ban?')
    """
    named = {party.code for party in find_parties(previous, lower_case=True)} - {"US"}
    if len(named) != 1 or not _THERE.search(question):
        return question
    name = party_in_text(*named)
    return _THERE.sub(lambda there: f"{there['at'] or 'in '}{name}", question)


def _is_bare(question: str, parties: Sequence[PartyMention]) -> bool:
    """Whether a question is the name of parties, and nothing else."""
    return not re.search(r"\w", _FILLERS.sub("", without_parties(question, parties)))


def asks_on_what(question: str) -> bool:
    """Whether a question asks what somebody pays, and does not say on what.

    >>> asks_on_what("what do the Swiss pay"), asks_on_what("what do the Swiss pay on cheese")
    (True, False)
    """
    rest = without_parties(question, find_parties(question, lower_case=True))
    return bool(_PAYS.search(rest)) and all(_PAYS.fullmatch(word) for word in subject_words(rest))


def _behind(question: str, parties: Sequence[PartyMention], previous: str) -> str:
    """Return a follow-up with the question before behind it, of the party that it names itself."""
    named = [party.code for party in parties if party.code != "US"]
    before = {party.code for party in find_parties(previous, lower_case=True)} - {"US"}
    if len(named) == 1 and before and not before.intersection(named):
        previous = with_parties(previous, named, None)
    return f"{question} ({previous})"


def _period_beside(question: str, parties: Sequence[PartyMention]) -> str | None:
    """Return the period that a question names beside parties, where there is nothing else in it."""
    rest = without_parties(_SUBSTITUTION.sub("", question), parties).strip(" ?!.,")
    return rest if _SHORT_YEAR.fullmatch(rest) else only_period(rest)


def _with_other_in(previous: str, period: str, parties: Sequence[PartyMention]) -> str:
    """Put another party and another period in the earlier question: "Peru 87?", after Chile's exports.

    >>> _with_other_in("why? (Chile's exports in May 1986)", "june", find_parties("Peru"))
    "Peru's exports in june 1986"
    """
    carried = _CARRIED.search(previous)
    if carried and not subject_words(previous.partition(" (")[0]):  # "why?"
        previous = carried[1]
    of_them = with_parties(previous, [party.code for party in parties], None)
    return with_other_period(of_them, period) or f"{of_them.rstrip(' ?!.')} in {period}"


def _with_other(previous: str, question: str, parties: Sequence[PartyMention]) -> str:
    """Put other parties in the earlier question, and other goods, where they are named, too."""
    codes = [party.code for party in parties]
    rest = without_parties(question, parties)
    said = frozenset(analyse(previous))
    if all(said.issuperset(analyse(word)) for word in subject_words(rest)):
        return with_parties(previous, codes, None)
    carried = _CARRIED.search(previous)
    base = carried[1] if carried else previous
    known = {party.code for party in find_parties(base, lower_case=True)}.issuperset(codes)
    of_them = base if known else with_parties(base, codes, None)
    return with_other_goods(of_them, rest) or f"{question} ({of_them})"
