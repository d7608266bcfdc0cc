"""Tell whether what an answer tells of a figure is told of the party that it was asked of.

A story that lists many parties has the quota of one. Asked for that of another, it is as near in words.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date

from assistant.asking.answer_type import Detail
from assistant.asking.details import holds_detail, type_of_answer
from assistant.asking.parts import COMMON, Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import ON_SUBJECT, Evidence
from ingest.text.parties import find_parties, parties_in, party_name
from ingest.text.unions import is_union, membership_of
from vectorstore.patterns import pattern

FIGURES: tuple[Detail, ...] = ("amount", "count", "rate", "span")
WHOLLY = 0.75  # the same for a day that is told of another: many days are told of one subject
NEAR_SUBJECT = 0.4  # of the subject's weight: what tells a party's own figure may have other words for it
_OF_A_CASE = pattern(
    r"(?:['’]s)?(?: [\w-]+){0,3}? (?:case|probe|investigation|inquiry|enquiry|review|proceedings?)\b", re.I
)
_KINDS = ("number", "fact", "date")


def party_untold(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> str | None:
    """Return what figure is asked for, and of whom, where all that is told on the subject is another's."""
    named = [p.party for p in parts if p.party and p.weight > COMMON]
    of_a_day = question.kind == "date" and question.details == ("date",)
    asked = [detail for detail in question.details if detail in FIGURES or of_a_day]
    if len(named) != 1 or not asked or question.kind not in _KINDS:
        return None
    (party,) = named
    if _only_names_a_case(party, question.text):
        return None
    telling = [e for e in chosen if holds_detail(asked, e.said)]
    reached = WHOLLY if of_a_day else ON_SUBJECT
    of_another = [e for e in telling if e.marks.subject >= reached and _is_of_another(e, party)]
    own = [e for e in telling if not _is_of_another(e, party)]
    enough = ON_SUBJECT if of_a_day else NEAR_SUBJECT
    near = [e for e in own if e.marks.subject >= (ON_SUBJECT if e.home else enough)]
    if not of_another or near:
        return None
    return f"{type_of_answer(asked)} for {party_name(party)}"


def _only_names_a_case(party: str, text: str) -> bool:
    """Whether a question names a party only to say which case it is about, in which others are told of.

    >>> asked = "what did Tinco get in the Chinese tin case", "what does China pay in the tin case"
    >>> [_only_names_a_case("CN", text) for text in asked]
    [True, False]
    """
    mentions = [mention for mention in find_parties(text) if mention.code == party]
    return bool(mentions) and all(_OF_A_CASE.match(text[mention.end :]) for mention in mentions)


def _is_of_another(e: Evidence, party: str) -> bool:
    """Whether a sentence and what it stands under name a country, and neither a party nor its union."""
    told = parties_in(e.headed) | e.home
    day = e.hit.facts.published
    told |= _unions(told, day)
    own = {party} | _unions({party}, day)
    return told.isdisjoint(own) and any(len(code) == 2 and not is_union(code) for code in told - {"US"})


def _unions(codes: Collection[str], day: date | None) -> set[str]:
    """Return the customs unions that any of these parties were in on a day."""
    return {of.union for code in codes if day and (of := membership_of(code, day))}
