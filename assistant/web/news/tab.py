"""The News tab: what came in with the last ingest, or since a day, by party."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import gradio as gr

from assistant.chronicle.entries import NewsRequest
from assistant.desks.desk import Desk
from assistant.web.briefings.on_file import Shelf
from assistant.web.days import read_day
from assistant.web.drawing import Drawings, in_order
from assistant.web.events import AT_ONCE, QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import block, note, place, shown
from assistant.web.narrowing import party_choices, strange_party
from assistant.web.news.news_html import news_html
from vectorstore.briefing import Briefing

EMPTY = (
    '<div class="empty"><h2>What came in</h2><p>No briefings on file. Take some in under Briefings, '
    "and each is told here by the one sentence of it that you would pass on.</p></div>"
)
WORKING = '<p class="working">Reading what came in…</p>'


def build_news(desk: Desk, shelf: Shelf, tab: gr.Tab, asked_for: gr.Textbox) -> None:
    """Make the tab's contents; `asked_for` asks for the news that an address names.

    Without a day they are those of the last day that anything was taken in.
    """
    heeded = gr.State("")  # the address that was shown last
    with gr.Row(elem_id="news-form"):
        since = gr.Textbox(
            label="Since",
            placeholder="the last ingest",
            max_lines=1,
            elem_id="news-since",
            scale=1,
            min_width=150,
        )
        parties = gr.Dropdown([], label="Parties", multiselect=True, elem_id="news-parties", scale=3)
        ingested = gr.Checkbox(
            label="By the day taken in", elem_id="news-ingested", container=False, scale=0, min_width=170
        )
        show = gr.Button("Show", variant="primary", elem_id="show-news", scale=0, min_width=88)
    outcome = shown("news", value=block(WORKING))

    def run(typed: str, chosen: Sequence[str], by_intake: bool) -> str:
        try:
            briefings = shelf.listing().briefings
            if not briefings:
                return block(EMPTY)
            day = read_day(typed, "first day", "see what came with the last ingest")
            first, by_intake = (day, by_intake) if day else (_last_intake(briefings), True)
            request = NewsRequest(first, tuple(chosen or ()), by_intake)
            named = [("since", day.isoformat())] if day else []
            named += [("party", code) for code in request.parties]
            named += [("by", "intake")] if day and by_intake else []
            address = block(place(("tab", "news"), *named)) if named else ""
            return f"{news_html(desk.news(request), request)}\n\n{address}"
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return note(in_words(error, "reading what came in"))

    def look(typed: str, chosen: Sequence[str], by_intake: bool) -> Updates:
        return {outcome: run(typed, chosen, by_intake)}

    def opened(typed: str, chosen: Sequence[str], by_intake: bool, asked: str, before: str) -> Updates:
        """Show what an address asks for, which opens the tab, too; else what came in since the last look.

        What is shown of a day or an address stays.
        """
        if asked != before and _named_by(asked) is not None:
            return reopen(asked)
        try:
            choices = gr.update(choices=party_choices(shelf.listing().briefings))
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {outcome: note(in_words(error, "listing the parties"))}
        kept = typed.strip() or _named_by(asked)
        return {parties: choices, **({} if kept else look(typed, chosen, by_intake))}

    def reopen(asked: str) -> Updates:
        """Show what an address names."""
        named = _named_by(asked)
        if named is None:
            return {heeded: asked}
        day, codes = " ".join(named.get("since", [])), named.get("party", [])
        by_intake = named.get("by") == ["intake"]
        try:
            choices = party_choices(shelf.listing().briefings)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {heeded: asked, outcome: note(in_words(error, "listing the parties"))}
        told = strange_party(codes, choices)
        known = {code for _, code in choices}
        return {
            heeded: asked,
            since: day,
            parties: gr.update(choices=choices, value=[code for code in codes if code in known]),
            ingested: by_intake,
            outcome: note(told) if told else run(day, codes, by_intake),
        }

    drawings, fields = Drawings(), [since, parties, ingested]

    def drawn(show: Callable[..., Updates]) -> Callable[..., Updates]:
        """Have what was asked for last be what is seen."""
        return in_order(drawings, show, {outcome}, lambda updates, _: updates)

    shared: dict[str, Any] = {"concurrency_limit": AT_ONCE, "concurrency_id": "news", **QUIET}
    tab.select(drawn(opened), [*fields, asked_for, heeded], [*fields, outcome, heeded], **shared)
    asked_for.change(drawn(reopen), asked_for, [*fields, outcome, heeded], trigger_mode="multiple", **shared)
    gr.on([show.click, since.submit], lambda: block(WORKING), None, outcome, **QUIET).then(
        drawn(look), fields, outcome, **shared
    )


def _last_intake(briefings: Sequence[Briefing]) -> date:
    return date.fromisoformat(max(briefing.ingested_at for briefing in briefings)[:10])


def _named_by(asked: str) -> dict[str, list[str]] | None:
    """Read an address such as ` news/since=2025-06-08&party=JP 3`; None where it is of another tab."""
    verb, _, address = asked.partition(" ")[2].partition(" ")[0].partition("/")
    return parse_qs(address) if verb == "news" else None
