"""Say beside an answer what was checked of it, or that it names no speaker, where that is asked."""

from collections.abc import Sequence

from assistant.answer import Citation, Notice
from assistant.asking.followups.pressing import asks_if_sure
from assistant.asking.question import holds_now
from assistant.asking.speakers import names_a_speaker
from assistant.choosing.extractive import DraftSentence
from assistant.choosing.reach import TITLE, Reach
from assistant.reading.days_in_words import long_date
from assistant.steps.work import Work


def check_notices(work: Work, citations: Sequence[Citation]) -> tuple[Notice, ...]:
    """Say what was checked of an answer, and what newer briefing names all that was asked about."""
    if not (work.pressed and asks_if_sure(work.pressed) and citations):
        return ()
    cited = dict.fromkeys(f"“{c.title}” ({_day(c)})" for c in citations)
    told = [f"Checked: what is quoted stands word for word in {' and '.join(cited)}."]
    newest = max((c.published for c in citations if c.published), default=None)
    if newest and holds_now(work.question):
        newer = [e.hit.facts for e in work.seen if e.published > newest and _names_all(e.reached)]
        if newer:
            latest = max(newer, key=lambda facts: facts.published or newest)
            when = long_date(latest.published) if latest.published else "undated"
            told.append(f"A newer briefing speaks of it, too: “{latest.title}” ({when}).")
        else:
            told.append("No newer briefing was found that speaks of all that was asked.")
    return (Notice("checked", " ".join(told)),)


def speaker_notices(work: Work, kept: Sequence[DraftSentence]) -> tuple[Notice, ...]:
    """Say that no sentence quoted names who says it, where that is asked."""
    if work.about != "speaker" or any(of.evidence.turn or names_a_speaker(of.text) for of in kept):
        return ()
    return (
        Notice("no-speaker", "No speaker is named in what is quoted: these are the briefing's own words."),
    )


def _names_all(reached: Sequence[Reach]) -> bool:
    return bool(reached) and all(of.exact >= TITLE for of in reached)


def _day(cited: Citation) -> str:
    return long_date(cited.published) if cited.published else "undated"
