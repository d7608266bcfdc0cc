"""The Timeline tab: choose parties and a subject, see what happened, newest first."""

from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs

import gradio as gr

from assistant.chronicle.entries import TimelineRequest
from assistant.desks.desk import Desk
from assistant.web.briefings.on_file import Shelf
from assistant.web.days import read_day
from assistant.web.events import AT_ONCE, QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import block, note, place, shown
from assistant.web.narrowing import party_choices, strange_party
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
            named = [("subject", typed.strip())] if typed.strip() else []
            named += [("party", code) for code in request.parties]
            named += [("as_of", request.as_of.isoformat())] if request.as_of else []
            address = place(("tab", "timeline"), *named)
            return f"{timeline_html(desk.timeline(request), request)}\n\n{block(address)}"
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return note(in_words(error, "looking for developments"))

    def reopen(request: str) -> Iterator[Updates]:
        """Show what an address names: ` timeline/subject=rice&party=JP 3`; none where it names none."""
        verb, _, address = request.partition(" ")[2].partition(" ")[0].partition("/")
        if verb != "timeline":
            yield {outcome: gr.skip()}
            return
        named = parse_qs(address)
        typed, codes, as_of = (named.get(name, []) for name in ("subject", "party", "as_of"))
        try:
            choices = party_choices(shelf.listing().briefings)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            yield {outcome: note(in_words(error, "listing the parties"))}
            return
        known = {code for _, code in choices}
        fields = {
            subject: " ".join(typed),
            parties: gr.update(choices=choices, value=[code for code in codes if code in known]),
            day: " ".join(as_of),
        }
        if told := strange_party(codes, choices):
            yield {**fields, outcome: note(told)}
        elif named:
            yield {**fields, outcome: block(WORKING)}
            yield {outcome: run(" ".join(typed), codes, " ".join(as_of))}
        else:
            yield {**fields, outcome: block(INVITATION)}

    asked_for.change(
        reopen,
        asked_for,
        [subject, parties, day, outcome],
        trigger_mode="multiple",
        concurrency_limit=AT_ONCE,
        **QUIET,
    )
    tab.select(offer, None, [parties, outcome], **QUIET)
    gr.on(
        [show.click, subject.submit, day.submit],
        lambda: block(WORKING),
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
