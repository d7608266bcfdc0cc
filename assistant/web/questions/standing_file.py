"""The standing answers of a question set as files for the morning mail: one page to print, or CSV."""

from datetime import date
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from assistant.answer import Answer, Citation
from assistant.asking.request import AskRequest
from assistant.evaluation.standing import Standing
from assistant.web.days import spoken_date, spoken_moment
from assistant.web.narrowing import narrowing_of_request
from assistant.web.sheet import sheet

COLUMNS = (
    "id", "kind", "question", "as_of", "answer", "declined", "changed", "newest_evidence", "sources", "asked",
    "narrowed", "changed_since",
)  # fmt: skip


def standing_csv(standing: Standing) -> str:
    """One question a row."""
    changed, since = standing.changed, standing.changes.since
    return sheet(
        COLUMNS,
        (
            (
                question.id,
                question.type,
                question.request.question,
                question.request.as_of or "",
                answer.answer,
                "yes" if answer.abstained else "",
                "yes" if question.id in changed else "",
                _newest(answer) or "",
                "; ".join(f"[{c.number}] {about(c)}" for c in answer.citations),
                standing.made.isoformat(timespec="minutes"),
                "; ".join(narrowing_of_request(question.request).words),
                since.isoformat(timespec="minutes") if since else "",
            )
            for question, answer in standing.given
        ),
    )


def standing_page(name: str, standing: Standing) -> str:
    """One page that needs nothing else: no script, font or image. The template escapes what it is given."""
    environment = Environment(
        loader=PackageLoader("assistant.web.questions", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "about": about,
        "moment": spoken_moment,
        "address": _address,
        "narrowed": _narrowed,
    }
    return environment.get_template("standing.html.jinja").render(
        name=name, standing=standing, changed=standing.changed
    )


def about(citation: Citation) -> str:
    """Title, publisher, date and page of what is cited."""
    page = f"page {citation.page}" if citation.page else None
    parts = [citation.title, citation.publisher, spoken_date(citation.published), page]
    return " ".join(", ".join(part for part in parts if part).split())


def _newest(answer: Answer) -> date | None:
    days = [citation.published for citation in answer.citations if citation.published]
    return max(days, default=None)


def _address(citation: Citation) -> str:
    """Its web address, where it has one that a browser may follow."""
    try:
        parts = urlsplit(citation.url or "")
    except ValueError:
        return ""
    return citation.url or "" if parts.scheme in ("http", "https") and parts.netloc else ""


def _narrowed(request: AskRequest) -> str:
    """What narrows a question, its as-of date too, as the page says it."""
    narrowed = narrowing_of_request(request)
    as_of = [f"as of {spoken_date(narrowed.as_of)}"] if narrowed.as_of else []
    told = " · ".join([*as_of, *narrowed.words])
    return told[:1].upper() + told[1:]
