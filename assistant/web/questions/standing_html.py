"""Show the standing answers of a question set: how they went by kind, what went wrong, all questions."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from urllib.parse import quote

from assistant.evaluation.metrics import by_type, right_share
from assistant.evaluation.outcomes import Outcome, Verdict
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.standing import Standing
from assistant.web.addresses import place
from assistant.web.days import spoken_date, spoken_moment
from assistant.web.markup import act, block
from assistant.web.narrowing import kept_narrowing, narrowing_of_request
from assistant.web.questions.about_question import about_question, narrowed_words
from assistant.web.questions.changes_html import changes_html, chosen_moment
from assistant.web.questions.question_line import kind_in_words

VERDICTS: dict[Verdict, str] = {
    "correct": "right",
    "declined": "rightly declined",
    "incomplete": "a required fact is missing",
    "superseded": "states something superseded or false",
    "needlessly declined": "declined, although the briefings answer it",
    "answered": "answered, although nothing on file answers it",
    "not judged": "not judged",
}


def standing_html(name: str, questions: Sequence[QuestionLine], standing: Standing | None) -> str:
    """The whole: the last run, and every question with the way to ask or change it."""
    told = _told(name, standing) if standing else _never(name, questions)
    since = chosen_moment(standing) if standing else ""
    address = place(("tab", "questions"), ("set", name), *([("since", since)] if since else []))
    shown = f'<section class="standing">{told}{_questions(questions, standing)}</section>'
    return f"{block(shown)}\n\n{block(address)}"


def progress_html(done: int, questions: Sequence[str], waits: bool = False) -> str:
    """How far a run is; `waits` for other runs to end."""
    total = len(questions)
    words = f"Asking {done + 1:,} of {total:,}: {questions[done]}" if done < total else "Judging"
    if waits:
        words = "Waiting for another run to end"
    return block(
        f'<p class="progress"><label>{escape(words)}<progress max="{total}" value="{done}"></progress>'
        "</label></p>"
    )


def _never(name: str, questions: Sequence[QuestionLine]) -> str:
    count = "1 question" if len(questions) == 1 else f"{len(questions):,} questions"
    return f'<h2>{escape(name)}</h2><p class="count">{count}, not asked yet. Run them to see how they go.</p>'


def _told(name: str, standing: Standing) -> str:
    judged = [outcome for outcome in standing.outcomes if outcome.right is not None]
    right = sum(bool(outcome.right) for outcome in judged)
    went = f"{right:,} of {len(judged):,} questions went right" if judged else "No question is judged"
    chosen = chosen_moment(standing)
    since = f"?since={quote(chosen)}" if chosen else ""
    downloads = ", ".join(
        f'<a href="/questions/{quote(name)}/{file}"{extra}>{words}</a>'
        for file, words, extra in (
            (f"answers.html{since}", "Answers as one page", ' target="_blank" rel="noopener"'),
            (f"answers.csv{since}", "as CSV", " download"),
            ("questions.jsonl", "the questions", " download"),
        )
    )
    warnings = "".join(f'<p class="error">{escape(warning)}</p>' for warning in standing.warnings)
    unasked = len(standing.not_asked)
    were = (
        "1 was added or changed since, and is"
        if unasked == 1
        else f"{unasked:,} were added or changed since, and are"
    )
    later = f" {were} not asked yet." if unasked else ""
    return (
        f'<h2 class="aloud" id="standing-title" data-made="{standing.made.isoformat()}">{went}</h2>'
        f'<p class="count">{escape(name)}, asked {spoken_moment(standing.made)} over {standing.briefings:,} '
        f"briefings.{later} {downloads}</p>{warnings}{_promises(standing)}"
        f"{_kinds(standing.outcomes)}{changes_html(name, standing)}{_failures(standing)}"
    )


def _promises(standing: Standing) -> str:
    if not standing.broken:
        return ""
    items = "".join(f"<li>{escape(found.id)}: {escape(found.what)}</li>" for found in standing.broken)
    return f"<h3>Broken promises</h3><ul>{items}</ul>"


def _kinds(outcomes: Sequence[Outcome]) -> str:
    """A row a kind of question: a bar for the share that went right, a line for its interval."""
    rows = []
    for kind, group in by_type(outcomes).items():
        figure = right_share(group)
        if figure.value is None or figure.interval is None:
            continue
        value, low, high = 100 * figure.value, 100 * figure.interval.low, 100 * figure.interval.high
        rows.append(
            f'<tr><th scope="row">{escape(kind_in_words(kind))}</th>'
            f'<td class="of">{figure.hits:.0f} of {figure.of:.0f}</td>'
            f'<td class="drawn">{_bar(value, low, high)}</td>'
            f'<td class="between">{low:.0f} to {high:.0f} %</td></tr>'
        )
    if not rows:
        return ""
    return (
        '<table class="kinds"><caption class="spoken">How each kind of question went</caption><thead><tr>'
        '<th scope="col">Kind</th><th scope="col">Right</th><th scope="col" class="drawn">'
        '<span class="spoken">Share</span></th><th scope="col" class="between">95 % interval</th></tr>'
        f"</thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _bar(value: float, low: float, high: float) -> str:
    line = f'<line x1="{low:.2f}%" x2="{high:.2f}%" y1="8" y2="8"></line>'
    ends = "".join(f'<line x1="{at:.2f}%" x2="{at:.2f}%" y1="4" y2="12"></line>' for at in (low, high))
    return (
        '<svg class="bar" width="100%" height="16" aria-hidden="true"><rect class="track" width="100%" '
        f'height="16"></rect><rect class="fill" width="{value:.2f}%" height="16"></rect>{line}{ends}</svg>'
    )


def _failures(standing: Standing) -> str:
    wrong = [
        (question, outcome)
        for (question, _), outcome in zip(standing.given, standing.outcomes, strict=True)
        if outcome.right is False
    ]
    if not wrong:
        return ""
    return f"<h3>What went wrong: {len(wrong):,}</h3>" + "".join(
        _failure(question, outcome) for question, outcome in wrong
    )


def _failure(question: QuestionLine, outcome: Outcome) -> str:
    why = [f"Missing: {note}" for note in outcome.missing]
    why += [f"Superseded or false: {words}" for words in outcome.superseded]
    listed = f"<ul>{''.join(f'<li>{escape(reason)}</li>' for reason in why)}</ul>" if why else ""
    evidence = "".join(
        f"<li>[{c.number}] {escape(c.title)}, "
        f"{spoken_date(date.fromisoformat(c.published)) if c.published else 'undated'}"
        f"{_gold(c.gold, outcome)}<q>{escape(' '.join(c.quote.split()))}</q></li>"
        for c in outcome.cited
    )
    cited = f'<ul class="evidence">{evidence}</ul>' if evidence else ""
    expected = (
        f'<p class="label">What is right</p><p>{escape(outcome.expected)}</p>' if outcome.expected else ""
    )
    about = about_question(outcome.type, outcome.as_of, *narrowed_words(question), VERDICTS[outcome.verdict])
    return (
        f'<article class="wrong"><h4>{escape(outcome.question)}</h4><p class="quiet">{about}</p>'
        f'{listed}<p class="label">Answer</p><p>{escape(outcome.answer)}</p>'
        f"{cited}{expected}"
        f'<p class="doing">{_ask(question)} {_edit(question)}</p></article>'
    )


def _gold(gold: bool, outcome: Outcome) -> str:
    if not outcome.gold_docs:
        return ""
    return (
        ' <span class="tag">right briefing</span>' if gold else ' <span class="tag">another briefing</span>'
    )


def _questions(questions: Sequence[QuestionLine], standing: Standing | None) -> str:
    """All questions in the order of the set."""
    verdicts = {outcome.id: outcome.verdict for outcome in standing.outcomes} if standing else {}
    rows = "".join(
        f'<li><p class="asked">{escape(question.request.question)}</p><p class="quiet">'
        f"{about_question(question.type, _day(question), *_told_of(question, verdicts))}</p>"
        f'<p class="doing">{_ask(question)} {_edit(question)}</p></li>'
        for question in questions
    )
    return f'<h3>All questions: {len(questions):,}</h3><ul class="questions">{rows}</ul>'


def _told_of(question: QuestionLine, verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    verdict = verdicts.get(question.id)
    return (*narrowed_words(question), VERDICTS[verdict] if verdict else "", _after(question))


def _after(question: QuestionLine) -> str:
    earlier = [turn.content for turn in question.request.history if turn.role == "user"]
    return f"follows “{earlier[-1]}”" if earlier else ""


def _ask(question: QuestionLine) -> str:
    """A link that puts the question into the field of the Ask tab, with what was before it and narrows it."""
    request = question.request
    before = json.dumps([[turn.role, turn.content] for turn in request.history]) if request.history else ""
    narrowed = kept_narrowing(narrowing_of_request(request)) if narrowed_words(question) else ""
    words = [quote(part, safe="") for part in (request.question, before, narrowed)]
    return act("ask", "Open in Ask", _day(question) or "", *words)


def _edit(question: QuestionLine) -> str:
    return act("question", "Change", quote(question.id, safe=""))


def _day(question: QuestionLine) -> str | None:
    return question.request.as_of.isoformat() if question.request.as_of else None
