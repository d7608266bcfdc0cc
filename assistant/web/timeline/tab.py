"""The Timeline tab: choose parties and a subject, see what happened, newest first."""

from collections.abc import Sequence

import gradio as gr

from assistant.chronicle.entries import TimelineRequest
from assistant.desks.desk import Desk
from assistant.web.briefings.on_file import Shelf
from assistant.web.days import read_day
from assistant.web.events import AT_ONCE, QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import block, note, shown
from assistant.web.narrowing import party_choices
from assistant.web.timeline.timeline_html import timeline_html
from ingest.parties import party_name
from vectorstore.errors import QuestionError

INVITATION = (
    '<div class="empty"><h2>What happened, day by day</h2><p>Name a negotiation or measure, choose its '
    "parties, or both. Each development is told by one quoted sentence; what a newer one replaced is marked."
    "</p></div>"
)


def build_timeline(desk: Desk, shelf: Shelf, tab: gr.Tab) -> None:
    """Make the tab's contents."""
    with gr.Row(elem_id="timeline-form"):
        subject = gr.Textbox(
            label="Negotiation or measure",
            placeholder="Japan-US talks",
            max_lines=1,
            elem_id="subject",
            scale=3,
        )
        parties = gr.Dropdown([], label="Parties", multiselect=True, elem_id="timeline-parties", scale=2)
        day = gr.Textbox(
            label="As of",
            placeholder="YYYY-MM-DD",
            max_lines=1,
            elem_id="timeline-day",
            scale=1,
            min_width=120,
        )
        show = gr.Button("Show", variant="primary", elem_id="show-timeline", scale=0, min_width=88)
    outcome = shown("timeline", value=block(INVITATION))

    def offer() -> Updates:
        try:
            return {parties: gr.update(choices=party_choices(shelf.listing().briefings))}
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {outcome: note(in_words(error, "listing the parties"))}

    def run(typed: str, chosen: list[str], as_of: str) -> str:
        try:
            request = TimelineRequest(
                _subject(typed, chosen),
                read_day(as_of, "as-of date", "use everything on file"),
                parties=tuple(chosen or ()),
            )
            return timeline_html(desk.timeline(request), request)
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return note(in_words(error, "looking for developments"))

    tab.select(offer, None, [parties, outcome], **QUIET)
    gr.on(
        [show.click, subject.submit, day.submit],
        lambda: block('<p class="working">Looking for developments…</p>'),
        None,
        outcome,
        **QUIET,
    ).then(run, [subject, parties, day], outcome, concurrency_limit=AT_ONCE, **QUIET)


def _subject(typed: str, parties: Sequence[str]) -> str:
    """What was typed, else the talks of the chosen parties."""
    if typed.strip():
        return typed.strip()
    if not parties:
        raise QuestionError("Name a negotiation or measure, such as Japan-US talks, or choose parties.")
    return f"{'-'.join(map(party_name, parties))} trade"
