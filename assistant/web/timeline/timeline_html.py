"""Show a timeline: a small plot of its days, and the developments as a list, each with its citation."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from html import escape

from assistant.chronicle.entries import Development, Timeline, TimelineRequest
from assistant.steps.notices import also_in
from assistant.web.cited import cited
from assistant.web.days import spoken_date
from assistant.web.download_links import download_links
from assistant.web.markup import block, dated

BASE = 46  # pixels from the top: the line that the dots stand on
STEP = 11  # between dots of nearly the same day
STACKED = 4  # dots above each other; more lie on the top one
APART = 1.6  # percent of the width below which two dots would cover each other
BESIDE = (
    12.0  # percent of the width between two years that are told: 43 pixels of a telephone, a year takes 28
)
EDGE = 3.0  # percent kept free at both ends


def timeline_html(timeline: Timeline, request: TimelineRequest) -> str:
    """The whole: heading, downloads, plot, list; or that there is nothing."""
    found = timeline.developments
    if not found:
        return block(
            '<div class="empty"><p class="aloud">The briefings on file tell of no development in '
            f"“{escape(timeline.subject)}”{_narrowed(request)}. Try other words, or fewer parties.</p></div>"
        )
    count = "1 development" if len(found) == 1 else f"{len(found)} developments"
    items = "".join(map(_item, found))
    return block(
        f'<h2 class="subject" id="timeline-title" tabindex="-1">{escape(timeline.subject)}</h2>'
        f'<p class="count"><span class="aloud">{count}, newest first{_narrowed(request)}.</span> '
        f"{download_links('timeline', _asked(request))}</p>"
        f'{_plot(found)}<ol class="developments">{items}</ol>'
    )


def _narrowed(request: TimelineRequest) -> str:
    return f", as of {spoken_date(request.as_of)}" if request.as_of else ""


def _asked(request: TimelineRequest) -> list[tuple[str, str]]:
    asked = [("subject", request.subject)]
    asked += [("party", party) for party in request.parties]
    return [*asked, ("as_of", request.as_of.isoformat())] if request.as_of else asked


def _item(development: Development) -> str:
    citation = development.citation
    elsewhen = development.event and development.event != development.published
    about = f' <span class="from">about {spoken_date(development.event)}</span>' if elsewhen else ""
    old, replaced = "", ""
    if development.superseded_by is not None:
        old = ' <span class="tag">Superseded</span>'
        number = development.superseded_by
        by = f'<a class="jump" href="#development-{number}">[{number}]</a>'
        replaced = f'<p class="replaced">Replaced by {by}: {escape(development.reason or "")}.</p>'
    elif development.ended_by:
        old = ' <span class="tag">Ended</span>'
        told = escape(development.end_told)
        replaced = f'<p class="replaced">{told}, told in {cited(development.ended_by)}.</p>'
    when = f"{dated(development.published)}{about}{old}"
    if development.to_come:
        replaced += '<p class="replaced">Dated on a day still to come: check the date.</p>'
    also = "".join(
        f'<p class="cited">{also_in(citation, other)} {cited(other)}</p>' for other in development.also_in
    )
    return (
        f'<li id="development-{citation.number}" class="{_style(development)}" tabindex="-1">'
        f'<p class="when"><span class="number">[{citation.number}]</span> {when}</p>'
        f'<p class="said">{escape(" ".join(development.text.split()))}</p>{replaced}'
        f'<p class="cited">{cited(citation)}</p>{also}</li>'
    )


def _style(development: Development) -> str:
    """How what is superseded, or has ended, is drawn, and what may still hold."""
    return "current" if development.superseded_by is None and development.ended_by is None else "old"


def _plot(developments: Sequence[Development]) -> str:
    """A dot a development on a line of time, hollow where it holds no longer; each leads to its place."""
    dated = [d for d in developments if d.published and not d.to_come]
    days = sorted({d.published for d in dated if d.published})
    if len(days) < 2:
        return ""
    first, last = days[0], days[-1]
    taken: Counter[int] = Counter()
    dots = []
    for development in dated:
        day = development.published or first
        at = _percent(day, first, last)
        column = round(at / APART)
        height = min(taken[column], STACKED - 1)
        taken[column] += 1
        said = " ".join(development.text.split())[:120]
        words = f"[{development.citation.number}] {spoken_date(day)}: {said}"
        style = _style(development)
        dots.append(
            f'<a class="jump" href="#development-{development.citation.number}" tabindex="-1">'
            f"<title>{escape(words)}</title>"
            f'<circle class="{style}" cx="{at:.2f}%" cy="{BASE - 8 - height * STEP}" r="4.5"></circle></a>'
        )
    line = f'<line x1="0" x2="100%" y1="{BASE}" y2="{BASE}"></line>'
    return f'<svg class="plot" width="100%" height="70">{line}{_ticks(first, last)}{"".join(dots)}</svg>'


def _percent(day: date, first: date, last: date) -> float:
    return EDGE + (100 - 2 * EDGE) * (day - first).days / ((last - first).days or 1)


def _ticks(first: date, last: date) -> str:
    """The first and last day, and the years that begin between them with room around."""
    ends = f'<text x="0" y="{BASE + 18}">{spoken_date(first)}</text>'
    ends += f'<text x="100%" y="{BASE + 18}" text-anchor="end">{spoken_date(last)}</text>'
    years, told = "", 0.0
    for year in range(first.year + 1, last.year + 1):
        at = _percent(date(year, 1, 1), first, last)
        years += f'<line x1="{at:.2f}%" x2="{at:.2f}%" y1="{BASE}" y2="{BASE + 5}"></line>'
        within = 35 < at < 65 or (last.year - first.year <= 3 and 30 < at < 70)
        if within and at - told >= BESIDE:
            years += f'<text x="{at:.2f}%" y="{BASE + 18}" text-anchor="middle">{year}</text>'
            told = at
    return ends + years
