"""Keep to what a party itself charges on another's goods, where that is asked: not to what it is charged."""

from collections.abc import Iterable, Sequence

from assistant.asking.charging import Charging
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, lead_with
from assistant.choosing.origin import is_charged
from assistant.reading.aimed_at import is_on_us, tells_answer
from assistant.reading.goods import goods_in
from assistant.reading.own_charges import is_supposed, names_duty, tells_own_charges
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

# "Provided for under the US-Peru pact", "it will not provoke retaliation".
_NOT_SAID = pattern(r"\b(?:U\.?S\.?|United States) ?[-–] ?[A-Z]|\b(?:not|never|no)\b|n['’]t\b")


def on_own_charges(asked: Charging, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Keep the sentences that tell what is charged by who is asked about; all where none does."""
    return [e for e in evidence if is_on_own_charges(asked, e)] or evidence


def newest_own_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put the newest of what a party itself charges first, where neither on what nor when is asked."""
    particular = goods_in(question.asked) or question.periods or question.since
    if not question.charges or particular or not evidence:
        return tuple(evidence)
    own = [e for e in evidence if is_on_own_charges(question.charges, e)]
    newest = max(own, key=lambda e: (e.dated, e.score), default=evidence[0])
    return lead_with(newest, evidence) if newest.dated - evidence[0].dated > AT_ONCE else tuple(evidence)


def is_on_own_charges(asked: Charging, e: Evidence) -> bool:
    """Whether a sentence tells what a party itself charges, and not on goods of a third one.

    On those of the United States, that is understood; another party is to be named, or above it.
    """
    named, text = parties_in(e.said), e.in_full
    on_us = asked.on == "US" and is_on_us(text)
    if not on_us and any(is_charged(e.said, third) for third in named - {asked.by, asked.on, "US"}):
        return False
    if asked.in_answer and not tells_answer(text):
        return False
    if asked.on != "US":
        return asked.on in parties_in(e.headed) and tells_own_charges(text, asked.by)
    understood = on_us and names_duty(text) and parties_in(text) <= {asked.by, "US"}
    if is_charged(text, asked.by) or is_supposed(text) or _NOT_SAID.search(text):
        understood = False
    return bool(e.marks.party) and (understood or tells_own_charges(text, asked.by))


def only_on_own_charges(text: str, parties: Iterable[str]) -> bool:
    """Whether a text tells what one of the parties charges itself, and not what its goods are charged.

    >>> told = "Peru will cut its duties{}.".format
    >>> [only_on_own_charges(told(more), ["PE"]) for more in ("", ", and the duty on goods of Peru is 9 pct")]
    [True, False]
    """
    return any(tells_own_charges(text, party) and not is_charged(text, party) for party in parties)
