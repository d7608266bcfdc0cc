"""Say what a declined question searched for, what of it was not found, and which briefings come nearest.

A part of the question is found when a sentence that was weighed as evidence, what stands beside it or
the heading or title above it holds it, in whatever wording; the type of answer, when a sentence that is
about what was asked holds it. A refusal is read as a statement about the file: what some briefing has, but
none of those weighed, is "New Zealand in this connection".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from assistant.answer import Citation, Declined
from assistant.asking.details import type_of_answer
from assistant.asking.parts import COMMON, Weighed
from assistant.asking.question import Question
from assistant.checking.citations import cite
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import TITLE, share
from assistant.declining.abstention import ABOUT
from assistant.declining.connection import IN_CONNECTION, together
from assistant.declining.coverage import COVERED
from assistant.reading.days_in_words import long_date, with_capitals
from assistant.reading.periods import Period, periods_in
from assistant.reading.stop_words import STOP_WORDS
from assistant.superseding.replaced import with_superseded
from ingest.text.parties import party_name
from vectorstore.briefing import YEARS, Briefing

NEAREST = 3  # briefings shown; a person who was told no looks at one or two
AS_MUCH = 0.8  # of the weight that the sentence on most of the question reaches


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the question in plain words, and whether it was found."""

    words: str
    found: bool

    @staticmethod
    def of(words: str, found: bool, passages: int) -> "_Part":
        """What was not found, but is in so many passages on file, is not found in this connection."""
        return _Part(words if found or not passages else words + IN_CONNECTION, found)


def declined(
    question: Question,
    evidence: Sequence[Evidence],
    parts: Sequence[Weighed],
    briefings: Mapping[str, Briefing],
    lacks: Sequence[str] = (),
) -> Declined:
    """Return what a person is shown of a declined question. `evidence` is scored, best first.

    `lacks` is what the question needs that no sentence tells: where that is known, no word is named that
    only happens not to be there. What was not found in one sense is told once, as not found.
    """
    lacks = [_as_on_file(words, question, evidence, parts) for words in lacks]
    subject = list(_subject(question, evidence, parts))
    periods = list(_periods(question, evidence, parts))
    spoken = list(
        dict.fromkeys(
            [
                *_parties(evidence, parts),
                *(part for part in subject if part.words not in lacks),
                *periods,
                *(part for part in _type(question, evidence, parts) if part.found or not lacks),
                *(_Part(words, found=False) for words in lacks),
            ]
        )
    )
    unnamed = [part for part in (*subject, *periods) if lacks and part.words not in lacks]
    missing = {part.words for part in spoken if not part.found and part not in unnamed}
    if not missing:
        apart = list(_parties_apart(evidence, parts))
        spoken, missing = [*spoken, *apart], {part.words for part in apart}
    nearest = tuple(islice(_nearest(evidence, parts, briefings), NEAREST))
    searched_for = dict.fromkeys(part.words for part in spoken)
    return Declined(
        searched_for=tuple(searched_for),
        not_found=tuple(words for words in searched_for if words in missing),
        nearest=with_superseded(nearest, evidence, question, of_now=True),
    )


def _as_on_file(
    words: str, question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]
) -> str:
    """Return what a question needs as it is: words of its own that are on file are not said to be nowhere."""
    parties = [at for at, part in enumerate(parts) if part.party]
    telling = [at for at in parties if parts[at].weight > COMMON]
    if words == together(parts) and any(
        all(e.reached[at].around >= TITLE for at in telling) for e in evidence
    ):
        return type_of_answer(question.details) if question.details else words + IN_CONNECTION
    typed = {p.concept.typed.casefold(): p.passages for p in parts if p.concept}
    own = [typed.get(word.casefold()) for word in words.split()]
    return words + IN_CONNECTION if own and all(own) else words


