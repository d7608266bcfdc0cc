"""Ask in full what a follow-up asks of the measure before it: "any exemptions?" behind "the duty on tin?".

Whether it holds, how it changed, its grounds and what is exempt from it have a wording each that is known
for what it is. Joined to the question before, "has it ended? (what is the duty on tin?)", it would be
searched for by words that no briefing need have. A follow-up is one of these where it has a word that asks
for it, and else only words that name nothing.
"""

import re
from dataclasses import dataclass

from assistant.asking.answer_type import answer_type
from assistant.asking.followups.measure_named import Named, measure_named
from assistant.asking.followups.substitution import without_period
from assistant.support.words import word_list
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

MOST_WORDS = 16
_WORDS = pattern(r"[\w’'-]+")
_BESIDE = frozenset((*word_list("asks the same"), *word_list("of a measure")))


@dataclass(frozen=True, slots=True)
class _Asks:
    """What is asked of a measure: the question in full, what shows it, and the words that go with that."""

    form: str
    cue: re.Pattern[str]
    words: frozenset[str]


_GONE = (
    r"(?:over|ended?|expired?|lapsed?|lifted|scrapped|dropped|gone|revoked|repealed|removed|terminated|abolished"
    r"|withdrawn|cancell?ed)"
)
_KINDS = (
    _Asks(
        "{is_are} {measure} still in force?",
        pattern(
            r"^(?!.*\b(?:what|how|which|when|who|why|where)\b).*\b(?:still|in (?:force|effect|place)|valid"
            r"|active|stands?|standing|appl(?:y|ies) (?:now|today)|any ?more|no longer|remains?|operative"
            rf"|on the books|(?:is|are|has|have|was|were|did|been)(?:n['’]t)? (?!there\b)(?:\w+ ){{0,3}}?"
            rf"(?:{_GONE}|on|off|live))\b|^\W*(?:{_GONE}|live)\W*$",
            re.I | re.S,
        ),
        frozenset(word_list("holds still")),
    ),
    _Asks(
        "why {was_were} {measure} imposed?",
        pattern(
            r"\b(?:why|how come|because of what|grounds?|reasons?|reasoning|rationale|justif(?:y|ied|ication)"
            r"|basis|(?:what|which|legal) (?:legal )?(?:authority|statute|law)|motives?|motivation|purpose"
            r"|what(?:['’]s| is| was) (?:it|this|that|they) for|what made them)\b",
            re.I,
        ),
        frozenset(word_list("grounds")),
    ),
    _Asks(
        "what is exempt from {measure}?",
        pattern(
            r"^(?!.*\b(?:how|when|why|where)\b).*\b(?:exempt(?:ed|ions?|s)?|exclu(?:ded?|sions?)|exceptions?"
            r"|excepted|carve[- ]?outs?|carved|spared|waivers?|free (?:from|of)|untouched|let off"
            r"|gets? a pass|(?:not|\w+n['’]t) (?:\w+ )?(?:cover(?:ed)?|subject|fall|hit|included?"
            r"|appl(?:y|ied))"
            r"|(?:gets?|is|are) out of|escapes?)\b",
            re.I | re.S,
        ),
        frozenset(word_list("exempt")),
    ),
    _Asks(
        "how {has_have} {measure} changed?",
        pattern(
            r"\bhow (?:has|have|had|did)\b.*\b(?:chang|evolv|mov|develop|var)(?:e|ed|ied)?\b"
            r"|\b(?:over (?:time|the years)|history)\b",
            re.I | re.S,
        ),
        frozenset(word_list("its course")),
    ),
)
_ONE, _MANY = ("is", "was", "has"), ("are", "were", "have")
# Before a measure that a question is on.
_OF_IT = pattern(
    r"(?:^\W*|\b(?:is|are|was|were|does|do|did|has|have|must|would|will|why|when|much|high"
    r"|(?:what|how) about|what(?:['’]?s|(?: \w+)?)|(?:status|state|rate|level|scope) of"
    r"|(?:latest|news|update) (?:on|about)|(?:exempt(?:ed)?|excluded|spared) from"
    r"|(?:pay|owe|charged|due) (?:on|for)|appl(?:y|ies) to) "
    r"|['’]s )(?:the |an? )?$",
    re.I,
)
_NO_MORE = pattern(
    r"\W*(?:(?:still|now|today|currently|imposed|introduced|levied|in (?:force|effect|place)|takes?|took|come"
    r"|came|go|went|start\w*|begin|appl(?:y|ies)|pay|face|at the moment|these days|right now|rate)\b.*)?\W*$",
    re.I | re.S,
)
_IN_FULL = pattern(
    r"^(?:(?:is|are) .* still in force|why (?:was|were) .* imposed|what is exempt from .*)\W*$", re.I
)
# What is asked of it is something that was done with it, of which a follow-up then asks on.
_DONE = pattern(
    r"\b(?:lift\w*|paus\w+|cuts?|rais\w+|increas\w+|delay\w*|suspen\w+|chang\w+|ris\w+|lower\w*|reduc\w+"
    r"|scrap\w*|drop\w*|refund\w*|postpon\w*|double[ds]?|remov\w+|threat\w*|propos\w+|plan\w*|announc\w+"
    r"|retaliat\w+|respon\w+|reject\w+|revenues?|receipts|collect\w*|ruling|court|brought in)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class OfMeasure:
    """What is asked of a measure, in full, and the measure."""

    text: str
    measure: str


def asked_of_its_measure(own: str, before: str) -> OfMeasure | None:
    """Return what a follow-up asks of the measure that the question before names; None where it asks none.

    >>> asked = "has it ended?", "on what legal grounds, please?"
    >>> [asked_of_its_measure(text, "what is the tin duty?").text for text in asked]
    ['is the tin duty still in force?', 'why was the tin duty imposed?']
    >>> asked_of_its_measure("how has it changed over time?", "what are the tin duties?").text
    'how have the tin duties changed?'
    >>> asked_of_its_measure("any carve-outs?", "how much duty do tin cans from Peru pay?").text
    'what is exempt from the tariff on tin cans from Peru?'
    >>> before = "was the tin duty lifted?", "status of the talks", "what duty was put on tin?"
    >>> [asked_of_its_measure("why?", text) for text in before]
    [None, None, None]
    >>> others = "is Peru exempt?", "why is it still in force?", "is it still 5 percent?", "who lifted it?"
    >>> [asked_of_its_measure(text, "what is the tin duty?") for text in others]
    [None, None, None, None]
    """
    *outer, inner = before.split(" (")
    measure = measure_named(inner)
    if (
        measure is None
        or _DONE.search(before)
        or not (all(map(_form_asked, outer)) and _is_of(measure, inner))
    ):
        return None
    for named in filter(None, (measure.name, measure.goods)):
        own = re.sub(rf"\b{re.escape(named)}\b", "it", own, flags=re.IGNORECASE)
    form = _form_asked(own)
    of_now = form == _KINDS[0].form
    if form is None or (of_now and not measure.goods):  # of all goods of a party one of many may have ended
        return None
    name = without_period(measure.name) if of_now else measure.name
    verbs = zip(("is_are", "was_were", "has_have"), _MANY if measure.many else _ONE, strict=True)
    return OfMeasure(form.format(measure=name, **dict(verbs)), name)


def _is_of(measure: Named, text: str) -> bool:
    """Whether a question is on the measure itself: "who supports the tin duty" asks of others, too."""
    return bool(_OF_IT.search(text[: measure.at]) and _NO_MORE.match(text[measure.head :]))


def _form_asked(own: str) -> str | None:
    words = {word.casefold().replace("’", "'") for word in _WORDS.findall(own)}
    asked = [kind for kind in _KINDS if kind.cue.search(own)]
    if len(asked) != 1 or len(own.split()) > MOST_WORDS or find_parties(own, lower_case=True):
        return None
    return asked[0].form if words <= _BESIDE | asked[0].words else None


def is_asked_of_measure(text: str) -> bool:
    """Whether a question asks how high a measure is that it names, or in full what is asked of one here.

    >>> asked = "what is the tin duty?", "why was the tin duty imposed?", "why is there a tin duty?", "tin?"
    >>> [is_asked_of_measure(text) for text in asked]
    [True, True, False, False]
    """
    in_full = "rate" in answer_type(text)[1] or _IN_FULL.match(text)
    return bool(in_full and not _DONE.search(text) and measure_named(text))
