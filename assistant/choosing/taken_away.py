"""Lead with who took it away, where it is asked when a party lost something.

"Peru lost its own quota in May" has more of the words of "when did Chile lose its quota" than "the quota of
Chile is withdrawn from June 1".
"""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.reading.ending import ends, to_end
from assistant.reading.patterns import any_of, either
from ingest.text.parties import find_parties, parties_in
from vectorstore.patterns import pattern

NEAR = 2.5  # score that it may have less

_ASKED = pattern(r"\b(?:did|does|has|have|had|will) (?P<who>[^?,]{2,40}?) (?:lose|lost)\b", re.I)
_LOSES = pattern(r"\b(?:lost|loses|lose|losing)\b", re.I)
_TAKES = either(
    any_of(ends("end", "undo", "off")),
    any_of(to_end("end", "undo", "off")),
    any_of("strips stripped stripping suspends suspended struck_off strikes_off"),
)


def taken_away_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put the newest sentence first that tells the loss of the party asked about, before another's.

    `evidence` is scored, best first.
    """
    asked = _ASKED.search(question.asked)
    who = {m.code for m in find_parties(asked["who"], lower_case=True)} if asked else set()
    if not evidence or not who or not parties_in(evidence[0].said).isdisjoint(who):
        return tuple(evidence)
    best = evidence[0]
    if not (_LOSES.search(best.said) and parties_in(best.said)):
        return tuple(evidence)
    told = [
        e
        for e in evidence
        if who <= parties_in(e.said)
        and (_TAKES.search(e.said) or _LOSES.search(e.said))
        and e.marks.detail >= best.marks.detail
        and e.score >= best.score - NEAR
    ]
    if not told:
        return tuple(evidence)
    others = [e for e in evidence if e is not best]
    return lead_with(max(told, key=lambda e: (e.published, e.score)), others)
