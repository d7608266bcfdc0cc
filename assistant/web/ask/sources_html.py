"""The sources under an answer: a card a briefing, with what is quoted of it in its paragraph.

Every character that comes from a briefing is escaped, as in `assistant.web.ask.render`.
"""

from collections.abc import Mapping, Sequence
from html import escape

from assistant.answer import Citation
from assistant.web.ask.excerpt import Excerpt, excerpts
from assistant.web.ask.links import source_link
from assistant.web.days import spoken_date
from assistant.web.markup import in_lines, link

OPEN_SOURCES = 3  # with more sources than this, they start folded: the answer stays in sight


def sources_html(
    heading: str,
    citations: Sequence[Citation],
    texts: Mapping[str, str],
    anchor: str,
    told: str = "",
    opened: int | None = None,
) -> str:
    """A card a briefing, the first `opened` of them unfolded.

    Unless told, none of many is, and of a few those with more in them than the words that were `told` above.
    """
    by_briefing: dict[str, list[Citation]] = {}
    for citation in citations:
        by_briefing.setdefault(citation.briefing_id, []).append(citation)
    few = len(by_briefing) <= OPEN_SOURCES
    cards = []
    for at, (briefing_id, cited) in enumerate(by_briefing.items()):
        text = texts.get(briefing_id)
        found = excerpts(text, cited)
        unfolded = few and _adds(found, told) if opened is None else at < opened
        cards.append(_card(cited, text, found, " open" if unfolded else ""))
    tips = "".join(_tip(citation, anchor) for citation in citations if citation.number)
    return f'<section class="sources"><h2>{escape(heading)}</h2>{"".join(cards)}{tips}</section>'


def _adds(found: Sequence[Excerpt], told: str) -> bool:
    """Whether excerpts hold words besides those that were told."""
    known = " ".join(told.split())
    for excerpt in found:
        at = 0
        for mark in excerpt.marks:
            quote = " ".join(excerpt.text[mark.start : mark.end].split())
            if excerpt.text[at : mark.start].strip() or quote not in known:
                return True
            at = mark.end
        if excerpt.text[at:].strip():
            return True
    return False


def opening(citation: Citation, words: str, tip: str, style: str) -> str:
    """A link that opens the briefing beside the chat, at the quoted words; `words` are HTML."""
    return source_link(
        words, citation.briefing_id, citation.version, citation.start, citation.end, style, tip
    )


def tip_id(anchor: str, number: int) -> str:
    """The id of what is told when a marker is hovered over."""
    return f"tip-{anchor}-{number}"


def _card(cited: Sequence[Citation], text: str | None, found: Sequence[Excerpt], state: str) -> str:
    first = cited[0]
    numbers = ", ".join(str(citation.number) for citation in cited if citation.number)
    about = " · ".join(part for part in (escape(first.publisher or ""), _when(first), *_pages(cited)) if part)
    whole = opening(first, "Read the whole briefing", "", "whole") if text is not None else ""
    return (
        f'<details class="source"{state}><summary>'
        + (f'<span class="number">{numbers}</span>' if numbers else "")
        + f'<span class="title">{escape(first.title)}</span> <span class="about">{about}{_tags(cited, text)}'
        + "</span></summary>"
        + "".join(f"<blockquote>{_excerpt(excerpt)}</blockquote>" for excerpt in found)
        + "".join(map(_replaced, cited))
        + f'<p class="origin">{whole} {_origin(first)}</p>{_also_in(cited)}</details>'
    )


def _when(citation: Citation) -> str:
    published = spoken_date(citation.published)
    return published if citation.published else f'<span class="tag">{published}</span>'


def _tags(cited: Sequence[Citation], text: str | None) -> str:
    tags = [
        *(["superseded"] if any(citation.superseded for citation in cited) else []),
        *(["no longer on file"] if text is None else []),
    ]
    return "".join(f' <span class="tag">{tag}</span>' for tag in tags)


def _replaced(citation: Citation) -> str:
    """In what a newer statement replaces a quote that no marker leads to; of others the notice says it."""
    if citation.number or not citation.superseded:
        return ""
    return f'<p class="origin superseded">Superseded: {escape(citation.superseded)}.</p>'


def _also_in(cited: Sequence[Citation]) -> str:
    """The sources of re-issues that hold the quoted words too."""
    sources = dict.fromkeys(source for citation in cited for source in citation.also_in)
    return f'<p class="origin">also in {escape(", ".join(sources))}</p>' if sources else ""


def _pages(cited: Sequence[Citation]) -> list[str]:
    """`pages 2, 5`: those that the quotes start on."""
    pages = sorted({citation.page for citation in cited if citation.page})
    return [f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}"] if pages else []


def _excerpt(excerpt: Excerpt) -> str:
    """The paragraph with its quotes marked; each mark carries its number."""
    parts, at = ["… " if excerpt.cut_before else ""], 0
    for mark in excerpt.marks:
        number = f'<span class="number">{mark.number}</span> ' if mark.number else ""
        parts.append(in_lines(excerpt.text[at : mark.start]))
        parts.append(f"<mark>{number}{in_lines(excerpt.text[mark.start : mark.end])}</mark>")
        at = mark.end
    return "".join([*parts, in_lines(excerpt.text[at:]), " …" if excerpt.cut_after else ""])


def _tip(citation: Citation, anchor: str) -> str:
    """What is told when the marker is hovered over or has the focus; hidden until then."""
    parts = (citation.title, citation.publisher, spoken_date(citation.published))
    about = escape(", ".join(part for part in parts if part))
    old = f"<p>Superseded: {escape(citation.superseded)}.</p>" if citation.superseded else ""
    return (
        f'<div class="tip" id="{tip_id(anchor, citation.number)}">'
        f'<p class="quoted">“{in_lines(citation.quote)}”</p><p class="about">{about}</p>{old}</div>'
    )


def _origin(citation: Citation) -> str:
    """Where the briefing came from; a link, named by its host, only when it is a web address."""
    return link(citation.url, by_host=True) if citation.url else escape(citation.source)
