"""Show the state of things: what is on file and how it is searched, and whether the home is sound."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from html import escape
from typing import Any

from assistant.web.days import spoken_date
from assistant.web.markup import block
from ingest.text.dates import newest_day
from vectorstore.briefing import Briefing

LOOKING = '<p class="working">Comparing the indexes with the catalogue…</p>'

_ENGINES = {"extractive": "extractive: verbatim sentences of the briefings, no chat model"}
_PARTS = {
    "catalogue": "catalogue",
    "vectors": "vectors",
    "keywords": "keyword index",
    "history": "runs of question sets",
}


def state_html(briefings: Sequence[Briefing], state: Mapping[str, Any] | None, today: date) -> str:
    """The facts of the list at once; of the home, once `state` (what `doctor` says) has come."""
    newest = newest_day((b.published for b in briefings), today)
    last = max((b.ingested_at for b in briefings), default="")
    undated = sum(b.published is None for b in briefings)
    copies = sum(b.duplicate_of is not None for b in briefings)
    of_them = [f"{undated:,} undated"] if undated else []
    of_them += [f"{copies:,} duplicate{'' if copies == 1 else 's'}"] if copies else []
    rows = {
        "Briefings": f"{len(briefings):,}" + (f" ({', '.join(of_them)})" if of_them else ""),
        "Newest": f"{spoken_date(newest)}{_ago(newest, today)}" if newest else "none is dated",
        "Last taken in": _moment(last) if last else "nothing yet",
        "Passages": f"{sum(b.passage_count for b in briefings if not b.duplicate_of):,}",
    }
    rows |= _home(state) if state else {}
    shown = "".join(f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in rows.items())
    return block(
        f'<section class="state"><h2>What is on file</h2><dl class="facts">{shown}</dl>'
        f"<h2>Index health</h2>{_health(state) if state else LOOKING}</section>"
    )


def _home(state: Mapping[str, Any]) -> dict[str, str]:
    encoder = state["encoder"]
    rows = {"Engine": _engine(str(state.get("engine", "extractive")))}
    rows |= {"Encoder": f"{encoder['name']}, {encoder['dimension']} dimensions, {encoder['digest'][:12]}"}
    if sizes := state.get("bytes"):
        taken = [f"{name} {_size(sizes[part])}" for part, name in _PARTS.items() if sizes.get(part)]
        rows["On disk"] = f"{_size(sum(sizes.values()))}: {', '.join(taken)}"
    return rows | {"Home": state["home"]}


def _health(state: Mapping[str, Any]) -> str:
    if not state["problems"]:
        return '<p class="done">Sound: the catalogue and both indexes agree.</p>'
    problems = "".join(f"<li>{escape(problem)}</li>" for problem in state["problems"])
    return f'<p class="error">Not sound. Run: <code>briefings doctor --repair</code></p><ul>{problems}</ul>'


def _engine(engine: str) -> str:
    return _ENGINES.get(engine, f"{engine}, each sentence checked; verbatim sentences where it fails")


def _moment(ingested_at: str) -> str:
    """`24 November 2026, 19:05 UTC`; what is no moment is shown as it is."""
    try:
        moment = datetime.fromisoformat(ingested_at)
    except ValueError:
        return ingested_at
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"{spoken_date(moment.date())}, {moment:%H:%M} UTC"


def _ago(day: date, today: date) -> str:
    days = (today - day).days
    return {-1: ", tomorrow", 0: ", today", 1: ", yesterday"}.get(days, f", {days:,} days ago")


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size < 1e9 else f"{size / 1e9:,.1f} GB"
