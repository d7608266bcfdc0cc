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
from assistant.notices import model_line
from assistant.web.copying import answer_markdown, answer_text
from assistant.web.days import spoken_date
from assistant.web.excerpt import Excerpt, excerpts
from assistant.web.markup import link

OPEN_SOURCES = 3  # with more sources than this, they start folded: the answer stays in sight


def question_html(question: str, as_of: date | None = None, narrowed: Sequence[str] = ()) -> str:
    """The question as it was typed, with what narrows it: the as-of date, and more in plain words."""
    parts = [*([f"as of {spoken_date(as_of)}"] if as_of else []), *map(escape, narrowed)]
    told = f'<span class="narrowed">{" · ".join(parts)}</span>' if parts else ""
    return f'<div class="question">{_lines(question.strip())}{told}</div>'


def status_html(status: str, settled: bool = False) -> str:
    """What is being done right now, in plain words; `settled` when nothing more will come."""
    return f'<p class="status{" settled" if settled else ""}">{escape(status)}</p>'


def error_html(message: str) -> str:
    """Say what went wrong in one polite line."""
    return f'<p class="error">{escape(message)}</p>'


def draft_html(answer: Answer) -> str:
    """An answer that is still growing: its sentences, without the sources."""
    return f'<div class="answer">{_said(answer, None)}</div>'


def answer_html(answer: Answer, texts: Mapping[str, str], anchor: str) -> str:
    """A finished answer and its sources; `texts` maps a briefing's id to its text.

    `anchor` makes ids unique among the answers of a page.
    """
    parts = [_said(answer, anchor), _notices(answer)]
    if answer.declined:
        parts.append(_declined(answer.declined, texts, anchor))
    elif answer.citations:
        parts.append(_sources("Sources", answer.citations, texts, anchor))
    parts.append(_copying(answer))
    return f'<div class="answer">{"".join(parts)}</div>'


def _copying(answer: Answer) -> str:
    """Two buttons, and what each of them puts on the clipboard."""
    ways = (("Copy", "plain", answer_text(answer)), ("Copy as Markdown", "marked", answer_markdown(answer)))
    made = "".join(
        f'<button type="button" class="copy">{label}</button><pre class="to-copy {kind}">{escape(text)}</pre>'
        for label, kind, text in ways
    )
    return f'<div class="copying">{made}</div>'


def _said(answer: Answer, anchor: str | None) -> str:
    """The sentences in paragraphs: older statements stand apart from current ones."""
    if not answer.sentences:
        return f"<p>{_lines(answer.answer)}</p>"
    paragraphs = []
    for older, sentences in groupby(_with_age(answer.sentences), key=lambda pair: pair[0]):
        words = " ".join(_sentence(sentence, anchor, answer.abstained) for _, sentence in sentences)
        tag = '<span class="tag">Older</span> ' if older else ""
        paragraphs.append(f'<p class="older">{tag}{words}</p>' if older else f"<p>{words}</p>")
    return "".join(paragraphs)


def _with_age(sentences: Sequence[AnswerSentence]) -> Iterable[tuple[bool, AnswerSentence]]:
    """Pair each sentence with whether it is older; a frame belongs to the sentence that it introduces."""
    for at, sentence in enumerate(sentences):
        introduced = next((s for s in sentences[at:] if s.role != "frame"), sentence)
        yield introduced.role == "older", sentence


def _sentence(sentence: AnswerSentence, anchor: str | None, abstained: bool) -> str:
    if sentence.role == "frame" and not abstained:  # an abstention says all it has to say in frames
        return f'<strong class="frame">{escape(sentence.text)}</strong>'
    markers = "".join(_marker(number, anchor) for number in sentence.citations)
    return f"{escape(sentence.text)}&nbsp;{markers}" if markers else escape(sentence.text)


def _marker(number: int, anchor: str | None) -> str:
    if anchor is None:
        return f'<span class="marker">[{number}]</span>'
    spoken = '<span class="spoken">source </span>'
    return f'<a class="marker" href="#{_quote_id(anchor, number)}">[{spoken}{number}]</a>'


