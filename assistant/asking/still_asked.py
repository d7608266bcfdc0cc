"""Tell whether a question asks if a measure still holds, and whether it says which measure."""

import re
from dataclasses import replace

from assistant.asking.asked import HOLDS, is_one_of
from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.charging import MEAN_RATE
from assistant.asking.happened import asks_whether
from assistant.asking.question import Question
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import statuses_in
from vectorstore.patterns import pattern

IN_FORCE = frozenset(("tariff", "truce", "quota", "export controls", "ban"))  # what acts impose
_ENDED = (
    "over", "off", "gone", "dead", "ended", "expired", "lapsed", "lifted", "scrapped", "terminated",
    "dropped", "revoked", "repealed", "canceled", "cancelled", "removed", "abolished", "rescinded",
    "withdrawn", "stopped",
)  # fmt: skip
_GONE = rf"(?:{'|'.join(_ENDED)}|struck down|done with)"
_NOW = r"(?:right now|now|today|currently|presently|at (?:present|the moment)|these days|yet)"
_ASKS_STILL = pattern(
    r"\b(?:still|any ?more|no longer|in (?:force|effect|place)|remains?|continues?)\b"
    rf"|\b(?:on|active|alive|{_GONE})(?: {_NOW})?\W*$"
    rf"|\bappl(?:y|ies) {_NOW}\W*$",
    re.I,
)
# "The copper duty, still charged?", "import surcharge - over?": without a verb.
_SHORT = pattern(
    r"^(?!.*\b(?:what|who|whom|when|where|why|how|which)\b)"
    rf".*\b(?:still \w+(?: \w+)?|{_GONE}|alive|in (?:force|effect|place))(?: {_NOW})?\W*$",
    re.I | re.S,
)
_IT_HOLDS = (
    *HOLDS, *_ENDED, "collected", "levied", "charged", "imposed", "applied", "apply", "applies", "enforced",
    "running", "biting", "stands", "kept", "live", "on", "going", "active", "now", "today", "currently",
    "presently", "paying",
)  # fmt: skip
# "When did the rice duty end": it did, and what ends it need not say on which day.
_WHEN_ENDED = pattern(
    r"^\W*(?:(?:and|so|but|ok|exactly) )*when (?:exactly )?(?:did|was|were|has|have) (?P<what>.{3,80}?)"
    r" (?:been |finally |officially )?(?:end(?:ed)?|lifted|scrapped|terminated?|dropped|revoked|repealed"
    r"|cancell?ed|removed|abolished|stop(?:ped)?|ceased?|rescinded|withdrawn|struck down|voided)\W*$",
    re.I,
)
# What acts on duties do not end: a deal, talks, an inquiry, the emergency on which a duty rests.
_NO_CHARGE = frozenset(("agreement", "investigation"))
_HOW_IT_STANDS = frozenset(("in force", "ended", "suspended", "extended", "delayed"))
_EMERGENCY = pattern(r"\bemergenc(?:y|ies)\b(?! (?:powers?|act|law|dut|tariff))", re.I)
_STANDS = pattern(
    r"^\W*(?:(?:and|so|but|ok) )*(?:is|are|has|have|does|do) (?P<what>[^?]{3,80}?)"
    r"(?: (?:still|even|been|being|finally|officially|all|now|currently|already))*"
    r" (?:in (?:force|effect|place)|on|active|valid|binding|alive|hold|holding|stand|standing|apply|ongoing"
    rf"|under ?way|going on|running|collapsed|{_GONE})(?: {_NOW})?(?P<as_of>,? as of [^?]{{4,30}})?\W*$",
    re.I,
)
_STANDS_SHORT = pattern(
    r"^(?=[^?]*\?)(?!.*\b(?:what|who|whom|when|where|why|how|which|is|are|has|have|does|do|did|was|were)\b)"
    r"(?P<what>\w[^?]{2,79}?)\W{1,4}(?:still )?"
    rf"(?:in (?:force|effect|place)|on|active|valid|alive|{_GONE})(?: {_NOW})?\W*$",
    re.I,
)
_NO_ACT = pattern(MEAN_RATE, re.I)
_POINTS = pattern(r"^(?:it|that|this|those|these|they|he|she|we|you)\b", re.I)
_PROVISION = pattern(r"\b(?:section|sec\.?|article|title|chapter) ?\d", re.I)


