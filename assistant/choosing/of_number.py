"""Tell which one of a series a question is on, and leave out what is told of another: the third round's."""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.numbered import Numbered, bare_number_in, names, numbered_in
from vectorstore.patterns import pattern

SEVERAL = 3  # of a series, told in one briefing: it is set out there from the first to the last
# "The last round" is the one before now, not one that is set out.
_LAST = pattern(r"\b(?:last|final) (?:ones?|tranche|instal+ment|batch|phase|stage|wave|package|step)\b", re.I)
FIRST = 1  # which need not be called so: what is told before there is a second
# "How long was it kept after the third round": what came then need not be told of that round.
_TIMED = pattern(r"\b(?:after|since|before|until|till|ahead of|prior to|following)\b[^,;:?]*", re.I)


def numbers_asked(question: Question) -> tuple[Numbered, ...]:
    """Return what a question names by its number in a series; a follow-up may leave open what it counts.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = understand("and the fifth? (when is the fourth round?)", date(1987, 4, 1), "and the fifth?")
    >>> numbers_asked(asked)
    (Numbered(kind='round', number=5),)
    >>> numbers_asked(understand("what duty holds after the fourth round?", date(1987, 4, 1)))
    ()
    """
    text = _TIMED.sub(" ", question.text)
    if number := bare_number_in(text):
        before = numbered_in(question.standalone)
        return tuple(sorted({of._replace(number=number) for of in before}))
    return tuple(sorted(numbered_in(text) or numbered_in(_TIMED.sub(" ", question.asked))))


def is_on(numbered: Numbered, e: Evidence) -> bool | None:
    """Whether a sentence is on one of a series by what it says, else by its title and its passage.

    None where these name none of that kind by a number.
    """
    passage = f"{e.hit.passage.heading}. {e.hit.passage.text}"
    for around in ([e.said], [e.hit.facts.title, passage]):
        if named := {names(numbered, within) for within in around} - {None}:
            return True in named
    return None


def of_number(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Leave out what is on another one of the series, where something is on the one asked about."""
    asked = numbers_asked(question) or _last_asked(question, evidence)
    if not asked:
        return list(evidence)
    on = [{is_on(of, e) for of in asked} for e in evidence]
    told = any(True in of for of in on) or any(of.number == FIRST for of in asked)
    left = [e for e, of in zip(evidence, on, strict=True) if of != {False}]
    return left if told and left else list(evidence)


def _last_asked(question: Question, evidence: Sequence[Evidence]) -> tuple[Numbered, ...]:
    """Return the last one of a series that a briefing sets out, where a question asks for the last."""
    if not _LAST.search(_TIMED.sub(" ", question.text)):
        return ()
    by_briefing: dict[str, set[Numbered]] = {}
    for e in evidence:
        by_briefing.setdefault(e.hit.facts.id, set()).update(numbered_in(e.said))
    for named in by_briefing.values():
        for kind in sorted({of.kind for of in named}):
            numbers = {of.number for of in named if of.kind == kind}
            if len(numbers) >= SEVERAL:
                return (Numbered(kind, max(numbers)),)
    return ()
