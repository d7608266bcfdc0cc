"""Show how an ingest goes on, and what it did, with the counts and names of the command line."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType

from assistant.answer import Citation
from assistant.web.days import spoken_date
from assistant.web.markup import act, block
from ingest.report import IngestProgress, Report
from vectorstore.briefing import Briefing

WAITING = "Waiting for another ingest to finish"
OPENED = 20  # briefings that can be opened from the report: more are a list of their own
NAMED = 200  # names of one kind that are listed


def progress_html(progress: IngestProgress | None) -> str:
    """How far it is; `None` before the first source."""
    if progress is None or progress.total == 0:
        words = "Looking at the sources" if progress is None else WAITING
        return block(f'<p class="progress"><label>{words}<progress></progress></label></p>')
    words = f"{progress.done:,} of {progress.total:,}: {progress.source}"
    at, end = progress.done, progress.total
    if progress.passages:
        words += f", {progress.embedded:,} of {progress.passages:,} passages"
    if progress.passages and progress.total == 1:  # else the bar would stand still all the time
        at, end = progress.embedded, progress.passages
    return block(
        f'<p class="progress"><label>{escape(words)}<progress max="{end}" value="{at}"></progress>'
        "</label></p>"
    )


def report_html(
    report: Report, came: Sequence[Briefing] = (), told: Mapping[str, Citation] = MappingProxyType({})
) -> str:
    """The report; what failed comes first, for it needs a person, and last what came in, to be opened.

    `told` is the sentence of each briefing that one would pass on, by its id.
    """
    counts = {
        "Added": report.added,
        "Updated": report.updated,
        "Unchanged": report.unchanged,
        "Duplicates": report.duplicates,
        "Failed": len(report.failed),
        "Passages": report.passages,
    }
    counted = "".join(
        f"<div><dt>{name}</dt><dd>{count:,}</dd></div>" for name, count in counts.items() if count
    )
    parts = [
        _listed("Failed", "not taken in", (f"{f.source}: {f.error}" for f in report.failed)),
        _undated(report.undated, came),
        _listed("Suspicious", "check their dates; open one to correct it", report.suspicious),
        _listed(
            "Foreign",
            "in a language that the encoder does not know: search will hardly find them",
            (f"{foreign.source} ({foreign.language})" for foreign in report.foreign),
        ),
        _listed("Noted", "", (f"{note.source}: {note.text}" for note in report.notes)),
        _opened(came, told),
    ]  # fmt: skip
    return block(
        f'<section class="report"><h3 tabindex="-1">{_summary(report)}</h3><dl class="counts">{counted}</dl>'
        f"{''.join(parts)}</section>"
    )


def _undated(names: Sequence[str], came: Sequence[Briefing]) -> str:
    """The briefings without a date, each with the way to give it one where it came with this ingest."""
    ids = {briefing.source: briefing.id for briefing in came if briefing.published is None}
    items = [
        f"{escape(name)} {act('date', 'Give its date', ids[name])}" if name in ids else escape(name)
        for name in names
    ]
    return _list("Undated", "left out when a date is asked for", items)


def _opened(came: Sequence[Briefing], told: Mapping[str, Citation]) -> str:
    if not came:
        return ""
    items = "".join(f"<li>{_came(briefing, told.get(briefing.id))}</li>" for briefing in came[:OPENED])
    left = len(came) - OPENED
    more = (
        f"<li>{act('newly', f'and {left:,} more: list what was taken in last first')}</li>"
        if left > 0
        else ""
    )
    return f'<h4>Taken in</h4><ul class="came">{items}{more}</ul>'


def _came(briefing: Briefing, told: Citation | None) -> str:
    """Title and day, and the sentence that matters, at which the briefing is opened."""
    at = (told.version or 0, told.start, told.end) if told else ()
    title = act("open", escape(briefing.title), briefing.id, *at)
    said = f"<q>{escape(' '.join(told.quote.split()))}</q>" if told else ""
    return f"{title}, {spoken_date(briefing.published)}{said}"


def _summary(report: Report) -> str:
    taken = report.added + report.updated + report.duplicates
    if report.failed and not taken and not report.unchanged:
        return "Nothing could be taken in"
    if not taken:
        return "Nothing new: it is on file already"
    briefings = "1 briefing" if taken == 1 else f"{taken:,} briefings"
    return f"Took in {briefings} in {report.seconds:.1f} s"


def _listed(label: str, meaning: str, names: Iterable[str]) -> str:
    return _list(label, meaning, [escape(name) for name in names])


def _list(label: str, meaning: str, listed: Sequence[str]) -> str:
    """A heading with what it means, and under it what is listed, which is HTML."""
    if not listed:
        return ""
    items = "".join(f"<li>{name}</li>" for name in listed[:NAMED])
    more = f"<li>and {len(listed) - NAMED:,} more</li>" if len(listed) > NAMED else ""
    about = f" <span>{escape(meaning)}</span>" if meaning else ""
    return f"<h4>{label}: {len(listed):,}{about}</h4><ul>{items}{more}</ul>"
