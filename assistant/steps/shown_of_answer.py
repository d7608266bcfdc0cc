"""Show of an answer what a message about it asks for: its lead, its newest part, whose words it is, more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.followups.about_answer import About
from assistant.asking.spoken import of_whom
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import DraftSentence, drafted, evidence_of
from assistant.declining.abstention import Refusal
from assistant.steps.composing import Composing
from assistant.steps.work import Work


def shown_of_answer(work: Work, about: About | None, pages: int, composing: Composing) -> Work:
    """Return the work on a question with the part of its draft that is asked for; a refusal as it is.

    `pages` is how often more was asked for: what goes on behind what was told already.
    """
    if work.refusal or about is None:
        return work
    newest = _newest(work.draft)
    for _ in range(pages):
        further = _further(work, newest, composing)
        if further.refusal:
            if about == "more":
                return further
            break  # what was told last is meant
        work = further
        newest = max(filter(None, (newest, _newest(work.draft))), default=None)
    work = replace(work, about=about, told_to=newest)
    if about == "shorter" and work.question.kind != "compare":
        return replace(work, draft=_lead(work))
    if about == "newest":
        newest = _newest(work.draft)
        return replace(work, draft=tuple(of for of in work.draft if _day(of) == newest))
    if about == "speaker":
        return replace(work, draft=_with_speakers(work))
    return work


def _lead(work: Work) -> tuple[DraftSentence, ...]:
    """Return the first sentence of the leading briefing that holds what is asked for, and what has ended."""
    first = work.draft[0]
    of_it = [of for of in work.draft if of.evidence.hit.facts.id == first.evidence.hit.facts.id]
    holding = [of for of in of_it if of.evidence.marks.detail] if work.question.details else []
    lead = next(iter(holding), first)
    ended = work.ended
    return tuple(of for of in work.draft if of is lead or (ended and of.evidence.is_at(ended)))


def _with_speakers(work: Work) -> tuple[DraftSentence, ...]:
    """Draft what was told with the name before each turn of a transcript."""
    told = []
    for of in evidence_of(work.draft):
        text = work.texts[of.hit.facts.id]
        turn = of.turn or of_whom(text, of.sentence.start, of.sentence.end, anyway=True)
        told.append(replace(of, turn=turn))
    redrafted = {_place(of.evidence): of for of in drafted(work.question, told, work.texts)}
    return tuple(redrafted.get(_place(of.evidence), of) for of in work.draft)


def _further(work: Work, newest: date | None, composing: Composing) -> Work:
    """Draft what comes behind what was told; all is told where none of it answers."""
    told = evidence_of(work.draft)
    rest = tuple(e for e in work.evidence if not any(e.is_at(of) for of in told))
    of_list = work.shown and all(e.due for e in told)
    rest = tuple(e for e in rest if e.due) if of_list else rest
    left = replace(work, evidence=rest, ending=None, draft=(), shown=min(work.shown, len(rest)))
    further = composing.composed(left) if rest else left
    if further.refusal or not further.draft:
        return replace(work, refusal=Refusal("no-detail", all_told=True))
    draft = tuple(_aged(of, newest, bool(work.question.periods)) for of in further.draft)
    return replace(further, draft=draft, ending=work.ending)


def _aged(of: DraftSentence, newest: date | None, dated: bool) -> DraftSentence:
    """Call a sentence older where something newer was told before it."""
    day = _day(of)
    older = day and newest and day < newest and not (dated or of.evidence.due)
    return replace(of, role="older") if older else of


def _newest(draft: Sequence[DraftSentence]) -> date | None:
    return max(filter(None, map(_day, draft)), default=None)


def _day(of: DraftSentence) -> date | None:
    return of.evidence.hit.facts.published


def _place(e: Evidence) -> tuple[str, int, int]:
    return e.hit.facts.id, e.sentence.start, e.sentence.end
