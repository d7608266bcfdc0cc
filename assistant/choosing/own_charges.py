"""Keep to what a party charges on US goods, where that is asked: not to what its own goods are charged."""

from collections.abc import Iterable, Sequence

from assistant.asking.asked import others_than_us
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, lead_with
from assistant.choosing.origin import is_charged
from assistant.reading.aimed_at import is_on_us
from assistant.reading.goods import goods_in
from assistant.reading.own_charges import tells_own_charges
from ingest.text.parties import parties_in


def on_own_charges(question: Question, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Keep the sentences that tell what the party charges that is asked about; all where none does."""
    evidence = list(evidence)
    return [e for e in evidence if is_on_own_charges(question, e)] or evidence


def newest_own_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put the newest of what a party charges on US goods first, where neither which nor when is asked."""
    particular = goods_in(question.asked) or question.periods or question.since
    if not question.charges or particular or not evidence:
        return tuple(evidence)
    own = [e for e in evidence if is_on_own_charges(question, e)]
    newest = max(own, key=lambda e: (e.dated, e.score), default=evidence[0])
    return lead_with(newest, evidence) if newest.dated - evidence[0].dated > AT_ONCE else tuple(evidence)


def is_on_own_charges(question: Question, e: Evidence) -> bool:
    """Whether a sentence tells what the party asked about charges, not on goods of another than the US."""
    (party,) = others_than_us(question)
    others = parties_in(e.said) - {party, "US"}
    of_another = any(is_charged(e.said, other) for other in others) and not is_on_us(e.said)
    return bool(e.marks.party) and not of_another and tells_own_charges(e.in_full, party)


def only_on_own_charges(text: str, parties: Iterable[str]) -> bool:
    """Whether a text tells what one of the parties charges itself, and not what its goods are charged.

    >>> told = "Peru will cut its duties{}.".format
    >>> [only_on_own_charges(told(more), ["PE"]) for more in ("", ", and the duty on goods of Peru is 9 pct")]
    [True, False]
    """
    return any(tells_own_charges(text, party) and not is_charged(text, party) for party in parties)
