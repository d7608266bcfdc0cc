"""The part of the Briefings tab that takes briefings in: drop files, name web pages, paste a text."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.briefings.taking_in import addresses_in, take_in
from assistant.web.days import read_day
from assistant.web.events import AT_ONCE, QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import note, shown
from assistant.web.sent_files import sent
from ingest.pasted import Pasted
from ingest.uploaded import Uploaded
from vectorstore.errors import QuestionError


def build_intake(desk: Desk) -> tuple[gr.Accordion, list[Any]]:
    """Make the part, folded; returns it and its events, each done when something has been taken in."""
    with gr.Accordion("Take briefings in", open=False, elem_id="intake") as part:
        with gr.Tabs(elem_id="ways"):
            with gr.Tab("Files", id="files"):
                files = gr.File(
                    file_count="multiple", type="filepath", show_label=False, height=130, elem_id="files"
                )
            with gr.Tab("Web pages", id="pages"), gr.Row(elem_id="fetch-row"):
                address = gr.Textbox(
                    label="Addresses of web pages or feeds",
                    placeholder="https://",
                    max_lines=6,
                    elem_id="address",
                )
                fetch = gr.Button("Take in", elem_id="fetch", scale=0, min_width=96)
            with gr.Tab("Pasted text", id="pasted"):
                text = gr.Textbox(label="Text", lines=6, max_lines=16, elem_id="pasted-text")
                with gr.Row():
                    title = gr.Textbox(label="Title", max_lines=1, elem_id="pasted-title")
                    publisher = gr.Textbox(label="Publisher", max_lines=1, elem_id="pasted-publisher")
                with gr.Row():
                    day = gr.Textbox(
                        label="Published", placeholder="YYYY-MM-DD", max_lines=1, elem_id="pasted-day"
                    )
                    url = gr.Textbox(
                        label="Address", placeholder="https://", max_lines=1, elem_id="pasted-url"
                    )
                paste = gr.Button("Take in", elem_id="paste", min_width=96)
        outcome = shown("intake-outcome")

    def upload(paths: list[str] | None) -> Iterator[Updates]:
        try:
            dropped = [Uploaded(sent(path)) for path in paths or ()]
        except QuestionError as error:
            yield {outcome: note(str(error)), files: None}
            return
        for taking in take_in(desk, dropped):
            yield {outcome: taking.html, files: None}

    def fetched(typed: str) -> Iterator[Updates]:
        try:
            addresses = addresses_in(typed)
        except QuestionError as error:
            yield {outcome: note(str(error))}
            return
        for taking in take_in(desk, addresses):
            yield {outcome: taking.html, address: "" if taking.done else gr.skip()}

    def pasted(text_: str, title_: str, publisher_: str, day_: str, url_: str) -> Iterator[Updates]:
        try:
            if not text_.strip():
                raise QuestionError("Paste the text first.")
            published = read_day(day_, "day of publication", "take the one that the text states")
            source = Pasted(
                text_, title_.strip() or None, publisher_.strip() or None, url_.strip() or None, published
            )
        except QuestionError as error:
            yield {outcome: note(in_words(error, "reading what was pasted"))}
            return
        for taking in take_in(desk, [source]):
            emptied = (
                dict.fromkeys(told, "") if taking.done else {}
            )  # the next text has another title and day
            yield {outcome: taking.html, **emptied}

    told = [text, title, publisher, day, url]
    many: dict[str, Any] = {"concurrency_limit": AT_ONCE, "concurrency_id": "intake", **QUIET}
    return part, [
        files.upload(upload, files, [outcome, files], **many),
        gr.on([fetch.click, address.submit], fetched, address, [outcome, address], **many),
        paste.click(pasted, told, [outcome, *told], **many),
    ]