def _notices(answer: Answer) -> str:
    notices = [escape(warning.text) for warning in answer.warnings]
    if line := model_line(answer):
        notices.append(escape(line))
    if answer.as_of:
        notices.append(f"Nothing published after {spoken_date(answer.as_of)} was used.")
    if answer.standalone and _plain(answer.standalone) != _plain(answer.question):
        notices.append(f"Understood as: {escape(answer.standalone)}")
    return "".join(f'<p class="notice">{notice}</p>' for notice in notices)


def _plain(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip("?. ")


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
    return searched + _sources(heading, unnumbered, texts, anchor, opened=1)


def _sources(
    heading: str,
    citations: Sequence[Citation],
    texts: Mapping[str, str],
    anchor: str,
    opened: int | None = None,
) -> str:
    """A card a briefing, the first `opened` of them unfolded; unless told, all of a few, none of many."""
    by_briefing: dict[str, list[Citation]] = {}
    for citation in citations:
        by_briefing.setdefault(citation.briefing_id, []).append(citation)
    if opened is None:
        opened = len(by_briefing) if len(by_briefing) <= OPEN_SOURCES else 0
    cards = "".join(
        _source(cited, excerpts(texts.get(briefing_id), cited), anchor, " open" if at < opened else "")
        for at, (briefing_id, cited) in enumerate(by_briefing.items())
    )
    return f'<section class="sources"><h2>{escape(heading)}</h2>{cards}</section>'


def _source(cited: Sequence[Citation], shown: Sequence[Excerpt], anchor: str, state: str) -> str:
    first = cited[0]
    numbers = ", ".join(str(citation.number) for citation in cited if citation.number)
    published = spoken_date(first.published)
    when = published if first.published else f'<span class="tag">{published}</span>'
    about = " · ".join([*([escape(first.publisher)] if first.publisher else []), when, *_pages(cited)])
    return (
        f'<details class="source"{state}><summary>'
        + (f'<span class="number">{numbers}</span>' if numbers else "")
        + f'<span class="title">{escape(first.title)}</span> <span class="about">{about}</span></summary>'
        + "".join(f"<blockquote>{_excerpt(excerpt, anchor)}</blockquote>" for excerpt in shown)
        + f'<p class="origin">{_origin(first)}</p>{_also_in(cited)}</details>'
    )


def _also_in(cited: Sequence[Citation]) -> str:
    """The sources of re-issues that hold the quoted words too."""
    sources = dict.fromkeys(source for citation in cited for source in citation.also_in)
    return f'<p class="origin">also in {escape(", ".join(sources))}</p>' if sources else ""


def _pages(cited: Sequence[Citation]) -> list[str]:
    """`pages 2, 5`: those that the quotes start on."""
    pages = sorted({citation.page for citation in cited if citation.page})
    return [f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}"] if pages else []


def _excerpt(excerpt: Excerpt, anchor: str) -> str:
    """The paragraph with its quotes marked; each mark carries its number and can be jumped to."""
    parts, at = ["… " if excerpt.cut_before else ""], 0
    for mark in excerpt.marks:
        number = f'<span class="number">{mark.number}</span> ' if mark.number else ""
        target = f' id="{_quote_id(anchor, mark.number)}" tabindex="-1"' if mark.number else ""
        parts.append(_lines(excerpt.text[at : mark.start]))
        parts.append(f"<mark{target}>{number}{_lines(excerpt.text[mark.start : mark.end])}</mark>")
        at = mark.end
    return "".join([*parts, _lines(excerpt.text[at:]), " …" if excerpt.cut_after else ""])


def _quote_id(anchor: str, number: int) -> str:
    return f"quote-{anchor}-{number}"


def _origin(citation: Citation) -> str:
    """Where the briefing came from; a link only when it is a web address."""
    return link(citation.url) if citation.url else escape(citation.source)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
