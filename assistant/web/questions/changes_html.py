"""Show which answers changed since an earlier run, and offer the other runs that one can compare with."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape
from urllib.parse import urlencode

from assistant.evaluation.changes import Change, Evidence
from assistant.evaluation.earlier_runs import Past, Why
from assistant.evaluation.questions import UNTYPED, QuestionLine
from assistant.evaluation.standing import Standing
from assistant.web.days import spoken_date, spoken_moment
from assistant.web.markup import act
from assistant.web.questions.about_question import about_question, narrowed_words

TURNS = {
    "newly declined": "Newly declined",
    "newly answered": "Newly answered",
    "other answer": "Answered otherwise",
    "other evidence": "The same words by other evidence",
    "declined otherwise": "Declined on other grounds",
}
ARRIVED = {True: ' <span class="tag">new on file</span>', False: ' <span class="tag">on file before</span>'}
WHY: Mapping[Why, str] = {
    "other briefings": "the last one before what is on file changed",
    "last": "the one before",
    "chosen": "which you chose",
}


def changes_html(name: str, standing: Standing) -> str:
    """What changed, the run that it is compared with, and the others."""
    changes = standing.changes
    if changes.since is None:
        return '<h3>What changed</h3><p class="quiet">There is no earlier run to compare with.</p>'
    asked_so = {question.id: question for question, _ in standing.given}
    asked = len(changes.changed) + changes.unchanged
    since = spoken_moment(changes.since)
    told = (
        f"{len(changes.changed):,} of {asked:,} answers changed" if changes.changed else "No answer changed"
    )
    over = f"over {changes.briefings_before:,} briefings; this one is over {changes.briefings_now:,}"
    return (
        f'<h3>{told} since {since}</h3><p class="quiet">Compared with the run of then, {WHY[standing.why]}, '
        f"{over}.</p>{_others(name, standing)}"
        f"{''.join(_change(change, asked_so.get(change.id)) for change in changes.changed)}"
    )


def chosen_moment(standing: Standing) -> str:
    """The moment of the run that was chosen to compare with, for an address; none where none was."""
    since = standing.changes.since
    return since.isoformat() if since and standing.why == "chosen" else ""


def _others(name: str, standing: Standing) -> str:
    """The other runs, folded: each is a link that has it compared with."""
    others = [past for past in standing.earlier if past.made != standing.changes.since]
    back = (
        _compared(name, "", "the last one before what is on file changed") if standing.why == "chosen" else ""
    )
    if not others and not back:
        return ""
    links = [_compared(name, past.made.isoformat(), words) for past, words in _named(others)]
    items = "".join(f"<li>{link}</li>" for link in [back, *links] if link)
    return f'<details class="runs"><summary>Compare with another run</summary><ul>{items}</ul></details>'


def _compared(name: str, since: str, words: str) -> str:
    named = {"set": name, **({"since": since} if since else {})}
    return act("questions", escape(words), urlencode(named))


def _named(runs: Sequence[Past]) -> list[tuple[Past, str]]:
    """Each run by its moment, to the second where two are of one minute, and how many were on file."""
    minutes = [spoken_moment(past.made) for past in runs]
    moments = [
        at if minutes.count(at) == 1 else _to_the_second(past.made)
        for past, at in zip(runs, minutes, strict=True)
    ]
    return [
        (past, f"{at}, over {past.briefings:,} briefings") for past, at in zip(runs, moments, strict=True)
    ]


def _to_the_second(at: datetime) -> str:
    return f"{spoken_date(at.date())}, {at:%H:%M:%S} UTC"


def _change(change: Change, question: QuestionLine | None) -> str:
    evidence = "".join(
        f'<p class="label">{label}</p><ul class="evidence">{"".join(map(_evidence, found))}</ul>'
        for label, found in (
            ("New evidence", change.new_evidence),
            ("No longer cited", change.gone_evidence),
        )
        if found
    )
    about = about_question(UNTYPED, change.as_of, *narrowed_words(question), TURNS[change.turn])
    return (
        f'<article class="change"><h4>{escape(change.question)}</h4><p class="quiet">{about}</p>'
        f'<div class="sides"><div><p class="label">Before</p><p>{escape(change.before.answer)}</p></div>'
        f'<div><p class="label">Now</p><p>{escape(change.now.answer)}</p></div></div>{evidence}</article>'
    )


def _evidence(found: Evidence) -> str:
    dated = spoken_date(date.fromisoformat(found.published)) if found.published else "undated"
    tag = ARRIVED.get(found.arrived, "") if found.arrived is not None else ""
    return f"<li>{escape(found.title)}, {dated}{tag}<q>{escape(' '.join(found.quote.split()))}</q></li>"