def asks_still(question: Question) -> bool:
    """Whether a question asks if a measure still holds.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "is the rice duty still on?", "rice duty, still charged?", "rice duty: gone?", "rice duty?"
    >>> [asks_still(understand(text, date(1987, 4, 1))) for text in asked]
    [True, True, True, False]
    """
    return bool(
        not (question.periods or question.past or question.since)
        and (asks_whether(question.asked) or _SHORT.match(question.asked))
        and _ASKS_STILL.search(question.asked)
        and instruments_in(question.standalone) & IN_FORCE
    )


def whether_it_ended(text: str) -> str | None:
    """Return a question when a measure ended as one whether it still holds; None for any other question.

    >>> whether_it_ended("when did the duty on rice end?"), whether_it_ended("when did the talks end?")
    ('is the duty on rice still in force?', None)
    """
    asked = _WHEN_ENDED.match(text)
    if asked is None or not instruments_in(asked["what"]) & IN_FORCE:
        return None
    return f"is {asked['what']} still in force?"


def is_of_no_charge(text: str) -> bool:
    """Whether words name what is no duty, nor another measure that an act on duties could end.

    >>> asked = "the deal with Peru", "the duty that the deal with Peru caps", "the emergency", "Peru"
    >>> [is_of_no_charge(text) for text in asked]
    [True, False, True, False]
    """
    named = instruments_in(text)
    return not named & IN_FORCE and bool(named & _NO_CHARGE or _EMERGENCY.search(text))


def is_of_no_act(text: str) -> bool:
    """Whether words ask for a mean or a most-favored-nation rate, which an act may tell and none imposes.

    >>> is_of_no_act("average MFN tariff of Peru"), is_of_no_act("tariff on tin of Peru")
    (True, False)
    """
    return bool(_NO_ACT.search(text))


def says_how_it_stands(text: str) -> bool:
    """Whether a sentence says of a deal, talks, an inquiry or an emergency that they hold, or are over.

    >>> [says_how_it_stands(f"The pact {is_so} since May.") for is_so in ("is in force", "is spoken of")]
    [True, False]
    """
    return is_of_no_charge(text) and not _HOW_IT_STANDS.isdisjoint(statuses_in(text))


def whether_it_stands(text: str) -> str | None:
    """Return a question whether a deal, talks, an inquiry or an emergency still hold as one on their status.

    Of these it is seldom said that they do: what came of them last tells most. None for any other question.

    >>> whether_it_stands("is the deal with Peru still in force?"), whether_it_stands("Peru talks - over?")
    ('what is the status of the deal with Peru?', 'what is the status of Peru talks?')
    >>> whether_it_stands("is the duty on rice still in force?"), whether_it_stands("is that deal signed?")
    (None, None)
    >>> whether_it_stands("is the deal with Peru off as of 4 May 1987?")
    'what is the status of the deal with Peru as of 4 May 1987?'
    """
    asked = _STANDS.match(text) or _STANDS_SHORT.match(text)
    if asked is None or _POINTS.match(asked["what"]) or not is_of_no_charge(text):
        return None
    as_of = asked.groupdict().get("as_of") or ""
    return f"what is the status of {asked['what']}{as_of}?"


def asks_by_name_if_it_holds(question: Question) -> bool:
    """Whether a question asks if a measure still holds, and says by more than its kind which one.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "is the baseline duty still on?", "is the section 7 duty still on?", "are duties still on?"
    >>> [asks_by_name_if_it_holds(understand(text, date(1987, 4, 1))) for text in asked]
    [True, True, False]
    """
    by_name = words_beside_a_charge(question) or _PROVISION.search(question.asked)
    return asks_still(question) and bool(by_name)


def of_measure(question: Question) -> Question:
    """Return a question whether a measure still holds as one on that measure: it asks nothing else of it.

    "Is the duty on rice still in force?" asks for no rate, and no sentence needs to say "force".

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = understand("is the duty on rice still in effect?", date(1987, 4, 1))
    >>> [c.typed for c in of_measure(asked).concepts], of_measure(asked).details
    (['duty', 'rice'], ())
    """
    if not asks_still(question):
        return question
    details = [detail for detail in question.details if detail != "rate" or rates_in(question.asked)]
    concepts = [concept for concept in question.concepts if not is_one_of(concept, _IT_HOLDS)]
    return replace(question, concepts=tuple(concepts), details=tuple(details))
