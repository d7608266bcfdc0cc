"""The Timeline tab: choose parties and a subject, see what happened, newest first."""

from collections.abc import Iterator, Sequence

import gradio as gr

from assistant.chronicle.entries import TimelineRequest
from assistant.desks.desk import Desk
from assistant.web.addresses import asked_of, place
from assistant.web.briefings.on_file import Shelf
from assistant.web.days import read_day
from assistant.web.events import AT_ONCE, QUIET, Updates, or_why
from assistant.web.failures import in_words
from assistant.web.markup import block, note, shown
from assistant.web.party_field import build_party_field
from assistant.web.timeline.timeline_html import timeline_html
from ingest.text.parties import party_name
from vectorstore.errors import QuestionError

INVITATION = (
    '<div class="empty"><h2>What happened, day by day</h2><p>Name a negotiation or measure, choose its '
    "parties, or both. Each development is told by one quoted sentence; what a newer one replaced, "
    "or a later act ended, is marked.</p></div>"
)

WORKING = '<p class="working">Looking for developments…</p>'


def build_timeline(desk: Desk, shelf: Shelf, tab: gr.Tab, asked_for: gr.Textbox) -> None:
    """Make the tab's contents; `asked_for` asks for the timeline that an address names."""
    with gr.Row(elem_id="timeline-form"):
        subject = gr.Textbox(
            label="Negotiation or measure",
            placeholder="Japan-US talks",
            max_lines=1,
            elem_id="subject",
            scale=3,
        )
        parties = build_party_field("timeline-parties", 2, lambda: shelf.listing().briefings)
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

    def run(typed: str, chosen: list[str], as_of: str) -> str:
        try:
            request = TimelineRequest(
                _subject(typed, chosen),
                read_day(as_of, "as-of date", "use everything on file"),
                parties=tuple(chosen or ()),
            )
            named = [("subject", typed.strip())] if typed.strip() else []
            named += [("party", code) for code in request.parties]
            named += [("as_of", request.as_of.isoformat())] if request.as_of else []
            address = place(("tab", "timeline"), *named)
            return f"{timeline_html(desk.timeline(request), request)}\n\n{block(address)}"
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return note(in_words(error, "looking for developments"))

    def reopen(request: str) -> Iterator[Updates]:
        """Show what an address names; none where it names none."""
        named = asked_of("timeline", request)
        if named is None:
            yield {outcome: gr.skip()}
            return
        typed, codes, as_of = named.words("subject"), named.all("party"), named.words("as_of")
        try:
            chosen, strange = parties.choose(codes)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            yield {outcome: note(in_words(error, "listing the parties"))}
            return
        filled = {**chosen, subject: typed, day: as_of}
        if strange:
            yield {**filled, outcome: note(strange)}
        elif named:
            yield {**filled, outcome: block(WORKING)}
            yield {outcome: run(typed, codes, as_of)}
        else:
            yield {**filled, outcome: block(INVITATION)}

    fields = [subject, parties.field, day]
    asked_for.change(
        reopen,
        asked_for,
        [*fields, outcome],
        trigger_mode="multiple",
        concurrency_limit=AT_ONCE,
        **QUIET,
    )
    offer = or_why(parties.offer, outcome, "listing the parties")
    tab.select(offer, None, [parties.field, outcome], **QUIET)
    gr.on(
        [show.click, subject.submit, day.submit],
        lambda: block(WORKING),
        None,
        outcome,
        **QUIET,
    ).then(run, fields, outcome, concurrency_limit=AT_ONCE, **QUIET)


def _subject(typed: str, parties: Sequence[str]) -> str:
    """What was typed, else the talks of the chosen parties."""
    if typed.strip():
        return typed.strip()
    if not parties:
        raise QuestionError("Name a negotiation or measure, such as Japan-US talks, or choose parties.")
    return f"{'-'.join(map(party_name, parties))} trade"
