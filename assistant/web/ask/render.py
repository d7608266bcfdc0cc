"""Turn an answer and what was asked into HTML for the chat.

Every character that comes from a briefing or a person passes through `html.escape`: a
briefing is data, never markup. Nothing here is Markdown, and nothing makes the browser fetch.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from itertools import groupby

from assistant.answer import Answer, AnswerSentence, Citation, Declined
from assistant.steps.notices import notice_lines, understood_line
from assistant.web.ask.copying import answer_markdown, answer_text
from assistant.web.ask.sources_html import opening, sources_html, tip_id
from assistant.web.days import spoken_date
from assistant.web.markup import in_lines


def question_html(
    question: str, as_of: date | None = None, narrowed: Sequence[str] = (), beside: str = ""
) -> str:
    """The question as it was typed, with what narrows it: the as-of date, and more in plain words.

    `beside` is HTML of what can be done with it.
    """
    parts = [*([f"as of {spoken_date(as_of)}"] if as_of else []), *map(escape, narrowed)]
    told = f'<span class="narrowed">{" · ".join(parts)}</span>' if parts else ""
    tools = f'<p class="tools">{beside}</p>' if beside else ""
    return f'<div class="question">{in_lines(question.strip())}{told}</div>{tools}'


def status_html(status: str, settled: bool = False) -> str:
    """What is being done right now, in plain words; `settled` when nothing more will come."""
    return f'<p class="status{" settled" if settled else ""}">{escape(status)}</p>'


def error_html(message: str) -> str:
    """Say what went wrong in one polite line."""
    return f'<p class="error">{escape(message)}</p>'


def draft_html(answer: Answer) -> str:
    """An answer that is still growing: its sentences, without the sources."""
    return f'<div class="answer">{_understood(answer)}{_said(answer, None)}</div>'


def answer_html(answer: Answer, texts: Mapping[str, str], anchor: str, beside: str = "") -> str:
    """A finished answer and its sources; `texts` maps a briefing's id to its text.

    `anchor` makes ids unique among the answers of a page; `beside` is HTML that stands with the
    copy buttons.
    """
    parts = [_understood(answer), _said(answer, anchor), _notices(answer), _copying(answer, beside)]
    if answer.declined:
        parts.append(_declined(answer.declined, texts, anchor))
    elif answer.citations:
        told = " ".join(sentence.text for sentence in answer.sentences)
        parts.append(sources_html("Sources", answer.citations, texts, anchor, told))
    return f'<div class="answer">{"".join(parts)}</div>'


def _copying(answer: Answer, beside: str) -> str:
    """Two buttons, and what each of them puts on the clipboard."""
    ways = (("Copy", "plain", answer_text(answer)), ("Copy as Markdown", "marked", answer_markdown(answer)))
    made = "".join(
        f'<button type="button" class="copy">{label}</button><pre class="to-copy {kind}">{escape(text)}</pre>'
        for label, kind, text in ways
    )
    return f'<div class="copying">{made}{beside}</div>'


def _understood(answer: Answer) -> str:
    """How the question was read: right under it, since the answer is one to that."""
    line = understood_line(answer)
    return f'<p class="understood">{escape(line)}</p>' if line else ""


def _said(answer: Answer, anchor: str | None) -> str:
    """The sentences in paragraphs, one a day that they are from or tell of; older statements stand apart."""
    if not answer.sentences:
        return f"<p>{in_lines(answer.answer)}</p>"
    cited = {citation.number: citation for citation in answer.citations}
    paragraphs = []
    placed = _with_place(answer.sentences, answer.abstained)
    for (older, _), group in groupby(placed, key=lambda pair: pair[0]):
        sentences = [sentence for _, sentence in group]
        words = " ".join(_sentence(sentence, cited, anchor, answer.abstained) for sentence in sentences)
        tag = (
            '<span class="tag">Older</span> ' if sentences[0].role == "older" else ""
        )  # else its day says so
        paragraphs.append(f'<p class="older">{tag}{words}</p>' if older else f"<p>{words}</p>")
    return "".join(paragraphs)


def _with_place(
    sentences: Sequence[AnswerSentence], abstained: bool
) -> Iterable[tuple[tuple[bool, int], AnswerSentence]]:
    """Pair each sentence with whether it is older, and with how many days it is behind.

    A frame belongs to the sentence that it introduces; those of an abstention are one paragraph.
    """
    days = 0
    for at, sentence in enumerate(sentences):
        days += sentence.role == "frame" and not abstained
        introduced = next((s for s in sentences[at:] if s.role != "frame"), sentence)
        yield (introduced.role == "older", days), sentence


def _sentence(
    sentence: AnswerSentence, cited: Mapping[int, Citation], anchor: str | None, abstained: bool
) -> str:
    if sentence.role == "frame" and not abstained:  # an abstention says all it has to say in frames
        return f'<strong class="frame">{escape(sentence.text)}</strong>'
    markers = "".join(_marker(number, cited.get(number), anchor) for number in sentence.citations)
    return f"{escape(sentence.text)}&nbsp;{markers}" if markers else escape(sentence.text)


def _marker(number: int, citation: Citation | None, anchor: str | None) -> str:
    if anchor is None or citation is None:  # of an answer that is still growing
        return f'<span class="marker">[{number}]</span>'
    old = ' <span class="tag">superseded</span>' if citation.superseded else ""
    words = f'[<span class="spoken">source </span>{number}]{old}'
    return opening(citation, words, tip_id(anchor, number), f"marker{' old' if old else ''}")


def _notices(answer: Answer) -> str:
    return "".join(f'<p class="notice">{escape(line)}</p>' for line in notice_lines(answer))


def _declined(declined: Declined, texts: Mapping[str, str], anchor: str) -> str:
    """What was searched for, as chips, and the nearest briefings: the first one open."""
    absent = ' <span class="absent">not found</span>'
    chips = "".join(
        f"<li>{escape(part)}{absent if part in declined.not_found else ''}</li>"
        for part in declined.searched_for
    )
    searched = f'<section class="searched"><h2>Searched for</h2><ul>{chips}</ul></section>' if chips else ""
    if not declined.nearest:
        return searched
    heading = "Nearest briefing" if len(declined.nearest) == 1 else "Nearest briefings"
    unnumbered = [replace(citation, number=0) for citation in declined.nearest]  # no marker leads here
    return searched + sources_html(heading, unnumbered, texts, anchor, opened=1)
