"""The part of the Briefings tab that takes briefings in: drop files, name web pages, paste a text."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.desks.desk import Desk
from assistant.web.briefings.intakes import Intake, Intakes
from assistant.web.briefings.taking_in import Taking, addresses_in
from assistant.web.browser import owner_of
from assistant.web.days import read_day
from assistant.web.events import AT_ONCE, QUIET, Updates
from assistant.web.failures import in_words
from assistant.web.markup import note, shown
from assistant.web.sent_files import sent
from assistant.web.under_way import beside
from ingest.sources.pasted import Pasted
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked
from vectorstore.errors import QuestionError

FORMATS = "Markdown, text, web pages, PDF, Word, mail, articles as JSON, or archives of these."


def build_intake(desk: Desk, home: Path, tab: gr.Tab, public: bool) -> tuple[gr.Accordion, list[Any]]:
    """Make the part, folded; returns it and its events, each done when something has been taken in.

    What goes on since before the page was opened is shown when its `tab` is. On a `public` page, who types
    an address may sit elsewhere: it is fetched from the public internet alone.
    """
    intakes, looked = Intakes(desk, home), gr.State(False)
    with gr.Accordion("Take briefings in", open=False, elem_id="intake") as part:
        with gr.Tabs(elem_id="ways") as ways:
            with gr.Tab("Files", id="files"):
                gr.Markdown(FORMATS, elem_id="formats", container=False)
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
        with gr.Row(elem_id="intake-shown"):
            outcome = shown("intake-outcome")
            stop = gr.Button("Stop", visible=False, elem_id="stop-intake", scale=0, min_width=88)
            close = gr.Button("Close", visible=False, elem_id="close-intake", scale=0, min_width=88)
        following = gr.Textbox(elem_id="following-intake", elem_classes="wire", container=False)

    def begin(
        request: gr.Request, sources: Sequence[str | Pasted | Uploaded | Linked]
    ) -> AsyncIterator[Taking]:
        return _steps(intakes.begin(owner_of(request, request.session_hash), sources))

    def drawn(taking: Taking) -> Updates:
        """How far it is with what can be done about it, or how it ended."""
        return {
            outcome: taking.html,
            stop: gr.update(visible=taking.goes_on),
            close: gr.update(visible=not taking.goes_on),
        }

    def told(words: str) -> Updates:
        """Say something in the place of that."""
        return {outcome: words, stop: gr.update(visible=False), close: gr.update(visible=False)}

    def halt(request: gr.Request) -> Updates:
        intakes.stop(owner_of(request, request.session_hash))
        return {stop: gr.update(visible=False)}  # what comes of it is shown by whoever follows it

    def put_away(request: gr.Request) -> Updates:
        intakes.close(owner_of(request, request.session_hash))
        return told("")

    def look(already: bool, request: gr.Request) -> Updates:
        """Find what this browser began before the page was opened; `follow` shows it."""
        if already or not intakes.of(owner_of(request, request.session_hash)):
            return {looked: True}
        return {looked: True, following: "what was begun", part: gr.update(open=True)}

    async def follow(wanted: str, request: gr.Request) -> AsyncIterator[Updates]:
        yield {outcome: gr.skip()}  # gradio takes what yields nothing for emptied
        for intake in intakes.of(owner_of(request, request.session_hash)) if wanted else ():
            async for taking in _steps(intake):
                yield drawn(taking)

    async def upload(paths: list[str] | None, request: gr.Request) -> AsyncIterator[Updates]:
        try:
            dropped = [Uploaded(sent(path)) for path in paths or ()]
        except QuestionError as error:
            yield {**told(note(str(error))), files: None}
            return
        async for taking in begin(request, dropped):
            yield {**drawn(taking), files: None}

    async def fetched(entered: str, request: gr.Request) -> AsyncIterator[Updates]:
        try:
            addresses = addresses_in(entered)
        except QuestionError as error:
            yield told(note(str(error)))
            return
        async for taking in begin(request, [*map(Linked, addresses)] if public else addresses):
            yield {**drawn(taking), address: "" if taking.done else gr.skip()}

    async def pasted(
        text_: str, title_: str, publisher_: str, day_: str, url_: str, request: gr.Request
    ) -> AsyncIterator[Updates]:
        try:
            if not text_.strip():
                raise QuestionError("Paste the text first.")
            published = read_day(day_, "day of publication", "take the one that the text states")
            source = Pasted(
                text_, title_.strip() or None, publisher_.strip() or None, url_.strip() or None, published
            )
        except QuestionError as error:
            yield told(note(in_words(error, "reading what was pasted")))
            return
        async for taking in begin(request, [source]):
            emptied = (
                dict.fromkeys(typed, "") if taking.done else {}
            )  # the next text has another title and day
            yield {**drawn(taking), **emptied}

    said = [outcome, stop, close]
    ways.select(lambda: told(""), None, said, **QUIET)  # what is said there is of another way
    stop.click(halt, None, stop, **QUIET)
    close.click(put_away, None, said, **QUIET)
    typed = [text, title, publisher, day, url]
    many: dict[str, Any] = {"concurrency_limit": AT_ONCE, "concurrency_id": "intake", **QUIET}
    tab.select(look, looked, [looked, following, part], **QUIET)
    return part, [
        files.upload(upload, files, [*said, files], **many),
        gr.on([fetch.click, address.submit], fetched, address, [*said, address], **many),
        paste.click(pasted, typed, [*said, *typed], **many),
        following.change(follow, following, said, **many),
    ]


def _steps(intake: Intake) -> AsyncIterator[Taking]:
    return beside(intake.steps(lambda: True))
