"""Tell whether a question points back: a word of it stands for something that it does not name itself."""

import re
from collections.abc import Sequence

from assistant.reading.stop_words import STOP_WORDS
from ingest.text.auxiliaries import BE, DO, HAVE
from ingest.text.parties import PartyMention, find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_ANAPHOR = pattern(
    r"\b(?:it|its|it's|that|this|those|these|they|them|their|theirs|there|ones?|such|same|former|latter|"
    r"he|she|him|her|his|both|either|neither|else|instead)\b",
    re.I,
)
# What only looks as if it pointed back: "this year", "these days", "is there a", "instead of".
_NO_ANAPHOR = pattern(
    r"\bth(?:is|ese) (?:coming |past |last )?(?:years?|yrs?|months?|mths?|weeks?|wks?|quarters?|days|times?|"
    r"spring|summer|autumn|fall|winter|season|decade|century|morning)\b"
    r"|\b(?:is|are|was|were|will|would) there\b|\bthere (?:is|are|was|were|has|have)\b|\bstill there\b"
    r"|\binstead of\b|\bsuch as\b|\bone of\b|\b(?:no|any|every|some) ?one\b|\bone by one\b",
    re.I,
)
_SHOWN = ("that", "this", "these", "those")
_RELATIVE = pattern(
    rf"^that (?:{BE}|{HAVE}|{DO}|will|would|can|could|may|must|[a-z]{{2,}}(?:s|ed))"
    r"\b|^that [A-Z]"
)
# "UK trade deal, how far are they": what stands before is what the rest is about.
_TOPIC = pattern(r"^(?P<topic>[^:;,?–—]{3,}?)(?:[:;,–—]| - )\s*\S")
_JOINED = pattern(r"^\W*(?:ok(?:ay)?|so|well|now|right|fine|thanks)\b", re.I)
# "The rice it promised", "what it pledged": of whom that is was said before.
_SUBJECT = ("it", "they", "he", "she")
_NOUN_BEFORE = pattern(r"\b(?:the|an?|any|all|what|as|than|how much|how many)\s+(?:[\w'’-]+\s+){0,3}$", re.I)
_VERB_BEHIND = pattern(
    r"^\s+(?:had|has|have|did|does|will|would|is|are|was|were|once|first|promised?|[a-z]{3,}ed|said|bought|sold|made"
    r"|paid|took|gave|set|put)\b",
    re.I,
)
_POSSESSIVE = ("its", "their", "theirs", "his", "her")
OPENING = pattern(
    r"^\W*(?:and|ok(?:ay)?|so|but|also|then|what else|any more|why|what about|how about|how come|really|"
    r"how (?:high|big|large|low|long|far|fast|soon|often)\W*$|"
    r"are you sure|sure|come on|just|since when|until when|by when|by how much|how much|how many|"
    r"which ones?|like what|such as)\b",
    re.I,
)
ASKS_FIRST = pattern(
    rf"^\W*(?:what|who|whose|which|when|where|how|{BE}|{DO}|{HAVE}|will|would|can)\b",
    re.I,
)


def points_back(question: str) -> bool:
    """Whether a word stands for something that the question itself does not name.

    >>> asked = "has Peru dropped its tax", "rice deal, how far is it", "the rice that Peru sells", "is it so"
    >>> [points_back(text) for text in asked]
    [False, False, False, True]
    >>> points_back("ok rice deal - when is it signed"), points_back("ok, is it signed?")
    (False, True)
    >>> points_back("has Peru bought the rice it promised"), points_back("did Peru buy it when it was cheap")
    (False, True)
    """
    return pointing_back(question) is not None


def pointing_back(question: str) -> str | None:
    """Return the first word that stands for something which the question itself does not name."""
    parties = find_parties(question, lower_case=True)
    bare = _NO_ANAPHOR.sub(lambda match: " " * len(match[0]), question)
    matches = _ANAPHOR.finditer(bare)
    return next((match[0] for match in matches if not _is_named(match, question, parties)), None)


def _is_named(match: re.Match[str], question: str, parties: Sequence[PartyMention]) -> bool:
    """Whether what a word stands for is named before it: "Canada ... its", "Thai goods and Korean ones"."""
    word, before = match[0].casefold(), [party for party in parties if party.end <= match.start()]
    if word in _SHOWN and _is_said_with(match, question):
        return True
    topic = topic_in(question)
    if topic and question.find(topic) + len(topic) <= match.start():
        return True
    if word in _POSSESSIVE:
        return bool(before)
    if word in _SUBJECT and before:
        behind = question[match.end() :]
        if _NOUN_BEFORE.search(question[before[-1].end : match.start()]) and _VERB_BEHIND.match(behind):
            return True
    if word == "both":
        return len({party.code for party in parties}) > 1
    if word in ("one", "ones") and before:
        own = subject_words(question[: before[-1].start])
        return not question[before[-1].end : match.start()].strip() and bool(own)
    return False


def _is_said_with(match: re.Match[str], question: str) -> bool:
    """Whether what is shown stands with it, "that pipe cartel", or "that" opens a clause, "a car that is"."""
    rest = question[match.start() :]
    before = question[: match.start()].split()
    if match[0] == "that" and before and subject_words(before[-1]) and _RELATIVE.match(rest):
        return True
    if before and ASKS_FIRST.match(before[-1]):  # "does that cover rice mills"
        return False
    behind = rest.split(maxsplit=3)[1:3]
    return len(behind) == 2 and all(subject_words(word) for word in behind)


def topic_in(question: str) -> str | None:
    """Return what a question names before it asks something of that; None where it does not.

    >>> topic_in("ok rice deal - when is it signed"), topic_in("how much - and when?")
    ('rice deal', None)
    """
    topic = _TOPIC.match(_JOINED.sub(lambda lead: " " * len(lead[0]), question))
    return topic["topic"].strip() if topic and _is_topic(topic["topic"]) else None


def _is_topic(words: str) -> bool:
    """Whether words name what the rest of a question is about: they ask nothing, and go on from nothing."""
    named = bool(subject_words(words) or find_parties(words, lower_case=True))
    return named and not OPENING.search(words) and not ASKS_FIRST.match(words)


def subject_words(question: str) -> list[str]:
    """Return the words of a question that say what it is about, in small letters."""
    words = re.findall(r"[\w'’-]+", question.lower())
    return [w for w in words if w not in STOP_WORDS and analyse(w) and not _ANAPHOR.fullmatch(w)]
