"""Find the measure, the law or the day that a question names and no sentence of the answer tells."""

import re
from collections.abc import Sequence

from assistant.asking.asked import is_one_of, others_than_us
from assistant.asking.charge_asked import asks_its_tariffs, words_beside_a_charge
from assistant.asking.concepts import has_all
from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE, asks_still
from assistant.choosing.direction import way_asked
from assistant.choosing.evidence import Evidence
from assistant.reading.legal_bases import laws_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from ingest.text.months import MONTH
from ingest.text.parties import party_in_text
from vectorstore.patterns import pattern

TOUCHED = 0.4  # a part counts as touched when the passage around the sentence holds it
NOT_FAR = 0.2  # from which on what is charged is near to a sentence, in other words too
_OF_ALL = ("global", "worldwide", "universal", "blanket", "general")  # whom a measure meets, not which it is
# "Who votes on the 22nd": not the 22nd of May, floor, anniversary or round.
_BARE_DAY = pattern(
    rf"\bon the (\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:of|floor|{MONTH}|anniversary|round|day|time)\b)", re.I
)
_WHEN_DID = pattern(
    r"^\W*(?:and |so |ok )*(?:when|(?:on |in )?wh(?:at|ich) (?:day|date|month)) (?:did|was|were|has|have)\b",
    re.I,
)
# "When does the wind turbine 232 tariff start", and no more: what stands before it.
_CHARGED = pattern(
    r"^\W*(?:(?:from )?when (?:do|does|did|will) |what(?:['’]s| is| are) )?(?:the )?"
    r"(?P<what>[a-z-]+(?: [a-z-]+)?) (?:(?:section |sec\.? ?|s\.? ?)?\d{3} )?"
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) "
    r"(?:starts?|begins?|kicks? in|takes? effect|start date|effective date|rate)\W*$",
    re.I,
)
_CHARGE_ON = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|quotas?|bans?) (?:on|for) (?:the )?"
    r"(?P<what>[a-z-]+(?: [a-z-]+)?)\W*$",
    re.I,
)


def measure_missing(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> str | None:
    """Return the rarest word for the measure of which it is asked if it still holds, where none is told.

    A party that is named tells which measure is meant, too.
    """
    by_words = asks_still(question) and not others_than_us(question)
    words = words_beside_a_charge(question) if by_words else []
    named = [i for i, p in enumerate(parts) if p.concept in words and not is_one_of(p.concept, _OF_ALL)]
    if not named or any(e.reached[i].around >= TOUCHED for e in chosen for i in named):
        return None
    return parts[max(named, key=lambda i: parts[i].weight)].name


def way_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say what was done to a measure of which a question asks why or when, where only the contrary is told.

    Why a duty was raised is no question where it was cut.
    """
    move = way_asked(question) if question.kind == "why" or _WHEN_DID.match(question.asked) else None
    if move is None or not move.measures:
        return None
    as_asked = any(move.agrees(text) > 0 for e in chosen for text in (e.said, e.headed))
    if as_asked or all(move.agrees(e.said) >= 0 for e in chosen):
        return None
    return "anything that was " + ("put on or raised" if move.direction == "on" else "lifted or lowered")


def day_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Return the day that a question names without its month, "the 22nd", where no sentence names one."""
    named = _BARE_DAY.search(question.text)
    if named is None:
        return None
    told = re.compile(rf"\b{MONTH} {named[1]}\b|\b{named[1]}(?:st|nd|rd|th)?(?: of)? {MONTH}\b", re.I)
    return None if any(told.search(e.said) for e in chosen) else named[0].split(maxsplit=1)[1]


def charged_missing(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> str | None:
    """Return what is charged, by the words right before the measure, where no sentence has one near.

    "When does the turbine tariff start": of tariffs on something else any day is no answer. By the words
    behind it, "tariff on biscuits", where nothing on file has them.
    """
    before, on = _CHARGED.search(question.asked), _CHARGE_ON.search(question.asked)
    words = (before or on or {"what": ""})["what"].casefold().split()
    named = [i for i, p in enumerate(parts) if p.concept and p.concept.typed.casefold() in words]
    if not before:
        named = [i for i in named if not parts[i].passages]
    if not named or any(e.reached[i].around >= NOT_FAR for e in chosen for i in named):
        return None
    return " ".join(p.concept.typed for i in named if (p := parts[i]).concept)


def duty_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say that a duty on a party's goods is asked about, where nothing quoted, nor above it, is on any."""
    if not question.faces or not asks_its_tariffs(question):
        return None
    if not chosen or any("tariff" in instruments_in(e.headed) or rates_in(e.said) for e in chosen):
        return None
    return f"a duty on goods of {party_in_text(others_than_us(question)[0])}"


def laws_missing(question: Question, chosen: Sequence[Evidence]) -> frozenset[str]:
    """Return the sections of laws that a question names, where all that is quoted speaks of others only."""
    named = laws_in(question.asked)
    around = [laws_in(f"{e.hit.facts.title}. {e.hit.passage.heading}. {e.hit.passage.text}") for e in chosen]
    told = frozenset[str]().union(*around)
    return named - told if told else frozenset()


def is_on_measure(e: Evidence, question: Question) -> bool:
    """Whether a sentence imposes such a measure as is asked about, under a title with all its other words."""
    words = words_beside_a_charge(question)
    imposed = instruments_in(question.asked) & instruments_in(e.said) & IN_FORCE
    return bool(imposed and words) and has_all(words, e.headed)
