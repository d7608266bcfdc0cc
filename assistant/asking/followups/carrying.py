"""Say what a question goes on from: of all that was asked before it one subject, however many turns ago.

"Who signed it?" behind "since when?" behind "the duty on tin" is who signed the duty on tin.
"""

import re
from dataclasses import dataclass

from assistant.asking.elliptic import asks_something
from assistant.asking.followups.anaphora import points_back, subject_words, topic_in
from assistant.asking.followups.own_subject import is_aspect, names_own_subject
from assistant.asking.followups.substitution import without_parties
from assistant.asking.other_parties import with_parties
from assistant.reading.statements import instruments_in
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

OWN_SUBJECT = (
    3  # subject words of a follow-up from which on it has a subject that the next one may go on from
)

LEAD_IN = pattern(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but)\W+)*"
    r"(?:what about|how about|(?:is (?:it|that) )?(?:the )?same (?:thing )?for"
    r"|is (?:it|that) (?:any )?different (?:for|with|on)|and|for|on)\b\W*",
    re.I,
)
_BESIDE = pattern(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but|or|then)\W+)*|\W*\b(?:too|as well|also|either|then)\W*$", re.I
)

_BEHIND_TOPIC = pattern(r"\s*[:;–—]|\s+- ")
_FIGURE = pattern(r"\d[\d.,]*(?:\s?(?:%|per ?cent|pct|[mb]illions?|[mb]ln|tonnes|tons))?", re.I)
_PERSON = pattern(r"\b(?:he|she|him|his)\b", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a conversation, made standalone: its own words, and behind them what it goes on from."""

    own: str  # the whole question, where it goes on from none
    joined_to: str = ""
    subject: str = ""  # what the next one goes on from
    base: str = ""  # the same without what was last named beside it: "uk talks" of "uk talks, steel"
    whole: str = ""  # what it asks in full, where that is known

    @property
    def text(self) -> str:
        if self.whole:
            return self.whole
        return f"{self.own} ({self.joined_to})" if self.joined_to else self.own


def asked_alone(text: str) -> Asked:
    """Return a question that goes on from none.

    >>> asked_alone("tin accord - where do things stand?").subject, asked_alone("the tin accord").subject
    ('tin accord', 'the tin accord')
    """
    subject = _topic_of(text)
    return Asked(text, subject=subject, base=subject)


def asked_behind(question: str, before: str, base: str = "") -> Asked:
    """Return a question that goes on from a subject.

    >>> follow_ups = "since when?", "cans?", "does it apply to Peru?"
    >>> [asked_behind(text, "the duty on tin").subject for text in follow_ups]
    ['the duty on tin', 'the duty on tin, cans', 'the duty on tin (Peru)']
    """
    if not before:
        return asked_alone(question)
    return Asked(question, before, _subject_behind(question, before, base or before), base or before)


def _topic_of(question: str) -> str:
    """Return what a question puts before what it asks of that alone; else the question."""
    topic = topic_in(question)
    rest = question.partition(topic)[2] if topic else ""
    put_in_front = bool(_BEHIND_TOPIC.match(rest))
    return (
        topic if topic and put_in_front and asks_something(rest) and not names_own_subject(rest) else question
    )


def goes_on_from_question(question: str) -> bool:
    """Whether a follow-up is about what was asked, not only about its subject: "15? 20?", "what did he say?".

    >>> asked = "15 percent? 20?", "what did he say?", "since when?", "cans?"
    >>> [goes_on_from_question(text) for text in asked]
    [True, True, False, False]
    """
    if find_parties(question, lower_case=True):
        return False
    return bool(_PERSON.search(question)) or not (asks_something(question) or thing_asked(question))


def thing_asked(question: str) -> str | None:
    """Return what a follow-up names without asking anything of it: "and the quota?"; None where it asks.

    >>> thing_asked("and kitchen sinks too?"), thing_asked("what about sinks"), thing_asked("who sells sinks")
    ('kitchen sinks', 'sinks', None)
    """
    named = _BESIDE.sub("", LEAD_IN.sub("", question)).strip(" ?!.,;:")
    if (
        not subject_words(_FIGURE.sub("", named))
        or points_back(named)
        or asks_something(named)
        or find_parties(named, lower_case=True)
    ):
        return None
    return named


def has_own_subject(question: str, before: str) -> bool:
    """Whether a follow-up says of another party in full what it asks.

    >>> has_own_subject("Peru lost its tin quota as well?", "the duty on rice")
    True
    >>> has_own_subject("Peru as well?", "the duty on rice"), has_own_subject("is that Peru's tin quota?", "")
    (False, False)
    """
    parties = find_parties(question, lower_case=True)
    known = {party.code for party in find_parties(before, lower_case=True)} | {"US"}
    own = subject_words(without_parties(question, parties))
    return not known.issuperset(p.code for p in parties) and len(own) > 1 and not points_back(question)


def _subject_behind(question: str, before: str, base: str) -> str:
    """Return the subject that two questions leave, the later of which goes on from the earlier's subject."""
    parties = find_parties(question, lower_case=True)
    own = subject_words(without_parties(question, parties))
    if not names_own_subject(question) and asks_something(question):
        return before
    if named := thing_asked(question):
        if is_aspect(named):
            return before
        is_other = len(own) > 1 and instruments_in(named)  # "what about the tin accord?"
        return question if is_other else f"{before.rstrip(' ?!.')}, {named}"
    if has_own_subject(question, before):
        return question
    new = {party.code for party in parties} - {party.code for party in find_parties(before, lower_case=True)}
    if len(new - {"US"}) == 1 and not find_parties(before, lower_case=True):
        return with_parties(before, [*new - {"US"}], None)
    return before if new <= {"US"} and len(own) < OWN_SUBJECT else f"{question} ({base})"
