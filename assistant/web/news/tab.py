"""The News tab: what came in on the last day that anything did, or since a day, by party."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import gradio as gr

from assistant.chronicle.entries import NewsRequest
from assistant.desks.desk import Desk
from assistant.web.addresses import asked_of, place
from assistant.web.briefings.on_file import Shelf
from assistant.web.days import read_day
from assistant.web.drawing import Drawings, in_order
from assistant.web.events import AT_ONCE, QUIET, Updates, or_why
from assistant.web.failures import in_words
from assistant.web.markup import block, note, shown
from assistant.web.news.news_html import news_html
from assistant.web.party_field import build_party_field
from vectorstore.briefing import Briefing, local_day

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
            placeholder="last day in",
            max_lines=1,
            elem_id="news-since",
            scale=1,
            min_width=150,
        )
        parties = build_party_field("news-parties", 3, lambda: shelf.listing().briefings)
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
            day = read_day(typed, "first day", "see what was taken in on the last day that anything was")
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
        named = asked_of("news", asked)
        if asked != before and named is not None:
            return reopen(asked)
        kept = typed.strip() or named
        return {**parties.offer(), **({} if kept else look(typed, chosen, by_intake))}

    def reopen(asked: str) -> Updates:
        """Show what an address names."""
        named = asked_of("news", asked)
        if named is None:
            return {heeded: asked}
        day, codes, by_intake = named.words("since"), named.all("party"), named.words("by") == "intake"
        chosen, strange = parties.choose(codes)
        return {
            **chosen,
            heeded: asked,
            since: day,
            ingested: by_intake,
            outcome: note(strange) if strange else run(day, codes, by_intake),
        }

    drawings, fields = Drawings(), [since, parties.field, ingested]

    def drawn(show: Callable[..., Updates]) -> Callable[..., Updates]:
        """Have what was asked for last be what is seen, or why it cannot be."""
        show = or_why(show, outcome, "listing the parties")
        return in_order(drawings, show, {outcome}, lambda updates, _: updates)

    shared: dict[str, Any] = {"concurrency_limit": AT_ONCE, "concurrency_id": "news", **QUIET}
    tab.select(drawn(opened), [*fields, asked_for, heeded], [*fields, outcome, heeded], **shared)
    asked_for.change(drawn(reopen), asked_for, [*fields, outcome, heeded], trigger_mode="multiple", **shared)
    gr.on([show.click, since.submit], lambda: block(WORKING), None, outcome, **QUIET).then(
        drawn(look), fields, outcome, **shared
    )


def _last_intake(briefings: Sequence[Briefing]) -> date:
    """The last day on which anything was taken in."""
    return max(local_day(briefing.ingested_at) or date.min for briefing in briefings)
