"""The part of the Briefings tab that shows one briefing, corrects and removes it."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.addresses import place as addressed
from assistant.web.briefings.reader import Place, briefing_html
from assistant.web.days import read_day, spoken_date
from assistant.web.events import QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import block, done, note, shown
from ingest.maintenance.correction import Correction
from vectorstore.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Reading:
    """The part's outputs, the event after a correction, and how a briefing is opened in it."""

    desk: Desk
    column: gr.Column
    content: gr.Markdown
    message: gr.Markdown
    correction: gr.Column
    fields: tuple[gr.Textbox, gr.Textbox, gr.Textbox]  # title, publisher, day of publication
    place: gr.State
    remove: gr.Button
    back: gr.Button
    corrected: Any

    @property
    def outputs(self) -> list[Any]:
        return [self.column, self.content, self.message, self.correction, self.place, *self.fields]

    def open(self, place: Place, said: str = "") -> Updates:
        """Show the briefing at a place; raises what the desk raises."""
        briefing = self.desk.show(place.briefing_id, place.version)
        address = addressed(("tab", "briefings"), ("briefing", place.words))
        return {
            self.column: gr.update(visible=True),
            self.content: f"{briefing_html(briefing, place)}\n\n{block(address)}",
            self.message: said,
            self.correction: gr.update(visible=False),
            self.place: place,
        }

    def correct(self, briefing_id: str) -> Updates:
        """Unfold what corrects a briefing, filled with what is on file; raises what the desk raises."""
        briefing = self.desk.show(briefing_id)
        title, publisher, day = self.fields
        return {
            self.correction: gr.update(visible=True),
            self.message: "",
            title: briefing.title,
            publisher: briefing.publisher or "",
            day: briefing.published.isoformat() if briefing.published else "",
        }


def build_reading(desk: Desk) -> Reading:
    """Make the part; nothing is open in it."""
    place = gr.State(None)
    with gr.Column(visible=False, elem_id="reading") as column:
        with gr.Row(elem_id="reading-tools"):
            back = gr.Button("← Back", elem_id="back", scale=0, min_width=80)
            correct = gr.Button("Correct", elem_id="correct", scale=0, min_width=96)
            remove = gr.Button("Remove", elem_id="remove", scale=0, min_width=96)
        with gr.Column(visible=False, elem_id="correction") as correction:
            title = gr.Textbox(
                label="Title", max_lines=8, elem_id="correct-title"
            )  # all of it, on a telephone too
            with gr.Row():
                publisher = gr.Textbox(label="Publisher", max_lines=1, elem_id="correct-publisher")
                day = gr.Textbox(
                    label="Published", placeholder="YYYY-MM-DD", max_lines=1, elem_id="correct-day"
                )
            with gr.Row(elem_id="correct-tools"):
                save = gr.Button("Save", variant="primary", elem_id="save", scale=0, min_width=96)
                cancel = gr.Button("Cancel", elem_id="cancel", scale=0, min_width=96)
        message = shown("reading-message")
        content = shown("reader")

    fields = (title, publisher, day)

    def ask_for_correction(at: Place) -> Updates:
        try:
            return reading.correct(at.briefing_id)
        except Exception as error:  # noqa: BLE001  # the top of an event: logged there, one polite line here
            return {message: note(in_words(error, "opening a briefing"))}

    def apply(at: Place, title_: str, publisher_: str, day_: str) -> Updates:
        try:
            before = desk.show(at.briefing_id)
            wanted = _correction(before, title_, publisher_, day_)
            if wanted == Correction():
                return {correction: gr.update(visible=False), message: done("Nothing was changed.")}
            after = desk.edit(at.briefing_id, wanted).after
            return reading.open(Place(after.id), done(_said(before, after)))
        except Exception as error:  # noqa: BLE001  # the top of an event, logged by `in_words`
            return {message: note(in_words(error, "correcting a briefing"))}

    correct.click(ask_for_correction, place, [correction, message, *fields], **QUIET)
    cancel.click(
        lambda: {correction: gr.update(visible=False), message: ""}, None, [correction, message], **QUIET
    )
    corrected = gr.on(
        [save.click, *(field.submit for field in fields)],
        apply,
        [place, *fields],
        [column, content, message, correction, place],
        **QUIET,
    )
    reading = Reading(desk, column, content, message, correction, fields, place, remove, back, corrected)
    return reading


def _correction(before: Briefing, title: str, publisher: str, day: str) -> Correction:
    """What differs from what is on file; an emptied date makes it undated."""
    published = read_day(day, "day of publication", "make the briefing undated")
    dated = published if published != before.published else None
    named = " ".join(publisher.split())
    return Correction(
        published=dated,
        undated=published is None and before.published is not None,
        title=title if " ".join(title.split()) != before.title else None,
        publisher=named if named != (before.publisher or "") else None,
    )


def _said(before: Briefing, after: Briefing) -> str:
    changes = [
        f"{name} {old} → {new}"
        for name, old, new in (
            ("title", f"“{before.title}”", f"“{after.title}”"),
            ("publisher", before.publisher or "none", after.publisher or "none"),
            ("date", spoken_date(before.published), spoken_date(after.published)),
        )
        if old != new
    ]
    return f"Corrected: {'; '.join(changes)}. Later ingests leave that alone."
