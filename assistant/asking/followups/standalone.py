"""Make a follow-up standalone: carry over from earlier turns what it leaves out.

Only what the person typed is carried over, never an earlier answer: an answer's words would
make the next question look covered by evidence that it has nothing to do with.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import astuple, replace

from assistant.asking.answer_type import answer_type
from assistant.asking.elliptic import asks_something, insists
from assistant.asking.followups.anaphora import ASKS_FIRST, OPENING, points_back, subject_words
from assistant.asking.followups.branching import is_branch, trunk_of
from assistant.asking.followups.carrying import (
    LEAD_IN,
    Asked,
    asked_alone,
    asked_behind,
    goes_on_from_question,
    has_own_subject,
    thing_asked,
)
from assistant.asking.followups.corrections import is_correction
from assistant.asking.followups.going_on import GOES_ON
from assistant.asking.followups.next_speaker import with_next_speaker
from assistant.asking.followups.numbered import of_another_number
from assistant.asking.followups.of_its_measure import asked_of_its_measure, is_asked_of_measure
from assistant.asking.followups.own_subject import asks_what_was_said, names_own_subject
from assistant.asking.followups.present import (
    asks_how_much_now,
    asks_if_still_so,
    asks_of_now,
    asks_only_of_now,
    without_now,
)
from assistant.asking.followups.pressing import questions_among
from assistant.asking.followups.pronouns import with_party_named
from assistant.asking.followups.replacing import FEW, with_another
from assistant.asking.followups.returning import goes_back
from assistant.asking.followups.same_of_another import of_other_goods, of_other_party
from assistant.asking.followups.shifting import asks_what_followed
from assistant.asking.followups.substitution import (
    goods_counted,
    names_a_period,
    only_as_of,
    with_other_goods,
    with_period,
    without_period,
)
from assistant.asking.followups.there import with_place_named
from assistant.asking.followups.topics import behind_dropped, on_new_topic
from assistant.asking.other_parties import with_parties
from assistant.asking.question import is_past
from assistant.reading.goods import goods_in
from ingest.text.parties import PartyMention, find_parties
from vectorstore.patterns import pattern

_NAMES_ANOTHER = pattern(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but)\W+)*(?:what|how) about\s+(?!(?:it|that|this|them|those|these)\W*$)\w",
    re.I,
)
_AS_WELL = pattern(r"\b(?:too|as well|also|either)\W*$", re.I)
# Before the party of "did Canada get one as well", not of "would that hit Canada too".
_OPENS = pattern(
    r"\W*(?:(?:and|so|but|ok(?:ay)?)\W+)*(?:(?:did|does|do|is|are|will|has|have|had)\s+)?(?:the\s+)?", re.I
)


def standalone(question: str, earlier: Sequence[str]) -> str:
    """Return the question as it would be asked first; `earlier` are the person's messages, oldest first.

    What only presses for the answer to the question before is that question.

    >>> standalone("and for Korea?", ["What tariff do Japanese cars face?"])
    'What tariff do cars from South Korea face?'
    >>> standalone("is that still the rate?", ["What did Japanese cars pay in May 1986?"])
    'What did Japanese cars pay now?'
    >>> standalone("different topic: wheat, is it still taxed?", ["What tariff do Japanese cars face?"])
    'wheat, is it still taxed?'
    >>> standalone("come on, your best guess", ["What tariff do Japanese cars face?", "are you sure?"])
    'What tariff do Japanese cars face?'
    """
    return read([*earlier, question])[-1].text


def asked_outright(question: str, earlier: Sequence[str]) -> str | None:
    """Return a follow-up that asks the question before of now, of another day, or that lacks only a name.

    So does what asks of the measure before whether it holds, and the like. Such a question has the outcome
    that it has when it is asked in full; None where a follow-up asks more.

    >>> asked_outright("what duty do they pay", ["what does Peru buy?"])
    'what duty does Peru pay'
    >>> [asked_outright(text, ["the duty on tin as of May 1986"]) for text in ("and now?", "who pays it?")]
    ['the duty on tin', None]
    >>> asked_outright("any exemptions?", ["what is the duty on tin?", "since when?"])
    'what is exempt from the duty on tin?'
    """
    if not earlier:
        return None
    before = read(earlier)
    asked = _joined(before, question)
    of_a_day = asks_only_of_now(question) or only_as_of(question)
    named = with_party_named(question, before[-1].text)
    named = named or with_next_speaker(question, trunk_of(before[-1]).text)
    return asked.text if asked.whole or ((of_a_day or named) and not asked.joined_to) else None


def asked_about(earlier: Sequence[str]) -> str:
    """Return the last question of a conversation, or that of which it only asked for a circumstance.

    >>> asked_about(["the duty on tin", "since when?"])
    'the duty on tin'
    """
    return trunk_of(read(earlier)[-1]).text


def asks_circumstance(conversation: Sequence[str]) -> bool:
    """Whether the last question of a conversation asks only for a circumstance of one before.

    >>> asks_circumstance(["the duty on tin", "why?"]), asks_circumstance(["the duty on tin", "and rice?"])
    (True, False)
    """
    return is_branch(read(conversation)[-1])


def read(conversation: Sequence[str]) -> list[Asked]:
    """Return the questions of a conversation made standalone, without what only insists but for the last."""
    asked: list[Asked] = []
    texts = [text.strip() for text in questions_among(conversation)]
    for at, text in enumerate(texts):
        joined = _joined(asked, text)
        insisting = insists(text) and not _NAMES_ANOTHER.match(text)
        if at == len(texts) - 1 or not (insisting and joined.joined_to and joined.own == text):
            asked.append(joined)
    return asked


def _joined(asked: Sequence[Asked], question: str) -> Asked:
    """Return a question made standalone by the newest of those before it, or by the one it goes back to."""
    if back := goes_back(question, [earlier.text for earlier in asked]):
        before = next((earlier for earlier in asked if earlier.text == back[0]), asked_alone(back[0]))
        return _joined([before], back[1]) if back[1] else before
    if not asked:
        return asked_alone(question)
    previous = asked[-1]
    if question.endswith(behind := f" ({previous.subject})"):  # which it was put behind when it was answered
        return asked_behind(question.removesuffix(behind), previous.subject, previous.base)
    question = with_place_named(question, previous.text)
    if named := with_party_named(question, previous.text):
        return asked_alone(named)
    trunk = previous if is_correction(question) else trunk_of(previous)
    if asks_only_of_now(question) or (asks_how_much_now(question) and _asks_figure(trunk.text)):
        return _of_now(trunk, asks_if_still_so(question))
    if asks_of_now(question):
        previous, trunk = _changed(previous, without_period), _changed(trunk, without_period)
    if numbered := of_another_number(question, previous.subject):
        return asked_alone(numbered)
    if spoken := with_next_speaker(question, trunk.text):
        return asked_alone(spoken)
    if of_goods := of_other_goods(trunk.text, question):
        return replace(asked_alone(of_goods), whole=of_goods)
    if of_party := of_other_party(trunk.text, question):
        of_another = _as_asked(of_party, question, trunk)
        return replace(of_another, whole=of_party) if is_asked_of_measure(of_party) else of_another
    if new := on_new_topic(question):
        return asked_alone(new)
    if rest := behind_dropped(question):
        instead = with_another(trunk, rest) if LEAD_IN.match(rest) else None
        return asked_alone(instead if instead and "(" not in instead else rest)
    if of_measure := asked_of_its_measure(question, trunk.text):
        measure = of_measure.measure
        return Asked(question, trunk.text, measure, measure, whole=of_measure.text)
    if another := with_another(trunk, question):
        return _as_asked(another, question, trunk)
    if _asks_figure(trunk.text) and (dated := with_period(trunk.text, question)):
        return asked_alone(dated)
    return _leaned(question, previous)


def _leaned(question: str, previous: Asked) -> Asked:
    """Return a question with the subject of the one before behind it, where it leans on that."""
    parties = find_parties(question, lower_case=True)
    subject = subject_words(question)
    if names_a_period(question) or asks_what_followed(question):
        previous = _changed(previous, lambda text: without_now(without_period(text)))
    opens = len(parties) == 1 and _OPENS.fullmatch(question, 0, parties[0].start)
    if asks_what_was_said(question) or (ASKS_FIRST.match(question) and not names_own_subject(question)):
        return _behind(question, (), previous)
    if opens and not GOES_ON.match(question) and has_own_subject(question, previous.subject):
        return asked_alone(question)
    if opens and _AS_WELL.search(question):
        return _behind(question, parties, previous)
    if points_back(question) and len(subject) < 2 * FEW:
        return _behind(question, (), previous)
    if GOES_ON.search(question) or (len(subject) < FEW and (OPENING.match(question) or not parties)):
        return _behind(question, parties, previous)
    return asked_alone(question)


def _asks_figure(text: str) -> bool:
    return not {"rate", "amount", "count"}.isdisjoint(answer_type(text)[1])


def _of_now(previous: Asked, says_now: bool = False) -> Asked:
    """Return the question before as it is asked of today.

    >>> [_of_now(asked_alone(text)).text for text in ("duty on tin as of May 1986?", "what was the duty?")]
    ['duty on tin', 'what was the duty now?']
    >>> _of_now(asked_behind("how much is it?", "duty on tin in May")).text
    'how much is it now? (duty on tin)'
    """
    previous = replace(_changed(previous, without_period), whole="")
    if previous.joined_to and asks_something(previous.own):
        return replace(previous, own=f"{previous.own.rstrip(' ?!.')} now?")
    subject = previous.subject.rstrip(" ?!.")
    return replace(previous, own=f"{subject} now?" if says_now or is_past(subject) else subject, joined_to="")


def _changed(asked: Asked, change: Callable[[str], str]) -> Asked:
    """Return a question of which all parts are changed."""
    return Asked(*(change(part) if part else part for part in astuple(asked)))


def _as_asked(text: str, question: str, previous: Asked) -> Asked:
    """Tell in a question that was put together what it goes on from."""
    own, _, before = text.partition(" (")
    put_right = is_correction(question) and question.endswith(own)
    if before.endswith(")") and (own == question or previous.joined_to or put_right):
        before = before[:-1]
        return asked_behind(own, before, previous.base if before == previous.subject else "")
    return asked_alone(text)


def _behind(question: str, parties: Sequence[PartyMention], previous: Asked) -> Asked:
    """Return a follow-up with the subject of the one before behind it, of the party that it names itself.

    What only names something takes the place of what was so named before: "steel?" of "cars?".
    """
    named = [party.code for party in parties if party.code != "US"]
    if goes_on_from_question(question) and previous.own not in previous.subject:
        return asked_behind(question, previous.text, previous.base)
    other = goods_in(question) - goods_in(previous.subject)
    before = previous.base if thing_asked(question) or other else previous.subject
    if other and (counted := goods_counted(question)):
        before = with_other_goods(before, counted) or before
    known = {party.code for party in find_parties(before, lower_case=True)} - {"US"}
    if len(named) == 1 and known and not known.intersection(named):
        return asked_behind(question, with_parties(before, named, None))
    return asked_behind(question, before, previous.base)