def _parties_apart(evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> Iterator[_Part]:
    """Yield the parties that no sentence on the subject is about, though others are."""
    own = [at for at, part in enumerate(parts) if part.concept]
    whole = [parts[at] for at in own]
    on_it = [e for e in evidence if (share([e.reached[at].around for at in own], whole) or 0.0) >= COVERED]
    for at, part in enumerate(parts):
        if part.party and part.weight > COMMON and all(e.reached[at].exact < TITLE for e in on_it):
            yield _Part.of(party_name(part.party), False, part.passages)


def _nearest(
    evidence: Sequence[Evidence], parts: Sequence[Weighed], briefings: Mapping[str, Briefing]
) -> Iterator[Citation]:
    """Cite the best sentence of each briefing that is about what was asked, first of those on most of it."""
    near = [(e, share([r.around for r in e.reached], parts) or 0.0) for e in evidence]
    near = [(e, of) for e, of in near if _is_about([r.around for r in e.reached], parts)]
    most = max((of for _, of in near), default=0.0)
    near.sort(key=lambda found: found[1] < AS_MUCH * most)
    cited: set[str] = set()
    for found, _ in near:
        id = found.hit.facts.id
        if id not in cited:
            cited.add(id)
            yield cite(len(cited), briefings[id], found.sentence.start, found.sentence.end)


def _is_about(reached: Sequence[float], parts: Sequence[Weighed]) -> bool:
    """Whether a sentence reaches enough of the question, and a party of it if any tells something."""
    total = sum(part.weight for part in parts)
    weight = sum(part.weight * r for part, r in zip(parts, reached, strict=True))
    telling = [r for part, r in zip(parts, reached, strict=True) if part.party and part.weight > COMMON]
    return weight >= ABOUT * total and (not telling or any(telling))


def _parties(evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> Iterator[_Part]:
    for at, part in enumerate(parts):
        if part.party:
            yield _Part.of(party_name(part.party), _reached(evidence, at) > 0, part.passages)


def _subject(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> Iterator[_Part]:
    """Take subject words as typed; neighbours that were both found, or both not, are one part."""
    text, end = question.standalone, 0
    run: tuple[int, int, bool, bool] | None = None
    for at, part in enumerate(parts):
        if not part.concept:
            continue
        found = _reached(evidence, at) >= TITLE
        words = list(dict.fromkeys(part.concept.typed.split()))
        if all(re.split(r"['’]", word)[0].lower() in STOP_WORDS for word in words):  # "why'd"
            continue
        spelt = r"[\W_]+".join(map(re.escape, words))
        match = re.compile(rf"(?<!\w){spelt}(?!\w)").search(text, end)
        if match is None:
            yield _Part.of(" ".join(words), found, part.passages)
            continue
        known = (found, bool(part.passages))
        if run and (run[2:] == known or (found and run[2])) and not text[run[1] : match.start()].strip(" -"):
            run = (run[0], match.end(), *known)
        else:
            if run:
                yield _Part.of(text[run[0] : run[1]], *run[2:])
            run = (*match.span(), *known)
        end = match.end()
    if run:
        yield _Part.of(text[run[0] : run[1]], *run[2:])


def _periods(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> Iterator[_Part]:
    for at, part in enumerate(parts):
        if part.period:
            yield _Part(_as_typed(part.period, question.standalone), _reached(evidence, at) >= TITLE)
    if question.since:
        yield _Part(f"since {_since_as_typed(question.since, question.standalone)}", False)


def _as_typed(period: Period, text: str) -> str:
    """Find the words of a period again: its characters count without an as-of date before it."""
    near = period.last if period.first.year == YEARS[0] else period.first
    for found in periods_in(text, near):
        if found.first == period.first or found.last == period.last:  # "after June" is open to one side
            return with_capitals(text[found.start : found.end])
    if period.first == period.last:
        return long_date(period.first)
    return f"{long_date(period.first)} to {long_date(period.last)}"


def _since_as_typed(since: date, text: str) -> str:
    periods = periods_in(text, since)
    return next((text[p.start : p.end] for p in periods if p.first == since), long_date(since))


def _type(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> Iterator[_Part]:
    if question.details:
        near = (e for e in evidence if _is_about([r.around for r in e.reached], parts))
        yield _Part(type_of_answer(question.details), any(e.marks.detail for e in near))


def _reached(evidence: Sequence[Evidence], at: int) -> float:
    return max((e.reached[at].around for e in evidence), default=0.0)
