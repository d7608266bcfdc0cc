"""Lay out the page and connect its parts: ask, stop, start over.

All state is per browser tab, in gradio's session; nothing is kept between tabs.
"""

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import gradio as gr
from anyio import to_thread

from assistant.desk import Desk
from assistant.web.on_file import EXAMPLES, Shelf
from assistant.web.turn import Exchange, read_as_of, run_turn, stopped
from vectorstore.errors import BriefingsError

TITLE = "Trade briefings"
AT_ONCE = 8  # answers being written at the same time; more wait their turn

INVITATION = "## What would you like to know?\n\nEvery sentence of an answer is quoted from a dated briefing."
NOTHING_ON_FILE = (
    "## No briefings on file yet\n\nTake in a file or a folder of them, then reload this page:\n\n"
    "```\nbriefings ingest FOLDER\n```"
)

Conversation = tuple[Exchange, ...]
Updates = dict[Any, Any]


def build_page(desk: Desk) -> gr.Blocks:
    """Make the chat page over a desk."""
    shelf = Shelf(desk)
    page = gr.Blocks(title=TITLE, analytics_enabled=False)
    with page:
        conversation = gr.State(())
        with gr.Row(elem_id="head"):
            gr.Markdown(f"# {TITLE}", elem_id="name", container=False)
            on_file = gr.Markdown(elem_id="on-file", container=False)
        with gr.Column(elem_id="welcome") as welcome:
            invitation = gr.Markdown(elem_id="invitation", container=False)
            examples = [
                gr.Button(visible=False, elem_classes="example", elem_id=f"example-{number}")
                for number in range(1, EXAMPLES + 1)
            ]
        chat = gr.Chatbot(
            elem_id="conversation",
            show_label=False,
            container=False,
            layout="panel",
            height="auto",
            render_markdown=False,  # briefings and questions are text; render.py escapes them
            sanitize_html=True,  # and gradio's sanitiser stands behind it
            allow_tags=False,
            latex_delimiters=[],
            buttons=[],
            feedback_options=None,
            autoscroll=False,
            visible=False,
        )
        with gr.Column(elem_id="composer"):
            note = gr.Markdown(elem_id="note", container=False)
            with gr.Row(elem_id="ask-row"):
                question = gr.Textbox(
                    "",
                    label="Question",
                    placeholder="Ask a question",
                    lines=1,
                    max_lines=8,
                    autofocus=True,
                    container=False,
                    elem_id="question",
                    scale=1,
                )
                ask = gr.Button("Ask", variant="primary", elem_id="ask", scale=0, min_width=88)
                stop = gr.Button("Stop", visible=False, elem_id="stop", scale=0, min_width=88)
            with gr.Row(elem_id="narrow"):
                as_of = gr.Textbox(
                    "", label="As of", placeholder="YYYY-MM-DD", max_lines=1, elem_id="as-of", scale=0
                )
                start_over = gr.Button("New conversation", size="sm", elem_id="start-over", scale=0)

        def greet() -> Updates:
            buttons: Updates = {button: gr.update(visible=False) for button in examples}
            try:
                seen = shelf.look()
            except BriefingsError as error:
                return {on_file: "", invitation: _as_text(str(error)), **buttons}
            for button, example in zip(examples, seen.examples, strict=False):
                buttons[button] = gr.update(value=example, visible=True)
            return {on_file: seen.line, invitation: INVITATION if seen.count else NOTHING_ON_FILE, **buttons}

        async def answer(typed: str, day: str, so_far: Conversation) -> AsyncIterator[Updates]:
            if not typed.strip():
                yield {note: "Type a question first."}
                return
            try:
                as_of_day, count = read_as_of(day), shelf.look().count
            except BriefingsError as error:
                yield {note: _as_text(str(error))}
                return
            if not count:
                yield {note: _as_text("No briefings are on file yet. Run: briefings ingest FOLDER")}
                return
            running: Updates = {
                note: "",
                question: "",
                welcome: gr.update(visible=False),
                ask: gr.update(visible=False),
                stop: gr.update(visible=True),
            }
            async for exchange in _beside(run_turn(desk, typed, as_of_day, so_far)):
                now = (*so_far, exchange)
                yield {conversation: now, chat: gr.update(value=_messages(now), visible=True), **running}
                running = {}

        def finish() -> Updates:
            return {**_at_rest(), **greet()}

        def halt(so_far: Conversation) -> Updates:
            now = (*so_far[:-1], stopped(so_far[-1])) if so_far else ()
            return {conversation: now, chat: _messages(now), **_at_rest()}

        def clear() -> Updates:
            shown: Updates = {chat: gr.update(value=[], visible=False), welcome: gr.update(visible=True)}
            return {conversation: (), note: "", question: "", as_of: "", **shown, **_at_rest(), **greet()}

        def _at_rest() -> Updates:
            return {ask: gr.update(visible=True), stop: gr.update(visible=False)}

        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        greeted = [on_file, invitation, *examples]
        at_rest = [conversation, chat, ask, stop]
        asked = [*at_rest, note, question, welcome]
        page.load(greet, outputs=greeted, **quiet)
        asking = []
        typed = ([question.submit, as_of.submit, ask.click], question)
        for triggers, words in [typed, *([[example.click], example] for example in examples)]:
            event = gr.on(
                triggers,
                answer,
                inputs=[words, as_of, conversation],
                outputs=asked,
                concurrency_limit=AT_ONCE,
                concurrency_id="answers",
                **quiet,
            )
            # A step of its own, so that Ask comes back only when the next question will be heard.
            event.then(finish, outputs=[ask, stop, *greeted], **quiet)
            asking.append(event)
        stop.click(halt, inputs=conversation, outputs=at_rest, cancels=asking, **quiet)
        start_over.click(clear, outputs=[*asked, as_of, *greeted], cancels=asking, **quiet)
    return page


async def _beside(turn: Iterator[Exchange]) -> AsyncIterator[Exchange]:
    """Step through a turn in a thread, which is left behind when the person stops it."""
    while (exchange := await to_thread.run_sync(next, turn, None, abandon_on_cancel=True)) is not None:
        yield exchange


def _messages(conversation: Sequence[Exchange]) -> list[dict[str, str]]:
    messages = []
    for exchange in conversation:
        messages.append({"role": "user", "content": exchange.asked_html})
        messages.append({"role": "assistant", "content": exchange.shown_html})
    return messages


def _as_text(words: str) -> str:
    """Markdown that shows these words and nothing else."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)
